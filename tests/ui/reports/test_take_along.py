"""Everything, to take with you: what to heed is said first, and it is saved whole beside the window, or not at all."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.data.everything import rebuild
from app.data.helplines import load_helplines
from app.data.library import Library
from app.data.opening import open_workspace
from app.model.copy import Copy
from app.model.item import Item
from app.model.partner import Partner
from app.reports.catalogue import EVERYTHING
from app.ui.reports.page import PrintPage
from app.ui.reports.take_along import TakeAlong
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Words
from tests import pdfs

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> PrintPage:
    with session.workspace.edit("Add") as edit:
        edit.add(Partner(name="Friendship centre"))
        edit.add(Item(what="Book the hall"))
    lines, library = load_helplines(RESOURCES / "helplines.toml"), Library.load(RESOURCES / "toolkit" / "en")
    made = PrintPage(look, session, lines, RESOURCES / "fonts", library=library)
    qtbot.addWidget(made, before_close_func=PrintPage.wait)
    made.resize(1200, 800)
    made.show_kind(EVERYTHING.key)
    made.show()
    return made


def saved(page: PrintPage, qtbot: QtBot, target: Path) -> str:
    with qtbot.waitSignal(page.take_along._worker.ended, timeout=20_000):
        page.take_along.save_to(target)
    qtbot.waitUntil(lambda: bool(page.banner.sentence()), timeout=5_000)
    return page.banner.sentence()


def test_it_is_on_the_list_and_has_a_card_of_its_own_instead_of_a_preview(page: PrintPage) -> None:
    assert page.kinds.list.currentIndex().data() == "Everything, to take with you"
    assert page.take_along.isVisible()
    assert not page.options.isVisible()
    assert not page.preview.isVisible()
    page.show_kind("plan")
    assert not page.take_along.isVisible()
    assert page.options.isVisible()


def test_it_says_what_there_is_and_what_to_heed_before_it_is_saved(page: PrintPage) -> None:
    words = " ".join(one.text() for one in page.take_along.findChildren(Words))
    assert "1 partner, 1 line of the plan, 0 kept copies" in words
    for heeded in ("for the office only", "No passphrase protects it", "belongs to the community"):
        assert heeded in words


def test_what_is_saved_can_be_made_a_community_file_again(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    assert saved(page, qtbot, tmp_path / "all.zip") == "Saved as “all.zip”."
    rebuild(tmp_path / "all.zip", tmp_path / "New.groundwork")
    again = open_workspace(tmp_path / "New.groundwork")
    assert [one.name for one in again.all(Partner)] == ["Friendship centre"]
    again.close()
    assert page.take_along.save.isEnabled()
    assert not page.take_along.cancel.isVisible()


def test_how_far_it_is_is_told_in_words(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    told: list[str] = []
    page.take_along._telling.went_on.connect(lambda *_far: told.append(page.take_along.bar.accessibleName()))
    saved(page, qtbot, tmp_path / "all.zip")
    assert told[-1] == "Saving: 100 of 100"


def test_cancel_ends_it_and_the_older_file_stays(
    page: PrintPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    content = pdfs.sound("Poster") + b"0" * 5_000_000
    digest = session.workspace.copies.put(content, ["Poster"])
    with session.workspace.edit("Keep") as edit:
        edit.add(Copy(name="Poster", digest=digest, size=len(content), pages=1))
    target = tmp_path / "all.zip"
    target.write_bytes(b"the older one")
    take = page.take_along
    take.save_to(target)
    qtbot.mouseClick(take.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.banner.sentence() == "Stopped. Nothing was saved.", timeout=20_000)
    assert target.read_bytes() == b"the older one"
    assert not [one.name for one in tmp_path.iterdir() if one.name.startswith(".all")]
    qtbot.waitUntil(take.save.isEnabled, timeout=5_000)


def test_what_stands_in_the_way_is_one_sentence(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    assert "“gone” cannot be found" in saved(page, qtbot, tmp_path / "gone" / "all.zip")
    assert page.take_along.save.isEnabled()


def test_the_window_can_go_on_while_it_is_saved(
    page: PrintPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.take_along._worker.ended, timeout=20_000):
        page.take_along.save_to(tmp_path / "all.zip")
        with session.workspace.edit("Add") as edit:
            edit.add(Partner(name="Meanwhile"))
    assert zipfile.ZipFile(tmp_path / "all.zip").testzip() is None
    assert {one.name for one in session.workspace.all(Partner)} == {"Friendship centre", "Meanwhile"}


def test_a_name_with_the_day_is_offered(
    page: PrintPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(_parent: TakeAlong, _title: str, where: str, _filter: str) -> tuple[str, str]:
        offered.append(Path(where).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    qtbot.mouseClick(page.take_along.save, Qt.MouseButton.LeftButton)
    assert offered[0].startswith("Cedar Inlet everything 20")
    assert offered[0].endswith(".zip")
    assert page.take_along.save.isEnabled()


def test_in_a_narrow_window_it_is_chosen_and_left_by_a_field(page: PrintPage) -> None:
    page.resize(600, 700)
    assert page.take_along.choice.isVisible()
    assert page.take_along.choice.value() == EVERYTHING.key
    page.take_along.kind_chosen.emit("plan")
    assert page.options.choice.value() == "plan"
    assert not page.take_along.isVisible()
    page.options.kind_chosen.emit(EVERYTHING.key)
    assert page.take_along.isVisible()
    assert page.take_along.choice.value() == EVERYTHING.key
