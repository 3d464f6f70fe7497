"""Who has what: everything counted once for its lead, and too much said only where it is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.item import STATUSES, Item
from app.model.plan import FINISHED
from app.model.plan_load import loads

TODAY = date(2026, 11, 24)
PEOPLE = ["", "ann", "bo", "cy"]
STEPS = st.lists(
    st.builds(
        Item,
        id=st.uuids().map(str),
        status=st.sampled_from([one.key for one in STATUSES]),
        lead=st.sampled_from(PEOPLE),
        helpers=st.lists(st.sampled_from(PEOPLE[1:]), unique=True).map(tuple),
        by=st.none() | st.dates(TODAY - timedelta(days=30), TODAY + timedelta(days=30)),
    ),
    max_size=40,
)


def step(lead: str, **fields: object) -> Item:
    return Item(id=f"{lead}{len(fields)}", lead=lead, **fields)  # type: ignore[arg-type]


@given(STEPS)
def test_each_step_is_counted_once_for_its_lead(steps: list[Item]) -> None:
    found = loads(steps, TODAY)
    assert sorted(one.id for load in found for one in load.leads) == sorted(one.id for one in steps)
    assert sum(load.open for load in found) == sum(one.status not in FINISHED for one in steps)


@given(STEPS)
def test_nobodys_steps_come_first_and_then_who_has_most(steps: list[Item]) -> None:
    found = loads(steps, TODAY)
    assert [load.person for load in found if not load.person] == [load.person for load in found[:1] if not load.person]
    counts = [load.open for load in found if load.person]
    assert counts == sorted(counts, reverse=True)


@given(STEPS)
def test_nobody_helps_with_what_they_lead(steps: list[Item]) -> None:
    for load in loads(steps, TODAY):
        assert all(one.lead != load.person and load.person in one.helpers for one in load.helps)


@given(STEPS)
def test_a_step_is_late_or_due_soon_but_never_both(steps: list[Item]) -> None:
    assert all(load.late + load.soon <= load.open for load in loads(steps, TODAY))


@pytest.mark.parametrize(
    ("days", "too_much"),
    [
        ([5] * 4, False),
        ([5] * 5, True),
        ([28] * 5, True),
        ([29] * 50, False),
        ([None] * 50, False),
        ([-1] * 2, False),
        ([-1] * 3, True),
    ],
)
def test_too_much_is_more_than_a_step_a_week_for_four_weeks_or_three_late(
    days: list[int | None], too_much: bool
) -> None:
    steps = [step("ann", by=None if one is None else TODAY + timedelta(days=one)) for one in days]
    assert loads(steps, TODAY)[0].too_much is too_much


def test_steps_without_a_lead_are_nobodys_burden() -> None:
    found = loads([step("", by=TODAY)] * 50 + [step("ann")], TODAY)
    assert found[0].person == ""
    assert not found[0].too_much


def test_finished_steps_are_no_load() -> None:
    found = loads([step("ann", status="done", by=TODAY - timedelta(days=9))], TODAY)
    assert (found[0].open, found[0].late) == (0, 0)
