"""The list of reports: occasions as headings, and what can be made for each below."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent

from app.reports.catalogue import CATALOGUE, TAKE_ALONG, Part, ReportKind
from app.ui.learn.delegate import IS_PAGE, ContentsDelegate
from app.ui.theme import Look
from app.ui.widgets import Card, ListView

Index = QModelIndex | QPersistentModelIndex
SHELF = (*CATALOGUE, TAKE_ALONG)


def kind_choices() -> list[tuple[str, str]]:
    """Key and title of all that can be made, for a field to choose from."""
    return [(kind.key, _(kind.title)) for part in SHELF for kind in part.kinds]


class KindsModel(QAbstractListModel):
    """One row an occasion, and one a report."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Part | ReportKind] = []
        for part in SHELF:
            self.rows += [part, *part.kinds]

    def rowCount(self, parent: Index | None = None) -> int:
        """All of them."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only reports can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        chosen = (
            Qt.ItemFlag.ItemIsSelectable if isinstance(self.rows[index.row()], ReportKind) else Qt.ItemFlag.NoItemFlags
        )
        return Qt.ItemFlag.ItemIsEnabled | chosen

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; what a report is for as well, for whoever hears it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _(row.title)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{_(row.title)}. {_(row.about)}" if isinstance(row, ReportKind) else _(row.title)
        return isinstance(row, ReportKind) if role == IS_PAGE else None

    def row_of(self, key: str) -> int:
        """The row of a report, or -1."""
        return next((n for n, row in enumerate(self.rows) if isinstance(row, ReportKind) and row.key == key), -1)


class KindsList(Card):
    """Signal: `kind_chosen(str)` with the report's key."""

    kind_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, bare=True)
        self.list = ListView(look, _("What to make"))
        self.model = KindsModel(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ContentsDelegate(look, self.list))
        self.list.setResizeMode(ListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add(self.list)
        self.list.selectionModel().currentChanged.connect(self._tell)
        look.look_changed.connect(self._size)
        self._size()

    def show_kind(self, key: str) -> None:
        """Mark a report; it is announced when it was another."""
        row = self.model.row_of(key)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles take other lines at another width."""
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()

    def _size(self) -> None:
        self.setFixedWidth(self.look.px(250))
        self.list.scheduleDelayedItemsLayout()

    def _tell(self, current: QModelIndex) -> None:
        row = self.model.rows[current.row()] if current.isValid() else None
        if isinstance(row, ReportKind):
            self.kind_chosen.emit(row.key)
