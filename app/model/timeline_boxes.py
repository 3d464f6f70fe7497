"""Where the timeline's bars and waits-for lines lie: boxes and ways in the painter's units, y downwards from the first row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from app.model.time_axis import Axis
from app.model.timeline import Row, Shape

# Parts of a row's height: what stays free above and below a bar, and how high a roll-up is.
BAR_INSET, ROLL_UP_TOP, ROLL_UP_HEIGHT = 0.24, 0.36, 0.2
# The narrowest bar that can be seen and taken hold of, in parts of its height.
NARROWEST = 0.16

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Halfway down."""
        return (self.top + self.bottom) / 2


def bar_box(row: Row, top: float, bottom: float, axis: Axis) -> Box | None:
    """The box of a row's bar within the row; None for a row without days. A single day is a square around its middle."""
    if row.first is None or row.last is None:
        return None
    height = bottom - top
    left, right = axis.x_of(row.first), axis.end_of(row.last)
    if row.shape is Shape.DAY:
        half, middle = height * (0.5 - BAR_INSET), (left + right) / 2
        return Box(middle - half, top + height * BAR_INSET, middle + half, bottom - height * BAR_INSET)
    right = max(right, left + height * NARROWEST)
    if row.shape is Shape.ROLL_UP:
        return Box(left, top + height * ROLL_UP_TOP, right, top + height * (ROLL_UP_TOP + ROLL_UP_HEIGHT))
    if row.shape is Shape.OPEN:
        right = left + height * (1 - 2 * BAR_INSET) * 1.6
    return Box(left, top + height * BAR_INSET, right, bottom - height * BAR_INSET)


def way(start: Box, end: Box, rows: tuple[float, float], others: Sequence[Box], gap: float) -> list[Point]:
    """The line from the end of one bar to the start of another, by right angles, around the bars between them.

    `rows` are the two heights between rows where it may run across: next to the end's row, and next to the start's.
    `others` are the bars of the rows between. Where every way meets a bar, it is the one that meets the fewest.
    """
    x1, y1, x2, y2 = start.right, start.middle, end.left, end.middle
    straight = (x1 + gap, x2 - gap, (x1 + x2) / 2) if x2 - gap >= x1 + gap else ()
    ways = [[(x1, y1), (x, y1), (x, y2), (x2, y2)] for x in straight]
    near_end, near_start = rows
    for across in (near_end, near_start):
        ways.append([(x1, y1), (x1 + gap, y1), (x1 + gap, across), (x2 - gap, across), (x2 - gap, y2), (x2, y2)])
    return min(ways, key=lambda one: meets(one, others))


def meets(points: Sequence[Point], boxes: Sequence[Box]) -> int:
    """How many of some boxes a line of right angles crosses."""
    return sum(any(_crosses(a, b, box) for a, b in pairwise(points)) for box in boxes)


def _crosses(a: Point, b: Point, box: Box) -> bool:
    left, right = min(a[0], b[0]), max(a[0], b[0])
    top, bottom = min(a[1], b[1]), max(a[1], b[1])
    return left < box.right and right > box.left and top < box.bottom and bottom > box.top
