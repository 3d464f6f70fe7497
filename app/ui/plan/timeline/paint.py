"""Draws the timeline: grounds, lines, bars, names and the head of days. It knows nothing of mouse and keys."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.model.time_axis import bands, ticks
from app.model.timeline import Row, Wait
from app.model.timeline_boxes import Box, Point, bar_box, way
from app.ui.plan.timeline.bars import GAP, Around, BarPaint
from app.ui.plan.timeline.camera import Camera, Frame, seen_rows
from app.ui.plan.timeline.head import HeadPaint
from app.ui.plan.timeline.letters import Letters
from app.ui.plan.timeline.scene import TimelineScene
from app.ui.plan.timeline.words import name_of
from app.ui.plan.words import LEVEL_ICONS, STATUS_ICONS
from app.ui.theme import Look

Align = Qt.AlignmentFlag
# Beyond so many rows between two ends nobody follows a line with the eye; it is drawn straight down.
MOST_BETWEEN = 60


class TimelinePaint:
    """One picture of a scene through a camera. `moved` are rows as they are while a hand drags them, by place."""

    def __init__(
        self,
        look: Look,
        letters: Letters,
        scene: TimelineScene,
        camera: Camera,
        frame: Frame,
        moved: Mapping[int, Row] | None = None,
    ) -> None:
        self._look, self._letters, self._scene = look, letters, scene
        self._camera, self._frame, self._moved = camera, frame, moved or {}
        self.axis, self.width = camera.axis, frame.chart.width()
        self.head = HeadPaint(look, letters, self.axis, frame, scene.shown.today)
        self.step = self.head.step
        self.bars = BarPaint(look, letters, scene.shown, self.axis, self.width)
        self._lines: list[QRectF] = []
        self._waits: list[Wait] = []
        self._rows = seen_rows(frame, camera, scene.timeline)

    def draw(self, painter: QPainter) -> None:
        """Everything."""
        self._waits, self._lines = self._seen_waits(), []
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(self._frame.chart)
        painter.translate(self._frame.chart.left(), 0)
        self._draw_ground(painter)
        self._draw_waits(painter)
        self._draw_today(painter)
        self.bars.around = self._around()
        for place in self._rows:
            top = self.top_of(place)
            self.bars.draw(painter, self.row(place), top, self._frame.row)
        painter.restore()
        self._draw_names(painter)
        self.head.draw(painter)

    # -- where things are ---------------------------------------------------------------------------------------

    def row(self, place: int) -> Row:
        """A row as it is shown now."""
        return self._moved.get(place) or self._scene.timeline.rows[place]

    def top_of(self, place: int) -> float:
        """Where a row begins, from the widget's top."""
        return self._frame.chart.top() + place * self._frame.row - self._camera.top

    def box_of(self, place: int) -> Box | None:
        """Where a row's bar is: x from the chart's left, y from the widget's top."""
        top = self.top_of(place)
        return bar_box(self.row(place), top, top + self._frame.row, self.axis)

    def chevron(self, place: int) -> QRectF:
        """Where a row's sign for folding is."""
        size, top = self._look.px(16), self.top_of(place)
        left = self._frame.names.left() + self._look.px(10) + self._indent(self.row(place))
        return QRectF(left, top + (self._frame.row - size) / 2, size, size)

    def _indent(self, row: Row) -> float:
        """As in the outline, but never so far that nothing is left for the name."""
        return min(row.depth * self._look.px(18), self._frame.names.width() * 0.3)

    def _icon_left(self, place: int) -> float:
        """Beside the sign for folding; a line that has none needs no room for it."""
        chevron = self.chevron(place)
        return chevron.right() + self._look.px(3) if self.row(place).opens else chevron.left() + self._look.px(9)

    def name_room(self, place: int) -> QRectF:
        """Where a row's name is."""
        left = self._icon_left(place) + self._look.px(22)
        return QRectF(left, self.top_of(place), self._frame.names.right() - left - self._look.px(8), self._frame.row)

    # -- ground -------------------------------------------------------------------------------------------------

    def _draw_ground(self, painter: QPainter) -> None:
        look, chart = self._look, self._frame.chart
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRectF(0, chart.top(), self.width, chart.height()), look.colour("surface"))
        chosen = self._scene.timeline.places.get(self._scene.chosen)
        band = look.colour("raised")
        for left, right in bands(self.axis, self.width, self.step):
            painter.fillRect(QRectF(left, chart.top(), right - left, chart.height()), band)
        if chosen is not None:
            place = QRectF(0, self.top_of(chosen), self.width, self._frame.row)
            painter.fillRect(place, look.colour("primary_soft"))
        line = QColor(look.colour("line"))
        line.setAlphaF(0.7)
        painter.setPen(QPen(line, 1))
        for tick in ticks(self.axis, self.width, self.step):
            if tick.left > 0:
                painter.drawLine(QPointF(round(tick.left), chart.top()), QPointF(round(tick.left), chart.bottom()))
        for place in self._rows:
            y = round(self.top_of(place) + self._frame.row) - 1
            painter.drawLine(QPointF(0, y), QPointF(self.width, y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _draw_today(self, painter: QPainter) -> None:
        x = self.head.today
        self._lines.append(QRectF(x - 1, self._frame.chart.top(), 2, self._frame.chart.height()))
        painter.setPen(QPen(self._look.colour("gold"), 2))
        painter.drawLine(QPointF(x, self._frame.chart.top()), QPointF(x, self._frame.chart.bottom()))

    # -- what waits for what ------------------------------------------------------------------------------------

    def _draw_waits(self, painter: QPainter) -> None:
        chosen = self._scene.timeline.places.get(self._scene.chosen, -1)
        for wait in self._waits:
            points = self._way(wait)
            if points is not None and max(x for x, _y in points) >= 0 and min(x for x, _y in points) <= self.width:
                self._draw_wait(painter, points, backwards=wait.backwards, strong=chosen in wait[:2])

    def _seen_waits(self) -> list[Wait]:
        """Those that have something to do with a row that is seen, also when both ends are beyond it."""
        start, stop = self._rows.start, self._rows.stop
        return [
            one
            for one in self._scene.timeline.waits
            if (one[0] >= start or one[1] >= start) and (one[0] < stop or one[1] < stop)
        ]

    def _around(self) -> Around:
        rows = self._scene.timeline.rows
        leaving = {rows[one.awaited].item.id for one in self._waits}
        coming = {rows[one.waiter].item.id for one in self._waits}
        return Around(self._lines, leaving, coming, self._scene.chosen)

    def _way(self, wait: Wait) -> list[Point] | None:
        start, end = self.box_of(wait.awaited), self.box_of(wait.waiter)
        if start is None or end is None:
            return None
        low, high = sorted((wait.awaited, wait.waiter))
        between = range(low + 1, high) if high - low <= MOST_BETWEEN else range(0)
        others = [box for box in map(self.box_of, between) if box is not None]
        down, row = wait.waiter > wait.awaited, self._frame.row
        near_end = self.top_of(wait.waiter) + (0 if down else row)
        near_start = self.top_of(wait.awaited) + (row if down else 0)
        return way(start, end, (near_end, near_start), others, self._look.px(GAP))

    def _draw_wait(self, painter: QPainter, points: list[Point], *, backwards: bool, strong: bool) -> None:
        look = self._look
        role = "warn" if backwards else "ink" if strong else "edge"
        style = Qt.PenStyle.DashLine if backwards else Qt.PenStyle.SolidLine
        seen = [QPointF(min(max(x, -99.0), self.width + 99.0), y) for x, y in points]
        painter.setPen(QPen(look.colour(role), 2.0 if strong else 1.3, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(seen))
        self._lines += [QRectF(a, b).normalized().adjusted(-1, -1, 1, 1) for a, b in pairwise(seen)]
        tip, size = QPointF(*points[-1]), look.px(5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(role))
        painter.drawPolygon(QPolygonF((tip, tip + QPointF(-size, -size * 0.7), tip + QPointF(-size, size * 0.7))))
        if backwards:
            x, size = points[-1][0] - look.px(GAP) - look.px(17), look.px(14)
            look.paint_icon(painter, QRectF(x, points[-1][1] - size / 2, size, size), "triangle-alert", "warn")

    # -- names --------------------------------------------------------------------------------------------------

    def _draw_names(self, painter: QPainter) -> None:
        look, names = self._look, self._frame.names
        painter.save()
        painter.setClipRect(names)
        painter.fillRect(names, look.colour("surface"))
        for place in self._rows:
            self._draw_name(painter, place)
        painter.restore()
        painter.fillRect(QRectF(names.right() - 1, self._frame.head.top(), 1, 99_999), look.colour("line"))

    def _draw_name(self, painter: QPainter, place: int) -> None:
        look, row, names, top = self._look, self.row(place), self._frame.names, self.top_of(place)
        item = row.item
        if item.id == self._scene.chosen:
            painter.fillRect(QRectF(names.left(), top, names.width(), self._frame.row), look.colour("primary_soft"))
            painter.fillRect(QRectF(names.left(), top, 3, self._frame.row), look.colour("primary"))
        bottom = round(top + self._frame.row) - 1
        painter.fillRect(QRectF(names.left(), bottom, names.width(), 1), look.colour("line"))
        chevron = self.chevron(place)
        if row.opens:
            look.paint_icon(painter, chevron, "chevron-right" if row.folded else "chevron-down", "muted")
        passes = self._scene.shown.passes(item)
        icon = LEVEL_ICONS.get(item.level) or STATUS_ICONS.get(item.status, "circle")
        beside = QRectF(self._icon_left(place), chevron.top(), look.px(16), look.px(16))
        look.paint_icon(painter, beside, icon, "ink" if passes else "muted")
        room, bold = self.name_room(place), item.level != "action"
        setting = self._letters.set(item.what or name_of(item), room.width(), bold=bold)
        font = self._letters.font(setting.pixels, bold=bold)
        if item.status == "dropped":
            font = look.font(setting.pixels, bold=bold)
            font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(look.colour("ink" if passes and item.status != "dropped" else "muted"))
        flags = int(Align.AlignLeft | Align.AlignVCenter)
        painter.drawText(room, flags, "\n".join(setting.lines))

    def draw_flag(self, painter: QPainter, words: str, at: QPointF) -> None:
        """A small label beside the hand, within the picture."""
        look = self._look
        wide, high = self._letters.width(words, look.text.small, bold=True) + look.px(18), float(look.px(26))
        right = self._frame.chart.right()
        x = min(max(at.x() - wide / 2, self._frame.chart.left()), right - wide)
        y = max(self._frame.head.bottom() - high, at.y() - look.px(44))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("ink"))
        painter.drawRoundedRect(QRectF(x, y, wide, high), 6, 6)
        painter.setFont(self._letters.font(look.text.small, bold=True))
        painter.setPen(look.colour("surface"))
        painter.drawText(QRectF(x, y, wide, high), int(Align.AlignCenter), words)
