"""Labels. Text from people is data, so every label here shows plain text, never markup."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import Look


class Words(QLabel):
    """Plain words.

    `role`: body, title, heading, strong, muted, small, caption, label, warn, error, reading.
    """

    def __init__(
        self, text: str = "", role: str = "body", parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)

    def say(self, text: str) -> None:
        """Say these words; without any the label takes no room."""
        self.setText(text)
        self.setVisible(bool(text))

    def set_tone(self, tone: str) -> None:
        """Colour the words: "" (as the role says), warn, primary, ok, gold or blue."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedWords(Words):
    """Plain words on one line that end in an ellipsis when there is no room; the tooltip then says all."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """The width of all the words."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A letter or two and the ellipsis."""
        return QSize(24, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip only where it was cut."""
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(self.text() if cut else "")
        super().resizeEvent(event)


class Picture(QWidget):
    """An icon that stands beside words. It says nothing to a screen reader: the words do."""

    def __init__(
        self, look: Look, name: str, role: str = "ink", parent: QWidget | None = None, *, size: float = 18
    ) -> None:
        super().__init__(parent)
        self._look, self._name, self._role, self._size = look, name, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def set_picture(self, name: str, role: str | None = None) -> None:
        """Show another icon."""
        self._name, self._role = name, role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        """The icon at the text size of now."""
        return QSize(self._look.px(self._size), self._look.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        self._look.paint_icon(QPainter(self), QRectF(self.rect()), self._name, self._role)


def rule(parent: QWidget | None = None) -> QWidget:
    """A thin line between rows."""
    line = QLabel(parent)
    line.setProperty("rule", "true")
    return line
