"""The grid's geometry: interest from left to right, influence from below to above, and a seat for every judged partner.

Source: Mendelow (1981), influence and interest; here from 1 to 5 each. Lengths are in units of which a dot's radius is
`app.model.circle.DOT`; x goes to the right and y down, from the grid's upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import ceil, hypot, sqrt
from typing import Protocol

from app.model.circle import SPACING, spot_of
from app.model.phrases import N_

MARKS = 5
# The four fields, named kindly: (name, much interest, little influence).
FIELDS = (
    (N_("Keep them with us"), False, False),
    (N_("Plan it together"), True, False),
    (N_("Tell them how it goes"), False, True),
    (N_("Bring closer"), True, True),
)
CAUTION = N_(
    "Youth and people with lived experience often have much interest and little influence. That is a reason to bring "
    "them closer, never to watch over them. Place people together, as a group: it is fairer than alone."
)
# A square when few are in it; with more than this share of its seats taken all squares grow.
LEAST_SIDE, FULLEST = 3 * SPACING, 0.7


class Judged(Protocol):
    """What the geometry asks of a partner."""

    @property
    def id(self) -> str: ...
    @property
    def interest(self) -> int | None: ...
    @property
    def influence(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class GridSeat:
    """Where a partner's dot is, and the two judgements."""

    x: float
    y: float
    interest: int
    influence: int


@dataclass(frozen=True)
class Grid:
    """`side` is the length of one of the five by five squares; `waiting` are partners whom nobody has judged, by id."""

    side: float
    seats: Mapping[str, GridSeat] = field(default_factory=dict[str, GridSeat])
    waiting: tuple[str, ...] = ()

    @property
    def size(self) -> float:
        """The whole grid's side."""
        return MARKS * self.side

    def at(self, x: float, y: float) -> tuple[int, int] | None:
        """Interest and influence at a point; None outside."""
        if not (0 <= x < self.size and 0 <= y < self.size):
            return None
        return int(x // self.side) + 1, MARKS - int(y // self.side)


def seat_grid(partners: Iterable[Judged]) -> Grid:
    """The grid of some partners; those without both judgements wait."""
    cells: dict[tuple[int, int], list[str]] = {}
    waiting: list[str] = []
    for one in sorted(partners, key=lambda partner: partner.id):
        if one.interest is None or one.influence is None:
            waiting.append(one.id)
        else:
            cells.setdefault((one.interest, one.influence), []).append(one.id)
    most = max((len(ids) for ids in cells.values()), default=0)
    side = max(LEAST_SIDE, ceil(sqrt(most / FULLEST)) * SPACING)
    seats: dict[str, GridSeat] = {}
    for (interest, influence), ids in cells.items():
        seats |= _seat(ids, interest, influence, side)
    return Grid(side, seats, tuple(waiting))


def _seat(ids: list[str], interest: int, influence: int, side: float) -> dict[str, GridSeat]:
    """Each takes the free seat that is nearest to the spot its id points at; who came earlier chooses first."""
    left, top = (interest - 1) * side, (MARKS - influence) * side
    count = int(side // SPACING)
    step = side / count
    free = [(left + step * (n + 0.5), top + step * (m + 0.5)) for n in range(count) for m in range(count)]
    seats: dict[str, GridSeat] = {}
    for one in ids:
        across, down = spot_of(one)
        x, y = left + across * side, top + down * side
        best = min(free, key=lambda slot: hypot(slot[0] - x, slot[1] - y))
        free.remove(best)
        seats[one] = GridSeat(*best, interest, influence)
    return seats
