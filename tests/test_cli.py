"""The commands without a window: what they print, how they end, and what they say when something is wrong."""

from __future__ import annotations

import html
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.cli import run_command
from app.data.connection import FORMAT, connect
from app.data.library import Library
from app.data.opening import create_workspace, open_workspace
from app.data.resources import resources_folder
from app.model.community import Community
from app.model.item import Item
from app.model.partner import Partner
from app.model.reflection import Meeting
from app.reports.catalogue import REPORTS

PASSPHRASE = "five plain words in a row"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Cedar Inlet.groundwork"
    workspace = create_workspace(path, Community(name="Cedar Inlet"))
    with workspace.edit("Add") as edit:
        lead = edit.add(Partner(name="hən̓q̓əmin̓əm̓ teacher", group="schools", consent_show="public"))
        edit.add(Partner(name="Auntie", skills="Knows every family", group="elders"))
        edit.add(Item(what="Book the hall", lead=lead.id, status="done"))
        edit.add(Item(what="Print the posters"))
    workspace.close()
    return path


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    path = tmp_path / "protected.groundwork"
    create_workspace(path, Community(name="Cedar Inlet"), PASSPHRASE).close()
    return path


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = run_command([str(one) for one in words])
    out, err = capsys.readouterr()
    return status, out, err


