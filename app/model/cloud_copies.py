"""Files that a service which keeps folders the same has set aside, because two computers had changed one file."""

from __future__ import annotations

import re
from collections.abc import Iterable

# As Dropbox, Nextcloud and ownCloud, Syncthing, and OneDrive (the computer's name behind a hyphen) call them.
_NAMES = (
    re.compile(r"(?P<of>.+) \((?:.*'s |.*’s )?conflicted copy\b.*\)", re.IGNORECASE),
    re.compile(r"(?P<of>.+) \(case conflict.*\)", re.IGNORECASE),
    re.compile(r"(?P<of>.+)[_.]conflict-\d{8}-\d{6}", re.IGNORECASE),
    re.compile(r"(?P<of>.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?", re.IGNORECASE),
    re.compile(r"(?P<of>.+)-(?:DESKTOP|LAPTOP)-[A-Z0-9]{7}(?:-\d+)?"),
)


def original_of(stem: str) -> str:
    """The name (without its ending) of the file that one was set aside from; empty for a name that tells of none."""
    for one in _NAMES:
        found = one.fullmatch(stem)
        if found is not None:
            return found["of"]
    return ""


def twins(stem: str, beside: Iterable[str]) -> list[str]:
    """Of the names in a folder, those that belong to the same file as `stem`, itself left out; in their order."""
    of = original_of(stem) or stem
    return sorted(one for one in set(beside) if one != stem and of in (one, original_of(one)))
