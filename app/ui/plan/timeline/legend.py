"""What the timeline's shapes mean, drawn as they are there and said in words."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.phrases import N_
from app.model.timeline import Shape
from app.model.timeline_boxes import Box
from app.ui.plan.timeline.bars import BAR_LOOKS, draw_shape
from app.ui.theme import Look
from app.ui.widgets import FlowLayout, Words

ENTRIES = (
    ("not-started", N_("Not started")),
    ("in-progress", N_("In progress")),
    ("done", N_("Done")),
    ("late", N_("Late")),
    ("day", N_("One day")),
    ("roll-up", N_("Goal, and how much is done")),
    ("wait", N_("Waits for")),
)


class Sample(QWidget):
    """One drawn sign; the words beside it say what it is."""

    def __init__(self, look: Look, sort: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._sort = look, sort
        look.look_changed.connect(self._size)
        self._size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = Box(2.0, 3.0, self.width() - 2.0, self.height() - 3.0)
        if self._sort == "wait":
            self._draw_wait(painter, box)
        elif self._sort == "roll-up":
            wide = box.right - box.left
            painter.fillRect(QRectF(box.left, box.middle - 3, wide, 6), look.colour("edge"))
            painter.fillRect(QRectF(box.left, box.middle - 3, wide * 0.4, 6), look.colour("primary"))
        else:
            self._draw_bar(painter, box)

    def _draw_bar(self, painter: QPainter, box: Box) -> None:
        look = self._look
        looks = {**BAR_LOOKS, "late": ("warn_soft", "warn", "ink")}
        ground, edge, _ink = looks.get(self._sort, looks["not-started"])
        shape = Shape.DAY if self._sort == "day" else Shape.BAR
        painter.setPen(QPen(look.colour(edge), 1.4))
        painter.setBrush(look.colour(ground))
        draw_shape(painter, shape, box)
        if self._sort == "late":
            hatch = QColor(look.colour("warn"))
            hatch.setAlphaF(0.45)
            painter.setBrush(QBrush(hatch, Qt.BrushStyle.BDiagPattern))
            draw_shape(painter, shape, box)
        if self._sort == "done":
            size = self.height() - 5
            look.paint_icon(painter, QRectF((self.width() - size) / 2, 2.5, size, size), "check", "ok")

    def _draw_wait(self, painter: QPainter, box: Box) -> None:
        painter.setPen(QPen(self._look.colour("edge"), 1.4))
        painter.drawLine(QPointF(box.left, box.middle), QPointF(box.right, box.middle))
        tip = QPointF(box.right, box.middle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("edge"))
        painter.drawPolygon(QPolygonF((tip, tip + QPointF(-6, -4), tip + QPointF(-6, 4))))

    def _size(self) -> None:
        self.setFixedSize(QSize(self._look.px(16 if self._sort == "day" else 26), self._look.px(18)))


class Legend(QWidget):
    """The shapes of bars and lines."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self)
        for sort, words in ENTRIES:
            box = QWidget()
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, look.px(6), 0)
            row.setSpacing(look.px(4))
            row.addWidget(Sample(look, sort))
            row.addWidget(Words(_(words), "small"))
            flow.addWidget(box)
