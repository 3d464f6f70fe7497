"""The agenda: what is due when, in sections that follow the week and the month of today.

A week goes from Monday to Sunday (ISO 8601). Sections do not overlap: what is due next week is not due "this month" as well.
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from app.model.item import Item
from app.model.plan import FINISHED

SECTIONS = ("overdue", "week", "next-week", "month", "later", "without")

REVIEW = "review"
SUNDAY = 7


class Entry(NamedTuple):
    """One line of the agenda: a step on its day, or, marked as REVIEW, an item on the day when it is to be looked at again."""

    item: Item
    mark: str = ""

    @property
    def day(self) -> date | None:
        """The day for which it is there."""
        return self.item.review if self.mark else self.item.by


def week_end(day: date) -> date:
    """The Sunday of a day's week; the last day there is, at the end of the calendar."""
    return later(day, SUNDAY - day.isoweekday())


def section_of(day: date | None, today: date) -> str:
    """Which of SECTIONS a day belongs to."""
    return "without" if day is None else SECTIONS[bisect_left(_last_days(today), day.toordinal())]


def agenda(items: Iterable[Item], today: date) -> Mapping[str, list[Entry]]:
    """Every section with its entries by day (`items` come in reading order, which decides on one day).

    An open step is there once, by its day. Whatever is to be looked at again is there on that day as well, also when it is
    done: a yearly review comes after the work. What was dropped is not.
    """
    found: dict[str, list[Entry]] = {one: [] for one in SECTIONS}
    ends = _last_days(today)
    for item in items:
        by, review = item.by, item.review
        if item.level == "action" and item.status not in FINISHED:
            section = "without" if by is None else SECTIONS[bisect_left(ends, by.toordinal())]
            found[section].append(Entry(item))
        if review is not None and item.status != "dropped":
            found[SECTIONS[bisect_left(ends, review.toordinal())]].append(Entry(item, REVIEW))
    for entries in found.values():
        entries.sort(key=lambda one: one.day or date.max)
    return found


def _last_days(today: date) -> tuple[int, int, int, int]:
    """The last days, as ordinals, of all sections but "later" and "without"; of an empty one that of the section before it."""
    now = today.toordinal()
    sunday = now + SUNDAY - today.isoweekday()
    month_end = now - today.day + monthrange(today.year, today.month)[1]
    return now - 1, sunday, sunday + SUNDAY, max(sunday + SUNDAY, month_end)


def later(day: date, days: int) -> date:
    """A day moved by some days; it stays where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
