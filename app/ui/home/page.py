"""Home: where the community stands today, what comes next, who is missing, and where the reading stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.data.groups import groups_in
from app.data.repeats import mark
from app.data.workspace import Changes
from app.model.community import COMMUNITY_ID, Community
from app.model.item import Item
from app.model.partner import Partner
from app.model.plan import next_steps, progress
from app.model.reflection import Answer, Meeting, next_coming
from app.model.reminders import reminders
from app.model.schema import Choice
from app.model.since import happenings
from app.model.summary import Summary, summarise
from app.model.talk import Talk, due, last_said
from app.model.trouble import Trouble
from app.ui.home.follow_ups import FollowUps
from app.ui.home.journey import Journey
from app.ui.home.meeting_card import MeetingCard
from app.ui.home.missing import Missing
from app.ui.home.next_steps import NextSteps
from app.ui.home.reviews import Reviews
from app.ui.home.since_line import SinceLine
from app.ui.home.words import greeting, long_day, short_day
from app.ui.names import Names
from app.ui.plan.changed_words import in_short
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Banner, Columns, PageHeader, ScrollPage


def _now() -> datetime:
    return datetime.now().astimezone()


class HomePage(ScrollPage):
    """Signals: `place_requested(str)`, `open_requested(str, str)`, `partner_requested(str)` and `step_requested(str, str)`.

    `partner_requested` names the group that somebody is missing from; `step_requested` the words and origin of a step;
    `changes_requested()` asks for what changed in the plan. `last` is when the file was last open here, None for never.
    """

    place_requested = Signal(str)
    open_requested = Signal(str, str)
    partner_requested = Signal(str)
    step_requested = Signal(str, str)
    changes_requested = Signal()

    def __init__(
        self,
        look: Look,
        session: Session,
        names: Names,
        now: Callable[[], datetime] = _now,
        last: datetime | None = None,
    ) -> None:
        super().__init__(look, _("Home"))
        self._session, self._names, self._now, self._last = session, names, now, last
        closed = session.workspace.read_only
        self.header = PageHeader(look, "")
        self.sample = Banner(look)
        self.sample.hide()
        self.journey = Journey(look)
        self.steps = NextSteps(look, closed=closed)
        self.missing = Missing(look, closed=closed)
        self.follow_ups = FollowUps(look)
        self.reviews = Reviews(look)
        self.meetings = MeetingCard(look)
        self.since = SinceLine(look)
        self._lay()
        self._join()
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew and show it."""
        workspace, now = self._session.workspace, self._now()
        today = now.date()
        community = workspace.get(Community, COMMUNITY_ID) or Community()
        partners, items = workspace.all(Partner), workspace.all(Item)
        meetings, answers = workspace.all(Meeting), workspace.all(Answer)
        found = summarise(partners, items, groups_in(workspace), today)
        self.header.set_title(greeting(now))
        line = _("Here is where {community} stands on {day}.")
        self.header.set_line(line.format(community=community.name, day=long_day(today)))
        if community.sample and self.sample.isHidden():
            self.sample.say(_("This community is invented. Try anything: nothing here is real."), "info", closes=False)
        actions = [one for one in items if one.level == "action"]
        names = {one.id: self._names.of(one) for one in partners}
        self.steps.show_steps(next_steps(items, today), names, today, progress(actions))
        self.missing.show_gaps(found.gaps)
        # What was said is the office's: it does not stand on a wall.
        talks = [] if self._names.hidden else workspace.all(Talk)
        self.follow_ups.show_talks(due(talks, today), names, today, last_said(talks))
        self.reviews.show_items(reminders(items, today).reviews, today)
        self.meetings.show_meetings(meetings, answers, today)
        self._tell_since(now)
        self._tell_journey(found, _reflections(meetings, answers, today))

    def set_reading(self, line: str) -> None:
        """Say how far the reading is."""
        self.journey.set_line("learn", line)

    def showEvent(self, event: QShowEvent) -> None:
        """Another day may have come since it was shown last."""
        super().showEvent(event)
        if self._session.is_open:
            self.refresh()

    def _lay(self) -> None:
        self.add(self.header)
        self.add(self.sample)
        self.add(self.journey)
        self.add(self.since)
        columns = Columns(self.look, least=820)
        columns.add(self._side(self.steps, self.reviews, self.follow_ups), 3)
        columns.add(self._side(self.missing, self.meetings), 2)
        self.add(columns)

    def _side(self, *cards: QWidget) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space.gap)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        return side

    def _join(self) -> None:
        self.journey.place_requested.connect(self.place_requested)
        self.steps.plan_requested.connect(lambda: self.place_requested.emit("plan"))
        self.steps.item_requested.connect(self._open_item)
        self.reviews.item_requested.connect(self._open_item)
        self.meetings.meeting_requested.connect(self._open_meeting)
        self.since.changes_requested.connect(self.changes_requested)
        self.steps.done_requested.connect(self._mark_done)
        self.missing.partner_requested.connect(self.partner_requested)
        self.follow_ups.partner_requested.connect(self._open_partner)
        self.missing.step_requested.connect(self._ask_for_step)
        self._names.names_hidden.connect(self.refresh)
        self._session.changed.connect(self._follow)

    def _open_item(self, item_id: str) -> None:
        self.open_requested.emit("item", item_id)

    def _open_meeting(self, meeting_id: str) -> None:
        self.open_requested.emit("meeting", meeting_id)

    def _open_partner(self, partner_id: str) -> None:
        self.open_requested.emit("partner", partner_id)

    def _follow(self, changes: Changes) -> None:
        if self.isVisible():
            self.refresh()

    def _mark_done(self, item_id: str) -> None:
        today = self._now().date()
        self._session.edit(_("Mark step as done"), lambda edit: mark(edit, item_id, "done", today), by=self)

    def _ask_for_step(self, group: Choice) -> None:
        what = _("Ask someone from: {group}").format(group=group.label)
        self.step_requested.emit(what, f"gap:{group.key}")

    def _tell_since(self, now: datetime) -> None:
        if self._last is None:
            return
        try:
            found = happenings(self._session.workspace.past.since(self._last, now))
        except Trouble:
            found = []  # nobody has asked for it: a damaged file is said where something is done with it
        self.since.show_changes(long_day(self._last.astimezone(now.tzinfo).date()), in_short(found))

    def _tell_journey(self, found: Summary, reflections: str) -> None:
        missing = len(found.gaps)
        who = ngettext("{count} group has no one yet", "{count} groups have no one yet", missing).format(count=missing)
        self.journey.set_line("who", who if missing else _("Every group has someone"))
        self.journey.set_line("reflect", reflections)
        steps = _("{done} of {all} steps done").format(done=found.done, all=found.actions)
        self.journey.set_line("plan", steps if found.actions else _("No steps yet"))
        self.journey.set_line("print", _("Community report"))


def _reflections(meetings: Sequence[Meeting], answers: Sequence[Answer], today: date) -> str:
    coming = next_coming(meetings, today)
    if coming is not None and coming.on is not None:
        return _("Next meeting {day}").format(day=short_day(coming.on, today))
    if answers:
        return ngettext("{count} answer so far", "{count} answers so far", len(answers)).format(count=len(answers))
    return _("No meeting yet")
