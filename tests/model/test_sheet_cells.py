"""Cells of other people's sheets: days, dollars, choices and names as they are written."""

from __future__ import annotations

from datetime import date

import pytest

from app.model.item import Item
from app.model.partner import Partner
from app.model.schema import specs
from app.model.sheet_cells import People, Unreadable, day_order, possible_days, read_choice, read_money

SPECS = specs(Item)
TODAY = date(2027, 1, 15)
PEOPLE = People([
    Partner(id="a", name="Ánna Moss"), Partner(id="b", name="Ben Frank", organisation="Band office"),
    Partner(id="c", name="Ben Frank", role="Elder"), Partner(id="d", name="Moss, Fern and Sons"),
])  # fmt: skip


@pytest.mark.parametrize("cell", [
    "2027-03-15", "2027/3/15", "2027-03-15T00:00:00", "2027-03-15 00:00:00", "15 March 2027", "15 Mar 2027", "15-Mar-27",
    "Mar 15, 2027", "March 15 2027", "15/03/2027", "3/15/2027", "15.03.27", "Mon, 15 Mar 2027", "46461", "3/15/2027 0:00",
    "15th March 2027",
])  # fmt: skip
def test_a_day_is_read_in_many_writings(cell: str):
    assert possible_days(cell, "", TODAY) == (date(2027, 3, 15),)


def test_a_day_that_may_be_two_is_both():
    assert set(possible_days("3/4/2027", "", TODAY)) == {date(2027, 4, 3), date(2027, 3, 4)}


def test_the_other_days_of_a_file_say_which_it_is():
    assert day_order(["3/4/2027", "3/15/2027"]) == "mdy"
    assert day_order(["3/4/2027", "15/3/2027"]) == "dmy"
    assert day_order(["3/15/2027", "15/3/2027"]) == ""
    assert possible_days("3/4/2027", "mdy", TODAY) == (date(2027, 3, 4),)


@pytest.mark.parametrize("cell", ["soon", "31 Feb 2027", "2027", "tomorrow", "13/13/2027", "Spring"])
def test_what_is_no_day_is_said(cell: str):
    with pytest.raises(Unreadable, match="not a day"):
        possible_days(cell, "", TODAY)


@pytest.mark.parametrize(("cell", "dollars"), [
    ("1200", 1200), ("$1,200", 1200), ("1200.00", 1200), ("1 200", 1200), ("CAD 50", 50), ("", None),
])  # fmt: skip
def test_dollars_are_read(cell: str, dollars: int | None):
    assert read_money(SPECS["cost"], cell) == dollars


@pytest.mark.parametrize("cell", ["12.50", "about 100", "-5", "0", "99999999", "1e3", "²"])
def test_what_is_no_whole_number_is_said(cell: str):
    with pytest.raises(Unreadable, match="whole number"):
        read_money(SPECS["cost"], cell)


@pytest.mark.parametrize(("field", "cell", "key"), [
    ("status", "In progress", "in-progress"), ("status", "COMPLETED", "done"), ("status", "on hold", "waiting"),
    ("status", "not-started", "not-started"), ("level", "Task", "action"), ("repeats", "Annually", "yearly"),
])  # fmt: skip
def test_choices_are_known_by_other_words(field: str, cell: str, key: str):
    assert read_choice(SPECS[field], cell) == key


def test_a_name_is_found_without_marks_and_case():
    assert PEOPLE.find("anna moss") == "a"


def test_a_name_that_two_have_is_not_guessed():
    with pytest.raises(Unreadable, match="Several"):
        PEOPLE.find("Ben Frank")
    assert PEOPLE.find("Ben Frank (Elder)") == "c"


def test_several_names_in_a_cell_are_parted():
    assert PEOPLE.parted("Ánna Moss; Somebody Else") == ["Ánna Moss", "Somebody Else"]
    assert PEOPLE.parted("anna moss and Fern") == ["anna moss", "Fern"]
    assert PEOPLE.parted("Moss, Fern and Sons\nÁnna Moss") == ["Moss, Fern and Sons", "Ánna Moss"]
    assert PEOPLE.parted("TBD") == []
