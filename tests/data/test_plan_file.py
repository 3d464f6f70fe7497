"""A plan goes out as a file and comes back: spreadsheets and CSV, from several programs, whole, changed, damaged and hostile."""

from __future__ import annotations

import csv
import io
import os
import random
import subprocess
import time
import tracemalloc
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from app.data.plan_file import MOST_ROWS, read_plan_file
from app.model.clean import tidy_line, tidy_long
from app.model.item import LEVELS, REPEATS, STATUSES, Item
from app.model.plan import levels_below
from app.model.schema import Audience
from app.model.sheet_changes import compare
from app.model.sheet_found import Findings, safe
from app.model.trouble import Refused, Trouble
from app.reports.plan_sheet import plan_csv, plan_xlsx
from tests.office import office_with
from tests.sheets import ITEMS, PEOPLE, edit_csv, edit_xlsx, here, kept_at, sheet_for

KEPT = Path(__file__).parent / "sheets"
XLSX = plan_xlsx(sheet_for())
CSV = plan_csv(sheet_for())


def found_at(path: Path, items=ITEMS) -> Findings:
    """What the file proposes for the plan."""
    file = read_plan_file(path)
    return compare(file.rows, file.headings, here(items), file.spoilt)


def refusal(tmp_path: Path, data: bytes, name: str = "plan.xlsx") -> str:
    with pytest.raises(Refused) as caught:
        read_plan_file(kept_at(tmp_path, name, data))
    return str(caught.value)


def pairs(found: Findings) -> set[tuple[str, str, object]]:
    return {(one.item_id, one.field, one.value) for one in found.changes}


# -- there and back --------------------------------------------------------------------------------------------

lines = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=40).map(tidy_line)
longs = st.text(st.sampled_from("abcə̱=+-@'\"\n\t;,_x005 é1"), max_size=60).map(tidy_long)
days = st.none() | st.dates(date(1950, 1, 1), date(2200, 1, 1))


@st.composite
def plans(draw: st.DrawFn) -> list[Item]:
    """Any plan of up to twelve lines; each stands below an earlier one, and waits for earlier ones."""
    items: list[Item] = []
    for number in range(draw(st.integers(1, 12))):
        above = draw(st.none() | st.sampled_from(items)) if items else None
        people = st.sampled_from([one.id for one in PEOPLE])
        items.append(
            Item(
                id=f"i{number}",
                parent=above.id if above else "",
                level=draw(st.sampled_from(levels_below(above.level if above else ""))),
                what=draw(lines),
                lead=draw(st.just("") | people),
                helpers=tuple(draw(st.lists(people, unique=True, max_size=3))),
                starts=draw(days),
                by=draw(days),
                review=draw(days),
                status=draw(st.sampled_from([one.key for one in STATUSES])),
                repeats=draw(st.sampled_from([one.key for one in REPEATS])),
                cost=draw(st.none() | st.integers(1, 9_999_999)),
                needs=draw(longs),
                sign=draw(longs),
                notes=draw(longs),
                waits_for=tuple({one.id: 1 for one in draw(st.lists(st.sampled_from(items), max_size=2))})
                if items
                else (),
            )
        )
    return items


@given(plans(), st.sampled_from(Audience))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_plan_that_goes_out_comes_back_unchanged(tmp_path: Path, items: list[Item], audience: Audience):
    sheet = sheet_for(audience, items, notes=())
    for name, data in (("plan.xlsx", plan_xlsx(sheet)), ("plan.csv", plan_csv(sheet))):
        found = found_at(kept_at(tmp_path, name, data), items)
        assert (found.proposals(), found.unread, found.ours) == ([], (), True)


CELLS = {
    "What": lines.filter(lambda text: bool(text) and not text.startswith("'")),
    "Lead": st.sampled_from([one.name for one in PEOPLE]),
    "By when": st.dates(date(2020, 1, 1), date(2040, 1, 1)).map(date.isoformat),
    "How it stands": st.sampled_from([one.label for one in STATUSES]),
    "Cost in dollars": st.integers(1, 9_999_999).map(str),
    "What it needs": longs.filter(lambda text: bool(text) and not text.startswith("'")),
}
FIELDS = {
    "What": "what", "Lead": "lead", "By when": "by", "How it stands": "status", "Cost in dollars": "cost",
    "What it needs": "needs",
}  # fmt: skip


def stored(field: str, cell: str) -> object:
    """What a cell is as a value."""
    match field:
        case "lead":
            return next(one.id for one in PEOPLE if one.name == cell)
        case "by":
            return date.fromisoformat(cell)
        case "status":
            return next(one.key for one in STATUSES if one.label == cell)
        case "cost":
            return int(cell)
        case _:
            return cell.replace("\ufffe", "").replace("\uffff", "")


cell_changes = st.dictionaries(
    st.tuples(st.sampled_from([one.what for one in ITEMS]), st.sampled_from(list(CELLS))),
    st.just(""),
    min_size=1,
    max_size=5,
).flatmap(lambda wanted: st.fixed_dictionaries({key: CELLS[key[1]] for key in wanted}))


