"""A protected file on a stick or a shared drive is worked on in a copy on this computer, and written back checked.

A stick is pulled out, a shared drive goes away: the work goes on, and nothing that SQLite writes meanwhile is torn. The copy
has the file's own passphrase, so that what a killed program leaves on a borrowed computer is not readable; a file without
one is worked on where it lies.

What the file was when it and the copy last said the same is noted (its SHA-256) before either changes. A copy that was not
written back is gone on with only while the file is still that; else both stay as they are.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.data.connection import connect, left_beside, remove_part
from app.data.drives import drive_name
from app.data.lock import FileLock
from app.data.protecting import unfinished_file
from app.data.safe_file import flush_folder, move_whole, write_safely
from app.data.troubles import calmly
from app.model.backups import SUFFIX
from app.model.trouble import BackupFailed, ChangedThere, Damaged, DiskTrouble, InUse, NotClosed, NotThere, Trouble

_NOTE = "file.json"
_PIECE = 1 << 20
_UNFINISHED = "unfinished"
_NEVER = -1


class WorkCopy:
    """Of one open file; `lock` is held on `home` until the end. `carry` may run on any thread, with nothing else meanwhile.

    `trouble` says why the copy stays here after the end, or is empty; `left` is another copy of this file, or of one that lay
    at the same place, whose changes are nowhere else.
    """

    def __init__(self, home: Path, place: Path, known: tuple[str, ...], lock: FileLock) -> None:
        self.home, self.drive, self.trouble = home, drive_name(home), ""
        self.left: Path | None = None
        self._place, self._known, self._lock = place, known, lock
        self._seen = _look_of(home)
        self._carried = _NEVER
        self._turn = threading.Lock()  # one at a time writes there
        self._bringing: threading.Thread | None = None

    @property
    def file(self) -> Path:
        """What is worked on."""
        return _file_in(self._place) or self._place / self.home.name

    def carry(self, write_checked: Callable[[Path], object], changes: int) -> None:
        """Have what the open file holds written to where it came from; `changes` is what the file had counted before that.

        Raises NotThere (the stick is out), ChangedThere, BackupFailed, NoSpace, NotAllowed or DiskTrouble; then the file there
        is as it was.
        """
        with self._turn, self._unfinished() as part:
            self._refuse_other()
            try:
                write_checked(part)
            except Damaged as damage:
                raise BackupFailed(self.home.name) from damage
            with calmly(self.home):
                new = digest_of(part)
            self._put(part, new)
        self._carried = changes

    def is_behind(self, changes: int) -> bool:
        """Whether something was changed since it was written back; `changes` as the file counts them."""
        return changes != self._carried

    def end(self, changes: int, passphrase: str | None, *, at_once: bool, sound: bool = True) -> None:
        """Once the file is closed: write back what is not there yet, and take the copy away. Raises nothing.

        `at_once` beside the program, which ends only after it.
        """
        if not self.is_behind(changes):
            self._forget()
        elif not sound:
            self._lock.release()
        elif at_once:
            self._bringing = threading.Thread(target=self._bring, args=(None,), name="bring home")
            self._bringing.start()
        else:
            self._bring(passphrase)

    def wait(self) -> None:
        """Wait for what is being brought back."""
        if self._bringing is not None:
            self._bringing.join()

    def begin(self, changes: int) -> None:
        """From here on what is changed is not in the file there."""
        self._carried = changes

    def fall_behind(self) -> None:
        """All of it has to be written back, though nothing was changed: the passphrase is another."""
        self._carried = _NEVER

    # -- inside -------------------------------------------------------------------------------------------

    def _bring(self, passphrase: str | None) -> None:
        try:
            self._copy_home(passphrase)
        except Trouble as trouble:
            self.trouble = str(trouble)
            self._lock.release()
        else:
            self._forget()

    def _copy_home(self, passphrase: str | None) -> None:
        """The closed file, byte for byte; with its passphrase it is opened there too before it counts."""
        with self._turn, self._unfinished() as part:
            self._refuse_other()
            if left_beside(self.file) is not None:
                raise NotClosed(self.file.name)
            with calmly(self.home):
                written = _copied(self.file, part)
                if digest_of(part) != written:
                    raise DiskTrouble(self.home.name)
            if passphrase is not None:
                connect(part, passphrase, read_only=True).close()
            self._put(part, written)

    @contextmanager
    def _unfinished(self) -> Generator[Path, None, None]:
        part = unfinished_file(self.home)
        remove_part(part)
        try:
            yield part
        finally:
            remove_part(part)

    def _refuse_other(self) -> None:
        """Only the file that was copied is written over: not one that was put there since, nor one on another stick."""
        with calmly(self.home):
            now = _look_of(self.home)
            if now is None:
                raise NotThere(self.home.name)
            if now != self._seen:
                if digest_of(self.home) not in self._known:
                    raise ChangedThere(self.home.name)
                self._seen = now

    def _put(self, part: Path, new: str) -> None:
        with calmly(self.home):
            self._note((*self._known, new))
            move_whole(part, self.home)
            flush_folder(self.home.parent)
            self._seen = _look_of(self.home)
            self._note((new,))

    def _note(self, known: tuple[str, ...]) -> None:
        self._known = known
        write_note(self._place, self.home, known)

    def _forget(self) -> None:
        remove_place(self._place)
        self._lock.release()


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy that was not taken away: its program was killed, or the stick was out. Without `known` it was set aside."""

    place: Path
    file: Path
    home: Path
    known: tuple[str, ...]

    @property
    def is_alone(self) -> bool:
        """Whether what it holds is nowhere else: its file cannot be reached, or has become another."""
        try:
            return digest_of(self.home) not in self.known
        except OSError:
            return True

    def set_aside(self) -> None:
        """Never go on with it by itself any more."""
        with calmly(self.file):
            (self.place / _NOTE).unlink(missing_ok=True)


