"""Who has taken on what, and who has too much of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.model.item import Item
from app.model.plan import FINISHED, days_late, due_soon

# Who has too much. Our own rule of thumb, for people who do this beside other work: more than one step a week for the coming
# four weeks, or three steps that are late at once. What is far away, or has no day, does not press yet.
NEAR = timedelta(days=28)
MOST_NEAR, MOST_LATE = 4, 3


@dataclass(slots=True)
class Load:
    """What one person has taken on: `leads` and `helps` are steps in reading order, finished ones among them.

    `person` is a partner's id; empty for the steps that nobody leads. The counts are of open steps that the person leads:
    all, the late ones, those due within a week, and those due (or late) within four weeks.
    """

    person: str
    leads: list[Item] = field(default_factory=list["Item"])
    helps: list[Item] = field(default_factory=list["Item"])
    open: int = 0
    late: int = 0
    soon: int = 0
    near: int = 0

    @property
    def too_much(self) -> bool:
        """By the rule above; steps that nobody leads are nobody's burden."""
        return bool(self.person) and (self.near > MOST_NEAR or self.late >= MOST_LATE)


def loads(steps: Iterable[Item], today: date) -> list[Load]:
    """Everybody who leads or helps: nobody's steps first, then by number of open steps, most first."""
    found = _Loads()
    for step in steps:
        own = found[step.lead]
        own.leads.append(step)
        if step.status not in FINISHED:
            own.open += 1
            if step.by is not None:
                own.late += days_late(step, today) > 0
                own.soon += due_soon(step, today)
                own.near += step.by <= today + NEAR
        for helper in step.helpers:
            if helper != step.lead:
                found[helper].helps.append(step)
    return sorted(found.values(), key=lambda one: (bool(one.person), -one.open, -len(one.helps)))


class _Loads(dict[str, Load]):
    """One a person, made when it is first asked for."""

    def __missing__(self, person: str) -> Load:
        made = self[person] = Load(person)
        return made
