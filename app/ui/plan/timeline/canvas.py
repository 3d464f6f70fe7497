"""The timeline's picture as a widget: what it shows, from where, and what a screen reader hears of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from gettext import gettext as _

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.model.groups import groups_of
from app.model.plan import Outline
from app.model.time_axis import Axis
from app.model.timeline import Row
from app.ui.plan.shown import Shown
from app.ui.plan.timeline.camera import Camera, Frame, row_at
from app.ui.plan.timeline.letters import Letters
from app.ui.plan.timeline.moves import Drag
from app.ui.plan.timeline.paint import TimelinePaint
from app.ui.plan.timeline.scene import TimelineScene, make_scene, unfolded
from app.ui.plan.timeline.words import range_words
from app.ui.theme import Look
from app.ui.who.picture import PictureView

ZOOM = 1.25


class TimelineCanvas(PictureView[str]):
    """The picture: what it shows, and from where. Mouse and keys are `TimelineView`'s.

    Signal: `camera_moved()` when other days or rows are seen.
    """

    camera_moved = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Timeline of the plan"), parent)
        self._letters = Letters(look)
        self.scene: TimelineScene = make_scene(Shown(Outline(()), {}, groups_of(), date.today()))
        self.camera = Camera(Axis(8.0, float(date.today().toordinal())))
        self._fitted = True
        self.drag: Drag | None = None
        self.hand: QPointF | None = None
        look.look_changed.connect(self._restyle)

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_plan(self, shown: Shown) -> None:
        """Show the plan as it is now; what was chosen, folded and seen stays so."""
        empty = not self.scene.timeline.rows
        self.scene = make_scene(shown, self.scene.chosen, self.scene.folded, self.scene.timeline)
        self.stop = self.scene.chosen if self.scene.chosen in self.scene.timeline.places else None
        self.drag = None
        if empty and self._fitted:
            self.fit()
        self.look_at(self.camera)

    def select(self, item_id: str) -> None:
        """Choose an item and bring it into view; nothing is announced."""
        if item_id == self.scene.chosen and (not item_id or item_id in self.scene.timeline.places):
            return
        self.scene = replace(unfolded(self.scene, item_id), chosen=item_id)
        self.stop = item_id if item_id in self.scene.timeline.places else None
        self.bring(item_id)

    def frame_now(self) -> Frame:
        """How the room is shared out."""
        return Frame.of(self.look, QRectF(self.rect()))

    def paint(self) -> TimelinePaint:
        """What draws the picture of now."""
        moved: dict[int, Row] = {}
        if self.drag is not None and self.drag.grip.place < len(self.scene.timeline.rows):
            place = self.drag.grip.place
            moved[place] = self.drag.shown(self.scene.timeline.rows[place])
        return TimelinePaint(self.look, self._letters, self.scene, self.camera, self.frame_now(), moved)

    # -- camera -------------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show all days of the plan."""
        self._fitted = True
        fitted = Camera.fitted(self.look, self.frame_now(), self.scene.timeline, self.scene.shown.today)
        self.look_at(replace(fitted, top=self.camera.top))

    def zoom(self, steps: float, around: float | None = None) -> None:
        """Make days wider or narrower by some steps around a place, in pixels from the chart's left, or its middle."""
        self._fitted = False
        middle = self.frame_now().chart.width() / 2 if around is None else around
        self.look_at(self.camera.zoomed(self.look, ZOOM**steps, middle))

    def pan(self, across: float, down: float) -> None:
        """Move the picture by pixels."""
        self._fitted = self._fitted and not across
        self.look_at(self.camera.panned(across, down))

    def go_to_today(self) -> None:
        """Bring today into the middle; the days keep their width."""
        self._fitted = False
        axis, today = self.camera.axis, self.scene.shown.today
        left = today.toordinal() + 0.5 - self.frame_now().chart.width() / axis.day / 2
        self.look_at(replace(self.camera, axis=Axis(axis.day, left)))

    def bring(self, item_id: str) -> None:
        """Move the picture no more than it takes to see a row and its bar."""
        frame, place = self.frame_now(), self.scene.timeline.places.get(item_id)
        if place is None:
            self.update()
            return
        top = place * frame.row
        lowest = top + frame.row - frame.chart.height()
        camera = replace(self.camera, top=min(max(self.camera.top, lowest), top))
        row = self.scene.timeline.rows[place]
        if row.first is not None and row.last is not None:
            start, end, air = camera.axis.x_of(row.first), camera.axis.end_of(row.last), frame.chart.width() * 0.1
            if end < 0 or start > frame.chart.width():
                self._fitted = False
                aim = air if end - start > frame.chart.width() - 2 * air or start > 0 else frame.chart.width() / 3
                camera = camera.panned(aim - start, 0.0)
        self.look_at(camera)

    def look_at(self, camera: Camera) -> None:
        """See the plan from here, or from as near to it as there is something to see."""
        self.camera = camera.kept(self.frame_now(), self.scene.timeline, self.scene.shown.today)
        self.camera_moved.emit()
        self.update()

    # -- drawing ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The timeline; over it the day of what is dragged, and the focus."""
        painter, paint = QPainter(self), self.paint()
        paint.draw(painter)
        if not self.scene.timeline.rows:
            self._say_empty(painter)
        if self.drag is not None and self.hand is not None:
            row = paint.row(self.drag.grip.place)
            paint.draw_flag(painter, range_words(row, self.scene.shown.today), self.hand)
        else:
            self.paint_focus(painter)

    def _say_empty(self, painter: QPainter) -> None:
        words = _("No step is shown. Clear the filter, or add a step.")
        if self.scene.shown.found is None:
            words = _("There is no step yet. Add one, and give it a day.")
        painter.setFont(self.look.font())
        painter.setPen(self.look.colour("muted"))
        room = QRectF(self.rect()).adjusted(20, 60, -20, -20)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), words)

    @property
    def told(self) -> TimelineScene:
        """The scene of now."""
        return self.scene

    def is_chosen(self, stop: str) -> bool:
        """Whether a row is the chosen one."""
        return stop == self.scene.chosen

    def describe(self, stop: str, state: QAccessible.State) -> None:
        """Whether a row is folded."""
        row = self.scene.row(stop)
        if row is not None and row.opens:
            state.expandable = True  # type: ignore[attr-defined]
            state.expanded, state.collapsed = not row.folded, row.folded  # type: ignore[attr-defined]

    def box_of(self, stop: str) -> QRectF:
        """A row, in pixels of the widget."""
        place = self.scene.timeline.places.get(stop)
        if place is None:
            return QRectF()
        frame = self.frame_now()
        top = frame.chart.top() + place * frame.row - self.camera.top
        return QRectF(4, top + 3, self.width() - 8, frame.row - 7)

    def stop_under(self, at: QPointF) -> str | None:
        """The row at a point."""
        place = row_at(self.frame_now(), self.camera, self.scene.timeline, at)
        return self.scene.stops[place] if place is not None else None

    # -- small things -------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Room for a plan of a year."""
        return QSize(self.look.px(900), self.look.px(520))

    def minimumSizeHint(self) -> QSize:
        """Smaller than this nothing can be told apart."""
        return QSize(self.look.px(300), self.look.px(150))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole plan in view unless the person chose another view."""
        super().resizeEvent(event)
        self._refit()

    def _restyle(self) -> None:
        self._letters.clear()
        self._refit()

    def _refit(self) -> None:
        if self._fitted:
            self.fit()
        else:
            self.look_at(self.camera)
