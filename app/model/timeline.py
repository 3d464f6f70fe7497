"""The timeline: which rows it has, from which day to which each bar goes, and what waits for what.

Both days of a bar belong to it. A goal's or an objective's bar covers all that lies below it (a roll-up, as in the plans of
project offices), and its own day is a mark on it. What is drawn where follows in `app.model.timeline_boxes`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
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


class Below:
    """What lies below an item, gathered from the leaves up."""

    __slots__ = ("done", "first", "last", "total")

    def __init__(self) -> None:
        self.first: date | None = None
        self.last: date | None = None
        self.done = self.total = 0

    def take(self, item: Item, first: date | None, last: date | None, below: Below | None) -> None:
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


@dataclass(frozen=True)
class Timeline:
    """`places` are the rows' numbers by item id; `first` and `last` the days that everything shown lies between.

    `walked` is the whole plan in reading order with depths, and `below` what was gathered of each parent: with them a later
    timeline of nearly the same plan follows quickly (`app.model.timeline_changes`).
    """

    rows: tuple[Row, ...]
    places: Mapping[str, int]
    waits: tuple[Wait, ...]
    spans: Mapping[str, Span]
    first: date | None
    last: date | None
    undated: tuple[str, ...]
    walked: Sequence[tuple[Item, int]] = field(repr=False)
    below: Mapping[str, Below] = field(repr=False, compare=False)
    found: Set[str] | None = None
    folded: Set[str] = frozenset()

    def row(self, item_id: str) -> Row | None:
        """The row of an item; None when it is folded away, filtered out or gone."""
        place = self.places.get(item_id)
        return self.rows[place] if place is not None else None


def make_timeline(outline: Outline, found: Set[str] | None = None, folded: Set[str] = frozenset()) -> Timeline:
    """The timeline of a plan. With `found`, only these items have rows, and the ones they lie under."""
    walked = list(outline.walk())
    below: dict[str, Below] = {}
    spans: dict[str, Span] = {}
    for item, _depth in reversed(walked):
        spans[item.id] = span = span_of(item, below.get(item.id))
        if item.parent and outline.get(item.parent) is not None:
            above = below.get(item.parent)
            if above is None:
                above = below[item.parent] = Below()
            above.take(item, span.first, span.last, below.get(item.id))
    kept = None if found is None else _with_paths(outline, found)
    rows = _rows(outline, walked, spans, kept, folded)
    places = {row.item.id: number for number, row in enumerate(rows)}
    waits = tuple(wait for number in range(len(rows)) for wait in waits_of(rows, places, number))
    first, last = days_between(rows)
    undated = undated_in(walked, spans, found)
    return Timeline(tuple(rows), places, waits, spans, first, last, undated, walked, below, found, folded)


def days_between(rows: Sequence[Row]) -> tuple[date | None, date | None]:
    """The first and the last day of some rows."""
    firsts = [row.first for row in rows if row.first is not None]
    lasts = [row.last for row in rows if row.last is not None]
    marks = [row.mark for row in rows if row.mark is not None]
    return (min(firsts + marks), max(lasts + marks)) if firsts else (None, None)


def undated_in(
    walked: Sequence[tuple[Item, int]], spans: Mapping[str, Span], found: Set[str] | None
) -> tuple[str, ...]:
    """The open steps that have no day, in reading order."""
    bare = [item for item, _depth in walked if item.level == "action" and spans[item.id].shape is Shape.NONE]
    return tuple(one.id for one in bare if one.status not in FINISHED and (found is None or one.id in found))


def days_of(item: Item) -> tuple[Shape, date | None, date | None]:
    """An item's own days in their order, even if it starts after its last day."""
    if item.starts is not None and item.by is not None:
        return Shape.BAR, min(item.starts, item.by), max(item.starts, item.by)
    if item.by is not None:
        return Shape.DAY, item.by, item.by
    return (Shape.OPEN, item.starts, item.starts) if item.starts is not None else (Shape.NONE, None, None)


def span_of(item: Item, below: Below | None) -> Span:
    """An item's span, with what was gathered of what lies below it."""
    shape, first, last = days_of(item)
    if below is None:
        return Span(shape, first, last, _NO_STEPS)
    if below.first is not None and (item.level != "action" or first is None):
        shape, first, last = Shape.ROLL_UP, below.first, below.last
    return Span(shape, first, last, Progress(below.done, below.total))


def row_of(item: Item, depth: int, span: Span, *, opens: bool, folded: bool) -> Row:
    """The row of an item."""
    mark = item.by if span.shape is Shape.ROLL_UP else None
    return Row(item, depth, span.shape, span.first, span.last, opens, folded, span.progress, mark)


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
        rows.append(row_of(item, depth, spans[item.id], opens=opens, folded=shut))
    return rows


def waits_of(rows: Sequence[Row], places: Mapping[str, int], number: int) -> list[Wait]:
    """The lines that come to a row."""
    row = rows[number]
    if not row.item.waits_for or row.first is None:
        return []
    found = (places.get(key, number) for key in row.item.waits_for)
    others = (place for place in found if place != number and rows[place].last is not None)
    return [Wait(place, number, runs_backwards(row, rows[place])) for place in others]


def runs_backwards(waiter: Row, awaited: Row) -> bool:
    """Whether something open begins before what it waits for ends; what is finished holds nobody up."""
    if waiter.first is None or awaited.last is None or waiter.first >= awaited.last:
        return False
    return waiter.item.status not in FINISHED and awaited.item.status not in FINISHED
