"""Days that do not go together, and clocks set wrong."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import dates
from app.model.dates import DateFinding, clock_is_behind, date_findings
from app.model.item import Item
from app.model.plan import Outline

TODAY = date(2026, 11, 24)
SOON, LATER = TODAY + timedelta(days=5), TODAY + timedelta(days=9)


def found(*items: Item) -> list[DateFinding]:
    return date_findings(Outline(items), TODAY)


def test_a_step_that_starts_after_its_day() -> None:
    assert found(Item(id="a", starts=LATER, by=SOON)) == [DateFinding(dates.STARTS_AFTER_END, "a", "starts")]
    assert not found(Item(id="a", starts=SOON, by=SOON))


def test_a_step_due_before_one_that_it_waits_for() -> None:
    first = Item(id="a", by=LATER)
    assert found(first, Item(id="b", by=SOON, waits_for=("a",))) == [
        DateFinding(dates.BEFORE_WHAT_IT_WAITS_FOR, "b", "by", "a")
    ]
    assert not found(Item(id="a", by=LATER, status="done"), Item(id="b", by=SOON, waits_for=("a",)))


def test_a_step_due_after_the_nearest_line_above_that_has_a_day() -> None:
    goal = Item(id="g", level="goal", by=SOON)
    objective = Item(id="o", level="objective", parent="g")
    step = Item(id="a", parent="o", by=LATER)
    assert found(goal, objective, step) == [DateFinding(dates.AFTER_THE_ONE_ABOVE, "a", "by", "g")]


@pytest.mark.parametrize(("year", "kind"), [(1926, dates.FAR_PAST), (2126, dates.FAR_AHEAD)])
def test_a_year_that_nobody_can_mean(year: int, kind: str) -> None:
    assert found(Item(id="a", by=date(year, 1, 1))) == [DateFinding(kind, "a", "by")]


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_over_is_left_alone(status: str) -> None:
    assert not found(Item(id="a", starts=LATER, by=SOON, status=status))


@given(st.lists(st.tuples(st.none() | st.dates(), st.none() | st.dates()), max_size=20), st.dates())
def test_any_days_and_any_today_give_findings_and_no_error(days: list[tuple[date | None, date | None]], today: date):
    items = [
        Item(id=str(n), starts=starts, by=by, parent=str(n - 1), waits_for=(str(n - 1),))
        for n, (starts, by) in enumerate(days)
    ]
    assert all(one.item in {item.id for item in items} for one in date_findings(Outline(items), today))


def test_a_clock_before_the_newest_edit_is_behind() -> None:
    assert clock_is_behind(TODAY - timedelta(days=2), TODAY)


def test_two_offices_may_be_a_day_apart() -> None:
    assert not clock_is_behind(TODAY - timedelta(days=1), TODAY)
    assert not clock_is_behind(TODAY, None)
