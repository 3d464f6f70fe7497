"""Rows that become other rows: the named steps lead there, and no more are named than needed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.ui.plan.steps.differences import differences

KEYS = st.lists(st.sampled_from("abcdefghij"), unique=True)


def follow(old: list[str], new: list[str]) -> list[str]:
    gone, come = differences(old, new)
    rows = list(old)
    for first, last in gone:
        del rows[first : last + 1]
    for first, last in come:
        rows[first:first] = new[first : last + 1]
    return rows


@given(KEYS, KEYS)
def test_the_steps_lead_from_the_old_rows_to_the_new(old: list[str], new: list[str]) -> None:
    assert follow(old, new) == new


@given(KEYS)
def test_what_stays_is_not_touched(rows: list[str]) -> None:
    assert differences(rows, rows) == ([], [])


@given(KEYS, st.integers(0, 9), st.integers(0, 9))
def test_one_row_that_moves_goes_once_and_comes_once(rows: list[str], start: int, end: int) -> None:
    new = list(rows)
    if new:
        new.insert(end % len(rows), new.pop(start % len(rows)))
    gone, come = differences(rows, new)
    assert (
        sum(last - first + 1 for first, last in gone) == sum(last - first + 1 for first, last in come) == (new != rows)
    )


def test_rows_beside_each_other_go_in_one_run() -> None:
    assert differences(list("abcdef"), list("af")) == ([(1, 4)], [])
