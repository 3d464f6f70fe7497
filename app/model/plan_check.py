"""Testing the plan: is it complete, clear and current (Community Tool Box, chapter 8, section 5), and is it safe (our own).

Complete: are all parts of the community in it? Clear: does it say who, what and when? Current: does it fit what is so today?
Only what a machine can see is looked at; whether a sentence is a step at all is for people to judge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from app.model import dates
from app.model.circles import is_above
from app.model.dates import DateFinding, clock_is_behind, date_findings
from app.model.groups import Groups
from app.model.item import Item
from app.model.origin import GAP, PAGE, Origin
from app.model.partner import INVOLVED, Partner
from app.model.plan import FINISHED, Outline, days_late
from app.model.plan_load import loads
from app.model.repeats import repeats
from app.model.waiting import Waiting

COMPLETE, CLEAR, CURRENT, SAFE = "complete", "clear", "current", "safe"
PARTS = (COMPLETE, CLEAR, CURRENT, SAFE)
YOUTH = "youth"
YOUTH_PAGE = "take-action/work-with-youth"

# What a finding is about: lines of the plan, groups of the circle, or partners.
ITEMS, GROUPS, PARTNERS = "item", "group", "partner"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. `kind` is a key of `KINDS`, `part` the question of the test that it belongs to.

    `things` are ids of what `sort` says, in reading order; `field` is the field to go to. `others` stand beside `things`
    one by one where a finding is about pairs (what a step waits for, the line above it).
    """

    kind: str
    part: str
    things: tuple[str, ...] = ()
    field: str = ""
    sort: str = ITEMS
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Plan:
    outline: Outline
    people: dict[str, Partner]
    groups: Groups
    today: date
    latest: date | None
    lines: list[Item] = field(default_factory=list[Item])

    @cached_property
    def open(self) -> list[Item]:
        return [one for one in self.lines if one.status not in FINISHED]

    @cached_property
    def steps(self) -> list[Item]:
        return [one for one in self.open if one.level == "action"]

    @cached_property
    def counted(self) -> list[Item]:
        return [one for one in self.lines if one.status != "dropped"]

    @cached_property
    def taking_part(self) -> set[str]:
        """The groups of everybody who leads or helps."""
        named = {partner for one in self.counted for partner in (one.lead, *one.helpers)}
        return {self.people[one].group for one in named if one in self.people}

    @cached_property
    def days(self) -> list[DateFinding]:
        return date_findings(self.outline, self.today)


def check_plan(
    outline: Outline, partners: Iterable[Partner], groups: Groups, today: date, latest: date | None = None
) -> list[Finding]:
    """What to look at, the most pressing first, each kind at most once; nothing for a plan that has no lines yet.

    `latest` is the newest day on which something was saved, to tell a clock that stands behind.
    """
    return [finding for found in checks(outline, partners, groups, today, latest) for finding in found]


def checks(
    outline: Outline, partners: Iterable[Partner], groups: Groups, today: date, latest: date | None = None
) -> Iterator[list[Finding]]:
    """The same, one kind after the other, for who has only a moment at a time."""
    plan = _Plan(outline, {one.id: one for one in partners}, groups, today, latest)
    plan.lines.extend(outline.below())
    for look in KINDS.values() if plan.lines else ():
        yield look(plan)


# -- what can be found --------------------------------------------------------------------------------------


def _about(kind: str, part: str, found: Iterable[Item], field_name: str) -> list[Finding]:
    things = tuple(one.id for one in found)
    return [Finding(kind, part, things, field_name)] if things else []


def _clock(plan: _Plan) -> list[Finding]:
    return [Finding("clock", CURRENT)] if clock_is_behind(plan.today, plan.latest) else []


def _circle(plan: _Plan) -> list[Finding]:
    found = [one for circle in Waiting(plan.lines).circles() for one in circle if one.status not in FINISHED]
    return _about("circle", CLEAR, found, "waits_for")


def _late(plan: _Plan) -> list[Finding]:
    late = [one for one in plan.open if days_late(one, plan.today)]
    return _about("late", CURRENT, sorted(late, key=lambda one: one.by or plan.today), "by")


def _no_lead(plan: _Plan) -> list[Finding]:
    return _about("no-lead", CLEAR, (one for one in plan.steps if not one.lead), "lead")


def _lead_away(plan: _Plan) -> list[Finding]:
    away = {one.id for one in plan.people.values() if one.involvement not in INVOLVED}
    return _about("lead-away", CURRENT, (one for one in plan.open if one.lead in away), "lead")


def _no_day(plan: _Plan) -> list[Finding]:
    return _about("no-day", CLEAR, (one for one in plan.steps if one.by is None and not repeats(one)), "by")


def _repeats_without_day(plan: _Plan) -> list[Finding]:
    bare = (one for one in plan.open if one.by is None and repeats(one))
    return _about("repeats-without-day", CLEAR, bare, "by")


def _no_words(plan: _Plan) -> list[Finding]:
    return _about("no-words", CLEAR, (one for one in plan.open if not one.what), "what")


