"""Where cards are written: Enter makes one and goes on. The same entry takes other words for a card, and a pile's name."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
NEW, REWORD, PILE, HEAD = "new", "reword", "pile", "head"


class CardEntry(QPlainTextEdit):
    """Signals: `done(str, str, str)` with what was written, for what, and for which card or pile; `written(str)` at each letter
    of a new card, `rewritten(str, str, str)` of other words, as in `done`, with nothing in it once they are taken or given up;
    `left(str, str, str)` when somebody goes elsewhere in the middle of other words; `given_up()` when these were not wanted
    after all; `walked_down()`, `turned(int)` by PageUp and PageDown.
    """

    done = Signal(str, str, str)
    written = Signal(str)
    rewritten = Signal(str, str, str)
    left = Signal(str, str, str)
    given_up = Signal()
    walked_down = Signal()
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode, self.target = NEW, ""
        self._put_by, self._as_it_was = "", ""
        self._telling = True
        self.turns_by_arrows = False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._name()
        self.textChanged.connect(self._tell)

    def words(self) -> str:
        """What is written."""
        return self.toPlainText()

    def show_draft(self, words: str) -> None:
        """Show half-typed words; nothing is announced."""
        if self.mode == NEW and words != self.words():
            self._put(words)

    def begin(self, mode: str, target: str, words: str) -> None:
        """Take other words for something; what was half typed comes back afterwards."""
        self.go_on(mode, target, words)
        self._as_it_was = words
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, mode: str, target: str, words: str) -> None:
        """Go on with other words that somebody was in the middle of when the program ended."""
        if self.mode == NEW:
            self._put_by = self.words()
        self.mode, self.target = mode, target
        self._as_it_was = ""
        self._name()
        self._put(words)

    def leave(self) -> None:
        """Somebody goes elsewhere: what was written is not lost. Escape is there for who does not want it."""
        words, mode, target = self.words(), self.mode, self.target
        if mode == NEW:
            return
        if words.strip() and words != self._as_it_was:
            self.left.emit(words, mode, target)
        else:
            self.go_back()

    def go_back(self) -> None:
        """New cards are written again, from where that was left."""
        if self.mode != NEW:
            self.mode, self.target = NEW, ""
            self._name()
            self._put(self._put_by)
            self.rewritten.emit("", "", "")

    def clear_done(self) -> None:
        """The card is made: the next."""
        self._put("")

    def height_of_words(self, width: int, room: int) -> int:
        """How high what is written is at that width; `room` is left for the frame on each side."""
        metrics = QFontMetrics(self.font())
        box = QRect(0, 0, max(20, width - 2 * room), 10_000)
        wrap = int(Qt.TextFlag.TextWordWrap)
        high = metrics.boundingRect(box, wrap, self.words() or "M").height()
        return max(metrics.lineSpacing(), high) + metrics.lineSpacing() // 3

    def event(self, event: QEvent) -> bool:
        """Escape is ours while other words are taken; undo is the program's while nothing was typed."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.mode != NEW:
                event.accept()
                return True
            undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            if undo and not self.words():
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter says that it is done."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit(self.words(), self.mode, self.target)
        elif key == Qt.Key.Key_Escape and self.mode != NEW:
            self.go_back()
            self.given_up.emit()
        elif key == Qt.Key.Key_Down and self.textCursor().atEnd():
            self.walked_down.emit()
        elif key in _PAGES or (key in _ARROWS and self.turns_by_arrows and self.mode == NEW and not self.words()):
            self.turned.emit(_PAGES[key] if key in _PAGES else _ARROWS[key])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere takes the other words, as it does wherever something is renamed in its place."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.leave()

    def _put(self, words: str) -> None:
        self._telling = False
        self.setPlainText(words)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._telling = True

    def _tell(self) -> None:
        if not self._telling:
            return
        if self.mode == NEW:
            self.written.emit(self.words())
        else:
            self.rewritten.emit(self.words(), self.mode, self.target)

    def _name(self) -> None:
        names = {
            NEW: _("Type what you hear, Enter makes a card"),
            REWORD: _("Other words for the card"),
            PILE: _("Name of the pile for the card, empty for on its own"),
            HEAD: _("Another name for the pile, empty takes it apart"),
        }
        hints = {
            NEW: _("Type what you hear…"),
            REWORD: _("Other words for the card"),
            PILE: _("Name of the pile"),
            HEAD: _("Name of the pile"),
        }
        self.setAccessibleName(names[self.mode])
        self.setPlaceholderText(hints[self.mode])
