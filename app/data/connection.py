"""Opens the SQLite connection of a community file: protected or plain, for writing or for looking only."""

from __future__ import annotations

import os
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.data.sql import DatabaseError, Sql
from app.data.troubles import calmly
from app.model.trouble import (
    Damaged,
    NewerFile,
    NotACommunityFile,
    NotAllowed,
    NotClosed,
    NotThere,
    NotWhole,
    PassphraseNeeded,
    Trouble,
    WrongPassphrase,
)

# "GRND": tells our files from other programs' SQLite files (PRAGMA application_id).
APPLICATION_ID = 0x47524E44
# The newest layout that this program reads and writes (PRAGMA user_version); a higher one is refused untouched.
FORMAT = 2

# Pages of so many bytes are all looked at when a file is opened (5,000 partners, 18 MB: 0.03 s, protected 0.06 s).
MOST_LOOKED_THROUGH = 40_000_000

_PLAIN_HEADER = b"SQLite format 3\0"
_ERROR = 1
_PAGE = 4096


@dataclass(slots=True)
class Connection:
    """An open file: `db` for its tables, and what is known about it."""

    path: Path
    db: Sql
    protected: bool
    read_only: bool
    passphrase: str | None

    def pragma(self, name: str) -> Any:
        """The first value that a PRAGMA answers with, or None."""
        row = self.db.execute(f"PRAGMA {name}").fetchone()
        return row[0] if row else None

    def close(self) -> None:
        """Close it; harmless when closed already."""
        self.db.close()

    def take_over(self, other: Connection) -> None:
        """Go on as another connection, to what now stands at the path; whoever holds this one need not know."""
        self.db.take_over(other.db)
        self.protected, self.passphrase = other.protected, other.passphrase


def is_protected(path: Path) -> bool:
    """Whether the file needs a passphrase. Raises NotThere, NotAllowed or NotACommunityFile."""
    with calmly(path):
        if not path.is_file():
            raise NotThere(path.name)
        with path.open("rb") as file:
            head = file.read(_PAGE)
        size = path.stat().st_size
    if path.suffix == ".groundwork" and not head.strip(b"\0"):
        raise NotWhole(path.name)
    if head.startswith(_PLAIN_HEADER):
        return False
    if len(head) < _PAGE or _looks_like_text_or_other(head):
        raise NotACommunityFile(path.name)
    # One of ours that was cut short still opens with its passphrase, and then it is known what is left of it.
    if size % _PAGE and path.suffix != ".groundwork":
        raise NotACommunityFile(path.name)
    return True


def _looks_like_text_or_other(head: bytes) -> bool:
    """A protected page looks like noise: of 4096 random bytes nearly all 256 values occur (fewer than 200: never seen)."""
    return len(set(head)) < 200


def connect(path: Path, passphrase: str | None = None, *, read_only: bool = False, journal: str = "wal") -> Connection:
    """Open an existing file and make sure that it is ours and sound enough to read.

    Raises PassphraseNeeded, WrongPassphrase, NotACommunityFile, NewerFile, Damaged, NotThere, NotClosed or NotAllowed.
    """
    protected = is_protected(path)
    if protected and not passphrase:
        raise PassphraseNeeded
    try:
        return _connect(path, passphrase if protected else None, read_only, journal)
    except NotAllowed as refused:
        if read_only and any(one.exists() for one in beside(path)):
            raise NotClosed(path.name) from refused
        raise


def _connect(path: Path, passphrase: str | None, read_only: bool, journal: str) -> Connection:
    with calmly(path):
        opened = _open(path, passphrase, read_only=read_only)
        try:
            _examine(opened)
            if not read_only:
                _look_through(opened)
                _prepare_for_writing(opened, journal)
        except BaseException:
            opened.close()
            raise
    return opened


