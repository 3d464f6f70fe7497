"""The plan out of a file and back into it without a window."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from app.cli import run_command
from app.data.opening import create_workspace, open_workspace
from app.model.community import Community
from app.model.item import Item
from tests.sheets import ITEMS, NOTES, PEOPLE, edit_csv, edit_xlsx


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Cedar Inlet.groundwork"
    workspace = create_workspace(path, Community(name="Cedar Inlet"))
    with workspace.edit("Add") as edit:
        for one in (*PEOPLE, *ITEMS, *NOTES):
            edit.add(one)
    workspace.close()
    return path


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = run_command([str(one) for one in words])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize("kind", ["plan.xlsx", "plan.csv"])
def test_a_plan_that_comes_back_unchanged_changes_nothing(
    file: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _err = said(capsys, "export", kind, file, "--out", tmp_path / kind, "--for", "committee")
    assert (status, out.split()[0]) == (0, "6")
    status, out, _err = said(capsys, "import", kind, file, "--from", tmp_path / kind, "--json")
    assert (status, set(map(len, json.loads(out).values()))) == (0, {0})


def test_changes_come_in_and_what_is_in_conflict_is_listed(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "plan.xlsx"
    said(capsys, "export", "plan.xlsx", file, "--out", sheet)
    workspace = open_workspace(file, None)
    with workspace.edit("Change") as edit:
        edit.change(Item, "a1", by=date(2027, 5, 5))
    workspace.close()
    changes = {("Book the hall", "By when"): date(2027, 4, 2), ("Ask the Elders", "What"): "Ask all Elders"}
    sheet.write_bytes(edit_xlsx(sheet.read_bytes(), changes))
    status, out, _err = said(capsys, "import", "plan.xlsx", file, "--from", sheet, "--json")
    facts = json.loads(out)
    assert (status, [one["new"] for one in facts["changed"]]) == (0, ["Ask all Elders"])
    assert [(one["old"], one["new"]) for one in facts["to_decide"]] == [("2027-05-05", "2027-04-02")]
    workspace = open_workspace(file, None, read_only=True)
    hall, elders = workspace.get(Item, "a1"), workspace.get(Item, "a2")
    workspace.close()
    assert hall is not None
    assert elders is not None
    assert (hall.by, elders.what) == (date(2027, 5, 5), "Ask all Elders")


def test_what_came_in_is_said_in_words(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "plan.csv"
    said(capsys, "export", "plan.csv", file, "--out", sheet)
    changes = {("Book the hall", "By when"): "soon", ("Book the hall", "What it needs"): "Chairs"}
    sheet.write_bytes(edit_csv(sheet.read_bytes(), changes))
    status, out, err = said(capsys, "import", "plan.csv", file, "--from", sheet)
    assert (status, out) == (0, "1 changes and 0 new lines came in.\n")
    assert "Line 4 was not taken: Book the hall, By when: soon" in err


def test_a_sheet_that_is_no_plan_is_refused_in_one_line(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"PK\x03\x04 nothing")
    status, _out, err = said(capsys, "import", "plan.xlsx", file, "--from", tmp_path / "x.xlsx")
    assert (status, err.count("\n")) == (1, 1)
    assert "damaged" in err
