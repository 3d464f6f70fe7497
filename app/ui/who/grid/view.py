"""The grid as a widget: partners are placed by mouse and by keys alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from gettext import gettext as _

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.model.partner import Partner
from app.ui.theme import Look
from app.ui.who.circle.scene import Stop
from app.ui.who.circle.steps import ARROWS
from app.ui.who.grid.paint import GridPaint
from app.ui.who.grid.scene import GridScene, make_grid_scene, moved_marks, next_dot
from app.ui.who.picture import PictureView


class GridView(PictureView[Stop]):
    """Signals: `partner_selected(str)`, `panel_requested()`, `marks_requested(str, object, object)` (partner, interest,
    influence; both None for not judged).
    """

    partner_selected = Signal(str)
    panel_requested = Signal()
    marks_requested = Signal(str, object, object)

    def __init__(
        self, look: Look, name_of: Callable[[Partner], str], *, closed: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, _("Grid of interest and influence"), parent)
        self._closed, self._name_of = closed, name_of
        self.scene: GridScene = make_grid_scene((), name_of)
        self._pressed: QPointF | None = None
        self._hand: QPointF | None = None
        self._dragged = ""
        look.look_changed.connect(self.update)

    def show_partners(self, partners: Iterable[Partner]) -> None:
        """Show these; what was chosen stays chosen while it is there."""
        before, scene = self.scene, make_grid_scene(partners, self._name_of)
        chosen = before.chosen if before.chosen in scene.partners else ""
        self.scene = replace(scene, found=before.found, chosen=chosen)
        self.stop = self.stop if self.stop in scene.stops else None
        self.update()

    def select(self, partner_id: str) -> None:
        """Choose a partner; nothing is announced."""
        known = partner_id in self.scene.partners
        self.scene = replace(self.scene, chosen=partner_id if known else "")
        self.stop = Stop(partner=partner_id) if known else None
        self.update()

    def set_found(self, found: frozenset[str] | None) -> None:
        """Let only these stand out; None for all."""
        self.scene = replace(self.scene, found=found)
        self.update()

    def paint(self) -> GridPaint:
        """What draws the picture of now."""
        return GridPaint(self.look, self.scene, QRectF(self.rect()))

    @property
    def told(self) -> GridScene:
        """The scene of now."""
        return self.scene

    def stop_under(self, at: QPointF) -> Stop | None:
        """The dot at a point of the widget."""
        return self.paint().stop_at(at)

    def box_of(self, stop: Stop) -> QRectF:
        """Where a dot is, in pixels of the widget."""
        paint = self.paint()
        at, size = paint.at(stop), paint.dot * 1.3
        return QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size)

    # -- keys and mouse -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from dot to dot; with Alt they move the chosen one; Delete takes the judgement back."""
        way, chosen = ARROWS.get(event.key()), self.scene.chosen
        if way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            marks = moved_marks(self.scene, chosen, way)
            if marks is not None and not self._closed:
                self.marks_requested.emit(chosen, *marks)
        elif way is not None:
            stop = next_dot(self.scene, self.stop, way, self.paint().at)
            if stop is not None:
                self._go(stop)
        elif event.key() == Qt.Key.Key_Delete and chosen in self.scene.grid.seats and not self._closed:
            self.marks_requested.emit(chosen, None, None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen:
            self.panel_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self._dragged:
            self._drop()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a dot, and take hold of it."""
        stop = self.paint().stop_at(event.position())
        if stop is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(stop)
            self._pressed = event.position()
            self._dragged = "" if self._closed else stop.partner

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the dot."""
        if self._dragged and self._pressed is not None:
            far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            self._hand = event.position() if far or self._hand is not None else None
            self.update()
        else:
            self.show_cursor(self.stop_under(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Place the dot where it is now; beside the grid it is not judged any more."""
        dragged, hand = self._dragged, self._hand
        self._drop()
        if not dragged or hand is None:
            return
        paint = self.paint()
        marks = paint.marks_at(event.position())
        seat = self.scene.grid.seats.get(dragged)
        if marks is not None and (seat is None or (seat.interest, seat.influence) != marks):
            self.marks_requested.emit(dragged, *marks)
        elif marks is None and seat is not None and paint.tray.contains(event.position()):
            self.marks_requested.emit(dragged, None, None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Everything about a partner."""
        if self.paint().stop_at(event.position()) is not None:
            self.panel_requested.emit()

    # -- drawing ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The grid, over it the dragged dot and the focus."""
        painter, paint = QPainter(self), self.paint()
        dragging = bool(self._dragged) and self._hand is not None
        paint.draw(painter, paint.marks_at(self._hand) if dragging and self._hand is not None else None)
        if dragging and self._hand is not None:
            paint.draw_hand(painter, self._hand, self.scene.partners[self._dragged].form)
        else:
            self.paint_focus(painter)

    def sizeHint(self) -> QSize:
        """Room for the square and those who wait."""
        return QSize(self.look.px(640), self.look.px(500))

    def minimumSizeHint(self) -> QSize:
        """Smaller than this nothing can be told apart."""
        return QSize(self.look.px(280), self.look.px(220))

    def _go(self, stop: Stop) -> None:
        self.stop = stop
        if stop.partner != self.scene.chosen:
            self.scene = replace(self.scene, chosen=stop.partner)
            self.partner_selected.emit(stop.partner)
        self.update()
        self.say()

    def _drop(self) -> None:
        self._pressed, self._hand, self._dragged = None, None, ""
        self.update()
