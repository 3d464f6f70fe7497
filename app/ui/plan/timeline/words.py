"""The timeline in words: on its bars, in its tooltips, and for a screen reader."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QDate, QLocale

from app.model.item import LEVELS, Item
from app.model.plan import Outline, Progress, days_late
from app.model.timeline import Row, Shape, Timeline
from app.ui.home.words import short_day
from app.ui.plan.words import STATUS_NAMES, lead_words

LEVEL_NAMES = {one.key: one.label for one in LEVELS}


def name_of(item: Item | None) -> str:
    """What an item is called."""
    return (item.what if item is not None else "") or _("A step without words")


def whole_day(day: date, today: date) -> str:
    """ "25 November", with the year only when it is another one."""
    pattern = "d MMMM" if day.year == today.year else "d MMMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def range_words(row: Row, today: date) -> str:
    """A bar's days, short: "3–20 Mar"."""
    first, last = row.first, row.last
    if first is None or last is None:
        return ""
    if row.shape is Shape.OPEN:
        return _("from {day}").format(day=short_day(first, today))
    if first == last:
        return short_day(last, today)
    if (first.year, first.month) == (last.year, last.month):
        return _("{first}–{last}").format(first=first.day, last=short_day(last, today))
    return _("{first} – {last}").format(first=short_day(first, today), last=short_day(last, today))


def late_words(item: Item, today: date) -> str:
    """How late it is, or nothing."""
    late = days_late(item, today)
    return ngettext("{count} day late", "{count} days late", late).format(count=late) if late else ""


def steps_words(progress: Progress) -> str:
    """How far a goal is."""
    if not progress.total:
        return ""
    words = ngettext("{done} of {all} step done", "{done} of {all} steps done", progress.total)
    return words.format(done=progress.done, all=progress.total)


def row_words(row: Row, timeline: Timeline, outline: Outline, names: Mapping[str, str], today: date) -> str:
    """Everything that the picture says of a row, in one sentence."""
    item = row.item
    parts = [_days(row, today)]
    if item.lead or item.level == "action":
        parts.append(_("lead {name}").format(name=lead_words(item, names)))
    if item.level == "action":
        parts.append(_(STATUS_NAMES.get(item.status, item.status)))
    else:
        parts.append(steps_words(row.progress))
    parts += [late_words(item, today), *_waits(row, timeline, outline)]
    level = "" if item.level == "action" else _("{level}: ").format(level=_(LEVEL_NAMES.get(item.level, item.level)))
    said = ", ".join(part for part in parts if part)
    return _("{level}{name}: {all}").format(level=level, name=name_of(item), all=said)


def _days(row: Row, today: date) -> str:
    first, last = row.first, row.last
    if first is None or last is None:
        return _("no day yet")
    days = {"first": whole_day(first, today), "last": whole_day(last, today)}
    if row.shape is Shape.DAY or (first == last and row.shape is Shape.BAR):
        return _("on {last}").format(**days)
    if row.shape is Shape.OPEN:
        return _("from {first}, no last day yet").format(**days)
    if row.shape is Shape.ROLL_UP:
        steps = _("steps from {first} to {last}").format(**days)
        own = _("its own day is {day}").format(day=whole_day(row.mark, today)) if row.mark is not None else ""
        return f"{steps}, {own}" if own else steps
    return _("from {first} to {last}").format(**days)


def _waits(row: Row, timeline: Timeline, outline: Outline) -> list[str]:
    place = timeline.places.get(row.item.id)
    backwards = {timeline.rows[one.awaited].item.id for one in timeline.waits if one.waiter == place and one.backwards}
    found: list[str] = []
    for key in row.item.waits_for:
        awaited = outline.get(key)
        if awaited is None:
            continue
        words = _("waits for {name}, which ends too late for it") if key in backwards else _("waits for {name}")
        found.append(words.format(name=name_of(awaited)))
    return found
