"""A look inside a way to begin: its lines with their days, as they would stand in the plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.item import Item
from app.model.plan import Outline
from app.ui.home.words import short_day
from app.ui.plan.starts.words import more_words
from app.ui.plan.words import LEVEL_ICONS, STATUS_ICONS
from app.ui.theme import Look
from app.ui.widgets import Picture, Words, clear

INDENT = 22


class LinesInside(QWidget):
    """A column of lines to read; nothing in it can be changed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space.tiny_gap)

    def show_items(self, items: Sequence[Item], today: date) -> None:
        """Show these lines in the order of their outline."""
        clear(self._column)
        names = {one.id: one.what for one in items}
        for item, depth in Outline(items).walk():
            waits = [names[one] for one in item.waits_for if one in names]
            self._column.addWidget(self._row(item, depth, waits, today))

    def _row(self, item: Item, depth: int, waits: Sequence[str], today: date) -> QWidget:
        look, box = self._look, QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(look.px(INDENT) * depth, 0, 0, 0)
        row.setSpacing(look.space.small_gap)
        is_step = item.level == "action"
        icon = STATUS_ICONS["not-started"] if is_step else LEVEL_ICONS[item.level]
        row.addWidget(Picture(look, icon, "muted" if is_step else "primary"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(item.what, "body" if is_step else "strong", wrap=True))
        more = more_words(item, waits)
        if more:
            words.addWidget(Words(more, "small", wrap=True))
        row.addLayout(words, 1)
        day = Words(short_day(item.by, today) if item.by is not None else _("no day"), "muted")
        day.setMinimumWidth(look.px(84))
        day.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        row.addWidget(day)
        return box
