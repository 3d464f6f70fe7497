"""Ways to begin a plan: ready lines of a plan whose days are counted from a day that is chosen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from app.model.item import LEVELS, REPEATS, Item
from app.model.plan import levels_below
from app.model.repeats import nth_day

_SPAN = re.compile(r"(-?\d+) (day|week|month)s?")
_TEXTS = ("needs", "has", "barriers", "tell", "sign", "safety")
_KNOWN = {"key", "under", "level", "what", "starts", "by", "repeats", "waits_for", "page", *_TEXTS}

# What the chosen day is: the day of the first step, or the day of an event that the steps lead to.
FIRST_DAY, EVENT = "first-day", "event"


@dataclass(frozen=True, slots=True)
class Line:
    """A line in the making. `starts` and `by` are spans such as "3 weeks" or "-2 months", or empty; `page` a toolkit page."""

    key: str
    what: str
    level: str = "action"
    under: str = ""
    starts: str = ""
    by: str = ""
    repeats: str = "none"
    waits_for: tuple[str, ...] = ()
    page: str = ""
    texts: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Start:
    """One way to begin. `page` is the toolkit page that it follows, `counts` FIRST_DAY or EVENT."""

    id: str
    title: str
    about: str
    order: int
    lines: tuple[Line, ...]
    page: str = ""
    counts: str = FIRST_DAY

    @property
    def steps(self) -> int:
        """How many steps it has."""
        return sum(one.level == "action" for one in self.lines)


def read_start(start_id: str, content: Mapping[str, Any]) -> Start:
    """A start from its file's content. Raises ValueError saying what is wrong: these files are ours."""
    try:
        lines = tuple(_line(row) for row in content["line"])
        head = {name: value for name, value in content.items() if name != "line"}
        start = Start(id=start_id, lines=lines, **head)
    except (KeyError, TypeError) as error:
        raise ValueError(f"start {start_id}: {error}") from error
    if start.counts not in (FIRST_DAY, EVENT):
        raise ValueError(f"start {start_id}: counts {start.counts!r}")
    _check(start)
    return start


def draft(start: Start, day: date) -> list[Item]:
    """Its lines as items whose ids are the lines' keys, each behind what it stands below and what it waits for."""
    return [_item(one, day) for one in start.lines]


def fitting_day(start: Start, today: date) -> date:
    """The first day to choose with which nothing would have to be done before today."""
    days = [one.by for one in draft(start, today) if one.by is not None]
    return today + max(today - min(days, default=today), timedelta(0))


def length(start: Start) -> timedelta:
    """From its first day to its last (about: months differ)."""
    day = date(2001, 1, 1)
    days = [found for one in draft(start, day) for found in (one.starts, one.by) if found is not None]
    return max((*days, day)) - min((*days, day))


def _item(line: Line, day: date) -> Item:
    texts: dict[str, Any] = dict(line.texts)
    return Item(
        id=line.key,
        parent=line.under,
        what=line.what,
        level=line.level,
        starts=_after(day, line.starts) if line.starts else None,
        by=_after(day, line.by) if line.by else None,
        repeats=line.repeats,
        waits_for=line.waits_for,
        origin=f"page:{line.page}" if line.page else "",
        **texts,
    )


def _line(row: Mapping[str, Any]) -> Line:
    unknown = set(row) - _KNOWN
    if unknown:
        raise ValueError(f"line {row.get('key')}: {', '.join(sorted(unknown))}")
    plain: dict[str, Any] = {name: value for name, value in row.items() if name not in _TEXTS}
    plain["waits_for"] = tuple(plain.get("waits_for", ()))
    return Line(texts={name: row[name] for name in _TEXTS if name in row}, **plain)


def _check(start: Start) -> None:
    seen: dict[str, Line] = {}
    for one in start.lines:
        above = seen.get(one.under)
        wrong = (
            ("key", not one.key or one.key in seen),
            ("what", not one.what),
            ("under", bool(one.under) and above is None),
            ("level", one.level not in levels_below(above.level if above is not None else "")),
            ("level", one.level not in {each.key for each in LEVELS}),
            ("repeats", one.repeats not in {each.key for each in REPEATS}),
            ("waits_for", any(each not in seen for each in one.waits_for)),
            ("starts", bool(one.starts) and _SPAN.fullmatch(one.starts) is None),
            ("by", bool(one.by) and _SPAN.fullmatch(one.by) is None),
        )
        found = [name for name, is_wrong in wrong if is_wrong]
        if found:
            raise ValueError(f"start {start.id}, line {one.key!r}: {found[0]} is not right")
        seen[one.key] = one


def _after(day: date, span: str) -> date:
    """The day that lies so far behind (or before) another; months end where the month ends."""
    found = _SPAN.fullmatch(span)
    if found is None:
        raise ValueError(f"no span: {span!r}")
    number, unit = int(found[1]), found[2]
    if unit == "month":
        return nth_day(day, "monthly", number) or date.max
    try:
        return day + timedelta(days=number * (7 if unit == "week" else 1))
    except OverflowError:
        return date.max if number > 0 else date.min
