"""Which declarations a file's tables were made from, and whether they are this program's."""

from __future__ import annotations

from app.data.connection import FORMAT, Connection
from app.data.migrations import MIGRATIONS
from app.data.sql import DatabaseError, Sql
from app.data.tables import Tables

# What FTS5 makes for itself may be otherwise in another version of SQLite, and so may the list of steps taken.
_NOT_OURS = ("_data", "_idx", "_content", "_docsize", "_config", "_sqlite_migrations")
_ERROR = 1


def is_of_today(opened: Connection, tables: Tables) -> bool:
    """Whether the file's layout and tables are those of this program."""
    return int(opened.pragma("user_version")) == FORMAT and shape_of(opened) == tables.shape()


def shape_of(opened: Connection) -> str:
    """Which declarations the tables were made from."""
    row = opened.db.execute("SELECT value FROM meta WHERE key = 'tables'").fetchone()
    return str(row[0]) if row else ""


def note_shape(opened: Connection, tables: Tables) -> None:
    """Write down which declarations the tables were made from."""
    opened.db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('tables', ?)", [tables.shape()])


def is_laid_out(opened: Connection, tables: Tables) -> bool:
    """Whether every table has the columns that this program gives it; only damage can have changed a letter of that.

    For a file whose declarations are this program's. How a table is written down may differ: another version of the library
    that writes it has other quotes and spaces.
    """
    model = Sql(":memory:", uri=False)
    try:
        MIGRATIONS.apply(model.database)
        Tables(model, list(tables.kinds.values())).make()
        rows = model.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        wanted = {str(name): _columns(model, str(name)) for (name,) in rows if not str(name).endswith(_NOT_OURS)}
    finally:
        model.close()
    try:
        return all(_columns(opened.db, name) == columns for name, columns in wanted.items())
    except DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != _ERROR:
            raise
        return False  # the words of the question are right, so it is the table that cannot be understood


def _columns(db: Sql, table: str) -> list[tuple[object, ...]]:
    return db.execute("SELECT name, type, [notnull], pk FROM pragma_table_info(?)", [table]).fetchall()
