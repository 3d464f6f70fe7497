"""The agenda: what is due when, in sections that follow the week and the month of today.

A week goes from Monday to Sunday (ISO 8601). Sections do not overlap: what is due next week is not due "this month" as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.model.item import Item
from app.model.plan import FINISHED

SECTIONS = ("overdue", "week", "next-week", "month", "later", "without")

SUNDAY = 7


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the agenda: a step on its day, or (`review`) an item on the day when it is to be looked at again."""

    item: Item
    day: date | None
    review: bool = False


def week_end(day: date) -> date:
    """The Sunday of a day's week; the last day there is, at the end of the calendar."""
    return later(day, SUNDAY - day.isoweekday())


def section_of(day: date | None, today: date) -> str:
    """Which of SECTIONS a day belongs to."""
    if day is None:
        return "without"
    if day < today:
        return "overdue"
    sunday = week_end(today)
    if day <= sunday:
        return "week"
    if day <= later(sunday, SUNDAY):
        return "next-week"
    return "month" if (day.year, day.month) == (today.year, today.month) else "later"


def agenda(items: Iterable[Item], today: date) -> Mapping[str, list[Entry]]:
    """Every section with its entries by day (`items` come in reading order, which decides on one day).

    An open step is there once, by its day. Whatever is to be looked at again is there on that day as well, also when it is
    done: a yearly review comes after the work. What was dropped is not.
    """
    found: dict[str, list[Entry]] = {one: [] for one in SECTIONS}
    for item in items:
        if item.level == "action" and item.status not in FINISHED:
            found[section_of(item.by, today)].append(Entry(item, item.by))
        if item.review is not None and item.status != "dropped":
            found[section_of(item.review, today)].append(Entry(item, item.review, review=True))
    for entries in found.values():
        entries.sort(key=lambda one: one.day or date.max)
    return found


def later(day: date, days: int) -> date:
    """A day moved by some days; it stays where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
