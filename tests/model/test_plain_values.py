"""Records outside the program: whole when they come back, and never anything but what was declared."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from app.model.everything import in_outline_order
from app.model.item import Item
from app.model.partner import Partner
from app.model.plain_values import NotPlain, UnknownField, is_id, record_from_plain, record_to_plain

PARTNER = Partner(
    id="p-1_a", name="hən̓q̓əmin̓əm̓", interest=3, languages=("English", "Dakelh"), consent_asked=date(2027, 3, 15),
    skills="One\n\ttwo", sees={"phone": "public"}, apart=("q",),
)  # fmt: skip
ITEM = Item(id="s", parent="g", what="Book the hall", waits_for=("a", "b"), cost=9_999_999)


@pytest.mark.parametrize("record", [PARTNER, ITEM, Partner(id="p"), Item(id="s")])
def test_a_record_comes_back_equal_through_json(record: Partner | Item) -> None:
    plain = json.loads(json.dumps(record_to_plain(record)))
    assert record_from_plain(type(record), plain) == record


def test_what_an_older_program_left_out_is_empty() -> None:
    assert record_from_plain(Partner, {"id": "p", "name": "A"}) == Partner(id="p", name="A")


def test_what_only_a_newer_program_has_is_told_apart() -> None:
    with pytest.raises(UnknownField):
        record_from_plain(Partner, {"id": "p", "song": "x"})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", None), ("name", "two\nlines"), ("name", ["a"]), ("skills", 5), ("skills", "x" * 400_001), ("interest", "3"),
        ("interest", 0), ("interest", 2.0), ("interest", False), ("languages", {"a": 1}), ("languages", [1]),
        ("languages", ["x"] * 2_001), ("sees", ["a"]), ("sees", {"a": 1}), ("consent_asked", "15 March"),
        ("consent_asked", 5), ("id", "a/b"), ("id", "a.b"), ("id", 5), ("id", "x" * 101),
    ],
)  # fmt: skip
def test_what_is_of_another_type_is_no_record(field: str, value: Any) -> None:
    with pytest.raises(NotPlain):
        record_from_plain(Partner, {"id": "p", field: value})


@pytest.mark.parametrize("value", [None, 5, [], "text", True])
def test_what_is_no_map_is_no_record(value: Any) -> None:
    with pytest.raises(NotPlain):
        record_from_plain(Partner, value)


@pytest.mark.parametrize("text", ["community", "chief-and-council", "0123456789abcdef" * 2, "p_1"])
def test_ids_of_every_sort_are_known(text: str) -> None:
    assert is_id(text)


def test_an_outline_is_read_from_the_top_down() -> None:
    items = [Item(id=one, parent=two) for one, two in (("b", "a"), ("a", ""), ("d", "b"), ("c", ""), ("e", "a"))]
    assert [one.id for one in in_outline_order(items)] == ["a", "b", "d", "e", "c"]


def test_what_stands_below_nothing_or_itself_is_not_in_an_outline() -> None:
    items = [Item(id=one, parent=two) for one, two in (("a", "gone"), ("b", "c"), ("c", "b"), ("d", "d"), ("e", ""))]
    assert [one.id for one in in_outline_order(items)] == ["e"]
