"""The list of meetings, the newest first, each with what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.reflection import Answer, Meeting, newest_first
from app.ui.reflect.words import called, came, day_and_place, is_coming, outcome
from app.ui.theme import Look
from app.ui.widgets import Button, Card, Chip, EmptyState, PageHeader, ScrollPage, Words, clear


class Meetings(ScrollPage):
    """Signals: `new_requested()`, `meeting_requested(str)`, `questions_requested()` for the page about the questions."""

    new_requested = Signal()
    meeting_requested = Signal(str)
    questions_requested = Signal()

    def __init__(self, look: Look, *, closed: bool) -> None:
        super().__init__(look, _("Reflect"), widest=look.px(860))
        self.header = PageHeader(look, _("What do we think about it together?"))
        self.new = Button(look, _("New meeting"), "plus", "primary")
        self._closed = closed
        self.new.clicked.connect(self.new_requested)
        self.header.add_action(self.new)
        self.empty = EmptyState(
            look,
            "message-square-plus",
            _("No meeting yet"),
            _(
                "Nine questions help a group to think about human trafficking where they live. Make a meeting, choose "
                "questions, and write down what people say, here or on the wall. It becomes partners and steps."
            ),
            "" if closed else _("Make the first meeting"),
        )
        self.empty.action_requested.connect(self.new_requested)
        self.about = Button(look, _("Read about the nine questions"), "book-open", "quiet")
        self.about.clicked.connect(self.questions_requested)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.space.gap)
        self.add(self.header)
        self.add(self._rows)
        self.add(self.empty)
        self.add(self.about)

    def show_meetings(self, meetings: Sequence[Meeting], answers: Sequence[Answer], today: date) -> None:
        """Show these."""
        clear(self._rows)
        self.empty.setVisible(not meetings)
        self.new.setVisible(bool(meetings) and not self._closed)
        count = len(meetings)
        said = ngettext("{count} answer", "{count} answers", len(answers)).format(count=len(answers))
        line = ngettext("{count} meeting, {answers}", "{count} meetings, {answers}", count)
        self.header.set_line(line.format(count=count, answers=said) if meetings else "")
        for one in newest_first(meetings):
            mine = [answer for answer in answers if answer.meeting == one.id]
            self._rows.addWidget(self._card(one, mine, today))

    def _card(self, meeting: Meeting, answers: list[Answer], today: date) -> QWidget:
        look, name = self.look, called(meeting)
        card = Card(look)
        row = QHBoxLayout()
        row.setSpacing(look.space.gap)
        words = QVBoxLayout()
        words.setSpacing(look.space.tiny_gap)
        head = QHBoxLayout()
        head.setSpacing(look.space.small_gap)
        head.addWidget(Words(name, "heading", wrap=True), 1)
        if is_coming(meeting, today):
            head.addWidget(Chip(look, _("Coming"), "gold"))
        words.addLayout(head)
        where = " · ".join(one for one in (day_and_place(meeting), came(meeting)) if one)
        words.addWidget(Words(where or _("No day yet"), "muted", wrap=True))
        if answers or not is_coming(meeting, today):
            words.addWidget(Words(outcome(answers), wrap=True))
        row.addLayout(words, 1)
        button = Button(look, _("Open"), "arrow-right", icon_after=True)
        button.setAccessibleName(_("Open: {meeting}").format(meeting=" · ".join((name, where))))
        button.clicked.connect(partial(self._open, meeting.id))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.add(row)
        return card

    def _open(self, meeting_id: str, _checked: bool = False) -> None:
        self.meeting_requested.emit(meeting_id)
