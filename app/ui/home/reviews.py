"""Which lines of the plan are to be looked at again, each with the way there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.item import Item
from app.ui.home.words import short_day
from app.ui.theme import Look
from app.ui.widgets import Card, PressRow, Words, clear

SHOWN = 5


class Reviews(Card):
    """Hidden while there are none. Signal: `item_requested(str)` with the step's id."""

    item_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Look at these again"), "rotate-ccw", parent=parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.space.tiny_gap)
        self.add(self._rows)

    def show_items(self, items: Sequence[Item], today: date) -> None:
        """Show the first few of these."""
        clear(self._rows)
        for one in items[:SHOWN]:
            self._rows.addWidget(self._row(one, today))
        more = len(items) - SHOWN
        if more > 0:
            said = ngettext("And {count} more, in Plan.", "And {count} more, in Plan.", more)
            self._rows.addWidget(Words(said.format(count=more), "small"))
        self.setVisible(bool(items))

    def _row(self, item: Item, today: date) -> PressRow:
        day = item.review or today
        when = _("{what} (since {day})") if day < today else _("{what} (by {day})")
        what = item.what or _("A step without words")
        row = PressRow(self.look, when.format(what=what, day=short_day(day, today)), "arrow-right")
        row.clicked.connect(lambda: self.item_requested.emit(item.id))
        return row
