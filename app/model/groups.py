"""The groups of people to involve: the wedges of the circle.

The toolkit's come first ("Get Organized", Who and Why: service providers, Chief and Council, police, health care,
faith-based community, youth, parents, teachers, social workers, businesses, Elders, newcomers, people with lived experience,
the public), gathered into fifteen so that they can be read at a glance. A community may call them otherwise, put them
in its own order, hide those it has no use for, and add its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from gettext import gettext as _
from typing import ClassVar, Protocol

from app.model.phrases import N_
from app.model.schema import Audience, Choice, Record, flag, line
from app.model.trouble import Refused

GROUPS: tuple[Choice, ...] = (
    Choice("chief-and-council", N_("Chief and Council")),
    Choice("elders", N_("Elders")),
    Choice("youth", N_("Youth")),
    Choice("schools", N_("Schools")),
    Choice("youth-services", N_("Youth services")),
    Choice("police", N_("Police")),
    Choice("victim-services", N_("Victim services")),
    Choice("womens-shelter", N_("Women’s programs and shelters")),
    Choice("social-workers", N_("Social workers")),
    Choice("health-care", N_("Health care")),
    Choice("newcomer-services", N_("Newcomer services")),
    Choice("businesses", N_("Businesses")),
    Choice("faith-groups", N_("Faith groups")),
    Choice("lived-experience", N_("Lived experience")),
    Choice("parents-and-public", N_("Parents and public")),
)

NO_GROUP = Choice("", N_("No group yet"))
# Narrower wedges than this hold no name that can be read, on a wall neither.
MOST = 40

_TOOLKIT = {one.key: one.label for one in GROUPS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Record):
    """What a community says of a group. One with the key of a toolkit's group as its id is about that group.

    An empty `name` leaves the toolkit's own; computed ids let two offices' copies meet in one.
    """

    kind: ClassVar[str] = "group"
    noun: ClassVar[str] = N_("group")
    title_field: ClassVar[str] = "name"

    name: str = line(N_("Name of the group"), limit=60, audience=Audience.PUBLIC)
    hidden: bool = flag(N_("Left out of the circle"), audience=Audience.PUBLIC)

    def refusal(self) -> str:
        """A group of the community's own needs a name."""
        return "" if self.name or self.id in _TOOLKIT else _("Please give the group a name.")


class Placed(Protocol):
    """What the groups ask of a partner."""

    @property
    def group(self) -> str: ...


@dataclass(frozen=True)
class Groups:
    """A community's groups in its order. Labels here are ready to be shown: never translate them again.

    `hidden` are keys that make no wedge and no gap.
    """

    all: tuple[Choice, ...]
    hidden: frozenset[str] = frozenset()
    _labels: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_labels", {one.key: one.label for one in self.all})

    @property
    def shown(self) -> tuple[Choice, ...]:
        """Those that somebody is wanted from."""
        return tuple(one for one in self.all if one.key not in self.hidden)

    def __contains__(self, key: str) -> bool:
        return key in self._labels

    def label(self, key: str) -> str:
        """What a group is called; one that nobody knows (a newer program's, a removed one) is none."""
        return self._labels.get(key) or _(NO_GROUP.label)

    def place(self, key: str) -> int:
        """Where a group comes in the order; one that nobody knows comes last."""
        return next((n for n, one in enumerate(self.all) if one.key == key), len(self.all))

    def wedges(self, partners: Iterable[Placed]) -> tuple[Choice, ...]:
        """The parts of the circle: those shown, hidden ones while somebody is in them, and one for those without a group."""
        taken = {one.group for one in partners}
        found = [one for one in self.all if one.key not in self.hidden or one.key in taken]
        if any(key not in self._labels for key in taken):
            found.append(self.no_group)
        return tuple(found)

    @property
    def no_group(self) -> Choice:
        """What stands for having no group, ready to be shown."""
        return Choice(NO_GROUP.key, _(NO_GROUP.label))


def is_toolkit(key: str) -> bool:
    """Whether the toolkit names this group."""
    return key in _TOOLKIT


def groups_of(said: Iterable[Group] = (), order: Sequence[str] = ()) -> Groups:
    """The groups, from what a community said of them; `order` are keys, and what it does not name keeps its place behind."""
    records = {one.id: one for one in said}
    labels = {key: _(label) for key, label in _TOOLKIT.items()}
    labels |= {one.id: one.name for one in records.values() if one.name}
    keys = [*(key for key in dict.fromkeys(order) if key in labels), *(key for key in labels if key not in set(order))]
    hidden = frozenset(one.id for one in records.values() if one.hidden)
    return Groups(tuple(Choice(key, labels[key]) for key in keys), hidden)


def moved(groups: Groups, key: str, by: int) -> tuple[str, ...]:
    """The order with one group moved up (negative) or down by some places, as far as there are any."""
    keys = [one.key for one in groups.all]
    at = keys.index(key)
    keys.insert(max(0, min(len(keys) - 1, at + by)), keys.pop(at))
    return tuple(keys)


def check_name(groups: Groups, name: str, but: str = "") -> None:
    """Raise Refused for a name that another group has, or for one group too many (`but` is the group to be renamed)."""
    wanted = name.casefold().strip()
    if any(one.label.casefold() == wanted and one.key != but for one in groups.all):
        raise Refused(_("There is a group with this name already."), "name")
    if not but and len(groups.all) >= MOST:
        raise Refused(_("The circle has room for {count} groups. Hide or remove one first.").format(count=MOST))
