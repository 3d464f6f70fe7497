"""Knows whether what lies beside a file belongs to it, after a program that had it open was killed.

SQLite puts the newest edits into a file beside (`-wal`) and reads them into whatever file it finds under the name. If somebody
has copied an older file over it meanwhile, the two would be mixed. So each sitting has a number, drawn by chance, that stands
in the file itself and in the lock's small file, which a killed program leaves behind.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from app.data.connection import Connection, alone, connect, left_beside
from app.data.lock import FileLock
from app.data.troubles import calmly
from app.model.trouble import Trouble, WrongPassphrase

_KEY = "sitting"


def begin_sitting(opened: Connection, lock: FileLock) -> None:
    """Number this sitting: first in the file itself, then in the lock's."""
    number = secrets.token_hex(8)
    opened.db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", [_KEY, number])
    opened.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    lock.note(number)


def forget_sitting(opened: Connection) -> None:
    """A copy is of no sitting."""
    opened.db.execute("DELETE FROM meta WHERE key = ?", [_KEY])


def set_aside_strange(path: Path, passphrase: str | None, last: str) -> Path | None:
    """Put away what lies beside a file and belongs to another state of it; answers with where it is now, or None.

    Raises WrongPassphrase: whoever closes the file after a wrong one has SQLite mix the two.

    `last` is the number of the sitting that was not ended, as the lock's file has it; empty where nobody knows.
    """
    with calmly(path):
        beside = left_beside(path)
    if not last or beside is None:
        return None
    try:
        if _sitting(path, passphrase) == last:
            return None
    except WrongPassphrase:
        # Wrong, or the first page was just being written when the program was killed: what lies beside it tells.
        _open_copy(path, beside, passphrase)
        return None
    except Trouble:
        return None  # whoever opens the file says what is wrong with it
    with calmly(path):
        target = _free(path)
        beside.rename(target)
    with suppress(OSError):
        path.with_name(f"{path.name}-shm").unlink()
    return target


def _open_copy(path: Path, beside: Path, passphrase: str | None) -> None:
    """Raises WrongPassphrase where even a copy of both does not open; the protected file itself is left alone."""
    with calmly(path), tempfile.TemporaryDirectory() as place:
        copy = Path(place) / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(beside, copy.with_name(beside.name))
        connect(copy, passphrase).close()


def _sitting(path: Path, passphrase: str | None) -> str:
    opened = alone(path, passphrase)
    try:
        with calmly(path):
            row = opened.db.execute("SELECT value FROM meta WHERE key = ?", [_KEY]).fetchone()
    finally:
        opened.close()
    return str(row[0]) if row else ""


def _free(path: Path) -> Path:
    number = 1
    while True:
        target = path.with_name(f"{path.stem} newest changes of the file before {number}.wal")
        if not target.exists():
            return target
        number += 1
