"""Which lines of the plan somebody wants to see: by words, lead, how it stands, when, the lead's group, and one branch.

Quick enough to be asked at every key: each line's text is folded once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from app.model.finding import folded, wanted_words
from app.model.item import STATUSES, Item
from app.model.phrases import N_
from app.model.plan import FINISHED, Outline, days_late
from app.model.schema import Choice

NOBODY = "-"
OPEN = Choice("open", N_("Not finished"))
STANDS = (OPEN, *STATUSES)
WHEN = (
    Choice("late", N_("Late")),
    Choice("week", N_("This week")),
    Choice("month", N_("This month")),
    Choice("none", N_("No day yet")),
)
PARTS = ("words", "lead", "status", "when", "group", "branch")


@dataclass(frozen=True, slots=True)
class PlanFilter:
    """Empty texts let everything through. `lead` is a partner's id or NOBODY, `status` a key of STANDS, `when` one of WHEN,
    `group` the key of the lead's group, `branch` the id of the line that is looked at with all below it.
    """

    words: str = ""
    lead: str = ""
    status: str = ""
    when: str = ""
    group: str = ""
    branch: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of what is asked for, the branch left out: it narrows where to look and not what for."""
        return tuple(one for one in PARTS[:-1] if getattr(self, one))

    def without(self, part: str) -> PlanFilter:
        """With one part taken away."""
        return replace(self, **{part: ""})


class Finder:
    """Knows the lines of a plan. `text_of` says what a line is found by, `group_of` the group of a partner by id."""

    def __init__(self, text_of: Callable[[Item], str], group_of: Callable[[str], str]) -> None:
        self._text_of, self._group_of = text_of, group_of
        self._texts: dict[str, str] = {}

    def forget(self, ids: Iterable[str] | None = None) -> None:
        """These lines changed, or all of them are called otherwise."""
        if ids is None:
            self._texts.clear()
            return
        for one in ids:
            self._texts.pop(one, None)

    def prepare(self, items: Iterable[Item], count: int) -> bool:
        """Fold the texts of so many more while nobody is waiting; whether there may be more to do."""
        waiting = list(islice((one for one in items if one.id not in self._texts), count))
        for item in waiting:
            self._text(item)
        return len(waiting) == count

    def find(self, wanted: PlanFilter, outline: Outline, today: date) -> frozenset[str] | None:
        """Ids of the lines that a filter lets through; None when it lets everything through."""
        if not wanted.parts and not wanted.branch:
            return None
        among, words = self._among(wanted, outline), [f" {one}" for one in wanted_words(wanted.words)]
        if words:
            text = self._text
            among = [one for one in among if all(word in text(one) for word in words)]
        if not (wanted.lead or wanted.status or wanted.when or wanted.group):
            return frozenset(one.id for one in among)
        return frozenset(one.id for one in among if self._answers(wanted, one, today))

    def fits(self, wanted: PlanFilter, item: Item, today: date) -> bool:
        """Whether a line answers to everything that is asked for, wherever it stands."""
        text = self._text(item)
        return all(f" {word}" in text for word in wanted_words(wanted.words)) and self._answers(wanted, item, today)

    def _answers(self, wanted: PlanFilter, item: Item, today: date) -> bool:
        return (
            _leads(wanted.lead, item)
            and _stands(wanted.status, item)
            and _is_due(wanted.when, item, today)
            and (not wanted.group or (bool(item.lead) and self._group_of(item.lead) == wanted.group))
        )

    def _among(self, wanted: PlanFilter, outline: Outline) -> Iterable[Item]:
        root = outline.get(wanted.branch)
        return outline if root is None else [root, *outline.below(root.id)]

    def _text(self, item: Item) -> str:
        """The folded words with a space before each: what begins a word is found by one look through the letters."""
        text = self._texts.get(item.id)
        if text is None:
            text = self._texts[item.id] = " " + folded(self._text_of(item))
        return text


def with_context(outline: Outline, found: Iterable[str]) -> set[str]:
    """What is found, and every line that it stands below."""
    seen: set[str] = set()
    for one in found:
        while one and one not in seen and (item := outline.get(one)) is not None:
            seen.add(one)
            one = item.parent
    return seen


def _leads(lead: str, item: Item) -> bool:
    """A goal or an objective without a lead lacks nothing: that somebody leads is asked of steps."""
    if lead == NOBODY:
        return item.level == "action" and not item.lead
    return not lead or item.lead == lead or lead in item.helpers


def _stands(status: str, item: Item) -> bool:
    if not status:
        return True
    return item.level == "action" and (item.status not in FINISHED if status == OPEN.key else item.status == status)


def _is_due(when: str, item: Item, today: date) -> bool:
    """Weeks begin on Monday (ISO 8601). What is late already is no part of this week or month."""
    if not when:
        return True
    if when == "none":
        return item.level == "action" and item.by is None and item.status not in FINISHED
    if when == "late":
        return days_late(item, today) > 0
    if item.by is None or item.status in FINISHED or item.by < today:
        return False
    if when == "week":
        return item.by <= today + timedelta(days=6 - today.weekday())
    return (item.by.year, item.by.month) == (today.year, today.month)
