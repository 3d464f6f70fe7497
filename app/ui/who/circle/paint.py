"""Draws the circle: ground, ties, dots and names. It knows nothing of mouse and keys."""

from __future__ import annotations

from collections.abc import Iterable
from gettext import gettext as _
from math import cos, hypot, radians, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF

from app.model.circle import DOT, SPACING, Seat, Wedge
from app.model.labels import Box, Wish, place_labels
from app.model.tie import Tie
from app.ui.theme import Look
from app.ui.who.circle.camera import Camera
from app.ui.who.circle.fitting import WRAP, Lettering, group_boxes, group_words
from app.ui.who.circle.scene import Scene, Stop

LEAST_DOT, MOST_DOT = 4.5, 13.0
# Of the way to the next dot's middle, so much is a dot's own; its edge and corners need the rest.
MOST_SHARE = 0.36
# How strongly a ring's ground is tinted, from the middle outwards.
TINTS = (1.0, 0.78, 0.58, 0.4, 0.25)
FILLED_RINGS = 2
MOST_NAMES = 800
# Five lines that can be told apart without their colours.
TIE_LOOKS = {
    "works-with": ("blue", Qt.PenStyle.SolidLine),
    "refers-to": ("blue", Qt.PenStyle.DashLine),
    "funds": ("gold", Qt.PenStyle.DashDotLine),
    "sits-with": ("muted", Qt.PenStyle.DotLine),
    "trusts": ("ok", Qt.PenStyle.DashDotDotLine),
}
Align = Qt.AlignmentFlag


