"""What hands do at a table of cards: writing, grouping, voting, turning cards into more. The same here and on the wall."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QObject, Signal

from app.model.becoming import ASKING, becomings
from app.ui.reflect.board import Board
from app.ui.reflect.entry import HEAD, NEW, PILE, REWORD, CardEntry
from app.ui.reflect.leading import Leading


class Hands(QObject):
    """Joins a board and an entry with what is led. `asks` says whether what needs a second choice can be chosen here.

    Signals: `choice_requested(str, str)` with the sort and the card that a choice is needed for; `opened(str)` with the card
    whose outcome is wanted.
    """

    choice_requested = Signal(str, str)
    opened = Signal(str)

    def __init__(self, leading: Leading, board: Board, entry: CardEntry, *, asks: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._leading, self._board, self._entry, self._asks = leading, board, entry, asks
        self._closed = leading.session.workspace.read_only
        self._shown = ("", "")
        entry.setReadOnly(self._closed)
        entry.done.connect(self._take)
        entry.written.connect(leading.type)
        entry.rewritten.connect(leading.type_other)
        entry.left.connect(self._take_left)
        entry.given_up.connect(self._return)
        entry.walked_down.connect(board.focus_first)
        entry.turned.connect(self._turn)
        leading.typed.connect(entry.show_draft)
        board.wished.connect(self._wish)
        board.moved.connect(self._move)
        board.laid_on.connect(self._lay_on)
        board.laid_in.connect(self._lay_in)
        board.pile_pressed.connect(self._ask_pile)
        board.left.connect(entry.setFocus)

    def refresh(self) -> None:
        """Show the cards of where it stands."""
        shown = (self._leading.meeting.id, self._leading.at)
        if shown != self._shown:
            self._shown = shown
            self._leave_entry()
            self._board.choose("")
            self._go_on_with_other()
        self._entry.show_draft(self._leading.draft)
        self._board.show_answers(self._leading.cards())

    def do(self, sort: str, answer_id: str) -> None:
        """Make of a card what `sort` says."""
        if self._closed or self._leading.card(answer_id) is None:
            return
        if sort in ASKING:
            self.choice_requested.emit(sort, answer_id)
        else:
            self._leading.become(sort, answer_id)

    # -- inside --------------------------------------------------------------------------------------------

    def _take(self, words: str, mode: str, target: str) -> None:
        if mode == NEW:
            self._add(words)
        elif self._change_words(words, mode, target):
            self._entry.go_back()
            if mode in (REWORD, PILE):
                self._board.focus_on(target)

    def _take_left(self, words: str, mode: str, target: str) -> None:
        """What was refused stays where it was written."""
        if self._change_words(words, mode, target):
            self._entry.go_back()

    def _change_words(self, words: str, mode: str, target: str) -> bool:
        match mode:
            case "reword":
                return self._leading.reword(target, words)
            case "pile":
                return self._leading.lay_in(target, words)
            case _:
                return self._leading.rename_pile(target, words)

    def _turn(self, by: int) -> None:
        self._entry.leave()
        self._leading.step(by)

    def _leave_entry(self) -> None:
        # A pile has only its name, which another question's may have too.
        if self._entry.mode != HEAD:
            self._entry.leave()
        self._entry.go_back()

    def _go_on_with_other(self) -> None:
        """After a power cut; on the page alone, so that no two entries change one card."""
        other = self._leading.other
        if self._asks and not self._closed and other is not None and other.at == self._leading.at:
            self._entry.go_on(other.mode, other.target, other.words)

    def _add(self, words: str) -> None:
        """Each line is a card of its own: a list may have been pasted."""
        lines = [one for one in words.splitlines() if one.strip()]
        for number, line in enumerate(lines):
            if not self._leading.add(line):
                self._leading.type("\n".join(lines[number:]))
                self._entry.show_draft(self._leading.draft)
                return
        self._entry.clear_done()
        self._leading.type("")

    def _return(self) -> None:
        self._board.focus_first()

    def _wish(self, key: str, answer_id: str) -> None:
        answer = self._leading.card(answer_id)
        if answer is None:
            return
        if key == "O":
            self.opened.emit(answer_id)
        elif not self._closed:
            self._change(key, answer_id)

    def _change(self, key: str, answer_id: str) -> None:
        answer = self._leading.card(answer_id)
        if answer is None:
            return
        match key:
            case "+" | "-":
                self._leading.add_dots(answer_id, 1 if key == "+" else -1)
            case "G":
                self._entry.begin(PILE, answer_id, answer.pile)
            case "change":
                self._entry.begin(REWORD, answer_id, answer.words)
            case "delete":
                self._leading.remove(answer_id)
            case _:
                self._become(key, answer_id)

    def _become(self, key: str, answer_id: str) -> None:
        question = self._leading.question
        for one in becomings(question.leads if question is not None else ""):
            if one.key == key and (self._asks or one.sort not in ASKING):
                self.do(one.sort, answer_id)

    def _move(self, answer_id: str, steps: int) -> None:
        if not self._closed:
            self._leading.move(answer_id, steps)

    def _lay_on(self, answer_id: str, target: str) -> None:
        if not self._closed:
            self._leading.lay_on(answer_id, target)

    def _lay_in(self, answer_id: str, pile: str) -> None:
        answer = self._leading.card(answer_id)
        if not self._closed and answer is not None and answer.pile != pile:
            self._leading.lay_in(answer_id, pile)

    def _ask_pile(self, pile: str) -> None:
        if not self._closed:
            self._entry.begin(HEAD, pile, pile)


def keys_line(leads: str, *, asks: bool) -> str:
    """The keys at a card, in a line."""
    parts = [f"{one.key}: {_(one.text)}" for one in becomings(leads) if asks or one.sort not in ASKING]
    parts += [_("+ and −: dots"), _("G: pile"), _("Enter: other words"), _("Delete: take away")]
    return " · ".join(parts)
