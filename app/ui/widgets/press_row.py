"""A line of words to press: an icon and as many lines as the words need."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.theme import Look
from app.ui.widgets.painting import keyboard_focus, paint_ring

_FLAGS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class PressRow(QAbstractButton):
    """The signal is Qt's `clicked`."""

    def __init__(self, look: Look, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon = look, icon
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.look_changed.connect(self.updateGeometry)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrow rows take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the words, and a little air."""
        metrics = QFontMetrics(self._look.font())
        box = QRect(0, 0, max(20, width - self._left() - self._look.px(4)), 10_000)
        return metrics.boundingRect(box, _FLAGS, self.text()).height() + self._look.px(12)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._look.px(160), self.heightForWidth(self._look.px(160)))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(self._look.px(60), self._look.px(30))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if keyboard_focus(self):
            paint_ring(painter, look, QRectF(self.rect()).adjusted(1, 1, -1, -1), "primary", 8)
        top, size = look.px(6), look.text.icon
        look.paint_icon(painter, QRectF(look.px(4), top + 2, size, size), self._icon, "primary")
        painter.setFont(look.font())
        painter.setPen(look.colour("ink"))
        box = QRect(self._left(), top, self.width() - self._left() - look.px(4), self.height())
        painter.drawText(box, _FLAGS, self.text())

    def _left(self) -> int:
        return self._look.text.icon + self._look.px(14)