def connect_again(opened: Connection) -> Connection:
    """A second connection to a file that is open, to look only; for another thread. Raises as `connect` does.

    The file is not looked at first: on Linux and macOS, closing a handle of our own would drop SQLite's locks on it
    (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    return _connect(opened.path, opened.passphrase, read_only=True, journal="")


def alone(path: Path, passphrase: str | None) -> Connection:
    """The file by itself, whatever lies beside it; to look only. Raises as `connect` does."""
    with calmly(path):
        opened = _open(path, passphrase if is_protected(path) else None, read_only=True, without_beside=True)
        try:
            _examine(opened)
        except BaseException:
            opened.close()
            raise
    return opened


def close_untouched(opened: Connection) -> None:
    """Close a damaged file without a byte written to it: what lies beside it stays there too.

    The last to close puts everything into the one file; so somebody who may only look is the last.
    """
    looks: Connection | None = None
    with suppress(Trouble):
        looks = connect_again(opened)
        with calmly(opened.path):
            looks.db.raw.execute("BEGIN")
            looks.db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    opened.close()
    if looks is not None:
        looks.close()


def create(path: Path, passphrase: str | None = None) -> Connection:
    """A new, empty file of ours. Raises NotAllowed or NoSpace; the caller has made sure that nothing stands there."""
    with calmly(path):
        # Made by us before SQLite does, so that nobody else on the computer may read it for even a moment.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        made = _open(path, passphrase or None, read_only=False)
        made.db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _prepare_for_writing(made, "delete")
    return made


def beside(path: Path) -> list[Path]:
    """Where SQLite keeps the newest edits of a file that is open, or that was open when its program was killed."""
    return [path.with_name(path.name + side) for side in ("-journal", "-wal")]


def left_beside(path: Path) -> Path | None:
    """What SQLite would read into a new file of this name, or None; one that it never began to write is harmless."""
    for one in beside(path):
        if one.is_file():
            with one.open("rb") as left:
                if left.read(1) not in (b"", b"\0"):
                    return one
    return None


def remove_part(path: Path) -> None:
    """Remove an unfinished file with whatever SQLite put beside it; harmless when there is none."""
    for one in (path, *beside(path), path.with_name(f"{path.name}-shm")):
        # What cannot be removed is told by whoever then makes a file there.
        with suppress(OSError):
            one.unlink()


def as_key(passphrase: str) -> str:
    """A passphrase as the file's key is made from it: the same letters typed on another computer are the same."""
    # Half a letter, from a broken clipboard or a note that is no text, is no letter of any passphrase.
    whole = passphrase.encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFC", whole)


def address(uri: str) -> str:
    """A path's address as SQLite takes it: the computer of a shared folder stands in the path, never in front of it."""
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def _open(path: Path, passphrase: str | None, *, read_only: bool, without_beside: bool = False) -> Connection:
    where = address(path.absolute().as_uri()) + ("?mode=ro" if read_only else "?mode=rw")
    closed = read_only and not os.access(path.parent, os.W_OK) and not any(one.exists() for one in beside(path))
    if without_beside or closed:
        where += "&immutable=1"
    sql = Sql(where)
    sql.raw.execute("PRAGMA cipher_log_level = NONE")
    if passphrase:
        sql.raw.set_key(as_key(passphrase))
    return Connection(path, sql, bool(passphrase), read_only, passphrase or None)


def _examine(opened: Connection) -> None:
    try:
        opened.db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except DatabaseError as error:
        if opened.protected and getattr(error, "sqlite_errorcode", 0) == 26:
            raise WrongPassphrase from error
        raise
    if opened.pragma("application_id") != APPLICATION_ID:
        raise NotACommunityFile(opened.path.name)
    if int(opened.pragma("user_version")) > FORMAT:
        raise NewerFile(opened.path.name)


def _look_through(opened: Connection) -> None:
    """A damaged file is never written to: not even the mark that it is open. Larger ones are looked through beside the window."""
    if opened.path.stat().st_size > MOST_LOOKED_THROUGH:
        return
    try:
        sound = opened.pragma("integrity_check(1)") == "ok"
    except DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != _ERROR:
            raise
        sound = False  # the words of the question are right, so it is the list of tables that cannot be understood
    if not sound:
        raise Damaged(opened.path.name)


def _prepare_for_writing(opened: Connection, journal: str) -> None:
    opened.db.execute(f"PRAGMA journal_mode = {journal}")
    opened.db.execute("PRAGMA synchronous = FULL")
    # What is deleted is overwritten with zeros: a name taken out must not linger in the file.
    opened.db.execute("PRAGMA secure_delete = ON")
