"""A small pill that says how something stands, in words, with an icon where that helps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Look
from app.ui.widgets.painting import chip_size, paint_chip


class Chip(QWidget):
    """`tone`: plain, primary, ok, gold, warn or blue; the words always say what the colour does."""

    def __init__(
        self, look: Look, text: str, tone: str = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._text, self._tone, self._icon = look, text, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        look.look_changed.connect(self.updateGeometry)

    def set_chip(self, text: str, tone: str = "plain", icon: str = "") -> None:
        """Say something else."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words on it."""
        return self._text

    def sizeHint(self) -> QSize:
        """Room for the words and icon."""
        return chip_size(self._look, self._text, self._icon)

    def minimumSizeHint(self) -> QSize:
        """A chip may shrink; its words then end in an ellipsis."""
        return QSize(self._look.px(48), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        paint_chip(QPainter(self), self._look, QRectF(self.rect()), self._text, self._tone, self._icon)
