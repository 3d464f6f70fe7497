"""The card at the right of a list: everything about what is chosen there, scrolled, and closed with a cross."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets import Card, IconButton

WIDTH, WIDEST = 330, 16_777_215


class SidePanel(Card):
    """Fill it once with `fill`. Signals: `closed()` when the cross was pressed; `left()` at Escape, back to the list."""

    closed = Signal()
    left = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, bare=True)
        self._name, self._alone = name, False
        look.look_changed.connect(self._size)
        self._size()

    def fill(self, head: Sequence[QWidget], below: Sequence[QWidget]) -> None:
        """Small things beside the cross, and everything below them."""
        ground = QWidget()
        ground.setProperty("ground", "surface")
        column = QVBoxLayout(ground)
        edge = self.look.space.card
        column.setContentsMargins(edge, edge - 4, edge, edge)
        column.setSpacing(self.look.space.small_gap)
        row = QHBoxLayout()
        for one in head:
            row.addWidget(one)
        row.addStretch(1)
        close = IconButton(self.look, "x", _("Close this panel"))
        close.clicked.connect(self.closed)
        row.addWidget(close)
        column.addLayout(row)
        for one in below:
            column.addWidget(one)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self._name)
        area.setWidget(ground)
        self.body.addWidget(area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that no field needs leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def set_alone(self, alone: bool) -> None:
        """Take all the width, where there is no room for anything beside it."""
        if alone != self._alone:
            self._alone = alone
            self._size()

    def _size(self) -> None:
        width = self.look.px(WIDTH)
        self.setMinimumWidth(0 if self._alone else width)
        self.setMaximumWidth(WIDEST if self._alone else width)
