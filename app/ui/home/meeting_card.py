"""The meeting that comes next, and what the last one led to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.reflection import Answer, Meeting, last_held, next_coming
from app.ui.home.words import short_day
from app.ui.reflect.words import called, outcome
from app.ui.theme import Look
from app.ui.widgets import Card, PressRow, Words, clear


class MeetingCard(Card):
    """Hidden while there is no meeting. Signal: `meeting_requested(str)` with the meeting's id."""

    meeting_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Meetings"), "calendar", parent=parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.space.tiny_gap)
        self.add(self._rows)

    def show_meetings(self, meetings: Sequence[Meeting], answers: Sequence[Answer], today: date) -> None:
        """Show the next and the last of these."""
        clear(self._rows)
        coming, held = next_coming(meetings, today), last_held(meetings, today)
        if coming is not None:
            self._add(coming, _("Next: {meeting} ({day})"), _coming_day(coming, today))
            if coming.place:
                self._rows.addWidget(Words(_("Where: {place}").format(place=coming.place), "small", wrap=True))
        if held is not None:
            day = short_day(held.on, today) if held.on is not None else _("over")
            self._add(held, _("Last: {meeting} ({day})"), day)
            mine = [one for one in answers if one.meeting == held.id]
            self._rows.addWidget(Words(_("It led to: {what}").format(what=outcome(mine)), "small", wrap=True))
        self.setVisible(coming is not None or held is not None)

    def _add(self, meeting: Meeting, sentence: str, day: str) -> None:
        row = PressRow(self.look, sentence.format(meeting=called(meeting), day=day), "message-square-plus")
        row.clicked.connect(lambda: self.meeting_requested.emit(meeting.id))
        self._rows.addWidget(row)


def _coming_day(meeting: Meeting, today: date) -> str:
    if meeting.on is None:
        return _("no day yet")
    return _("today") if meeting.on == today else short_day(meeting.on, today)
