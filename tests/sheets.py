"""A plan with fixed ids for the tests of sheets, sheets made of it, and cells changed in them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from openpyxl import load_workbook

from app.model.audience import shown_to
from app.model.item import Item
from app.model.note import Note
from app.model.partner import Partner
from app.model.plan import Outline
from app.model.plan_sheet import PlanContent, PlanSheet, Scope, plan_sheet
from app.model.schema import Audience
from app.model.sheet import Row
from app.model.sheet_changes import Here, compare
from app.model.sheet_found import Findings
from app.model.sheet_headings import find_headings

TODAY = date(2027, 1, 15)
MADE = datetime(2027, 1, 2, 3, 4, tzinfo=UTC)
PEOPLE = (
    Partner(id="p1", name="Anna Moss", role="Nurse", consent_show="committee"),
    Partner(id="p2", name="Ben Frank", form="person", consent_show="public"),
    Partner(id="p3", name="Hidden Person", consent_show="office"),
    Partner(id="p4", name="Sm’algya̱x Circle", form="organisation", consent_show="public"),
)
ITEMS = (
    Item(id="g1", level="goal", what="Everyone knows a number to call", lead="p1"),
    Item(id="o1", parent="g1", level="objective", what="Hold three evenings", by=date(2027, 6, 1)),
    Item(
        id="a1", parent="o1", what="Book the hall", lead="p1", helpers=("p2", "p3"), by=date(2027, 3, 15), cost=1200,
        needs="=SUM(A1)\n- tables", safety="Nobody is filmed", origin="page:get-organized/who#words",
        notes="office only words",
    ),
    Item(id="a2", parent="o1", what="Ask the Elders", lead="p3", waits_for=("a1",), status="in-progress"),
    Item(id="g2", level="goal", what="Young people travel safely", repeats="yearly"),
    Item(id="a3", parent="g2", what="+1 ride a week", lead="p4", starts=date(2027, 2, 1), review=date(2027, 9, 1)),
)  # fmt: skip
NOTES = (Note(id="n1", item="a1", on=date(2027, 1, 1), words="The hall is being painted"),)


def here(items: Sequence[Item] = ITEMS, people: Sequence[Partner] = PEOPLE) -> Here:
    """The plan as it stands."""
    return Here(Outline(items), people, TODAY)


def sheet_for(
    audience: Audience = Audience.OFFICE,
    items: Sequence[Item] = ITEMS,
    people: Sequence[Partner] = PEOPLE,
    scope: Scope | None = None,
    notes: Sequence[Note] = NOTES,
) -> PlanSheet:
    """The sheet for some readers."""
    shown = shown_to(audience, people, items)
    content = PlanContent("Cedar Inlet", Outline(shown.items), shown.partners, notes, audience, scope or Scope(), MADE)
    return plan_sheet(content)


def rows_of(sheet: PlanSheet) -> list[list[str]]:
    """The sheet's cells as texts, the headings first."""
    return [list(sheet.headings), *([_text(cell) for cell in row.cells] for row in sheet.rows)]


def _text(cell: object) -> str:
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)


def found_in(rows: Sequence[Sequence[str]], plan: Here | None = None) -> Findings:
    """What such a sheet proposes."""
    lines = [Row(number, tuple(cells)) for number, cells in enumerate(rows, start=1)]
    return compare(lines, find_headings(lines), plan or here())


def place_of(rows: Sequence[Sequence[str]], what: str, heading: str) -> tuple[int, int]:
    """Row and column of a step's field."""
    words = rows[0].index("What")
    return next(at for at, row in enumerate(rows) if row[words].removeprefix("'") == what), rows[0].index(heading)


def edited(rows: list[list[str]], what: str, heading: str, text: str) -> list[list[str]]:
    """The rows with one cell changed."""
    row, column = place_of(rows, what, heading)
    copy = [list(one) for one in rows]
    copy[row][column] = text
    return copy


def edit_xlsx(data: bytes, changes: Mapping[tuple[str, str], object]) -> bytes:
    """A spreadsheet with cells changed, by a step's words and a heading."""
    book = load_workbook(io.BytesIO(data))
    page = book.worksheets[0]
    rows = [[str(cell.value or "") for cell in row] for row in page.iter_rows()]
    for (what, heading), value in changes.items():
        row, column = place_of(rows, what, heading)
        cell = page.cell(row + 1, column + 1)
        cell.value = value
        if isinstance(value, str):
            # The library takes “=” for a formula; a person's cell is a text.
            cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def edit_csv(data: bytes, changes: Mapping[tuple[str, str], str]) -> bytes:
    """A CSV sheet with cells changed."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    for (what, heading), value in changes.items():
        row, column = place_of(rows, what, heading)
        rows[row][column] = value
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8")


def kept_at(folder: Path, name: str, data: bytes) -> Path:
    """The bytes as a file."""
    path = folder / name
    path.write_bytes(data)
    return path
