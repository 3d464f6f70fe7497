"""The circle's geometry: wedges, rings and a seat for every partner, the same on the screen and on paper.

Lengths are in units of which a dot's radius is `DOT`; angles are degrees, clockwise from the top; x goes to the right and y
down, from the middle. A seat depends on the partner's id and on who was in the same wedge and ring before (ids made here
sort by the time they were made), so that a newcomer takes a free seat and nobody moves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import atan2, cos, degrees, floor, hypot, pi, radians, sin
from typing import Protocol

from app.model.schema import Choice

# Active in the middle, not yet asked at the edge. Who stepped back or said no has no seat: a circle hangs on walls.
RINGS = ("active", "committed", "interested", "asked", "not-asked")
DOT = 9.0
# From the middle of one dot to that of the next.
SPACING = 30.0
CORE = 62.0
# The width of a ring when few sit in it; it grows by a quarter until the fullest wedge has room to spare.
WIDTH, GROWTH, FULLEST = 62.0, 1.25, 0.7


class Seated(Protocol):
    """What the geometry asks of a partner."""

    @property
    def id(self) -> str: ...
    @property
    def group(self) -> str: ...
    @property
    def involvement(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Wedge:
    """A group's part of the circle. `key` is the group's."""

    key: str
    start: float
    end: float

    @property
    def middle(self) -> float:
        """The angle of its middle."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring between two radii. `key` is the involvement's."""

    key: str
    inner: float
    outer: float


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a partner's dot is."""

    x: float
    y: float
    wedge: int
    ring: int


@dataclass(frozen=True)
class Circle:
    """The whole picture. `seats` are by partner id; `empty` are the places in `wedges` that nobody sits in."""

    wedges: tuple[Wedge, ...]
    rings: tuple[Ring, ...]
    seats: Mapping[str, Seat] = field(default_factory=dict[str, Seat])
    empty: tuple[int, ...] = ()

    @property
    def radius(self) -> float:
        """From the middle to the edge."""
        return self.rings[-1].outer

    def at(self, x: float, y: float) -> tuple[int, int] | None:
        """The places of wedge and ring that a point lies in; the middle counts to the innermost ring, outside is None."""
        distance = hypot(x, y)
        if distance > self.radius or not self.wedges:
            return None
        angle = angle_of(x, y)
        wedge = next((n for n, one in enumerate(self.wedges) if one.start <= angle < one.end), len(self.wedges) - 1)
        ring = next((n for n, one in enumerate(self.rings) if distance <= one.outer), len(self.rings) - 1)
        return wedge, ring


def point(angle: float, radius: float) -> tuple[float, float]:
    """The point at an angle and a distance from the middle."""
    return radius * sin(radians(angle)), -radius * cos(radians(angle))


def angle_of(x: float, y: float) -> float:
    """The angle of a point, from 0 up to 360."""
    return degrees(atan2(x, -y)) % 360


def seat_all(groups: Sequence[str], partners: Iterable[Seated]) -> Circle:
    """The circle of some groups, in their order from the top; partners of other groups or without a seat's ring are left out."""
    turn = 360 / max(1, len(groups))
    wedges = tuple(Wedge(key, n * turn, (n + 1) * turn) for n, key in enumerate(groups))
    places = {key: n for n, key in enumerate(groups)}
    levels = {key: n for n, key in enumerate(RINGS)}
    cells: dict[tuple[int, int], list[str]] = {}
    for one in sorted(partners, key=lambda partner: partner.id):
        if one.group in places and one.involvement in levels:
            cells.setdefault((levels[one.involvement], places[one.group]), []).append(one.id)
    rings = _rings(cells, turn)
    seats: dict[str, Seat] = {}
    for (level, place), ids in cells.items():
        part = _seat(tuple(ids), rings[level], wedges[place])
        seats |= {one: Seat(x, y, place, level) for one, (x, y) in zip(ids, part, strict=True)}
    taken = {place for _level, place in cells}
    return Circle(wedges, rings, seats, tuple(n for n in range(len(wedges)) if n not in taken))


@dataclass(frozen=True, slots=True)
class _Ungrouped:
    """A partner whose group nobody knows (a newer program's, or a removed one) sits with those who have none."""

    id: str
    involvement: str
    group: str = ""


def seat_partners(groups: Sequence[Choice], partners: Iterable[Seated]) -> Circle:
    """The circle of `Groups.wedges`."""
    keys = [one.key for one in groups]
    known = set(keys)
    return seat_all(keys, (one if one.group in known else _Ungrouped(one.id, one.involvement) for one in partners))


def _rings(cells: Mapping[tuple[int, int], Sequence[str]], turn: float) -> tuple[Ring, ...]:
    # With many groups the middle grows, so that one dot fits into the narrowest part.
    inner = max(CORE, SPACING * 1.02 / radians(turn) - SPACING / 2)
    rings: list[Ring] = []
    for level, key in enumerate(RINGS):
        most = max((len(ids) for (one, _place), ids in cells.items() if one == level), default=0)
        width = WIDTH
        while len(_slots(inner, inner + width, 0, turn)) * FULLEST < most:
            width *= GROWTH
        rings.append(Ring(key, inner, inner + width))
        inner += width
    return tuple(rings)


def _slots(inner: float, outer: float, start: float, turn: float) -> list[tuple[float, float]]:
    """The seats of a wedge's part of a ring, as angle and radius: rows as far apart as dots, filled evenly."""
    rows = max(1, floor((outer - inner) / SPACING))
    gap = (outer - inner) / rows
    found: list[tuple[float, float]] = []
    for row in range(rows):
        radius = inner + gap * (row + 0.5)
        # The chord between two neighbours, and to the wedge's own edge, must leave room for both dots.
        count = max(1, floor(radius * turn * pi / 180 / (SPACING * 1.02)))
        step = turn / count
        found += [(start + step * (number + 0.5), radius) for number in range(count)]
    return found


# An edit changes one part or two; the others are not seated anew.
@lru_cache(maxsize=512)
def _seat(ids: tuple[str, ...], ring: Ring, wedge: Wedge) -> tuple[tuple[float, float], ...]:
    """Each takes the free seat that is nearest to the spot its id points at; who came earlier chooses first."""
    slots = _slots(ring.inner, ring.outer, wedge.start, wedge.end - wedge.start)
    free = [point(angle, radius) for angle, radius in slots]
    taken: list[tuple[float, float]] = []
    for one in ids:
        across, along = spot_of(one)
        angle = wedge.start + across * (wedge.end - wedge.start)
        x, y = point(angle, ring.inner + along * (ring.outer - ring.inner))
        distances = [(slot[0] - x) ** 2 + (slot[1] - y) ** 2 for slot in free]
        taken.append(free.pop(distances.index(min(distances))))
    return tuple(taken)


def spot_of(partner_id: str) -> tuple[float, float]:
    """Where in its part somebody would like to sit: anywhere, the same for ever, a little away from the edges."""
    digest = hashlib.blake2b(partner_id.encode(), digest_size=8).digest()
    one, other = int.from_bytes(digest[:4], "big"), int.from_bytes(digest[4:], "big")
    return 0.2 + 0.6 * one / 2**32, 0.2 + 0.6 * other / 2**32
