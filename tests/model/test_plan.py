"""The rules of the plan: outline, progress, lateness, levels. Laws by hypothesis over any list of items."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.model.item import LEVELS, STATUSES, Item
from app.model.plan import Outline, days_late, due_soon, fitting_level, levels_below, next_steps, progress

TODAY = date(2026, 11, 24)
KEYS = [one.key for one in LEVELS]


@st.composite
def plans(draw: st.DrawFn) -> list[Item]:
    """Items in any order, each below an earlier one, below nobody, or below one that is not there."""
    count = draw(st.integers(0, 30))
    items: list[Item] = []
    for n in range(count):
        parent = draw(st.sampled_from(["", "gone", *(one.id for one in items)]))
        status = draw(st.sampled_from([one.key for one in STATUSES]))
        items.append(Item(id=str(n), parent=parent, level=draw(st.sampled_from(KEYS)), status=status))
    return items


@given(plans())
def test_every_item_is_walked_once_and_after_the_one_above(items: list[Item]) -> None:
    walked = [item.id for item, _depth in Outline(items).walk()]
    assert sorted(walked) == sorted(one.id for one in items)
    for item in items:
        if item.parent in walked:
            assert walked.index(item.parent) < walked.index(item.id)


@given(plans())
def test_the_depth_is_the_length_of_the_path(items: list[Item]) -> None:
    outline = Outline(items)
    assert all(len(outline.path(item.id)) == depth for item, depth in outline.walk())


@given(plans())
def test_what_lies_below_comes_in_the_order_in_which_it_is_walked(items: list[Item]) -> None:
    outline = Outline(items)
    for above in ["", *(one.id for one in items)]:
        assert outline.below(above) == [one for one, _depth in outline.walk(above)]


@given(plans())
def test_progress_of_the_whole_is_the_sum_of_its_branches(items: list[Item]) -> None:
    outline = Outline(items)
    whole = outline.progress()
    tops = outline.children()
    parts = [outline.progress(one.id) for one in tops] + [progress([one]) for one in tops if one.level == "action"]
    assert (whole.done, whole.total) == (sum(one.done for one in parts), sum(one.total for one in parts))
    assert 0.0 <= whole.share <= 1.0


@given(st.sampled_from(KEYS), st.sampled_from(["", *KEYS]))
def test_a_level_fits_where_it_may_stand_and_stays_fitting(level: str, above: str) -> None:
    fitted = fitting_level(level, above)
    assert fitted in levels_below(above)
    assert fitting_level(fitted, above) == fitted
    assert fitted == level or level not in levels_below(above)


def test_a_circle_of_parents_does_not_hang() -> None:
    outline = Outline([Item(id="a", parent="b"), Item(id="b", parent="a")])
    assert len(outline.path("a")) <= 3


def test_dropped_steps_do_not_count() -> None:
    found = progress([Item(status="done"), Item(status="dropped"), Item()])
    assert (found.done, found.total) == (1, 2)


def test_only_unfinished_steps_are_late() -> None:
    yesterday = TODAY - timedelta(days=1)
    assert days_late(Item(by=yesterday), TODAY) == 1
    assert days_late(Item(by=yesterday, status="done"), TODAY) == 0
    assert days_late(Item(by=TODAY), TODAY) == 0
    assert days_late(Item(), TODAY) == 0


def test_a_step_is_due_soon_from_today_to_a_week_ahead() -> None:
    assert due_soon(Item(by=TODAY), TODAY)
    assert due_soon(Item(by=TODAY + timedelta(days=7)), TODAY)
    assert not due_soon(Item(by=TODAY + timedelta(days=8)), TODAY)
    assert not due_soon(Item(by=TODAY - timedelta(days=1)), TODAY)


def test_the_next_steps_begin_with_the_latest_and_end_with_those_without_a_day() -> None:
    items = [
        Item(id="bare"),
        Item(id="soon", by=TODAY),
        Item(id="late", by=TODAY - timedelta(days=9)),
        Item(status="done"),
    ]
    assert [one.id for one in next_steps(items, TODAY)] == ["late", "soon", "bare"]
