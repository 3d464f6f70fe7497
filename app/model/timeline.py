"""The timeline: which rows it has, from which day to which each bar goes, and what waits for what.

Both days of a bar belong to it. A goal's or an objective's bar covers all that lies below it (a roll-up, as in the plans of
project offices), and its own day is a mark on it. What is drawn where follows in `app.model.timeline_boxes`.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from app.model.item import Item
from app.model.plan import FINISHED, Outline, Progress
from app.model.time_axis import moved_day

_NO_STEPS = Progress(0, 0)


class Shape(Enum):
    """How a row's days are drawn."""

    BAR = "bar"  # from its first day to its last
    DAY = "day"  # the last day alone is known
    OPEN = "open"  # the first day alone is known
    ROLL_UP = "roll-up"  # from the first to the last day of what lies below
    NONE = "none"


class Part(Enum):
    """What of a bar is moved."""

    ALL = "all"
    START = "start"
    END = "end"


class Row(NamedTuple):
    """One line. `opens` says that something lies below it, `folded` that this is not shown. `mark` is a roll-up's own day.

    A tuple, since thousands are made anew with every edit.
    """

    item: Item
    depth: int
    shape: Shape
    first: date | None
    last: date | None
    opens: bool
    folded: bool
    progress: Progress
    mark: date | None


class Wait(NamedTuple):
    """`waiter` waits for `awaited`, by their places in the rows; `backwards`: it begins before what it waits for ends."""

    awaited: int
    waiter: int
    backwards: bool


class Span(NamedTuple):
    """An item's days, and how many of the steps below count and are done."""

    shape: Shape
    first: date | None
    last: date | None
    progress: Progress


@dataclass(frozen=True)
class Timeline:
    """`places` are the rows' numbers by item id; `first` and `last` the days that everything shown lies between."""

    rows: tuple[Row, ...]
    places: Mapping[str, int]
    waits: tuple[Wait, ...]
    spans: Mapping[str, Span]
    first: date | None
    last: date | None
    undated: tuple[str, ...]

    def row(self, item_id: str) -> Row | None:
        """The row of an item; None when it is folded away, filtered out or gone."""
        place = self.places.get(item_id)
        return self.rows[place] if place is not None else None


def make_timeline(outline: Outline, found: Set[str] | None = None, folded: Set[str] = frozenset()) -> Timeline:
    """The timeline of a plan. With `found`, only these items have rows, and the ones they lie under."""
    walked = list(outline.walk())
    spans = _spans(outline, walked)
    kept = None if found is None else _with_paths(outline, found)
    rows = _rows(outline, walked, spans, kept, folded)
    places = {row.item.id: number for number, row in enumerate(rows)}
    firsts = [row.first for row in rows if row.first is not None]
    lasts = [row.last for row in rows if row.last is not None]
    marks = [row.mark for row in rows if row.mark is not None]
    first, last = (min(firsts + marks), max(lasts + marks)) if firsts else (None, None)
    shown = walked if found is None else [(item, depth) for item, depth in walked if item.id in found]
    undated = tuple(item.id for item, _depth in shown if _wants_day(item, spans[item.id]))
    return Timeline(tuple(rows), places, _waits(rows, places), spans, first, last, undated)


def days_of(item: Item) -> tuple[Shape, date | None, date | None]:
    """An item's own days in their order, even if it starts after its last day."""
    if item.starts is not None and item.by is not None:
        return Shape.BAR, min(item.starts, item.by), max(item.starts, item.by)
    if item.by is not None:
        return Shape.DAY, item.by, item.by
    return (Shape.OPEN, item.starts, item.starts) if item.starts is not None else (Shape.NONE, None, None)


def moved(item: Item, days: int, part: Part = Part.ALL) -> dict[str, date]:
    """The fields that change when a bar, its start or its end is moved by some days; empty when nothing does.

    An end never passes the start, nor the start the end; a day that is not known yet begins where the other one is.
    """
    starts, by = item.starts, item.by
    if part is Part.ALL:
        changed = {"starts": starts and moved_day(starts, days), "by": by and moved_day(by, days)}
    elif part is Part.END:
        end = _moved(by or starts, days)
        changed = {"by": end and max(end, starts or end)}
    else:
        start = _moved(starts or by, days)
        changed = {"starts": start and min(start, by or start)}
    before = {"starts": starts, "by": by}
    return {name: day for name, day in changed.items() if day is not None and day != before[name]}


