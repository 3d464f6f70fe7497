"""Testing the plan: each thing that can be found is found, in the order of what presses most, and nothing else is."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import plan_check
from app.model.groups import groups_of
from app.model.item import Item
from app.model.partner import Partner
from app.model.plan import Outline
from app.model.plan_check import KINDS, PARTS, Finding, check_plan

TODAY = date(2026, 11, 24)
SOON, LATER, PAST = TODAY + timedelta(days=9), TODAY + timedelta(days=60), TODAY - timedelta(days=9)
GROUPS = groups_of()
PEOPLE = [Partner(id=f"p-{one.key}", name=one.label, group=one.key, involvement="active") for one in GROUPS.all]
EVERYONE = tuple(one.id for one in PEOPLE)

GOAL = Item(id="goal", what="Goal", level="goal", by=LATER, sign="People say so")
STEP = Item(id="step", what="Step", parent="goal", lead="p-youth", helpers=EVERYONE, by=SOON, safety="No names")


def found(*items: Item, people: list[Partner] = PEOPLE, latest: date | None = None) -> list[Finding]:
    return check_plan(Outline(items), people, GROUPS, TODAY, latest)


def kinds(*items: Item, people: list[Partner] = PEOPLE) -> dict[str, Finding]:
    return {one.kind: one for one in found(*items, people=people)}


def test_a_whole_plan_has_nothing_to_look_at() -> None:
    assert found(GOAL, STEP) == []


def test_an_empty_plan_has_nothing_to_look_at() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("kind", "change", "field"),
    [
        ("no-lead", {"lead": ""}, "lead"),
        ("no-day", {"by": None}, "by"),
        ("late", {"by": PAST}, "by"),
        ("no-words", {"what": ""}, "what"),
        ("review-past", {"review": PAST}, "review"),
        ("no-safety", {"safety": ""}, "safety"),
        ("repeats-without-day", {"by": None, "repeats": "weekly"}, "by"),
        ("starts-after-end", {"starts": LATER}, "starts"),
        ("after-the-one-above", {"by": LATER + timedelta(days=1)}, "by"),
        ("circle", {"waits_for": ("step",)}, "waits_for"),
    ],
)
def test_one_thing_wrong_with_a_step_is_found_alone(kind: str, change: dict[str, object], field: str) -> None:
    findings = found(GOAL, replace(STEP, **change))
    assert [(one.kind, one.things, one.field) for one in findings] == [(kind, ("step",), field)]
    finished = found(GOAL, STEP, replace(STEP, id="over", status="done", **change))
    assert kind not in {one.kind for one in finished}


def test_a_lead_who_stepped_back_is_found() -> None:
    people = [replace(one, involvement="stepped-back") if one.group == "youth" else one for one in PEOPLE]
    assert kinds(GOAL, STEP, people=people)["lead-away"].things == ("step",)


def test_a_step_that_waits_for_a_dropped_one_is_named_with_it() -> None:
    dropped = Item(id="dropped", status="dropped")
    finding = kinds(GOAL, replace(STEP, waits_for=("dropped",)), dropped)["waits-for-dropped"]
    assert (finding.things, finding.others) == (("step",), ("dropped",))


def test_a_step_moved_below_what_it_waits_for_is_found() -> None:
    finding = kinds(GOAL, replace(STEP, waits_for=("goal",), by=LATER))["waits-inside"]
    assert (finding.things, finding.others) == (("step",), ("goal",))
    assert "waits-inside" in kinds(replace(GOAL, waits_for=("step",)), STEP)


def test_a_goal_without_steps_is_found_and_of_a_bare_branch_its_top() -> None:
    bare = Item(id="bare", what="Bare", level="goal")
    below = Item(id="below", what="Below", level="objective", parent="bare")
    assert kinds(GOAL, STEP, bare, below)["no-steps"].things == ("bare",)


def test_a_sign_on_the_line_above_is_enough() -> None:
    assert "no-sign" in kinds(replace(GOAL, sign=""), STEP)
    assert "no-sign" not in kinds(replace(GOAL, sign=""), replace(STEP, sign="Cards are gone"))


def test_groups_that_lead_and_help_with_nothing_are_found() -> None:
    helpers = tuple(one for one in EVERYONE if one not in ("p-elders", "p-police"))
    finding = kinds(GOAL, replace(STEP, helpers=helpers))["groups-without-part"]
    assert finding.sort == plan_check.GROUPS
    assert set(finding.things) == {"elders", "police"}


def test_nothing_for_youth_is_found_apart() -> None:
    bare = replace(STEP, lead="p-elders", helpers=tuple(one for one in EVERYONE if one != "p-youth"))
    assert set(kinds(GOAL, bare)) == {"nothing-for-youth"}
    assert not found(GOAL, replace(bare, origin="gap:youth"))
    assert not found(GOAL, replace(bare, origin="page:take-action/work-with-youth#a passage"))


def test_a_group_that_is_left_out_of_the_circle_is_not_missed() -> None:
    groups = replace(GROUPS, hidden=frozenset({"youth", "elders"}))
    bare = replace(STEP, lead="p-police", helpers=tuple(one for one in EVERYONE if one not in ("p-youth", "p-elders")))
    assert check_plan(Outline([GOAL, bare]), PEOPLE, groups, TODAY) == []


def test_who_has_too_much_is_a_partner_to_go_to() -> None:
    steps = [replace(STEP, id=str(n)) for n in range(6)]
    finding = kinds(GOAL, *steps)["too-much"]
    assert (finding.sort, finding.things) == (plan_check.PARTNERS, ("p-youth",))


def test_a_clock_that_stands_behind_comes_first() -> None:
    findings = found(GOAL, replace(STEP, lead=""), latest=TODAY + timedelta(days=40))
    assert [one.kind for one in findings] == ["clock", "no-lead"]


DAY = st.none() | st.sampled_from([PAST, SOON, LATER])


@st.composite
def plans(draw: st.DrawFn) -> list[Item]:
    ids = [str(n) for n in range(draw(st.integers(0, 8)))]
    return [
        Item(
            id=one,
            what=draw(st.sampled_from(["", "x"])),
            parent=draw(st.sampled_from(["", *ids[:n]])),
            level=draw(st.sampled_from(["goal", "objective", "action"])),
            status=draw(st.sampled_from(["not-started", "done", "dropped"])),
            lead=draw(st.sampled_from(["", "gone", *EVERYONE])),
            by=draw(DAY),
            starts=draw(DAY),
            waits_for=tuple(draw(st.lists(st.sampled_from(ids), max_size=2))),
        )
        for n, one in enumerate(ids)
    ]


@given(plans())
def test_any_plan_has_each_kind_once_in_order_about_things_that_are_there(items: list[Item]) -> None:
    findings = found(*items)
    order = [list(KINDS).index(one.kind) for one in findings]
    assert order == sorted(set(order))
    ids = {one.id for one in items}
    for one in findings:
        assert one.part in PARTS
        assert one.things
        assert one.sort != plan_check.ITEMS or set(one.things) <= ids
        assert len(one.others) in (0, len(one.things))


def test_five_thousand_lines_are_quick() -> None:
    goals = [replace(GOAL, id=f"g{n}") for n in range(50)]
    items = [*goals, *(replace(STEP, id=str(n), parent=f"g{n % 50}", lead="", helpers=()) for n in range(5_000))]
    begin = time.process_time()
    assert found(*items)
    assert time.process_time() - begin < 0.5
