"""Draws the grid: its four fields with their names, the dots, and those who wait beside it."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from app.model.circle import DOT, SPACING
from app.model.grid import FIELDS, MARKS
from app.model.labels import Box, Wish, place_labels
from app.ui.theme import Look
from app.ui.who.circle.paint import draw_dot, draw_halo, draw_names
from app.ui.who.circle.scene import Stop
from app.ui.who.grid.scene import GridScene

Align = Qt.AlignmentFlag
# The square is at most so many times as wide as it is high.
WIDEST = 2.6


class GridPaint:
    """One picture of a scene within `room` (the whole widget)."""

    def __init__(self, look: Look, scene: GridScene, room: QRectF) -> None:
        self._look, self._scene, self._room = look, scene, room
        edge, head, foot = look.px(34), look.px(28), look.px(42)
        # Wider than high where there is room: names stand beside their dots.
        share = 0.7 if scene.grid.waiting else 0.86
        height = max(look.px(70), room.height() - head - foot)
        width = max(look.px(120), min(room.width() * share - edge, height * WIDEST))
        self.square = QRectF(room.left() + edge, room.top() + head, width, height)
        left = self.square.right() + look.px(26)
        self.tray = QRectF(left, self.square.top(), max(1.0, room.right() - left - look.px(12)), height)
        self._across, self._down = width / scene.grid.size, height / scene.grid.size
        self.dot = max(4.5, min(11.0, DOT * min(self._across, self._down)))
        self._pixels = min(look.text.small, max(look.text.tiny, round(height / 22)))
        self._small = QFontMetrics(look.font(self._pixels))

    def at(self, stop: Stop) -> QPointF:
        """Where a dot's middle is."""
        seat = self._scene.grid.seats.get(stop.partner)
        if seat is not None:
            return self.square.topLeft() + QPointF(seat.x * self._across, seat.y * self._down)
        step = max(self.dot * 2 + 8, SPACING * 0.8)
        across = max(1, int(self.tray.width() // step))
        number = self._scene.grid.waiting.index(stop.partner)
        top = self.tray.top() + self._head()
        return QPointF(self.tray.left() + (number % across + 0.5) * step, top + (number // across + 0.5) * step)

    def marks_at(self, at: QPointF) -> tuple[int, int] | None:
        """Interest and influence at a point of the screen."""
        inside = at - self.square.topLeft()
        return self._scene.grid.at(inside.x() / self._across, inside.y() / self._down)

    def stop_at(self, at: QPointF) -> Stop | None:
        """The dot at a point, a little generously."""
        reach = max(self.dot * 1.4, 9.0)
        hits = [((self.at(one) - at).manhattanLength(), one.partner) for one in self._scene.stops]
        near = min(hits, default=(reach + 1, ""))
        return Stop(partner=near[1]) if near[0] <= reach else None

    def draw(self, painter: QPainter, lit: tuple[int, int] | None = None) -> None:
        """Everything; `lit` is the square that a dragged dot is over."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_fields(painter, lit)
        self._draw_axes(painter)
        self._draw_tray(painter)
        self._draw_dots(painter)
        self._draw_names(painter)

    def _head(self) -> float:
        return self._look.px(46)

    def _draw_fields(self, painter: QPainter, lit: tuple[int, int] | None) -> None:
        look, square = self._look, self.square
        wide, high = square.width() / MARKS, square.height() / MARKS
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QColor(look.colour("primary_soft"))
        for interest in range(MARKS):
            for influence in range(MARKS):
                # The more of both, the stronger: the same ground as the middle of the circle.
                ground.setAlphaF(0.2 + 0.1 * (interest + influence))
                painter.setBrush(ground)
                box = QRectF(square.left() + interest * wide, square.bottom() - (influence + 1) * high, wide, high)
                painter.drawRect(box.adjusted(1, 1, -1, -1))
        if lit is not None:
            painter.setBrush(look.colour("gold_soft"))
            box = QRectF(square.left() + (lit[0] - 1) * wide, square.bottom() - lit[1] * high, wide, high)
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.setFont(self._field_font())
        painter.setPen(look.colour("muted"))
        for words, box in self._field_names():
            painter.drawText(box, int(Align.AlignCenter), words)

    def _field_font(self) -> QFont:
        """As large as two names fit beside each other."""
        look = self._look
        pixels = min(look.text.small, max(look.text.tiny, round(self.square.width() / 26)))
        return look.font(pixels, bold=True)

    def _field_names(self) -> list[tuple[str, QRectF]]:
        """The four fields' names at their corners, outside of the square, where no dot can lie on them."""
        metrics, square = QFontMetrics(self._field_font()), self.square
        away = self._look.px(4)
        found: list[tuple[str, QRectF]] = []
        for name, right, low in FIELDS:
            words = _(name)
            width, height = metrics.horizontalAdvance(words) + 4, metrics.height()
            left = square.right() - width if right else square.left()
            found.append(
                (words, QRectF(left, square.bottom() + away if low else square.top() - away - height, width, height))
            )
        return found

    def _draw_axes(self, painter: QPainter) -> None:
        look, square = self._look, self.square
        painter.setFont(look.font(look.text.small, bold=True))
        painter.setPen(look.colour("ink"))
        metrics = painter.fontMetrics()
        corners = [box for _words, box in self._field_names() if box.top() > square.bottom()]
        left, right = min(box.right() for box in corners), max(box.left() for box in corners)
        below = QRectF(left, corners[0].top(), max(0.0, right - left), corners[0].height())
        said = (_("Interest: little → much"), _("Interest →"))
        words = next((one for one in said if metrics.horizontalAdvance(one) + look.px(8) <= below.width()), "")
        if not words:
            words, below = said[-1], QRectF(square.left(), below.bottom(), square.width(), below.height())
        painter.drawText(below, int(Align.AlignCenter), words)
        painter.save()
        painter.translate(square.left() - look.px(18), square.center().y())
        painter.rotate(-90)
        half = square.height() / 2
        beside = QRectF(-half, -look.px(13), 2 * half, look.px(26))
        said = (_("Influence: little → much"), _("Influence →"))
        words = next((one for one in said if metrics.horizontalAdvance(one) <= 2 * half), said[-1])
        painter.drawText(beside, int(Align.AlignCenter), words)
        painter.restore()

    def _draw_tray(self, painter: QPainter) -> None:
        if not self._scene.grid.waiting:
            return
        look = self._look
        painter.setPen(look.colour("muted"))
        painter.setFont(look.font(look.text.small))
        head = QRectF(self.tray.left(), self.tray.top(), self.tray.width(), self._head())
        words = _("Not judged yet: {count}").format(count=len(self._scene.grid.waiting))
        painter.drawText(head, int(Qt.TextFlag.TextWordWrap), words)

    def _draw_dots(self, painter: QPainter) -> None:
        scene, look = self._scene, self._look
        for stop in scene.stops:
            at = self.at(stop)
            if stop.partner == scene.chosen:
                draw_halo(painter, look, at, self.dot)
            painter.setOpacity(1.0 if scene.shows(stop.partner) else 0.22)
            form = scene.partners[stop.partner].form
            draw_dot(painter, look, at, form, self.dot, filled=stop.partner in scene.grid.seats)
        painter.setOpacity(1.0)

    def _draw_names(self, painter: QPainter) -> None:
        draw_names(painter, self._look, self._pixels, [(self._name(key), box) for key, box in self.labels().items()])

    def labels(self) -> dict[str, Box]:
        """Where names find room: of the judged, and of the chosen one wherever it is."""
        scene, size = self._scene, self.dot * 1.15
        dots: list[Box] = []
        wishes: list[Wish] = []
        for stop in scene.stops:
            at = self.at(stop)
            dots.append((at.x() - size, at.y() - size, at.x() + size, at.y() + size))
            if scene.shows(stop.partner) and (stop.partner in scene.grid.seats or stop.partner == scene.chosen):
                width = self._small.horizontalAdvance(self._name(stop.partner)) + 8.0
                wishes.append(Wish(stop.partner, at.x(), at.y(), size, width, float(self._small.height())))
        dots += [(box.left(), box.top(), box.right(), box.bottom()) for _words, box in self._field_names()]
        room = self._room
        bounds = (room.left() + 2, room.top() + 2, room.right() - 2, room.bottom() - 2)
        first = [scene.chosen] if scene.chosen else []
        return place_labels(wishes, dots, bounds, first, surely=scene.chosen)

    def _name(self, partner_id: str) -> str:
        words = self._scene.name_of(self._scene.partners[partner_id])
        return self._small.elidedText(words, Qt.TextElideMode.ElideRight, self._pixels * 12)

    def draw_hand(self, painter: QPainter, at: QPointF, form: str) -> None:
        """The dot that is dragged."""
        painter.setPen(QPen(self._look.colour("primary"), 2))
        draw_dot(painter, self._look, at, form, self.dot * 1.3, filled=True)
