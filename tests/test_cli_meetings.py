"""Meetings at the command line: minutes, worksheets, and filled worksheets brought in."""

from __future__ import annotations

import json
from pathlib import Path

import pypdf
import pytest

from app.cli import run_command
from app.data.opening import create_workspace, open_workspace
from app.model.community import Community
from app.model.reflection import Answer, Meeting
from tests.meetings import FILLED, MEETING_ID


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Cedar Inlet.groundwork"
    workspace = create_workspace(path, Community(name="Cedar Inlet"))
    with workspace.edit("Add") as edit:
        edit.add(Meeting(id=MEETING_ID, name="First evening", asks=("1", "2", "7", "8"), ended=True))
        edit.add(Answer(meeting=MEETING_ID, question="8", words="Canary answer"))
    workspace.close()
    return path


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = run_command([str(one) for one in words])
    out, err = capsys.readouterr()
    return status, out, err


def answers(file: Path) -> list[str]:
    workspace = open_workspace(file, read_only=True)
    try:
        return sorted(one.words for one in workspace.all(Answer))
    finally:
        workspace.close()


@pytest.mark.parametrize("meeting", ["1", "first evening", ""])
def test_minutes_of_a_meeting_by_its_name_or_number(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], meeting: str
) -> None:
    out = tmp_path / "minutes.pdf"
    assert said(capsys, "report", "minutes", file, "--out", out, "--meeting", meeting)[0] == 0
    assert "Canary answer" in "".join(one.extract_text() for one in pypdf.PdfReader(out).pages)


def test_a_meeting_that_is_not_there_is_said(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _out, err = said(capsys, "report", "minutes", file, "--out", tmp_path / "m.pdf", "--meeting", "Spring")
    assert status == 1
    assert "No meeting is called “Spring”" in err


def test_a_worksheet_with_some_questions(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "sheet.pdf"
    assert said(capsys, "report", "worksheet", file, "--out", out, "--sheet", "group", "--questions", "1, 8")[0] == 0
    assert len(pypdf.PdfReader(out).pages) == 2
    assert said(capsys, "report", "worksheet", file, "--out", tmp_path / "sheet.docx")[0] == 1


def test_a_folder_of_filled_sheets_comes_in_once(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = said(capsys, "import", "worksheet", file, "--from", FILLED, "--json")
    facts = json.loads(out)
    assert status == 0
    assert (facts["sheets"], len(facts["added"]), facts["not_taken"]) == (2, 10, [])
    assert len(answers(file)) == 11
    status, out, _err = said(capsys, "import", "worksheet", file, "--from", FILLED)
    assert "0 answers came in" in out
    assert "Taken in before: 10" in out
    assert len(answers(file)) == 11


def test_what_is_no_worksheet_is_said_and_nothing_comes_in(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"Dear all")
    status, _out, err = said(capsys, "import", "worksheet", file, "--from", tmp_path / "letter.pdf")
    assert status == 0
    assert "letter.pdf” is not a PDF" in err
    assert answers(file) == ["Canary answer"]


def test_status_counts_the_meetings_that_were_held(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(said(capsys, "status", file, "--json")[1])["reflections"] == 1
