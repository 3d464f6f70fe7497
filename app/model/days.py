"""Reading a day as people type it, and writing it as people read it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from gettext import gettext as _

from app.model.months import MONTHS

ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([^\W\d]+)\.?,?(?:\s+(\d{4}))?")
MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?")
LONG_PAST = timedelta(days=183)


def read_day(typed: str, today: date) -> date | None:
    """The day that was typed: `2026-12-01`, `1 Dec`, `Dec 1, 2026`, `today`, `tomorrow`; nothing typed is
    None.

    A day without a year is the coming one, unless it lies less than half a year back.
    Raises ValueError with a sentence to show when it cannot be read.
    """
    words = " ".join(typed.split()).casefold()
    if not words:
        return None
    near = {_("today").casefold(): 0, _("tomorrow").casefold(): 1}
    if words in near:
        return today + timedelta(days=near[words])
    day = _iso(words) or _named(words, today)
    if day is None:
        raise ValueError(_("“{typed}” is not a day we can read. Try 2026-12-01, or 1 Dec.").format(typed=typed.strip()))
    return day


def write_day(day: date | None) -> str:
    """The day for people, such as `1 Dec 2026`; empty for None."""
    return "" if day is None else f"{day.day} {_(MONTHS[day.month - 1][1])} {day.year}"


def _iso(words: str) -> date | None:
    found = ISO.fullmatch(words)
    return _make(int(found[1]), int(found[2]), int(found[3])) if found else None


def _named(words: str, today: date) -> date | None:
    if found := DAY_FIRST.fullmatch(words):
        number, name, year = found.groups()
    elif found := MONTH_FIRST.fullmatch(words):
        name, number, year = found.groups()
    else:
        return None
    month = _month(name)
    if year or month == 0:
        return _make(int(year or 0), month, int(number))
    return _near(month, int(number), today)


def _month(name: str) -> int:
    for number, (full, short) in enumerate(MONTHS, start=1):
        names = {full.casefold(), short.casefold(), _(full).casefold(), _(short).casefold()}
        if name in names or (len(name) > 3 and full.casefold().startswith(name)):
            return number
    return 0


def _near(month: int, number: int, today: date) -> date | None:
    for year in range(today.year, today.year + 9):
        day = _make(year, month, number)
        if day and day >= today - LONG_PAST:
            return day
    return None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
