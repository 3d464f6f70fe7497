"""Cards beside each other that go below each other where the window is narrow or the text large."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.theme import Look

BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Columns(QWidget):
    """Put what stands side by side into it; below `least` pixels (at 100 % text) it becomes one column."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, least: int = 720) -> None:
        super().__init__(parent)
        self._look, self._least = look, least
        self._box = QBoxLayout(BESIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look.space.gap)
        look.look_changed.connect(self._fit)

    def add(self, widget: QWidget, stretch: int = 1) -> None:
        """Put a widget to the right of what is there; `stretch` is its share of the width."""
        self._box.addWidget(widget, stretch)

    def is_stacked(self) -> bool:
        """True while it is one column."""
        return self._box.direction() == BELOW

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width asks for it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        way = BELOW if self.width() < self._look.px(self._least) else BESIDE
        if way != self._box.direction():
            self._box.setDirection(way)
            self.updateGeometry()
