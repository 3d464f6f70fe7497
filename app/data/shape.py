"""Which declarations a file's tables were made from, and whether they are this program's."""

from __future__ import annotations

from app.data.connection import FORMAT, Connection
from app.data.migrations import MIGRATIONS
from app.data.sql import Sql
from app.data.tables import Tables

# What FTS5 makes for itself may be written otherwise by another version of SQLite, and so may the list of steps taken.
_NOT_OURS = ("_data", "_idx", "_content", "_docsize", "_config", "_sqlite_migrations")


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
    """Whether every table is written down as this program makes it; only damage can have changed a letter of that.

    For a file whose declarations are this program's.
    """
    model = Sql(":memory:", uri=False)
    try:
        MIGRATIONS.apply(model.database)
        Tables(model, list(tables.kinds.values())).make()
        wanted = _written_down(model)
    finally:
        model.close()
    found = _written_down(opened.db)
    return all(found.get(name) == sql for name, sql in wanted.items())


def _written_down(db: Sql) -> dict[str, str]:
    rows = db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {str(name): str(sql) for name, sql in rows if not str(name).endswith(_NOT_OURS)}
