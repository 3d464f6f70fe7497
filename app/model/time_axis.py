"""The timeline's way across: where a day lies, which steps of time fit beside each other, and the bands behind the rows.

Days are plain dates, counted by their number in the calendar (`date.toordinal`): no hour, no time zone, so neither summer
time nor the end of a year can move one. Lengths are in the painter's own units, pixels on the screen and points on paper.
A week begins on Monday (ISO 8601), so that the two days of a weekend lie together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from gettext import gettext as _
from math import floor

from app.model.months import MONTHS

FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()
# What the sum of a day and its width may be off by, in days: far below the smallest part of a day that is ever drawn.
_SLIP = 1e-6
# Below this width of a day its weekends are a grey haze.
LEAST_WEEKEND = 3.0


@dataclass(frozen=True, slots=True)
class Step:
    """A step of time between two ticks: `count` times a `unit`; `shortest` is how many days it has at least."""

    unit: str
    count: int
    shortest: int


DAY, WEEK, MONTH, QUARTER, YEAR = (
    Step("day", 1, 1),
    Step("week", 1, 7),
    Step("month", 1, 28),
    Step("quarter", 1, 90),
    Step("year", 1, 365),
)
STEPS = (DAY, WEEK, MONTH, QUARTER, YEAR, *(Step("year", n, 365 * n) for n in (2, 5, 10, 20, 50, 100, 500)))
_ABOVE = {"day": MONTH, "week": MONTH, "month": YEAR, "quarter": YEAR}


@dataclass(frozen=True, slots=True)
class Axis:
    """`day` is the width of one day; `left` is the number of the day that lies at 0, with its part that is past."""

    day: float
    left: float

    def x_of(self, day: date) -> float:
        """Where a day begins."""
        return (day.toordinal() - self.left) * self.day

    def end_of(self, day: date) -> float:
        """Where a day ends."""
        return (day.toordinal() + 1 - self.left) * self.day

    def date_at(self, x: float) -> date:
        """The day at a place; the first and the last day of the calendar beyond it."""
        number = floor(self.left + x / self.day + _SLIP)
        return date.fromordinal(min(max(number, FIRST_DAY), LAST_DAY))


@dataclass(frozen=True, slots=True)
class Tick:
    """One step of time on the axis, from its first day on; `left` and `right` are where it begins and ends."""

    step: Step
    first: date
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a tick and where they begin."""

    words: str
    x: float
    width: float


def fitted_axis(first: date, last: date, width: float, least: float, most: float) -> Axis:
    """The axis on which all days from `first` to `last` lie within a width, unless a day would be narrower than `least`."""
    days = last.toordinal() + 1 - first.toordinal()
    day = min(max(width / days, least), most)
    spare = max(0.0, width / day - days)
    return Axis(day, first.toordinal() - spare / 2)


def moved_day(day: date, days: int) -> date:
    """Some days later or earlier, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, FIRST_DAY), LAST_DAY))


# -- ticks ------------------------------------------------------------------------------------------------------


def first_of(step: Step, day: date) -> date:
    """The first day of the step of time that a day lies in."""
    match step.unit:
        case "day":
            return day
        case "week":
            return moved_day(day, -day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        case _:
            return date(max(1, day.year // step.count * step.count), 1, 1)


def next_of(step: Step, first: date) -> date | None:
    """The first day of the step after; None where the calendar ends."""
    match step.unit:
        case "day" | "week":
            days = step.shortest
            return first + timedelta(days) if first.toordinal() + days <= LAST_DAY else None
        case "month" | "quarter":
            months = first.year * 12 + first.month - 1 + (1 if step.unit == "month" else 3)
            return date(months // 12, months % 12 + 1, 1) if months // 12 <= date.max.year else None
        case _:
            year = first.year // step.count * step.count + step.count
            return date(year, 1, 1) if year <= date.max.year else None


def ticks(axis: Axis, width: float, step: Step) -> Iterator[Tick]:
    """The steps of time that lie wholly or partly between 0 and `width`."""
    first: date | None = first_of(step, axis.date_at(0.0))
    while first is not None:
        left, after = axis.x_of(first), next_of(step, first)
        if left >= width:
            return
        yield Tick(step, first, left, axis.x_of(after) if after is not None else axis.end_of(date.max))
        first = after


def fitting_step(day: float, room_for: Callable[[Step], float]) -> Step:
    """The finest step of time whose labels, each as wide as `room_for` says, never overlap; the coarsest if none is."""
    return next((one for one in STEPS if one.shortest * day >= room_for(one)), STEPS[-1])


def step_above(step: Step) -> Step | None:
    """The step of time that is named above another: months above days and weeks, years above months."""
    return _ABOVE.get(step.unit)


def label_in(tick: Tick, width: float, wordings: Sequence[tuple[str, float]], pad: float) -> Label | None:
    """The first of some wordings (each with its width) that fits into what is seen of a tick; never beyond it."""
    left, right = max(tick.left, 0.0) + pad, min(tick.right, width) - pad
    return next((Label(words, left, wide) for words, wide in wordings if left + wide <= right), None)


def tick_words(tick: Tick, *, alone: bool) -> tuple[str, ...]:
    """What a tick is called, the longest wording first; `alone` when no coarser step is named above it."""
    first, step = tick.first, tick.step
    month, short = (_(one) for one in MONTHS[first.month - 1])
    match step.unit:
        case "day" | "week":
            return (str(first.day),)
        case "month":
            year = _("{month} {year}")
            whole = (year.format(month=month, year=first.year), year.format(month=short, year=first.year))
            return (*whole, short) if alone else (month, short)
        case "quarter":
            until = _(MONTHS[first.month + 1][1])
            return (_("{month}–{until}").format(month=short, until=until),)
        case _:
            until = min(first.year // step.count * step.count + step.count - 1, date.max.year)
            return (str(first.year),) if step.count == 1 else (f"{first.year}–{until}", str(first.year))


# -- bands ------------------------------------------------------------------------------------------------------


def bands(axis: Axis, width: float, step: Step) -> list[tuple[float, float]]:
    """Left and right of the tinted grounds: weekends while a day can be seen, else every second month, quarter or year."""
    if step.unit in ("day", "week"):
        return _weekends(axis, width) if axis.day >= LEAST_WEEKEND else []
    return [(one.left, one.right) for one in ticks(axis, width, step) if _odd(one)]


def _weekends(axis: Axis, width: float) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for week in ticks(axis, width, WEEK):
        left = week.left + (5 - week.first.weekday()) * axis.day
        if left < width and week.right > 0:
            found.append((left, week.right))
    return found


def _odd(tick: Tick) -> bool:
    first = tick.first
    match tick.step.unit:
        case "month":
            return first.month % 2 == 0
        case "quarter":
            return first.month in (4, 10)
        case _:
            return first.year // tick.step.count % 2 == 1
