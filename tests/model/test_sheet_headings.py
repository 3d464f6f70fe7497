"""Columns are found by their headings, ours in any order and other people's words."""

from __future__ import annotations

from app.model.plan_sheet import KEY, NUMBER, SENT
from app.model.sheet import Row
from app.model.sheet_headings import find_headings
from tests.sheets import rows_of, sheet_for


def columns(*rows: tuple[str, ...]) -> tuple[str, ...]:
    return find_headings([Row(number, cells) for number, cells in enumerate(rows, start=1)]).columns


def test_our_own_headings_are_known_in_any_order():
    sheet = sheet_for()
    cells = tuple(reversed(rows_of(sheet)[0]))
    found = find_headings([Row(1, cells)])
    assert found.columns == tuple(reversed(sheet.columns))
    assert found.sent == "1 all 2027-01-02T03:04Z"


def test_other_peoples_headings_are_known():
    assert columns(("Task", "Who", "Due date", "Status")) == ("what", "lead", "by", "status")
    assert columns(("#", "Action steps", "Person responsible", "Deadline", "Resources needed")) == (
        NUMBER, "what", "lead", "by", "needs",
    )  # fmt: skip


def test_a_title_above_the_headings_is_passed_over():
    found = find_headings([
        Row(1, ("Our action plan", "", "")), Row(2, ("As of March", "", "")), Row(4, ("TASK", "BY WHOM", "Colour")),
    ])  # fmt: skip
    assert (found.at, found.columns, found.unknown) == (2, ("what", "lead", ""), ("Colour",))


def test_a_sheet_without_steps_is_none():
    assert not find_headings([Row(1, ("First name", "Phone", "Fax"))]).found
    assert not find_headings([]).found


def test_the_programs_own_columns_are_known_whatever_their_case():
    assert columns(("What", "GROUNDWORK KEY", "groundwork sent 1 all")) == ("what", KEY, SENT)
