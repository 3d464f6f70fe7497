"""The passphrase of the open file, in Settings: set, changed, taken away, and its sheet, with the real file and window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.data.connection import is_protected
from app.data.opening import create_workspace, open_workspace
from app.data.settings import Settings
from app.data.tries import Tries
from app.model.community import Community
from app.ui.session import Session
from app.ui.settings.passphrase import PassphraseCard
from app.ui.theme import Look
from tests.reports.reading import all_text as page_words
from tests.ui.locking.conftest import RESOURCES

OLD, NEW = "five plain words in a row", "other words on the wall"


class Desk:
    """A file, the card that is about it, and the hour."""

    def __init__(self, look: Look, folder: Path, passphrase: str | None) -> None:
        self.file = folder / "Cedar Inlet.groundwork"
        self.hour = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
        create_workspace(self.file, Community(name="Cedar Inlet"), passphrase).close()
        self.session = Session(open_workspace(self.file, passphrase))
        tries = Tries(Settings.load(folder / "settings"))
        self.card = PassphraseCard(look, self.session, tries, RESOURCES / "fonts", lambda: self.hour)
        self.card.show()

    def enter(self, old: str, new: str = "") -> None:
        """Type into the form and press its button."""
        form = self.card.form
        form.now.entry.setText(old)
        form.choice.entry.entry.setText(new)
        form.do.click()


@pytest.fixture
def desk(request: pytest.FixtureRequest, look: Look, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(look, tmp_path, getattr(request, "param", OLD))
    qtbot.addWidget(made.card)
    yield made
    made.card.stop()
    made.session.close()


@pytest.mark.parametrize("desk", [None], indirect=True)
def test_a_passphrase_is_set_and_the_sheet_is_offered(desk: Desk, qtbot: QtBot) -> None:
    assert desk.card.set.isVisible()
    desk.card.set.click()
    assert not desk.card.form.now.isVisible()
    assert "stay readable" in desk.card.form.note.text()
    with qtbot.waitSignal(desk.card.protection_changed):
        desk.enter("", NEW)
    assert desk.session.workspace.protected
    assert desk.card.recovery.isVisible()
    assert "passphrase is set" in desk.card.words.text()
    assert desk.card.form.choice.entry.text() == ""
    desk.card.recovery.done.click()
    assert desk.card.change.isVisible()
    desk.session.close()
    assert is_protected(desk.file)
    open_workspace(desk.file, NEW).close()


def test_it_is_changed_by_who_knows_the_old_one(desk: Desk, qtbot: QtBot) -> None:
    desk.card.change.click()
    with qtbot.waitSignal(desk.card.protection_changed):
        desk.enter(OLD, NEW)
    desk.session.close()
    open_workspace(desk.file, NEW).close()


def test_the_window_can_be_used_while_it_is_written(desk: Desk, qtbot: QtBot) -> None:
    desk.card.change.click()
    desk.enter(OLD, NEW)
    assert desk.card.form.state.isVisible()
    assert not desk.card.form.do.isEnabled()
    with qtbot.waitSignal(desk.card.protection_changed):
        desk.session.change(Community, "community", "Rename", {"name": "Cedar Bay"})
    assert [one.name for one in desk.session.workspace.all(Community)] == ["Cedar Bay"]


def test_it_is_removed_with_its_risk_said_first(desk: Desk, qtbot: QtBot) -> None:
    desk.card.remove.click()
    assert "can then read everything" in desk.card.form.note.text()
    with qtbot.waitSignal(desk.card.protection_changed):
        desk.enter(OLD)
    assert not desk.session.workspace.protected
    assert desk.card.set.isVisible()
    desk.session.close()
    assert not is_protected(desk.file)


def test_a_wrong_one_changes_nothing_and_the_third_must_wait(desk: Desk) -> None:
    desk.card.remove.click()
    for _time in range(3):
        desk.enter("something else")
        assert "does not open" in desk.card.form.error.text()
    assert "Wait 2 seconds" in desk.card.form.error.text()
    desk.enter(OLD)
    assert desk.card.form.error.text().startswith("Wait")
    assert desk.session.workspace.protected


def test_the_right_one_gets_through_after_the_wait(desk: Desk, qtbot: QtBot) -> None:
    desk.card.remove.click()
    for _time in range(3):
        desk.enter("something else")
    desk.hour += timedelta(seconds=3)
    with qtbot.waitSignal(desk.card.protection_changed):
        desk.enter(OLD)


def test_the_sheet_is_made_only_after_the_passphrase_was_typed(desk: Desk) -> None:
    desk.card.sheet.click()
    desk.enter("something else")
    assert not desk.card.recovery.isVisible()
    desk.enter(OLD)
    assert desk.card.recovery.isVisible()
    text = page_words(desk.card.recovery.maker()().pdf)
    for word in OLD.split():
        assert word in text


def test_a_saved_sheet_stands_where_it_was_wanted_and_nowhere_else(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.card.sheet.click()
    desk.enter(OLD)
    assert "paper is better" in " ".join(one.text() for one in desk.card.recovery.findChildren(type(desk.card.words)))
    before = {one for one in tmp_path.rglob("*") if one.is_file()}
    recovery = desk.card.recovery
    recovery.saver.save(tmp_path / "sheet.pdf", recovery.maker())
    recovery.wait()
    qtbot.waitUntil(lambda: "Saved" in recovery.state.text())
    assert {one for one in tmp_path.rglob("*") if one.is_file()} - before == {tmp_path / "sheet.pdf"}


def test_who_goes_to_another_page_leaves_no_passphrase_behind(desk: Desk) -> None:
    desk.card.sheet.click()
    desk.enter(OLD)
    desk.card.hide()
    desk.card.show()
    assert not desk.card.recovery.isVisible()
    assert desk.card.form.now.text() == ""


def test_closing_the_file_meanwhile_leaves_it_under_the_old_one(desk: Desk) -> None:
    desk.card.change.click()
    desk.enter(OLD, NEW)
    desk.card.stop()
    desk.session.close()
    open_workspace(desk.file, OLD).close()
    assert [one.name for one in desk.file.parent.glob("*Cedar*")] == [desk.file.name]


def test_a_file_to_look_at_offers_nothing(look: Look, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    file = tmp_path / "x.groundwork"
    create_workspace(file, Community(name="Cedar Inlet"), OLD).close()
    session = Session(open_workspace(file, OLD, read_only=True))
    card = PassphraseCard(look, session, Tries(Settings.load(tmp_path)), RESOURCES / "fonts")
    qtbot.addWidget(card)
    assert card.isHidden()
    session.close()
