"""Print & share: what goes in and what stays out is said before anything is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from app.data.helplines import load_helplines
from app.model.item import Item
from app.model.partner import Partner
from app.ui.reports.page import PrintPage
from app.ui.session import Session
from app.ui.theme import Look

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> PrintPage:
    with session.workspace.edit("Add") as edit:
        edit.add(Partner(name="Friendship centre", consent_show="public"))
        edit.add(Partner(name="Auntie Canary"))
        edit.add(Item(what="Book the hall"))
    made = PrintPage(look, session, load_helplines(RESOURCES / "helplines.toml"), RESOURCES / "fonts")
    qtbot.addWidget(made)
    made.show()
    return made


def choose(page: PrintPage, audience: str) -> None:
    page.audience.set_current(audience)
    page.refresh()


def made(page: PrintPage, qtbot: QtBot, target: Path) -> None:
    page.save_to(target)
    qtbot.waitUntil(page.make.isEnabled, timeout=20_000)
    page.wait()


def test_it_says_what_is_left_out_before_it_is_made(page: PrintPage) -> None:
    choose(page, "public")
    assert "In it: 1 partner, 1 step" in page.left_out.text()
    assert "Left out: 1 partner" in page.left_out.text()


def test_the_report_is_written_and_said(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    made(page, qtbot, tmp_path / "report.pdf")
    assert "report.pdf" in page.banner.sentence()
    text = "".join(one.extract_text() for one in PdfReader(tmp_path / "report.pdf").pages)
    assert "Auntie Canary" in text


@pytest.mark.parametrize(("kind", "start"), [("docx", b"PK"), ("html", b"<!DOCTYPE html>")])
def test_the_report_is_written_as_the_kind_that_was_chosen(
    page: PrintPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, start: bytes
) -> None:
    offered: list[str] = []

    def choose(_window: object, _title: str, suggested: str, _filter: str) -> tuple[str, str]:
        offered.append(Path(suggested).suffix)
        return str(tmp_path / f"report.{kind}"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    qtbot.mouseClick(
        page.kind.findChildren(QAbstractButton)[["pdf", "docx", "html"].index(kind)], Qt.MouseButton.LeftButton
    )
    assert "PDF" not in page.make.text()
    page.make.click()
    qtbot.waitUntil(page.make.isEnabled, timeout=20_000)
    page.wait()
    assert offered == [f".{kind}"]
    assert (tmp_path / f"report.{kind}").read_bytes().startswith(start)


def test_who_did_not_agree_is_not_in_a_report_for_anyone(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    choose(page, "public")
    made(page, qtbot, tmp_path / "report.pdf")
    text = "".join(one.extract_text() for one in PdfReader(tmp_path / "report.pdf").pages)
    assert "Friendship centre" in text
    assert "Canary" not in text


def test_a_folder_that_is_gone_is_said_calmly(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    made(page, qtbot, tmp_path / "gone" / "report.pdf")
    assert "cannot be found" in page.banner.sentence()


def test_an_old_report_stays_when_the_new_one_cannot_be_written(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    (target / "kept.txt").write_text("kept")
    made(page, qtbot, target)
    assert (target / "kept.txt").read_text() == "kept"
    assert page.banner.sentence().endswith(".")


def test_the_circle_is_printed_for_office_and_committee_and_not_for_anyone(
    page: PrintPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.audience.set_current("public")
    page.refresh()
    assert not page.circle.isEnabled()
    page.audience.set_current("committee")
    page.refresh()
    assert page.circle.isEnabled()
    target = tmp_path / "circle.pdf"
    page.saver.save(target, page.circle_maker())
    qtbot.waitUntil(lambda: "Saved as" in page.banner.sentence(), timeout=20_000)
    page.wait()
    assert target.read_bytes().startswith(b"%PDF")


def test_the_grid_is_printed_for_the_office_alone(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.audience.set_current("committee")
    page.refresh()
    assert not page.grid.isEnabled()
    page.audience.set_current("office")
    page.refresh()
    assert page.grid.isEnabled()
    target = tmp_path / "grid.pdf"
    page.saver.save(target, page.grid_maker())
    qtbot.waitUntil(lambda: "Saved as" in page.banner.sentence(), timeout=20_000)
    page.wait()
    assert target.read_bytes().startswith(b"%PDF")
