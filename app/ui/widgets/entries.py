"""Qt's entries with manners: they tell when they are left, and give Ctrl+Z to the program when nothing is
half typed.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QStyledItemDelegate, QWidget

from app.ui.theme import Look


def _is_undo(event: QEvent) -> bool:
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class LineEntry(QLineEdit):
    """One line of text. `left` when the focus goes elsewhere (not to the entry's own menu)."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the program unless there is typing to take back."""
        if _is_undo(event) and not self.isUndoAvailable() and not self.isRedoAvailable():
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person has left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def settle(self) -> None:
        """Forget the typing steps, so that Ctrl+Z speaks of the program's edits again."""
        place = self.cursorPosition()
        self.setText(self.text())
        self.setCursorPosition(place)


class LongEntry(QPlainTextEdit):
    """Several lines of plain text that grow with what is written.

    Tab goes to the next field; Ctrl+Enter is `done`.
    """

    left = Signal()
    done = Signal()

    def __init__(self, look: Look, lines: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._lines, self._most = look, lines, most
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        look.look_changed.connect(self._grow)
        self._grow()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the program unless there is typing to take back."""
        document = self.document()
        if _is_undo(event) and not document.isUndoAvailable() and not document.isRedoAvailable():
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter says that the entry is done."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person has left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def settle(self) -> None:
        """Forget the typing steps, so that Ctrl+Z speaks of the program's edits again."""
        self.document().clearUndoRedoStacks()

    def sizeHint(self) -> QSize:
        """As wide as a short line; the height is set by what is written."""
        return QSize(self._look.px(220), self.height())

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        written = int(self.document().size().height())
        shown = max(self._lines, min(written, self._most))
        self.setFixedHeight(shown * line + 2 * self.frameWidth() + 26)


class ChoiceEntry(QComboBox):
    """A list to choose from. The wheel scrolls the page and never changes the choice by accident."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setItemDelegate(QStyledItemDelegate(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the arrow in the theme's colour."""
        super().paintEvent(event)
        size = self._look.px(16)
        place = QRectF(self.width() - size - 10, (self.height() - size) / 2, size, size)
        self._look.paint_icon(QPainter(self), place, "chevron-down", "muted" if self.isEnabled() else "faint")
