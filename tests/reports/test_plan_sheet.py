"""The plan's spreadsheet as programs find it: real days and numbers, lists to choose from, print set-up; and nothing hidden."""

from __future__ import annotations

import csv
import dataclasses
import io
import subprocess
import sys
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from app.model.item import Item
from app.model.note import Note
from app.model.partner import Partner
from app.model.plan_sheet import PlanSheet
from app.model.schema import Audience, specs
from app.reports.plan_sheet import plan_csv, plan_xlsx
from tests.sheets import ITEMS, PEOPLE, place_of, rows_of, sheet_for

SHEET = sheet_for()


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(io.BytesIO(plan_xlsx(SHEET)))


def cell(book: Any, what: str, heading: str) -> Any:
    row, column = place_of(rows_of(SHEET), what, heading)
    return book.worksheets[0].cell(row + 1, column + 1)


def parts_of(data: bytes) -> str:
    """Everything in the file, unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "\n".join(parts.read(one).decode("utf-8", "replace") for one in parts.namelist())


def test_days_are_days_and_dollars_are_numbers(book: Any):
    assert cell(book, "Book the hall", "By when").value == datetime(2027, 3, 15)
    assert cell(book, "Book the hall", "By when").is_date
    assert cell(book, "Book the hall", "Cost in dollars").value == 1200
    assert "$" in cell(book, "Book the hall", "Cost in dollars").number_format


def test_a_text_that_begins_like_a_formula_is_a_text(book: Any):
    for what, heading in (("Book the hall", "What it needs"), ("+1 ride a week", "What")):
        found = cell(book, what, heading)
        assert (found.data_type, found.quotePrefix) == ("s", True)
    assert "<f>" not in parts_of(plan_xlsx(SHEET))


def test_status_level_repeats_and_lead_are_chosen_from_lists(book: Any):
    rules = {
        rule.formula1: str(rule.sqref)
        for rule in book.worksheets[0].data_validations.dataValidation
        if rule.type == "list"
    }
    lists = book.worksheets[1]
    assert len(rules) == 4
    names = [row[0].value for row in lists["D2:D5"]]
    assert lists["D1"].value == "Lead"
    assert names == sorted((one.name for one in PEOPLE), key=str.casefold)
    column = chr(ord("A") + SHEET.columns.index("lead"))
    assert rules["'Lists'!$D$2:$D$5"].startswith(f"{column}2:{column}")


def test_the_head_stays_in_sight_and_rows_can_be_sieved_and_folded(book: Any):
    page = book.worksheets[0]
    assert (page.freeze_panes, page.auto_filter.ref[:3]) == ("D2", "A1:")
    assert [page.row_dimensions[row].outlineLevel for row in range(2, 8)] == [0, 1, 2, 2, 0, 1]
    assert not page.sheet_properties.outlinePr.summaryBelow


def test_the_columns_for_the_program_are_hidden(book: Any):
    page = book.worksheets[0]
    letters = [chr(ord("A") + at) for at in range(len(SHEET.columns))]
    assert [one for one in letters if page.column_dimensions[one].hidden][:1] == [letters[-2]]
    assert [page.sheet_state, book.worksheets[1].sheet_state] == ["visible", "hidden"]


def test_it_prints_across_the_page_with_its_head_on_each(book: Any):
    page = book.worksheets[0]
    assert (page.page_setup.orientation, page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == "$1:$1"
    assert "Cedar Inlet" in page.oddHeader.left.text
    assert page.oddFooter.right.text == "Page &P of &N"


def test_the_file_names_nobody_as_its_maker(book: Any):
    assert (book.properties.title, book.properties.creator, book.properties.lastModifiedBy) == (
        "Action plan",
        None,
        None,
    )


def test_the_same_plan_makes_the_same_bytes():
    assert plan_xlsx(SHEET) == plan_xlsx(sheet_for())
    assert plan_csv(SHEET) == plan_csv(sheet_for())


def test_a_community_name_cannot_act_as_a_print_code():
    book = load_workbook(io.BytesIO(plan_xlsx(dataclasses.replace(SHEET, community="Fish & Pine"))))
    assert book.worksheets[0].oddHeader.left.text.replace("&&", "&") == "Fish & Pine"


def test_cells_of_a_csv_sheet_are_guarded_against_formulas():
    rows = list(csv.reader(io.StringIO(plan_csv(SHEET).decode("utf-8-sig"), newline="")))
    cells = [one for row in rows for one in row]
    assert "'+1 ride a week" in cells
    assert not [one for one in cells if one.startswith(("=", "+", "-", "@", "\t"))]


def test_outline_numbers_of_a_csv_sheet_cannot_be_read_as_numbers():
    rows = list(csv.reader(io.StringIO(plan_csv(SHEET).decode("utf-8-sig"), newline="")))
    assert [row[0] for row in rows[1:]] == ["1.", "1.1.", "1.1.1.", "1.1.2.", "2.", "2.1."]


def telltale() -> tuple[list[Item], list[Partner], list[Note]]:
    """A plan and people, each field of which holds a word that stands nowhere else."""
    texts = {
        name: f"canary{name.replace('_', '')}"
        for name, spec in specs(Item).items()
        if spec.type.value in ("line", "long")
    }
    item = dataclasses.replace(ITEMS[2], parent="", **texts)
    people = [dataclasses.replace(one, name=f"canary{one.consent_show}{one.id}", phone="canaryphone") for one in PEOPLE]
    return [item], people, [Note(id="n", item=item.id, on=date(2027, 1, 1), words="canarydated")]


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("write", [plan_xlsx, plan_csv])
def test_what_readers_may_not_see_is_nowhere_in_the_file(audience: Audience, write: Any):
    items, people, notes = telltale()
    sheet: PlanSheet = sheet_for(audience, items, people, notes=notes)
    data = write(sheet)
    inside = parts_of(data) if write is plan_xlsx else data.decode("utf-8")
    held = {
        word for word in ("sign", "needs", "safety", "notes", "dated", "origin", "phone") if f"canary{word}" in inside
    }
    allowed = {
        Audience.PUBLIC: {"sign"},
        Audience.COMMITTEE: {"sign", "needs", "safety"},
        Audience.OFFICE: {"sign", "needs", "safety", "notes", "dated"},
    }
    assert held == allowed[audience]
    named = {one.consent_show for one in people if one.name in inside}
    shown = {Audience.PUBLIC: set[str](), Audience.COMMITTEE: {"committee", "public"}}
    assert named == shown.get(audience, {"committee", "public", "office"})


def test_the_spreadsheet_libraries_are_loaded_when_they_are_wanted():
    program = "import sys, app.reports.plan_sheet, app.data.plan_file as file; print(*(one in sys.modules for one in {names}))"
    program = program.format(names=("xlsxwriter", "openpyxl"))
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]
