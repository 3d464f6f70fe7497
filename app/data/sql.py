"""sqlite-utils on SQLCipher's SQLite, with types: the one place that knows how the two are put together."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, cast

from sqlcipher3 import dbapi2
from sqlite_utils import Database

# The module is compiled and says nothing of its types; its exceptions are its own, not those of the standard sqlite3.
_driver = cast("Any", dbapi2)
SqlError: type[Exception] = _driver.Error
DatabaseError: type[Exception] = _driver.DatabaseError
_CORRUPT = 11


def unreadable(what: str) -> Exception:
    """The error that SQLite itself gives for a damaged page, for content that nobody can have written so."""
    error = DatabaseError(what)
    error.__dict__["sqlite_errorcode"] = _CORRUPT
    return error


def blob(value: object) -> bytes:
    """The bytes of a column that holds nothing else; raises the error of a damaged page where it does."""
    if not isinstance(value, bytes):
        raise unreadable("no bytes")
    return value


@contextmanager
def _whole_errors() -> Generator[None, None, None]:
    """The driver cannot tell an error whose text names something in a damaged file that is no text."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise unreadable("no text") from error


class Sql:
    """A connection. `database` is sqlite-utils' own object, for what needs it whole."""

    def __init__(self, address: str, *, uri: bool = True) -> None:
        self.raw: Any = _driver.connect(address, uri=uri, isolation_level=None, timeout=2.0)
        self._wrapped: Any = None

    @property
    def database(self) -> Any:
        """Made when it is first asked for: sqlite-utils reads the file at once, and the key must be set before."""
        if self._wrapped is None:
            self._wrapped = Database(self.raw)
        return self._wrapped

    def execute(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        """Run one statement; answers with the cursor."""
        with _whole_errors():
            return self.database.execute(sql, values)

    def query(self, sql: str, values: Sequence[Any] = ()) -> Iterator[dict[str, Any]]:
        """Rows as dictionaries by column."""
        # Not sqlite-utils' own: it puts a savepoint around every read, and one that stays open after a page that cannot be
        # read would take every later edit with it when the file is closed.
        with _whole_errors():
            cursor = self.raw.execute(sql, values)
            # All at once: a read that somebody began and never finished keeps the file from being folded up at closing.
            rows = cursor.fetchall()
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in rows)

    def table(self, name: str) -> Any:
        """sqlite-utils' table."""
        return self.database.table(name)

    def atomic(self) -> AbstractContextManager[Any]:
        """All or nothing: a transaction around the block."""
        return self.database.atomic()

    def take_over(self, other: Sql) -> None:
        """Go on with the connection of another."""
        self.raw, self._wrapped = other.raw, None

    def close(self) -> None:
        """Close the connection; harmless when closed already."""
        self.raw.close()
