"""Who has taken on what, and who has too much of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from app.model.item import Item
from app.model.plan import FINISHED, days_late, due_soon

# A rule of thumb of this program, not of a source: fewer open steps than this are never called too much, and more are only when
# they are twice what is usual among the others who lead steps.
FEW = 5
TIMES_THE_USUAL = 2


@dataclass(slots=True)
class Load:
    """What one person has taken on: `leads` and `helps` are steps in reading order, finished ones among them.

    `person` is a partner's id; empty for the steps that nobody leads. The counts are of open steps that the person leads.
    """

    person: str
    leads: list[Item] = field(default_factory=list["Item"])
    helps: list[Item] = field(default_factory=list["Item"])
    open: int = 0
    late: int = 0
    soon: int = 0
    too_much: bool = False


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
        for helper in step.helpers:
            if helper != step.lead:
                found[helper].helps.append(step)
    people = list(found.values())
    _judge([one for one in people if one.person and one.open])
    return sorted(people, key=lambda one: (bool(one.person), -one.open, -len(one.helps)))


class _Loads(dict[str, Load]):
    """One a person, made when it is first asked for."""

    def __missing__(self, person: str) -> Load:
        made = self[person] = Load(person)
        return made


def _judge(people: Sequence[Load]) -> None:
    counts = sorted(one.open for one in people)
    for one in people:
        others = list(counts)
        others.remove(one.open)
        one.too_much = one.open >= FEW and bool(others) and one.open >= TIMES_THE_USUAL * median(others)