# -- inside -----------------------------------------------------------------------------------------------------


def _moved(day: date | None, days: int) -> date | None:
    return None if day is None else moved_day(day, days)


class _Below:
    """What lies below an item, gathered from the leaves up."""

    __slots__ = ("done", "first", "last", "total")

    def __init__(self) -> None:
        self.first: date | None = None
        self.last: date | None = None
        self.done = self.total = 0

    def take(self, item: Item, first: date | None, last: date | None, below: _Below | None) -> None:
        """Add an item with its days, and what lies below it."""
        self._cover(first, last)
        if below is not None:
            # A step may have its own days and longer ones below it: whatever lies above covers both.
            self._cover(below.first, below.last)
            self.done += below.done
            self.total += below.total
        if item.level == "action" and item.status != "dropped":
            self.total += 1
            self.done += item.status == "done"

    def _cover(self, first: date | None, last: date | None) -> None:
        if first is None or last is None:
            return
        if self.first is None or first < self.first:
            self.first = first
        if self.last is None or last > self.last:
            self.last = last


def _spans(outline: Outline, walked: list[tuple[Item, int]]) -> dict[str, Span]:
    """Every item's span, from the leaves up."""
    spans: dict[str, Span] = {}
    gathered: dict[str, _Below] = {}
    for item, _depth in reversed(walked):
        below = gathered.pop(item.id, None)
        shape, first, last = days_of(item)
        if below is not None and below.first is not None and (item.level != "action" or first is None):
            shape, first, last = Shape.ROLL_UP, below.first, below.last
        steps = Progress(below.done, below.total) if below is not None else _NO_STEPS
        spans[item.id] = Span(shape, first, last, steps)
        if item.parent and outline.get(item.parent) is not None:
            above = gathered.get(item.parent)
            if above is None:
                above = gathered[item.parent] = _Below()
            above.take(item, first, last, below)
    return spans


def _with_paths(outline: Outline, found: Set[str]) -> set[str]:
    kept: set[str] = set()
    for key in found:
        one = outline.get(key)
        while one is not None and one.id not in kept:
            kept.add(one.id)
            one = outline.get(one.parent)
    return kept


def _rows(
    outline: Outline,
    walked: list[tuple[Item, int]],
    spans: Mapping[str, Span],
    kept: Set[str] | None,
    folded: Set[str],
) -> list[Row]:
    rows: list[Row] = []
    hidden_below = -1
    for item, depth in walked:
        if depth > hidden_below >= 0:
            continue
        hidden_below = -1
        if kept is not None and item.id not in kept:
            continue
        below = outline.children(item.id)
        opens = bool(below) if kept is None else any(one.id in kept for one in below)
        shut = opens and item.id in folded
        if shut:
            hidden_below = depth
        shape, first, last, progress = spans[item.id]
        mark = item.by if shape is Shape.ROLL_UP else None
        rows.append(Row(item, depth, shape, first, last, opens, shut, progress, mark))
    return rows


def _wants_day(item: Item, span: Span) -> bool:
    return item.level == "action" and span.shape is Shape.NONE and item.status not in FINISHED


def _waits(rows: list[Row], places: Mapping[str, int]) -> tuple[Wait, ...]:
    found: list[Wait] = []
    for number, row in enumerate(rows):
        if not row.item.waits_for or row.first is None:
            continue
        for key in row.item.waits_for:
            place = places.get(key)
            if place is not None and place != number and rows[place].last is not None:
                found.append(Wait(place, number, runs_backwards(row, rows[place])))
    return tuple(found)


def runs_backwards(waiter: Row, awaited: Row) -> bool:
    """Whether something open begins before what it waits for ends; what is finished holds nobody up."""
    if waiter.first is None or awaited.last is None or waiter.first >= awaited.last:
        return False
    return waiter.item.status not in FINISHED and awaited.item.status not in FINISHED
