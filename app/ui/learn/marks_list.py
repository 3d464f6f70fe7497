"""Everything the office has marked in the toolkit, page by page, and the marks that have lost their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from gettext import gettext as _

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.data.library import Library
from app.model.mark import Mark
from app.model.page import plain_text
from app.model.placing import placed
from app.ui.learn.delegate import IS_PAGE, ContentsDelegate
from app.ui.theme import Look
from app.ui.widgets import ListView, Words

Index = QModelIndex | QPersistentModelIndex
SHOWN = 90


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, or a mark below it."""

    words: str
    mark: Mark | None = None


def rows_of(marks: Iterable[Mark], library: Library) -> list[Row]:
    """Headings and marks: lost ones first, then the pages in the toolkit's order, a page's marks as they stand on it."""
    by_page: dict[str, list[Mark]] = {}
    for mark in marks:
        by_page.setdefault(mark.page, []).append(mark)
    lost = [mark for page_id, found in by_page.items() if not library.has(page_id) for mark in found]
    rows: list[Row] = []
    for page in library.pages:
        found = by_page.get(page.id)
        if not found:
            continue
        places = placed(found, plain_text(page))
        lost += places.lost
        kept = [*(one for one in found if not one.quote), *(mark for mark, _place in places.found)]
        if kept:
            rows += [Row(page.title), *(Row(words_for(mark), mark) for mark in kept)]
    head = [Row(_("Lost their place")), *(Row(words_for(mark), mark) for mark in lost)] if lost else []
    return head + rows


def words_for(mark: Mark) -> str:
    """A mark in a line or two."""
    if mark.is_bookmark:
        return _("Bookmark")
    if mark.note:
        return _("Note: {words}").format(words=_short(mark.note))
    return f"“{_short(mark.quote)}”"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[:SHOWN].rpartition(" ")[0] + " …"


class MarksModel(QAbstractListModel):
    """The rows of `rows_of`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show others."""
        if list(rows) != self.rows:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Headings count too."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only marks can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.rows[index.row()].mark is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row's words."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.words
        return row.mark is not None if role == IS_PAGE else None


class MarksList(QWidget):
    """Signal: `mark_chosen(Mark)`."""

    mark_chosen = Signal(object)

    def __init__(self, look: Look, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.list = ListView(look, _("Your marks"))
        self.model = MarksModel(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ContentsDelegate(look, self.list))
        self.list.setResizeMode(ListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words = _("Nothing is marked yet. Press on a passage to highlight it or to write a note, or bookmark a page.")
        self.nothing = Words(words, "small", wrap=True)
        self.nothing.setContentsMargins(look.px(20), look.px(8), look.px(16), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.list.clicked.connect(self._tell)
        self.list.activated.connect(self._tell)
        look.look_changed.connect(self.list.scheduleDelayedItemsLayout)

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Show these."""
        self.model.show_rows(rows_of(marks, self._library))
        self.nothing.setVisible(not self.model.rows)
        self.list.setVisible(bool(self.model.rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows take other lines at another width."""
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()

    def _tell(self, index: QModelIndex) -> None:
        mark = self.model.rows[index.row()].mark if index.isValid() else None
        if mark is not None:
            self.mark_chosen.emit(mark)
