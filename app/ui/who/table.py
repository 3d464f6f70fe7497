"""The table of partners: sorted, filtered, edited in place, with the columns that people choose."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from app.model.finding import folded_words, wanted_words
from app.model.groups import Groups
from app.model.partner import Partner
from app.ui.form.delegate import Choices, EditDelegate
from app.ui.theme import Look
from app.ui.who.model import COLUMNS, ID_ROLE, SORT_ROLE, PartnersModel, words
from app.ui.widgets import TableView

Index = QModelIndex | QPersistentModelIndex

WIDTHS = {"name": 220, "group": 160, "role": 190, "organisation": 160, "involvement": 140, "languages": 150}
SHOWN = ("name", "group", "role", "involvement")
FOUND_IN = ("name", "group", "role", "organisation", "languages")


class Filtered(QSortFilterProxyModel):
    """Rows that hold every word of the filter."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: list[str] = []
        self._texts: dict[str, tuple[Partner, list[str]]] = {}
        self.setSortRole(SORT_ROLE)

    def set_words(self, typed: str) -> None:
        """Filter by what was typed."""
        self.beginFilterChange()
        self._wanted = wanted_words(typed)
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether every wanted word begins a word of the row."""
        if not self._wanted:
            return True
        model = self.sourceModel()
        assert isinstance(model, PartnersModel)
        found = self._words(model.partners[source_row])
        return all(any(word.startswith(one) for word in found) for one in self._wanted)

    def _groups(self) -> Groups:
        model = self.sourceModel()
        assert isinstance(model, PartnersModel)
        return model.groups

    def _words(self, partner: Partner) -> list[str]:
        kept = self._texts.get(partner.id)
        if kept is None or kept[0] is not partner:
            text = " ".join(words(partner, name, self._groups()) for name in FOUND_IN)
            kept = self._texts[partner.id] = (partner, folded_words(text))
        return kept[1]


class PartnersTable(TableView):
    """Signals: `partner_selected(str)`, `remove_requested()`, `panel_requested()`."""

    partner_selected = Signal(str)
    remove_requested = Signal()
    panel_requested = Signal()

    def __init__(self, look: Look, name: str, source: PartnersModel, choices: Choices) -> None:
        super().__init__(look, name)
        self.source = source
        self.proxy = Filtered(self)
        self.proxy.setSourceModel(source)
        self.setModel(self.proxy)
        self.setItemDelegate(EditDelegate(look, self, choices))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        look.look_changed.connect(self.fit)
        self.fit()
        self.show_columns(SHOWN)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def fit(self) -> None:
        """Give the columns widths that grow with the text."""
        for column, field in enumerate(COLUMNS):
            self.setColumnWidth(column, self.look.px(WIDTHS.get(field, 120)))

    def show_columns(self, names: tuple[str, ...]) -> None:
        """Show these columns; the name is always there."""
        for column, field in enumerate(COLUMNS):
            self.setColumnHidden(column, field not in names and field != "name")

    def selected_ids(self) -> list[str]:
        """The chosen partners, in the order of the table."""
        return [str(one.data(ID_ROLE)) for one in self.selectionModel().selectedRows()]

    def select(self, partner_id: str, column: int = 0) -> QModelIndex:
        """Choose a partner and bring the row into view; answers with the cell."""
        row = self.source.row_of(partner_id)
        index = self.proxy.mapFromSource(self.source.index(row, column)) if row >= 0 else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, Enter goes to the panel; the rest is Qt's."""
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Delete and not editing:
            self.remove_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self.panel_requested.emit()
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Draw whole rows anew."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def _tell(self, current: QModelIndex) -> None:
        self.partner_selected.emit(str(current.data(ID_ROLE) or ""))
