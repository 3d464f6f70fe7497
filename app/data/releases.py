"""Finds newer versions of the program on sticks and in folders, and takes over a package once it is what was signed.

A note is two parts: a line with the signature, and the JSON that is signed.
"""

from __future__ import annotations

import hashlib
import json
import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from gettext import gettext as _
from pathlib import Path
from typing import Any

from app import __version__
from app.data.own_folders import is_portable
from app.data.safe_file import writing_safely
from app.data.signatures import LONGEST, Forged, Keys, sign
from app.data.troubles import from_os
from app.model.packs import is_older
from app.model.release import SUFFIX, Found, Release, note_of, release_from
from app.model.signer import Signer
from app.model.trouble import NotThere, PackForged, Refused

PURPOSE = "release 1"
_MOST_NOTES, _LONGEST_NOTE, _PIECE = 50, 4_000, 1_000_000
# Windows calls it otherwise than the others do.
_PROCESSORS = {"amd64": "x64"}


class NoNote(Exception):
    """The file is no note of a release."""


@dataclass(frozen=True, slots=True)
class Lying:
    """A release that was found, and the folder where it lies."""

    found: Found
    folder: Path


def this_system() -> str:
    """What packages for this computer are for."""
    systems = {"win32": "windows", "darwin": "macos"}
    machine = platform.machine().lower()
    portable = "-portable" if is_portable() else ""
    return f"{systems.get(sys.platform, 'linux')}-{_PROCESSORS.get(machine, machine)}{portable}"


def write_note(release: Release, seed: bytes) -> bytes:
    """A signed note."""
    content = json.dumps(note_of(release), ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
    return sign(PURPOSE, content, seed) + content


def release_of(package: Path, version: str, released: str, system: str, note: str) -> Release:
    """What a note says of a package. Raises ValueError where something in it cannot be so."""
    size, digest = _measured(package)
    given = {"version": version, "released": released, "system": system, "note": note}
    return release_from({**given, "file": package.name, "size": size, "sha256": digest})


def read_note(path: Path, keys: Keys) -> tuple[Release, Signer]:
    """What a note says, and who signed it. Raises NoNote, Forged, and OSError."""
    with path.open("rb") as file:
        content = file.read(_LONGEST_NOTE + 1)
    line, _break, rest = content.partition(b"\n")
    if len(content) > _LONGEST_NOTE or len(line) > LONGEST:
        raise NoNote
    signer = keys.signer(PURPOSE, rest, line)
    try:
        given: Any = json.loads(rest.decode("utf-8"))
        return release_from(given), signer
    except (ValueError, TypeError, RecursionError, AttributeError) as error:
        raise NoNote from error


class Releases:
    """Newer versions for this computer. `keys` are called when they are needed; packages are copied to `folder`."""

    def __init__(self, keys: Callable[[], Keys], folder: Path, program: str = __version__, system: str = "") -> None:
        self._keys, self._folder, self._program, self._system = keys, folder, program, system or this_system()

    def look_in(self, folders: Iterable[Path]) -> list[Lying]:
        """The versions that lie in these folders, but not in folders within them; those that are not newer too."""
        ours = (one for one in all_in(folders, self._keys()) if one.found.release.system == self._system)
        return [replace(one, found=replace(one.found, why=_why_not(one, self._program))) for one in ours]

    def take_over(self, lying: Lying) -> Path:
        """A copy of the package of our own, which is what was signed, in place of earlier ones; raises as `take_over` does."""
        self._forget()
        return take_over(lying, self._folder)

    def _forget(self) -> None:
        with suppress(OSError):
            for one in self._folder.iterdir():
                with suppress(OSError):
                    one.unlink()


def all_in(folders: Iterable[Path], keys: Keys) -> list[Lying]:
    """Every version that lies in these folders, for whatever system; forged or damaged notes are passed over: not even what
    they say of a version is to be believed.
    """
    lying: list[Lying] = []
    for path in _notes(folders):
        with suppress(NoNote, Forged, OSError):
            lying.append(Lying(Found(*read_note(path, keys)), path.parent))
    return lying


def is_whole(lying: Lying) -> bool:
    """Whether the package beside a note is what was signed."""
    release = lying.found.release
    try:
        return _measured(lying.folder / release.file) == (release.size, release.sha256)
    except OSError:
        return False


def take_over(lying: Lying, folder: Path) -> Path:
    """A copy of the package of our own, which is what was signed: what lies on a stick may change while it is read.

    Raises PackForged when it is not, Refused for a version that is not to be installed, and Troubles of reading and writing.
    """
    release = lying.found.release
    if lying.found.why:
        raise Refused(lying.found.why)
    source, target = lying.folder / release.file, folder / release.file
    digest, size = hashlib.sha256(), 0
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = source.open("rb")
    except FileNotFoundError as error:
        raise NotThere(release.file) from error
    except OSError as error:
        raise from_os(error, source) from error
    with file, writing_safely(target, private=True) as out:
        while piece := file.read(_PIECE):
            size += len(piece)
            digest.update(piece)
            if size > release.size:
                raise PackForged(release.file)
            out.write(piece)
        if (size, digest.hexdigest()) != (release.size, release.sha256):
            raise PackForged(release.file)
    return target


# -- inside ----------------------------------------------------------------------------------------------------


def _measured(package: Path) -> tuple[int, str]:
    """Its bytes, and their SHA-256."""
    with package.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return file.tell(), digest


def _notes(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in dict.fromkeys(folders):
        try:
            found = sorted(one for one in folder.iterdir() if one.name.endswith(SUFFIX) and one.is_file())
        except OSError:
            continue
        yield from found[:_MOST_NOTES]


def _why_not(lying: Lying, program: str) -> str:
    release, signer, folder = lying.found.release, lying.found.signer, lying.folder
    if not is_older(program, release.version):
        return _("It is not newer than the version that you have.")
    if not signer.is_known:
        return _("It is not signed by anybody whom this program knows, so it cannot be started from here.")
    if not (folder / release.file).is_file():
        return _("Its file “{name}” is missing beside it. Copy both files to the same folder.").format(
            name=release.file
        )
    return ""
