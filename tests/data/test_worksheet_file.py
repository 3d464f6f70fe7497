"""Filled worksheets read from PDFs of several programs; what is no worksheet, damaged or locked is listed, and harms nothing."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest

from app.data.opening import create_workspace
from app.data.worksheet_cards import take_in_cards
from app.data.worksheet_file import MOST_FILES, read_worksheets, worksheet_files
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.reflection import Answer, Meeting, Question
from app.model.trouble import NotThere, Refused
from app.model.worksheet import SheetFindings, SheetsHere, place_of, read_sheets
from tests.meetings import FILLED, MEETING, MEETING_ID, blank_sheet, filled


def said(path: Path) -> dict[str, str]:
    sheets, left = read_worksheets([path])
    assert left == []
    places = ((place_of(name), value) for name, value in sheets[0].fields)
    return {f"{place.question}:{place.part}": value for place, value in places if place is not None and value}


def written(tmp_path: Path, pdf: bytes, name: str = "sheet.pdf") -> Path:
    (tmp_path / name).write_bytes(pdf)
    return tmp_path / name


def test_what_was_typed_in_chromiums_viewer_comes_back() -> None:
    assert said(FILLED / "chromium.pdf") == {
        "1:words": "- Rides after dark\nOffers of work online, with no address\n\né (brackets)",
        "2:tick2": "x",
        "2:words": "Who to call",
    }


def test_what_was_filled_in_with_poppler_comes_back() -> None:
    assert said(FILLED / "poppler.pdf") == {
        "1:words": "- Rides after dark\n\nA second thought, with (brackets) \\ and é",
        "7:tick2": "x",
        "8:words": "The coach\nThe store",
    }


def test_what_was_filled_in_with_pypdf_comes_back_in_every_writing(tmp_path: Path) -> None:
    words = "SENĆOŦEN: W̱SÁNEĆ, kʷəc̓ ’quoted’\n(brackets) \\ and 𝄞"
    path = written(tmp_path, filled({"1": words}, ("7:tick2",)))
    assert said(path) == {"1:words": words, "7:tick2": "x"}


def test_a_blank_sheet_has_all_its_fields_and_nothing_in_them(tmp_path: Path) -> None:
    sheets, _left = read_worksheets([written(tmp_path, blank_sheet())])
    assert {value for _name, value in sheets[0].fields} == {""}
    assert len(sheets[0].fields) == 4 + 3 * 3


def locked() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(blank_sheet()))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_folder_is_read_whole_whatever_lies_in_it(tmp_path: Path) -> None:
    written(tmp_path, filled({"1": "Rides"}), "b.PDF")
    written(tmp_path, b"%PDF-1.7 and then nothing of the kind", "damaged.pdf")
    written(tmp_path, locked(), "locked.pdf")
    written(tmp_path, b"a letter", "letter.pdf")
    written(tmp_path, b"notes", "notes.txt")
    written(tmp_path, filled({"8": "The store"}), "z.pdf")
    (tmp_path / "folder.pdf").mkdir()
    sheets, left = read_worksheets(worksheet_files(tmp_path))
    assert [one.name for one in sheets] == ["b.PDF", "z.pdf"]
    why = {one.name: one.why for one in left}
    assert set(why) == {"damaged.pdf", "locked.pdf", "letter.pdf"}
    assert "damaged" in why["damaged.pdf"]
    assert "password" in why["locked.pdf"]
    assert "not a PDF" in why["letter.pdf"]


def test_a_folder_without_pdfs_and_one_with_too_many_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Refused, match="no PDF"):
        worksheet_files(tmp_path)
    monkeypatch.setattr("app.data.worksheet_file.MOST_FILES", 1)
    written(tmp_path, b"", "a.pdf")
    written(tmp_path, b"", "b.pdf")
    with pytest.raises(Refused, match="more than"):
        worksheet_files(tmp_path)
    assert MOST_FILES == 500


def test_a_file_that_is_gone_is_listed(tmp_path: Path) -> None:
    _sheets, left = read_worksheets([tmp_path / "gone.pdf"])
    assert left[0].why == str(NotThere("gone.pdf"))


def test_reading_stops_when_it_is_told_to(tmp_path: Path) -> None:
    files = [written(tmp_path, filled({"1": str(number)}), f"{number}.pdf") for number in range(3)]
    sheets, _left = read_worksheets(files, lambda done: done < 2)
    assert [one.name for one in sheets] == ["0.pdf", "1.pdf"]


# -- into the community's file --------------------------------------------------------------------------------


def found_in(workspace: Workspace, *files: Path) -> SheetFindings:
    sheets, _left = read_worksheets(files)
    return read_sheets(sheets, SheetsHere(workspace.all(Meeting), workspace.all(Question), workspace.all(Answer)))


def test_cards_come_in_behind_those_that_are_there_and_once_only(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "c.groundwork", Community(name="Cedar Inlet"))
    with workspace.edit("Begin") as edit:
        edit.add(MEETING.__class__(id=MEETING_ID, name=MEETING.name, asks=("1", "2", "7", "8")))
        edit.add(Answer(meeting=MEETING_ID, question="1", words="Typed live", order=3))
    files = (FILLED / "chromium.pdf", FILLED / "poppler.pdf")
    cards = found_in(workspace, *files).cards
    with workspace.edit("Take worksheets in") as edit:
        assert take_in_cards(edit, cards, workspace.all(Answer)) == len(cards) == 10
    with workspace.edit("Take worksheets in") as edit:
        assert take_in_cards(edit, cards, workspace.all(Answer)) == 0
    mine = sorted(one.order or 0 for one in workspace.all(Answer) if one.question == "1")
    assert mine == [3, 4, 5, 6, 7, 8]
    assert found_in(workspace, *files).cards == []
    workspace.undo()
    assert len(workspace.all(Answer)) == 1
    workspace.close()
