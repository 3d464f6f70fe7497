"""The review as Qt's model: steps, and below each its changes with ticks, what stands here and what is in the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import gettext as _

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.model.sheet_found import Proposal
from app.ui.plan.sheets.groups import CHANGED, Detail, Group, key_of
from app.ui.widgets import CELL_ROLE, Cell

Index = QModelIndex | QPersistentModelIndex
WHAT, HERE, SHEET = range(3)
_TOP = 0


class ChangesModel(QAbstractItemModel):
    """Ticks are kept by what they are for, so that they stay when the sheet is compared once more.

    Signal: `choice_changed()` when a tick was set or taken.
    """

    choice_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._groups: Sequence[Group] = ()
        self._ticked: set[tuple[str, str]] = set()

    def show(self, groups: Sequence[Group], ticked: Iterable[Proposal]) -> None:
        """Show these, with the ticks set for `ticked`."""
        self.beginResetModel()
        self._groups = groups
        self._ticked = {key_of(one) for one in ticked}
        self.endResetModel()
        self.choice_changed.emit()

    def wanted(self) -> list[Proposal]:
        """What is ticked."""
        return [one for group in self._groups for one in group.proposals if key_of(one) in self._ticked]

    def all(self) -> list[Proposal]:
        """Everything that can be ticked."""
        return [one for group in self._groups for one in group.proposals]

    def tick(self, proposals: Iterable[Proposal]) -> None:
        """Set the ticks of these and take all others."""
        self._ticked = {key_of(one) for one in proposals}
        self._tell()

    def turn(self, index: Index) -> None:
        """Set or take the tick of a line; that of a step goes for all of its changes."""
        found = self._proposals(index)
        keys = {key_of(one) for one in found}
        if not keys:
            return
        self._ticked = self._ticked - keys if keys <= self._ticked else self._ticked | keys
        self._tell()

    def group(self, index: Index) -> Group | None:
        """The step of a line."""
        if not index.isValid():
            return None
        return self._groups[index.row() if index.internalId() == _TOP else index.internalId() - 1]

    def detail(self, index: Index) -> Detail | None:
        """The change of a line; None for a step."""
        group = self.group(index)
        return group.details[index.row()] if group is not None and index.internalId() != _TOP else None

    # -- what Qt asks -------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """A child's internal id is its step's place, counted from one."""
        if parent is None or not parent.isValid():
            return self.createIndex(row, column, _TOP) if row < len(self._groups) else QModelIndex()
        return self.createIndex(row, column, parent.row() + 1)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """The step of a change."""
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index | None = None) -> int:
        """Steps, and the changes of each."""
        if parent is None or not parent.isValid():
            return len(self._groups)
        top = parent.internalId() == _TOP and parent.column() == 0
        return len(self._groups[parent.row()].details) if top else 0

    def columnCount(self, parent: Index | None = None) -> int:
        """What, here, and in the sheet."""
        return 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns are."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("Step"), _("Here now"), _("In the sheet"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, ticks and looks."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            lines = (" ".join(one.split()) for one in self._words(index).split("\n"))
            return " · ".join(one for one in lines if one)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._aloud(index)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == WHAT:
            return self._state(index)
        return self._cell(index) if role == CELL_ROLE else None

    # -- inside -------------------------------------------------------------------------------------------

    def _proposals(self, index: Index) -> list[Proposal]:
        group, detail = self.group(index), self.detail(index)
        if detail is not None:
            return [detail.proposal] if detail.proposal is not None else []
        return group.proposals if group is not None else []

    def _state(self, index: Index) -> Qt.CheckState | None:
        keys = {key_of(one) for one in self._proposals(index)}
        if not keys:
            return None
        if keys <= self._ticked:
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if keys & self._ticked else Qt.CheckState.Unchecked

    def _words(self, index: Index) -> str:
        group, detail = self.group(index), self.detail(index)
        if detail is not None:
            old = detail.old or (_("empty") if detail.proposal is not None else "")
            return (detail.label, old, detail.new or _("empty"))[index.column()]
        if group is None or index.column() != WHAT:
            return ""
        return "\n".join(one for one in (group.title, group.said) if one)

    def _hint(self, index: Index) -> str:
        detail = self.detail(index)
        unsure = detail.unsure if detail is not None else ""
        return "\n".join(one for one in (self._words(index), unsure) if one)

    def _aloud(self, index: Index) -> str:
        words = self._words(index)
        if index.column() != WHAT:
            return words
        state = self._state(index)
        said = {Qt.CheckState.Checked: _("ticked"), Qt.CheckState.PartiallyChecked: _("partly ticked")}
        ticked = "" if state is None else said.get(state, _("not ticked"))
        return ", ".join(one for one in (self._hint(index).replace("\n", ", "), ticked) if one)

    def _cell(self, index: Index) -> Cell:
        detail = self.detail(index)
        if index.column() != WHAT:
            is_old = index.column() == HERE
            said = detail is not None and bool(detail.old if is_old else detail.new)
            return Cell(tone="" if said and not is_old else "muted")
        state = self._state(index)
        if state is None:
            return Cell(tone="muted")
        icons = {Qt.CheckState.Checked: "circle-check", Qt.CheckState.PartiallyChecked: "circle-dot"}
        unsure = detail is not None and bool(detail.unsure)
        icon = icons.get(state, "triangle-alert" if unsure else "circle")
        role = (
            "muted"
            if state == Qt.CheckState.Unchecked and not unsure
            else "warn"
            if icon == "triangle-alert"
            else "primary"
        )
        return Cell(icon=icon, icon_role=role, bold=detail is None)

    def _tell(self) -> None:
        for row, group in enumerate(self._groups):
            top = self.index(row, 0)
            self.dataChanged.emit(top, self.index(row, SHEET))
            if group.sort == CHANGED and group.details:
                self.dataChanged.emit(self.index(0, 0, top), self.index(len(group.details) - 1, SHEET, top))
        self.choice_changed.emit()
