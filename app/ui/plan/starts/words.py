"""Ways to begin, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from app.model.item import REPEATS, Item
from app.model.starts import EVENT, Start, length

REPEAT_NAMES = {one.key: one.label for one in REPEATS}


def size_words(start: Start) -> str:
    """ "7 steps in about 4 months"."""
    days = length(start).days
    months = round(days / 30.4)
    steps = ngettext("{count} step", "{count} steps", start.steps).format(count=start.steps)
    if months < 2:
        weeks = max(1, round(days / 7))
        span = ngettext("{count} week", "{count} weeks", weeks).format(count=weeks)
    else:
        span = ngettext("{count} month", "{count} months", months).format(count=months)
    return _("{steps} in about {time}").format(steps=steps, time=span)


def day_label(start: Start) -> str:
    """What the chosen day is."""
    return _("First day of the event") if start.counts == EVENT else _("Begin on")


def more_words(item: Item, names: Sequence[str]) -> str:
    """What else a line says in a row: that it repeats, and what it waits for."""
    parts = [_(REPEAT_NAMES[item.repeats])] if item.repeats != "none" else []
    if names:
        parts.append(_("after: {steps}").format(steps="; ".join(names)))
    return " · ".join(parts)


def late_words(items: Sequence[Item], today: date) -> str:
    """That some steps would be late at once, and what to do; empty when none would."""
    count = sum(one.level == "action" and one.by is not None and one.by < today for one in items)
    if not count:
        return ""
    words = ngettext(
        "{count} step would be past its day already. Choose a later day, or change it in the plan.",
        "{count} steps would be past their day already. Choose a later day, or change them in the plan.",
        count,
    )
    return words.format(count=count)
