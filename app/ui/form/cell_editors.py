"""What opens in a cell: a list that shows itself at once, and a box for several lines."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QStyledItemDelegate, QWidget

# While a mouse button is down the list stays shut: letting go over it would choose what happens to lie there.
WAIT_MS = 40


class ChoiceEditor(QComboBox):
    """A list to choose from, `left` when it is shut without a choice. Nothing counts until somebody has `chosen`: passing by on
    the arrow keys does not.
    """

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen = False
        self.setItemDelegate(QStyledItemDelegate(self))
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.timeout.connect(self._open)

    def showEvent(self, event: QShowEvent) -> None:
        """Open the list."""
        super().showEvent(event)
        self._opening.start(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter looks in the open list; it must not choose unseen."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
            return
        self.showPopup()
        if event.text().isprintable() and event.text().strip():
            QApplication.sendEvent(self.view(), event)

    def hidePopup(self) -> None:
        """A list that is shut without a choice is left: one press of Escape, not two."""
        super().hidePopup()
        QTimer.singleShot(0, self, self._leave)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel chooses nothing."""
        event.ignore()

    def _leave(self) -> None:
        if not self.chosen and self.isVisible() and not self.view().isVisible():
            self.left.emit()

    def _open(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._opening.start(WAIT_MS)
        elif self.isVisible():
            self.showPopup()


class TextEditor(QPlainTextEdit):
    """Several lines; Enter begins another. Ctrl+Enter is `done`, so are Tab and leaving it; Escape takes back."""

    done = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter says that it is done."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
            return
        super().keyPressEvent(event)
