"""A list of steps under headings: keys and drags become wishes, and the choice survives every change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from app.ui.plan.steps.model import MIME, Row, StepsModel
from app.ui.theme import Look
from app.ui.widgets import TableView

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ADD = (Qt.Key.Key_N, Qt.Key.Key_Insert)
UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class StepsView(TableView):
    """`row_height` answers in pixels of now; `nothing` is the sentence where there is no row.

    Signals: `item_selected(str)`; `opened(Row)` for Enter and double click; `marked(Row)` for Space; `add_wished()` for N;
    `step_dropped(str, Row | None)` with the step's id and the row it was let go over; `key_pressed(QKeyEvent)` before
    all others, which the owner may accept.
    """

    item_selected = Signal(str)
    opened = Signal(object)
    marked = Signal(object)
    add_wished = Signal()
    step_dropped = Signal(str, object)
    key_pressed = Signal(object)

    def __init__(
        self,
        look: Look,
        name: str,
        tell: Callable[[Row], str],
        row_height: Callable[[], int],
        nothing: str = "",
        *,
        closed: bool,
    ) -> None:
        super().__init__(look, name)
        self.source = StepsModel(self, tell, closed=closed)
        self.chosen, self._chosen_key = "", ""
        self.over: Row | None = None
        self.dragged_over = False
        self._closed, self._nothing, self._row_height = closed, nothing, row_height
        self._silent = False
        self.setModel(self.source)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(not closed)
        self.setAcceptDrops(not closed)
        modes = QAbstractItemView.DragDropMode
        self.setDragDropMode(modes.NoDragDrop if closed else modes.DragDrop)
        self.setDropIndicatorShown(False)
        self.selectionModel().currentRowChanged.connect(self._announce)
        self.selectionModel().selectionChanged.connect(lambda: self._announce(self.currentIndex()))
        look.look_changed.connect(self.size_rows)
        self.size_rows()

    # -- what is shown and chosen -------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; what was chosen is still chosen, wherever it stands now."""
        bar = self.verticalScrollBar()
        at, before = bar.value(), self._current_place()
        seen = self._sees(before)
        current = self.row()
        key = current.key if current is not None else self._chosen_key
        item_id = current.item.id if current is not None and current.item is not None else self.chosen
        self._silent = True
        self.source.show(rows)
        self._silent = False
        place = self.source.row_of(key, item_id)
        self.executeDelayedItemsLayout()
        bar.setValue(at)
        if place >= 0:
            self._go_to(place, scroll=seen and place != before)
        else:
            self._lose(before)
        self.viewport().update()

    def select(self, item_id: str) -> None:
        """Choose an item and bring it into view, without a word about it; one that is not here leaves nothing chosen."""
        current = self.row()
        there = current is not None and current.item is not None and current.item.id == item_id
        if item_id == self.chosen and there:
            return
        self.chosen, self._chosen_key = item_id, ""
        place = self.source.row_of("", item_id) if item_id else -1
        if place >= 0:
            self._go_to(place, scroll=True)
        else:
            self._silent = True
            self.clearSelection()
            self._silent = False

    def row(self) -> Row | None:
        """The row that is chosen."""
        current = self.currentIndex()
        return self.source.row(current) if self.selectionModel().isSelected(current) else None

    def near_row(self) -> Row | None:
        """The row that the keys are at, also where what was chosen has gone and nothing is."""
        return self.source.row(self.currentIndex())

    def go_to_key(self, key: str) -> None:
        """Bring the keys to the row of this key, where there is one."""
        place = self.source.row_of(key) if key else -1
        if place >= 0:
            self._go_to(place, scroll=True, tell=True)

    def go_near(self, height: int) -> bool:
        """Bring the keys to the row at this height of the view, or the last one above it; False where there is none."""
        if not self.source.rows:
            return False
        place = self.rowAt(min(max(height, 0), self.viewport().height() - 1))
        self._go_to(place if place >= 0 else len(self.source.rows) - 1, scroll=True, tell=True)
        return True

    def current_height(self) -> int:
        """Where the current row's middle is in the view."""
        return self.visualRect(self.currentIndex()).center().y()

    def _current_place(self) -> int:
        return self.currentIndex().row()

    def _sees(self, place: int) -> bool:
        box = self.visualRect(self.source.index(place, 0)) if place >= 0 else None
        return box is not None and box.intersects(self.viewport().rect())

    def _go_to(self, place: int, *, scroll: bool, tell: bool = False) -> None:
        index = self.source.index(place, 0)
        self._silent = True
        self.setCurrentIndex(index)
        self.selectRow(place)
        self._silent = False
        self._take(self.source.rows[place], tell=tell)
        if scroll:
            self.scrollTo(index)

    def _lose(self, before: int) -> None:
        """What was current is gone: the keys stay near, and nothing is chosen."""
        self._silent = True
        self.clearSelection()
        place = min(before, len(self.source.rows) - 1)
        near = self.source.index(place, 0) if place >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(near, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._silent = False

    def _announce(self, current: QModelIndex) -> None:
        row = self.source.row(current)
        # Qt gives whoever gets the focus a current row; that alone is no choice.
        if not self._silent and row is not None and self.selectionModel().isSelected(current):
            self._take(row, tell=True)

    def _take(self, row: Row, *, tell: bool) -> None:
        if row.item is None:
            return
        new = row.item.id != self.chosen
        self.chosen, self._chosen_key = row.item.id, row.key
        if new and tell:
            self.item_selected.emit(self.chosen)

    # -- keys and mouse -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The owner's keys, then those of every list of steps, then Qt's."""
        event.ignore()
        self.key_pressed.emit(event)
        if event.isAccepted():
            return
        key, row = Qt.Key(event.key()), self.row()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in ENTER or (key == Qt.Key.Key_Space and plain):
            # Where what was chosen has just gone, a second press must not reach the step that came into its place.
            if row is not None:
                (self.opened if key in ENTER else self.marked).emit(row)
        elif key in ADD and plain and not self._closed:
            self.add_wished.emit()
        elif key in UP_DOWN and plain and row is None and self.near_row() is not None:
            self._go_to(self._current_place(), scroll=True, tell=True)
        elif key in ENDS and plain and self.source.rows:
            self._go_to(ENDS[key] % len(self.source.rows), scroll=True, tell=True)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on what is no step opens or folds it."""
        super().mousePressEvent(event)
        row = self.source.row(self.indexAt(event.position().toPoint()))
        if row is not None and row.item is None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Everything about a step."""
        row = self.source.row(self.indexAt(event.position().toPoint()))
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by Tab stands on a row."""
        super().focusInEvent(event)
        if event.reason() in _BY_TAB and self.row() is None and self.near_row() is not None:
            self._go_to(self._current_place(), scroll=True, tell=True)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # -- dragging -----------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only steps are taken."""
        self._hold(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Scroll near the edges, as Qt does, and show where the step would go."""
        super().dragMoveEvent(event)
        self._hold(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing will be dropped here."""
        super().dragLeaveEvent(event)
        self._let_go()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped where."""
        row = self.source.row(self.indexAt(event.position().toPoint()))
        self._let_go()
        if self._closed or not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        event.acceptProposedAction()
        self.step_dropped.emit(bytes(event.mimeData().data(MIME).data()).decode(), row)

    def _hold(self, event: QDropEvent) -> None:
        if self._closed or not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        event.acceptProposedAction()
        self.dragged_over, self.over = True, self.source.row(self.indexAt(event.position().toPoint()))
        self.viewport().update()

    def _let_go(self) -> None:
        self.stopAutoScroll()
        self.dragged_over, self.over = False, None
        self.viewport().update()

    # -- drawing ------------------------------------------------------------------------------------------

    def size_rows(self) -> None:
        """Rows grow with the text."""
        self.verticalHeader().setDefaultSectionSize(self._row_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so where there is nothing."""
        super().paintEvent(event)
        if not self.source.rows and self._nothing:
            painter = QPainter(self.viewport())
            painter.setFont(self.look.font(self.look.text.small))
            painter.setPen(self.look.colour("muted"))
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            room = self.viewport().rect().adjusted(12, self.look.px(18), -12, -4)
            painter.drawText(room, int(flags), self._nothing)

    def menu_place(self) -> QPoint:
        """Where something that belongs to the current row opens, on the screen."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())


_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
