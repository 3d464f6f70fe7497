"""Looks through a file that is open, all of it, beside the window: slow, and at one moment of the file."""

from __future__ import annotations

import time
from collections.abc import Sequence

from app.data.check import problems_in
from app.data.connection import Connection, connect_again
from app.data.troubles import calmly
from app.model.kinds import KINDS
from app.model.schema import Record
from app.model.trouble import Damaged

# What was being written at the moment of the first look is whole at the second.
_AGAIN_SECONDS = 1.0


class Checking:
    """`workspace.checking`. `problems` may run on any thread."""

    def __init__(self, connection: Connection, kinds: Sequence[type[Record]] = KINDS) -> None:
        self._connection, self._kinds = connection, tuple(kinds)

    def problems(self, again_after: float = _AGAIN_SECONDS) -> list[str]:
        """What is wrong, in sentences; empty when the file is sound. What is found is looked at twice."""
        found = self._look()
        if found:
            time.sleep(again_after)
            found = self._look()
        return found

    def _look(self) -> list[str]:
        try:
            looked_at = connect_again(self._connection)
        except Damaged as damage:
            return [str(damage)]
        try:
            with calmly(looked_at.path):
                looked_at.db.raw.execute("BEGIN")
                # The moment is that of the first read.
                looked_at.db.execute("SELECT count(*) FROM sqlite_master").fetchone()
                return problems_in(looked_at, self._kinds)
        except Damaged as damage:
            return [str(damage)]
        finally:
            looked_at.close()