def _waits_for_dropped(plan: _Plan) -> list[Finding]:
    pairs = [
        (one.id, other)
        for one in plan.open
        for other in one.waits_for
        if (found := plan.outline.get(other)) is not None and found.status == "dropped"
    ]
    return _pairs("waits-for-dropped", CURRENT, pairs, "waits_for")


def _waits_inside(plan: _Plan) -> list[Finding]:
    """What was moved below a line that it waits for: at the door only new links are looked at."""
    get = plan.outline.get
    pairs = [
        (one.id, other)
        for one in plan.open
        for other in one.waits_for
        if other != one.id and (is_above(other, one.id, get) or is_above(one.id, other, get))
    ]
    return _pairs("waits-inside", CLEAR, pairs, "waits_for")


def _too_much(plan: _Plan) -> list[Finding]:
    found = loads(plan.steps, plan.today)
    heavy = tuple(one.person for one in found if one.person in plan.people and one.too_much)
    return [Finding("too-much", CURRENT, heavy, sort=PARTNERS)] if heavy else []


def _review_past(plan: _Plan) -> list[Finding]:
    past = (one for one in plan.open if one.review is not None and one.review < plan.today)
    return _about("review-past", CURRENT, past, "review")


def _no_steps(plan: _Plan) -> list[Finding]:
    """Goals and objectives that nothing leads to; of a branch without any step, the uppermost line alone."""
    bare = {one.id for one in plan.open if one.level != "action" and not plan.outline.steps(one.id)}
    return _about("no-steps", COMPLETE, (one for one in plan.open if one.id in bare and one.parent not in bare), "")


def _nothing_for_youth(plan: _Plan) -> list[Finding]:
    if YOUTH not in {one.key for one in plan.groups.shown} or YOUTH in plan.taking_part:
        return []
    origins = [Origin.read(one.origin) for one in plan.counted]
    if any((one.sort, one.thing) in ((GAP, YOUTH), (PAGE, YOUTH_PAGE)) for one in origins):
        return []
    return [Finding("nothing-for-youth", COMPLETE, (YOUTH,), sort=GROUPS)]


def _groups_without_part(plan: _Plan) -> list[Finding]:
    missing = tuple(one.key for one in plan.groups.shown if one.key not in plan.taking_part and one.key != YOUTH)
    return [Finding("groups-without-part", COMPLETE, missing, sort=GROUPS)] if missing else []


def _no_safety(plan: _Plan) -> list[Finding]:
    if not plan.steps or any(one.safety for one in plan.counted):
        return []
    return _about("no-safety", SAFE, plan.steps[:1], "safety")


def _no_sign(plan: _Plan) -> list[Finding]:
    """Steps of which neither they nor a line above say how people will see that it worked."""
    bare = (one for one in plan.steps if not one.sign and not any(above.sign for above in plan.outline.path(one.id)))
    return _about("no-sign", CLEAR, bare, "sign")


def _days_of(kind: str, part: str) -> Callable[[_Plan], list[Finding]]:
    def look(plan: _Plan) -> list[Finding]:
        found = [one for one in plan.days if one.kind == kind]
        if not found:
            return []
        others = tuple(one.other for one in found)
        things = tuple(one.item for one in found)
        return [Finding(kind, part, things, found[0].field, others=others if any(others) else ())]

    return look


def _pairs(kind: str, part: str, pairs: Sequence[tuple[str, str]], field_name: str) -> list[Finding]:
    if not pairs:
        return []
    return [Finding(kind, part, tuple(one for one, _ in pairs), field_name, others=tuple(other for _, other in pairs))]


# In this order they are shown: what cannot work or is wrong by now, then what is missing, then what would make it better.
KINDS: dict[str, Callable[[_Plan], list[Finding]]] = {
    "clock": _clock,
    "circle": _circle,
    "waits-inside": _waits_inside,
    "late": _late,
    "lead-away": _lead_away,
    "waits-for-dropped": _waits_for_dropped,
    "no-lead": _no_lead,
    "no-day": _no_day,
    dates.BEFORE_WHAT_IT_WAITS_FOR: _days_of(dates.BEFORE_WHAT_IT_WAITS_FOR, CLEAR),
    dates.AFTER_THE_ONE_ABOVE: _days_of(dates.AFTER_THE_ONE_ABOVE, CLEAR),
    dates.STARTS_AFTER_END: _days_of(dates.STARTS_AFTER_END, CLEAR),
    dates.FAR_PAST: _days_of(dates.FAR_PAST, CLEAR),
    dates.FAR_AHEAD: _days_of(dates.FAR_AHEAD, CLEAR),
    "repeats-without-day": _repeats_without_day,
    "no-safety": _no_safety,
    "no-steps": _no_steps,
    "no-words": _no_words,
    "too-much": _too_much,
    "review-past": _review_past,
    "nothing-for-youth": _nothing_for_youth,
    "groups-without-part": _groups_without_part,
    "no-sign": _no_sign,
}