class CirclePaint:
    """One picture of a scene through a camera, within `room` (the whole widget)."""

    def __init__(self, look: Look, scene: Scene, camera: Camera, room: QRectF, names: Lettering) -> None:
        """`names` is how the groups' names are set, from `fitted`."""
        self._look, self._scene, self._camera, self._room, self._names = look, scene, camera, room, names
        # Where the groups' names had to shrink, the partners' do too.
        self._name_pixels = min(look.text.small, names.pixels)
        self._small = QFontMetrics(look.font(self._name_pixels))
        self._boxes: dict[int, QRectF] | None = None
        self.dot = dot_size(camera)

    def draw(self, painter: QPainter, lit: tuple[int, int] | None = None) -> None:
        """Everything; `lit` is the wedge and ring that a dragged dot is over."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, lit)
        self._draw_ties(painter)
        self._draw_core(painter)
        self._draw_dots(painter)
        self._draw_names(painter)
        self._draw_group_names(painter)

    def at(self, seat: Seat) -> QPointF:
        """Where a dot's middle is."""
        return self._camera.to_screen(seat.x, seat.y)

    def draw_dot(self, painter: QPainter, at: QPointF, form: str, *, filled: bool, size: float | None = None) -> None:
        """A partner's dot."""
        draw_dot(painter, self._look, at, form, size or self.dot, filled=filled)

    # -- ground -----------------------------------------------------------------------------------------------

    def _draw_ground(self, painter: QPainter, lit: tuple[int, int] | None) -> None:
        look, circle = self._look, self._scene.circle
        seam = QPen(look.colour("surface"), 2)
        for place, wedge in enumerate(circle.wedges):
            if place in circle.empty:
                self._draw_gap(painter, wedge)
                continue
            for level, ring in enumerate(circle.rings):
                ground = QColor(look.colour("primary_soft"))
                ground.setAlphaF(TINTS[level])
                painter.setPen(seam)
                painter.setBrush(ground)
                painter.drawPath(self._part(wedge, ring.inner, ring.outer))
        if lit is not None:
            ring = circle.rings[lit[1]]
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.setBrush(look.colour("gold_soft"))
            painter.drawPath(self._part(circle.wedges[lit[0]], ring.inner, ring.outer))

    def _draw_gap(self, painter: QPainter, wedge: Wedge) -> None:
        look, rings = self._look, self._scene.circle.rings
        path = self._part(wedge, rings[0].inner, rings[-1].outer)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("warn_soft"))
        painter.drawPath(path)
        hatch = QColor(look.colour("warn"))
        hatch.setAlphaF(0.28)
        painter.setPen(QPen(look.colour("warn"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QBrush(hatch, Qt.BrushStyle.BDiagPattern))
        painter.drawPath(path)

    def _part(self, wedge: Wedge, inner: float, outer: float) -> QPainterPath:
        camera, turn = self._camera, wedge.end - wedge.start
        path = QPainterPath()
        for number, radius in enumerate((outer * camera.scale, inner * camera.scale)):
            box = QRectF(camera.x - radius, camera.y - radius, 2 * radius, 2 * radius)
            if number == 0:
                path.arcMoveTo(box, 90 - wedge.start)
                path.arcTo(box, 90 - wedge.start, -turn)
            else:
                path.arcTo(box, 90 - wedge.end, turn)
        path.closeSubpath()
        return path

    def _draw_core(self, painter: QPainter) -> None:
        look, circle, camera = self._look, self._scene.circle, self._camera
        radius = self._core()
        if radius <= 0:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("primary"))
        painter.drawEllipse(QPointF(camera.x, camera.y), radius, radius)
        everything = sum(bool(one.key) for one in circle.wedges)
        count = everything - len(circle.empty)
        said = (_("{count} of {all}\ngroups"), _("{count} of {all}"), "{count}/{all}")
        for words in (one.format(count=count, all=everything) for one in said):
            # The same stands above the picture: where it cannot be read here, it is left out.
            if self._write_core(painter, words, radius):
                break

    def _write_core(self, painter: QPainter, words: str, radius: float) -> bool:
        text, room = self._look.text, QRectF(0, 0, 2 * radius, 2 * radius)
        for pixels in range(text.small, text.tiny - 1, -1):
            font = self._look.font(pixels, bold=True)
            box = QFontMetrics(font).boundingRect(room.toRect(), int(Align.AlignCenter), words)
            if hypot(box.width(), box.height()) <= 2 * radius:
                painter.setFont(font)
                painter.setPen(self._look.colour("on_primary"))
                room.moveCenter(QPointF(self._camera.x, self._camera.y))
                painter.drawText(room, int(Align.AlignCenter), words)
                return True
        return False

    def _core(self) -> float:
        return self._scene.circle.rings[0].inner * self._camera.scale - 4

    # -- ties, dots, names ------------------------------------------------------------------------------------

    def _draw_ties(self, painter: QPainter) -> None:
        seats = self._scene.circle.seats
        for tie in self._scene.drawn_ties():
            role, style = TIE_LOOKS.get(tie.sort, ("blue", Qt.PenStyle.SolidLine))
            chosen = self._scene.chosen in (tie.from_partner, tie.to_partner)
            colour = QColor(self._look.colour(role))
            colour.setAlphaF(1.0 if chosen or not self._scene.chosen else 0.35)
            painter.setPen(QPen(colour, 2 if chosen else 1.2, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            start, end = self.at(seats[tie.from_partner]), self.at(seats[tie.to_partner])
            painter.drawPath(self._curve(start, end))

    def _curve(self, start: QPointF, end: QPointF) -> QPainterPath:
        """Bent towards the middle of the circle."""
        bend = (start + end) / 2
        middle = QPointF(self._camera.x, self._camera.y)
        path = QPainterPath(start)
        path.quadTo(bend + (middle - bend) * 0.45, end)
        return path

    def _draw_dots(self, painter: QPainter) -> None:
        scene, look = self._scene, self._look
        room = self._room.adjusted(-20, -20, 20, 20)
        for partner_id, seat in scene.circle.seats.items():
            at = self.at(seat)
            if not room.contains(at):
                continue
            if partner_id == scene.chosen:
                draw_halo(painter, look, at, self.dot)
            painter.setOpacity(1.0 if scene.shows(partner_id) else 0.22)
            self.draw_dot(painter, at, scene.partners[partner_id].form, filled=seat.ring < FILLED_RINGS)
        painter.setOpacity(1.0)

    def _draw_names(self, painter: QPainter) -> None:
        names = [(self._name(key, self._scene), box) for key, box in self.labels().items()]
        draw_names(painter, self._look, self._name_pixels, names)

    def labels(self) -> dict[str, Box]:
        """Where names find room, by partner; the chosen one and those it is tied to come first, then from the middle outwards."""
        first = self._first()
        scene, seats, size = self._scene, self._scene.circle.seats, self.dot * 1.15
        height = float(self._small.height())
        wishes: list[Wish] = []
        dots: list[Box] = []
        for key, seat in sorted(seats.items(), key=lambda one: (one[1].ring, one[0])):
            at = self.at(seat)
            if not self._room.contains(at):
                continue
            dots.append((at.x() - size, at.y() - size, at.x() + size, at.y() + size))
            if scene.shows(key):
                width = self._small.horizontalAdvance(self._name(key, scene)) + 8.0
                wishes.append(Wish(key, at.x(), at.y(), size, width, height))
        bounds = (self._room.left() + 2, self._room.top() + 2, self._room.right() - 2, self._room.bottom() - 2)
        core = max(0.0, self._core() * 0.8)
        dots.append((self._camera.x - core, self._camera.y - core, self._camera.x + core, self._camera.y + core))
        dots += [(box.left(), box.top(), box.right(), box.bottom()) for box in self.shown_group_boxes().values()]
        # Beyond these, counted from the middle, no name finds room on any screen.
        wishes = [one for n, one in enumerate(wishes) if n < MOST_NAMES or one.key in first]
        return place_labels(wishes, dots, bounds, first, surely=scene.chosen)

    def _first(self) -> list[str]:
        chosen = self._scene.chosen
        tied = [one for tie in self._scene.ties if chosen in (tie.from_partner, tie.to_partner) for one in _ends(tie)]
        return list(dict.fromkeys([chosen, *tied])) if chosen else []

    def _name(self, partner_id: str, scene: Scene) -> str:
        wide = self._name_pixels * 13
        return self._small.elidedText(scene.name_of(scene.partners[partner_id]), Qt.TextElideMode.ElideRight, wide)

    # -- groups -----------------------------------------------------------------------------------------------

    def group_boxes(self) -> dict[int, QRectF]:
        """Where the groups' names stand, by wedge: outside of the edge, on as many lines as they need."""
        return group_boxes(self._look, self._scene, self._camera, self._names)

    def shown_group_boxes(self) -> dict[int, QRectF]:
        """Those of them that are drawn. Where there is no room for all, fewer that can be read are better than all on top of
        each other, or cut in two; the gaps come first, and before them the group of whoever is chosen.
        """
        if self._boxes is None:
            seat = self._scene.circle.seats.get(self._scene.chosen)
            first = seat.wedge if seat is not None else -1
            empty = self._scene.circle.empty
            found: dict[int, QRectF] = {}
            boxes = self.group_boxes()
            for place in sorted(boxes, key=lambda one: (one != first, one not in empty, one)):
                box = boxes[place]
                if self._room.contains(box) and not any(box.intersects(one) for one in found.values()):
                    found[place] = box
            self._boxes = found
        return self._boxes

    def _draw_group_names(self, painter: QPainter) -> None:
        look = self._look
        for place, box in self.shown_group_boxes().items():
            gap = place in self._scene.circle.empty
            across = sin(radians(self._scene.circle.wedges[place].middle))
            side = Align.AlignLeft if across > 0.3 else Align.AlignRight if across < -0.3 else Align.AlignHCenter
            painter.setFont(look.font(self._names.pixels, bold=True))
            painter.setPen(look.colour("warn" if gap else "ink"))
            painter.drawText(box, WRAP | int(side) | int(Align.AlignVCenter), group_words(self._scene, place))


def dot_size(camera: Camera) -> float:
    """The radius of a dot: never so large that it reaches its neighbour's, edges and all."""
    return min(MOST_DOT, max(LEAST_DOT, DOT * camera.scale), SPACING * camera.scale * MOST_SHARE)


def edge_width(size: float) -> float:
    """The width of a dot's edge."""
    return max(min(1.4, size * 0.5), size * 0.22)


def draw_dot(painter: QPainter, look: Look, at: QPointF, form: str, size: float, *, filled: bool) -> None:
    """A person is round, an organisation square, a committee six-sided."""
    painter.setPen(QPen(look.colour("primary"), edge_width(size)))
    painter.setBrush(look.colour("primary" if filled else "surface"))
    if form == "organisation":
        side = size * 0.9
        painter.drawRoundedRect(QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side), side * 0.3, side * 0.3)
    elif form == "committee":
        turns, wide = [radians(n) for n in range(0, 360, 60)], 1.12 * size
        painter.drawPolygon(QPolygonF([QPointF(at.x() + wide * sin(n), at.y() - wide * cos(n)) for n in turns]))
    else:
        painter.drawEllipse(at, size, size)


def draw_halo(painter: QPainter, look: Look, at: QPointF, size: float) -> None:
    """The ground of the dot that is chosen."""
    halo = QColor(look.colour("gold"))
    halo.setAlphaF(0.45)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(halo)
    painter.drawEllipse(at, size * 1.8, size * 1.8)


def draw_names(painter: QPainter, look: Look, pixels: int, names: Iterable[tuple[str, Box]]) -> None:
    """Names on a thin ground of their own, so that lines behind them do not matter."""
    painter.setFont(look.font(pixels))
    ground = QColor(look.colour("surface"))
    ground.setAlphaF(0.82)
    for words, (left, top, right, bottom) in names:
        rect = QRectF(left, top, right - left, bottom - top)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(look.colour("ink"))
        painter.drawText(rect, int(Align.AlignCenter), words)


def stop_at(paint: CirclePaint, scene: Scene, at: QPointF) -> Stop | None:
    """The dot at a point of the screen, a little generously, or the empty wedge there or whose name is there."""
    reach = max(paint.dot * 1.3, 9.0)
    near = [(one, paint.at(seat) - at) for one, seat in scene.circle.seats.items()]
    hits = sorted(
        (away.x() ** 2 + away.y() ** 2, one) for one, away in near if abs(away.x()) < reach and abs(away.y()) < reach
    )
    if hits:
        return Stop(partner=hits[0][1], wedge=scene.circle.seats[hits[0][1]].wedge)
    named = next((place for place, box in paint.shown_group_boxes().items() if box.contains(at)), None)
    return Stop(wedge=named) if named is not None and named in scene.circle.empty else None


def _ends(tie: Tie) -> Iterable[str]:
    return tie.from_partner, tie.to_partner
