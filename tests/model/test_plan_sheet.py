"""The plan as a sheet: its columns for each audience, its rows and what it remembers of itself."""

from __future__ import annotations

from app.model.partner import Partner
from app.model.plan import Outline
from app.model.plan_sheet import KEY, NUMBER, SENT, Scope, columns_for, numbers_of, people_labels
from app.model.schema import Audience
from tests.sheets import ITEMS, place_of, rows_of, sheet_for


def cell(rows: list[list[str]], what: str, heading: str) -> str:
    row, column = place_of(rows, what, heading)
    return rows[row][column]


def test_lines_are_numbered_in_reading_order():
    assert list(numbers_of(Outline(ITEMS)).values()) == ["1", "1.1", "1.1.1", "1.1.2", "2", "2.1"]


def test_a_row_holds_words_people_and_days():
    rows = rows_of(sheet_for())
    assert cell(rows, "Book the hall", "Lead") == "Anna Moss"
    assert cell(rows, "Book the hall", "Helpers") == "Ben Frank\nHidden Person"
    assert cell(rows, "Book the hall", "By when") == "2027-03-15"
    assert cell(rows, "Book the hall", "How it stands") == "Not started"
    assert cell(rows, "Ask the Elders", "Waits for") == "1.1.1 Book the hall"
    assert cell(rows, "Book the hall", "Dated notes") == "2027-01-01 The hall is being painted"


def test_the_public_gets_the_open_columns_alone():
    columns = columns_for(Audience.PUBLIC)
    assert columns == (NUMBER, "level", "what", "starts", "by", "status", "sign", "repeats", KEY, SENT)


def test_notes_are_for_the_office():
    assert "Notes" not in sheet_for(Audience.COMMITTEE).headings
    assert "Dated notes" not in sheet_for(Audience.COMMITTEE).headings


def test_who_did_not_agree_is_not_named():
    rows = rows_of(sheet_for(Audience.COMMITTEE))
    assert cell(rows, "Book the hall", "Helpers") == "Ben Frank"
    assert cell(rows, "Ask the Elders", "Lead") == ""
    assert "Hidden Person" not in sheet_for(Audience.COMMITTEE).names


def test_one_branch_keeps_its_numbers():
    rows = rows_of(sheet_for(scope=Scope(branch="g2")))
    assert [row[0] for row in rows[1:]] == ["2", "2.1"]


def test_one_persons_steps_come_with_the_lines_above_them():
    rows = rows_of(sheet_for(scope=Scope(partner="p2")))
    assert [row[2] for row in rows[1:]] == [
        "Everyone knows a number to call", "Hold three evenings", "Book the hall",
    ]  # fmt: skip


def test_a_scope_is_read_back():
    for scope in (Scope(), Scope(branch="g1"), Scope(partner="p1")):
        assert Scope.read(scope.words()) == scope


def test_people_of_one_name_are_told_apart():
    people = [
        Partner(id="a", name="Anna", organisation="Clinic"),
        Partner(id="b", name="anna", role="Elder"),
        Partner(id="c", name="Ben"),
        Partner(id="d", name="Ben"),
    ]
    assert people_labels(people) == {"a": "Anna (Clinic)", "b": "anna (Elder)", "c": "Ben", "d": "Ben (2)"}
