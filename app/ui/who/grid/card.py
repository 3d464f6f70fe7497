"""The grid in its card, with the caution that belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.model.grid import CAUTION
from app.model.partner import Partner
from app.ui.theme import Look
from app.ui.who.grid.view import GridView
from app.ui.widgets import Card, Words

LOW = 420
# The caution's width beside the picture; Qt's own largest width below it.
BESIDE, WHOLE = 220, 16_777_215


class GridCard(Card):
    """`view` has the signals."""

    def __init__(
        self, look: Look, name_of: Callable[[Partner], str], *, closed: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent, bare=True, fills=True)
        self.view = GridView(look, name_of, closed=closed)
        self.caution = Words(_(CAUTION), "small", wrap=True)
        self.caution.setContentsMargins(look.px(16), 0, look.px(16), look.px(4))
        self.add(self.view, self.caution)
        self.body.setStretch(0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the picture gets all the height, and the caution stands beside it."""
        super().resizeEvent(event)
        low = self.height() < self.look.px(LOW)
        ways = QBoxLayout.Direction
        self.body.setDirection(ways.LeftToRight if low else ways.TopToBottom)
        self.caution.setMaximumWidth(self.look.px(BESIDE) if low else WHOLE)
