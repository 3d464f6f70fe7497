"""Learn: contents and marks on the left, the page in the middle, what came of it on the right."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.data.library import Library
from app.data.workspace import Changes
from app.model.copy import Copy
from app.model.finding import wanted_words
from app.model.item import Item
from app.model.mark import Mark
from app.model.origin import PAGE, Origin
from app.model.page import Page, links, plain_text
from app.model.partner import Partner
from app.model.placing import place
from app.reports.kinds import Kind
from app.ui.copies.reader import CopyReader
from app.ui.learn.aside import Aside
from app.ui.learn.contents import Contents
from app.ui.learn.printing import Handouts
from app.ui.learn.reading import Reading, Shown
from app.ui.names import Names
from app.ui.reports.saver import ReportSaver
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Page as Ground

WIDE, MIDDLE = 1060, 760


class LearnPage(Ground):
    """Signals: `open_requested(str, str)`, `step_requested(str, str)` (words, origin), `partner_requested(str)` (origin),
    `discuss_requested(str, str, str)` (a question, where it is from, and its origin), `message_requested(str, str, object)`,
    `bug_met(Exception)`. `fonts` is the folder of the typefaces for paper. Call `stop()` before it goes.
    """

    open_requested = Signal(str, str)
    step_requested = Signal(str, str)
    discuss_requested = Signal(str, str, str)
    partner_requested = Signal(str)
    message_requested = Signal(str, str, object)
    bug_met = Signal(object)

    def __init__(
        self, look: Look, session: Session, library: Library, fonts: Path, names: Names, *, factor: float = 1.0
    ) -> None:
        super().__init__(look)
        self.saver = ReportSaver(self)
        self._handouts = Handouts(library, self.saver, fonts)
        self._session, self._library = session, library
        self._current = ""
        self._scrolls: dict[str, int] = {}
        self.contents = Contents(look, library, _("Contents"))
        self.reading = Reading(look, session, library.terms, factor=factor)
        self.aside = Aside(look, session, names)
        self.reader: CopyReader | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self._make_row())
        # The row asks for all its columns; in a narrow window some of them make room.
        self.stack.setMinimumWidth(1)
        self.add(self.stack, 1)
        self._join()
        names.names_hidden.connect(self._tell_outcome)
        if library.pages:
            self.show_page(library.pages[0].id)

    @property
    def current(self) -> str:
        """The id of the page that is shown."""
        return self._current

    @property
    def scrolled(self) -> int:
        """How far down it is read, in pixels."""
        return self.reading.scrolled

    def show_page(self, page_id: str, words: str = "", scroll: int | None = None) -> None:
        """Show a page, or a passage of it where its words follow a `#`; the words that were searched for are lit.

        A page that was read before comes back where it was left. An id that nobody knows changes nothing.
        """
        name, _sign, quote = page_id.partition("#")
        if not self._library.has(name):
            return
        self._close_copy()
        if name != self._current or words or self.reading.sheet is None:
            self._show(self._library.page(name), words, scroll)
        found = place(Mark(page=name, quote=quote), plain_text(self._library.page(name))) if quote else None
        if found is not None:
            self.reading.show_place(found)

    def show_mark(self, mark: Mark) -> None:
        """Show a mark where it stands, or say that it has lost its place."""
        if not self._library.has(mark.page):
            self.reading.show_lost(mark)
            return
        self.show_page(mark.page)
        found = place(mark, plain_text(self._library.page(mark.page)))
        if found is not None:
            self.reading.show_place(found)
        elif mark.quote:
            self.reading.show_lost(mark)
        elif mark.note:
            self.reading.show_page_note()

    def show_copy(self, copy_id: str, words: str = "") -> None:
        """Read a kept copy; the words that were searched for are looked for in it."""
        self._close_copy()
        self.reader = reader = CopyReader(self.look, self._session, copy_id)
        reader.closed.connect(self._close_copy)
        reader.bug_met.connect(self.bug_met)
        self.stack.addWidget(reader)
        self.stack.setCurrentWidget(reader)
        reader.area.setFocus()
        if words:
            reader.look_for(words)

    def keep(self) -> None:
        """Keep what is being typed."""
        self.reading.leave_passage()

    def stop(self) -> None:
        """Let go of everything that runs beside the window."""
        self._close_copy()
        self.aside.copies.wait()
        self.saver.wait()

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

    # -- inside -----------------------------------------------------------------------------------------------

    def _make_row(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.space.gap)
        for widget, stretch in ((self.contents, 0), (self.reading, 1), (self.aside, 0)):
            row.addWidget(widget, stretch)
        return box

    def _join(self) -> None:
        reading, aside = self.reading, self.aside
        self.contents.page_chosen.connect(self.show_page)
        self.contents.mark_chosen.connect(self.show_mark)
        reading.page_requested.connect(self.show_page)
        reading.step_requested.connect(self._ask_for_step)
        reading.discuss_requested.connect(self._ask_to_discuss)
        reading.partner_requested.connect(self._ask_for_partner)
        reading.keep_requested.connect(aside.copies.ask_for_file)
        reading.copy_requested.connect(self.show_copy)
        aside.open_requested.connect(self.open_requested)
        aside.copies.open_requested.connect(self.show_copy)
        aside.copies.bug_met.connect(self.bug_met)
        tools = reading.tools
        tools.page_requested.connect(self._save_page)
        tools.section_requested.connect(self._save_section)
        self.saver.message_requested.connect(self.message_requested)
        self.saver.bug_met.connect(self.bug_met)
        self._session.changed.connect(self._follow)
        for keys, turn in (("Alt+Left", self._turn_back), ("Alt+Right", self._turn_on)):
            QShortcut(QKeySequence(keys), self).activated.connect(turn)

    def _save_page(self, kind: Kind) -> None:
        self._handouts.save_page(self._current, kind)

    def _save_section(self, kind: Kind) -> None:
        self._handouts.save_section(self._current, kind)

    def _show(self, page: Page, words: str, scroll: int | None) -> None:
        if self._current:
            self._scrolls[self._current] = self.reading.scrolled
        self._current = page.id
        before, after = self._library.previous(page.id), self._library.next(page.id)
        wanted = tuple(one for one in wanted_words(words) if len(one) > 1)
        shown = Shown(page, self._library.section_of(page).title, before, after, wanted)
        self.contents.show_current(page.id)
        at = scroll if scroll is not None else 0 if words else self._scrolls.get(page.id, 0)
        self.reading.show_page(shown, self._kept(), scroll=at)
        self.aside.show_page(page, with_links=bool(links(page)))
        self._tell_outcome()
        self.contents.marks.show_marks(self._session.workspace.all(Mark))

    def _ask_for_step(self, quote: str) -> None:
        self.step_requested.emit("", Origin(PAGE, self._current, quote).kept())

    def _ask_to_discuss(self, quote: str) -> None:
        page = self._library.title_of(self._current)
        said = _("From the page “{page}”.").format(page=page)
        self.discuss_requested.emit(quote or page, said, Origin(PAGE, self._current, quote).kept())

    def _ask_for_partner(self, quote: str) -> None:
        self.partner_requested.emit(Origin(PAGE, self._current, quote).kept())

    def _kept(self) -> dict[str, str]:
        return {one.address: one.id for one in self._session.workspace.all(Copy) if one.address}

    def _close_copy(self) -> None:
        reader, self.reader = self.reader, None
        if reader is not None:
            reader.stop()
            self.stack.removeWidget(reader)
            reader.deleteLater()

    def _turn_back(self) -> None:
        self._turn(self._library.previous(self._current))

    def _turn_on(self) -> None:
        self._turn(self._library.next(self._current))

    def _turn(self, page: Page | None) -> None:
        if page is not None:
            self.show_page(page.id, scroll=0)

    def _follow(self, changes: Changes) -> None:
        if changes.of(Mark):
            self.reading.refresh_marks()
            self.contents.marks.show_marks(self._session.workspace.all(Mark))
        if changes.of(Copy):
            self.reading.show_kept(self._kept())
        if self.isVisible():
            self._tell_outcome()

    def _tell_outcome(self) -> None:
        workspace = self._session.workspace
        items = [one for one in workspace.all(Item) if self._is_here(one.origin)]
        partners = [one for one in workspace.all(Partner) if self._is_here(one.origin)]
        self.aside.show_outcome(items, partners)

    def _is_here(self, origin: str) -> bool:
        found = Origin.read(origin)
        return found.sort == PAGE and found.thing == self._current
