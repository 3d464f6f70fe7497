"""Question by question: what is asked, the cards that are typed live, and what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.ground_rules import as_lines
from app.model.helplines import HelpLine
from app.model.reflection import Answer, Meeting
from app.ui.names import Names
from app.ui.reflect.board import Board
from app.ui.reflect.caution import EntryWatch
from app.ui.reflect.chosen import ChosenCard, Find
from app.ui.reflect.doors import Door, door_of
from app.ui.reflect.entry import CardEntry
from app.ui.reflect.hands import Hands, keys_line
from app.ui.reflect.ink import CardSize
from app.ui.reflect.leading import BREAK, CLOSE, SAFETY, Leading
from app.ui.reflect.words import examples_of, help_of, numbers_to_go_home_with, outcome, text_of
from app.ui.theme import Look
from app.ui.widgets import (
    Button,
    Card,
    ChoiceField,
    Columns,
    IconButton,
    LongField,
    PressRow,
    ScrollPage,
    Words,
    clear,
)

PANEL = 300


def card_size(look: Look) -> CardSize:
    """Cards as they lie on the page."""
    return CardSize(look.px(16), look.px(12), look.space.small_gap, 10, look.px(210))


class PageEntry(CardEntry):
    """The entry above the cards: a line that grows."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._grow)
        look.look_changed.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._look.px(200), self.height())

    def resizeEvent(self, event: object) -> None:
        """Other lines fit."""
        super().resizeEvent(event)  # pyright: ignore[reportArgumentType]
        self._grow()

    def _grow(self) -> None:
        lines = self.height_of_words(self.width(), 14)
        self.setFixedHeight(max(self._look.text.control + 6, min(lines + 16, self._look.px(150))))


