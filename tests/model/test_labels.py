"""Names find room beside their dots and never lie on anything."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.model.labels import Box, Wish, place_labels

BOUNDS = (0.0, 0.0, 400.0, 300.0)
spots = st.lists(st.tuples(st.floats(0, 400), st.floats(0, 300), st.floats(5, 120)), max_size=30)


def wishes(drawn: list[tuple[float, float, float]]) -> list[Wish]:
    return [Wish(str(n), x, y, 5, width, 14) for n, (x, y, width) in enumerate(drawn)]


def touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(spots)
def test_no_name_lies_on_another_or_on_a_dot_or_outside(drawn: list[tuple[float, float, float]]):
    dots = [(x - 5, y - 5, x + 5, y + 5) for x, y, _width in drawn]
    found = place_labels(wishes(drawn), dots, BOUNDS)
    assert not any(touch(one, other) for one, other in combinations(found.values(), 2))
    assert not any(touch(one, dot) for one in found.values() for dot in dots)
    assert all(one[0] >= 0 and one[2] <= 400 and one[1] >= 0 and one[3] <= 300 for one in found.values())


@given(spots)
def test_who_is_first_has_a_name_wherever_there_is_room_for_one(drawn: list[tuple[float, float, float]]):
    for wish in wishes(drawn)[:3]:
        alone = place_labels([wish], (), BOUNDS)
        assert (wish.key in place_labels(wishes(drawn), (), BOUNDS, [wish.key])) == (wish.key in alone)


def test_one_that_is_chosen_has_its_name_also_in_a_crowd():
    crowd = [(200.0 + 6 * n, 150.0 + 6 * m, 90.0) for n in range(-4, 5) for m in range(-4, 5)]
    dots = [(x - 5, y - 5, x + 5, y + 5) for x, y, _width in crowd]
    chosen = wishes(crowd)[40]
    assert chosen.key not in place_labels([chosen], dots, BOUNDS)
    assert chosen.key in place_labels(wishes(crowd), dots, BOUNDS, [chosen.key], surely=chosen.key)
