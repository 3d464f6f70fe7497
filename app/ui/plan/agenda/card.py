"""The agenda in its card: what is late, due this week and later, and what is to be looked at again; days are moved by keys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.model.agenda import REVIEW, SECTIONS, Entry, agenda, later, section_of, week_end
from app.model.item import Item
from app.model.phrases import N_
from app.ui.plan.shown import Shown
from app.ui.plan.steps.delegate import Part, RowDelegate
from app.ui.plan.steps.model import Head, Row
from app.ui.plan.steps.sections import Section, SectionsCard
from app.ui.plan.steps.view import SIDES
from app.ui.plan.words import (
    LEVEL_ICONS,
    STATUS_ICONS,
    is_urgent,
    lead_words,
    progress_words,
    status_words,
    step_words,
    weekday_words,
)
from app.ui.theme import Look
from app.ui.widgets import Cell

WEEK = 7
TITLES = {
    "overdue": N_("Overdue"),
    "week": N_("Today and this week"),
    "next-week": N_("Next week"),
    "month": N_("Later this month"),
    "later": N_("Later"),
    "without": N_("Without a day"),
}
ICONS = {"overdue": "triangle-alert", "without": "circle-dashed"}
# These two are there also when they are empty: that is good to know.
EMPTY = {"overdue": N_("Nothing is late."), "week": N_("Nothing is due this week.")}


class AgendaCard(SectionsCard):
    """Open steps by day, and whatever is to be looked at again."""

    def __init__(self, look: Look, *, closed: bool, parent: QWidget | None = None) -> None:
        keys = _(
            "Alt+←→: a day earlier or later · Alt+Shift+←→: a week · N: new step · Space: done · Enter: all about it"
        )
        super().__init__(look, _("Agenda"), keys, _("No step to show."), closed=closed, parent=parent)
        self._drawn = AgendaDelegate(look, self)
        self.view.setItemDelegate(self._drawn)

    def sections(self) -> Sequence[Section]:
        """The agenda's sections, those without anything left out but the first two."""
        items = [item for item in self.shown.outline.below() if self.shown.passes(item)]
        if not items:
            return ()
        found = agenda(items, self.shown.today)
        return [self._section(key, found[key]) for key in SECTIONS if found[key] or key in EMPTY]

    def fields_of(self, row: Row | None) -> dict[str, object]:
        """A new step is due on the day of the row, but never before today."""
        if row is None or row.section == "without":
            return {}
        day = day_of(row) or self._first_day(row.section)
        return {"by": max(day, self.shown.today)}

    def mark(self, row: Row) -> None:
        """A step is done; what was to be looked at again has been."""
        if row.item is not None and row.mark == REVIEW:
            self.change_requested.emit(row.item.id, "review", None)
        else:
            super().mark(row)

    def press(self, event: QKeyEvent, row: Row) -> None:
        """With Alt, arrows move the day."""
        way = SIDES.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
        if way is None or row.item is None or held not in (alt, alt | shift):
            return
        event.accept()
        day = day_of(row)
        moved = self.shown.today if day is None else later(day, way * (WEEK if held & shift else 1))
        self.change_requested.emit(row.item.id, "review" if row.mark == REVIEW else "by", moved)

    def take_drop(self, item_id: str, row: Row | None) -> None:
        """A step dropped into another section is due on the day of the row, or on the section's first day."""
        item = self.shown.outline.get(item_id)
        if item is None or row is None or row.section == "overdue" or item.level != "action":
            return
        if section_of(item.by, self.shown.today) != row.section:
            day = None if row.section == "without" else day_of(row) or self._first_day(row.section)
            self.change_requested.emit(item_id, "by", day)

    def tell(self, row: Row) -> str:
        """Why it is here, first."""
        said = super().tell(row)
        if row.item is not None and row.mark == REVIEW and row.item.review is not None:
            day = weekday_words(row.item.review, self.shown.today)
            return _("To be looked at again on {day}: {step}").format(day=day, step=said)
        return said

    def _section(self, key: str, entries: Sequence[Entry]) -> Section:
        reviews = sum(bool(one.mark) for one in entries)
        due = len(entries) - reviews
        counts = [ngettext("{count} step", "{count} steps", due).format(count=due)] if due else []
        counts += [_("{count} to look at again").format(count=reviews)] if reviews else []
        tone = "warn" if key == "overdue" and entries else ""
        icon = ICONS.get(key, "calendar") if entries or key != "overdue" else "circle-check"
        title, count = _(TITLES[key]), ", ".join(counts)
        head = Head(title, count=count, beside=self._span(key), tone=tone, icon=icon, folded=key == "without")
        return Section(key, head, entries, note="" if entries else _(EMPTY[key]))

    def _span(self, key: str) -> str:
        """The days of a section in words."""
        today = self.shown.today
        sunday = week_end(today)
        if key == "week":
            return _("to {day}").format(day=weekday_words(sunday, today))
        if key == "next-week":
            monday, end = later(sunday, 1), later(sunday, WEEK)
            return _("{first} to {last}").format(first=weekday_words(monday, today), last=weekday_words(end, today))
        return ""

    def _first_day(self, key: str) -> date:
        sunday = week_end(self.shown.today)
        if key == "next-week":
            return later(sunday, 1)
        if key == "month":
            return later(sunday, WEEK + 1)
        if key == "later":
            end_of_next = later(sunday, WEEK)
            return max(later(end_of_next, 1), _next_month(self.shown.today))
        return self.shown.today


class AgendaDelegate(RowDelegate):
    """Day, what, who, and how it stands."""

    def __init__(self, look: Look, card: AgendaCard) -> None:
        super().__init__(look, card.view)
        self._card = card

    def parts(self, row: Row) -> Sequence[Part]:
        """A line for looking at something again says so, whatever has room beside it."""
        item, shown = row.item, self._card.shown
        if item is None:
            return ()
        what, icon = step_words(item), LEVEL_ICONS.get(item.level) or STATUS_ICONS.get(item.status, "circle")
        if row.mark == REVIEW:
            what, icon = _("Look at it again: {what}").format(what=what), "rotate-ccw"
        words, pill = status_words(item, shown.today)
        if item.level != "action":
            words = progress_words(shown.outline.progress(item.id))
            pill = Cell(tone="muted")
        unled = item.level == "action" and not item.lead
        return (
            _day_part(row, shown),
            Part(what, Cell(icon=icon, two_lines=True)),
            Part(lead_words(item, shown.names), Cell(tone="warn" if unled else "muted"), 170, 660),
            Part(words, pill, 150, 600),
        )


def day_of(row: Row) -> date | None:
    """The day for which a row is in the agenda."""
    if row.item is None:
        return None
    return row.item.review if row.mark == REVIEW else row.item.by


def _day_part(row: Row, shown: Shown) -> Part:
    day, today = day_of(row), shown.today
    if day is None or row.item is None:
        return Part("", Cell(), 24)
    words = _("today") if day == today else _("tomorrow") if day == later(today, 1) else weekday_words(day, today)
    urgent = is_urgent(row.item, today) if row.mark != REVIEW else _is_due(row.item, today)
    return Part(words, Cell(tone="warn" if day < today else "gold" if urgent else "muted"), 144)


def _is_due(item: Item, today: date) -> bool:
    return item.review is not None and item.review <= later(today, WEEK)


def _next_month(day: date) -> date:
    return date(day.year + 1, 1, 1) if day.month == 12 else date(day.year, day.month + 1, 1)