@given(cell_changes)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_cells_that_somebody_changed_come_back_as_exactly_those_changes(
    tmp_path: Path, changes: dict[tuple[str, str], str]
):
    ids = {one.what: one for one in ITEMS}
    expected = {
        (ids[what].id, FIELDS[heading], stored(FIELDS[heading], cell))
        for (what, heading), cell in changes.items()
        if stored(FIELDS[heading], cell) != getattr(ids[what], FIELDS[heading])
    }
    # A step's words are changed last: the others are found by them.
    ordered = dict(sorted(changes.items(), key=lambda pair: pair[0][1] == "What"))
    guarded = {key: f"'{cell}" if cell[0] in "=+-@" else cell for key, cell in ordered.items()}
    for name, data in (("plan.xlsx", edit_xlsx(XLSX, typed(ordered))), ("plan.csv", edit_csv(CSV, guarded))):
        found = found_at(kept_at(tmp_path, name, data))
        assert pairs(found) == expected
        assert (found.new, found.missing, found.unread) == ((), (), ())


def typed(changes: dict[tuple[str, str], str]) -> dict[tuple[str, str], object]:
    """As a spreadsheet keeps them: days as days and dollars as numbers; signs that XML cannot hold are left out."""
    return {
        key: date.fromisoformat(cell) if key[1] == "By when" else int(cell) if key[1] == "Cost in dollars"
        else cell.replace("\ufffe", "").replace("\uffff", "")
        for key, cell in changes.items()
    }  # fmt: skip


def test_a_sheet_that_another_program_parts_by_semicolons_comes_back(tmp_path: Path):
    text = CSV.decode("utf-8-sig")
    rows = csv.reader(io.StringIO(text, newline=""))
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    found = found_at(kept_at(tmp_path, "plan.csv", out.getvalue().encode("utf-16")))
    assert (found.proposals(), found.rows) == ([], 6)


# -- LibreOffice -----------------------------------------------------------------------------------------------


def test_a_sheet_that_libreoffice_saved_is_unchanged():
    found = found_at(KEPT / "saved-by-libreoffice.xlsx")
    assert (found.proposals(), found.unread, found.rows) == ([], (), 6)


def test_a_sheet_that_was_changed_in_libreoffice_shows_exactly_its_changes():
    found = found_at(KEPT / "changed-in-libreoffice.xlsx")
    assert pairs(found) == {
        ("a1", "what", "Book the hall and the kitchen"), ("a1", "by", date(2027, 4, 2)), ("a2", "status", "done"),
    }  # fmt: skip
    assert (found.new, found.missing, found.unread) == ((), (), ())


def test_a_csv_sheet_that_libreoffice_saved_is_unchanged():
    found = found_at(KEPT / "saved-by-libreoffice.csv")
    assert (found.proposals(), found.unread, found.rows) == ([], (), 6)


@pytest.mark.slow
@pytest.mark.skipif(office_with("libsclo.so") is None, reason="LibreOffice with its spreadsheet is not here")
def test_libreoffice_opens_changes_and_saves_a_sheet_that_comes_back(tmp_path: Path):
    """Through its own flat format, in which a cell can be changed as text."""
    kept_at(tmp_path, "plan.xlsx", XLSX)
    convert(tmp_path, "plan.xlsx", "fods")
    flat = (tmp_path / "plan.fods").read_text("utf-8")
    changed = flat.replace(">Book the hall<", ">Book the hall and the kitchen<", 1).replace("2027-03-15", "2027-04-02")
    assert changed != flat
    (tmp_path / "back.fods").write_text(changed, "utf-8")
    convert(tmp_path, "back.fods", "xlsx")
    found = found_at(tmp_path / "back.xlsx")
    assert pairs(found) == {("a1", "what", "Book the hall and the kitchen"), ("a1", "by", date(2027, 4, 2))}
    assert (found.new, found.missing, found.unread) == ((), (), ())


def convert(folder: Path, name: str, kind: str) -> None:
    home = folder / "office"
    command = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", kind, name]
    subprocess.run(
        command, cwd=folder, check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(folder)}
    )


# -- other sheets ----------------------------------------------------------------------------------------------


def test_another_programs_spreadsheet_is_read(tmp_path: Path):
    book = Workbook()
    book.active.append(["Safety plan 2027"])
    book.active.append(["Task", "Who", "Due date", "Done?"])
    book.active.append(["Paint the door", "Anna Moss", date(2027, 3, 3), True])
    book.create_sheet("Budget").append(["Paint", 40])
    out = io.BytesIO()
    book.save(out)
    found = found_at(kept_at(tmp_path, "theirs.xlsx", out.getvalue()))
    assert [one.values for one in found.new] == [
        {"level": "action", "what": "Paint the door", "lead": "p1", "by": date(2027, 3, 3), "status": "done"}
    ]


