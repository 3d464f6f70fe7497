"""What lies below a goal or an objective, summed up in one pass; and what each person has taken on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from app.model.item import Item
from app.model.plan import FINISHED, Outline, Progress, days_late, due_soon

# Who has too much. Our own rule of thumb, for people who do this beside other work: more than one step a week for the coming
# four weeks, or three steps that are late at once. "Much" is half of it, so that it is seen before it is too late.
NEAR = timedelta(days=28)
MOST_NEAR, MUCH_NEAR = 4, 3
MOST_LATE, MUCH_LATE = 3, 2

FINE, MUCH, TOO_MUCH = "fine", "much", "too-much"


class Sum(NamedTuple):
    """Over the steps below a line, and the line itself when it is one; dropped ones are left out.

    `starts` and `ends` are the earliest and latest day in all of it, the lines' own days too; `days_late` is how late the
    latest is; `cost` is in dollars.
    """

    done: int = 0
    total: int = 0
    late: int = 0
    days_late: int = 0
    due_soon: int = 0
    without_lead: int = 0
    cost: int = 0
    starts: date | None = None
    ends: date | None = None

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return Progress(self.done, self.total)

    @property
    def open(self) -> int:
        """How many steps are still to do."""
        return self.total - self.done


def roll_up(outline: Outline, today: date) -> dict[str, Sum]:
    """The sum for every line by its id, and for the whole plan under an empty id."""
    tallies: dict[str, _Tally] = {"": _Tally()}
    path: list[str] = []
    above: dict[str, str] = {}
    for item, depth in outline.walk():
        del path[depth:]
        above[item.id] = path[-1] if path else ""
        path.append(item.id)
        tallies[item.id] = tally = _Tally()
        if item.status != "dropped":
            tally.count(item, today)
    # From the end: whatever lies below a line comes behind it.
    for item_id, parent in reversed(above.items()):
        tallies[parent].take(tallies[item_id])
    return {item_id: Sum(*tally.counts, tally.starts, tally.ends) for item_id, tally in tallies.items()}


class _Tally:
    """A sum in the making: five thousand of them must be done between two pictures of the screen."""

    __slots__ = ("counts", "ends", "starts")

    def __init__(self) -> None:
        self.counts = (0, 0, 0, 0, 0, 0, 0)
        self.starts: date | None = None
        self.ends: date | None = None

    def count(self, item: Item, today: date) -> None:
        cost = item.cost or 0
        if item.level == "action":
            late = days_late(item, today)
            bare = int(not item.lead and item.status not in FINISHED)
            done, soon = int(item.status == "done"), int(due_soon(item, today))
            self.counts = (done, 1, int(late > 0), late, soon, bare, cost)
        elif cost:
            self.counts = (0, 0, 0, 0, 0, 0, cost)
        self._reach(item.starts, item.starts)
        self._reach(item.by, item.by)

    def take(self, other: _Tally) -> None:
        done, total, late, days, soon, bare, cost = other.counts
        mine = self.counts
        most = max(mine[3], days)
        self.counts = (
            mine[0] + done,
            mine[1] + total,
            mine[2] + late,
            most,
            mine[4] + soon,
            mine[5] + bare,
            mine[6] + cost,
        )
        self._reach(other.starts, other.ends)

    def _reach(self, starts: date | None, ends: date | None) -> None:
        if starts is not None and (self.starts is None or starts < self.starts):
            self.starts = starts
        if ends is not None and (self.ends is None or ends > self.ends):
            self.ends = ends


@dataclass(frozen=True, slots=True)
class Load:
    """What one partner has taken on: steps that are led and still open, how many of those are late, due within a week, or due
    (or late) within four weeks; open steps that are helped with; and steps led that are done."""

    partner: str
    leads: int = 0
    late: int = 0
    due_soon: int = 0
    near: int = 0
    helps: int = 0
    done: int = 0

    @property
    def kind(self) -> str:
        """FINE, MUCH or TOO_MUCH, by the rule above."""
        if self.near > MOST_NEAR or self.late >= MOST_LATE:
            return TOO_MUCH
        return MUCH if self.near >= MUCH_NEAR or self.late >= MUCH_LATE else FINE


def loads(items: Iterable[Item], today: date) -> dict[str, Load]:
    """What each partner has taken on, by id; steps that nobody leads are under an empty id. Dropped steps do not count."""
    counts: dict[str, list[int]] = {}
    for item in items:
        if item.level != "action" or item.status == "dropped":
            continue
        mine = counts.setdefault(item.lead, [0] * 6)
        if item.status == "done":
            mine[5] += 1
            continue
        near = item.by is not None and item.by <= today + NEAR
        for place, one in enumerate((True, days_late(item, today) > 0, due_soon(item, today), near)):
            mine[place] += one
        for helper in dict.fromkeys(item.helpers):
            counts.setdefault(helper, [0] * 6)[4] += 1
    return {partner: Load(partner, *mine) for partner, mine in counts.items()}
