"""What meetings have to do with a partner: where they came, and the answers that led to them."""

from __future__ import annotations

from datetime import date
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.reflection import Answer, Meeting
from app.ui.reflect.words import day_and_place
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import PressRow, Words, clear


class InMeetings(QWidget):
    """Hidden where no meeting has to do with the partner. Signal: `open_requested(str, str)`."""

    open_requested = Signal(str, str)

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look, self._session = look, session
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.small_gap)
        column.addWidget(Words(_("In meetings"), "strong"))
        column.addLayout(self._rows)

    def show_partner(self, partner_id: str) -> None:
        """The latest meeting first, and what came of it below."""
        clear(self._rows)
        workspace = self._session.workspace
        led = [one for one in workspace.all(Answer) if partner_id in one.partners]
        meetings = sorted(workspace.all(Meeting), key=lambda one: (one.on or date.min, one.id), reverse=True)
        for meeting in meetings:
            mine = [one for one in led if one.meeting == meeting.id]
            if mine or partner_id in meeting.came:
                self._add_meeting(meeting, came=partner_id in meeting.came)
            for answer in mine:
                self._add(
                    "message-square-plus", _("“{words}” led to them").format(words=answer.words), "answer", answer.id
                )
        self.setVisible(self._rows.count() > 0)

    def _add_meeting(self, meeting: Meeting, *, came: bool) -> None:
        name = " · ".join(one for one in (meeting.name or _("A meeting"), day_and_place(meeting)) if one)
        said = _("Came to: {meeting}").format(meeting=name) if came else name
        self._add("calendar", said, "meeting", meeting.id)

    def _add(self, icon: str, words: str, kind: str, thing: str) -> None:
        row = PressRow(self._look, words, icon)
        row.clicked.connect(partial(self.open_requested.emit, kind, thing))
        self._rows.addWidget(row)
