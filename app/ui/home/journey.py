"""The way through the program, one stop a place, each with how it stands."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme import Look
from app.ui.widgets import Card, Picture
from app.ui.widgets.painting import keyboard_focus, paint_ring


class Stop(QAbstractButton):
    """A round picture with a name and a line under it."""

    def __init__(self, look: Look, icon: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon = look, icon
        self._line = ""
        self.setText(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def set_line(self, line: str) -> None:
        """Say how it stands there."""
        self._line = line
        self.setAccessibleName(f"{self.text()}: {line}" if line else self.text())
        self.setToolTip(line)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the picture and two lines."""
        return QSize(self._look.px(120), self._look.px(104))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows cut the second line before the first."""
        return QSize(self._look.px(64), self._look.px(104))

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when it can no longer be used."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, middle = look.px(46), self.width() / 2
        circle = QRectF(middle - size / 2, look.px(2), size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("primary" if self.underMouse() else "primary_soft"))
        painter.drawEllipse(circle)
        inset = look.px(12)
        tint = "on_primary" if self.underMouse() else "primary"
        look.paint_icon(painter, circle.adjusted(inset, inset, -inset, -inset), self._icon, tint)
        if keyboard_focus(self):
            paint_ring(painter, look, QRectF(self.rect()).adjusted(2, 0, -2, -1), "primary", 10)
        self._write(painter, look.px(52), self.text(), bold=True, colour="ink", pixels=look.text.body)
        self._write(painter, look.px(76), self._line, bold=False, colour="muted", pixels=look.text.small)

    def _write(self, painter: QPainter, top: int, text: str, *, bold: bool, colour: str, pixels: int) -> None:
        painter.setFont(self._look.font(pixels, bold=bold))
        painter.setPen(self._look.colour(colour))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width() - 4)
        box = QRectF(2, top, self.width() - 4, self._look.px(24))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter), cut)


class Journey(Card):
    """Learn, Who, Reflect, Plan, Print in a row. Signal: `place_requested(str)`."""

    place_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        names = {
            "learn": _("Learn"),
            "who": _("Who"),
            "reflect": _("Reflect"),
            "plan": _("Plan"),
            "print": _("Print & share"),
        }
        icons = {
            "learn": "book-open",
            "who": "users",
            "reflect": "circle-question-mark",
            "plan": "list-checks",
            "print": "printer",
        }
        self._stops = {key: Stop(look, icons[key], title) for key, title in names.items()}
        row = QHBoxLayout()
        row.setSpacing(0)
        for number, (key, stop) in enumerate(self._stops.items()):
            if number:
                row.addWidget(Picture(look, "chevron-right", "muted"), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(stop, 1)
            stop.clicked.connect(lambda _checked=False, place=key: self.place_requested.emit(place))
        self.add(row)

    def set_line(self, place: str, line: str) -> None:
        """Say how it stands at a place."""
        self._stops[place].set_line(line)
