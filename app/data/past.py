"""Reads the history itself: how often and when a line of the plan was changed, who had it before, and what it was on a day.

The order of the history's rows is what happened after what. Their hours come from clocks that may be wrong, so an hour
only finds the row to begin with. What came in from another copy counts from the row that brought it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

from app.data.connection import Connection
from app.data.shelf import Shelf
from app.data.sql import unreadable
from app.data.steps import SetAlive, SetField, Step, from_text
from app.data.troubles import calmly
from app.model.item import Item
from app.model.plain_values import from_plain
from app.model.schema import specs
from app.model.since import Difference
from app.model.trace import SLIP, Trace

_DAY = timedelta(days=1)
_KEPT = ("lead", "helpers", "by")


@dataclass(frozen=True, slots=True)
class _Row:
    at: datetime
    again: bool
    steps: list[Step]


class Past:
    """`workspace.past`. Nothing is kept between two questions; 10,000 edits are gone through in well under 0.1 s."""

    def __init__(self, connection: Connection, shelf: Shelf) -> None:
        self._connection, self._shelf = connection, shelf

    def traces(self) -> dict[str, Trace]:
        """What the history tells of each line of the plan, by id; none for a line that was never edited. Raises Damaged."""
        trails: dict[str, _Trail] = {}
        with calmly(self._connection.path):
            for row in self._rows(0):
                touched = {step.id for step in row.steps}
                for step in row.steps:
                    trails.setdefault(step.id, _Trail()).follow(step, row)
                for one in touched:
                    trails[one].edits += 1
                    trails[one].at = row.at
        return {item_id: one.trace() for item_id, one in trails.items()}

    def count_since(self, hour: datetime) -> int:
        """How many edits were made after an hour (with its zone)."""
        with calmly(self._connection.path):
            sql = "SELECT count(*) FROM history WHERE at > ? AND sort <> 'start'"
            bound = (hour + timedelta(seconds=1)).astimezone(UTC).isoformat(timespec="milliseconds")
            return int(self._connection.db.execute(sql, [bound]).fetchone()[0])

    def texts_of(self, record_id: str, fields: Collection[str]) -> list[str]:
        """Every text that these fields of a record ever held, as far as the history's rows tell. Raises Damaged."""
        found: dict[str, None] = {}
        with calmly(self._connection.path):
            sql = "SELECT steps FROM history WHERE instr(steps, ?) > 0 ORDER BY seq"
            for (text,) in self._connection.db.execute(sql, [record_id]).fetchall():
                for step in from_text(text):
                    if isinstance(step, SetField) and step.id == record_id and step.field in fields:
                        found |= {one: None for one in (step.old, step.new) if isinstance(one, str) and one}
        return list(found)

    def since(self, hour: datetime, now: datetime) -> list[Difference]:
        """Every line of the plan that was edited after an hour, then and now. Raises Damaged.

        `now` tells hours that cannot be: a row from after it (a clock that was wrong) is never the one to begin with.
        """
        found: dict[str, _Changed] = {}
        with calmly(self._connection.path):
            first = self._first(hour, now)
            for row in self._rows(first) if first else ():
                for step in row.steps:
                    found.setdefault(step.id, _Changed(row.at)).follow(step, row)
            items = {one.id: one for one in self._shelf.all(Item)}
            lost = {item_id for item_id, one in found.items() if one.was_there and item_id not in items}
            earlier = self._known_before(lost, first)
        made = [
            Difference(
                one.before(items.get(item_id) or earlier.get(item_id) or Item(id=item_id)), items.get(item_id), one.at
            )
            for item_id, one in found.items()
        ]
        return [one for one in made if one.before != one.after]

    # -- inside -------------------------------------------------------------------------------------------

    def _first(self, hour: datetime, now: datetime) -> int:
        sql = "SELECT min(seq) FROM history WHERE at >= ? AND at <= ?"
        row = self._connection.db.execute(sql, [_text(hour), _text(max(hour, now) + _DAY)]).fetchone()
        return int(row[0] or 0)

    def _rows(self, first: int) -> Iterator[_Row]:
        sql = "SELECT at, sort, steps FROM history WHERE seq >= ? AND instr(steps, ?) > 0 ORDER BY seq"
        rows = self._connection.db.execute(sql, [first, f'"{Item.kind}"']).fetchall()
        for at, sort, steps in rows:
            mine = [one for one in from_text(steps) if one.kind == Item.kind]
            if mine:
                yield _Row(_hour(at), sort in ("undo", "redo"), mine)

    def _known_before(self, lost: set[str], first: int) -> dict[str, Item]:
        """What lines that were removed since looked like, as far as the history's steps say."""
        values: dict[str, dict[str, Any]] = {one: {} for one in lost}
        if lost:
            sql = "SELECT steps FROM history WHERE seq < ? AND instr(steps, ?) > 0 ORDER BY seq"
            rows = self._connection.db.execute(sql, [first, f'"{Item.kind}"']).fetchall()
            for step in (step for row in rows for step in from_text(row[0])):
                if isinstance(step, SetField) and step.id in lost:
                    values[step.id][step.field] = step.new
        return {item_id: _item(Item(id=item_id), plain) for item_id, plain in values.items()}


