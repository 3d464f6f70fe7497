"""A passphrase set, changed or taken away while the file is open, so that a power cut at any moment leaves a whole file.

The contents are written into a new file beside the old one, under the new passphrase; that file is opened again, compared
with the old one row by row, and only then takes its place in one move. Until the move the old passphrase opens the file, from
the move on the new one.
"""

from __future__ import annotations

import hmac
import os
import stat
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from gettext import gettext as _
from itertools import zip_longest
from pathlib import Path

from app.data.connection import (
    APPLICATION_ID,
    Connection,
    address,
    as_key,
    beside,
    connect,
    connect_again,
    remove_part,
)
from app.data.safe_file import flush_folder, move_whole, open_part
from app.data.troubles import calmly
from app.model.trouble import (
    DiskTrouble,
    InUse,
    NoSpace,
    NotReopened,
    ReadOnly,
    Refused,
    StaysForSpace,
    StaysOnDisk,
    StillRead,
    Trouble,
    WrongPassphrase,
)

# A change that was made while the new file was written has it written again; nobody types so often.
_TIMES = 20


def unfinished_file(path: Path) -> Path:
    """Where the new file stands until it is whole; one that was left by a power cut goes when the file is next opened."""
    return path.with_name(f".{path.name}.new")


class NewProtection:
    """One change of passphrase. `write` runs on any thread; `put` on the thread of the workspace, and answers at once."""

    def __init__(self, connection: Connection, new: str | None, put: Callable[[Path, str | None], None]) -> None:
        self._connection, self._new, self._put = connection, new, put
        self._part = unfinished_file(connection.path)
        self._edits = -1
        self._same = self._stopped = False
        self._reader: Connection | None = None
        self._stand()

    def write(self) -> None:
        """Write the new file and compare it with the old. Raises NoSpace, DiskTrouble, NotAllowed or Damaged; then it is gone."""
        path = self._connection.path
        try:
            with _kept(path):
                self._make()
        except BaseException:
            self.drop()
            if not self._stopped:
                raise

    def stop(self) -> None:
        """End `write` on another thread as soon as can be: the file is to be closed. It is not to be put any more."""
        self._stopped = True
        reader = self._reader
        if reader is not None:
            reader.db.raw.interrupt()

    def put(self) -> bool:
        """Let the new file take the old one's place; False when the old one was edited meanwhile: `write` it again.

        Raises StillRead, HeldOpen, NotAllowed, NotThere or DiskTrouble; then the old file is open as before.
        """
        if not self._is_newest():
            self._stand()
            return False
        try:
            if not self._same:
                raise StaysOnDisk
            with _kept(self._connection.path):
                self._put(self._part, self._new)
        finally:
            self.drop()
        return True

    def drop(self) -> None:
        """Take away what was written; harmless when there is nothing."""
        remove_part(self._part)

    # -- inside -------------------------------------------------------------------------------------------

    def _stand(self) -> None:
        self._edits = self._connection.db.raw.total_changes

    def _is_newest(self) -> bool:
        return bool(self._connection.db.raw.total_changes == self._edits)

    def _make(self) -> None:
        remove_part(self._part)
        old = self._reader = connect_again(self._connection)
        try:
            open_part(self._part, private=True).close()
            _export(old, self._part, self._new)
            _settle(self._part, self._connection.path)
            self._same = _agree(old, self._part, self._new)
        finally:
            self._reader = None
            old.close()


class Protecting:
    """`workspace.protecting`. `put` closes the file, moves another into its place and opens that."""

    def __init__(self, connection: Connection, put: Callable[[Path, str | None], None]) -> None:
        self._connection, self._put = connection, put

    def is_passphrase(self, said: str | None) -> bool:
        """Whether this is the passphrase of the open file; None or nothing is right for a file without."""
        return hmac.compare_digest(_bytes(said), _bytes(self._connection.passphrase))

    def begin(self, old: str | None, new: str | None) -> NewProtection:
        """Begin to put `new` in the place of `old`; None for no passphrase.

        Raises WrongPassphrase, ReadOnly, or Refused when the two are the same.
        """
        if self._connection.read_only:
            raise ReadOnly
        if not self.is_passphrase(old):
            raise WrongPassphrase
        if self.is_passphrase(new):
            raise Refused(_("That is the passphrase that the file has now. Type another one."))
        return NewProtection(self._connection, new or None, self._put)

    def change(self, old: str | None, new: str | None) -> None:
        """All of it at once, where no window waits. Raises as `begin`, `write` and `put` do."""
        change = self.begin(old, new)
        for _time in range(_TIMES):
            change.write()
            if change.put():
                return
        change.drop()
        raise StillRead(self._connection.path.name)


