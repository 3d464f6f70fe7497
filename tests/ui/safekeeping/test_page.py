"""The page about backups: what there is, whether it works, and that going back is asked twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.data.connection import remove_part
from app.model.partner import Partner
from app.ui.safekeeping.keeper import BackupKeeper
from app.ui.safekeeping.page import BackupsPage
from app.ui.session import Session
from app.ui.theme import Look


@pytest.fixture
def page(look: Look, session: Session, keeper: BackupKeeper, qtbot: QtBot) -> Iterator[BackupsPage]:
    made = BackupsPage(look, session, keeper)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    with qtbot.waitSignal(keeper.kept):
        keeper.back_up()
    read(made, qtbot)
    yield made
    made.wait()


def read(page: BackupsPage, qtbot: QtBot) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: page.rows.rowCount() > 0)


def cells(page: BackupsPage) -> list[str]:
    return [str(page.rows.index(0, column).data()) for column in range(4)]


def test_a_backup_says_when_what_and_where(page: BackupsPage) -> None:
    when, content, where, size = cells(page)
    assert when.startswith("Today ")
    assert content == "1 partner, 0 steps"
    assert where == "Here"
    assert size.endswith("kB") or size.endswith("KB")


def test_it_says_how_much_was_changed_since(page: BackupsPage, session: Session, qtbot: QtBot) -> None:
    assert "Nothing was changed since" in page.chosen.since.text()
    qtbot.wait(2100)  # a backup's name knows seconds alone
    session.edit("Add", lambda edit: edit.add(Partner(name="Another")))
    read(page, qtbot)
    qtbot.waitUntil(lambda: "1 change was made since" in page.chosen.since.text())


def test_going_back_is_asked_twice_in_words(page: BackupsPage, qtbot: QtBot) -> None:
    asked: list[object] = []
    page.go_back_requested.connect(asked.append)
    page.chosen.back.click()
    assert page.chosen.question.isVisible()
    assert asked == []
    page.chosen.cancel.click()
    assert not page.chosen.question.isVisible()
    page.chosen.back.click()
    page.chosen.sure.click()
    assert len(asked) == 1


def test_the_drill_says_that_the_newest_works(page: BackupsPage, qtbot: QtBot) -> None:
    page.drill.click()
    qtbot.waitUntil(lambda: "works" in page.proof.text())
    assert "1 partner and 0 steps" in page.proof.text()


def test_the_drill_says_that_the_newest_does_not_work(page: BackupsPage, keeper: BackupKeeper, qtbot: QtBot) -> None:
    newest = next(keeper.folder.iterdir())
    newest.write_bytes(newest.read_bytes()[:9000])
    page.drill.click()
    qtbot.waitUntil(lambda: "damaged" in page.proof.text())
    assert "Make a new backup" in page.proof.text()


def test_without_a_backup_it_says_when_one_comes(
    look: Look, session: Session, keeper: BackupKeeper, qtbot: QtBot
) -> None:
    page = BackupsPage(look, session, keeper)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.none.isVisible())
    assert "never backed up" in page.header.line.text()
    assert not page.drill.isEnabled()
    page.wait()


def test_a_second_place_is_shown_with_its_backups(
    page: BackupsPage, keeper: BackupKeeper, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with qtbot.waitSignal(keeper.kept):
        page.place.set_place(stick)
    read(page, qtbot)
    qtbot.waitUntil(lambda: cells(page)[2] == "Here and in the second place")
    for one in list(keeper.folder.iterdir()):
        remove_part(one)
    page.refresh()
    qtbot.waitUntil(lambda: cells(page)[2] == "In the second place")
