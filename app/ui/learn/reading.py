"""The page that is read, with the tools above it and what can be done with a chosen passage below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.model.mark import Mark
from app.model.page import Page, Term
from app.model.placing import Place
from app.ui.learn.blocks import Wishes
from app.ui.learn.html import Spot, Writer
from app.ui.learn.marking import Marking, Span
from app.ui.learn.passage import Passage
from app.ui.learn.passage_bar import PassageBar
from app.ui.learn.sheet import PageSheet
from app.ui.learn.tools import ReadingTools
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Card

FACTORS = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is read: the page, its section's title, the pages before and after, and folded words to show as found."""

    page: Page
    section: str
    before: Page | None
    after: Page | None
    wanted: tuple[str, ...] = ()


class Reading(Card):
    """Signals: `page_requested(str)`, `step_requested(str)`, `partner_requested(str)` and `discuss_requested(str)` with the
    passage's words (empty for the page), `keep_requested(str)` with an address, `copy_requested(str)` with a kept copy's id.
    """

    page_requested = Signal(str)
    step_requested = Signal(str)
    discuss_requested = Signal(str)
    partner_requested = Signal(str)
    keep_requested = Signal(str)
    copy_requested = Signal(str)

    def __init__(
        self,
        look: Look,
        session: Session,
        terms: Mapping[str, Term],
        *,
        factor: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent, bare=True)
        self._terms, self._closed = terms, session.workspace.read_only
        self._kept: Mapping[str, str] = {}
        self._shown: Shown | None = None
        self._span: Span | None = None
        self._lost: Mark | None = None
        self.factor = factor if factor in FACTORS else 1.0
        self.marking = Marking(session, self)
        self.tools = ReadingTools(look, closed=self._closed)
        self.sheet: PageSheet | None = None
        self.bar = PassageBar(look, closed=self._closed)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add(self.tools, self.area, self.bar)
        self._join()
        self._add_keys()
        look.look_changed.connect(self._again)

    # -- what is shown --------------------------------------------------------------------------------------

    def show_page(self, shown: Shown, kept: Mapping[str, str], *, scroll: int = 0) -> None:
        """Show a page; `kept` are the kept copies' ids by address, `scroll` how far down it was read."""
        self.leave_passage()
        self._shown, self._kept = shown, kept
        self.marking.show_page(shown.page)
        self._again()
        self._scroll_soon(scroll)

    def show_kept(self, kept: Mapping[str, str]) -> None:
        """Show which addresses have a kept copy now."""
        if kept != self._kept:
            self._kept = kept
            scroll = self.scrolled
            self._again()
            self._scroll_soon(scroll)

    def show_place(self, place: Place) -> None:
        """Choose some letters of the page and bring them into view."""
        passage = next((one for one in self.passages if place.start < one.start + len(one.plain) + 1), None)
        if passage is not None:
            self._choose(passage, (place.start, place.end))
            QTimer.singleShot(0, self, lambda: self._bring(passage))

    def show_lost(self, mark: Mark) -> None:
        """Show a mark of this page that has lost its place."""
        self.leave_passage()
        self._lost = mark
        self.bar.show_lost(mark)

    def show_page_note(self) -> None:
        """Show the note on the whole page, to be read or written."""
        self.leave_passage()
        self.bar.show_passage("", self.marking.at(None), note=True)

    def refresh_marks(self) -> None:
        """Show the marks as they are now."""
        self.marking.refresh()
        self._tell_marks()
        if self._lost is not None and self._lost not in self.marking.placed.lost:
            self._lost = None
            self.bar.hide()
        elif self.bar.isVisible() and self._lost is None and not self.bar.note.has_unfinished():
            mark = self.marking.at(self._span)
            self.bar.show_passage(self._words(), mark, note=False)

    @property
    def passages(self) -> list[Passage]:
        """The page's passages in reading order."""
        return self.sheet.passages if self.sheet is not None else []

    @property
    def scrolled(self) -> int:
        """How far down the page is read, in pixels."""
        return self.area.verticalScrollBar().value()

    def leave_passage(self) -> None:
        """Choose nothing any more; a note that is being typed is kept first."""
        self.bar.leave()
        self._span, self._lost = None, None
        if self.sheet is not None:
            self.sheet.show_chosen(None)

    # -- inside -----------------------------------------------------------------------------------------------

    def _join(self) -> None:
        bar, tools, marking = self.bar, self.tools, self.marking
        bar.highlight_requested.connect(self._highlight)
        bar.note_written.connect(self._write_note)
        bar.step_requested.connect(lambda: self.step_requested.emit(self._words()))
        bar.partner_requested.connect(lambda: self.partner_requested.emit(self._words()))
        bar.discuss_requested.connect(lambda: self.discuss_requested.emit(self._words()))
        bar.keep_requested.connect(lambda: self._lost and marking.keep_for_page(self._lost))
        bar.remove_requested.connect(lambda: self._lost and marking.remove(self._lost))
        bar.closed.connect(self._escape)
        tools.bookmark.clicked.connect(marking.turn_bookmark)
        tools.note.clicked.connect(self.show_page_note)
        tools.smaller.clicked.connect(lambda: self._size(-1))
        tools.larger.clicked.connect(lambda: self._size(1))
        marking.refused.connect(bar.note.show_error)

    def _add_keys(self) -> None:
        for keys, do in (("Ctrl++", lambda: self._size(1)), ("Ctrl+=", lambda: self._size(1)),
                         ("Ctrl+-", lambda: self._size(-1)), ("Ctrl+0", lambda: self._size(0)),
                         ("Esc", self._escape)):  # fmt: skip
            self._key(keys, self).activated.connect(do)
        self._key("Ctrl+Down", self.area).activated.connect(lambda: self._step_passage(1))
        self._key("Ctrl+Up", self.area).activated.connect(lambda: self._step_passage(-1))
        if self._closed:
            return
        for keys, do in (("H", self._highlight), ("N", self._begin_note), ("B", self.marking.turn_bookmark),
                         ("S", lambda: self.step_requested.emit(self._words())),
                         ("P", lambda: self.partner_requested.emit(self._words())),
                         ("D", lambda: self.discuss_requested.emit(self._words()))):  # fmt: skip
            self._key(keys, self.area).activated.connect(do)

    @staticmethod
    def _key(keys: str, where: QWidget) -> QShortcut:
        return QShortcut(QKeySequence(keys), where, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _again(self) -> None:
        if self._shown is None:
            return
        shown = self._shown
        keep = None if self._closed else self.keep_requested.emit
        wishes = Wishes(self.page_requested.emit, self.copy_requested.emit, keep, self._kept)
        sheet = PageSheet(self.look, self._terms, wishes, factor=self.factor, closed=self._closed)
        sheet.show_page(shown.page, self._writer(), shown.before, shown.after)
        sheet.step_requested.connect(lambda: self.step_requested.emit(""))
        sheet.partner_requested.connect(lambda: self.partner_requested.emit(""))
        for one in sheet.passages:
            one.chosen.connect(self._choose)
        self.sheet = sheet
        self.area.setAccessibleName(shown.page.title)
        self.area.setWidget(sheet)
        self._tell_marks()

    def _writer(self) -> Writer:
        spots = [Spot(place.start, place.end) for _mark, place in self.marking.placed.found]
        return Writer(self.look, self._terms, self._shown.wanted if self._shown is not None else (), spots)

    def _tell_marks(self) -> None:
        if self._shown is None or self.sheet is None:
            return
        self.sheet.write_again(self._writer())
        noted = [place for mark, place in self.marking.placed.found if mark.note]
        ends = [(one, one.start + len(one.plain)) for one in self.passages]
        self.sheet.show_noted([one for one, end in ends if any(one.start <= spot.start < end for spot in noted)])
        self.tools.show_page(self._shown.section, bookmarked=self.marking.bookmark is not None)

    def _choose(self, passage: Passage, span: Span | None = None) -> None:
        self._lost = None
        self._span = span or passage.span
        if self.sheet is not None:
            self.sheet.show_chosen(passage)
        self.bar.show_passage(self._words(), self.marking.at(self._span))

    def _words(self) -> str:
        if self._span is None:
            return ""
        start, end = self._span
        parts = [one.plain[max(0, start - one.start) : max(0, end - one.start)] for one in self.passages]
        return " ".join(part for part in parts if part)

    def _highlight(self) -> None:
        if self._span is not None:
            self.marking.turn_highlight(self._span)

    def _write_note(self, note: str) -> None:
        if self._lost is None:
            self.marking.write_note(self._span, note)

    def _begin_note(self) -> None:
        if self._span is None:
            self.show_page_note()
        else:
            self.bar.show_passage(self._words(), self.marking.at(self._span), note=True)

    def _step_passage(self, step: int) -> None:
        passages = self.passages
        at = next((n for n, one in enumerate(passages) if one.hasFocus()), -1 if step > 0 else len(passages))
        if 0 <= at + step < len(passages):
            passages[at + step].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._bring(passages[at + step])

    def _bring(self, passage: Passage) -> None:
        if passage in self.passages:
            self.area.ensureWidgetVisible(passage, 0, self.look.px(40))

    def _escape(self) -> None:
        self.leave_passage()
        self.area.setFocus()

    def _size(self, step: int) -> None:
        others = [one for one in FACTORS if (one - self.factor) * step > 0.01]
        if step and not others:
            return
        share = self.scrolled / max(1, self.area.verticalScrollBar().maximum())
        self.factor = 1.0 if not step else others[0] if step > 0 else others[-1]
        self.leave_passage()
        self._again()
        QTimer.singleShot(0, self, lambda: self._scroll_to(round(share * self.area.verticalScrollBar().maximum())))

    def _scroll_soon(self, scroll: int) -> None:
        self._scroll_to(scroll)
        # A page that was just built has its height only when it was laid out.
        QTimer.singleShot(0, self, lambda: self._scroll_to(scroll))

    def _scroll_to(self, scroll: int) -> None:
        self.area.verticalScrollBar().setValue(scroll)
