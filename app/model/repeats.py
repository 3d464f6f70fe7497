"""Steps that repeat: the days of a row, and what the next one is.

The rules:

* A row's days are counted from the day of its first one (`began`), not from the day before, so that the 31st comes back after a
  short month and 29 February after three common years.
* Marking one done makes the next one: the same words, lead, helpers, needs and so on, not its notes, not started. Its
  day is the first of the row that is behind this one's and not before today: after a long absence there is one, not ten.
* A day that was put off by hand belongs to the row's day that it is nearest to, and the row goes on as it was.
* Another rhythm is counted from the day of the step that got it (`Item.settled`): what came before stays as it was.
* A step without a day is counted from the day on which it was done.
* Dropping one ends its row.
* The next one's id is computed from this one's, and so from the row's first one step by step. Two offices that both mark it
  done, on other days even, make one next step and not two.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date, timedelta

from app.model.item import Item

_MONTHS = {"monthly": 1, "quarterly": 3, "yearly": 12}
_WEEK = timedelta(days=7)
_FRESH = ("id", "parent", "status", "starts", "by", "review", "notes", "waits_for", "series", "began")
# What the next one has of the one before it.
KEPT = tuple(one.name for one in fields(Item) if one.name not in _FRESH)


def repeats(item: Item) -> bool:
    """Whether there is a next one; a rhythm that nobody knows (a newer program's) has none."""
    return item.repeats == "weekly" or item.repeats in _MONTHS


def nth_day(began: date, rhythm: str, number: int) -> date | None:
    """The day of a row's `number`th one (0 is the first): month ends stay in their month. None behind the last day there is.

    Raises ValueError for a rhythm that is none.
    """
    if rhythm == "weekly":
        return began + number * _WEEK if number <= (date.max - began) // _WEEK else None
    if rhythm not in _MONTHS:
        raise ValueError(f"no rhythm: {rhythm}")
    months = began.year * 12 + began.month - 1 + number * _MONTHS[rhythm]
    year, month = months // 12, months % 12 + 1
    if year > date.max.year:
        return None
    return date(year, month, min(began.day, _days_in(year, month)))


def number_of(began: date, rhythm: str, day: date) -> int:
    """The number of the row's day that a day is nearest to; between two, the earlier one."""
    if day <= began:
        return 0
    low = _last_until(began, rhythm, day)
    before, after = nth_day(began, rhythm, low), nth_day(began, rhythm, low + 1)
    if before is not None and after is not None and after - day < day - before:
        return low + 1
    return low


def next_day(item: Item, today: date) -> date | None:
    """The day of the one after this, or None for one that does not repeat (or would, behind the last day there is)."""
    if not repeats(item):
        return None
    if item.by is None:
        return nth_day(today, item.repeats, 1)
    began = item.began or item.by
    number = number_of(began, item.repeats, item.by) + 1
    least = max(item.by + timedelta(days=1), today) if item.by < date.max else date.max
    if least > began:
        number = max(number, _last_until(began, item.repeats, least))
    day = nth_day(began, item.repeats, number)
    while day is not None and day < least:
        number += 1
        day = nth_day(began, item.repeats, number)
    return day


def next_id(item_id: str) -> str:
    """The id of the one after an item: UUID version 8 (RFC 9562) as 32 hexadecimal digits, computed from the item's own."""
    digest = hashlib.sha256(b"groundwork next step " + item_id.encode("utf-8")).digest()
    number = int.from_bytes(digest[:16], "big")
    number = number & ~(0xF << 76) | 8 << 76
    return f"{number & ~(0x3 << 62) | 2 << 62:032x}"


def next_one(item: Item, today: date, others: Mapping[str, Item] | None = None) -> Item | None:
    """The step after this one, beside it; None where there is none. Start and review keep their distance to its day.

    `others` are the steps that this one waits for, and their next ones as far as they are there, by id: what waits for a
    step of another row waits for that row's next one.
    """
    day = next_day(item, today)
    if day is None:
        return None
    kept = {name: getattr(item, name) for name in KEPT}
    moved = day - (item.by or today)
    return Item(
        id=next_id(item.id),
        parent=item.parent,
        by=day,
        starts=_moved(item.starts, moved),
        review=_moved(item.review, moved),
        waits_for=_next_waits(item, others or {}),
        series=item.series or item.id,
        began=(item.began or item.by or day) if item.by is not None else day,
        **kept,
    )


def is_untouched(made: Item, before: Item) -> bool:
    """Whether the one after `before` is still as it was made: then it goes away when `before` is not done after all.

    Its days are not compared: they hang on the day on which it was made. Nor is its place, which people may choose.
    """
    expected = next_one(before, made.by or date.min)
    if expected is None:
        return False
    days = {name: getattr(made, name) for name in ("by", "starts", "review", "began", "parent", "waits_for")}
    return replace(expected, **days) == made and _on_the_row(made)


def row_of(item: Item, items: Iterable[Item]) -> list[Item]:
    """All of an item's row that are there, by day."""
    first = item.series or item.id
    mine = [one for one in items if first in (one.id, one.series)]
    return sorted(mine, key=lambda one: (one.by or date.max, one.id))


def _on_the_row(made: Item) -> bool:
    if made.by is None or made.began is None:
        return False
    return nth_day(made.began, made.repeats, number_of(made.began, made.repeats, made.by)) == made.by


def _next_waits(item: Item, others: Mapping[str, Item]) -> tuple[str, ...]:
    """What was waited for is over; only a row's next one is still to come."""
    found = (next_id(one) for one in item.waits_for if one in others and repeats(others[one]))
    return tuple(one for one in found if one in others and item.id not in others[one].waits_for)


def _last_until(began: date, rhythm: str, day: date) -> int:
    """The number of the row's last day that is not behind `day`."""
    if rhythm == "weekly":
        return (day - began) // _WEEK
    number = ((day.year - began.year) * 12 + day.month - began.month) // _MONTHS[rhythm]
    found = nth_day(began, rhythm, number)
    return number - 1 if found is not None and found > day else number


def _moved(day: date | None, by: timedelta) -> date | None:
    try:
        return day + by if day is not None else None
    except OverflowError:
        return None


def _days_in(year: int, month: int) -> int:
    following = date(year, month + 1, 1) if month < 12 else None
    return (following - timedelta(days=1)).day if following is not None else 31
