"""What the circle shows at a moment, before it is drawn: who sits where, what is chosen, and which ties are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from gettext import gettext as _

from app.model.circle import RINGS, Circle, seat_partners
from app.model.groups import Groups
from app.model.partner import FORMS, INVOLVEMENT, Partner
from app.model.schema import Choice
from app.model.tie import Tie

FORM_NAMES = {one.key: one.label for one in FORMS}
STATE_NAMES = {one.key: one.label for one in INVOLVEMENT}


@dataclass(frozen=True, slots=True)
class Stop:
    """Something that keys reach: a partner's dot, or a wedge where nobody sits (`wedge` counts from 0)."""

    partner: str = ""
    wedge: int = -1


@dataclass(frozen=True)
class Scene:
    """`found` are the partners that the filter lets through, None for all; `name_of` says what a dot is called here."""

    groups: tuple[Choice, ...]
    circle: Circle
    partners: Mapping[str, Partner]
    ties: tuple[Tie, ...]
    name_of: Callable[[Partner], str]
    found: frozenset[str] | None = None
    chosen: str = ""
    all_ties: bool = False
    stops: tuple[Stop, ...] = field(default=())

    def shows(self, partner_id: str) -> bool:
        """Whether the filter lets a partner through."""
        return self.found is None or partner_id in self.found

    def stop_of(self, partner_id: str) -> Stop | None:
        """The stop of a partner's dot; None for one without a seat."""
        seat = self.circle.seats.get(partner_id)
        return Stop(partner=partner_id, wedge=seat.wedge) if seat is not None else None

    def drawn_ties(self) -> list[Tie]:
        """All, or those of the chosen partner; only between partners who have a seat."""
        seats = self.circle.seats
        seated = (one for one in self.ties if one.from_partner in seats and one.to_partner in seats)
        return [one for one in seated if self.all_ties or self.chosen in (one.from_partner, one.to_partner)]

    def words_of(self, stop: Stop) -> str:
        """What a screen reader says of a stop."""
        if not stop.partner:
            return _("{group}: no one yet").format(group=self.groups[stop.wedge].label)
        partner = self.partners[stop.partner]
        parts = (
            self.name_of(partner),
            _(FORM_NAMES.get(partner.form, partner.form)),
            self.groups[self.circle.seats[stop.partner].wedge].label,
            _(STATE_NAMES.get(partner.involvement, partner.involvement)),
        )
        return ", ".join(parts)


def make_scene(
    partners: Iterable[Partner],
    ties: Iterable[Tie],
    name_of: Callable[[Partner], str],
    groups: Groups,
) -> Scene:
    """The scene of some partners; those without a group have a wedge of their own, while there are any."""
    people = {one.id: one for one in partners}
    shown = groups.wedges(one for one in people.values() if one.involvement in RINGS)
    circle = seat_partners(shown, people.values())
    return Scene(shown, circle, people, tuple(ties), name_of, stops=_stops(circle))


def _stops(circle: Circle) -> tuple[Stop, ...]:
    """Wedge by wedge from the top, from the middle outwards."""
    sitting = sorted(circle.seats.items(), key=lambda one: (one[1].wedge, one[1].ring, one[0]))
    found = [(seat.wedge, Stop(partner=one, wedge=seat.wedge)) for one, seat in sitting]
    found += [(wedge, Stop(wedge=wedge)) for wedge in circle.empty]
    return tuple(stop for _wedge, stop in sorted(found, key=lambda one: one[0]))
