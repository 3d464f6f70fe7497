"""A plan item: a goal, an objective or an action (a step).

Source of the fields: Community Tool Box (University of Kansas), chapter 8 section 5: what, who, by when, what resources,
who should be told; the sign that it worked, from a First Nations planning form; the safety check is this program's own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar, Self

from app.model.circles import waits_refusal
from app.model.origin import LONGEST as LONGEST_ORIGIN
from app.model.phrases import N_
from app.model.schema import Audience, Choice, Record, choice, count, day, line, link, links, long

LEVELS = (
    Choice("goal", N_("Goal")),
    Choice("objective", N_("Objective")),
    Choice("action", N_("Step")),
)

STATUSES = (
    Choice("not-started", N_("Not started")),
    Choice("in-progress", N_("In progress")),
    Choice("waiting", N_("Waiting")),
    Choice("done", N_("Done")),
    Choice("dropped", N_("Dropped")),
)

REPEATS = (
    Choice("none", N_("Once")),
    Choice("weekly", N_("Every week")),
    Choice("monthly", N_("Every month")),
    Choice("quarterly", N_("Every three months")),
    Choice("yearly", N_("Every year")),
)


MOST_DOLLARS = 9_999_999


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Record):
    """One line of the plan; its place in the outline is `parent` and its order in the list it comes in.

    A step that repeats is one of a row: `series` is the id of the row's first, and `began` that one's day, from which the
    others' days are counted, so that the 31st comes back after a short month.
    """

    kind: ClassVar[str] = "item"
    noun: ClassVar[str] = N_("step")
    title_field: ClassVar[str] = "what"
    in_tree: ClassVar[bool] = True

    what: str = line(N_("What"), limit=500, search=10, audience=Audience.PUBLIC)
    level: str = choice(N_("Level"), LEVELS, "action", audience=Audience.PUBLIC)
    lead: str = link(N_("Lead"), "partner")
    helpers: tuple[str, ...] = links(N_("Helpers"), "partner")
    starts: date | None = day(N_("Starts"), audience=Audience.PUBLIC)
    by: date | None = day(N_("By when"), audience=Audience.PUBLIC)
    status: str = choice(N_("How it stands"), STATUSES, "not-started", audience=Audience.PUBLIC)
    needs: str = long(N_("What it needs"), search=2)
    has: str = long(N_("What we have"), search=2)
    barriers: str = long(N_("What could get in the way"), search=2)
    tell: str = long(N_("Who must be told"), search=2)
    sign: str = long(N_("Sign that it worked"), search=2, audience=Audience.PUBLIC)
    safety: str = long(N_("Safety check"), search=2)
    waits_for: tuple[str, ...] = links(N_("Waits for"), "item")
    repeats: str = choice(N_("Repeats"), REPEATS, "none", audience=Audience.PUBLIC)
    series: str = line(N_("First of its row"), limit=32)
    began: date | None = day(N_("Day of the first one"))
    cost: int | None = count(N_("Cost in dollars"), MOST_DOLLARS)
    review: date | None = day(N_("Look at it again"))
    origin: str = line(N_("Where this came from"), limit=LONGEST_ORIGIN)
    notes: str = long(N_("Notes"), search=2, audience=Audience.OFFICE)

    def refusal_among(self, before: Record | None, get: Callable[[str], Any]) -> str:
        """No step may come to wait for what waits for it. What two joined copies brought in is not asked for again."""
        known = before.waits_for if isinstance(before, Item) else ()
        wanted = [one for one in self.waits_for if one not in known]
        return waits_refusal(self, wanted, get, is_new=before is None)

    def settled(self, before: Record) -> Self:
        """Another rhythm is counted from this step's own day on, not from the first one's."""
        if isinstance(before, Item) and before.repeats != self.repeats and before.began == self.began:
            return replace(self, began=None)
        return self
