"""Erases in the backups that can be reached; or a whole file with all of its backups."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.data.backups import backups_in, content_of
from app.data.connection import beside, connect, remove_part
from app.data.erasing import Target, erase
from app.data.lock import FileLock
from app.data.troubles import calmly
from app.model.backups import Backup, backup_name
from app.model.trouble import Damaged, PassphraseNeeded, Trouble, WrongPassphrase

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class ErasedBackups:
    """How many backups had the record and have it no more; those that could not be opened are `closed`."""

    count: int
    closed: tuple[Backup, ...]


def erase_in_backups(
    target: Target,
    passphrase: str | None,
    folders: Sequence[Path],
    *,
    now: datetime,
    went_on: Callable[[int, int], object] = lambda _done, _all: None,
) -> ErasedBackups:
    """Erase in every backup in these folders; the file itself comes last, so that whoever is stopped here can begin again.

    Raises NoSpace, NotAllowed or DiskTrouble; a backup that cannot be opened is named.
    """
    backups = [one for folder in folders for one in backups_in(folder)]
    count, closed = 0, list[Backup]()
    for number, one in enumerate(backups):
        went_on(number, len(backups))
        try:
            done = erase(one.path, target, passphrase, now=now)
        except (WrongPassphrase, PassphraseNeeded, Damaged):
            closed.append(one)
            continue
        if done is not None:
            count += 1
            _name_anew(one, passphrase)
    went_on(len(backups), len(backups))
    return ErasedBackups(count, tuple(closed))


def remove_backups(backups: Sequence[Backup]) -> int:
    """Take away backups that nobody can look into; answers with how many could not be removed."""
    for one in backups:
        overwrite_and_remove(one.path)
    return sum(one.path.exists() for one in backups)


def _name_anew(backup: Backup, passphrase: str | None) -> None:
    """The name says how many partners it holds, and that is one less now."""
    opened = connect(backup.path, passphrase, read_only=True)
    try:
        held = content_of(opened)
    finally:
        opened.close()
    stem = backup.path.name.split(f" {backup.made:%Y-%m-%d %H%M%S%z} ")[0]
    number = 1
    while True:
        name = backup_name(stem, backup.made, held, before_going_back=backup.before_going_back, number=number)
        target = backup.path.with_name(name)
        if target == backup.path:
            return
        if not target.exists():
            with suppress(OSError):
                backup.path.rename(target)
            return
        number += 1


def erase_file(path: Path, folders: Sequence[Path]) -> list[Path]:
    """A whole closed community file, what lies beside it, and its backups; answers with what could not be removed.

    What is written over is gone on an old disk; a modern one (SSD, stick) may keep what was there, out of anybody's reach here.
    Raises InUse, and then nothing was removed.
    """
    with calmly(path):
        FileLock(path).take(datetime.now(UTC).astimezone()).release()
    for folder in folders:
        with suppress(Trouble):
            for one in backups_in(folder):
                overwrite_and_remove(one.path)
        with suppress(OSError):
            folder.rmdir()  # only when nothing of anybody else's is in it
    overwrite_and_remove(path)
    left = [one for folder in folders for one in _left_in(folder)]
    return left + ([path] if path.exists() else [])


def _left_in(folder: Path) -> list[Path]:
    with suppress(Trouble):
        return [one.path for one in backups_in(folder)]
    return [folder]


def overwrite_and_remove(path: Path) -> None:
    """Write zeros over a file and what SQLite left beside it, and remove them; what cannot be stays."""
    for one in (path, *beside(path), path.with_name(f"{path.name}-shm")):
        with suppress(OSError):
            size = one.stat().st_size
            with one.open("r+b") as file:
                for _piece in range(0, size, _PIECE):
                    file.write(bytes(min(_PIECE, size - file.tell())))
                file.flush()
                os.fsync(file.fileno())
    remove_part(path)