class Asking(ScrollPage):
    """Signals: `open_requested(str, str)`, `help_lines_requested()`."""

    open_requested = Signal(str, str)
    help_lines_requested = Signal()

    def __init__(self, look: Look, leading: Leading, names: Names, find_pages: Find, lines: Sequence[HelpLine]) -> None:
        super().__init__(look, _("Questions"), widest=look.space.content)
        self._leading, self._lines = leading, lines
        self._door: Door | None = None
        self._closed = leading.session.workspace.read_only
        self.stops = ChoiceField(look, _("Where the meeting stands"), [])
        self.stops.label.hide()
        self.back = IconButton(look, "chevron-left", _("Back (PageUp)"))
        self.on = Button(look, _("Next"), "chevron-right", icon_after=True)
        self.pause = Button(look, _("Break"), "circle-pause")
        self.title = Words("", "title", wrap=True)
        self.help = Words("", "muted", wrap=True)
        self.door = PressRow(look, "", "arrow-right")
        self.entry = PageEntry(look)
        self.watch = EntryWatch(look, self.entry)
        self.board = Board(look, card_size(look), closed=self._closed)
        self.keys = Words("", "small", wrap=True)
        self.chosen = ChosenCard(look, leading, names, find_pages)
        self.notes = LongField(look, _("Notes for whoever leads"), lines=2)
        self.hands = Hands(leading, self.board, self.entry, asks=True, parent=self)
        self._text = QVBoxLayout()
        self._lay()
        self._join(names)

    def refresh(self) -> None:
        """Show where the meeting stands."""
        leading = self._leading
        stops = [(key, self._stop_words(key)) for key in leading.stops()]
        self.stops.set_choices(stops if leading.at != BREAK else [*stops, (BREAK, _("Break"))])
        self.stops.set_value(leading.at)
        question = leading.question
        self.table.setVisible(question is not None)
        self._door = door_of(question, leading.session.workspace) if question is not None else None
        self._show_words()
        self._show_door()
        self.notes.refresh(leading.meeting.notes)
        self.pause.set_text(_("End the break") if leading.at == BREAK else _("Break"))
        if question is not None:
            self.keys.setText(keys_line(question.leads, asks=True))
            self.hands.refresh()
        self._show_chosen(self.board.chosen)

    def focus_entry(self) -> None:
        """Go on typing."""
        if self._leading.question is not None:
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- inside --------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        look = self.look
        row = QHBoxLayout()
        row.setSpacing(look.space.small_gap)
        bottom = Qt.AlignmentFlag.AlignBottom
        row.addWidget(self.back, 0, bottom)
        row.addWidget(self.stops, 1)
        row.addWidget(self.on, 0, bottom)
        row.addWidget(self.pause, 0, bottom)
        self.add(row)
        words = QVBoxLayout()
        words.setSpacing(look.space.tiny_gap)
        words.addWidget(self.title)
        words.addWidget(self.help)
        words.addWidget(self.door)
        words.addLayout(self._text)
        self.add(words)
        self.table = Columns(look, least=760)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.small_gap)
        for one in (self.entry, self.watch.notice, self.board, self.keys):
            column.addWidget(one)
        column.addStretch(1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.gap)
        column.addWidget(self.chosen)
        notes = Card(look)
        notes.add(self.notes)
        column.addWidget(notes)
        column.addStretch(1)
        self.table.add(left, 5)
        self.table.add(right, 3)
        self.add(self.table)

    def _join(self, names: Names) -> None:
        leading = self._leading
        leading.moved.connect(self._move)
        leading.changed.connect(self.refresh)
        self.stops.edited.connect(self._go)
        self.back.clicked.connect(lambda: leading.step(-1))
        self.on.clicked.connect(lambda: leading.step(1))
        self.pause.clicked.connect(leading.turn_break)
        self.door.clicked.connect(self._go_through)
        self.board.card_chosen.connect(self._show_chosen)
        self.watch.help_lines_requested.connect(self.help_lines_requested)
        self.chosen.become_requested.connect(self.hands.do)
        self.chosen.open_requested.connect(self.open_requested)
        self.hands.choice_requested.connect(self._ask)
        self.hands.opened.connect(self._open_outcome)
        self.notes.set_read_only(self._closed)
        self.notes.edited.connect(self._note)
        self.look.look_changed.connect(self._restyle)
        names.names_hidden.connect(self._name_anew)

    def _restyle(self) -> None:
        self.board.set_size(card_size(self.look))

    def _go(self, at: object) -> None:
        self._leading.go_to(str(at))

    def _move(self) -> None:
        self.notes.commit()
        self.refresh()
        if self.isVisible():
            self.focus_entry()

    def _stop_words(self, key: str) -> str:
        if key == SAFETY:
            return _("Ground rules and safety words")
        if key == CLOSE:
            return _("Close, with the help lines")
        asked = next(one for one in self._leading.asked if one.key == key)
        number = self._leading.stops().index(key)
        return f"{number}. {text_of(asked)}"

    def _show_words(self) -> None:
        leading, question = self._leading, self._leading.question
        clear(self._text)
        if question is not None:
            self.title.setText(text_of(question))
            self.help.setText(f"{help_of(question)} {examples_of(question)}".strip())
        elif leading.at == SAFETY:
            self.title.setText(_("Before we begin"))
            self.help.setText(_("Read these aloud, or let somebody read them."))
            self._add_lines(as_lines(leading.meeting.rules))
        elif leading.at == BREAK:
            self.title.setText(_("Break"))
            self.help.setText(_("Food, air, quiet. The wall shows that there is a break, and nothing else."))
        else:
            self.title.setText(_("How is everyone going home?"))
            self.help.setText(_("One word from each. These people can be called:"))
            self._add_lines(numbers_to_go_home_with(self._lines, leading.session.workspace))
            mine = [one for one in leading.session.workspace.all(Answer) if one.meeting == leading.meeting.id]
            self._text.addWidget(Words(_("Today: {what}.").format(what=outcome(mine)), "muted", wrap=True))
        self.help.setVisible(bool(self.help.text()))

    def _add_lines(self, lines: Sequence[str]) -> None:
        for one in lines:
            self._text.addWidget(Words(f"•  {one}", "reading", wrap=True))

    def _show_door(self) -> None:
        door = self._door
        self.door.setVisible(door is not None)
        if door is not None:
            self.door.setText(" ".join(one for one in (door.stands, door.missing, door.text) if one))
            self.door.set_icon("triangle-alert" if door.missing else "arrow-right")
            self.door.updateGeometry()

    def _go_through(self) -> None:
        if self._door is not None:
            self.open_requested.emit(self._door.kind, self._door.thing)

    def _show_chosen(self, answer_id: str) -> None:
        self.chosen.show_card(self._leading.card(answer_id) if answer_id else None)

    def _name_anew(self, _hidden: bool) -> None:
        self._show_chosen(self.board.chosen)

    def _ask(self, sort: str, answer_id: str) -> None:
        answer = self._leading.card(answer_id)
        if answer is None:
            return
        if sort == "page":
            self.chosen.ask_page(answer)
        else:
            self.chosen.ask_bringer(answer)

    def _open_outcome(self, answer_id: str) -> None:
        answer = self._leading.card(answer_id)
        if answer is None:
            return
        things = (
            *(("item", one) for one in answer.items),
            *(("partner", one) for one in answer.partners),
            *(("helpline", one) for one in answer.numbers),
            *((("page", answer.page),) if answer.page else ()),
        )
        if things:
            self.open_requested.emit(*things[-1])

    def _note(self, words: object) -> None:
        meeting = self._leading.meeting
        refused = self._leading.session.change(Meeting, meeting.id, _("Change meeting"), {"notes": words}, by=self)
        if refused is not None:
            self.notes.show_error(str(refused))
