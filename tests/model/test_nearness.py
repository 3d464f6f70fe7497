"""Typing errors are counted, and the nearest known words are found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.nearness import distance, nearest, simple_form

words = st.text("abcd", max_size=7)


@pytest.mark.parametrize(
    ("one", "other", "away"), [("cat", "cat", 0), ("cta", "cat", 1), ("ct", "cat", 1), ("ca", "dog", 3)]
)
def test_errors_are_counted(one: str, other: str, away: int):
    assert distance(one, other, 9) == away


@given(words, words)
def test_the_distance_is_the_same_both_ways_and_zero_only_for_the_same_word(one: str, other: str):
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) == (one == other)


@given(words, words)
def test_giving_up_early_never_changes_a_near_answer(one: str, other: str):
    assert distance(one, other, 2) == min(distance(one, other, 9), 3)


def test_a_short_word_is_not_guessed_at():
    assert nearest("cot", ["cat"]) == ()


def test_only_the_nearest_words_are_offered():
    assert nearest("comittee", ["committee", "committees", "comet"]) == ("committee",)


@pytest.mark.parametrize(
    ("word", "simple"),
    [("wages", "wage"), ("stories", "stor"), ("abuse", "abuse"), ("gas", "gas"), ("illness", "illness")],
)
def test_plurals_meet_their_singular(word: str, simple: str):
    assert simple_form(word) == simple
