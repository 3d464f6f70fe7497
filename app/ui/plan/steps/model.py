"""Rows of steps as an item model: exact about what comes and goes, so that choice and scrolling stay where they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.model.item import Item
from app.ui.plan.steps.differences import Run, differences

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-groundwork-step"
# With more runs than this, showing the list anew is quicker than telling each.
MANY = 40


@dataclass(frozen=True, slots=True)
class Head:
    """A row that is no step: a heading that folds (`kind` head), a way to see more (more), or a sentence (note).

    `part` is for a bar, 0 to 1; None for none. `beside` stands at the right, in `tone`.
    """

    words: str
    kind: str = "head"
    count: str = ""
    beside: str = ""
    tone: str = ""
    icon: str = ""
    part: float | None = None
    folded: bool = False

    @property
    def sentence(self) -> str:
        """All of it."""
        return ", ".join(one for one in (self.words, self.count, self.beside) if one)


class Row(NamedTuple):
    """One row: a step, or what `head` says. `section` is the heading it stands under, `mark` how a step is meant here."""

    key: str
    section: str = ""
    item: Item | None = None
    head: Head | None = None
    mark: str = ""


class StepsModel(QAbstractTableModel):
    """One column of rows; `tell` says a row in a full sentence, for a screen reader and as a tooltip."""

    def __init__(self, parent: QObject, tell: Callable[[Row], str], *, closed: bool) -> None:
        super().__init__(parent)
        self._tell, self._closed = tell, closed
        self.rows: list[Row] = []
        self._places: dict[str, int] | None = None
        self._items: dict[str, int] = {}

    def show(self, rows: Sequence[Row]) -> None:
        """Become these rows (each key once)."""
        old = [one.key for one in self.rows]
        new = [one.key for one in rows]
        if old != new:
            gone, come = differences(old, new)
            if len(gone) + len(come) > MANY:
                self._anew(rows)
                return
            self._step(rows, gone, come)
        self._change(rows)

    def row_of(self, key: str, item_id: str = "") -> int:
        """The place of a row by its key; else of the first one that shows this item; else -1."""
        if self._places is None:
            self._places = {one.key: at for at, one in enumerate(self.rows)}
            shown = [(one.item.id, at) for at, one in enumerate(self.rows) if one.item is not None]
            self._items = dict(reversed(shown))
        found = self._places.get(key, -1) if key else -1
        return found if found >= 0 else self._items.get(item_id, -1)

    def row(self, index: Index) -> Row | None:
        """The row at an index."""
        at = index.row() if index.isValid() else -1
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def _anew(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows, self._places = list(rows), None
        self.endResetModel()

    def _step(self, rows: Sequence[Row], gone: Sequence[Run], come: Sequence[Run]) -> None:
        none = QModelIndex()
        self._places = None
        for first, last in gone:
            self.beginRemoveRows(none, first, last)
            del self.rows[first : last + 1]
            self.endRemoveRows()
        for first, last in come:
            self.beginInsertRows(none, first, last)
            self.rows[first:first] = rows[first : last + 1]
            self.endInsertRows()

    def _change(self, rows: Sequence[Row]) -> None:
        changed = [
            at for at, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old is not new and old != new
        ]
        self.rows = list(rows)
        if len(changed) > MANY:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], 0))
            return
        for at in changed:
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    # -- Qt asks ------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """Headings and steps."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """One."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words; how they are drawn is the delegate's."""
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.row(index)
            return "" if row is None else row.item.what if row.item is not None else row.head and row.head.words
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            row = self.row(index)
            return self._tell(row) if row is not None else None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Steps can be dragged where they can be changed."""
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if row.item is not None and not self._closed:
            found |= Qt.ItemFlag.ItemIsDragEnabled
        return found

    def mimeTypes(self) -> list[str]:
        """Only our own steps."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged step's id."""
        data = QMimeData()
        ids = [row.item.id for one in indexes if (row := self.row(one)) is not None and row.item is not None]
        data.setData(MIME, (ids[0] if ids else "").encode())
        return data