def test_status_says_how_a_community_stands(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = said(capsys, "status", file)
    assert status == 0
    assert "Cedar Inlet" in out
    assert "Partners: 2" in out


def test_status_as_json_is_one_object_with_the_promised_names(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _status, out, _err = said(capsys, "status", file, "--json")
    facts = json.loads(out)
    assert (facts["community"], facts["partners"], facts["actions"], facts["done"]) == ("Cedar Inlet", 2, 2, 1)
    assert facts["overdue"] == 0
    assert facts["reflections"] == 0
    assert facts["encrypted"] is False
    assert "police" in facts["gaps"]
    assert "schools" not in facts["gaps"]


def test_status_counts_the_meetings_that_were_held(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = open_workspace(file)
    with workspace.edit("Meetings") as edit:
        edit.add(Meeting(name="First", on=date(2020, 3, 1)))
        edit.add(Meeting(name="Over", ended=True))
        edit.add(Meeting(name="Coming", on=date.today()))
    workspace.close()
    _status, out, _err = said(capsys, "status", file, "--json")
    assert json.loads(out)["reflections"] == 2


def test_search_finds_pages_and_records(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _status, out, _err = said(capsys, "search", "hall", "--in", file, "--json")
    results = json.loads(out)["results"]
    assert {one["kind"] for one in results} >= {"item"}
    assert all(set(one) == {"kind", "id", "title", "where", "snippet"} for one in results)
    _status, out, _err = said(capsys, "search", "committee", "--json")
    assert json.loads(out)["results"][0]["kind"] == "page"


def test_search_finds_a_name_typed_on_a_plain_keyboard(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _status, out, _err = said(capsys, "search", "hənqəminəm", "--in", file, "--json")
    assert "hən̓q̓əmin̓əm̓ teacher" in out


@pytest.mark.parametrize("words", ['"', "* OR", "x' OR 1=1 --", "🧡", "\x00", "(" * 50])
def test_search_takes_whatever_is_typed(file: Path, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = said(capsys, "search", words, "--in", file, "--json")
    assert status == 0
    assert "results" in json.loads(out)


def test_check_says_that_a_file_is_sound(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = said(capsys, "check", file, "--json")
    assert (status, json.loads(out)) == (0, {"ok": True, "problems": []})


def test_check_names_damage_and_repair_mends_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opened = connect(file)
    opened.db.execute("DELETE FROM partner")
    opened.db.execute("PRAGMA journal_mode = delete")
    opened.close()
    status, out, _err = said(capsys, "check", file, "--json")
    assert status == 1
    assert json.loads(out)["ok"] is False
    status, out, _err = said(capsys, "check", file, "--repair", "--json")
    repaired = Path(json.loads(out)["repaired"])
    assert status == 0
    assert said(capsys, "check", repaired)[0] == 0


def test_report_writes_a_pdf(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report.pdf"
    status, _out, _err = said(capsys, "report", "community", file, "--out", out, "--for", "public", "--paper", "a4")
    assert status == 0
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(("name", "start"), [("r.docx", b"PK"), ("r.html", b"<!DOCTYPE html>"), ("r", b"%PDF-")])
def test_the_ending_of_the_name_says_what_kind_of_file_a_report_is(
    name: str, start: bytes, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / name
    assert said(capsys, "report", "community", file, "--out", out)[0] == 0
    assert out.read_bytes().startswith(start)


def test_a_format_that_is_named_goes_before_the_ending(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report.txt"
    assert said(capsys, "report", "community", file, "--out", out, "--format", "html")[0] == 0
    assert out.read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(("report", "name"), [("circle", "c.docx"), ("community", "c.odt")])
def test_a_kind_that_a_report_cannot_be_is_refused_in_one_line(
    report: str, name: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _out, err = said(capsys, "report", report, file, "--out", tmp_path / name)
    assert status == 1
    assert err.count("\n") == 1
    assert f"“{name}”" in err
    assert ".pdf" in err
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["circle", "grid", "wall-card", "pocket-cards"])
def test_every_sheet_can_be_made_without_a_window(
    name: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "sheet.pdf"
    status, _out, _err = said(capsys, "report", name, file, "--out", out)
    assert status == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_the_circle_is_refused_for_the_public_in_one_line(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "sheet.pdf"
    status, _out, err = said(capsys, "report", "circle", file, "--out", out, "--for", "public")
    assert status == 1
    assert len(err.strip().splitlines()) == 1
    assert not out.exists()


def test_report_writes_a_poster_of_a_picture_alone(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "poster.pdf"
    poster = ("--out", target, "--poster", "3x2", "--paper", "a4")
    assert said(capsys, "report", "circle", file, *poster)[0] == 0
    made = target.read_bytes()
    assert len(PdfReader(target).pages) == 7
    status, _out, err = said(capsys, "report", "plan", file, *poster)
    assert status == 1
    assert "“Action plan” cannot be a poster." in err
    assert target.read_bytes() == made


def test_the_help_lists_every_report_with_its_title(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = said(capsys, "report", "--help")
    assert status == 0
    for key, kind in REPORTS.items():
        line = next(one for one in out.splitlines() if one.split()[:1] == [key])
        assert kind.title in line


def test_a_handout_holds_the_pages_that_were_named(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "handout.html"
    pages = ("--pages", "get-informed/signs", "take-action")
    assert said(capsys, "report", "handout", file, "--out", out, *pages)[0] == 0
    text = out.read_text("utf-8")
    library = Library.load(resources_folder() / "toolkit" / "en")
    held = {page.title for page in library.pages if f">{html.escape(page.title, quote=False)}</h" in text}
    assert held == {page.title for page in library.chosen(["get-informed/signs", "take-action"])}


def test_a_page_that_the_toolkit_lacks_is_named_in_one_line(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "handout.pdf"
    status, _out, err = said(capsys, "report", "handout", file, "--out", out, "--pages", "nowhere")
    assert (status, err.count("\n")) == (1, 1)
    assert "“nowhere”" in err
    status, _out, err = said(capsys, "report", "plan", file, "--out", out, "--pages", "get-informed")
    assert status == 1
    assert "handout" in err


def test_report_into_a_folder_that_is_gone_says_so(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _out, err = said(capsys, "report", "community", file, "--out", tmp_path / "gone" / "r.pdf")
    assert status == 1
    assert err.count("\n") == 1


def test_demo_writes_the_invented_community(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "demo.groundwork"
    assert said(capsys, "demo", path)[0] == 0
    facts = json.loads(said(capsys, "status", path, "--json")[1])
    assert facts["sample"] is True
    assert facts["partners"] >= 40
    assert facts["gaps"] == ["schools", "newcomer-services"]


def test_demo_never_writes_over_a_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    status, _out, err = said(capsys, "demo", file)
    assert status == 1
    assert "already" in err
    assert file.read_bytes() == before


def test_the_passphrase_may_come_from_the_environment(
    protected: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GROUNDWORK_PASSPHRASE", PASSPHRASE)
    assert json.loads(said(capsys, "status", protected, "--json")[1])["encrypted"] is True


def test_the_passphrase_may_come_from_a_file(
    protected: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = tmp_path / "note.txt"
    note.write_text(PASSPHRASE + "\n", "utf-8")
    assert said(capsys, "status", protected, "--passphrase-file", note)[0] == 0


def test_without_a_passphrase_and_a_terminal_it_says_what_is_missing(
    protected: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _out, err = said(capsys, "status", protected)
    assert status == 1
    assert "passphrase" in err


@pytest.mark.parametrize(
    "words", [["status"], ["fly"], ["report", "poem", "x", "--out", "y"], ["status", "x", "--loud"]]
)
def test_wrong_use_ends_with_two(words: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, *words)[0] == 2


@pytest.mark.parametrize("command", ["status", "check"])
def test_a_foreign_file_gets_one_line_and_no_trace(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("milk, bread", "utf-8")
    status, out, err = said(capsys, command, path)
    assert (status, out) == (1, "")
    assert err.startswith("groundwork: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_a_wrong_passphrase_gets_one_line(
    protected: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GROUNDWORK_PASSPHRASE", "something else")
    status, _out, err = said(capsys, "status", protected)
    assert status == 1
    assert "does not open this file" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["status", "check"])
def test_a_truncated_file_is_said_to_be_damaged(file: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(file.read_bytes()[:9000])
    status, out, err = said(capsys, command, file)
    assert status == 1
    assert "damaged" in out + err
    assert (out + err).count("\n") == 1


def test_a_newer_file_is_said_to_be_newer(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opened = connect(file, journal="delete")
    opened.db.execute(f"PRAGMA user_version = {FORMAT + 1}")
    opened.close()
    status, _out, err = said(capsys, "status", file)
    assert status == 1
    assert "newer Groundwork" in err


@pytest.mark.parametrize("command", ["status", "check"])
def test_a_file_that_is_gone_is_said(tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, _out, err = said(capsys, command, tmp_path / "gone.groundwork")
    assert status == 1
    assert "cannot be found" in err


def test_the_program_is_the_same_as_a_module(file: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "app", "search", "hən", "--in", str(file)]
    done = subprocess.run(command, capture_output=True, env=env, check=False)
    assert done.returncode == 0
    assert "hən̓q̓əmin̓əm̓".encode() in done.stdout
    assert done.stderr == b""


@pytest.mark.parametrize("kind", ["partners.csv", "partners.vcf"])
def test_partners_go_out_and_come_into_another_file(
    file: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    other, between = tmp_path / "other.groundwork", tmp_path / kind
    create_workspace(other, Community(name="Other")).close()
    assert said(capsys, "export", kind, file, "--out", between)[0] == 0
    status, out, _err = said(capsys, "import", kind, other, "--from", between, "--json")
    assert status == 0
    facts = json.loads(out)
    assert facts["added"]
    assert facts["not_taken"] == []
    _status, out, _err = said(capsys, "import", kind, other, "--from", between, "--json")
    again = json.loads(out)
    assert (again["added"], again["already_there"]) == ([], facts["added"])


def test_a_file_that_is_no_list_of_people_is_said_in_one_line(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.csv").write_bytes(b"%PDF-1.7")
    status, _out, err = said(capsys, "import", "partners.csv", file, "--from", tmp_path / "x.csv")
    assert status == 1
    assert err.count("\n") == 1


def test_the_plan_goes_out_as_a_calendar_of_all_or_of_one(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = open_workspace(file)
    lead = next(one for one in workspace.all(Partner) if one.name == "Auntie")
    with workspace.edit("Add") as edit:
        edit.add(Item(what="Ring the Elders", lead=lead.id, by=date(2030, 5, 1)))
        edit.add(Item(what="Hang the posters", by=date(2030, 6, 1)))
    workspace.close()
    out = tmp_path / "plan.ics"
    assert said(capsys, "export", "plan.ics", file, "--out", out)[0] == 0
    assert out.read_bytes().count(b"BEGIN:VEVENT") == 2
    status, words, _err = said(
        capsys, "export", "plan.ics", file, "--out", out, "--lead", "auntie", "--days-before", "7"
    )
    assert (status, out.read_bytes().count(b"BEGIN:VEVENT")) == (0, 1)
    assert "1 entry" in words
    assert b"TRIGGER:-P6DT15H" in out.read_bytes()
    for more in (["--lead", "Nobody"], ["--lead", "Auntie", "--for", "committee"]):
        status, _words, err = said(capsys, "export", "plan.ics", file, "--out", tmp_path / "no.ics", *more)
        assert (status, err.count("\n")) == (1, 1)
        assert not (tmp_path / "no.ics").exists()


def test_a_page_for_each_person_is_a_report(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "pages.pdf"
    assert said(capsys, "report", "person", file, "--out", out)[0] == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert said(capsys, "report", "person", file, "--out", out, "--for", "public")[0] == 1
