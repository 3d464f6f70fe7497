"""Copies of a community file for the day it is lost: made while the program works, and only counted once they were checked."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from app.data.check import problems_in
from app.data.connection import Connection, connect, connect_again, create, remove_part
from app.data.copying import checked_copy
from app.data.identity import identity_of
from app.data.safe_file import flush_folder, writing_safely
from app.data.sitting import forget_sitting
from app.data.troubles import calmly
from app.model.backups import Backup, backup_name, newest_first, read_backup, superfluous
from app.model.schema import Record
from app.model.trouble import BackupFailed, Damaged, NotThere

_NOTE = "backed up"
_PIECE = 1 << 20
# A year of backups of a large file (with PDFs in it) must not fill a small computer's disk.
MOST_BYTES = 2_000_000_000
_TAIL = re.compile(r"\(([0-9a-f]{8})\)$")


class Backups:
    """`workspace.backups`. `make` may run on any thread; the others belong to the thread of the file."""

    def __init__(self, connection: Connection, kinds: Sequence[type[Record]]) -> None:
        self._connection, self._kinds = connection, tuple(kinds)
        with calmly(connection.path):
            self.identity = identity_of(connection)

    def newest_edit(self) -> int:
        """The number of the last edit."""
        with calmly(self._connection.path):
            return int(self._connection.db.execute("SELECT coalesce(max(seq), 0) FROM history").fetchone()[0])

    @property
    def last(self) -> datetime | None:
        """When this file was backed up last; None when never."""
        return self._noted()[0]

    def due(self) -> bool:
        """Whether anything was changed since."""
        return self.newest_edit() != self._noted()[1]

    def make(self, folder: Path, made: datetime) -> Backup:
        """Write a copy with the same passphrase into `folder`, open it again and check all of it; then it counts.

        `made` with its zone. Raises BackupFailed (with what was found) when the copy is not sound, and NoSpace, NotAllowed,
        NotThere or DiskTrouble; then nothing is left.
        """
        made = made.replace(microsecond=0)  # as its name will tell it
        with calmly(folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = folder / f".{made:%Y%m%d%H%M%S}.part"
        remove_part(part)
        try:
            held = self.write_checked(part)
            with calmly(folder):
                target = _free_name(folder, self._connection.path.stem, made, held)
                part.replace(target)
                flush_folder(folder)
                size = target.stat().st_size
        except Damaged as damage:
            raise BackupFailed(self._connection.path.name) from damage
        finally:
            remove_part(part)
        return Backup(target, made, *held, size)

    def note(self, made: datetime, newest_edit: int) -> None:
        """Remember in the file that it was backed up with that edit as the last. Raises as an edit does."""
        with calmly(self._connection.path):
            words = f"{made.astimezone(UTC).isoformat(timespec='seconds')} {newest_edit}"
            self._connection.db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", [_NOTE, words])

    def save_elsewhere(self, target: Path) -> None:
        """A checked copy made through what is open still, when the file itself is gone from its place.

        Raises AlreadyThere, NoSpace, NotAllowed, NotThere or DiskTrouble.
        """
        checked_copy(self._connection, target)

    def write_checked(self, part: Path) -> tuple[int, int]:
        """A copy at `part`, on the disk, opened again and found whole; answers with how many partners and steps are in it.

        On any thread. Raises Damaged where it is not whole, and as `make` does; the caller removes what is left then.
        """
        source = connect_again(self._connection)
        try:
            with calmly(part):
                written = create(part, self._connection.passphrase)
                try:
                    source.db.raw.backup(written.db.raw)
                    forget_sitting(written)
                    written.db.execute("PRAGMA journal_mode = delete")
                finally:
                    written.close()
        finally:
            source.close()
        copy = connect(part, self._connection.passphrase, read_only=True)
        try:
            with calmly(part):
                if problems_in(copy, self._kinds):
                    raise Damaged(part.name)
                _flush(part)
                return content_of(copy)
        finally:
            copy.close()

    # -- inside -------------------------------------------------------------------------------------------

    def _noted(self) -> tuple[datetime | None, int]:
        with calmly(self._connection.path):
            row = self._connection.db.execute("SELECT value FROM meta WHERE key = ?", [_NOTE]).fetchone()
        hour, _space, number = str(row[0]).partition(" ") if row else ("", "", "")
        try:
            return datetime.fromisoformat(hour), int(number)
        except ValueError:
            return None, -1


def content_of(opened: Connection) -> tuple[int, int]:
    """How many partners and how many steps a file holds, as the window counts them."""
    partners = opened.db.execute("SELECT count(*) FROM partner").fetchone()[0]
    sql = "SELECT count(*) FROM item WHERE level = 'action' AND status <> 'dropped'"
    return int(partners), int(opened.db.execute(sql).fetchone()[0])


# -- the folders they lie in -----------------------------------------------------------------------------------


def backup_folder(above: Path, stem: str, identity: str) -> Path:
    """Where the backups of one community file lie in a folder for many: found by its number, whatever it is called now."""
    tail = identity[:8]
    with suppress(OSError):
        for one in above.iterdir():
            found = _TAIL.search(one.name)
            if found is not None and found[1] == tail and one.is_dir():
                return one
    return above / f"{stem[:60].strip()} ({tail})"


def backups_in(folder: Path) -> list[Backup]:
    """What lies there, the newest first; nothing for a folder that is not there. Raises NotAllowed or DiskTrouble."""
    found: list[Backup] = []
    try:
        with calmly(folder):
            for one in folder.iterdir():
                backup = read_backup(one)
                if backup is not None and one.is_file():
                    found.append(read_backup(one, one.stat().st_size) or backup)
    except NotThere:
        return []
    return newest_first(found)


def thin_out(folder: Path, now: datetime, most_bytes: int = MOST_BYTES) -> None:
    """Take away what has grown superfluous; what cannot be removed stays."""
    for one in superfluous(backups_in(folder), now, most_bytes):
        remove_part(one.path)


def carry(backup: Backup, folder: Path) -> Backup:
    """Copy a backup to another folder (on a stick), and read it there again before it counts. Raises as `writing_safely`."""
    with calmly(folder):
        folder.mkdir(parents=True, exist_ok=True)
    target = folder / backup.path.name
    copy_whole(backup.path, target)
    return Backup(target, backup.made, backup.partners, backup.steps, backup.size, backup.before_going_back)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file byte for byte; it stands at `target` only once it was read there again and is the same."""
    with calmly(source):
        wanted = _digest(source)
    with writing_safely(target, private=True) as file:
        with source.open("rb") as read:
            shutil.copyfileobj(read, file, _PIECE)
        file.flush()
        os.fsync(file.fileno())
        _forget_cached(file.fileno())
        file.seek(0)
        if _digest_of(file) != wanted:
            raise BackupFailed(target.name)


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return _digest_of(file)


def _digest_of(file: BinaryIO) -> bytes:
    found = hashlib.sha256()
    while piece := file.read(_PIECE):
        found.update(piece)
    return found.digest()


def _forget_cached(handle: int) -> None:
    """Ask the computer to read from the stick itself, and not from what it remembers of the writing."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        with suppress(OSError):
            advise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


def _free_name(folder: Path, stem: str, made: datetime, held: tuple[int, int] | None, *, aside: bool = False) -> Path:
    number = 1
    while True:
        target = folder / backup_name(stem, made, held, before_going_back=aside, number=number)
        if not target.exists():
            return target
        number += 1


def set_aside_name(folder: Path, stem: str, made: datetime, held: tuple[int, int] | None) -> Path:
    """A free name for what is kept of a file before an older copy takes its place."""
    return _free_name(folder, stem, made, held, aside=True)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
