"""The circle as a widget: looked at, moved, enlarged, and changed by mouse and by keys alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from gettext import gettext as _

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.model.circle import RINGS
from app.model.groups import Groups, groups_of
from app.model.partner import Partner
from app.model.tie import Tie
from app.ui.theme import Look
from app.ui.who.circle.camera import Camera
from app.ui.who.circle.fitting import Fit, Lettering, fitted
from app.ui.who.circle.paint import CirclePaint, stop_at
from app.ui.who.circle.scene import Scene, Stop, make_scene
from app.ui.who.circle.steps import ARROWS, PANS, next_place, next_stop
from app.ui.who.picture import PictureView

STEP = 1.25
# Above this many dots and ties the picture is moved as a whole, and drawn anew when the hand rests.
MANY, REST_MS = 400, 140
Key = Qt.Key


class CircleView(PictureView[Stop]):
    """Signals: `partner_selected(str)`, `panel_requested()`, `menu_requested(Stop, QPoint)` (a point of the screen),
    `move_requested(str, str, str)` (partner, group, involvement), `step_requested(str)` and `partner_requested(str)` (group).
    """

    partner_selected = Signal(str)
    panel_requested = Signal()
    menu_requested = Signal(object, object)
    move_requested = Signal(str, str, str)
    step_requested = Signal(str)
    partner_requested = Signal(str)

    def __init__(
        self, look: Look, name_of: Callable[[Partner], str], *, closed: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, _("Circle of partners"), parent)
        self._closed = closed
        self._name_of = name_of
        self.scene: Scene = make_scene((), (), name_of, groups_of())
        self.camera = Camera()
        self._fit = Fit(Camera(), Camera(), Lettering(look.text.body))
        self._fits: object = None
        # Whether the picture follows the room, and whether it then shows everything instead of what can be read.
        self._fitted, self._all = True, False
        self._picture: QPixmap | None = None
        self._taken = Camera()
        self._pressed: QPointF | None = None
        self._dragged = ""
        self._hand: QPointF | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._draw_anew)
        look.look_changed.connect(self._restyle)

    # -- what is shown ----------------------------------------------------------------------------------------

    def show_partners(self, partners: Iterable[Partner], ties: Iterable[Tie], groups: Groups) -> None:
        """Show these; what was chosen stays chosen while it is there."""
        before = self.scene
        scene = make_scene(partners, ties, self._name_of, groups)
        chosen = before.chosen if before.chosen in scene.circle.seats else ""
        self.scene = replace(scene, found=before.found, all_ties=before.all_ties, chosen=chosen)
        if self.stop is not None and self.stop not in self.scene.stops:
            self.stop = self.scene.stop_of(self.stop.partner) if self.stop.partner else None
        if self._fitted:
            self.fit()
        self._draw_soon()

    def select(self, partner_id: str) -> None:
        """Choose a partner and bring the dot into view; nothing is announced."""
        self.scene = replace(self.scene, chosen=partner_id if partner_id in self.scene.circle.seats else "")
        self.stop = self.scene.stop_of(partner_id)
        self._bring(self.stop)
        self._draw_anew()

    def go_to_group(self, group: str) -> None:
        """Choose the first dot of a group, or its gap. A group that nobody knows changes nothing."""
        wedges = [one.key for one in self.scene.groups]
        found = next((one for one in self.scene.stops if group in wedges and one.wedge == wedges.index(group)), None)
        if found is not None:
            self._go(found)

    def set_found(self, found: frozenset[str] | None) -> None:
        """Let only these stand out; None for all."""
        self.scene = replace(self.scene, found=found)
        self._draw_soon()

    def set_all_ties(self, wanted: bool) -> None:
        """Draw every tie, or those of the chosen partner alone."""
        self.scene = replace(self.scene, all_ties=wanted)
        self._draw_anew()

    def paint(self) -> CirclePaint:
        """What draws the picture of now."""
        # Names that had to be small around the whole circle grow with it.
        least = self._fit.names.pixels
        grown = round(least * max(1.0, self.camera.scale / self._fit.camera.scale))
        names = replace(self._fit.names, pixels=max(least, min(self.look.text.body, grown)))
        return CirclePaint(self.look, self.scene, self.camera, QRectF(self.rect()), names)

    # -- camera -----------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show the circle as large as its room; where that is too low for the groups' names, as much of it as can be read, with
        whoever is chosen.
        """
        self._fitted = True
        scene, room = self.scene, QRectF(self.rect())
        fits = (room, scene.groups, scene.circle.empty, scene.circle.radius, self.look.scale)
        # Most edits change nothing that it depends on.
        if fits != self._fits:
            self._fit, self._fits = fitted(self.look, scene, room), fits
        self.camera = self._fit.whole if self._all else self._fit.camera
        self._bring(self.stop)
        self._draw_soon()

    def show_whole(self) -> None:
        """Show the circle from edge to edge; once more, as much of it as can be read."""
        self._all = not (self._fitted and self._all) and self._fit.whole != self._fit.camera
        self.fit()

    def zoom(self, steps: float, around: QPointF | None = None) -> None:
        """Enlarge or shrink by some steps around a point of the widget, or around its middle."""
        self._fitted = False
        self.camera = self.camera.zoomed(STEP**steps, around or QRectF(self.rect()).center())
        self._move_picture()

    def pan(self, across: float, down: float) -> None:
        """Move the picture by pixels."""
        self._fitted = False
        self.camera = self.camera.moved(across, down)
        self._move_picture()

    # -- keys -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from dot to dot; with Alt they move the chosen partner, with Shift the picture; plus, minus and 0 are the
        camera's.
        """
        way = ARROWS.get(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and way in PANS:
            across, down = PANS[way]
            self.pan(across * self.width() / 4, down * self.height() / 4)
        elif way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            cell = None if self._closed else next_place(self.scene, self.scene.chosen, way)
            if cell is not None:
                self._ask_move(self.scene.chosen, cell)
        elif way is not None:
            stop = next_stop(self.scene, self.stop, way)
            if stop is not None:
                self._go(stop)
        elif not self._do_by_keys(event.key()):
            super().keyPressEvent(event)

    def _do_by_keys(self, key: int) -> bool:
        stop = self.stop
        if key in (Key.Key_Plus, Key.Key_Equal, Key.Key_Minus):
            self.zoom(-1 if key == Key.Key_Minus else 1)
        elif key == Key.Key_0:
            self.show_whole()
        elif key == Key.Key_Escape and self._dragged:
            self._drop()
        elif stop is None:
            return False
        elif key in (Key.Key_Return, Key.Key_Enter) and stop.partner:
            self.panel_requested.emit()
        elif key in (Key.Key_Return, Key.Key_Enter, Key.Key_Menu):
            self._ask_menu(stop)
        elif key in (Key.Key_S, Key.Key_P) and not stop.partner and not self._closed:
            wish = self.step_requested if key == Key.Key_S else self.partner_requested
            wish.emit(self.scene.groups[stop.wedge].key)
        else:
            return False
        return True

    def _go(self, stop: Stop) -> None:
        self.stop = stop
        if stop.partner != self.scene.chosen:
            self.scene = replace(self.scene, chosen=stop.partner)
            self.partner_selected.emit(stop.partner)
        self._bring(stop)
        self._draw_anew()
        self.say()

    # -- mouse ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a dot or a gap; elsewhere the picture is taken hold of."""
        self._pressed = self._hand = event.position()
        stop = self.stop_under(event.position())
        if stop is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(stop)
            self._dragged = stop.partner if stop.partner and not self._closed else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a dot, or the picture."""
        at = event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self.show_cursor(self.stop_under(at))
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._dragged:
            self._hand = at if far else self._hand
            self.update()
        elif far or self._hand != self._pressed:
            before, self._hand = self._hand or at, at
            self.pan(at.x() - before.x(), at.y() - before.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop a dot where it is now; a press on a gap offers what can be done."""
        pressed, dragged, at = self._pressed, self._dragged, event.position()
        moved = pressed is not None and (at - pressed).manhattanLength() >= QApplication.startDragDistance()
        self._drop()
        if dragged and moved:
            cell = self.scene.circle.at(*self.camera.to_circle(at))
            if cell is not None:
                self._ask_move(dragged, cell)
        elif not moved and pressed is not None:
            stop = self.stop_under(at)
            by_right = event.button() == Qt.MouseButton.RightButton
            if stop is not None and by_right:
                self._go(stop)
            if stop is not None and (by_right or not stop.partner):
                self._ask_menu(stop, at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Everything about a partner."""
        stop = self.stop_under(event.position())
        if stop is not None and stop.partner:
            self.panel_requested.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Enlarge around the pointer."""
        self.zoom(event.angleDelta().y() / 120, event.position())
        event.accept()

    # -- drawing ----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, moved along while the hand is at it; over it the dragged dot and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._dragged and self._hand is not None and self._hand != self._pressed:
            self._paint_drag(painter, self._hand)
            return
        if self._picture is None:
            self._picture = self._draw_picture()
        if self._taken == self.camera:
            painter.drawPixmap(0, 0, self._picture)
        else:
            by = self.camera.scale / self._taken.scale
            painter.translate(self.camera.x - self._taken.x * by, self.camera.y - self._taken.y * by)
            painter.scale(by, by)
            painter.drawPixmap(0, 0, self._picture)
            painter.resetTransform()
        self.paint_focus(painter)

    def _paint_drag(self, painter: QPainter, hand: QPointF) -> None:
        paint = self.paint()
        cell = self.scene.circle.at(*self.camera.to_circle(hand))
        paint.draw(painter, cell)
        form = self.scene.partners[self._dragged].form
        paint.draw_dot(painter, hand, form, filled=cell is not None and cell[1] < 2, size=paint.dot * 1.3)

    @property
    def told(self) -> Scene:
        """The scene of now."""
        return self.scene

    def is_chosen(self, stop: Stop) -> bool:
        """A gap can be gone to, not chosen."""
        return stop == self.stop and bool(stop.partner)

    def box_of(self, stop: Stop) -> QRectF:
        """Where a stop is, in pixels of the widget."""
        paint = self.paint()
        if not stop.partner:
            return paint.group_boxes()[stop.wedge]
        at, size = paint.at(self.scene.circle.seats[stop.partner]), paint.dot * 1.3
        return QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size)

    def _draw_picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.look.colour("surface"))
        painter = QPainter(picture)
        self.paint().draw(painter)
        painter.end()
        self._taken = self.camera
        return picture

    def _draw_anew(self) -> None:
        self._picture = None
        self.update()

    def _draw_soon(self) -> None:
        """At once, or where so many are drawn that it would hold up the typing, when the hand rests."""
        if self._picture is None or len(self.scene.circle.seats) + len(self.scene.drawn_ties()) <= MANY:
            self._draw_anew()
        else:
            self._rest.start()

    def _move_picture(self) -> None:
        self._draw_soon()
        self.update()

    # -- small things -----------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Square, and of a readable size."""
        return QSize(self.look.px(560), self.look.px(560))

    def minimumSizeHint(self) -> QSize:
        """Smaller than this nothing can be told apart."""
        return QSize(self.look.px(280), self.look.px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole circle in view unless the person chose another view."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
        self._draw_anew()

    def _restyle(self) -> None:
        if self._fitted:
            self.fit()
        self._draw_anew()

    def stop_under(self, at: QPointF) -> Stop | None:
        """The dot at a point, or the gap."""
        found = stop_at(self.paint(), self.scene, at)
        cell = self.scene.circle.at(*self.camera.to_circle(at))
        if found is None and cell is not None and cell[0] in self.scene.circle.empty:
            return Stop(wedge=cell[0])
        return found

    def _bring(self, stop: Stop | None) -> None:
        """Move the picture when a stop is out of sight."""
        if stop is None or stop not in self.scene.stops:
            return
        box, room = self.box_of(stop), QRectF(self.rect())
        if self._fitted and room.contains(box):
            return
        room = room.adjusted(20, 20, -20, -20)
        across = max(0.0, room.left() - box.left()) or min(0.0, room.right() - box.right())
        down = max(0.0, room.top() - box.top()) or min(0.0, room.bottom() - box.bottom())
        if across or down:
            self.camera = self.camera.moved(across, down)

    def _drop(self) -> None:
        self._pressed, self._hand, self._dragged = None, None, ""
        self.update()

    def _ask_move(self, partner_id: str, cell: tuple[int, int]) -> None:
        seat = self.scene.circle.seats.get(partner_id)
        if seat is not None and (seat.wedge, seat.ring) != cell:
            self.move_requested.emit(partner_id, self.scene.groups[cell[0]].key, RINGS[cell[1]])

    def _ask_menu(self, stop: Stop, at: QPointF | None = None) -> None:
        place = at or self.box_of(stop).center()
        self.menu_requested.emit(stop, self.mapToGlobal(place.toPoint()))
