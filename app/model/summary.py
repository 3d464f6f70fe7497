"""How a community stands, in a few numbers: for Home, the report's first page and the status command."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.model.groups import Groups
from app.model.item import Item
from app.model.partner import INVOLVED, Partner
from app.model.plan import FINISHED, days_late
from app.model.schema import Choice


@dataclass(frozen=True, slots=True)
class Summary:
    """`groups` of `all_groups` have somebody; `gaps` are those that nobody stands for yet, in the order of the circle."""

    partners: int
    groups: int
    all_groups: int
    gaps: tuple[Choice, ...]
    goals: int
    actions: int
    done: int
    overdue: int
    without_lead: int


def summarise(partners: Iterable[Partner], items: Iterable[Item], groups: Groups, today: date) -> Summary:
    """Count once over what is there; `today` decides what is overdue."""
    people = list(partners)
    plan = list(items)
    parts = [one for one in groups.wedges(one for one in people if one.involvement in INVOLVED) if one.key]
    steps = [one for one in plan if one.level == "action" and one.status != "dropped"]
    missing = gaps(people, groups)
    return Summary(
        partners=len(people),
        groups=len(parts) - len(missing),
        all_groups=len(parts),
        gaps=missing,
        goals=sum(one.level == "goal" for one in plan),
        actions=len(steps),
        done=sum(one.status == "done" for one in steps),
        overdue=sum(days_late(one, today) > 0 for one in steps),
        without_lead=sum(not one.lead and one.status not in FINISHED for one in steps),
    )


def gaps(partners: Iterable[Partner], groups: Groups) -> tuple[Choice, ...]:
    """The groups with nobody in them; who stepped back or said no does not fill a gap."""
    standing = {one.group for one in partners if one.involvement in INVOLVED}
    return tuple(group for group in groups.shown if group.key not in standing)


def by_group(partners: Sequence[Partner], groups: Groups) -> list[tuple[Choice, list[Partner]]]:
    """Partners under their groups in the order of the circle, the empty groups too; each group by name.

    Those without a group come last.
    """
    ordered = sorted(partners, key=lambda one: one.name.casefold())
    found = [(group, [one for one in ordered if one.group == group.key]) for group in groups.wedges(ordered)]
    if found and found[-1][0].key == "":
        return [*found[:-1], (found[-1][0], [one for one in ordered if one.group not in groups])]
    return found
