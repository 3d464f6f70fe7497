"""The outline on the screen: keys, mouse and drags become wishes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from app.ui.form.arranged import ArrangedTable
from app.ui.form.delegate import Choices
from app.ui.plan.cells import INDENT
from app.ui.plan.clipboard import MIME
from app.ui.plan.columns import COLUMNS, LEAST_WHAT, ROOM, WHAT, Arrangement
from app.ui.plan.dragging import Target, target_at
from app.ui.plan.editing import LineDelegate
from app.ui.plan.model import ITEM_ROLE, PlanModel
from app.ui.theme import Look
from app.ui.widgets.cells import CHEVRON, PAD

_Flag = QItemSelectionModel.SelectionFlag
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_Key = Qt.Key
_WISHES: dict[tuple[Qt.Key, Qt.KeyboardModifier], str] = {
    (_Key.Key_Tab, _NONE): "indent",
    (_Key.Key_Backtab, _SHIFT): "outdent",
    (_Key.Key_Up, _ALT): "up",
    (_Key.Key_Down, _ALT): "down",
    (_Key.Key_Right, _ALT): "look",
    (_Key.Key_Left, _ALT): "back",
    (_Key.Key_Delete, _NONE): "remove",
    (_Key.Key_Return, _NONE): "add",
    (_Key.Key_Enter, _NONE): "add",
    (_Key.Key_Return, _CTRL): "done",
    (_Key.Key_Enter, _CTRL): "done",
    (_Key.Key_Space, _NONE): "done",
    (_Key.Key_Escape, _NONE): "leave",
    (_Key.Key_Period, _CTRL): "fold",
    (_Key.Key_Period, _CTRL | _SHIFT): "fold_all",
    (_Key.Key_Greater, _CTRL | _SHIFT): "fold_all",
}
_STANDARD = ((QKeySequence.StandardKey.Cut, "cut"), (QKeySequence.StandardKey.Copy, "copy"))


class OutlineView(ArrangedTable):
    """Signals: `wished(str)` (indent, outdent, up, down, look, back, remove, add, done, leave, fold, fold_all, cut, copy),
    `item_selected(str)`, `chosen_changed(tuple)` with the ids of all chosen, `editor_left(bool)` when a cell is no longer typed
    in (True: by Enter), `moved_while_typing(QWidget, str)`, `dropped(tuple, str, str)` with ids, parent and sibling,
    `menu_requested(QPoint)`, `done_pressed(str)`.
    """

    wished = Signal(str)
    item_selected = Signal(str)
    chosen_changed = Signal(object)
    editor_left = Signal(bool)
    moved_while_typing = Signal(object, str)
    dropped = Signal(object, str, str)
    menu_requested = Signal(object)
    done_pressed = Signal(str)

    def __init__(self, look: Look, name: str, source: PlanModel, choices: Choices) -> None:
        super().__init__(look, name, Arrangement())
        self.source = source
        self._told, self._told_all = "", tuple[str, ...]()
        self._wanted, self._wanted_current = tuple[str, ...](), ""
        self._keeping = False
        self._target: Target | None = None
        self.setModel(source)
        self._cells = LineDelegate(look, self, choices)
        self._cells.wished.connect(self.moved_while_typing)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.horizontalHeader().setStretchLastSection(False)
        self.begin(sortable=False)
        source.anew.connect(self._keep)
        self.selectionModel().currentRowChanged.connect(self._tell)

    # -- who is chosen ------------------------------------------------------------------------------------

    def selected_ids(self) -> list[str]:
        """The chosen lines from top to bottom, without one that is being written."""
        found = (self.source.id_at(row) for row in self.selected_rows())
        return [one for one in found if not self.source.is_draft(one)]

    def current_id(self) -> str:
        """The line that the keys are at, or nothing."""
        return str(self.currentIndex().data(ITEM_ROLE) or "")

    def select(self, item_id: str, name: str = "") -> QModelIndex:
        """Choose a line, unfold what it is in, and bring it into view; answers with the cell."""
        self.source.open_to(item_id)
        column = COLUMNS.index(name) if name else max(0, self.currentIndex().column())
        row = self.source.row_of(item_id)
        if row < 0:
            self._wanted, self._wanted_current = (item_id,), item_id
            self.selectionModel().clear()
            self._announce(item_id)
            return QModelIndex()
        index = self.source.index(row, column)
        # Not Qt's own way: while Ctrl is held that adds to what is chosen.
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)
        return index

    def select_all_of(self, ids: Sequence[str]) -> None:
        """Choose several lines, the first of them as the one that the keys are at."""
        there = [one for one in ids if self.source.row_of(one) >= 0]
        if there:
            index = self.source.index_of(there[0])
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self.select_rows(self.source.row_of(one) for one in there)
            self.scrollTo(index)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Draw whole rows anew, and tell who is chosen now."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        if not self._keeping:
            self._announce_all()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard stands on a row, and it is chosen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.source.rowCount():
            self.select(self.source.id_at(0))

    # -- keys ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The outline's own keys; the rest is Qt's."""
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wish = _WISHES.get((Qt.Key(event.key()), keys))
        wish = wish or next((name for key, name in _STANDARD if event.matches(key)), None)
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif wish is not None:
            event.accept()
            self.wished.emit(wish)
        elif event.key() == _Key.Key_Menu or (event.key() == _Key.Key_F10 and keys == _SHIFT):
            self._ask_menu(self.visualRect(self.currentIndex()).bottomLeft())
        elif keys != _NONE or not self._walk(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key) -> bool:
        """Left and Right fold, open and go up in the first column; elsewhere they go from cell to cell."""
        item = self.source.item(self.currentIndex())
        if item is None or self.currentIndex().column() != 0 or key not in (_Key.Key_Left, _Key.Key_Right):
            return False
        folded, can = item.id in self.source.folds, self.source.can_fold(item.id)
        if key == _Key.Key_Right and can and folded:
            self.source.fold([item.id], False)
        elif key == _Key.Key_Left and can and not folded:
            self.source.fold([item.id], True)
        elif key == _Key.Key_Left and self.source.row_of(item.parent) >= 0:
            self.select(item.parent)
        else:
            return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab moves a step in and out here; Escape leaves the outline."""
        return False

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Say that a cell was left, unless what was typed was refused."""
        entered, self._cells.entered = self._cells.entered, False
        super().closeEditor(editor, hint)
        if self.state() != QAbstractItemView.State.EditingState:
            self.editor_left.emit(entered)

    # -- mouse --------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the chevron folds, one on a step's circle marks it as done."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        item = self.source.item(index)
        part = self._part(index, at) if event.button() == Qt.MouseButton.LeftButton else ""
        if item is not None and part == "chevron" and self.source.can_fold(item.id):
            self.source.fold([item.id], item.id not in self.source.folds)
        elif item is not None and part == "icon" and item.level == "action" and not self.source.is_draft(item.id):
            self.done_pressed.emit(item.id)
        else:
            super().mousePressEvent(event)

    def _part(self, index: QModelIndex, at: QPoint) -> str:
        if not index.isValid() or index.column() != 0:
            return ""
        left = self.visualRect(index).left() + PAD + self.look.px(INDENT * self.source.depth_at(index.row()))
        chevron, icon = self.look.px(CHEVRON), self.look.px(22)
        if left - 4 <= at.x() < left + chevron:
            return "chevron"
        return "icon" if left + chevron <= at.x() < left + chevron + icon else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse or pen; the keys for it have been handled as keys."""
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            self._ask_menu(event.pos())

    def _ask_menu(self, at: QPoint) -> None:
        self.menu_requested.emit(self.viewport().mapToGlobal(at))

    # -- dragging -----------------------------------------------------------------------------------------

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Take the chosen lines along; where they end is told by `dropped`."""
        drag = QDrag(self)
        drag.setMimeData(self.source.mimeData([self.source.index_of(one) for one in self.selected_ids()]))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Lines of this outline alone."""
        if event.mimeData().hasFormat(MIME) and event.source() is self:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would go; near an edge the outline moves on."""
        super().dragMoveEvent(event)
        self._target = self.target_at(event.position().toPoint())
        self.viewport().update()
        if self._target is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is going anywhere."""
        super().dragLeaveEvent(event)
        self._target = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move."""
        target, self._target = self.target_at(event.position().toPoint()), None
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if target is not None and event.source() is self:
            event.acceptProposedAction()
            self.dropped.emit(tuple(self.selected_ids()), target.parent, target.after)

    def target_at(self, at: QPoint) -> Target | None:
        """Where lines that are dropped at a point would go."""
        source, row = self.source, self.rowAt(at.y())
        count = source.rowCount()
        high = max(1, self.rowHeight(row)) if row >= 0 else 1
        part = (at.y() - self.rowViewportPosition(row)) / high if row >= 0 else 0.0
        depth = (at.x() + self.horizontalScrollBar().value() - PAD) // max(1, self.look.px(INDENT))
        return target_at(source.outline, source.id_at, source.depth_at, count, row if row >= 0 else count, part, depth)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add where dragged lines would go."""
        super().paintEvent(event)
        target = self._target
        if target is None:
            return
        painter, look = QPainter(self.viewport()), self.look
        painter.setPen(QPen(look.colour("primary"), 2))
        if target.inside >= 0:
            painter.drawRect(self.visualRect(self.source.index(target.inside, 0)).adjusted(2, 2, -2, -3))
            return
        last = self.source.rowCount() - 1
        y = (
            self.rowViewportPosition(target.row)
            if target.row <= last
            else self.rowViewportPosition(last) + self.rowHeight(last)
        )
        left = PAD + look.px(INDENT * target.depth + CHEVRON) - self.horizontalScrollBar().value()
        painter.drawLine(left, y, self.viewport().width() - PAD, y)
        painter.drawEllipse(QRect(left - 6, y - 3, 6, 6))

    # -- columns ------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other columns."""
        super().resizeEvent(event)
        self.lay_columns()

    def is_seen(self, name: str) -> bool:
        """As people have chosen; before anybody has, the plan's own words come first where there is little room."""
        made = self.arrangement
        if isinstance(made, Arrangement) and made.is_as_at_the_start and name != WHAT:
            return name in made.shown and self.viewport().width() / self.look.scale >= ROOM[name]
        return super().is_seen(name)

    def width_of(self, name: str) -> int:
        """What is to be done gets the room that the others leave."""
        wide = super().width_of(name)
        if name != WHAT:
            return wide
        others = sum(
            super(OutlineView, self).width_of(one) for one in self.arrangement.seen if one != WHAT and self.is_seen(one)
        )
        return max(wide, self.look.px(LEAST_WHAT), self.viewport().width() - others)

    def _note_width(self, section: int, before: int, after: int) -> None:
        """The first column takes what is left, so nobody has pulled it."""
        name = COLUMNS[section]
        # Qt tells widths that nobody has pulled as well, whenever rows change places.
        if section and not self._arranging and after and after != self.width_of(name):
            self._arrangement = self.arrangement.with_width(name, round(after / self.look.scale))
            self.lay_columns()

    # -- inside -------------------------------------------------------------------------------------------

    def _keep(self, begins: bool) -> None:
        """While all rows are shown anew, whoever was chosen stays chosen, and comes back with the rows."""
        if begins:
            self.finish_editing()
            self._keeping = True
            return
        there = [one for one in self._wanted if self.source.row_of(one) >= 0]
        if there:
            current = self._wanted_current if self._wanted_current in there else there[0]
            self.selectionModel().setCurrentIndex(self.source.index_of(current), _Flag.NoUpdate)
            self.select_rows(self.source.row_of(one) for one in there)
        self._keeping = False
        self._told_all = tuple(self.selected_ids())
        self.chosen_changed.emit(self._told_all)

    def _tell(self, current: QModelIndex) -> None:
        if not self._keeping:
            self._announce(str(current.data(ITEM_ROLE) or ""))

    def _announce(self, item_id: str) -> None:
        if item_id != self._told:
            self._told = item_id
            self.item_selected.emit(item_id)

    def _announce_all(self) -> None:
        chosen = tuple(self.selected_ids())
        self._wanted, self._wanted_current = chosen, self.current_id()
        if chosen != self._told_all:
            self._told_all = chosen
            self.chosen_changed.emit(chosen)
