"""A judgement from 1 to 5, or none yet."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from app.ui.theme import Look
from app.ui.widgets.field import Field
from app.ui.widgets.painting import keyboard_focus, paint_ring

MOST = 5


class RatingEntry(QSlider):
    """Five numbered steps.

    0 means no judgement yet. Arrow keys and the digits 0 to 5 set it, a press does too.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setRange(0, MOST)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Five squares beside each other."""
        return QSize(MOST * self._step(), self._look.text.control)

    def minimumSizeHint(self) -> QSize:
        """It never shrinks."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the step under the mouse; the same again takes it back."""
        step = min(int(event.position().x() // self._step()) + 1, MOST)
        self.setValue(0 if step == self.value() else step)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pressing chooses; dragging does nothing."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pressing has chosen already."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits set it; Delete and Backspace clear it."""
        if event.text() in ("0", "1", "2", "3", "4", "5"):
            self.setValue(int(event.text()))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setValue(0)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the five steps, those up to the value filled."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = look.px(26)
        for step in range(1, MOST + 1):
            box = QRectF((step - 1) * self._step() + 3, (self.height() - size) / 2, size, size)
            self._paint_step(painter, box, step)
        if keyboard_focus(self):
            paint_ring(painter, look, QRectF(self.rect()))

    def _paint_step(self, painter: QPainter, box: QRectF, step: int) -> None:
        look, filled = self._look, step <= self.value()
        painter.setPen(QPen(look.colour("primary" if filled else "edge"), 1))
        painter.setBrush(look.colour("primary" if filled else "surface"))
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(look.colour("on_primary" if filled else "muted"))
        painter.setFont(look.font(look.text.small, bold=step == self.value()))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(step))

    def _step(self) -> int:
        return self._look.px(26) + 6


class Rating(Field["int | None"]):
    """Its value is 1 to 5, or None when nobody has judged yet; each change is announced at once."""

    def __init__(self, look: Look, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, label, hint, parent)
        self.entry = RatingEntry(look)
        self.set_entry(self.entry)
        self.entry.valueChanged.connect(self._changed)

    def value(self) -> int | None:
        """The judgement."""
        return self.entry.value() or None

    def _changed(self) -> None:
        self._name()
        self.commit()

    def _name(self) -> None:
        value = self.value()
        said = _("{value} of 5").format(value=value) if value else _("not judged yet")
        self.entry.setAccessibleName(f"{self.label.text()}: {said}")
        self.entry.setToolTip(said)

    def _show(self, value: int | None) -> None:
        was = self.entry.blockSignals(True)
        self.entry.setValue(value or 0)
        self.entry.blockSignals(was)
        self._name()
        self.entry.update()
