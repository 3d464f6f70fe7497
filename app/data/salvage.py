"""Reads what can still be read of a damaged file: its history edit by edit, and what its lists show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.data.connection import connect
from app.data.history import History, HistoryDamaged
from app.data.raw_key import raw_key
from app.data.sql import DatabaseError
from app.data.values import from_row
from app.model.schema import FieldType, Record, linked, specs

COLUMNS = ("seq", "at", "sort", "label", "joins", "steps", "version", "change")
# So many numbers in a row are asked for one by one where a list cannot be read through.
_MOST_ASKED = 100_000
# So many failures in a row end that asking: a protected file is opened again after each, in some 2 ms.
_MOST_FAILURES = 300
# A number that is so much higher than the one before it is itself damaged.
_FAR = 10_000


class Reader:
    """A damaged file, asked one thing after another; what cannot be read is answered by None."""

    def __init__(self, path: Path, passphrase: str | None) -> None:
        self._opened = connect(path, passphrase, read_only=True)
        self.path, self.passphrase = path, self._opened.passphrase
        self._key: str | None = None
        # Tables whose last rows cannot be met, so that nobody knows how many there were.
        self.endless: set[str] = set()

    def ask(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]] | None:
        """All rows of an answer, or None."""
        try:
            return self._opened.db.execute(sql, values).fetchall()
        except DatabaseError:
            self._start_again()
            return None

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[int, tuple[Any, ...] | None]]:
        """Each row of a table by its number, in order; None for one that is there and cannot be read."""
        met, maybe = self._numbers(table)
        known, failures = set(met), 0
        names = ", ".join(f"[{name}]" for name in columns)
        for number in sorted({*met, *maybe}):
            if number not in known and failures >= _MOST_FAILURES:
                continue
            found = self.ask(f"SELECT {names} FROM [{table}] WHERE rowid = ?", [number])
            failures = failures + 1 if found is None else 0
            if found or number in known:
                yield number, found[0] if found else None

    def _numbers(self, table: str) -> tuple[list[int], list[int]]:
        """The numbers of a table's rows that were met, and those that may be there where it cannot be read through."""
        up, whole = self._until_damage(table, "ASC")
        if whole:
            return up, []
        down, _whole = self._until_damage(table, "DESC")
        if not down:
            self.endless.add(table)
        first = up[-1] + 1 if up else 1
        last = min([*down, first + _MOST_ASKED])
        return sorted({*up, *down}), list(range(first, last))

    def close(self) -> None:
        """Let go of the file."""
        self._opened.close()

    def _until_damage(self, table: str, order: str) -> tuple[list[int], bool]:
        found: list[int] = []
        try:
            for row in self._opened.db.execute(f"SELECT rowid FROM [{table}] ORDER BY rowid {order}"):
                found.append(int(row[0]))
        except DatabaseError:
            self._start_again()
            return found, False
        return found, True

    def _start_again(self) -> None:
        """After a protected page that cannot be read, SQLCipher reads no other one either."""
        if self.passphrase is None:
            return
        self._opened.close()
        if self._key is None:
            self._key = raw_key(self.path, self.passphrase)
        self._opened = connect(self.path, self._key, read_only=True)


@dataclass(slots=True)
class Salvaged:
    """The history as far as it is known, its rows that can be read, and the numbers of those that cannot.

    `endless`: the newest cannot even be counted; the last number that is lost stands for all of them.
    """

    history: History
    rows: list[list[Any]] = field(default_factory=list[list[Any]])
    lost: list[int] = field(default_factory=list[int])
    endless: bool = False


def salvage(damaged: Reader, kinds: Sequence[type[Record]]) -> Salvaged | None:
    """Everything that can be read; the lists are asked only where edits are lost. None when there is nothing."""
    found = Salvaged(History())
    whole = damaged.ask("SELECT whole FROM snapshot ORDER BY seq DESC LIMIT 1")
    known = bool(whole) and _take(found.history, whole[0][0])
    last = 0
    for number, row in damaged.rows("history", COLUMNS):
        taken = row is not None and _take(found.history, row[-1])
        if number > last + _FAR:
            continue
        last = number
        if row is not None and taken:
            found.rows.append(list(row))
    kept = {row[0] for row in found.rows}
    found.lost = [number for number in range(1, last + 1) if number not in kept]
    found.endless = "history" in damaged.endless
    if found.endless or not found.rows:
        found.lost.append(last + 1)
    if found.lost:
        known = _take_lists(damaged, kinds, found.history) or known
        _drop_lost_links(found.history, kinds)
    return found if known or found.rows else None


def _take(history: History, blob: Any) -> bool:
    try:
        history.take_in([blob])
    except (HistoryDamaged, TypeError):
        return False
    return True


def _take_lists(damaged: Reader, kinds: Sequence[type[Record]], history: History) -> bool:
    """Bring what the lists show into a history that has lost edits; nothing is removed. False when they show nothing."""
    any_met = False
    for kind in kinds:
        rows = list(_rows(damaged, kind))
        any_met = any_met or bool(rows)
        for row in rows:
            _take_record(history, from_row(kind, row))
        if kind.in_tree:
            _take_places(history, kind, rows)
    return any_met


def _rows(damaged: Reader, kind: type[Record]) -> Iterator[dict[str, Any]]:
    """The rows of a list that can be read and that are records."""
    names = ["id", *(("parent", "place") if kind.in_tree else ()), *specs(kind)]
    for _number, values in damaged.rows(kind.kind, names):
        if values is None:
            continue
        row = dict(zip(names, values, strict=True))
        try:
            from_row(kind, row)
        except DatabaseError:
            continue
        yield row


def _take_record(history: History, record: Record) -> None:
    kind = type(record)
    known = history.read(kind, record.id)
    if known is None:
        history.set_alive(kind.kind, record.id, True)
    for name in specs(kind):
        value = getattr(record, name)
        if known is None or getattr(known, name) != value:
            history.put(kind, record.id, name, value)


def _drop_lost_links(history: History, kinds: Sequence[type[Record]]) -> None:
    """Free whoever names a record that is lost; what cannot be without it (a tie) goes as well."""
    for kind in kinds:
        linking = {name: spec for name, spec in specs(kind).items() if spec.to}
        for record_id in history.record_ids(kind) if linking else ():
            record = history.read(kind, record_id)
            for name, spec in linking.items():
                named = linked(spec, getattr(record, name))
                kept = tuple(one for one in named if history.is_alive(spec.to, one))
                if kept == named:
                    continue
                if spec.required:
                    history.set_alive(kind.kind, record_id, False)
                else:
                    history.put(kind, record_id, name, kept if spec.type is FieldType.LINKS else "")


def _take_places(history: History, kind: type[Record], rows: list[dict[str, Any]]) -> None:
    """Put the outline's records in their order, each above those below it; what stood below a lost one comes to the top."""
    below: dict[str, list[str]] = {}
    ids = {row["id"] for row in rows}
    for row in sorted(rows, key=lambda one: str(one["place"])):
        below.setdefault(row["parent"] if row["parent"] in ids else "", []).append(row["id"])
    parents = [""]
    for parent in parents:
        before = ""
        for record_id in below.get(parent, ()):
            now = (history.parent_of(kind.kind, record_id), history.before(kind.kind, record_id))
            if now != (parent, before) or not history.place_of(kind.kind, record_id):
                history.place(kind.kind, record_id, parent, before)
            before = record_id
            parents.append(record_id)
