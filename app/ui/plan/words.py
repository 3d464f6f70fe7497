"""The plan's cells in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from app.model.item import STATUSES, Item
from app.model.plan import Progress, days_late, due_soon
from app.ui.home.words import short_day
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
