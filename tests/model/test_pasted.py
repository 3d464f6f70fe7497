"""A pasted list becomes people, and no word of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.groups import groups_of
from app.model.pasted import MOST, read_pasted

cells = st.text("abcdeé @0123456789-", min_size=1, max_size=12)
sheets = st.lists(st.lists(cells, min_size=1, max_size=7), max_size=8)


def test_names_alone_one_a_line():
    assert [row["name"] for row in read_pasted("Rowan Tree\n\n  Mae \n", groups_of()).rows] == ["Rowan Tree", "Mae"]


@pytest.mark.parametrize(
    "line",
    [
        "Rowan Tree\tNurse\tHealth centre\t250-555-0144\trowan@example.org\tHealth care",
        "1. Rowan Tree, Nurse, Health centre, (250) 555-0144, rowan@example.org, health care",
        "• Rowan Tree; rowan@example.org; Nurse; Health centre; Health care; 250 555 0144",
    ],
)
def test_role_place_number_address_and_group_are_told_apart(line: str):
    (row,) = read_pasted(line, groups_of()).rows
    assert row["name"] == "Rowan Tree"
    assert (row["role"], row["organisation"]) == ("Nurse", "Health centre")
    assert row["email"] == "rowan@example.org"
    assert row["group"] == "health-care"
    assert row["phone"].replace("(", "").replace(")", "").replace("-", " ") in ("250 555 0144",)


def test_a_row_that_names_the_columns_is_no_person():
    assert [row["name"] for row in read_pasted("Name\tRole\nMae\tElder", groups_of()).rows] == ["Mae"]


def test_a_group_alone_is_a_name():
    assert read_pasted("Elders", groups_of()).rows == ({"name": "Elders"},)


def test_what_has_no_field_goes_to_the_notes():
    (row,) = read_pasted("Mae\tElder\tCircle\tTuesdays\tHas a van", groups_of()).rows
    assert row["notes"] == "Tuesdays; Has a van"


def test_a_whole_address_book_is_cut_and_said():
    found = read_pasted("\n".join(f"Name {n}" for n in range(MOST + 7)), groups_of())
    assert (len(found.rows), found.left_over) == (MOST, 7)


@given(sheets)
def test_no_word_of_a_line_with_a_name_is_lost(sheet: list[list[str]]):
    for cells in sheet:
        for row in read_pasted("\t".join(cells), groups_of()).rows:
            kept = sorted(" ".join(value for key, value in row.items() if key != "group").replace(";", " ").split())
            given_words = sorted(word for cell in cells for word in cell.split())
            bullets = [word for word in given_words if word not in kept]
            assert all(word.strip("-.0123456789)") == "" for word in bullets)


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str):
    for row in read_pasted(text, groups_of()).rows:
        assert row["name"]


def test_an_office_and_a_committee_in_a_sign_in_sheet_are_none_of_the_people():
    rows = read_pasted("Mae Sample\nInlet Motel\nVAWIR committee\n", groups_of()).rows
    assert [row.get("form", "person") for row in rows] == ["person", "organisation", "committee"]
