"""The page that is read: title, blocks, where it comes from, and the way on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.page import Page, Term
from app.ui.learn.blocks import Painter
from app.ui.theme import Look
from app.ui.widgets import Button, Card, FlowLayout, Words


class Reading(Card):
    """Signals: `page_requested(str)`, `step_requested()`, `partner_requested()`."""

    page_requested = Signal(str)
    step_requested = Signal()
    partner_requested = Signal()

    def __init__(self, look: Look, terms: Mapping[str, Term], *, closed: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent, bare=True)
        self._terms, self._closed = terms, closed
        self._shown: tuple[Page, str, Page | None, Page | None, tuple[str, ...]] | None = None
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add(self.area)
        look.look_changed.connect(self._again)

    def show_page(
        self, page: Page, section: str, before: Page | None, after: Page | None, wanted: Sequence[str] = ()
    ) -> None:
        """Show a page from its top; `wanted` are folded words to highlight."""
        self._shown = (page, section, before, after, tuple(wanted))
        self._again()
        self.area.verticalScrollBar().setValue(0)

    def _again(self) -> None:
        if self._shown is None:
            return
        page, section, before, after, wanted = self._shown
        ground = QWidget()
        ground.setProperty("ground", "surface")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QHBoxLayout(ground)
        edge = self.look.px(40)
        outer.setContentsMargins(edge, self.look.px(26), edge, self.look.px(30))
        column = QVBoxLayout()
        column.setSpacing(self.look.space.small_gap + 2)
        sheet = QWidget()
        sheet.setMaximumWidth(round(self.look.space.reading_width * self.look.scale))
        sheet.setLayout(column)
        outer.addWidget(sheet, 1)
        outer.addStretch(0)
        self._fill(column, page, section, wanted)
        column.addSpacing(self.look.space.gap)
        if not self._closed:
            column.addWidget(self._doing())
        column.addWidget(self._way_on(before, after))
        column.addStretch(1)
        self.area.setAccessibleName(page.title)
        self.area.setWidget(ground)

    def _fill(self, column: QVBoxLayout, page: Page, section: str, wanted: tuple[str, ...]) -> None:
        column.addWidget(Words(section, "small"))
        column.addWidget(Words(page.title, "title", wrap=True))
        painter = Painter(self.look, self._terms, wanted, self.page_requested.emit)
        for block in page.blocks:
            column.addWidget(painter.widget(block))

    def _doing(self) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        step = Button(self.look, _("Make it a step"), icon="list-plus", kind="primary")
        partner = Button(self.look, _("Add a partner"), icon="user-plus")
        step.clicked.connect(self.step_requested)
        partner.clicked.connect(self.partner_requested)
        flow.addWidget(step)
        flow.addWidget(partner)
        return box

    def _way_on(self, before: Page | None, after: Page | None) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        if before is not None:
            flow.addWidget(self._way(before, "arrow-left", _("Back: {title}")))
        if after is not None:
            flow.addWidget(self._way(after, "arrow-right", _("Next: {title}")))
        return box

    def _way(self, page: Page, icon: str, words: str) -> Button:
        button = Button(self.look, words.format(title=page.title), icon=icon, kind="quiet")
        button.clicked.connect(lambda: self.page_requested.emit(page.id))
        return button
