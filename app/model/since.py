"""What happened to the plan since a day: one happening for each thing that somebody would tell who had been away.

Only what stands at the end counts: what was changed and changed back, or done and undone, did not happen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.model.item import Item
from app.model.phrases import N_
from app.model.plan import FINISHED
from app.model.schema import Choice, specs

# In the order in which they are told. "written" is any other field.
SORTS = (
    Choice("done", N_("Done")),
    Choice("added", N_("Added")),
    Choice("given", N_("Given to somebody")),
    Choice("moved", N_("Moved to another day")),
    Choice("begun", N_("How it stands")),
    Choice("dropped", N_("Dropped")),
    Choice("removed", N_("Taken out of the plan")),
    Choice("renamed", N_("Worded anew")),
    Choice("written", N_("Changed otherwise")),
)

# Kept by the program itself and no news, or told by themselves.
_QUIET = frozenset({"origin", "series", "began", "what", "lead", "by", "status"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of the plan then and now: `before` is None when it was not there yet, `after` when it no longer is.

    `at` is when it changed last.
    """

    before: Item | None
    after: Item | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Happening:
    """`sort` is a key of SORTS. `item` is the line as it is (as it was, when it was removed), `before` as it was or None."""

    sort: str
    item: Item
    before: Item | None
    at: datetime

    @property
    def there(self) -> bool:
        """Whether it can be gone to."""
        return self.sort != "removed"

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that have another value, without those that are told by themselves or are no news."""
        return _written(self.before, self.item) if self.before is not None else ()


def happenings(differences: Iterable[Difference]) -> list[Happening]:
    """Everything that happened, sort after sort, in each the newest first."""
    found = [one for difference in differences for one in _of(difference)]
    order = {one.key: number for number, one in enumerate(SORTS)}
    found.sort(key=lambda one: one.at, reverse=True)
    return sorted(found, key=lambda one: order[one.sort])


def counted(found: Sequence[Happening]) -> list[tuple[str, int]]:
    """How often each sort happened, in their order, without those that did not."""
    counts = {one.key: 0 for one in SORTS}
    for one in found:
        counts[one.sort] += 1
    return [(sort, count) for sort, count in counts.items() if count]


def moved_by(one: Happening) -> int | None:
    """How many days later (earlier: below 0) a step's day is now; None where it had no day or has none any more."""
    old: date | None = one.before.by if one.before is not None else None
    return (one.item.by - old).days if old is not None and one.item.by is not None else None


def _of(one: Difference) -> list[Happening]:
    before, after = one.before, one.after
    if after is None:
        return [Happening("removed", before, None, one.at)] if before is not None else []
    if before is None:
        done = ("done",) if after.status == "done" else ()
        return [Happening(sort, after, None, one.at) for sort in ("added", *done)]
    return [Happening(sort, after, before, one.at) for sort in _sorts(before, after)]


def _sorts(before: Item, after: Item) -> list[str]:
    found: list[str] = []
    if before.status != after.status:
        found.append(after.status if after.status in FINISHED else "begun")
    if before.lead != after.lead:
        found.append("given")
    if before.by != after.by:
        found.append("moved")
    if before.what != after.what:
        found.append("renamed")
    if not found and _written(before, after):
        found.append("written")
    return found


def _written(before: Item, after: Item) -> tuple[str, ...]:
    names = (name for name in specs(Item) if name not in _QUIET)
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))
