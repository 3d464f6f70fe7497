"""What changed in the plan since a day, to be found at a glance: done, added, given to somebody, moved, dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from gettext import gettext as _
from gettext import ngettext
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.partner import Partner
from app.model.since import SORTS, Happening, happenings
from app.model.trouble import Trouble
from app.ui.home.words import long_day, short_day
from app.ui.names import Names
from app.ui.plan.changed_words import ICONS, in_short, sentence
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.room import Room
from app.ui.widgets import Card, DateField, EmptyState, PressRow, Segmented, Words, clear

SHOWN = 25
TITLES = {one.key: one.label for one in SORTS}


def _now() -> datetime:
    return datetime.now().astimezone()


class ChangedRoom(Room):
    """Call `refresh()` when it is gone to. `last` is when the file was last open here, None for never.

    Signals: `open_requested(str, str)` with "item" and its id, and those of `Room`.
    """

    open_requested = Signal(str, str)

    def __init__(
        self,
        look: Look,
        session: Session,
        names: Names,
        last: datetime | None,
        now: Callable[[], datetime] = _now,
    ) -> None:
        super().__init__(look, session, _("What changed"))
        self._names, self._last, self._now = names, last, now
        self.back.set_text(_("Back to the plan"))
        choices = [("last", _("Since last time"), "")] if last is not None else []
        choices += [("week", _("In a week"), ""), ("month", _("In a month"), ""), ("day", _("Since a day…"), "")]
        self.span = Segmented(look, _("How far back"), choices)
        self.day = DateField(look, _("Since"))
        self.day.set_value((now() - timedelta(days=14)).date())
        self.none = EmptyState(look, "history", _("Nothing has changed"), "")
        self._cards = QWidget()
        self._column = QVBoxLayout(self._cards)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space.gap)
        self.day.setMaximumWidth(look.px(260))
        for one in (self.span, self.day, self._cards, self.none):
            self.add(one)
        self.span.view_chosen.connect(self.refresh)
        self.day.edited.connect(self._follow)
        names.names_hidden.connect(self._follow)
        session.changed.connect(self._follow)

    def refresh(self) -> None:
        """Read the history and show what happened."""
        self.day.setVisible(self.span.current() == "day")
        hour = self._hour()
        try:
            found = happenings(self.session.workspace.past.since(hour, self._now()))
        except Trouble as trouble:
            found = []
            self.banner.say(str(trouble), "warn")
        today = self._now().date()
        since = _("Since {day}").format(day=_said(hour.astimezone(self._now().tzinfo).date(), today))
        self.header.set_line(f"{since}: {in_short(found)}." if found else f"{since}.")
        clear(self._column)
        people = {one.id: self._names.of(one) for one in self.session.workspace.all(Partner)}
        for sort, group in groupby(found, key=lambda one: one.sort):
            self._column.addWidget(self._card(sort, list(group), people, today))
        self.none.setVisible(not found)
        self._cards.setVisible(bool(found))
        self.none.sentence.setText(_("{since} the plan has stayed as it was.").format(since=since))

    def _hour(self) -> datetime:
        now, span = self._now(), self.span.current()
        if span == "last" and self._last is not None:
            return self._last
        if span == "day":
            chosen = self.day.value()
            day = chosen if isinstance(chosen, date) else now.date()
            return datetime.combine(day, time(), now.tzinfo)
        return now - timedelta(days=30 if span == "month" else 7)

    def _card(self, sort: str, found: Sequence[Happening], people: dict[str, str], today: date) -> Card:
        title = _("{title} ({count})").format(title=_(TITLES[sort]), count=len(found))
        card = Card(self.look, title, ICONS[sort])
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for one in found[:SHOWN]:
            rows.addWidget(self._row(one, sentence(one, people, today)))
        more = len(found) - SHOWN
        if more > 0:
            said = ngettext("And {count} more.", "And {count} more.", more).format(count=more)
            rows.addWidget(Words(said, "small"))
        card.add(rows)
        return card

    def _row(self, one: Happening, said: str) -> QWidget:
        if not one.there:
            words = Words(said, wrap=True)
            words.setContentsMargins(4, 4, 4, 4)
            return words
        row = PressRow(self.look, said, "arrow-right")
        row.clicked.connect(lambda: self.open_requested.emit("item", one.item.id))
        return row

    def _follow(self, _what: object) -> None:
        if self.isVisible():
            self.refresh()


def _said(day: date, today: date) -> str:
    return long_day(day) if 0 <= (today - day).days < 300 else short_day(day, today)
