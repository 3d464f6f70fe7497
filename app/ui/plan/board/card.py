"""The board in its card: five columns, one choice, and keys that go and move from column to column."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from app.model.board import COLUMNS, beside, columns
from app.ui.plan.board.column import FOLDED, LEAST, Column
from app.ui.plan.shown import Shown
from app.ui.plan.steps.card import StepsCard
from app.ui.plan.steps.model import Row
from app.ui.plan.steps.view import SIDES
from app.ui.theme import Look

GAP = 8


class BoardCard(StepsCard):
    """Steps in columns by how they stand."""

    def __init__(self, look: Look, *, closed: bool, parent: QWidget | None = None) -> None:
        keys = _(
            "Arrows: from card to card · Alt+←→: next column · N: new step here · Space: done · Enter: all about it"
        )
        super().__init__(look, keys, closed=closed, parent=parent)
        self.chosen = ""
        self.columns = {one: Column(look, one, self.tell, self.shown, closed=closed) for one in COLUMNS}
        self._wanted: dict[str, bool] = {}
        self._area = self._make_area()
        self.add(self._area, self.hint)
        self.body.setStretch(0, 1)
        for column in self.columns.values():
            self._join(column)
        self.setFocusProxy(self.columns[COLUMNS[0]].view)
        look.look_changed.connect(self._fold)

    def show_plan(self, shown: Shown) -> None:
        """Bring every column to it; the keys go along with the chosen step."""
        anew = around(shown) != around(self.shown)
        self.shown = shown
        had_focus = self._focused() is not None
        for status, items in columns(shown.steps()).items():
            self.columns[status].show_steps(items, shown, anew=anew)
        before, after = self._focused(), self._column_of(self.chosen)
        self._choose(after)
        if had_focus and after is not None and after is not before:
            after.take_focus()
            self._area.ensureWidgetVisible(after, GAP, 0)

    def select(self, item_id: str) -> None:
        """Choose a step, without a word about it, and bring it into view."""
        if item_id == self.chosen and (not item_id or self._is_chosen(item_id)):
            return
        self.chosen = item_id
        column = self._column_of(item_id)
        self._choose(column)
        if column is not None:
            self._area.ensureWidgetVisible(column, GAP, 0)

    def take_focus(self) -> None:
        """Bring the keys to the chosen step, or to the first column."""
        (self._column_of(self.chosen) or self.columns[COLUMNS[0]]).take_focus()

    def sizeHint(self) -> QSize:
        """Room for the columns."""
        return QSize(self.look.px(1000), self.look.px(560))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, columns of finished steps fold."""
        super().resizeEvent(event)
        self._fold()

    # -- making it ----------------------------------------------------------------------------------------

    def _make_area(self) -> QScrollArea:
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(10, 8, 10, 2)
        row.setSpacing(GAP)
        for column in self.columns.values():
            row.addWidget(column, 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(_("Board"))
        area.setWidget(ground)
        ground.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        return area

    def _join(self, column: Column) -> None:
        view, status = column.view, column.status
        view.item_selected.connect(self._take_choice)
        view.opened.connect(self._open)
        view.marked.connect(self._mark)
        view.key_pressed.connect(partial(self._press, column))
        column.add_wished.connect(lambda: self.add_requested.emit({"status": status}))
        column.step_dropped.connect(partial(self._drop, status))
        column.moved.connect(partial(self._go, column))
        column.fold_wished.connect(partial(self._want_folded, column))
        column.dragged_over.connect(lambda: self._area.ensureWidgetVisible(column, GAP, 0))

    # -- choosing -----------------------------------------------------------------------------------------

    def _column_of(self, item_id: str) -> Column | None:
        item = self.shown.outline.get(item_id) if item_id else None
        column = self.columns.get(item.status, self.columns[COLUMNS[0]]) if item is not None else None
        return column if column is not None and column.holds(item_id) else None

    def _is_chosen(self, item_id: str) -> bool:
        column = self._column_of(item_id)
        return column is not None and column.view.chosen == item_id

    def _choose(self, column: Column | None) -> None:
        """Have the chosen step marked in its column, and nothing in the others."""
        if column is not None:
            column.reveal(self.chosen)
        for one in self.columns.values():
            one.view.select(self.chosen if one is column else "")

    def _take_choice(self, item_id: str) -> None:
        if item_id != self.chosen:
            self.chosen = item_id
            self._choose(self._column_of(item_id))
            self.item_selected.emit(item_id)

    def _focused(self) -> Column | None:
        return next((one for one in self.columns.values() if one.view.hasFocus() or one.strip.hasFocus()), None)

    # -- keys and drags -----------------------------------------------------------------------------------

    def _press(self, column: Column, event: QKeyEvent) -> None:
        way, held = SIDES.get(Qt.Key(event.key())), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if way is None or held not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier):
            return
        event.accept()
        if held == Qt.KeyboardModifier.NoModifier:
            self._go(column, way)
        elif (row := column.view.row()) is not None and row.item is not None:
            self._move(row.item.id, beside(column.status, way))

    def _go(self, column: Column, way: int) -> None:
        """To the card beside, at the height of this one; also into an empty column, so that a step can begin there."""
        other = self.columns[beside(column.status, way)]
        if other is column:
            return
        other.take_focus()
        self._area.ensureWidgetVisible(other, GAP, 0)
        if not other.folded:
            other.view.go_near(0 if column.folded else column.view.current_height())

    def _drop(self, status: str, item_id: str) -> None:
        self._move(item_id, status)

    def _move(self, item_id: str, status: str) -> None:
        item = self.shown.outline.get(item_id)
        if item is not None and item.status != status and not self.closed:
            self.change_requested.emit(item_id, "status", status)

    def _open(self, row: Row) -> None:
        if row.item is not None:
            self.panel_requested.emit("")

    def _mark(self, row: Row) -> None:
        if row.item is not None:
            self.mark_done(row.item)

    # -- folding ------------------------------------------------------------------------------------------

    def _want_folded(self, column: Column, folded: bool) -> None:
        had_focus = self._focused() is column
        self._wanted[column.status] = folded
        self._fold()
        if had_focus:
            column.take_focus()

    def _fold(self) -> None:
        """Fold what somebody wants folded, and, where the columns have no room beside each other, those that are over."""
        px = self.look.px
        room = self.width() - 24
        wide, narrow = px(LEAST) + GAP, px(FOLDED) + GAP
        spare = room - wide * len(COLUMNS)
        for status in reversed(COLUMNS):
            column = self.columns[status]
            folded = self._wanted.get(status, column.finished and spare < 0)
            spare += wide - narrow if folded else 0
            if folded != column.folded:
                column.set_folded(folded)


def around(shown: Shown) -> tuple[object, ...]:
    """What cards say besides their step: names, today, and what they are part of."""
    above = [(one.id, one.what) for one in shown.outline.below() if one.level != "action"]
    return shown.names, shown.today, above
