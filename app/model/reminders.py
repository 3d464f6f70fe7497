"""What Home reminds of when the program opens: what is late, what is due in a week, what is to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.model.item import Item
from app.model.plan import days_late, due_soon

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Reminders:
    """How many open steps are late and how many are due in a week, and which lines of the plan are to be looked at again."""

    late: int
    soon: int
    reviews: tuple[Item, ...]


def reminders(items: Iterable[Item], today: date) -> Reminders:
    """Reviews come the earliest first; of what was dropped there are none."""
    known = list(items)
    steps = [one for one in known if one.level == "action"]
    due = [one for one in known if one.review is not None and one.review <= today + WEEK and one.status != "dropped"]
    return Reminders(
        late=sum(days_late(one, today) > 0 for one in steps),
        soon=sum(due_soon(one, today) for one in steps),
        reviews=tuple(sorted(due, key=lambda one: (one.review or today, one.id))),
    )
