"""The outline on the screen: keys and drags become wishes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from app.ui.form.delegate import Choices, EditDelegate
from app.ui.plan.model import BY, ITEM_ROLE, LEAD, STATUS, WHAT, WHY, PlanModel
from app.ui.theme import Look
from app.ui.widgets import TreeView

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_WISHES: dict[tuple[Qt.Key, Qt.KeyboardModifier], str] = {
    (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier): "indent",
    (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier): "outdent",
    (Qt.Key.Key_Up, _ALT): "up",
    (Qt.Key.Key_Down, _ALT): "down",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "remove",
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): "add",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier): "add",
    (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier): "done",
    (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier): "leave",
}

# Column, its width, and the least room in which it is shown, in pixels at 100 %.
WIDTHS = ((LEAD, 132, 520), (BY, 116, 420), (STATUS, 140, 0), (WHY, 160, 860))


class OutlineView(TreeView):
    """Signals: `wished(str)` (indent, outdent, up, down, remove, add, done, leave), `item_selected(str)`."""

    wished = Signal(str)
    item_selected = Signal(str)

    def __init__(self, look: Look, name: str, model: PlanModel, choices: Choices) -> None:
        super().__init__(look, name)
        self.setModel(model)
        self.setItemDelegate(EditDelegate(look, self, choices, frozenset({BY})))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        look.look_changed.connect(self.fit)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The outline's own keys; the rest is Qt's."""
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wish = _WISHES.get((Qt.Key(event.key()), keys))
        if wish is None or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        event.accept()
        self.wished.emit(wish)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab moves a step in and out here; Escape leaves the outline."""
        return False

    def fit(self) -> None:
        """Give the columns their widths; where there is little room, the plan's own words come first."""
        room = self.viewport().width() / self.look.scale
        for column, width, least in WIDTHS:
            self.header().resizeSection(column, self.look.px(width))
            self.setColumnHidden(column, room < least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other columns."""
        super().resizeEvent(event)
        self.fit()

    def select(self, index: QModelIndex) -> None:
        """Choose a row and bring it into view."""
        if index.isValid():
            above = index.parent()
            while above.isValid():
                self.expand(above)
                above = above.parent()
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _tell(self, current: QModelIndex) -> None:
        self.item_selected.emit(str(current.data(ITEM_ROLE) or ""))
