"""Fits the circle with its groups' names into a room: as large as it goes, and no name smaller than can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from math import cos, radians, sin

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics

from app.ui.theme import Look
from app.ui.who.circle.camera import LEAST, MOST, Camera
from app.ui.who.circle.scene import Scene

WRAP = int(Qt.TextFlag.TextWordWrap)
# A group's name is broken into lines of about so many times its letters' height: narrow, or flat.
EMS = (8.0, 12.0)
# The circle itself takes this share of the room, before its names may be as large as they like; with less than the other it
# is shown in part.
GOOD_SHARE, LEAST_SHARE = 0.76, 0.5
# A name may be so many times its letters' height away from its place, where its neighbours need that; in a small room, more.
AWAY, FAR_AWAY = 1.3, 2.6
# Looking for the largest circle ends after so many halvings: then it is right to a pixel.
HALVINGS = 9
# The circle's radius in times its letters' height: with less than the first hardly a partner's name finds room, and it is
# shown in part, with the second.
LEAST_EMS, PART_EMS = 7.5, 11.0
# How much larger than the room the circle is tried, until every name finds its place.
GROWTH, TRIES = 1.06, 40


@dataclass(frozen=True, slots=True)
class Lettering:
    """How the groups' names are set: `pixels` is their size, `ems` the width of a line in letters' heights."""

    pixels: int
    ems: float = EMS[0]


@dataclass(frozen=True, slots=True)
class Fit:
    """`camera` shows as much as can be read; `whole` shows the circle from edge to edge, where names may be left out.

    The two are the same wherever the room is large enough.
    """

    camera: Camera
    whole: Camera
    names: Lettering


def fitted(look: Look, scene: Scene, room: QRectF) -> Fit:
    """The largest names at which the circle still takes a good share of the room, or else the largest circle."""
    least = look.text.tiny
    best: Fit | None = None
    for pixels in range(look.text.body, least - 1, -max(1, round(look.scale))):
        for ems in EMS:
            fit = _fit(look, scene, room, Lettering(pixels, ems), AWAY)
            if fit is not None and (best is None or fit.camera.scale > best.camera.scale):
                best = fit
        if best is not None and _share(best.camera, scene, room) >= GOOD_SHARE:
            break
    if best is None:
        tight = [_fit(look, scene, room, Lettering(least, ems), FAR_AWAY) for ems in EMS]
        best = max((one for one in tight if one is not None), key=lambda one: one.camera.scale, default=None)
    return best or _larger_than(look, scene, room, least)


def group_words(scene: Scene, place: int) -> str:
    """A group's name, and that nobody sits there."""
    name = scene.groups[place].label
    return _("{group}\nno one yet").format(group=name) if place in scene.circle.empty else name


def group_boxes(look: Look, scene: Scene, camera: Camera, names: Lettering) -> dict[int, QRectF]:
    """Where the groups' names stand around the circle; the corner or side nearest to it lies on the wedge's own ray, or, where
    another name is there already, a little above or below that.
    """
    return _Around(look, scene, names).boxes(camera)


class _Around:
    """The groups' names around a circle of any size."""

    def __init__(self, look: Look, scene: Scene, names: Lettering) -> None:
        self._away, self._radius = look.px(10), scene.circle.radius
        angles = [one.middle for one in scene.circle.wedges]
        self._rays = [(sin(radians(one)), -cos(radians(one))) for one in angles]
        metrics = QFontMetrics(look.font(names.pixels, bold=True))
        self._sizes = [_size(metrics, group_words(scene, place), names) for place in range(len(angles))]

    def boxes(self, camera: Camera) -> dict[int, QRectF]:
        """Each name's box, by wedge: from the circle's sides towards its top and bottom each moves on from those before it."""
        radius = self._radius * camera.scale + self._away
        found: dict[int, QRectF] = {}
        for place in sorted(range(len(self._rays)), key=lambda one: abs(self._rays[one][1])):
            (across, down), size = self._rays[place], self._sizes[place]
            left = camera.x + across * radius - size.width() * (1 - _aside(across)) / 2
            top = camera.y + down * radius - size.height() * (1 - down) / 2
            box = QRectF(left, top, size.width(), size.height())
            found[place] = _moved_on(box, list(found.values()), upwards=down < 0)
        return found

    def farthest(self, camera: Camera) -> float:
        """How far, in pixels, a name is from where it would be without the others."""
        radius, found = self._radius * camera.scale + self._away, 0.0
        for place, box in self.boxes(camera).items():
            down, high = self._rays[place][1], self._sizes[place].height()
            found = max(found, abs(box.top() - camera.y - down * radius + high * (1 - down) / 2))
        return found

    def extent(self, scale: float) -> QRectF:
        """What circle and names take up around the circle's middle."""
        radius = self._radius * scale
        found = QRectF(-radius, -radius, 2 * radius, 2 * radius)
        for box in self.boxes(Camera(scale)).values():
            found = found.united(box)
        return found

    def largest(self, room: QRectF) -> Camera:
        """The camera at which all of it just fits into a room, in the middle of it."""
        # The circle alone is never larger than this.
        low, high = LEAST, max(LEAST, min(MOST, min(room.width(), room.height()) / (2 * self._radius)))
        for _turn in range(HALVINGS):
            scale = (low + high) / 2
            extent = self.extent(scale)
            fits = extent.width() <= room.width() and extent.height() <= room.height()
            low, high = (scale, high) if fits else (low, scale)
        extent = self.extent(low)
        return Camera(low, room.center().x() - extent.center().x(), room.center().y() - extent.center().y())


