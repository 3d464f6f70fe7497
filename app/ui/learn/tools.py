"""The row of tools above the page that is read."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.reports.kinds import PDF, WEB, WORD, Kind
from app.ui.theme import Look
from app.ui.widgets import Button, IconButton, Menu, Words


class ReadingTools(QWidget):
    """Buttons; the page joins them. Signals: `page_requested(Kind)` and `section_requested(Kind)` for a file of it."""

    page_requested = Signal(object)
    section_requested = Signal(object)

    def __init__(self, look: Look, *, closed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._closed = look, closed
        self.section = Words("", "small")
        self.bookmark = IconButton(look, "bookmark", _("Bookmark this page (B)"))
        self.note = IconButton(look, "sticky-note", _("Write a note on this page (N)"))
        self.smaller = Button(look, "A−", kind="quiet")
        self.smaller.setAccessibleName(_("Smaller words"))
        self.larger = Button(look, "A+", kind="quiet")
        self.larger.setAccessibleName(_("Larger words"))
        self.print = IconButton(look, "printer", _("Print"))
        self.print_menu = Menu(_("Print"), self)
        self.print_page = self._add(_("This page as PDF…"), self.page_requested, PDF)
        self.word_page = self._add(_("This page for Word…"), self.page_requested, WORD)
        self.web_page = self._add(_("This page as a web page…"), self.page_requested, WEB)
        self.print_menu.addSeparator()
        self.print_section = self._add(_("This whole section as PDF…"), self.section_requested, PDF)
        self.word_section = self._add(_("This whole section for Word…"), self.section_requested, WORD)
        self.web_section = self._add(_("This whole section as a web page…"), self.section_requested, WEB)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(40) + 9, look.px(10), look.px(14), look.px(2))
        row.setSpacing(look.space.tiny_gap)
        row.addWidget(self.section, 1)
        for one in (self.bookmark, self.note, self.smaller, self.larger, self.print):
            row.addWidget(one)
        for one in (self.bookmark, self.note):
            one.setVisible(not closed)
        self.print.clicked.connect(self._open_print_menu)
        for button, keys in ((self.smaller, "Ctrl+-"), (self.larger, "Ctrl++")):
            button.setToolTip(f"{button.accessibleName()} ({keys})")

    def show_page(self, section: str, *, bookmarked: bool) -> None:
        """Say which section is read, and whether its page has a bookmark."""
        self.section.setText(section)
        self.bookmark.set_icon("bookmark-check" if bookmarked else "bookmark")
        self.bookmark.set_name(_("Remove the bookmark (B)") if bookmarked else _("Bookmark this page (B)"))

    def _add(self, words: str, wish: SignalInstance, kind: Kind) -> QAction:
        action = self.print_menu.addAction(words)
        action.triggered.connect(lambda: wish.emit(kind))
        return action

    def _open_print_menu(self) -> None:
        self.print_menu.popup(self.print.mapToGlobal(self.print.rect().bottomLeft()))
