"""The line into which handwritten sheets are typed: its keys go from card to question to sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.model.reflection import Answer
from app.model.schema import specs
from app.ui.widgets.entries import LineEntry


class CardEntry(LineEntry):
    """Tab and Shift+Tab ask for questions while one types; Escape, which the room takes, is the way out.

    Signals: `kept()` at Enter, `next_question_requested()`, `question_before_requested()`, `next_sheet_requested()`, and
    `last_requested()` when the up arrow is pressed in an empty line.
    """

    kept = Signal()
    next_question_requested = Signal()
    question_before_requested = Signal()
    next_sheet_requested = Signal()
    last_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(specs(Answer)["words"].limit)
        self._leaving = False

    def empty(self) -> None:
        """Begin a new card."""
        self.begin_with("")

    def begin_with(self, words: str) -> None:
        """Put words into the line, as if nothing had been typed."""
        self.setText(words)
        self.settle()

    def leave_backwards(self) -> None:
        """Let the keyboard go to what stands before the line."""
        self._leaving = True
        self.focusPreviousChild()
        self._leaving = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, with Ctrl it begins the next sheet."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.next_sheet_requested if ctrl else self.kept).emit()
        elif event.key() == Qt.Key.Key_Up and not self.text():
            self.last_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab is a question further, Shift+Tab one back; Qt asks for it before anything else hears of the key."""
        if self._leaving:
            return super().focusNextPrevChild(following)
        (self.next_question_requested if following else self.question_before_requested).emit()
        return True