def _fit(look: Look, scene: Scene, room: QRectF, names: Lettering, away: float) -> Fit | None:
    around = _Around(look, scene, names)
    inner = _inner(look, room)
    camera = around.largest(inner)
    small = scene.circle.radius * camera.scale < LEAST_EMS * names.pixels
    if small or _share(camera, scene, room) < LEAST_SHARE or around.farthest(camera) > away * names.pixels:
        return None
    return Fit(camera, camera, names)


def _share(camera: Camera, scene: Scene, room: QRectF) -> float:
    return 2 * scene.circle.radius * camera.scale / max(1.0, min(room.width(), room.height()))


def _larger_than(look: Look, scene: Scene, room: QRectF, pixels: int) -> Fit:
    """For a room too low or narrow: the smallest circle around which all names can be read, seen from its top."""
    inner = _inner(look, room)
    round_alone = min(inner.width(), inner.height()) / (2 * scene.circle.radius)
    whole = Camera(max(LEAST, min(MOST, round_alone)), room.center().x(), room.center().y())
    # As only a part is seen, the dots may as well be as far apart as their own names need.
    start = max(whole.scale, min(MOST, PART_EMS * pixels / scene.circle.radius))
    found: list[tuple[float, Lettering, QRectF]] = []
    for ems in EMS:
        around, scale = _Around(look, scene, Lettering(pixels, ems)), start
        for _turn in range(TRIES):
            if around.farthest(Camera(scale)) <= AWAY * pixels:
                break
            scale = min(MOST, scale * GROWTH)
        found.append((scale, Lettering(pixels, ems), around.extent(scale)))
    scale, names, extent = min(found, key=lambda one: one[0])
    across = inner.center().x() - extent.center().x() if extent.width() <= inner.width() else room.center().x()
    down = inner.center().y() - extent.center().y() if extent.height() <= inner.height() else inner.top() - extent.top()
    return Fit(Camera(scale, across, down), whole, names)


def _inner(look: Look, room: QRectF) -> QRectF:
    edge = look.px(8)
    return room.adjusted(edge, edge, -edge, -edge)


def _aside(across: float) -> float:
    """How far to its own side a name stands; those at the top and the bottom stand off from each other."""
    return max(-1.0, min(1.0, across * 2.2))


def _moved_on(box: QRectF, others: Sequence[QRectF], *, upwards: bool) -> QRectF:
    """Above or below all others that it would touch."""
    for one in sorted(others, key=lambda other: other.top(), reverse=upwards):
        if box.intersects(one):
            box = box.translated(0, one.top() - box.bottom() - 1 if upwards else one.bottom() - box.top() + 1)
    return box


def _size(metrics: QFontMetrics, words: str, names: Lettering) -> QSize:
    # As wide as the longest word asks for, so that none is broken; wider while the name stays on few lines.
    widest = max([names.ems * names.pixels, *(metrics.horizontalAdvance(one) for one in words.split())])
    box = metrics.boundingRect(QRect(0, 0, round(widest), 1000), WRAP, words)
    return QSize(box.width() + 4, box.height())
