"""In which order letters stand when some run from right to left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.bidi import levels, visual_order

A, B, C = "\u05d0\u05d1\u05d2"
ARABIC, DIGIT = "\u0645", "\u0663"


def shown(text: str) -> str:
    """The letters from left to right, brackets turned as they are drawn."""
    _base, found = levels(text)
    turned = str.maketrans("()[]", ")(][")
    return "".join(
        text[number].translate(turned) if found[number] % 2 else text[number] for number in visual_order(found)
    )


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("one two", "one two"),
        (f"{A}{B} {C}", f"{C} {B}{A}"),
        (f"car {A}{B} end", f"car {B}{A} end"),
        (f"{A}{B} car {C}", f"{C} car {B}{A}"),
        (f"{A} 12 {B}", f"{B} 12 {A}"),
        (f"{A} 1-2", f"1-2 {A}"),
        (f"{ARABIC} 1-2", f"2-1 {ARABIC}"),
        (f"{ARABIC} 1,2", f"1,2 {ARABIC}"),
        (f"{A} 50%", f"50% {A}"),
        (f"{A} (b) {C}", f"{C} (b) {A}"),
        (f"a ({A}) c", f"a ({A}) c"),
        (f"a ({A} b) {C}", f"a ({A} b) {C}"),
        (f"{A}, {B}!", f"!{B} ,{A}"),
        (f"a {A}!", f"a {A}!"),
        (f"{DIGIT}+{DIGIT} {A}", f"{A} {DIGIT}+{DIGIT}"),
        (f"1 + {A}", f"{A} + 1"),
    ],
)
def test_letters_stand_as_the_rules_of_unicode_put_them(text: str, order: str) -> None:
    assert shown(text) == order


def test_the_first_letter_decides_which_way_a_paragraph_runs() -> None:
    assert levels(f"12 {A} b")[0] == 1
    assert levels(f"12 b {A}")[0] == 0
    assert levels("12 -")[0] == 0
    assert levels("") == (0, [])


def test_a_mark_and_a_joiner_go_with_their_letter() -> None:
    assert levels(f"a{A}\u05b7\u200c{B} c")[1] == [0, 1, 1, 1, 1, 0, 0]


@given(st.text(st.sampled_from(f"ab {A}{B}12(),.-[]{ARABIC}{DIGIT}%\u064b"), max_size=30))
def test_no_letter_is_lost_and_every_level_is_possible(text: str) -> None:
    base, found = levels(text)
    assert sorted(visual_order(found)) == list(range(len(text)))
    assert all(base <= one <= base + 2 for one in found)


@given(st.text(st.sampled_from("abc 12(),.-é"), max_size=30))
def test_text_without_letters_from_right_to_left_stays_as_it_is(text: str) -> None:
    assert levels(text) == (0, [0] * len(text))
