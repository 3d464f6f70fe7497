"""The backups of one file as rows: when, what it holds, where it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from gettext import gettext as _
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.model.backups import Backup, newest_first
from app.model.phrases import N_
from app.ui.safekeeping.words import holds, size, when
from app.ui.widgets import CELL_ROLE, Cell

Index = QModelIndex | QPersistentModelIndex
COLUMNS = (N_("When"), N_("What it holds"), N_("Where"), N_("Size"))


@dataclass(frozen=True, slots=True)
class Row:
    """A backup, and whether it lies here and in the second place."""

    backup: Backup
    here: bool
    there: bool

    def where(self) -> str:
        """In words."""
        if self.here and self.there:
            return _("Here and in the second place")
        return _("Here") if self.here else _("In the second place")


def joined(here: Sequence[Backup], there: Sequence[Backup]) -> list[Row]:
    """Those of both places, the newest first; one that lies in both is one row."""
    names, others = {one.path.name for one in here}, {one.path.name for one in there}
    each = newest_first([*here, *(one for one in there if one.path.name not in names)])
    return [Row(one, one.path.name in names, one.path.name in others) for one in each]


class BackupsModel(QAbstractTableModel):
    """Call `show_rows` with what `joined` gives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._now = datetime.now().astimezone()

    def show_rows(self, rows: list[Row], now: datetime) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows, self._now = rows, now
        self.endResetModel()

    def row_at(self, row: int) -> Row | None:
        """The row, or None."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Qt's: how many."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Qt's: how many columns."""
        return len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's: the columns' titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's: words, and an icon for what was set aside."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, index.column())
        if role == CELL_ROLE and index.column() == 0:
            return Cell(bold=True)
        return None

    def _words(self, row: Row, column: int) -> str:
        backup = row.backup
        if column == 0:
            return when(backup.made, self._now)
        if column == 1:
            aside = _("{content}; before going back").format(content=holds(backup))
            return aside if backup.before_going_back else holds(backup)
        return row.where() if column == 2 else size(backup.size)
