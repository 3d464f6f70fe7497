"""Finds room for names beside their dots: none touches a dot or another name, and who comes first is served first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
# Boxes are kept by squares of so many pixels, so that a name is compared with its neighbours alone.
SQUARE = 64


@dataclass(frozen=True, slots=True)
class Wish:
    """A name that wants to stand beside the dot at `x`, `y` with radius `dot`; sizes are pixels."""

    key: str
    x: float
    y: float
    dot: float
    width: float
    height: float


class Room:
    """What is taken already: boxes as left, top, right, bottom."""

    def __init__(self) -> None:
        self._squares: dict[tuple[int, int], list[Box]] = {}

    def take(self, box: Box) -> None:
        """Nothing else may stand there."""
        for square in _squares(box):
            self._squares.setdefault(square, []).append(box)

    def is_free(self, box: Box) -> bool:
        """Whether a box touches none that is taken."""
        return not any(touch(box, one) for square in _squares(box) for one in self._squares.get(square, ()))


def place_labels(
    wishes: Iterable[Wish], dots: Iterable[Box], bounds: Box, first: Sequence[str] = (), *, surely: str = ""
) -> dict[str, Box]:
    """Boxes for the names that find room within `bounds`, by key; those in `first` are served before all others.

    The one in `surely` has its name in any case, over a dot where it must be.
    """
    room = Room()
    for dot in dots:
        room.take(dot)
    rank = {key: n for n, key in enumerate(first)}
    found: dict[str, Box] = {}
    for wish in sorted(wishes, key=lambda one: rank.get(one.key, len(rank))):
        inside = [box for box in _around(wish) if _inside(box, bounds)]
        free = next((box for box in inside if room.is_free(box)), None)
        if free is None and inside and wish.key == surely:
            free = inside[0]
        if free is not None:
            room.take(free)
            found[wish.key] = free
    return found


def _around(wish: Wish) -> Iterator[Box]:
    """Right, left, below and above the dot, then at its four corners."""
    gap = wish.dot + 4
    half_width, half_height = wish.width / 2, wish.height / 2
    yield wish.x + gap, wish.y - half_height, wish.x + gap + wish.width, wish.y + half_height
    yield wish.x - gap - wish.width, wish.y - half_height, wish.x - gap, wish.y + half_height
    yield wish.x - half_width, wish.y + gap - 2, wish.x + half_width, wish.y + gap - 2 + wish.height
    yield wish.x - half_width, wish.y - gap + 2 - wish.height, wish.x + half_width, wish.y - gap + 2
    near = wish.dot * 0.7 + 2
    for left in (wish.x + near, wish.x - near - wish.width):
        for top in (wish.y + near, wish.y - near - wish.height):
            yield left, top, left + wish.width, top + wish.height


def touch(one: Box, other: Box) -> bool:
    """Whether two boxes share some room."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _inside(box: Box, bounds: Box) -> bool:
    return bounds[0] <= box[0] and bounds[1] <= box[1] and box[2] <= bounds[2] and box[3] <= bounds[3]


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    for across in range(int(box[0] // SQUARE), int(box[2] // SQUARE) + 1):
        for down in range(int(box[1] // SQUARE), int(box[3] // SQUARE) + 1):
            yield across, down