@dataclass(slots=True)
class _Changed:
    """One line while the rows of a span are gone through: what its fields were at the span's beginning."""

    at: datetime
    was_there: bool = True
    _first: bool = True
    _old: dict[str, Any] = field(default_factory=dict[str, Any])
    _now: dict[str, Any] = field(default_factory=dict[str, Any])

    def follow(self, step: Step, row: _Row) -> None:
        """Take in one step."""
        self.at = row.at
        if isinstance(step, SetAlive):
            if self._first:
                self.was_there = not step.alive
        elif isinstance(step, SetField) and _took_effect(step, row, self._now):
            self._old.setdefault(step.field, step.old)
            self._now[step.field] = step.new
        self._first = False

    def before(self, now: Item) -> Item | None:
        """The line as it was, given what is known of it now."""
        return _item(now, self._old) if self.was_there else None


@dataclass(slots=True)
class _Trail:
    """One line while the whole history is gone through: who has had it since when."""

    edits: int = 0
    at: datetime | None = None
    gone: bool = False
    _had: set[str] = field(default_factory=set[str])
    _day: date | None = None
    _now: dict[str, Any] = field(default_factory=dict[str, Any])
    _began: dict[tuple[str, str], datetime] = field(default_factory=dict[tuple[str, str], datetime])

    def follow(self, step: Step, row: _Row) -> None:
        """Take in one step."""
        if isinstance(step, SetAlive):
            self.gone = not step.alive
            for name in _KEPT:
                held = _held(self._now.get(name))
                self._change(name, held if self.gone else set(), set() if self.gone else held, row.at)
        elif isinstance(step, SetField) and step.field in _KEPT and _took_effect(step, row, self._now):
            self._change(step.field, _held(step.old), _held(step.new), row.at)
            self._now[step.field] = step.new

    def trace(self) -> Trace:
        """What there is to tell."""
        return Trace(self.edits, self.at, frozenset(self._had), self._day, self.gone)

    def _change(self, name: str, old: set[str], new: set[str], at: datetime) -> None:
        for one in new - old:
            self._began[name, one] = at
        for one in old - new:
            began = self._began.pop((name, one), None)
            if began is not None and timedelta() <= at - began < SLIP:
                continue
            if name == "by":
                self._day = cast("date | None", from_plain(specs(Item)["by"], one))
            else:
                self._had.add(one)


def _took_effect(step: SetField, row: _Row, now: dict[str, Any]) -> bool:
    """Undo leaves alone what was changed since."""
    return not row.again or step.field not in now or now[step.field] == step.old


def _held(plain: Any) -> set[str]:
    """A field's value as the one or several things that it names."""
    if isinstance(plain, list):
        return {str(one) for one in cast("list[object]", plain)}
    return {str(plain)} if plain else set()


def _item(now: Item, plain: dict[str, Any]) -> Item:
    declared = specs(Item)
    values = {name: from_plain(declared[name], value) for name, value in plain.items() if name in declared}
    return replace(now, **values)


def _text(hour: datetime) -> str:
    """An hour as the history's rows hold it: their text sorts as the hours do."""
    return hour.astimezone(UTC).isoformat(timespec="milliseconds")


def _hour(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise unreadable("no hour") from error
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
