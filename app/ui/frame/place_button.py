"""One place in the list on the left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.theme import Look
from app.ui.widgets.painting import keyboard_focus, paint_ring

SIDE = 12


class PlaceButton(QAbstractButton):
    """Icon, title and perhaps a count; the icon alone when `narrow`. Up and Down are `moved(steps)`."""

    moved = Signal(int)

    def __init__(self, look: Look, title: str, icon: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._title, self._icon_name, self._keys = look, title, icon, keys
        self._count: int | None = None
        self._narrow = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.look_changed.connect(self.updateGeometry)
        self._name()

    def set_count(self, count: int | None) -> None:
        """Show how many there are, or nothing."""
        self._count = count
        self._name()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone; the tooltip then says the title."""
        self._narrow = narrow
        self._name()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as a row."""
        high = self._look.text.row
        return QSize(high if self._narrow else self._look.text.places - 2 * SIDE, high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the list; Enter opens, as Space does."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """The list decides which place is the current one."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon, title and count."""
        look, painter, box = self._look, QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(look.colour("primary_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, 9, 9)
        role = "primary" if self.isChecked() else "muted"
        size = look.text.icon
        left = (box.width() - size) / 2 if self._narrow else SIDE
        look.paint_icon(painter, QRectF(left, (box.height() - size) / 2, size, size), self._icon_name, role)
        if not self._narrow:
            self._paint_words(painter, box.adjusted(SIDE + size + 12, 0, -SIDE, 0), role)
        if keyboard_focus(self):
            paint_ring(painter, look, box)

    def _paint_words(self, painter: QPainter, room: QRectF, role: str) -> None:
        look, middle = self._look, Qt.AlignmentFlag.AlignVCenter
        if self._count is not None:
            painter.setFont(look.font(look.text.small))
            painter.setPen(look.colour("muted"))
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, str(self._count))
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(str(self._count)) - 8)
        painter.setFont(look.font(bold=self.isChecked()))
        painter.setPen(look.colour(role))
        title = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, title)

    def _name(self) -> None:
        said = self._title if self._count is None else f"{self._title}, {self._count}"
        self.setAccessibleName(said)
        keys = f" ({self._keys})" if self._keys else ""
        self.setToolTip(f"{said}{keys}" if self._narrow or keys else "")
