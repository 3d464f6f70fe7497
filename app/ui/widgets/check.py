"""Yes or no: a tick box whose tick can be seen without its colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from app.ui.theme import Look
from app.ui.widgets.painting import keyboard_focus, paint_ring


class CheckBox(QCheckBox):
    """A tick box with its words. The signal is Qt's `toggled`."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the tick and the focus ring."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        if self.isChecked():
            self._look.paint_icon(painter, QRectF(box).adjusted(3, 3, -3, -3), "check", "on_primary")
        if keyboard_focus(self):
            paint_ring(painter, self._look, QRectF(box).adjusted(-1, -1, 1, 1), "ink", 6)
