"""The grid in its card, with the caution that belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.model.grid import CAUTION
from app.model.partner import Partner
from app.ui.theme import Look
from app.ui.who.grid.view import GridView
from app.ui.widgets import Card, Words

LOW = 420


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
        """In a low window the picture comes first."""
        super().resizeEvent(event)
        self.caution.setVisible(self.height() > self.look.px(LOW))
