"""The plan's cells in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QDate, QLocale

from app.model.item import STATUSES, Item
from app.model.plan import Outline, Progress, days_late, due_soon
from app.ui.home.words import short_day
from app.ui.plan.shown import Shown
from app.ui.widgets import Cell

STATUS_NAMES = {one.key: one.label for one in STATUSES}
STATUS_TONES = {"done": "ok", "in-progress": "blue", "waiting": "gold"}
STATUS_ICONS = {
    "not-started": "circle",
    "in-progress": "circle-dot",
    "waiting": "circle-pause",
    "done": "circle-check",
    "dropped": "circle-slash",
}
LEVEL_ICONS = {"goal": "flag", "objective": "target"}


def status_words(item: Item, today: date) -> tuple[str, Cell]:
    """How it stands, in words and as a pill."""
    late = days_late(item, today)
    words = _(STATUS_NAMES.get(item.status, item.status))
    if late:
        days = ngettext("{count} day late", "{count} days late", late).format(count=late)
        return days, Cell(chip=True, tone="warn")
    return words, Cell(chip=True, tone=STATUS_TONES.get(item.status, "plain"))


def day_words(item: Item, today: date) -> str:
    """Its day, or nothing."""
    return short_day(item.by, today) if item.by is not None else ""


def is_urgent(item: Item, today: date) -> bool:
    """Whether its day is near or past."""
    return bool(days_late(item, today)) or due_soon(item, today)


def lead_words(item: Item, names: Mapping[str, str]) -> str:
    """Who leads it; for a step without a lead, that nobody does."""
    found = names.get(item.lead, "")
    return found or (_("no one yet") if item.level == "action" else "")


def progress_words(found: Progress) -> str:
    """How far it is, for goals and objectives."""
    return _("{done} of {all}").format(done=found.done, all=found.total) if found.total else ""


def step_words(item: Item) -> str:
    """What it is, also while nobody has written it."""
    return item.what or _("A step without words")


def late_words(item: Item, today: date) -> str:
    """How late it is; nothing when it is not."""
    late = days_late(item, today)
    return ngettext("{count} day late", "{count} days late", late).format(count=late) if late else ""


def weekday_words(day: date, today: date) -> str:
    """ "Tue 24 Nov", with the year only when it is another one."""
    pattern = "ddd d MMM" if day.year == today.year else "ddd d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def above_words(item: Item, outline: Outline) -> str:
    """The objective or goal that it stands under."""
    above = outline.get(item.parent)
    return above.what if above is not None else ""


def step_sentence(item: Item, shown: Shown) -> str:
    """All that a card or a row says, for a screen reader: what, how it stands, who, when, and what it is part of."""
    today, above = shown.today, above_words(item, shown.outline)
    parts = [step_words(item), _(STATUS_NAMES.get(item.status, item.status))]
    if item.level == "action":
        parts.append(_("Lead: {name}").format(name=lead_words(item, shown.names)))
    if item.by is not None:
        parts.append(_("By {day}").format(day=weekday_words(item.by, today)))
    parts.append(late_words(item, today))
    if above:
        parts.append(_("Part of: {what}").format(what=above))
    return ". ".join(one.rstrip(".") for one in parts if one) + "."
