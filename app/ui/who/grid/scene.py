"""What the grid shows at a moment, and where the arrow keys lead in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from gettext import gettext as _
from math import inf

from PySide6.QtCore import QPointF

from app.model.grid import MARKS, Grid, seat_grid
from app.model.partner import Partner
from app.ui.who.circle.scene import FORM_NAMES, Stop
from app.ui.who.circle.steps import DOWN, FIRST, LAST, LEFT, RIGHT, UP

# Where somebody who was not judged is put first when keys place them.
MIDDLE = 3


@dataclass(frozen=True)
class GridScene:
    """`found` are the partners that the filter lets through, None for all; `name_of` says what a dot is called here."""

    grid: Grid
    partners: Mapping[str, Partner]
    name_of: Callable[[Partner], str]
    found: frozenset[str] | None = None
    chosen: str = ""
    stops: tuple[Stop, ...] = field(default=())

    def shows(self, partner_id: str) -> bool:
        """Whether the filter lets a partner through."""
        return self.found is None or partner_id in self.found

    def words_of(self, stop: Stop) -> str:
        """What a screen reader says of a dot."""
        partner = self.partners[stop.partner]
        seat = self.grid.seats.get(stop.partner)
        place = (
            _("interest {interest}, influence {influence}").format(interest=seat.interest, influence=seat.influence)
            if seat is not None
            else _("not judged yet")
        )
        return ", ".join((self.name_of(partner), _(FORM_NAMES.get(partner.form, partner.form)), place))


def make_grid_scene(partners: Iterable[Partner], name_of: Callable[[Partner], str]) -> GridScene:
    """The scene of some partners: the judged from much influence to little, then those who wait."""
    people = {one.id: one for one in partners}
    grid = seat_grid(people.values())
    placed = sorted(grid.seats, key=lambda one: (-grid.seats[one].influence, grid.seats[one].interest, one))
    return GridScene(grid, people, name_of, stops=tuple(Stop(partner=one) for one in (*placed, *grid.waiting)))


def next_dot(scene: GridScene, stop: Stop | None, way: str, at: Callable[[Stop], QPointF]) -> Stop | None:
    """The nearest dot in the arrow's direction; the first one where none is chosen."""
    stops = scene.stops
    if not stops:
        return None
    if stop not in stops or way in (FIRST, LAST):
        return stops[-1 if way == LAST else 0]
    here = at(stop)
    best, far = stop, inf
    for one in stops:
        away = at(one) - here
        ahead, beside = {
            RIGHT: (away.x(), away.y()),
            LEFT: (-away.x(), away.y()),
            DOWN: (away.y(), away.x()),
            UP: (-away.y(), away.x()),
        }[way]
        # What lies more beside than ahead is another direction's.
        if one != stop and ahead > 0 and abs(beside) <= 2 * ahead and ahead + abs(beside) < far:
            best, far = one, ahead + abs(beside)
    return best


def moved_marks(scene: GridScene, partner_id: str, way: str) -> tuple[int, int] | None:
    """Interest and influence after a move by keys; who waits comes to the middle. None where it goes no further."""
    seat = scene.grid.seats.get(partner_id)
    if seat is None:
        return (MIDDLE, MIDDLE) if partner_id in scene.grid.waiting else None
    interest = seat.interest + {RIGHT: 1, LEFT: -1}.get(way, 0)
    influence = seat.influence + {UP: 1, DOWN: -1}.get(way, 0)
    changed = (interest, influence) != (seat.interest, seat.influence)
    return (interest, influence) if changed and 1 <= interest <= MARKS and 1 <= influence <= MARKS else None
