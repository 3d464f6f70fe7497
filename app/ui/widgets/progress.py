"""A thin bar that shows how far something is; the number always stands beside it in words."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Look
from app.ui.widgets.painting import bar_rect, paint_bar


class ProgressBar(QWidget):
    """`part` runs from 0 to 1. `words` is read aloud, such as "9 of 30 done"."""

    def __init__(self, look: Look, part: float = 0.0, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._part = look, part
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)
        self.set_progress(part, words)

    def set_progress(self, part: float, words: str) -> None:
        """Show another state."""
        self._part = part
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """A wide, low bar."""
        return QSize(self._look.px(120), self._look.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        paint_bar(QPainter(self), self._look, bar_rect(self._look, self.rect(), self.width()), self._part)
