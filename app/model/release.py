"""A newer version of the program that came as a file: what is said of it, and whether it is for this computer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date

from app.model.packs import is_plain_line, is_version, numbers_of
from app.model.signer import Signer

# Beside each package lies a note of it, signed: the package's own name and this ending.
SUFFIX = ".release"
SYSTEMS = ("linux-aarch64", "linux-x86_64", "macos-arm64", "macos-x86_64", "windows-x64", "windows-x64-portable")
_FILE = re.compile(r"groundwork-[0-9.]+-[a-z0-9_-]+\.(exe|zip|dmg|tar\.xz)")
_SUM = re.compile(r"[0-9a-f]{64}")
_LONGEST_NOTE, _LARGEST = 400, 2_000_000_000
_KINDS = {"version": str, "released": str, "system": str, "file": str, "size": int, "sha256": str, "note": str}


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """`file` is the package's name, `size` its bytes; `note` says in a line what is new."""

    version: str
    released: date
    system: str
    file: str
    size: int
    sha256: str
    note: str = ""


def release_from(given: Mapping[str, object]) -> Release:
    """The release that a note speaks of; what a later program's note says besides is left to that. Raises ValueError."""
    if any(type(given.get(name)) is not kind for name, kind in _KINDS.items()):
        raise ValueError("not a note of a release")
    values = {one.name: given[one.name] for one in fields(Release)}
    values["released"] = date.fromisoformat(str(given["released"]))
    release = Release(**values)  # pyright: ignore[reportArgumentType]
    sound = (
        is_version(release.version)
        and release.system in SYSTEMS
        and _FILE.fullmatch(release.file) is not None
        and _SUM.fullmatch(release.sha256) is not None
        and 0 < release.size < _LARGEST
        and is_plain_line(release.note, _LONGEST_NOTE)
    )
    if not sound:
        raise ValueError("not a note of a release")
    return release


def note_of(release: Release) -> dict[str, object]:
    """The same as it stands in the note."""
    values: dict[str, object] = {one.name: getattr(release, one.name) for one in fields(Release)}
    values["released"] = release.released.isoformat()
    return values


@dataclass(frozen=True, slots=True)
class Found:
    """A note that was found. `why` is a sentence where the version in it cannot be installed from here, and else empty."""

    release: Release
    signer: Signer
    why: str = ""


def newest(found: Iterable[Found]) -> Found | None:
    """The newest that can be installed, or else the newest; None of nothing."""
    return max(found, key=lambda one: (not one.why, numbers_of(one.release.version)), default=None)
