"""The program's mark: a circle that has room for one more."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Look

FULL_TURN = 360 * 16


def paint_mark(painter: QPainter, look: Look, box: QRectF) -> None:
    """Draw the mark into a square."""
    size = box.width()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("primary"))
    painter.drawRoundedRect(box, size * 0.28, size * 0.28)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    stroke = QPen(look.colour("on_primary"), size * 0.1)
    stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(stroke)
    ring = box.adjusted(size * 0.25, size * 0.25, -size * 0.25, -size * 0.25)
    painter.drawArc(ring, 75 * 16, FULL_TURN - 60 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("on_primary"))
    dot = size * 0.075
    painter.drawEllipse(box.center(), dot, dot)


def mark_icon(look: Look) -> QIcon:
    """The mark for the window and the task bar."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_mark(painter, look, QRectF(0, 0, size, size))
        painter.end()
        icon.addPixmap(picture)
    return icon


class Mark(QWidget):
    """The mark beside the community's name."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, size: float = 24) -> None:
        super().__init__(parent)
        self._look, self._size = look, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._look.px(self._size), self._look.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        paint_mark(QPainter(self), self._look, QRectF(self.rect()))
