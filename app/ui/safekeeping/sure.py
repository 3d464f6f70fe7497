"""A button whose deed cannot be undone: pressed once it asks, pressed again it is done."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets import Button


class Sure(QWidget):
    """Signal: `confirmed()`."""

    confirmed = Signal()

    def __init__(self, look: Look, words: str, sure: str) -> None:
        super().__init__()
        self.ask = Button(look, words, icon="x", kind="danger")
        self.sure = Button(look, sure, icon="x", kind="danger")
        self.cancel = Button(look, _("Leave everything as it is"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space.small_gap)
        for one in (self.ask, self.sure, self.cancel):
            row.addWidget(one)
        row.addStretch(1)
        self.ask.clicked.connect(self._ask)
        self.sure.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.withdraw)
        self.withdraw()

    def withdraw(self) -> None:
        """Ask nothing any more."""
        asked = self.sure.hasFocus() or self.cancel.hasFocus()
        self._turn(asking=False)
        if asked:
            self.ask.setFocus()

    def _turn(self, *, asking: bool) -> None:
        self.ask.setVisible(not asking)
        self.sure.setVisible(asking)
        self.cancel.setVisible(asking)

    def _ask(self) -> None:
        self._turn(asking=True)
        self.cancel.setFocus()

    def _confirm(self) -> None:
        self._turn(asking=False)
        self.confirmed.emit()
