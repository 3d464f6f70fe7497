"""The groups of a community."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.groups import GROUPS, MOST, Group, check_name, groups_of, moved
from app.model.partner import Partner
from app.model.trouble import Refused

KEYS = [one.key for one in GROUPS]


def test_without_a_word_from_the_community_they_are_the_toolkits() -> None:
    assert groups_of().all == GROUPS
    assert groups_of().shown == GROUPS


def test_a_group_of_the_toolkit_can_be_called_otherwise_and_goes_back_without_a_name() -> None:
    assert groups_of([Group(id="elders", name="Knowledge Keepers")]).label("elders") == "Knowledge Keepers"
    assert groups_of([Group(id="elders")]).label("elders") == "Elders"


def test_a_group_of_the_communitys_own_comes_last_until_it_is_moved() -> None:
    groups = groups_of([Group(id="x1", name="Fishing crews")])
    assert groups.all[-1].key == "x1"
    assert groups_of([Group(id="x1", name="Fishing crews")], moved(groups, "x1", -99)).all[0].key == "x1"


@given(st.permutations(KEYS), st.integers(0, len(KEYS) - 1), st.integers(-20, 20))
def test_moving_one_keeps_all_and_the_order_of_the_others(order: list[str], at: int, by: int) -> None:
    groups = groups_of((), order)
    after = moved(groups, order[at], by)
    assert sorted(after) == sorted(KEYS)
    assert [one for one in after if one != order[at]] == [one for one in order if one != order[at]]


@given(st.lists(st.sampled_from([*KEYS, "gone", ""])))
def test_an_order_that_names_too_little_or_too_much_loses_no_group(order: list[str]) -> None:
    assert sorted(one.key for one in groups_of((), order).all) == sorted(KEYS)


def test_a_hidden_group_is_no_gap_and_has_a_wedge_only_while_somebody_is_in_it() -> None:
    groups = groups_of([Group(id="police", hidden=True)])
    assert "police" not in {one.key for one in groups.shown}
    assert "police" not in {one.key for one in groups.wedges([])}
    assert "police" in {one.key for one in groups.wedges([Partner(name="A", group="police")])}


def test_who_has_no_group_or_a_lost_one_has_a_wedge_of_their_own() -> None:
    wedges = groups_of().wedges([Partner(name="A", group="somebody-elses")])
    assert wedges[-1].label == "No group yet"


def test_a_name_is_given_once() -> None:
    with pytest.raises(Refused):
        check_name(groups_of(), "ELDERS ")
    check_name(groups_of(), "Elders", but="elders")


def test_the_circle_has_room_for_so_many() -> None:
    full = groups_of([Group(id=f"x{n}", name=f"Group {n}") for n in range(MOST - len(GROUPS))])
    with pytest.raises(Refused):
        check_name(full, "One more")


def test_an_own_group_needs_a_name_and_a_toolkits_does_not() -> None:
    assert Group(id="x1").refusal()
    assert not Group(id="elders").refusal()
