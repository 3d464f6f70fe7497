"""The board's columns: every step in one of them, late ones first, finished ones by the latest."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.model.board import COLUMNS, beside, columns
from app.model.item import Item

STEPS = st.lists(
    st.builds(Item, id=st.uuids().map(str), status=st.sampled_from(COLUMNS), by=st.none() | st.dates()), max_size=30
)


@given(STEPS)
def test_each_step_is_in_the_column_of_its_status(steps: list[Item]) -> None:
    found = columns(steps)
    assert tuple(found) == COLUMNS
    assert sorted(one.id for inside in found.values() for one in inside) == sorted(one.id for one in steps)
    assert all(one.status == status for status, inside in found.items() for one in inside)


@given(STEPS)
def test_the_earliest_day_comes_first_and_no_day_last(steps: list[Item]) -> None:
    for status in ("not-started", "in-progress", "waiting"):
        days = [one.by or date.max for one in columns(steps)[status]]
        assert days == sorted(days)


@given(STEPS)
def test_finished_steps_begin_with_the_latest(steps: list[Item]) -> None:
    days = [one.by or date.min for one in columns(steps)["done"]]
    assert days == sorted(days, reverse=True)


def test_steps_of_one_day_keep_their_order() -> None:
    steps = [Item(id=str(n), status=status) for n in range(3) for status in ("waiting", "done")]
    assert [one.id for one in columns(steps)["waiting"]] == ["0", "1", "2"]
    assert [one.id for one in columns(steps)["done"]] == ["0", "1", "2"]


def test_a_status_of_a_newer_program_stands_in_the_first_column() -> None:
    assert len(columns([Item(id="1", status="paused")])["not-started"]) == 1


def test_beside_the_last_column_there_is_none() -> None:
    assert beside("waiting", 1) == "done"
    assert beside("dropped", 1) == "dropped"
    assert beside("not-started", -1) == "not-started"
