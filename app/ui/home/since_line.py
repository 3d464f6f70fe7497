"""One line on Home that says what changed in the plan since the last time, and leads there; hidden when nothing did."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets import Card, PressRow, clear


class SinceLine(Card):
    """Signal: `changes_requested()`."""

    changes_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, bare=True, parent=parent)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(12, 4, 12, 2)
        self.add(self._place)
        self.said = ""
        self.hide()

    def show_changes(self, since: str, said: str) -> None:
        """`since` is the day in words, `said` what changed in short; empty for nothing."""
        self.said = _("Since {day}: {what}").format(day=since, what=said) if said else ""
        clear(self._place)
        if said:
            row = PressRow(self.look, self.said, "history")
            row.clicked.connect(self.changes_requested)
            self._place.addWidget(row)
        self.setVisible(bool(said))
