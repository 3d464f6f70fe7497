"""The timeline as it is used: chosen, folded, moved, enlarged and changed by mouse and by keys alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.model.item import Item
from app.model.plan import FINISHED
from app.model.timeline import Part
from app.ui.plan.shown import Shown
from app.ui.plan.timeline.camera import row_at
from app.ui.plan.timeline.canvas import TimelineCanvas
from app.ui.plan.timeline.keys import ARROWS, FOLDS, next_row
from app.ui.plan.timeline.moves import MOVES, REACH, Drag, Grip, grip_at, held_keys, moved_by_keys
from app.ui.plan.timeline.scene import folding, unfolded
from app.ui.theme import Look

Key, Cursor, Left = Qt.Key, Qt.CursorShape, Qt.MouseButton.LeftButton


class TimelineView(TimelineCanvas):
    """Signals: `item_selected(str)`, `panel_requested(str)` (a field, or "" for the first), `change_requested(str, str, object)`
    and `changes_requested(str, object)` (item, fields).
    """

    item_selected = Signal(str)
    panel_requested = Signal(str)
    change_requested = Signal(str, str, object)
    changes_requested = Signal(str, object)

    def __init__(self, look: Look, *, closed: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._closed = closed
        self._pressed: QPointF | None = None
        self._grip: Grip | None = None

    def show_plan(self, shown: Shown) -> None:
        """Show the plan as it is now; what was in the hand is let go of, since it may be gone."""
        self._drop()
        super().show_plan(shown)

    # -- keys ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from row to row and fold; held with Alt or Ctrl they move the chosen bar's days."""
        key, held = event.key(), held_keys(event.modifiers())
        sideways = FOLDS.get(key)
        if sideways is not None and held in MOVES:
            self._move_by_keys(held, sideways)
        elif sideways is not None and held == Qt.KeyboardModifier.ShiftModifier:
            self.pan(-sideways * self.frame_now().chart.width() / 4, 0.0)
        elif sideways is not None:
            self._fold_by_keys(sideways)
        elif key in ARROWS:
            page = max(1, int(self.frame_now().chart.height() // self.frame_now().row) - 1)
            found = next_row(self.scene, self.stop, ARROWS[key], page)
            if found is not None:
                self._go(found)
        elif not self._do_by_keys(key):
            super().keyPressEvent(event)

    def _do_by_keys(self, key: int) -> bool:
        row = self.scene.row(self.scene.chosen)
        if key in (Key.Key_Plus, Key.Key_Equal, Key.Key_Minus):
            self.zoom(-1 if key == Key.Key_Minus else 1)
        elif key == Key.Key_0:
            self.fit()
        elif key == Key.Key_T:
            self.go_to_today()
        elif key == Key.Key_Escape and self.drag is not None:
            self._drop()
        elif row is None:
            return False
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._ask_panel(row.item)
        elif key == Key.Key_Space and row.item.level == "action" and not self._closed:
            self.change_requested.emit(row.item.id, "status", "not-started" if row.item.status == "done" else "done")
        else:
            return False
        return True

    def _move_by_keys(self, held: Qt.KeyboardModifier, days: int) -> None:
        row = self.scene.row(self.scene.chosen)
        if row is None or self._closed:
            return
        changes = moved_by_keys(row.item, held, days, self.scene.shown.today) if _movable(row.item) else {}
        if changes:
            self.changes_requested.emit(row.item.id, changes)
            self.bring(row.item.id)
            self.say()

    def _fold_by_keys(self, sideways: int) -> None:
        row = self.scene.row(self.scene.chosen)
        if row is None:
            return
        if row.opens and row.folded == (sideways > 0):
            self.set_folded(row.item.id, sideways < 0)
        elif sideways > 0 and row.opens:
            self._go(self.scene.stops[self.scene.timeline.places[row.item.id] + 1])
        elif sideways < 0 and row.item.parent in self.scene.timeline.places:
            self._go(row.item.parent)

    def set_folded(self, item_id: str, folded: bool) -> None:
        """Show what lies below an item, or not."""
        self.scene = folding(self.scene, item_id, folded)
        if folded and self.scene.chosen and self.scene.chosen not in self.scene.timeline.places:
            self._go(item_id)
        self.stop = self.scene.chosen if self.scene.chosen in self.scene.timeline.places else None
        self.look_at(self.camera)
        self.say()

    def _go(self, item_id: str) -> None:
        self.stop = item_id
        if item_id != self.scene.chosen:
            self.scene = replace(self.scene, chosen=item_id)
            self.item_selected.emit(item_id)
        self.bring(item_id)
        self.say()

    def go_to_next(self, ids: Sequence[str]) -> None:
        """Choose the next one of some items after the chosen one, and begin again at the end."""
        if ids:
            after = ids.index(self.scene.chosen) + 1 if self.scene.chosen in ids else 0
            self.scene = unfolded(self.scene, ids[after % len(ids)])
            self._go(ids[after % len(ids)])
            self.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys begin somewhere: at the first row, when nothing is chosen."""
        if self.stop is None and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            first = next(iter(self.scene.stops), "")
            if first and not self.scene.chosen:
                self._go(first)
        super().focusInEvent(event)

    # -- mouse --------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row, fold it, take hold of its bar, or of the picture."""
        at, stop = event.position(), self.stop_under(event.position())
        if event.button() != Left:
            return
        self._pressed = self.hand = at
        if stop is None:
            return
        place = self.scene.timeline.places[stop]
        row = self.scene.timeline.rows[place]
        if row.opens and self.paint().chevron(place).adjusted(-6, -9, 6, 9).contains(at):
            self._pressed = None
            self.set_folded(stop, not row.folded)
            return
        self._go(stop)
        # What was chosen may have moved the picture; the hand is where it is.
        self._grip = self._grip_at(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a bar, or the picture."""
        at = event.position()
        if self._pressed is None or not event.buttons() & Left:
            self._show_grip(at)
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._grip is not None:
            if far or self.drag is not None:
                self._hold(self._grip, self._pressed, at)
        elif far or self.hand != self._pressed:
            before = self.hand or at
            self.setCursor(Cursor.ClosedHandCursor)
            self.pan(at.x() - before.x(), at.y() - before.y())
        self.hand = at

    def _hold(self, grip: Grip, pressed: QPointF, at: QPointF) -> None:
        left = self.frame_now().chart.left()
        axis = self.camera.axis
        item = self.scene.timeline.rows[grip.place].item
        self.drag = Drag(item, grip, axis.date_at(pressed.x() - left), axis.date_at(at.x() - left))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A bar that was dragged has its new days."""
        drag = self.drag
        changes = drag.changes() if drag is not None else {}
        self._drop()
        self._show_grip(event.position())
        if drag is not None and changes:
            self.changes_requested.emit(drag.item.id, changes)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Everything about a row."""
        stop = self.stop_under(event.position())
        row = self.scene.row(stop) if stop is not None else None
        self._drop()
        if row is not None:
            self._ask_panel(row.item)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the rows; with Shift or sideways the days; with Ctrl make the days wider or narrower."""
        turn, held = event.angleDelta(), event.modifiers()
        row = self.frame_now().row
        if held & Qt.KeyboardModifier.ControlModifier:
            self.zoom(turn.y() / 120, event.position().x() - self.frame_now().chart.left())
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self.pan((turn.y() or turn.x()) / 120 * row * 2, 0.0)
        else:
            self.pan(turn.x() / 120 * row * 2, turn.y() / 120 * row * 2)
        event.accept()

    def _grip_at(self, at: QPointF) -> Grip | None:
        frame = self.frame_now()
        place = row_at(frame, self.camera, self.scene.timeline, at)
        if self._closed or place is None or not frame.chart.contains(at):
            return None
        grip = grip_at(self.paint(), place, at - QPointF(frame.chart.left(), 0), self.look.px(REACH))
        return grip if grip is not None and _movable(self.scene.timeline.rows[place].item) else None

    def _show_grip(self, at: QPointF) -> None:
        """The pointer says what a press would take hold of."""
        grip, stop = self._grip_at(at), self.stop_under(at)
        if grip is not None:
            ends = {Part.ALL: Cursor.OpenHandCursor, None: Cursor.CrossCursor}
            self.setCursor(ends.get(grip.part, Cursor.SizeHorCursor))
        else:
            self.show_cursor(stop if at.x() < self.frame_now().chart.left() else None)

    def _drop(self) -> None:
        self._pressed, self.hand, self._grip, self.drag = None, None, None, None
        self.update()

    def _ask_panel(self, item: Item) -> None:
        bare = item.level == "action" and item.by is None and item.starts is None and not self._closed
        self.panel_requested.emit("by" if bare and item.status not in FINISHED else "")


def _movable(item: Item) -> bool:
    return item.level == "action" or item.by is not None or item.starts is not None
