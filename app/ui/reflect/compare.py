"""What did we say in March? One question over all meetings, side by side."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.model.reflection import QUESTIONS, Answer, Meeting, Question, answers_to, newest_first, piles
from app.ui.reflect.words import called, day_and_place, marks_of, text_of
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Card, ChoiceField, PressRow, ScrollPage, Words, clear


class Compare(ScrollPage):
    """Signal: `answer_requested(str)` with a card to go to."""

    answer_requested = Signal(str)

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(look, _("Side by side"), widest=look.space.content)
        self._session = session
        self.question = ChoiceField(look, _("Which question?"), [])
        self.question.edited.connect(self._choose)
        self.none = Words(_("Nobody has answered this question yet."), "muted", wrap=True)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(look.space.gap)
        self.add(self.question)
        self.add(self.none)
        row = QWidget()
        row.setLayout(self._columns)
        self._columns.setContentsMargins(0, 0, 0, 0)
        # Ten meetings do not fit beside each other: they are scrolled through sideways.
        self.across = QScrollArea()
        self.across.setWidgetResizable(True)
        self.across.setAccessibleName(_("The meetings side by side"))
        self.across.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.across.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.across.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.across.setWidget(row)
        self.add(self.across, 1)

    def refresh(self, question: str = "") -> None:
        """Show the answers as they are now, to this question or the one that is shown."""
        workspace = self._session.workspace
        own = [one.asked() for one in workspace.all(Question)]
        choices = [
            (one.key, f"{one.key}. {text_of(one)}" if one.number else text_of(one)) for one in (*QUESTIONS, *own)
        ]
        self.question.set_choices(choices)
        if question in [key for key, _words in choices]:
            self.question.set_value(question)
        self._choose(self.question.value())

    def _choose(self, question: object) -> None:
        workspace = self._session.workspace
        clear(self._columns)
        answers = workspace.all(Answer)
        shown = 0
        for meeting in newest_first(workspace.all(Meeting)):
            mine = answers_to(answers, meeting.id, str(question))
            if mine:
                self._columns.addWidget(self._make_column(meeting, mine), 1)
                shown += 1
        if shown == 1:
            self._columns.addStretch(1)
        self.none.setVisible(not shown)
        self.across.setVisible(bool(shown))

    def _make_column(self, meeting: Meeting, answers: list[Answer]) -> QWidget:
        card = Card(self.look)
        card.setMinimumWidth(self.look.px(260))
        card.add(Words(called(meeting), "strong", wrap=True))
        where = day_and_place(meeting)
        if where:
            card.add(Words(where, "small", wrap=True))
        for pile, cards in piles(answers):
            if pile:
                card.add(Words(pile, "caption", wrap=True))
            for one in cards:
                card.add(self._row(one))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        return holder

    def _row(self, answer: Answer) -> QWidget:
        words = answer.words
        if answer.dots:
            words += " (" + ngettext("{count} dot", "{count} dots", answer.dots).format(count=answer.dots) + ")"
        if marks := marks_of(answer):
            words += f" → {marks}"
        row = PressRow(self.look, words, "sticky-note")
        row.clicked.connect(partial(self._open, answer.id))
        return row

    def _open(self, answer_id: str, _checked: bool = False) -> None:
        self.answer_requested.emit(answer_id)
