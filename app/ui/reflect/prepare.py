"""Before a meeting and after it: when and where, who came, the ground rules, and which questions are asked in which order."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.data import reflection
from app.data.edit import Edit
from app.data.workspace import Changes
from app.model.partner import Partner
from app.model.reflection import QUESTIONS, Asked, Meeting, Question
from app.model.trouble import Trouble
from app.ui.form.record_form import RecordForm
from app.ui.names import Names
from app.ui.reflect.words import text_of
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Card, CheckBox, Columns, FlowLayout, IconButton, LineField, ScrollPage, Words, clear

ABOUT = ("name", "on", "place", "purpose")
CAME = ("came", "others")


class Prepare(ScrollPage):
    """Signals: `begin_requested()` to go to the questions, `removed()`, `help_lines_requested()`."""

    begin_requested = Signal()
    removed = Signal()
    help_lines_requested = Signal()

    def __init__(self, look: Look, session: Session, names: Names) -> None:
        super().__init__(look, _("Prepare"), widest=look.space.content)
        self._session, self._names = session, names
        self._closed = session.workspace.read_only
        self._id = ""
        label = _("Change meeting")
        self.about = RecordForm(look, session, Meeting, (("", ABOUT),), label, self._people)
        self.came = RecordForm(look, session, Meeting, (("", CAME),), label, self._people)
        self.rules = RecordForm(look, session, Meeting, (("", ("rules",)),), label, self._people)
        self.forms = (self.about, self.came, self.rules)
        self.newcomer = LineField(
            look, _("Somebody who is not in the circle yet"), _("Enter adds them to the circle and here.")
        )
        self.over = CheckBox(look, _("The meeting is over"))
        self.remove = Button(look, _("Remove this meeting and its answers"), "x", "danger")
        self.begin = Button(look, _("Go to the questions"), "arrow-right", "primary")
        self.own = LineField(look, _("A question of your own"), _("Enter puts it last."))
        self._questions = QVBoxLayout()
        self._questions.setSpacing(look.space.tiny_gap)
        self._lay()
        self._join()

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show a meeting; what was being typed about the one before is saved first."""
        self._id = meeting.id if meeting is not None else ""
        for form in self.forms:
            form.show_record(meeting)
        self.refresh()

    def settle(self) -> None:
        """Save what is being typed."""
        for form in self.forms:
            for field in form.fields.values():
                field.commit()

    def refresh(self) -> None:
        """Show the questions as they are now."""
        meeting = self._meeting()
        if meeting is None:
            return
        self.over.blockSignals(True)
        self.over.setChecked(meeting.ended)
        self.over.blockSignals(False)
        clear(self._questions)
        own = {one.id: one.asked() for one in self._session.workspace.all(Question)}
        known = {one.key: one for one in QUESTIONS} | own
        for place, key in enumerate(meeting.asks):
            if key in known:
                self._questions.addWidget(self._row(known[key], place, len(meeting.asks)))
        left = [one for one in known.values() if one.key not in meeting.asks]
        if left:
            self._questions.addWidget(Words(_("Not asked this time"), "caption"))
        for one in left:
            self._questions.addWidget(self._row(one, -1, 0))

    # -- inside --------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        look = self.look
        when = Card(look, _("When, where and what for"), "calendar")
        when.add(self.about)
        people = Card(look, _("Who came?"), "users")
        people.add(
            Words(_("For the office only. Nobody’s name is kept with what they say."), "small", wrap=True),
            self.came,
            self.newcomer,
        )
        rules = Card(look, _("What is said first"), "hand")
        rules.add(
            Words(_("One a line. They stand on the wall before the first question."), "small", wrap=True), self.rules
        )
        questions = Card(look, _("Which questions?"), "circle-question-mark")
        breaks = _("A break can be taken at any question: “Break” above the cards, or Ctrl+B on the wall.")
        questions.add(self._questions, self.own, Words(breaks, "small", wrap=True))
        columns = Columns(look, least=820)
        for cards in ((when, people), (questions, rules)):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.space.gap)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.add(side)
        self.add(columns)
        foot = QWidget()
        row = FlowLayout(foot, gap=look.space.gap)
        for one in (self.begin, self.over):
            row.addWidget(one)
        # Apart from what is pressed every day.
        self.add(foot)
        apart = QHBoxLayout()
        apart.addWidget(self.remove)
        apart.addStretch(1)
        self.add(apart)

    def _join(self) -> None:
        for form in self.forms:
            form.help_lines_requested.connect(self.help_lines_requested)
        for widget in (self.newcomer, self.own, self.remove):
            widget.setVisible(not self._closed)
        self.over.setEnabled(not self._closed)
        self.begin.clicked.connect(self.begin_requested)
        self.over.toggled.connect(self._end)
        self.remove.clicked.connect(self._remove)
        self.newcomer.edited.connect(self._add_newcomer)
        self.own.edited.connect(self._add_question)
        self._session.changed.connect(self._follow)

    def _meeting(self) -> Meeting | None:
        return self._session.workspace.get(Meeting, self._id) if self._id and self._session.is_open else None

    def _row(self, asked: Asked, place: int, count: int) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.space.tiny_gap)
        text, top = text_of(asked), Qt.AlignmentFlag.AlignTop
        tick = CheckBox(self.look, "")
        tick.setAccessibleName(_("Ask: {question}").format(question=text))
        tick.setChecked(place >= 0)
        tick.setEnabled(not self._closed)
        tick.toggled.connect(partial(self._choose, asked.key))
        row.addWidget(tick, 0, top)
        row.addWidget(
            Words(f"{place + 1}. {text}" if place >= 0 else text, "body" if place >= 0 else "muted", wrap=True), 1
        )
        if place >= 0 and not self._closed:
            moves = ((-1, "arrow-up", _("Ask earlier: {question}")), (1, "arrow-down", _("Ask later: {question}")))
            for by, icon, name in moves:
                button = IconButton(self.look, icon, name.format(question=text), kind="small")
                button.setEnabled(0 <= place + by < count)
                button.clicked.connect(partial(self._move, asked.key, by))
                row.addWidget(button, 0, top)
        return box

    def _people(self, kind: str) -> Sequence[tuple[str, str]]:
        if kind != "partner":
            return ()
        found = [(one.id, self._names.of(one)) for one in self._session.workspace.all(Partner)]
        return sorted(found, key=lambda one: one[1].casefold())

    def _set(self, **values: object) -> None:
        self._session.change(Meeting, self._id, _("Change meeting"), values, by=self)
        self.refresh()

    def _choose(self, key: str, chosen: bool) -> None:
        meeting = self._meeting()
        if meeting is not None:
            kept = tuple(one for one in meeting.asks if one != key)
            self._set(asks=(*kept, key) if chosen else kept)

    def _move(self, key: str, by: int, _checked: bool = False) -> None:
        meeting = self._meeting()
        if meeting is None:
            return
        order = list(meeting.asks)
        at = order.index(key)
        order.insert(at + by, order.pop(at))
        self._set(asks=tuple(order))

    def _end(self, over: bool) -> None:
        self._set(ended=over)

    def _remove(self) -> None:
        gone = self._id
        if self._session.edit(_("Remove meeting"), lambda edit: edit.remove(Meeting, gone), by=self) is None:
            with suppress(Trouble):  # half-typed words that stay behind harm nothing
                self._session.workspace.unfinished.forget(f"{gone}:")
            self.removed.emit()

    def _add_newcomer(self, name: object) -> None:
        meeting = self._meeting()
        if meeting is None or not str(name).strip():
            return
        came = meeting.came

        def do(edit: Edit) -> None:
            made = edit.add(Partner(name=str(name)))
            edit.change(Meeting, meeting.id, came=(*came, made.id))

        refused = self._session.edit(_("Add partner"), do)
        if refused is not None:
            self.newcomer.show_error(str(refused))
        else:
            self.newcomer.set_value("")

    def _add_question(self, text: object) -> None:
        if not self._id or not str(text).strip():
            return
        refused = self._session.edit(_("Add question"), lambda edit: reflection.add_question(edit, self._id, str(text)))
        if refused is not None:
            self.own.show_error(str(refused))
        else:
            self.own.set_value("")

    def _follow(self, changes: Changes) -> None:
        if changes.by is not self and (changes.of(Meeting) or changes.of(Question)):
            self.refresh()
