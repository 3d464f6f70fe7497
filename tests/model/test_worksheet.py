"""Filled worksheets become cards: each in its place, none twice, and nothing that tells who wrote it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.reflection import QUESTIONS, Answer, Meeting, Question
from app.model.schema import specs
from app.model.worksheet import (
    WORDS,
    CardProposal,
    FilledSheet,
    SheetFindings,
    SheetsHere,
    cards_in,
    field_name,
    next_order,
    place_of,
    read_sheets,
    sheet_code,
)

MEETING = Meeting(id="m1", name="First evening", asks=("1", "7"))
OWN = Question(id="q1", text="Our own?")


def sheet(words: dict[str, str], name: str = "a.pdf", digest: str = "", meeting: str = "m1") -> FilledSheet:
    fields = tuple((field_name("person", meeting, *key.split(":")), value) for key, value in words.items())
    return FilledSheet(name, digest or f"{name}{words}", fields)


def read(*sheets: FilledSheet, answers: tuple[Answer, ...] = (), chosen: str = "") -> SheetFindings:
    return read_sheets(sheets, SheetsHere((MEETING,), (OWN,), answers, chosen))


def words(found: SheetFindings) -> list[str]:
    return sorted(one.words for one in found.cards)


def kept(found: SheetFindings) -> tuple[Answer, ...]:
    return tuple(one.answer(number) for number, one in enumerate(found.cards, 1))


def test_a_name_says_where_a_field_belongs_and_others_say_nothing() -> None:
    place = place_of(field_name("group", "m1", "7", "tick2"))
    assert place is not None
    assert (place.version, place.sheet, place.meeting, place.question, place.tick) == (1, "group", "m1", "7", 2)
    assert [place_of(one) for one in ("", "name", "groundwork1:person:m1:7:other", "groundwork1:a:b")] == [None] * 4


def test_each_line_is_a_card_without_its_bullet() -> None:
    text = "- The hall\r• The clinic\r\n\n3) The radio\n   \n—\n2027 was better\nThe hall"
    assert cards_in(text) == ["The hall", "The clinic", "The radio", "2027 was better"]


@given(st.text())
def test_no_card_is_longer_than_a_card_may_be_nor_empty(text: str) -> None:
    assert all(0 < len(one) <= specs(Answer)["words"].limit for one in cards_in(text))


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=40), min_size=1, max_size=60))
def test_no_word_of_a_long_line_is_lost(said: list[str]) -> None:
    each = [f"{number}{word}" for number, word in enumerate(said)]
    assert " ".join(cards_in(" ".join(each))).split() == each


def test_words_and_ticks_become_cards_of_their_question() -> None:
    found = read(sheet({"1:words": "Rides\nOffers online", "7:tick1": "x", "7:words": "", "q1:words": "Light"}))
    assert [(one.question, one.words) for one in found.cards if one.question != "1"] == [
        ("7", QUESTIONS[6].examples[0]),
        ("q1", "Light"),
    ]
    assert sorted(one.words for one in found.cards if one.question == "1") == ["Offers online", "Rides"]
    assert found.sheets == 1


def test_a_sheet_read_twice_brings_nothing_twice() -> None:
    one = sheet({"1:words": "Rides\nOffers online", "7:tick1": "x"})
    first = read(one)
    again = read(one, replace(one, name="copy of a.pdf"), answers=kept(first))
    assert again.cards == []
    assert (again.before, again.copies) == (3, 1)


def test_a_sheet_saved_by_another_program_is_still_the_same_sheet() -> None:
    one = sheet({"1:words": "Rides\r\nOffers", "7:words": ""})
    other = replace(
        one, digest="other", fields=tuple((name, value.replace("\r\n", "\r")) for name, value in one.fields)
    )
    assert read(other, answers=kept(read(one))).cards == []


def test_two_sheets_that_say_the_same_are_both_shown_and_the_second_is_to_be_looked_at() -> None:
    found = read(sheet({"1:words": "Rides"}, "a.pdf"), sheet({"1:words": "Rides"}, "b.pdf"))
    assert sorted(bool(one.unsure) for one in found.cards) == [False, True]
    assert len({one.id for one in found.cards}) == 2


def test_words_that_are_on_a_card_already_are_to_be_looked_at() -> None:
    there = Answer(id="x", meeting="m1", question="1", words="RIDES")
    found = read(sheet({"1:words": "Rides\nOffers"}), answers=(there,))
    assert {one.words: bool(one.unsure) for one in found.cards} == {"Rides": True, "Offers": False}


def test_nothing_that_is_kept_joins_the_cards_of_one_sheet() -> None:
    cards = kept(read(sheet({"1:words": "Rides\nOffers", "7:words": "I can drive a van"})))
    assert {one.source for one in cards} == {"worksheet:person"}
    assert len({one.id[:8] for one in cards}) == 3


def test_cards_do_not_come_in_the_order_of_the_sheets() -> None:
    sheets = [sheet({"1:words": f"thought {number}"}, f"{number}.pdf") for number in range(40)]
    found = [one.words for one in read(*sheets).cards]
    assert found != [f"thought {number}" for number in range(40)]
    assert found == [one.words for one in read(*reversed(sheets)).cards]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (FilledSheet("tax.pdf", "1", (("income", "12"),)), "not a worksheet"),
        (FilledSheet("tax.pdf", "1", ()), "not a worksheet"),
        (sheet({"1:words": "x"}, "tax.pdf", meeting="elsewhere"), "a meeting that is not in this file"),
        (sheet({"1:words": " ", "7:tick1": ""}, "tax.pdf"), "nothing is written"),
        (sheet({"1:words": "x"}, "tax.pdf", meeting=""), "Choose first"),
        (FilledSheet("tax.pdf", "1", (("groundwork2:person:m1:1:words", "x"),)), "newer Groundwork"),
    ],
)
def test_what_brings_nothing_is_listed_with_a_sentence(one: FilledSheet, said: str) -> None:
    found = read(one)
    assert found.cards == []
    assert [left.name for left in found.left] == ["tax.pdf"]
    assert said in found.left[0].why
    assert "tax.pdf" in found.left[0].why


def test_a_question_that_is_gone_is_said_and_the_others_come_in() -> None:
    found = read(sheet({"gone:words": "x", "1:words": "Rides"}))
    assert words(found) == ["Rides"]
    assert "no longer here" in found.left[0].why


def test_a_sheet_for_any_meeting_goes_to_the_chosen_one() -> None:
    found = read(sheet({"1:words": "Rides"}, meeting=""), chosen="m1")
    assert [one.meeting for one in found.cards] == ["m1"]
    assert found.unbound == 1


def test_a_tick_of_a_box_that_there_never_was_is_nothing() -> None:
    assert read(sheet({"1:tick9": "x", "q1:tick1": "x"})).cards == []


def test_the_code_of_a_meeting_is_short_and_its_own() -> None:
    codes = {sheet_code(f"m{number}") for number in range(200)}
    assert len(codes) == 200
    assert {len(one) for one in codes} == {5}


def test_a_new_card_goes_behind_the_others_of_its_question() -> None:
    there = [
        Answer(meeting="m1", question="1", words="a", order=4),
        Answer(meeting="m1", question="2", words="b", order=9),
    ]
    assert [next_order(there, "m1", one) for one in ("1", "2", "3")] == [5, 10, 1]
    assert CardProposal("i", "m1", "1", "x", "group").answer(5).order == 5
    assert place_of(field_name("group", "m1", "1", WORDS)) is not None
