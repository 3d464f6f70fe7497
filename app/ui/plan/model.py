"""The outline as a table model: one row a line in sight, so that thousands scroll, fold and move without a wait."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.model.groups import groups_of
from app.model.item import Item
from app.model.plan import Outline, Progress
from app.model.plan_place import Place, place_in, place_out, topmost
from app.model.schema import FieldType, new_id, specs
from app.ui.form.tips import tip
from app.ui.plan.cells import Cells, first_line
from app.ui.plan.clipboard import MIME, put_branches
from app.ui.plan.columns import COLUMNS, READ_ONLY, WHAT, title
from app.ui.plan.lines import Lines, Steps, lay_lines, put_draft, steps_between
from app.ui.plan.shown import Shown
from app.ui.widgets import CELL_ROLE

Index = QModelIndex | QPersistentModelIndex
# Asks for a field of an item to be set; whether it was.
Change = Callable[[str, str, object], bool]
# Asks for a new item with these words; whether it was made.
Write = Callable[["Draft", str], bool]

ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
# More steps than this at once are shown as a new list.
MANY = 40


@dataclass(frozen=True, slots=True)
class Draft:
    """A line that is being written: where it goes, and what is known of it already. It has the id that it will keep."""

    place: Place
    preset: tuple[tuple[str, object], ...] = field(default=())
    id: str = field(default_factory=new_id)

    @property
    def item(self) -> Item:
        """As a line without words."""
        return Item(id=self.id, level=self.place.level)


class PlanModel(QAbstractTableModel):
    """`change` is asked when a cell was edited and `write` when a draft has words; rows change when it is on the disk.

    Signal: `anew(bool)`: True before all rows are shown anew, False after it; who is chosen is to be kept meanwhile.
    """

    anew = Signal(bool)

    def __init__(self, parent: QObject, change: Change, write: Write, *, closed: bool) -> None:
        super().__init__(parent)
        self._change, self._write, self._closed = change, write, closed
        self._lines = Lines()
        self._rows: dict[str, int] | None = None
        self._folds, self._found_folds = set[str](), set[str]()
        self._progress: dict[str, Progress] = {}
        self._branch = ""
        self._cut: frozenset[str] = frozenset()
        self.draft: Draft | None = None
        self._written: Draft | None = None
        self.shown = Shown(Outline(()), {}, groups_of(), date.today())
        self._cells = Cells(self.shown, self.progress)

    # -- what it shows ------------------------------------------------------------------------------------

    @property
    def outline(self) -> Outline:
        """The plan."""
        return self.shown.outline

    @property
    def filtered(self) -> bool:
        """Whether a filter leaves lines away."""
        return self.shown.found is not None

    def show(self, shown: Shown, branch: str = "", changed: Collection[str] | None = None) -> None:
        """Bring the rows to this. `changed` are the items that are others than before; None draws all of them anew.

        While something is filtered all of it is open at first; folds from before come back with the rest of the plan.
        """
        filtered, branched = shown.found != self.shown.found, branch != self._branch
        if shown.found is None or self.shown.found is None:
            self._found_folds.clear()
        self.shown, self._branch = shown, branch
        self._cells.show(shown)
        self._progress.clear()
        if self.draft is not None and shown.outline.get(self.draft.id) is not None:
            self._written, self.draft = self.draft, None  # it is written: the same row goes on as what it has become
        self._lay(quietly=changed is None and (filtered or branched))
        self._tell(changed)

    def progress(self, item_id: str) -> Progress:
        """How far a goal or objective is."""
        found = self._progress.get(item_id)
        if found is None:
            found = self._progress[item_id] = self.outline.progress(item_id)
        return found

    def row_of(self, item_id: str) -> int:
        """The row of an item, or -1 for one that is not in sight."""
        if self._rows is None:
            self._rows = {one: row for row, one in enumerate(self._lines.ids)}
        return self._rows.get(item_id, -1)

    def id_at(self, row: int) -> str:
        """The id of a row's item."""
        return self._lines.ids[row]

    def depth_at(self, row: int) -> int:
        """How deep a row stands, 0 for the top."""
        return self._lines.depths[row]

    def index_of(self, item_id: str, name: str = WHAT) -> QModelIndex:
        """The index of an item's cell, or an invalid one."""
        row = self.row_of(item_id)
        return self.index(row, COLUMNS.index(name)) if row >= 0 else QModelIndex()

    def item(self, index: Index) -> Item | None:
        """The item of a row."""
        return self._item(self._lines.ids[index.row()]) if index.isValid() else None

    def set_cut(self, ids: Collection[str]) -> None:
        """Mark these as about to be moved."""
        changed = self._cut | frozenset(ids)
        self._cut = frozenset(ids)
        self._tell(changed)

    @property
    def cut(self) -> frozenset[str]:
        """What is about to be moved."""
        return self._cut

    # -- folding ------------------------------------------------------------------------------------------

    @property
    def folds(self) -> set[str]:
        """What is folded now."""
        return self._folds if self.shown.found is None else self._found_folds

    def can_fold(self, item_id: str) -> bool:
        """Whether there is something below."""
        return bool(self.outline.children(item_id))

    def fold(self, ids: Collection[str], folded: bool) -> None:
        """Fold these, or open them."""
        there = [one for one in ids if self.can_fold(one)]
        if folded:
            self.folds.update(there)
        else:
            self.folds.difference_update(there)
        self._lay()
        self._tell(there)

    def open_to(self, item_id: str) -> None:
        """Open whatever an item is folded away in."""
        above = [one.id for one in self.outline.path(item_id)]
        if self.folds.intersection(above):
            self.fold(above, False)

    # -- a line that is being written ---------------------------------------------------------------------

    def begin_draft(self, draft: Draft) -> int:
        """Show a new line; answers with its row. Nothing of it is in the file until it has words."""
        self.draft = draft
        self.folds.discard(draft.place.parent)
        self._lay()
        return self.row_of(draft.id)

    def shift_draft(self, further_in: bool) -> bool:
        """Move the new line further in or out; False where that cannot be."""
        if self.draft is None:
            return False
        move = place_in if further_in else place_out
        place = move(self.outline, self.draft.place)
        if place is None or (self.row_of(place.parent) < 0 and place.parent):
            return False
        self.draft = replace(self.draft, place=place)
        self.folds.discard(place.parent)
        self._lay()
        self._tell([self.draft.id, place.parent])
        return True

    def is_draft(self, item_id: str) -> bool:
        """Whether it is the line that is being written."""
        return self.draft is not None and item_id == self.draft.id

    def take_written(self) -> Draft | None:
        """The new line that got words since this was asked last."""
        written, self._written = self._written, None
        return written

    def end_draft(self) -> Draft | None:
        """Take the new line away again; answers with it."""
        draft, self.draft = self.draft, None
        if draft is not None:
            self._lay()
        return draft

    # -- Qt asks ------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """One a line in sight."""
        return 0 if parent is not None and parent.isValid() else len(self._lines.ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """One a field."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return title(COLUMNS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Which cells can be changed: a line without words has nothing but its words yet."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        name, draft = COLUMNS[index.column()], self.is_draft(self._lines.ids[index.row()])
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._closed:
            return found
        if not draft:
            found |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        kept = name in READ_ONLY or (draft and name != WHAT) or (name == "status" and not self._is_step(index))
        return found if kept else found | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, how to draw them, and the value to edit."""
        item = self.item(index)
        if item is None:
            return None
        name, row = COLUMNS[index.column()], index.row()
        if self.is_draft(item.id) and name != WHAT:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return first_line(self._cells.words(item, name))
            case Qt.ItemDataRole.EditRole:
                return getattr(item, name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._cells.spoken(item, name, self.depth_at(row), self._fold(item), cut=item.id in self._cut)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(item, name)
            case _:
                if role == CELL_ROLE:
                    cut = item.id in self._cut
                    return self._cells.cell(item, name, self.depth_at(row), self._fold(item), cut=cut)
                return item.id if role == ITEM_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the change; False when it was refused, so that what was typed stays."""
        item = self.item(index)
        if item is None or role != Qt.ItemDataRole.EditRole:
            return False
        if self.draft is not None and item.id == self.draft.id:
            return self._write(self.draft, str(value))
        return self._change(item.id, COLUMNS[index.column()], value)

    def mimeTypes(self) -> list[str]:
        """Branches of this program."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The branches of these rows, to be dragged."""
        ids = {item.id for one in indexes if (item := self.item(one)) is not None}
        return put_branches(self.outline, topmost(self.outline, ids), "", cut=False)

    def words(self, item: Item, name: str) -> str:
        """A field as it is shown, whole."""
        return self._cells.words(item, name)

    # -- inside -------------------------------------------------------------------------------------------

    def _item(self, item_id: str) -> Item | None:
        return self.draft.item if self.draft is not None and item_id == self.draft.id else self.outline.get(item_id)

    def _is_step(self, index: Index) -> bool:
        item = self.item(index)
        return item is not None and item.level == "action"

    def _fold(self, item: Item) -> bool | None:
        return item.id not in self.folds if self.can_fold(item.id) else None

    def _tip(self, item: Item, name: str) -> str | None:
        words = self._cells.words(item, name)
        return tip(words) if len(words) > 24 or specs(Item)[name].type is FieldType.LONG else None

    def _lay(self, *, quietly: bool = False) -> None:
        """Bring the rows to what is in sight now: by exact steps, or `quietly` all at once."""
        lines = lay_lines(self.outline, self._branch, self.folds, self.shown.found)
        if self.draft is not None:
            put_draft(lines, self.draft.id, self.draft.place.parent, self.draft.place.after)
        old = self._lines.ids
        if old == lines.ids:
            self._set(lines)
            return
        steps = steps_between(old, lines.ids)
        if quietly or steps.count > MANY:
            self.anew.emit(True)
            self.beginResetModel()
            self._set(lines)
            self.endResetModel()
            self.anew.emit(False)
        else:
            self._step(steps, lines)

    def _step(self, steps: Steps, lines: Lines) -> None:
        nowhere = QModelIndex()
        now = Lines([*self._lines.ids], [*self._lines.depths])
        for first, last in steps.out:
            self.beginRemoveRows(nowhere, first, last)
            del now.ids[first : last + 1], now.depths[first : last + 1]
            self._set(Lines([*now.ids], [*now.depths]))
            self.endRemoveRows()
        if steps.reorder:
            coming = {one for first, last in steps.into for one in lines.ids[first : last + 1]}
            order = [one for one in lines.ids if one not in coming]
            depth = dict(zip(lines.ids, lines.depths, strict=True))
            now = Lines(order, [depth[one] for one in order])
            self._reorder(Lines([*now.ids], [*now.depths]))
        for first, last in steps.into:
            self.beginInsertRows(nowhere, first, last)
            now.ids[first:first] = lines.ids[first : last + 1]
            now.depths[first:first] = lines.depths[first : last + 1]
            self._set(Lines([*now.ids], [*now.depths]))
            self.endInsertRows()
        self._set(lines)

    def _reorder(self, lines: Lines) -> None:
        """Show the same rows in another order; nothing that points at one of them loses it."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._lines.ids[one.row()] for one in before]
        self._set(lines)
        after = [self.index(self.row_of(key), one.column()) for key, one in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _set(self, lines: Lines) -> None:
        self._lines, self._rows = lines, None

    def _tell(self, changed: Collection[str] | None) -> None:
        """Have these rows and those above them (their progress) drawn anew, or all of them."""
        last = len(COLUMNS) - 1
        if changed is None or len(changed) > MANY:
            if self._lines.ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines.ids) - 1, last))
            return
        above = {up.id for one in changed for up in self.outline.path(one)}
        for row in sorted(self.row_of(one) for one in {*changed, *above}):
            if row >= 0:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))


def presets(values: Sequence[tuple[str, object]] | dict[str, object]) -> tuple[tuple[str, object], ...]:
    """What is known of a new line, as a draft keeps it."""
    return tuple(values.items()) if isinstance(values, dict) else tuple(values)