def put_in_place(connection: Connection, part: Path, passphrase: str | None) -> None:
    """Close the file, let `part` take its place, and go on with that; on a trouble, with the old one as before.

    Raises StillRead, HeldOpen, NotAllowed or DiskTrouble; NotReopened when neither can be opened any more just now.
    """
    path, now = connection.path, connection.passphrase
    journal = str(connection.pragma("journal_mode"))
    connection.close()
    try:
        with calmly(path):
            # Whoever else reads the old file keeps its newest pages beside it: the new one would be read with them. Or the
            # disk did not take them into it: then it is asked once more, and says itself what is wrong.
            with suppress(InUse):
                if _left(path):
                    connect(path, now, journal="delete").close()
            if _left(path):
                raise StillRead(path.name)
            # Not `Path.replace`: Windows refuses it for a moment while something looks at every new file.
            move_whole(part, path)
        now = passphrase
        flush_folder(path.parent)
    finally:
        _open_again(connection, now, journal)


def _left(path: Path) -> bool:
    return any(one.exists() for one in (*beside(path), path.with_name(f"{path.name}-shm")))


def _open_again(connection: Connection, passphrase: str | None, journal: str) -> None:
    try:
        connection.take_over(connect(connection.path, passphrase, journal=journal))
    except Trouble as trouble:
        raise NotReopened(connection.path.name) from trouble


@contextmanager
def _kept(path: Path) -> Generator[None, None, None]:
    """Sentences about the passphrase, in place of those about an edit."""
    try:
        with calmly(path):
            yield
    except NoSpace as trouble:
        raise StaysForSpace from trouble
    except DiskTrouble as trouble:
        raise StaysOnDisk from trouble


def _bytes(passphrase: str | None) -> bytes:
    return as_key(passphrase or "").encode("utf-8")


def _export(old: Connection, part: Path, new: str | None) -> None:
    """SQLCipher's own way: it copies the tables as they are, those of the search too."""
    raw = old.db.raw
    raw.execute("ATTACH DATABASE ? AS made KEY ?", [address(part.as_uri()) + "?mode=rw", as_key(new or "")])
    try:
        raw.execute("PRAGMA made.synchronous = FULL")
        raw.execute("BEGIN")
        try:
            raw.execute("SELECT sqlcipher_export('made')").fetchall()
            raw.execute(f"PRAGMA made.application_id = {APPLICATION_ID}")
            raw.execute(f"PRAGMA made.user_version = {int(old.pragma('user_version'))}")
            raw.execute("COMMIT")
        except BaseException:
            if raw.in_transaction:
                raw.execute("ROLLBACK")
            raise
    finally:
        raw.execute("DETACH DATABASE made")


def _agree(old: Connection, part: Path, passphrase: str | None) -> bool:
    """Open the new file as anybody would, and compare all of it."""
    new = connect(part, passphrase, read_only=True)
    try:
        if new.pragma("user_version") != old.pragma("user_version") or new.pragma("integrity_check(1)") != "ok":
            return False
        if new.protected and new.db.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
            return False
        tables = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
        shape = old.db.execute(tables).fetchall()
        return shape == new.db.execute(tables).fetchall() and all(
            _same_rows(old, new, name) for kind, name, _table, sql in shape if kind == "table" and _holds_rows(sql)
        )
    finally:
        new.close()


def _holds_rows(sql: str) -> bool:
    """What is virtual keeps its rows in tables of its own."""
    return not sql.upper().startswith("CREATE VIRTUAL")


def _same_rows(old: Connection, new: Connection, table: str) -> bool:
    sql = f'SELECT * FROM "{table}"'
    pairs = zip_longest(old.db.raw.execute(sql), new.db.raw.execute(sql))
    return all(one == other for one, other in pairs)


def _settle(part: Path, path: Path) -> None:
    """Whoever could open the old file can open the new one; and all of it is on the disk."""
    with suppress(OSError):
        part.chmod(stat.S_IMODE(path.stat().st_mode))
    handle = os.open(part, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
