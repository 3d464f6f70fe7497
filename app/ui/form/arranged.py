"""A table whose columns people choose, order and widen; its first one stays in sight, and what was refused stays typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from app.ui.form.arrangement import Arrangement
from app.ui.form.delegate import EditDelegate
from app.ui.form.pinned import PinnedColumn
from app.ui.theme import Look
from app.ui.widgets import TableView

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemView.ScrollHint
_Flag = QItemSelectionModel.SelectionFlag


class ArrangedTable(TableView):
    """Whoever makes one sets the model and the delegate, and then calls `begin`.

    Signal: `columns_requested(QPoint, str)` with a point of the screen and the column's field.
    """

    columns_requested = Signal(object, str)
    # Qt asks where things are while the view is still being made.
    _pinned: PinnedColumn | None = None

    def __init__(self, look: Look, name: str, arrangement: Arrangement) -> None:
        super().__init__(look, name)
        self._arrangement = arrangement
        self._arranging = False

    def begin(self, *, sortable: bool) -> None:
        """Join the header; rows that stand as people have put them are not sortable."""
        self._pinned = PinnedColumn(self.look, self)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask_columns)
        if sortable:
            self.setSortingEnabled(True)
            self.sortByColumn(self.column_of(self._arrangement.sorted_by), Qt.SortOrder.AscendingOrder)
            header.sortIndicatorChanged.connect(self._note_sorting)
        header.sectionMoved.connect(self._note_order)
        header.sectionResized.connect(self._note_width)
        self.look.look_changed.connect(self.lay_columns)
        self.lay_columns()

    # -- columns ------------------------------------------------------------------------------------------

    @property
    def arrangement(self) -> Arrangement:
        """Columns and sorting as they are now."""
        return self._arrangement

    def column_of(self, name: str) -> int:
        """The number of a field's column in the model."""
        return self._arrangement.ALL.index(name)

    def field(self) -> str:
        """The field of the current column."""
        current, now = self.currentIndex(), self._arrangement
        return now.ALL[current.column()] if current.isValid() else now.FIRST

    def arrange(self, arrangement: Arrangement) -> None:
        """Show other columns, or the same ones otherwise."""
        before, self._arrangement = self._arrangement, arrangement
        self.lay_columns()
        sorting = (arrangement.sorted_by, arrangement.descending)
        if self.isSortingEnabled() and (before.sorted_by, before.descending) != sorting:
            orders = Qt.SortOrder
            order = orders.DescendingOrder if arrangement.descending else orders.AscendingOrder
            self.sortByColumn(self.column_of(arrangement.sorted_by), order)

    def show_columns(self, names: Sequence[str]) -> None:
        """Show these columns; the first is always there."""
        made = self._arrangement
        for one in made.ALL:
            made = made.with_shown(one, one in names)
        self.arrange(made)

    def lay_columns(self) -> None:
        """Order, widths that grow with the text, and which are hidden."""
        header, made = self.horizontalHeader(), self._arrangement
        self._arranging = True
        for place, name in enumerate(made.order):
            section = self.column_of(name)
            if header.visualIndex(section) != place:
                header.moveSection(header.visualIndex(section), place)
            self.setColumnHidden(section, not self.is_seen(name))
            self.setColumnWidth(section, self.width_of(name))
        self._arranging = False

    def is_seen(self, name: str) -> bool:
        """Whether a column is shown where there is as much room as now."""
        return name in self._arrangement.shown

    def width_of(self, name: str) -> int:
        """How wide a column is now, in pixels."""
        return self.look.px(self._arrangement.width(name))

    def _note_sorting(self, section: int, order: Qt.SortOrder) -> None:
        descending = order == Qt.SortOrder.DescendingOrder
        self._arrangement = self._arrangement.sorted(self._arrangement.ALL[section], descending=descending)

    def _note_order(self) -> None:
        if not self._arranging:
            header, names = self.horizontalHeader(), self._arrangement.ALL
            order = tuple(names[header.logicalIndex(place)] for place in range(len(names)))
            self._arrangement = self._arrangement.ordered(order)

    def _note_width(self, section: int, before: int, after: int) -> None:
        """A width that somebody has pulled; the last column takes the room that is left, whatever it wants."""
        name = self._arrangement.ALL[section]
        if not self._arranging and after and name != self._arrangement.seen[-1]:
            self._arrangement = self._arrangement.with_width(name, round(after / self.look.scale))

    def _ask_columns(self, at: QPoint) -> None:
        header = self.horizontalHeader()
        section = header.logicalIndexAt(at)
        name = self._arrangement.ALL[section] if section >= 0 else ""
        self.columns_requested.emit(header.mapToGlobal(at), name)

    # -- where things are: the first column stays in sight -------------------------------------------------

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """The cell at a point of the view."""
        if self._pinned is not None and self._pinned.holds(pos):
            return self.model().index(self.rowAt(pos.y()), 0)
        return super().indexAt(pos)

    def visualRect(self, index: Index) -> QRect:
        """Where a cell is seen."""
        found = super().visualRect(cast("QModelIndex", index))
        return self._pinned.place(found) if self._pinned is not None and index.column() == 0 else found

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        """Bring a cell into view, and out from under the first column."""
        bar = self.horizontalScrollBar()
        before, covered = bar.value(), self._pinned.width if self._pinned is not None else 0
        super().scrollTo(cast("QModelIndex", index), hint)
        if index.column() == 0 and covered:
            bar.setValue(before)
        elif index.column() > 0 and self._pinned is not None:
            bar.setValue(bar.value() - max(0, self._pinned.width - self.visualRect(index).left()))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The first column comes along."""
        super().scrollContentsBy(dx, dy)
        if self._pinned is not None:
            self._pinned.lay()

    def updateGeometries(self) -> None:
        """The same when there is more or less room."""
        super().updateGeometries()
        if self._pinned is not None:
            self._pinned.lay()

    # -- what is chosen and typed ---------------------------------------------------------------------------

    def selected_rows(self) -> list[int]:
        """The chosen rows, from top to bottom."""
        found = self.selectionModel().selection()
        ranges = [found.at(place) for place in range(found.count())]
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def select_rows(self, rows: Iterable[int]) -> None:
        """Choose these rows; what is no row is passed over."""
        wanted, model = QItemSelection(), self.model()
        for start, end in runs(sorted(rows)):
            wanted.select(model.index(start, 0), model.index(end, model.columnCount() - 1))
        self.selectionModel().select(wanted, _Flag.ClearAndSelect | _Flag.Rows)

    def finish_editing(self) -> None:
        """Keep what is being typed in a cell before the rows go away under it."""
        cells = self.itemDelegate()
        if self.state() == QAbstractItemView.State.EditingState and isinstance(cells, EditDelegate):
            for one in cells.editors():
                self.commitData(one)
                cells.refused = False
                self.closeEditor(one, QAbstractItemDelegate.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Leave it open when what was typed was refused."""
        cells = self.itemDelegate()
        refused = isinstance(cells, EditDelegate) and cells.refused
        if isinstance(cells, EditDelegate):
            cells.refused = False
        if not refused or hint == QAbstractItemDelegate.EndEditHint.RevertModelCache:
            super().closeEditor(editor, hint)


def runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows that follow each other, as first and last: a selection is quick when it has few parts."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        elif row >= 0:
            found.append((row, row))
    return found
