"""The sheet of one page: title, blocks, what can be done with it, and the way on."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.page import Page, Term
from app.ui.learn.blocks import Painter, Wishes
from app.ui.learn.html import Writer
from app.ui.learn.passage import Ground, Passage
from app.ui.theme import Look
from app.ui.widgets import Button, FlowLayout, Words


class PageSheet(Ground):
    """Signals: `step_requested()`, `partner_requested()`. `factor` is the size of the words, 1 for the usual one."""

    step_requested = Signal()
    partner_requested = Signal()

    def __init__(self, look: Look, terms: Mapping[str, Term], wishes: Wishes, *, factor: float, closed: bool) -> None:
        super().__init__(look)
        self._look, self._terms, self._wishes = look, terms, wishes
        self._factor, self._closed = factor, closed
        self._painter: Painter | None = None
        self.column = QVBoxLayout()
        self.column.setSpacing(look.space.small_gap + 2)
        edge = look.px(40)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(edge, look.px(6), edge, look.px(30))
        paper = QWidget()
        paper.setMaximumWidth(round(look.space.reading_width * look.scale * max(1.0, factor)))
        paper.setLayout(self.column)
        outer.addWidget(paper, 1)
        outer.addStretch(0)

    @property
    def passages(self) -> list[Passage]:
        """The page's passages in reading order."""
        return self._painter.passages if self._painter is not None else []

    def show_page(self, page: Page, writer: Writer, before: Page | None, after: Page | None) -> None:
        """Build the page."""
        painter = self._painter = Painter(self._look, self._terms, writer, self._wishes, factor=self._factor)
        self.column.addWidget(Words(page.title, "title", wrap=True))
        for block in page.blocks:
            self.column.addWidget(painter.widget(block))
        self.column.addSpacing(self._look.space.gap)
        if not self._closed:
            self.column.addWidget(self._doing())
        self.column.addWidget(self._way_on(before, after))
        self.column.addStretch(1)

    def write_again(self, writer: Writer) -> None:
        """Show other highlights."""
        if self._painter is not None:
            self._painter.write_again(writer)

    def _doing(self) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        step = Button(self._look, _("Make it a step"), icon="list-plus", kind="primary")
        partner = Button(self._look, _("Add a partner"), icon="user-plus")
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
        button = Button(self._look, words.format(title=page.title), icon=icon, kind="quiet")
        button.clicked.connect(lambda: self._wishes.follow(page.id))
        return button
