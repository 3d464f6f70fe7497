"""Where the arrow keys lead in the circle: from dot to dot, and, for a dot that is moved, from place to place."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import Qt

from app.model.circle import RINGS
from app.ui.who.circle.scene import Scene, Stop

LEFT, RIGHT, UP, DOWN, FIRST, LAST = "left", "right", "up", "down", "first", "last"
ARROWS = {
    Qt.Key.Key_Left.value: LEFT,
    Qt.Key.Key_Right.value: RIGHT,
    Qt.Key.Key_Up.value: UP,
    Qt.Key.Key_Down.value: DOWN,
    Qt.Key.Key_Home.value: FIRST,
    Qt.Key.Key_End.value: LAST,
}
# Which way the picture is moved, in quarters of its room, so that what lies there comes into view.
PANS = {LEFT: (1, 0), RIGHT: (-1, 0), UP: (0, 1), DOWN: (0, -1)}


def next_stop(scene: Scene, stop: Stop | None, way: str) -> Stop | None:
    """Left and right go around the circle; up goes to the nearest dot further in, down to the nearest further out."""
    stops = scene.stops
    if not stops:
        return None
    if stop not in stops or way in (FIRST, LAST):
        return stops[-1 if way == LAST else 0]
    if way in (LEFT, RIGHT):
        return stops[(stops.index(stop) + (1 if way == RIGHT else -1)) % len(stops)]
    return _nearest(scene, stop, 1 if way == DOWN else -1) or stop


def next_place(scene: Scene, partner_id: str, way: str) -> tuple[int, int] | None:
    """The wedge and ring that a partner's dot is moved to; None where there is none that way."""
    seat = scene.circle.seats.get(partner_id)
    if seat is None:
        return None
    wedge, ring = seat.wedge, seat.ring
    if way in (LEFT, RIGHT):
        return (wedge + (1 if way == RIGHT else -1)) % len(scene.groups), ring
    ring += {UP: -1, DOWN: 1}.get(way, 0)
    return (wedge, ring) if 0 <= ring < len(RINGS) and ring != seat.ring else None


def _nearest(scene: Scene, stop: Stop, way: int) -> Stop | None:
    seats = scene.circle.seats
    here = seats.get(stop.partner)
    if here is None:
        return None
    others = [
        (hypot(one.x - here.x, one.y - here.y), key) for key, one in seats.items() if (one.ring - here.ring) * way > 0
    ]
    return scene.stop_of(min(others)[1]) if others else None
