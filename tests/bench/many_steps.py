"""5,000 invented steps under goals and objectives, led by 40 people, for looking at and for measuring."""

from __future__ import annotations

import random
from datetime import date, timedelta

from app.model.groups import groups_of
from app.model.item import STATUSES, Item
from app.model.plan import Outline
from app.ui.plan.shown import Shown

STEPS, PEOPLE = 5_000, 40
PHRASES = (
    "ask the school", "book the hall", "write to council", "find a safe place", "call every family", "print the cards",
    "meet the Elders", "train drivers", "make a list of who to call at night", "plan the week", "tell the motel owners",
)  # fmt: skip


def invented_plan(today: date, steps: int = STEPS) -> tuple[list[Item], dict[str, str]]:
    """The items in the order of the outline, and the names of the partners by id."""
    dice = random.Random(7)
    names = {f"p{n}": f"{dice.choice(('Youth', 'Health', 'Band', 'School'))} worker {n}" for n in range(PEOPLE)}
    items: list[Item] = []
    for n in range(steps):
        if n % 50 == 0:
            items.append(Item(id=f"g{n}", what=f"Goal {n // 50}: families know the signs", level="goal"))
        if n % 10 == 0:
            above = f"g{n - n % 50}"
            items.append(Item(id=f"o{n}", what=f"Objective {n // 10}", level="objective", parent=above))
        items.append(_step(dice, n, f"o{n - n % 10}", today))
    return items, names


def invented(today: date, steps: int = STEPS) -> Shown:
    """The same, as views are given it."""
    items, names = invented_plan(today, steps)
    return Shown(Outline(items), names, groups_of(), today)


def _step(dice: random.Random, n: int, parent: str, today: date) -> Item:
    people = ["", *(f"p{n}" for n in range(PEOPLE))]
    return Item(
        id=f"s{n}",
        parent=parent,
        what=", ".join(dice.sample(PHRASES, dice.randint(1, 4))).capitalize(),
        lead=dice.choice(people),
        helpers=tuple(dice.sample(people[1:], dice.choice((0, 0, 1, 2)))),
        status=dice.choice(STATUSES).key,
        by=None if n % 5 == 0 else today + timedelta(days=dice.randint(-60, 300)),
        review=today + timedelta(days=dice.randint(-10, 90)) if n % 17 == 0 else None,
    )
