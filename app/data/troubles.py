"""Turns the errors of SQLite and of the computer into the calm sentences of `app.model.trouble`."""

from __future__ import annotations

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from app.data.sql import SqlError
from app.model.trouble import (
    Damaged,
    DiskTrouble,
    InUse,
    NameTooLong,
    NoSpace,
    NotAllowed,
    NotThere,
    Trouble,
)

# Primary result codes of SQLite (https://www.sqlite.org/rescode.html); the extended ones hold them in the low byte.
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
# A mistake in the words of a statement: ours, unless the text says otherwise.
_ERROR = 1
# Two of what there is only one of: everything is looked up before it is written, so the look-up has met a damaged page.
# An empty value or one of a wrong type would be a fault of ours.
_CONSTRAINT, _OURS = 19, {1299, 3091}
# Damage that is told by its words alone.
_DAMAGED_WORDS = ("could not decode to utf-8", "invalid fts5 file format", "unsupported file format")

# SQLite's own words for its numbers (sqlite3ErrStr).
_WORDS = {
    "is full": _FULL,
    "I/O error": _IOERR,
    "is malformed": _CORRUPT,
    "is not a database": _NOTADB,
    "readonly": _READONLY,
    "unable to open": _CANTOPEN,
    "is locked": _BUSY,
}

# A disk takes names of 255 bytes; what SQLite and we put beside a file has up to 14 more than its own.
_LONG_NAME = 241

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# Also where something stands in the way that cannot be taken away or is a folder.
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.EISDIR}
_NOT_THERE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ESTALE}


@contextmanager
def calmly(path: Path) -> Generator[None, None, None]:
    """Raise a Trouble about `path` for an error of the world; errors of our own (wrong SQL) pass as they are."""
    try:
        yield
    except SqlError as error:
        trouble = from_sqlite(error, path)
        if trouble is None:
            raise
        raise trouble from error
    except OSError as error:
        raise from_os(error, path) from error


def from_sqlite(error: Exception, path: Path) -> Trouble | None:
    """The Trouble that an SQLite error stands for, or None when it is a bug."""
    whole = int(getattr(error, "sqlite_errorcode", 0))
    whole = whole if whole > _ERROR else _by_words(str(error)) or whole
    code = whole & 0xFF
    if code in (_BUSY, _LOCKED):
        return InUse(path.name, "")
    if code == _IOERR:
        return DiskTrouble()
    if code == _FULL:
        return NoSpace()
    if code in (_CORRUPT, _NOTADB) or _tells_damage(whole, str(error)):
        return Damaged(path.name)
    if code == _READONLY:
        return NotAllowed(path.name)
    if code == _CANTOPEN and len(os.fsencode(path.name)) > _LONG_NAME:
        return NameTooLong(path.name)
    if code == _CANTOPEN:
        return NotAllowed(path.name) if path.exists() else NotThere(path.name)
    return None


def _by_words(words: str) -> int:
    """The number, where a copy, or SQLCipher's own function, tells its trouble by SQLite's words alone; 0 for other words."""
    return next((number for part, number in _WORDS.items() if part in words), 0)


def _tells_damage(code: int, words: str) -> bool:
    return (code & 0xFF == _CONSTRAINT and code not in _OURS) or words.lower().startswith(_DAMAGED_WORDS)


def from_os(error: OSError, path: Path) -> Trouble:
    """The Trouble that an error of the operating system stands for."""
    if error.errno in _NO_SPACE:
        return NoSpace()
    if error.errno in _NOT_ALLOWED:
        return NotAllowed(path.name)
    if error.errno in _NOT_THERE:
        return NotThere(path.name)
    if error.errno == errno.ENAMETOOLONG:
        return NameTooLong(path.name)
    return DiskTrouble()
