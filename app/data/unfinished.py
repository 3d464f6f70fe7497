"""What is in the middle of being done: half-typed words, and where a meeting stands. In the file, beside the history.

It is not in the history because nobody has said yet that it counts; what is thrown away again leaves nothing behind.
"""

from __future__ import annotations

from app.data.connection import Connection
from app.data.troubles import calmly

_BEGINS = "unfinished:"


class Unfinished:
    """Short texts by key. A file that is open for looking only keeps none."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, key: str, text: str) -> None:
        """Put a text on the disk in place of the one before; an empty one takes it away.

        Raises NoSpace, NotAllowed or DiskTrouble; then what was kept before is still there.
        """
        if self._connection.read_only:
            return
        with calmly(self._connection.path):
            db = self._connection.db
            if text:
                db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", [_BEGINS + key, text])
            else:
                db.execute("DELETE FROM meta WHERE key = ?", [_BEGINS + key])

    def read(self, key: str) -> str:
        """The text, or an empty one."""
        with calmly(self._connection.path):
            sql = "SELECT value FROM meta WHERE key = ?"
            row = self._connection.db.execute(sql, [_BEGINS + key]).fetchone()
        return str(row[0]) if row else ""

    def forget(self, beginning: str) -> None:
        """Take away every text whose key begins so."""
        if self._connection.read_only:
            return
        with calmly(self._connection.path):
            sql = "DELETE FROM meta WHERE substr(key, 1, ?) = ?"
            whole = _BEGINS + beginning
            self._connection.db.execute(sql, [len(whole), whole])