def kept_copies(folder: Path) -> list[KeptCopy]:
    """Those in a folder of places."""
    try:
        places = sorted(folder.iterdir())
    except OSError:
        return []
    kept: list[KeptCopy] = []
    for place in places:
        file = _file_in(place)
        if file is None:
            _clear(place)
        else:
            kept.append(KeptCopy(place, file, *_read_note(place)))
    return kept


def make_place(folder: Path, home: Path, digest: str) -> Path:
    """A new place in `folder` with a copy of a closed file that has this SHA-256; raises a Trouble and leaves nothing."""
    place = folder / secrets.token_hex(4)
    part = place / _UNFINISHED
    lock = FileLock(part)
    try:
        with calmly(home):
            place.mkdir(mode=0o700, parents=True)
            lock.take(datetime.now(UTC).astimezone())
            if not _copied(home, part) == digest_of(part) == digest:
                raise DiskTrouble(home.name)
            write_note(place, home, (digest,))
            part.rename(place / home.name)
    except BaseException:
        lock.release()
        remove_place(place)
        raise
    lock.release()
    return place


# -- files -----------------------------------------------------------------------------------------------------


def _file_in(place: Path) -> Path | None:
    return next(iter(sorted(place.glob(f"*{SUFFIX}"))), None)


def _read_note(place: Path) -> tuple[Path, tuple[str, ...]]:
    try:
        given: Any = json.loads((place / _NOTE).read_text("utf-8"))
        return Path(str(given["home"])), tuple(str(one) for one in given["known"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return place, ()


def write_note(place: Path, home: Path, known: tuple[str, ...]) -> None:
    """Note beside a copy what it is a copy of. Raises as `write_safely` does."""
    write_safely(place / _NOTE, json.dumps({"home": str(home), "known": known}).encode("utf-8"))


def _look_of(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def digest_of(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits; raises OSError."""
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _copied(source: Path, target: Path) -> str:
    """The SHA-256 of what was read; the copy is on the disk."""
    digest = hashlib.sha256()
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with source.open("rb") as given, os.fdopen(handle, "wb") as taken:
        while piece := given.read(_PIECE):
            digest.update(piece)
            taken.write(piece)
        taken.flush()
        os.fsync(taken.fileno())
    return digest.hexdigest()


def _clear(place: Path) -> None:
    """A copy that was never finished, or one that was erased; but not one that another program is just making."""
    lock = FileLock(place / _UNFINISHED)
    with suppress(OSError, InUse):
        lock.take(datetime.now(UTC).astimezone())
        lock.release()
        remove_place(place)


def remove_place(place: Path) -> None:
    """The place and, where it was the only one, the folder of all of them: a borrowed computer keeps nothing."""
    shutil.rmtree(place, ignore_errors=True)
    with suppress(OSError):
        place.parent.rmdir()
