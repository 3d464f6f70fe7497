"""Which declarations a file's tables were made from, and whether they are this program's."""

from __future__ import annotations

from app.data.connection import FORMAT, Connection
from app.data.tables import Tables


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
