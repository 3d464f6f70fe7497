"""Saving a file that is made anew shows how far it is, and can be stopped; what was there before stays."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from app.data.helplines import load_helplines
from app.data.library import Library
from app.model.item import Item
from app.reports.kinds import WEB, WORD, Kind
from app.reports.report import Report
from app.reports.watch import Watch
from app.ui.reports.page import PrintPage
from app.ui.session import Session
from app.ui.theme import Look

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> PrintPage:
    with session.workspace.edit("Add") as edit:
        edit.add(Item(what="Book the hall"))
    lines, library = load_helplines(RESOURCES / "helplines.toml"), Library.load(RESOURCES / "toolkit" / "en")
    made = PrintPage(look, session, lines, RESOURCES / "fonts", library=library)
    qtbot.addWidget(made, before_close_func=PrintPage.wait)
    made.resize(1200, 800)
    made.show()
    qtbot.waitUntil(made.options.save.isEnabled, timeout=20_000)
    return made


def endless(watch: Watch) -> Report:
    while True:
        watch(3, 12)
        time.sleep(0.005)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def is_stopped(page: PrintPage) -> Callable[[], bool]:
    return lambda: page.banner.sentence() == "Stopped. No file was written or changed."


@pytest.mark.parametrize("kind", [WORD, WEB])
def test_saving_another_kind_of_file_says_how_far_it_is(page: PrintPage, qtbot: QtBot, out: Path, kind: Kind) -> None:
    told = QSignalSpy(page.saver.went_on)
    target = out / f"report{kind.suffix}"
    page.saver.save(target, page.maker(kind))
    assert page.going.isVisible()
    qtbot.waitUntil(lambda: "Saved as" in page.banner.sentence(), timeout=20_000)
    far = [tuple(told.at(number)) for number in range(told.count())]
    assert far[-1][0] == far[-1][1] > 1
    assert not page.going.isVisible()
    assert target.stat().st_size > 1000


def test_a_saving_that_is_stopped_leaves_the_old_file_as_it_was(page: PrintPage, qtbot: QtBot, out: Path) -> None:
    target = out / "report.docx"
    target.write_text("the old one")
    page.saver.save(target, endless)
    qtbot.waitUntil(lambda: page.going.words.text() == "Making “report.docx”: 25 of 100", timeout=10_000)
    page.going.cancel.setFocus()
    qtbot.mouseClick(page.going.cancel, Qt.MouseButton.LeftButton)
    assert page.going.words.text() == "Stopping…"
    qtbot.waitUntil(is_stopped(page), timeout=10_000)
    qtbot.waitUntil(lambda: not page.going.isVisible(), timeout=10_000)
    assert page.options.save.hasFocus()
    assert [one.name for one in out.iterdir()] == ["report.docx"]
    assert target.read_text() == "the old one"


def test_after_a_saving_that_was_stopped_the_next_one_is_made(page: PrintPage, qtbot: QtBot, out: Path) -> None:
    page.saver.save(out / "one.html", endless)
    page.going.cancel.click()
    qtbot.waitUntil(is_stopped(page), timeout=10_000)
    qtbot.waitUntil(lambda: not page.going.isVisible(), timeout=10_000)
    page.saver.save(out / "two.html", page.maker(WEB))
    assert page.going.words.text() != "Stopping…"
    qtbot.waitUntil(lambda: "Saved as" in page.banner.sentence(), timeout=20_000)
    assert [one.name for one in out.iterdir()] == ["two.html"]


@pytest.mark.parametrize("key", ["circle", "grid", "timeline", "contact-cards", "wall-card"])
def test_a_drawn_sheet_is_stopped_like_any_other_report(page: PrintPage, qtbot: QtBot, out: Path, key: str) -> None:
    page.show_kind(key)
    page.refresh()
    make = page.maker()

    def slow(watch: Watch) -> Report:
        def slowly(done: int, whole: int) -> None:
            time.sleep(0.02)
            watch(done, whole)

        return make(slowly)

    page.saver.save(out / "sheet.pdf", slow)
    page.going.cancel.click()
    qtbot.waitUntil(is_stopped(page), timeout=10_000)
    assert list(out.iterdir()) == []
