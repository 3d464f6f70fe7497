"""The toolkit's sections and pages, with a tick for those that go into a handout."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from app.model.page import Page, Section
from app.ui.theme import Look
from app.ui.widgets import CELL_ROLE, Cell, ListView

Index = QModelIndex | QPersistentModelIndex
LINES = 8


class PagesModel(QAbstractListModel):
    """One row a section and one a page; a section's tick is that of all its pages. Signal: `ticks_changed()`."""

    ticks_changed = Signal()

    def __init__(self, sections: Sequence[Section], parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Section | Page] = []
        for section in sections:
            self.rows += [section, *section.pages]
        self.ticked: set[str] = set()

    def tick(self, ids: set[str]) -> None:
        """Tick the pages of these ids and no others."""
        self.ticked = ids
        self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
        self.ticks_changed.emit()

    def turn(self, index: Index) -> None:
        """Give a page or a whole section its tick, or take it."""
        if not index.isValid():
            return
        row = self.rows[index.row()]
        if isinstance(row, Page):
            self.tick(self.ticked ^ {row.id})
        else:
            pages = {one.id for one in row.pages}
            self.tick(self.ticked - pages if pages <= self.ticked else self.ticked | pages)

    def rowCount(self, parent: Index | None = None) -> int:
        """All of them."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title and the tick."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        state = self._state(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heard(row, state)
        if role == Qt.ItemDataRole.CheckStateRole:
            return state
        if role == CELL_ROLE:
            icon = {Qt.CheckState.Checked: "circle-check", Qt.CheckState.Unchecked: "circle"}.get(state, "circle-dot")
            tone = "muted" if state == Qt.CheckState.Unchecked else "primary"
            page = isinstance(row, Page)
            return Cell(icon=icon, icon_role=tone, chevron="none" if page else "", bold=not page)
        return None

    def _state(self, row: Section | Page) -> Qt.CheckState:
        pages = {row.id} if isinstance(row, Page) else {one.id for one in row.pages}
        if pages <= self.ticked:
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if pages & self.ticked else Qt.CheckState.Unchecked

    def _heard(self, row: Section | Page, state: Qt.CheckState) -> str:
        words = row.title if isinstance(row, Page) else _("Section {title}").format(title=row.title)
        if state == Qt.CheckState.Checked:
            return _("{words}, chosen").format(words=words)
        if state == Qt.CheckState.Unchecked:
            return _("{words}, not chosen").format(words=words)
        return _("{words}, chosen in part").format(words=words)


class PagesList(ListView):
    """Space or a press turns a tick. Signal: `pages_chosen()`."""

    pages_chosen = Signal()

    def __init__(self, look: Look, sections: Sequence[Section], first: str) -> None:
        """`first` is the id of the page that is ticked at the start."""
        super().__init__(look, _("Toolkit pages to hand out"))
        self.pages = PagesModel(sections, self)
        self.setModel(self.pages)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.ticked = {first}
        self.pages.ticks_changed.connect(self.pages_chosen)
        row = next((n for n, one in enumerate(self.pages.rows) if one.id == first), 0)
        self.setCurrentIndex(self.pages.index(row))
        look.look_changed.connect(self._size)
        self._size()

    def chosen(self) -> set[str]:
        """The ids of the pages that are ticked."""
        return set(self.pages.ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the tick."""
        if event.key() == Qt.Key.Key_Space:
            self.pages.turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press turns the tick."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.pages.turn(self.indexAt(event.position().toPoint()))

    def _size(self) -> None:
        self.setFixedHeight(LINES * self.look.text.row)
