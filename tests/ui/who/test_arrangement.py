"""The table's columns as they are remembered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.who.arrangement import NARROWEST, SHOWN, WIDEST, Arrangement
from app.ui.who.model import COLUMNS


def test_at_the_start_four_columns_are_shown() -> None:
    assert Arrangement().seen == SHOWN


def test_what_was_arranged_is_read_again_as_it_was() -> None:
    made = Arrangement().with_shown("phone", True).with_width("phone", 333).moved("phone", -2)
    made = made.sorted("phone", descending=True)
    assert Arrangement.read(made.kept()) == made


@pytest.mark.parametrize("kept", ["", "|", "nonsense", "name:x group:-3 | -", "\0\0 | name", "name | name"])
def test_a_spoilt_line_is_as_at_the_start(kept: str) -> None:
    assert Arrangement.read(kept).seen[0] == "name"


@given(st.lists(st.sampled_from([*"-:| 019²", *COLUMNS])).map("".join))
def test_no_line_can_do_harm(kept: str) -> None:
    made = Arrangement.read(kept)
    assert sorted(made.order) == sorted(COLUMNS)
    assert made.seen[0] == made.order[0] == "name"
    assert all(NARROWEST <= made.width(one) <= WIDEST for one in COLUMNS)
    assert made.sorted_by in COLUMNS


def test_an_older_line_has_every_column_and_hides_those_it_does_not_know() -> None:
    made = Arrangement.read("name:200 role phone:90 | -role")
    assert made.seen == ("name", "role", "phone")
    assert set(made.order) == set(COLUMNS)
    assert (made.width("name"), made.width("phone"), made.sorted_by, made.descending) == (200, 90, "role", True)


def test_the_name_is_neither_hidden_nor_moved() -> None:
    start = Arrangement()
    assert start.with_shown("name", False).seen == SHOWN
    assert start.moved("name", 1) == start.moved("group", -1) == start.moved("involvement", 1) == start


def test_a_column_passes_those_that_are_hidden_when_it_moves() -> None:
    assert Arrangement().moved("group", 1).seen == ("name", "role", "group", "involvement")
    assert Arrangement().moved("involvement", -1).seen == ("name", "group", "involvement", "role")
