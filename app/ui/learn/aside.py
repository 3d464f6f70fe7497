"""Beside the page: what came of it, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.model.item import Item
from app.model.origin import Origin
from app.model.pack_words import brought_words
from app.model.page import Page
from app.model.partner import Partner
from app.ui.copies.list import CopiesList
from app.ui.home.words import long_day
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Card, Ground, Words, clear
from app.ui.widgets.press_row import PressRow

STATUS_ICONS = {
    "done": "circle-check",
    "in-progress": "circle-dot",
    "waiting": "circle-pause",
    "dropped": "circle-slash",
}


class Aside(QScrollArea):
    """Scrolls where the window is low. Signal: `open_requested(str, str)` with kind and id."""

    open_requested = Signal(str, str)

    def __init__(self, look: Look, session: Session, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._names = look, names
        self.copies = CopiesList(look, session)
        self.outcome = Card(look, _("What came of this page"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.outcome.add(self._rows)
        self.origin = Card(look, _("Where this comes from"))
        self.source = Words("", "small", wrap=True)
        self.certain = Words("", "small", wrap=True)
        self.origin.add(self.source, self.certain)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setAccessibleName(_("Beside the page"))
        ground = Ground()
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        ground.setProperty("ground", "page")
        self.setWidget(ground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.gap - 4)
        column.addWidget(self.outcome)
        column.addWidget(self.copies)
        column.addWidget(self.origin)
        column.addStretch(1)
        look.look_changed.connect(self._size)
        self._size()

    def show_page(self, page: Page, *, with_links: bool) -> None:
        """Name the page's sources, when they were checked, and what is not certain; list the copies kept from it."""
        self.copies.show_page(page.id)
        self.copies.setVisible(with_links or bool(self.copies.copies()))
        checked = _("Checked {day} {year}.").format(day=long_day(page.checked), year=page.checked.year)
        parts = [*(one.title for one in page.sources), checked, brought_words(page.pack)]
        self.source.setText("\n\n".join(part for part in parts if part))
        self.certain.setText(page.certainty)
        self.certain.setVisible(bool(page.certainty))

    def show_outcome(self, items: Sequence[Item], partners: Sequence[Partner]) -> None:
        """List the steps and partners that began on this page."""
        clear(self._rows)
        for item in items:
            self._add(
                item.what or _("A step without words"),
                STATUS_ICONS.get(item.status, "circle"),
                "item",
                item.id,
                item.origin,
            )
        for partner in partners:
            self._add(self._names.of(partner), "users", "partner", partner.id, partner.origin)
        if not items and not partners:
            words = _("Nothing yet. Make a step or add a partner, and they will be listed here.")
            self._rows.addWidget(Words(words, "small", wrap=True))

    def _add(self, words: str, icon: str, kind: str, thing: str, origin: str) -> None:
        row = PressRow(self._look, words, icon)
        row.setAccessibleName(_("Open: {what}").format(what=words))
        quote = Origin.read(origin).quote
        row.setToolTip(_("From: “{words}”").format(words=quote) if quote else "")
        row.clicked.connect(lambda: self.open_requested.emit(kind, thing))
        self._rows.addWidget(row)

    def _size(self) -> None:
        self.setFixedWidth(self._look.px(250))
