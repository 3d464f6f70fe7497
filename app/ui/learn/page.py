"""Learn: contents on the left, the page in the middle, what came of it on the right."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from app.data.library import Library
from app.data.workspace import Changes
from app.model.finding import wanted_words
from app.model.item import Item
from app.model.page import Page
from app.model.partner import Partner
from app.ui.learn.aside import Aside
from app.ui.learn.contents import Contents
from app.ui.learn.reading import Reading
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Page as Ground

WIDE, MIDDLE = 1060, 760


class LearnPage(Ground):
    """Signals: `open_requested(str, str)`, `step_requested(str, str)` (words, origin), `partner_requested(str)` (origin)."""

    open_requested = Signal(str, str)
    step_requested = Signal(str, str)
    partner_requested = Signal(str)

    def __init__(self, look: Look, session: Session, library: Library) -> None:
        super().__init__(look)
        self._session, self._library = session, library
        self._current = ""
        self.contents = Contents(look, library, _("Contents"))
        self.reading = Reading(look, library.terms, closed=session.workspace.read_only)
        self.aside = Aside(look)
        row = QHBoxLayout()
        row.setSpacing(look.space.gap)
        for widget, stretch in ((self.contents, 0), (self.reading, 1), (self.aside, 0)):
            row.addWidget(widget, stretch)
        self.add(row, 1)
        self._join()
        if library.pages:
            self.show_page(library.pages[0].id)

    @property
    def current(self) -> str:
        """The id of the page that is shown."""
        return self._current

    def show_page(self, page_id: str, words: str = "") -> None:
        """Show a page; the words that were searched for are highlighted. An id that nobody knows changes nothing."""
        name = page_id.partition("#")[0]
        if not self._library.has(name):
            return
        page = self._library.page(name)
        self._current = page.id
        before, after = self._library.previous(page.id), self._library.next(page.id)
        section = self._library.section_of(page).title
        self.contents.show_current(page.id)
        self.reading.show_page(page, section, before, after, _for_highlight(words))
        self.aside.show_origin(page)
        self._tell_outcome()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the page alone where there is no room for more beside it."""
        super().resizeEvent(event)
        width = self.width() / self.look.scale
        self.aside.setVisible(width >= WIDE)
        self.contents.setVisible(width >= MIDDLE)

    def showEvent(self, event: QShowEvent) -> None:
        """Steps may have come from elsewhere."""
        super().showEvent(event)
        self._tell_outcome()

    def _join(self) -> None:
        self.contents.page_chosen.connect(self.show_page)
        self.reading.page_requested.connect(self.show_page)
        self.reading.step_requested.connect(lambda: self.step_requested.emit("", f"page:{self._current}"))
        self.reading.partner_requested.connect(lambda: self.partner_requested.emit(f"page:{self._current}"))
        self.aside.open_requested.connect(self.open_requested)
        self._session.changed.connect(self._follow)
        for keys, turn in (("Alt+Left", self._turn_back), ("Alt+Right", self._turn_on)):
            QShortcut(QKeySequence(keys), self).activated.connect(turn)

    def _turn_back(self) -> None:
        self._turn(self._library.previous(self._current))

    def _turn_on(self) -> None:
        self._turn(self._library.next(self._current))

    def _turn(self, page: Page | None) -> None:
        if page is not None:
            self.show_page(page.id)

    def _follow(self, changes: Changes) -> None:
        if self.isVisible():
            self._tell_outcome()

    def _tell_outcome(self) -> None:
        origin, workspace = f"page:{self._current}", self._session.workspace
        items = [one for one in workspace.all(Item) if one.origin == origin]
        partners = [one for one in workspace.all(Partner) if one.origin == origin]
        self.aside.show_outcome(items, partners)


def _for_highlight(words: str) -> Sequence[str]:
    return [one for one in wanted_words(words) if len(one) > 1]
