"""The plan as an item model: exact about rows, so that selection and folds stay where they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.model.groups import Groups, groups_of
from app.model.item import Item
from app.model.phrases import N_
from app.model.plan import Outline
from app.ui.form.origin_link import origin_words
from app.ui.plan.nodes import Node
from app.ui.plan.words import (
    LEVEL_ICONS,
    STATUS_ICONS,
    day_words,
    is_urgent,
    lead_words,
    progress_words,
    status_words,
)
from app.ui.widgets import CELL_ROLE, Cell

Index = QModelIndex | QPersistentModelIndex

WHAT, LEAD, BY, STATUS, WHY = range(5)
TITLES = (N_("What"), N_("Lead"), N_("By when"), N_("How it stands"), N_("Why"))
FIELDS = {WHAT: "what", LEAD: "lead", BY: "by", STATUS: "status"}
ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
MIME = "application/x-groundwork-item"


class PlanModel(QAbstractItemModel):
    """Shows an Outline. Editing asks: `change_requested(item id, field, value)`, `drop_requested(item id, parent, after)`."""

    change_requested = Signal(str, str, object)
    drop_requested = Signal(str, str, str)

    def __init__(self, parent: QObject, *, closed: bool) -> None:
        super().__init__(parent)
        self._closed = closed
        self._root = Node(Item())
        self._nodes: dict[str, Node] = {}
        self._names: Mapping[str, str] = {}
        self._groups = groups_of()
        self._changed: list[Node] = []
        self._today = date.today()
        self.outline = Outline(())

    # -- what it shows ------------------------------------------------------------------------------------

    def show(self, outline: Outline, names: Mapping[str, str], groups: Groups, today: date) -> None:
        """Bring the rows to what the outline says, by exact steps; `names` are the partners' by id."""
        renamed = names != self._names or groups != self._groups or today != self._today
        self.outline, self._names, self._today = outline, names, today
        self._groups = groups
        self._changed.clear()
        for gone in [node for key, node in self._nodes.items() if outline.get(key) is None]:
            self._remove(gone)
        self._bring("", self._root)
        self._tell(list(self._nodes.values()) if renamed else self._changed)

    def index_of(self, item_id: str, column: int = WHAT) -> QModelIndex:
        """The index of an item, or an invalid one."""
        node = self._nodes.get(item_id)
        return self.createIndex(node.row, column, node) if node is not None else QModelIndex()

    def item(self, index: Index) -> Item | None:
        """The item of a row."""
        return self._node(index).item if index.isValid() else None

    def _bring(self, parent_id: str, parent: Node) -> None:
        for row, item in enumerate(self.outline.children(parent_id)):
            node = self._nodes.get(item.id)
            if node is None:
                node = Node(item, parent)
                self.beginInsertRows(self._index(parent), row, row)
                parent.children.insert(row, node)
                self._nodes[item.id] = node
                self.endInsertRows()
                self._changed.append(node)
            elif node.parent is not parent or parent.children[row] is not node:
                self._move(node, parent, row)
            if node.item is not item:
                node.item = item
                self._changed.append(node)
            self._bring(item.id, node)

    def _move(self, node: Node, parent: Node, row: int) -> None:
        if parent.is_below(node) or parent is node:
            return  # its own place changes later in the same walk
        old = node.parent
        assert old is not None
        at = node.row
        target = row + 1 if old is parent and row > at else row
        self.beginMoveRows(self._index(old), at, at, self._index(parent), target)
        self._changed += [one for one in (old, parent) if one is not self._root]
        old.children.pop(at)
        parent.children.insert(row, node)
        node.parent = parent
        self.endMoveRows()

    def _remove(self, node: Node) -> None:
        if node.item.id not in self._nodes or node.parent is None:
            return
        for child in list(node.children):
            if self.outline.get(child.item.id) is not None:
                self._move(child, self._root, len(self._root.children))
        if node.parent is not self._root:
            self._changed.append(node.parent)
        row = node.row
        self.beginRemoveRows(self._index(node.parent), row, row)
        node.parent.children.pop(row)
        self._forget(node)
        self.endRemoveRows()

    def _forget(self, node: Node) -> None:
        self._nodes.pop(node.item.id, None)
        for child in node.children:
            self._forget(child)

    def _tell(self, changed: Sequence[Node]) -> None:
        """Have these rows and those above them (their progress) drawn anew."""
        told: set[int] = set()
        for one in changed:
            node: Node | None = one
            while node is not None and self._nodes.get(node.item.id) is node and id(node) not in told:
                told.add(id(node))
                row = node.row
                self.dataChanged.emit(self.createIndex(row, WHAT, node), self.createIndex(row, WHY, node))
                node = node.parent

    def _index(self, node: Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, node)

    def _node(self, index: Index) -> Node:
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Node) else self._root

    # -- Qt asks ------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """The index of a cell."""
        above = self._node(parent) if parent is not None else self._root
        inside = 0 <= row < len(above.children) and 0 <= column < len(TITLES)
        return self.createIndex(row, column, above.children[row]) if inside else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """The index of the row above."""
        above = self._node(index).parent
        return QModelIndex() if above is None else self._index(above)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows are right below."""
        if parent is not None and parent.isValid() and parent.column() > 0:
            return 0
        return len((self._node(parent) if parent is not None else self._root).children)

    def columnCount(self, parent: Index | None = None) -> int:
        """Five."""
        return len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(TITLES[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything but the last column can be changed."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if not self._closed else Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self._closed:
            found |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
            if index.column() in FIELDS:
                found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, how to draw them, and the value to edit."""
        item = self.item(index)
        if item is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(item, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_(TITLES[column])}: {self._words(item, column)}"
        if role == Qt.ItemDataRole.EditRole:
            return getattr(item, FIELDS[column]) if column in FIELDS else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._words(item, column) if column == WHAT and len(item.what) > 50 else None
        if role == ITEM_ROLE:
            return item.id
        return self._cell(item, column) if role == CELL_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the change; the row changes when it is on the disk."""
        item = self.item(index)
        if item is None or role != Qt.ItemDataRole.EditRole or index.column() not in FIELDS:
            return False
        self.change_requested.emit(item.id, FIELDS[index.column()], value)
        return True

    def _words(self, item: Item, column: int) -> str:
        match column:
            case 0:
                return item.what
            case 1:
                return lead_words(item, self._names)
            case 2:
                return day_words(item, self._today)
            case 3:
                if item.level == "action":
                    return status_words(item, self._today)[0]
                return progress_words(self.outline.progress(item.id))
            case _:
                return origin_words(item.origin, self._groups)

    def _cell(self, item: Item, column: int) -> Cell:
        if column == WHAT:
            icon = LEVEL_ICONS.get(item.level) or STATUS_ICONS.get(item.status, "circle")
            return Cell(icon=icon, bold=item.level != "action", struck=item.status == "dropped")
        if column == LEAD and item.level == "action" and not item.lead:
            return Cell(tone="warn")
        if column == BY and is_urgent(item, self._today):
            return Cell(tone="warn")
        if column == STATUS and item.level == "action":
            return status_words(item, self._today)[1]
        if column == STATUS:
            return Cell(progress=self.outline.progress(item.id).share)
        return Cell(chip=True, icon="link") if column == WHY and item.origin else Cell()

    # -- dragging -----------------------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only our own rows."""
        return [MIME]

    def mimeData(self, indexes: object) -> QMimeData:
        """The dragged row's id."""
        data = QMimeData()
        ids = [item.id for one in indexes if (item := self.item(one)) is not None]  # type: ignore[attr-defined]
        data.setData(MIME, (ids[0] if ids else "").encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Ask for the move; False, so that the view does not take the row away by itself."""
        moved = bytes(data.data(MIME).data()).decode()
        above = self._node(parent)
        siblings = [one.item.id for one in above.children]
        end = len(siblings) if row < 0 else row
        before = [one for one in siblings[:end] if one != moved]
        self.drop_requested.emit(moved, above.item.id, before[-1] if before else "")
        return False
