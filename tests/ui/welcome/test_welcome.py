"""The first start: a community made by mouse or keys, kindly refused where something is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.data.helplines import load_helplines
from app.data.passphrase import make_passphrase, strength
from app.ui.helplines.page import HelpLinesPage
from app.ui.theme import Look
from app.ui.welcome.new_page import file_name
from app.ui.welcome.window import WelcomeWindow
from app.ui.widgets import Button

LINES = load_helplines(Path(__file__).parents[3] / "resources" / "helplines.toml")


@pytest.fixture
def welcome(look: Look, tmp_path: Path, qtbot: QtBot) -> WelcomeWindow:
    window = WelcomeWindow(look, tmp_path, lambda: HelpLinesPage(look, LINES))
    qtbot.addWidget(window)
    window.show_start([])
    window.show()
    return window


def new_form(window: WelcomeWindow) -> None:
    window.start.new_requested.emit()


def test_a_community_with_a_made_passphrase(welcome: WelcomeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    new_form(welcome)
    qtbot.keyClicks(welcome.new.name.entry, "Cedar Inlet")
    welcome.new.passphrase.make.click()
    with qtbot.waitSignal(welcome.new.create_requested) as asked:
        welcome.new.make.click()
    assert asked.args is not None
    wanted = asked.args[0]
    assert wanted.community.name == "Cedar Inlet"
    assert wanted.path == tmp_path / "Cedar Inlet.groundwork"
    assert len(wanted.passphrase.split()) == 5


def test_without_a_name_it_says_so_and_keeps_the_rest(welcome: WelcomeWindow, qtbot: QtBot) -> None:
    new_form(welcome)
    qtbot.keyClicks(welcome.new.place.entry, "North coast")
    with qtbot.assertNotEmitted(welcome.new.create_requested):
        welcome.new.make.click()
    assert "name of the community" in welcome.new.error.text()
    assert welcome.new.place.entry.text() == "North coast"


def test_no_protection_must_be_chosen_and_says_its_risk(welcome: WelcomeWindow, qtbot: QtBot) -> None:
    new_form(welcome)
    qtbot.keyClicks(welcome.new.name.entry, "Cedar Inlet")
    with qtbot.assertNotEmitted(welcome.new.create_requested):
        welcome.new.make.click()
    welcome.new.passphrase.without.setChecked(True)
    assert "read everything in it" in welcome.new.passphrase.risk.text()
    assert not welcome.new.passphrase.risk.isHidden()
    with qtbot.waitSignal(welcome.new.create_requested) as asked:
        welcome.new.make.click()
    assert asked.args is not None
    assert asked.args[0].passphrase is None


def test_the_meter_is_honest_about_a_weak_passphrase(welcome: WelcomeWindow, qtbot: QtBot) -> None:
    new_form(welcome)
    qtbot.keyClicks(welcome.new.name.entry, "Cedar Inlet")
    qtbot.keyClicks(welcome.new.passphrase.entry.entry, "cedar inlet")
    assert "less than a minute" in welcome.new.passphrase.meter.text()


def test_a_passphrase_is_hidden_until_asked_for(welcome: WelcomeWindow) -> None:
    entry = welcome.unlock.entry
    assert entry.entry.echoMode() == QLineEdit.EchoMode.Password
    entry.shown.setChecked(True)
    assert entry.entry.echoMode() == QLineEdit.EchoMode.Normal


def test_enter_unlocks(welcome: WelcomeWindow, qtbot: QtBot) -> None:
    welcome.ask_passphrase(Path("a.groundwork"))
    qtbot.keyClicks(welcome.unlock.entry.entry, "secret words")
    with qtbot.waitSignal(welcome.unlock.unlock_requested) as asked:
        qtbot.keyClick(welcome.unlock.entry.entry, Qt.Key.Key_Return)
    assert asked.args == [Path("a.groundwork"), "secret words", False]


def test_going_back_forgets_the_passphrase(welcome: WelcomeWindow, qtbot: QtBot) -> None:
    welcome.ask_passphrase(Path("a.groundwork"))
    qtbot.keyClicks(welcome.unlock.entry.entry, "secret words")
    welcome.go_back()
    assert welcome.unlock.entry.text() == ""


def test_recent_files_are_offered_by_name(welcome: WelcomeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "Our <b>plan.groundwork"
    welcome.show_start([file])
    button = next(one for one in welcome.start.findChildren(Button) if one.text() == "Our <b>plan")
    with qtbot.waitSignal(welcome.file_chosen) as chosen:
        button.click()
    assert chosen.args == [file]


def test_help_lines_are_there_before_any_file_is_open(welcome: WelcomeWindow) -> None:
    welcome.start.help_lines_requested.emit()
    assert welcome.stack.currentWidget() is welcome.help_lines


@pytest.mark.parametrize(
    ("community", "file"),
    [
        ("Cedar Inlet", "Cedar Inlet.groundwork"),
        ("a/b:c*?", "abc.groundwork"),
        ("  .. ", "Community.groundwork"),
        ("x" * 500, "x" * 60 + ".groundwork"),
        ("SENĆOŦEN", "SENĆOŦEN.groundwork"),
    ],
)
def test_a_file_is_named_after_its_community(community: str, file: str) -> None:
    assert file_name(community) == file


def test_made_passphrases_differ_and_are_strong() -> None:
    made = {make_passphrase() for _ in range(50)}
    assert len(made) == 50
    assert all(strength(one).level == 4 for one in made)
