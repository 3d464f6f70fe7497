"""Names for files that every computer takes, whichever one they are made on: sticks and letters go everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from gettext import gettext as _

_NOT_IN_NAMES = frozenset('<>:"/\\|?*')
# Windows keeps these for itself, with any ending too (Microsoft, "Naming Files, Paths, and Namespaces").
_KEPT = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?", re.IGNORECASE | re.DOTALL)
_LONGEST, _MOST_BYTES = 80, 160


def name_trouble(name: str, *, windows: bool) -> str:
    """What is wrong with a file's name, as a sentence; empty when nothing is. `windows`: whether it is for here and now."""
    if _KEPT.fullmatch(name):
        return _("“{name}” cannot be a file’s name: Windows keeps it for itself. Choose another name.").format(
            name=name
        )
    if name != name.rstrip(". "):
        return _("The name “{name}” ends in a dot or a space, which some computers drop. Choose another name.").format(
            name=name
        )
    if windows and _NOT_IN_NAMES & set(name):
        return _('On Windows a file’s name has none of these: < > : " / \\ | ? * Choose another name.')
    return ""


def safe_name(words: str, otherwise: str) -> str:
    """A file's name without ending, from words of people; `otherwise` where nothing of them can stand in one."""
    plain = "".join(" " if one in _NOT_IN_NAMES else one for one in words if one.isprintable())
    short = " ".join(plain.split())[:_LONGEST].encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore")
    name = short.strip(" .") or otherwise
    return f"_{name}" if _KEPT.fullmatch(name) else name


def unlike(names: Iterable[str]) -> Iterator[str]:
    """The same names with a number behind those that some computer would not tell from an earlier one."""
    taken: set[str] = set()
    for plain in names:
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain} ({number})"
        taken.add(name.casefold())
        yield name
