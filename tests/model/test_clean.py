"""What people type is tidied or refused in one sentence; it never breaks anything further on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.clean import clean, clean_values, tidy_line, tidy_long
from app.model.item import Item
from app.model.partner import Partner
from app.model.schema import specs
from app.model.trouble import Refused

NAME = specs(Partner)["name"]


def test_spaces_and_line_breaks_in_a_name_become_single_spaces() -> None:
    assert clean(NAME, "  Victim \n services\t ") == "Victim services"


def test_control_characters_go() -> None:
    assert clean(NAME, "Vic\x00tim\x1b ser\x7fvices") == "Victim services"


def test_marks_that_turn_the_writing_direction_go() -> None:
    assert clean(NAME, "abc\u202egpj.exe") == "abcgpj.exe"


def test_right_to_left_text_and_emoji_stay() -> None:
    assert clean(NAME, "مركز 🧡") == "مركز 🧡"


def test_letters_are_composed_so_that_equal_names_are_equal() -> None:
    assert clean(NAME, "Tse\u0301") == "Ts\u00e9"


def test_half_a_letter_from_a_broken_clipboard_does_no_harm() -> None:
    assert clean(NAME, "a\ud800b") == "a?b"


def test_a_name_of_ten_thousand_letters_is_refused_with_both_numbers() -> None:
    with pytest.raises(Refused) as told:
        clean(NAME, "x" * 10_000)
    assert "10000" in str(told.value)
    assert "200" in str(told.value)


def test_a_missing_name_is_refused_and_names_its_field() -> None:
    with pytest.raises(Refused) as told:
        clean(NAME, " \n ")
    assert told.value.field == "name"


def test_line_breaks_stay_in_long_texts() -> None:
    assert tidy_long(" one\r\ntwo\rthree ") == "one\ntwo\nthree"


@pytest.mark.parametrize("value", [0, 6, -1, "x", 2.5])
def test_a_judgement_outside_one_to_five_is_refused(value: object) -> None:
    with pytest.raises(Refused):
        clean(specs(Partner)["interest"], value)


def test_a_date_may_come_as_text() -> None:
    assert clean(specs(Item)["by"], "2027-03-15") == date(2027, 3, 15)


def test_a_date_that_is_none_is_refused_with_an_example() -> None:
    with pytest.raises(Refused, match="2027-03-15"):
        clean(specs(Item)["by"], "next spring")


def test_a_choice_that_is_not_on_the_list_is_refused() -> None:
    with pytest.raises(Refused):
        clean(specs(Partner)["involvement"], "conscripted")


def test_an_unknown_field_is_our_bug() -> None:
    with pytest.raises(KeyError):
        clean_values(Partner, {"shoe_size": "9"})


def test_a_list_loses_blanks_and_doubles() -> None:
    assert clean(specs(Partner)["languages"], [" Cree", "", "Cree", "English "]) == ("Cree", "English")


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy_line(tidy_line(text)) == tidy_line(text)
    assert tidy_long(tidy_long(text)) == tidy_long(text)
