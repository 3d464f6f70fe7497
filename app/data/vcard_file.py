"""Reads contact cards (vCard 2.1, 3.0 as RFC 2426, 4.0 as RFC 6350) as a sheet: a row a card, a column a property.

Read here rather than by a library: those that were tried pass over in silence what they cannot read, and a person's
telephone number must not be lost that way.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import gettext as _

from app.data.sheet_file import MOST_ROWS
from app.model.sheet import Row, Sheet, Spoilt

# Pictures, sounds and keys, and what says nothing about a person.
_LEFT_OUT = frozenset(
    (
        "PHOTO",
        "LOGO",
        "SOUND",
        "KEY",
        "VERSION",
        "PRODID",
        "REV",
        "UID",
        "BEGIN",
        "END",
        "PROFILE",
        "SOURCE",
        "CLIENTPIDMAP",
    )
)
_PARAMETERS = r"(?P<rest>(?:;(?:[^\":]|\"[^\"]*\")*)?)"
_LINE = re.compile(rf"^(?:[A-Za-z0-9-]+\.)?(?P<name>[A-Za-z0-9-]+){_PARAMETERS}:(?P<value>.*)$", re.DOTALL)
_PARTED = {"N": " ", "ORG": ", ", "ADR": ", ", "CATEGORIES": "; ", "NICKNAME": ", "}


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card: its name, its parameters, and its text."""

    name: str
    text: str


def is_vcard(text: str) -> bool:
    """Whether a text holds contact cards."""
    return re.search(r"^\s*BEGIN:VCARD\s*$", text[:20_000], re.IGNORECASE | re.MULTILINE) is not None


def read_vcards(text: str) -> Sheet:
    """The cards of a text. A line that is no property spoils no card: it is listed."""
    columns: dict[str, int] = {"FN": 0}
    cards: list[tuple[int, dict[str, str]]] = []
    spoilt: list[Spoilt] = []
    for start, lines in _cards(text):
        if len(cards) >= MOST_ROWS:
            why = _("A file may have {count} cards. Bring the rest in as another file.").format(count=MOST_ROWS)
            spoilt.append(Spoilt(start, " | ".join(one for _n, one in lines)[:2_000], why))
            continue
        cells: dict[str, str] = {}
        for number, line in lines:
            found = _property(line)
            if found is None:
                spoilt.append(Spoilt(number, line, _("This line of a contact card cannot be read. Add it by hand.")))
            elif found.name not in _LEFT_OUT and found.text:
                _put(cells, found)
        _settle_name(cells)
        for name in cells:
            columns.setdefault(name, len(columns))
        cards.append((start, cells))
    rows = tuple(Row(start, tuple(cells.get(name, "") for name in columns)) for start, cells in cards)
    return Sheet(tuple(columns), rows, tuple(spoilt))


def _cards(text: str) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """Each card's first line and its unfolded lines with their numbers; a card that never ends, ends with the file."""
    current: list[tuple[int, str]] = []
    start = 0
    for number, line in _unfolded(text):
        bare = line.strip().upper()
        if bare == "BEGIN:VCARD":
            if start and current:
                yield start, current
            current, start = [], number
        elif bare == "END:VCARD":
            if start:
                yield start, current
            current, start = [], 0
        elif line.strip():
            current.append((number, line))
            start = start or number
    if start and current:
        yield start, current


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Lines that go on after a line break are joined: RFC 6350 3.2, and the soft breaks of quoted-printable."""
    number, held = 0, ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for at, line in enumerate(lines, start=1):
        soft = held.endswith("=") and "QUOTED-PRINTABLE" in held.partition(":")[0].upper()
        if number and soft:
            held = held[:-1] + line
        elif number and line[:1] in (" ", "\t"):
            held += line[1:]
        else:
            if number:
                yield number, held
            number, held = at, line
    if number:
        yield number, held


def _property(line: str) -> Property | None:
    found = _LINE.match(line)
    if found is None:
        return None
    name, value = found["name"].upper(), found["value"]
    parameters = found["rest"].upper()
    if "QUOTED-PRINTABLE" in parameters:
        coding = re.search(r"CHARSET=\"?([A-Z0-9_-]+)", parameters)
        value = _quoted(value, coding[1] if coding else "utf-8")
    if name not in ("PHOTO", "LOGO", "SOUND", "KEY") and "ENCODING=B" in parameters:
        return None
    return Property(name, _text(name, value))


def _quoted(value: str, coding: str) -> str:
    data = quopri.decodestring(value.encode("utf-8", "replace"))
    for one in (coding, "utf-8", "cp1252"):
        try:
            return data.decode(one)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("utf-8", "replace")


def _text(name: str, value: str) -> str:
    """The text of a value: parts joined, escapes undone, and no scheme before a telephone number."""
    if name == "N":
        parts = [_unescaped(one) for one in _split(value)]
        family, given, more, before, after = (*parts, "", "", "", "", "")[:5]
        return " ".join(one for one in (before, given, more, family, after) if one.strip())
    between = _PARTED.get(name)
    if between is not None:
        found = [_unescaped(one).strip() for one in _split(value, ";," if name in ("CATEGORIES", "NICKNAME") else ";")]
        return between.join(one for one in found if one)
    text = _unescaped(value)
    for scheme in ("tel:", "mailto:") if name in ("TEL", "EMAIL") else ():
        if text.lower().startswith(scheme):
            text = text[len(scheme) :]
    return text.strip()


def _split(value: str, signs: str = ";") -> list[str]:
    """Parted at signs that no backslash stands before."""
    parts: list[str] = []
    current, escaped = "", False
    for letter in value:
        if not escaped and letter in signs:
            parts.append(current)
            current = ""
        else:
            current += letter
        escaped = letter == "\\" and not escaped
    return [*parts, current]


def _unescaped(value: str) -> str:
    """RFC 6350 3.4: backslashes before comma, semicolon, backslash, and for line breaks."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value, flags=re.DOTALL)


def _put(cells: dict[str, str], found: Property) -> None:
    """A second telephone has a column of its own."""
    name, number = found.name, 2
    while name in cells:
        name, number = f"{found.name} {number}", number + 1
    cells[name] = found.text


def _settle_name(cells: dict[str, str]) -> None:
    """The shown name is the name; the one in parts stands in for it, and is kept where it says more."""
    parts = cells.pop("N", "")
    if not cells.get("FN"):
        cells["FN"] = parts
    elif parts and not _words(parts) <= _words(cells["FN"]):
        cells["N"] = parts


def _words(name: str) -> set[str]:
    """Without the comma of "Charlie, Rose"."""
    return set(name.replace(",", " ").split())
