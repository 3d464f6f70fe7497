"""Days in words, as people say them."""

from __future__ import annotations

from datetime import date, datetime
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QDate, QLocale

from app.model.item import Item
from app.model.plan import days_late, due_soon


def when(item: Item, today: date) -> tuple[str, str]:
    """A step's day for a chip, and the chip's tone; an empty text for a step without a day."""
    if item.by is None:
        return "", "plain"
    late = days_late(item, today)
    if late:
        return ngettext("{count} day late", "{count} days late", late).format(count=late), "warn"
    if item.by == today:
        return _("today"), "gold"
    return short_day(item.by, today), "gold" if due_soon(item, today) else "plain"


def short_day(day: date, today: date) -> str:
    """ "25 Nov", with the year only when it is another one."""
    pattern = "d MMM" if day.year == today.year else "d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def long_day(day: date) -> str:
    """ "Tuesday, 24 November"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM")


def greeting(now: datetime) -> str:
    """Good morning, afternoon or evening."""
    if now.hour < 12:
        return _("Good morning")
    return _("Good afternoon") if now.hour < 18 else _("Good evening")