def test_formulas_are_read_by_the_value_that_was_saved_with_them(tmp_path: Path):
    book = Workbook()
    book.active.append(["Task", "Cost"])
    book.active.append(["Paint", "=1+1"])
    out = io.BytesIO()
    book.save(out)
    (step,) = found_at(kept_at(tmp_path, "theirs.xlsx", out.getvalue())).new
    assert step.values == {"level": "action", "what": "Paint"}


def test_rows_beyond_the_most_are_listed(tmp_path: Path):
    text = "Task\n" + "".join(f"Step {number}\n" for number in range(MOST_ROWS + 5))
    found = read_plan_file(kept_at(tmp_path, "long.csv", text.encode()))
    assert (len(found.rows), len(found.spoilt)) == (MOST_ROWS, 6)


# -- what cannot be read ---------------------------------------------------------------------------------------


def test_an_empty_file_is_said(tmp_path: Path):
    assert "is empty" in refusal(tmp_path, b"\xef\xbb\xbf \r\n")


def test_a_file_without_a_plan_is_said(tmp_path: Path):
    assert "There is no plan in “plan.csv”" in refusal(tmp_path, b"First name,Phone\nAnna,250-555-0101\n", "plan.csv")


def test_an_older_spreadsheet_is_said(tmp_path: Path):
    assert "Excel (.xlsx)" in refusal(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))


def test_a_spreadsheet_of_another_kind_is_said(tmp_path: Path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", "<office/>")
    assert "Excel (.xlsx)" in refusal(tmp_path, out.getvalue(), "plan.ods")


def test_a_password_is_said(tmp_path: Path):
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    assert "password" in refusal(tmp_path, locked)


def test_a_picture_is_no_sheet(tmp_path: Path):
    assert "is no sheet" in refusal(tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(50))


def test_a_file_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(Trouble):
        read_plan_file(tmp_path / "gone.xlsx")


def test_a_spreadsheet_that_is_cut_off_is_said(tmp_path: Path):
    assert "damaged" in refusal(tmp_path, XLSX[: len(XLSX) // 2])


def repacked(change: dict[str, bytes]) -> bytes:
    """The sheet with parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(XLSX)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            if one not in change:
                new.writestr(one, old.read(one))
        for name, data in change.items():
            new.writestr(name, data)
    return out.getvalue()


def test_a_bomb_is_not_unpacked(tmp_path: Path):
    data = repacked({"xl/worksheets/sheet1.xml": b" " * 50_000_000})
    tracemalloc.start()
    assert "too large" in refusal(tmp_path, data)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_xml_that_declares_entities_is_not_read(tmp_path: Path):
    hostile = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><sst>&b;</sst>'
    assert "damaged" in refusal(tmp_path, repacked({"xl/sharedStrings.xml": hostile}))


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"]
)
def test_parts_that_hold_nonsense_are_said(tmp_path: Path, part: str):
    assert refusal(tmp_path, repacked({part: b"<nonsense/>"}))


def fuzzed(seed: int) -> bytes:
    """A spreadsheet with bytes changed: of the zip, or of the XML inside, which a checksum cannot tell then."""
    rand = random.Random(seed)
    if seed % 3 == 0:
        return b"PK\x03\x04" + rand.randbytes(rand.randrange(2000))
    if seed % 3 == 1:
        data = bytearray(XLSX)
        for _time in range(rand.randrange(1, 30)):
            data[rand.randrange(len(data))] = rand.randrange(256)
        return bytes(data)
    with zipfile.ZipFile(io.BytesIO(XLSX)) as parts:
        name = rand.choice(parts.namelist())
        inner = bytearray(parts.read(name))
    for _time in range(rand.randrange(1, 8)):
        at = rand.randrange(len(inner))
        if rand.random() < 0.5:
            inner[at] = rand.choice(b'0123456789<>"&/ AZ')
        else:
            del inner[at : at + rand.randrange(1, 40)]
    return repacked({name: bytes(inner)})


def test_no_bytes_make_it_fail_otherwise_than_by_a_sentence(tmp_path: Path):
    for seed in range(90):
        path = kept_at(tmp_path, "plan.xlsx", fuzzed(seed))
        began = time.monotonic()
        try:
            found_at(path)
        except Trouble as trouble:
            assert str(trouble)
        assert time.monotonic() - began < 2


@given(st.binary(max_size=400))
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_makes_it_fail_otherwise_than_by_a_sentence(tmp_path: Path, data: bytes):
    for head in (b"", b"Task,Due date,Who,Waits for,Cost,Status\n"):
        try:
            found = found_at(kept_at(tmp_path, "plan.csv", head + data))
        except Trouble as trouble:
            assert str(trouble)
        else:
            assert len(safe(found.proposals())) <= len(found.proposals())


def test_the_levels_of_a_plan_are_those_that_a_sheet_knows():
    assert {one.label for one in LEVELS} == {"Goal", "Objective", "Step"}
