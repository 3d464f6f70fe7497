"""All that is in a file, read by a connection of its own: for long work beside the window that takes everything out."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from app.data.connection import Connection, connect_again
from app.data.copies import Copies
from app.data.history import History, HistoryDamaged
from app.data.loading import load_history
from app.data.past import Past
from app.data.shelf import Shelf
from app.data.steps import Move, SetAlive, SetField, Step, from_text
from app.data.tables import Tables
from app.data.troubles import calmly
from app.model.everything import PastEdit
from app.model.schema import Record
from app.model.trace import Trace
from app.model.trouble import Damaged

R = TypeVar("R", bound=Record)

_ROWS = 500


class Outgoing:
    """`workspace.outgoing`. Its contents are opened, read and closed on whichever thread wants them."""

    def __init__(self, connection: Connection, kinds: Sequence[type[Record]]) -> None:
        self._connection, self._kinds = connection, tuple(kinds)

    @contextmanager
    def opened(self) -> Generator[FileContents, None, None]:
        """Everything as it is at this moment, whatever the window saves meanwhile. Raises as `connect` does."""
        looked_at = connect_again(self._connection)
        try:
            with calmly(looked_at.path):
                looked_at.db.raw.execute("BEGIN")
                # The moment is that of the first read.
                looked_at.db.execute("SELECT count(*) FROM history").fetchone()
            yield FileContents(looked_at, self._kinds)
        finally:
            looked_at.close()


class FileContents:
    """The `Contents` of `app.model.everything`, from a file. Each method raises Damaged or DiskTrouble."""

    def __init__(self, connection: Connection, kinds: Sequence[type[Record]]) -> None:
        self._connection, self._kinds = connection, kinds
        self._tables = Tables(connection.db, kinds)
        self._copies = Copies(connection)
        self._loaded: History | None = None

    @property
    def kinds(self) -> Sequence[type[Record]]:
        """As the Protocol says; so do the others."""
        return self._kinds

    def all(self, kind: type[R]) -> list[R]:
        with calmly(self._connection.path):
            return self._tables.all(kind)

    def removed(self, kind: type[R]) -> list[R]:
        with calmly(self._connection.path):
            try:
                if self._loaded is None:
                    self._loaded = load_history(self._connection)
                return self._loaded.removed(kind)
            except HistoryDamaged as error:
                raise Damaged(self._connection.path.name) from error

    def history(self) -> Iterator[PastEdit]:
        last = 0
        while True:
            with calmly(self._connection.path):
                sql = "SELECT seq, at, sort, label, steps FROM history WHERE seq > ? ORDER BY seq LIMIT ?"
                rows = self._connection.db.execute(sql, [last, _ROWS]).fetchall()
                found = [
                    PastEdit(at, sort, label, [_plain(one) for one in from_text(steps)])
                    for _s, at, sort, label, steps in rows
                ]
            yield from found
            if not rows:
                return
            last = int(rows[-1][0])

    def traces(self) -> Mapping[str, Trace]:
        return Past(self._connection, Shelf(self._tables)).traces()

    def pdf(self, digest: str) -> Iterator[bytes] | None:
        return self._copies.parts(digest)

    def pdf_words(self, digest: str) -> list[str]:
        return self._copies.words(digest)


def _plain(step: Step) -> Mapping[str, Any]:
    of = {"kind": step.kind, "id": step.id}
    match step:
        case SetField():
            return {**of, "field": step.field, "before": step.old, "after": step.new}
        case SetAlive():
            return {**of, "added" if step.alive else "removed": True}
        case Move():
            return {**of, "moved": {"before": _place(step.old), "after": _place(step.new)}}


def _place(place: tuple[str, str] | None) -> Mapping[str, str] | None:
    return {"below": place[0], "behind": place[1]} if place is not None else None
