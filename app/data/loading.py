"""Reads a file's history into memory."""

from __future__ import annotations

from app.data.connection import Connection
from app.data.history import History
from app.data.sql import blob


def load_history(connection: Connection) -> History:
    """The history from the newest snapshot and the edits after it. Raises HistoryDamaged."""
    history = History()
    row = connection.db.execute("SELECT seq, whole FROM snapshot ORDER BY seq DESC LIMIT 1").fetchone()
    since, blobs = (int(row[0]), [blob(row[1])]) if row else (0, [])
    rows = connection.db.execute("SELECT change FROM history WHERE seq > ? ORDER BY seq", [since]).fetchall()
    history.take_in([*blobs, *(blob(one[0]) for one in rows)])
    return history
