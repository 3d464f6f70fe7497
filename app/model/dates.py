"""Days of the plan that do not go together, and clocks that are set wrong.

A day is a plain day of the calendar, without hour and zone, so that it is the same on every computer; what day it is today
is always told from outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.model.item import Item
from app.model.plan import FINISHED, Outline

STARTS_AFTER_END = "starts-after-end"
BEFORE_WHAT_IT_WAITS_FOR = "before-what-it-waits-for"
AFTER_THE_ONE_ABOVE = "after-the-one-above"
FAR_PAST = "far-past"
FAR_AHEAD = "far-ahead"

# Nobody plans the steps of a community for longer, and no step was ever open for longer: such a day is a slip of the
# keyboard (20027, 1926), or was entered while the clock stood wrong. Our own bounds.
YEARS_BACK = 10
YEARS_AHEAD = 25
# Two offices may be a day apart by their zones; more is a clock that stands wrong.
DAYS_APART = 1


@dataclass(frozen=True, slots=True)
class DateFinding:
    """`kind` is one of the names above, `item` whom it concerns, `field` its field to look at, `other` another item or empty."""

    kind: str
    item: str
    field: str
    other: str = ""


def date_findings(outline: Outline, today: date) -> list[DateFinding]:
    """Everything that is wrong with the days of what is neither done nor dropped, in reading order."""
    return [
        finding
        for item, _depth in outline.walk()
        if item.status not in FINISHED
        for finding in _of(outline, item, today)
    ]


def _of(outline: Outline, item: Item, today: date) -> Iterator[DateFinding]:
    if item.starts is not None and item.by is not None and item.starts > item.by:
        yield DateFinding(STARTS_AFTER_END, item.id, "starts")
    for field, day in (("starts", item.starts), ("by", item.by)):
        if day is not None and day.year < today.year - YEARS_BACK:
            yield DateFinding(FAR_PAST, item.id, field)
        if day is not None and day.year > today.year + YEARS_AHEAD:
            yield DateFinding(FAR_AHEAD, item.id, field)
    if item.by is None:
        return
    for other in (outline.get(one) for one in dict.fromkeys(item.waits_for)):
        if other is not None and other.status not in FINISHED and other.by is not None and item.by < other.by:
            yield DateFinding(BEFORE_WHAT_IT_WAITS_FOR, item.id, "by", other.id)
    above = next((one for one in reversed(outline.path(item.id)) if one.by is not None), None)
    if above is not None and above.by is not None and above.status not in FINISHED and item.by > above.by:
        yield DateFinding(AFTER_THE_ONE_ABOVE, item.id, "by", above.id)


def clock_is_behind(today: date, latest: date | None) -> bool:
    """Whether the clock stands before a day on which something was saved already: then every "late" here is wrong."""
    return latest is not None and (latest - today).days > DAYS_APART
