"""The grid's laws: who was judged has a seat in the right square, dots never touch, newcomers move nobody."""

from __future__ import annotations

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from app.model.circle import DOT
from app.model.grid import Grid, seat_grid
from app.model.partner import Partner

marks = st.one_of(st.none(), st.integers(1, 5))
people = st.lists(st.tuples(marks, marks), max_size=50)


def partners(drawn: list[tuple[int | None, int | None]]) -> list[Partner]:
    return [Partner(id=f"{n:05d}", name=str(n), interest=one, influence=other) for n, (one, other) in enumerate(drawn)]


@given(people)
def test_who_was_judged_twice_sits_in_that_square_and_the_others_wait(drawn: list[tuple[int | None, int | None]]):
    grid = seat_grid(partners(drawn))
    for one in partners(drawn):
        if one.interest is None or one.influence is None:
            assert one.id in grid.waiting
        else:
            seat = grid.seats[one.id]
            assert grid.at(seat.x, seat.y) == (one.interest, one.influence)


@given(people)
def test_dots_never_touch(drawn: list[tuple[int | None, int | None]]):
    seats = seat_grid(partners(drawn)).seats.values()
    assert all(hypot(a.x - b.x, a.y - b.y) > 2 * DOT + 4 for a, b in combinations(seats, 2))


@given(people, st.integers(1, 5), st.integers(1, 5))
def test_a_newcomer_moves_nobody_unless_the_squares_must_grow(
    drawn: list[tuple[int | None, int | None]], interest: int, influence: int
):
    old = seat_grid(partners(drawn))
    new = seat_grid([*partners(drawn), Partner(id="99999", name="new", interest=interest, influence=influence)])
    if old.side == new.side:
        assert all(new.seats[one] == seat for one, seat in old.seats.items())


def test_much_interest_is_right_and_much_influence_above():
    grid = Grid(100)
    assert grid.at(499, 1) == (5, 5)
    assert grid.at(1, 499) == (1, 1)
    assert grid.at(500, 10) is None
