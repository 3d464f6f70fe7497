"""The circle's laws: everybody asked for has a seat of their own in the right place, and newcomers move nobody."""

from __future__ import annotations

from itertools import combinations
from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.circle import DOT, RINGS, Circle, angle_of, point, seat_all
from app.model.groups import GROUPS
from app.model.partner import INVOLVEMENT, Partner

KEYS = tuple(one.key for one in GROUPS)
states = st.sampled_from([one.key for one in INVOLVEMENT])
people = st.lists(st.tuples(st.sampled_from([*KEYS, ""]), states), max_size=60)


def partners(drawn: list[tuple[str, str]]) -> list[Partner]:
    return [
        Partner(id=f"{n:06d}", name=str(n), group=group, involvement=state) for n, (group, state) in enumerate(drawn)
    ]


def apart(circle: Circle) -> float:
    seats = list(circle.seats.values())
    return min((hypot(a.x - b.x, a.y - b.y) for a, b in combinations(seats, 2)), default=1000.0)


@given(people)
def test_who_may_sit_has_a_seat_in_their_wedge_and_ring(drawn: list[tuple[str, str]]):
    found = partners(drawn)
    circle = seat_all(KEYS, found)
    for one in found:
        seat = circle.seats.get(one.id)
        if one.group not in KEYS or one.involvement not in RINGS:
            assert seat is None
            continue
        assert seat is not None
        assert (KEYS[seat.wedge], RINGS[seat.ring]) == (one.group, one.involvement)
        assert circle.at(seat.x, seat.y) == (seat.wedge, seat.ring)


@given(people)
def test_dots_never_touch(drawn: list[tuple[str, str]]):
    assert apart(seat_all(KEYS, partners(drawn))) > 2 * DOT + 4


def test_dots_never_touch_in_a_crowd_either():
    crowd = [Partner(id=f"{n:06d}", name="x", group=KEYS[n % 3], involvement=RINGS[n % 2]) for n in range(400)]
    assert apart(seat_all(KEYS, crowd)) > 2 * DOT + 4


@given(st.integers(1, 60))
def test_dots_never_touch_with_few_or_many_groups(count: int):
    keys = [f"g{n}" for n in range(count)]
    everywhere = [
        Partner(id=f"{n:06d}", name="x", group=keys[n % count], involvement=RINGS[n // count % 5])
        for n in range(count * 5)
    ]
    assert apart(seat_all(keys, everywhere)) > 2 * DOT + 4


@settings(max_examples=50)
@given(people, st.sampled_from(KEYS), st.sampled_from(RINGS))
def test_a_newcomer_moves_nobody_unless_a_ring_must_grow(drawn: list[tuple[str, str]], group: str, ring: str):
    before = partners(drawn)
    after = [*before, Partner(id="999999", name="new", group=group, involvement=ring)]
    old, new = seat_all(KEYS, before), seat_all(KEYS, after)
    if old.rings == new.rings:
        assert all(new.seats[one] == seat for one, seat in old.seats.items())


@given(people)
def test_the_order_in_which_partners_are_given_does_not_matter(drawn: list[tuple[str, str]]):
    found = partners(drawn)
    assert seat_all(KEYS, found) == seat_all(KEYS, found[::-1])


def test_a_wedge_where_nobody_sits_is_empty_also_when_somebody_said_no():
    circle = seat_all(("a", "b"), [Partner(id="1", name="x", group="a", involvement="said-no")])
    assert circle.empty == (0, 1)


@given(st.floats(0, 359.99), st.floats(1, 500))
def test_an_angle_is_found_again(angle: float, radius: float):
    found = angle_of(*point(angle, radius))
    assert min(abs(found - angle), 360 - abs(found - angle)) < 1e-6


def test_the_top_is_where_the_first_wedge_begins_and_outside_is_nowhere():
    circle = seat_all(KEYS, [])
    assert circle.at(1, -circle.radius + 1) == (0, len(RINGS) - 1)
    assert circle.at(0, 0) == (0, 0)
    assert circle.at(circle.radius + 1, 0) is None


def test_two_thousand_partners_all_have_a_seat_of_their_own():
    many = [Partner(id=f"{n:06d}", name="x", group=KEYS[n % 15], involvement=RINGS[n % 5]) for n in range(2000)]
    seats = seat_all(KEYS, many).seats.values()
    assert len({(one.x, one.y) for one in seats}) == 2000
