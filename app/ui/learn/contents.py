"""The list of sections and pages."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.data.library import Library
from app.model.page import Page, Section
from app.ui.learn.delegate import IS_PAGE, ContentsDelegate
from app.ui.learn.marks_list import MarksList
from app.ui.theme import Look
from app.ui.widgets import Card, ListView, Segmented

Index = QModelIndex | QPersistentModelIndex


class ContentsModel(QAbstractListModel):
    """Sections as headings, their pages below them."""

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Section | Page] = []
        for section in library.sections:
            self.rows += [section, *section.pages]

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a section or page."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only pages can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.rows[index.row()], Page):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; a page's a little to the right of its section's."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        is_page = isinstance(row, Page)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        return is_page if role == IS_PAGE else None

    def row_of(self, page_id: str) -> int:
        """The row of a page, or -1."""
        return next((n for n, row in enumerate(self.rows) if isinstance(row, Page) and row.id == page_id), -1)


class Contents(Card):
    """The pages, and behind a second view the marks on them. Signals: `page_chosen(str)` with the page's id and
    `mark_chosen(Mark)`.
    """

    page_chosen = Signal(str)
    mark_chosen = Signal(object)

    def __init__(self, look: Look, library: Library, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent, bare=True)
        self.list = ListView(look, name)
        self.model = ContentsModel(library, self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ContentsDelegate(look, self.list))
        self.list.setResizeMode(ListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.marks = MarksList(look, library)
        self.marks.hide()
        views = (("pages", _("Pages"), "book-open"), ("marks", _("Marks"), "bookmark"))
        self.views = Segmented(look, _("What to list"), views)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        head.addWidget(self.views)
        head.addStretch(1)
        self.add(head, self.list, self.marks)
        self.views.view_chosen.connect(self.show_view)
        self.marks.mark_chosen.connect(self.mark_chosen)
        self.list.selectionModel().currentChanged.connect(self._tell)
        look.look_changed.connect(self._size)
        self._size()

    def show_current(self, page_id: str) -> None:
        """Mark the page that is read; nothing is announced."""
        row = self.model.row_of(page_id)
        if row >= 0:
            self.list.selectionModel().blockSignals(True)
            self.list.setCurrentIndex(self.model.index(row))
            self.list.selectionModel().blockSignals(False)
            self.list.viewport().update()

    def show_view(self, view: str) -> None:
        """List the "pages" or the "marks"."""
        self.views.set_current(view)
        self.list.setVisible(view == "pages")
        self.marks.setVisible(view == "marks")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles take other lines at another width."""
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()

    def _size(self) -> None:
        self.setFixedWidth(self.look.px(236))
        self.list.scheduleDelayedItemsLayout()

    def _tell(self, current: QModelIndex) -> None:
        row = self.model.rows[current.row()] if current.isValid() else None
        if isinstance(row, Page):
            self.page_chosen.emit(row.id)
