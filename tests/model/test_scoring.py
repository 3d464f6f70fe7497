"""Hands counted in a meeting."""

from __future__ import annotations

from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from app.model.scoring import MARKS, Hands

marks = st.lists(st.integers(1, MARKS), min_size=1, max_size=40)


def hands(of: list[int]) -> Hands:
    made = Hands()
    for mark in of:
        made = made.raised(mark)
    return made


def test_without_hands_there_is_no_middle() -> None:
    assert Hands().middle is None
    assert not Hands().far_apart


@given(marks)
def test_the_middle_is_the_median_and_half_a_mark_counts_up(of: list[int]) -> None:
    middle = hands(of).middle
    assert middle is not None
    assert middle - median(of) in (0, 0.5)


@given(marks)
def test_the_order_of_hands_does_not_matter(of: list[int]) -> None:
    assert hands(of) == hands(of[::-1])


@given(marks, st.integers(1, MARKS))
def test_a_hand_taken_back_leaves_no_trace(of: list[int], mark: int) -> None:
    assert hands(of).raised(mark).lowered(mark) == hands(of)


def test_a_hand_that_was_never_raised_cannot_be_taken_back() -> None:
    assert Hands().lowered(3) == Hands()


def test_people_far_apart_are_noticed() -> None:
    assert hands([1, 2, 4]).far_apart
    assert not hands([2, 3, 4]).far_apart
