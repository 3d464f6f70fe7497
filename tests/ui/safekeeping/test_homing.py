"""A protected file on a stick: the window says how far the stick has it, goes on without, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.data.contents import Contents
from app.data.opening import create_workspace, open_workspace
from app.data.settings import Settings
from app.data.work_copies import WorkCopies
from app.model.community import Community
from app.model.partner import Partner
from app.ui.main_window import MainWindow
from app.ui.program import Program
from app.ui.safekeeping import homing as module
from app.ui.safekeeping.homing import Homing
from app.ui.theme import Look
from app.ui.welcome.new_page import NewCommunity
from tests.ui.programs import running

PASSPHRASE = "five plain words in a row"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "BAND OFFICE"
    folder.mkdir()
    return folder


@pytest.fixture
def program(look: Look, contents: Contents, tmp_path: Path, stick: Path, qtbot: QtBot) -> Iterator[Program]:
    copies = WorkCopies(tmp_path / "work copies", lambda file, _folder: file.is_relative_to(stick))
    with running(look, contents, tmp_path, work_copies=copies) as made:
        made.start(None)
        yield made


@pytest.fixture
def home(stick: Path) -> Path:
    file = stick / "Cedar Inlet.groundwork"
    create_workspace(file, Community(name="Cedar Inlet"), PASSPHRASE).close()
    return file


def window(program: Program) -> MainWindow:
    assert program.main is not None
    return program.main


def homing(program: Program) -> Homing:
    found = window(program).safe.homing
    assert found is not None
    return found


def add(program: Program, name: str = "Library") -> None:
    window(program).session.edit("Add", lambda edit: edit.add(Partner(name=name)))


def away(program: Program) -> str:
    return window(program).frame.status.away.words.text()


def message(program: Program) -> str:
    return window(program).frame.banner.sentence()


def look_twice(program: Program, qtbot: QtBot) -> None:
    """Nobody types from one look to the next."""
    homing(program).look()
    homing(program).look()
    qtbot.waitUntil(lambda: not homing(program).busy)


def names(file: Path) -> list[str]:
    workspace = open_workspace(file, PASSPHRASE, read_only=True)
    found = [one.name for one in workspace.all(Partner)]
    workspace.close()
    return found


def test_what_is_saved_is_on_the_stick_a_moment_later(program: Program, home: Path, qtbot: QtBot) -> None:
    program.open_file(home, PASSPHRASE)
    assert away(program).startswith("On “BAND OFFICE”: ")
    add(program)
    homing(program).look()
    assert away(program) == "Not yet on “BAND OFFICE”"
    assert not homing(program).busy
    look_twice(program, qtbot)
    assert away(program).startswith("On “BAND OFFICE”: ")
    assert names(home) == ["Library"]


def test_while_somebody_keeps_typing_it_is_written_back_all_the_same(
    program: Program, home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.open_file(home, PASSPHRASE)
    seconds = 100.0
    monkeypatch.setattr(homing(program), "_now", lambda: seconds)
    for number in range(3):
        add(program, f"partner {number}")
        homing(program).look()
        assert not homing(program).busy
    seconds += 31
    add(program, "last")
    homing(program).look()
    assert homing(program).busy
    qtbot.waitUntil(lambda: not homing(program).busy)
    assert "last" in names(home)


def test_a_stick_that_is_pulled_out_is_told_once_and_followed_when_it_is_back(
    program: Program, home: Path, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.open_file(home, PASSPHRASE)
    pulled = stick.rename(stick.with_name("pulled"))
    add(program)
    told: list[str] = []
    homing(program).failed.connect(told.append)
    look_twice(program, qtbot)
    assert "“BAND OFFICE” is out" in message(program)
    monkeypatch.setattr(module, "_AGAIN_SECONDS", 0.0)
    monkeypatch.setattr(homing(program), "_not_before", 0.0)
    look_twice(program, qtbot)
    assert len(told) == 1
    pulled.rename(stick)
    look_twice(program, qtbot)
    assert message(program) == "Everything is on “BAND OFFICE” again."
    assert names(home) == ["Library"]


def test_closing_writes_everything_back_and_takes_the_copy_away(program: Program, home: Path, tmp_path: Path) -> None:
    program.open_file(home, PASSPHRASE)
    add(program)
    window(program).frame.close()
    assert names(home) == ["Library"]
    assert not (tmp_path / "work copies").exists()
    assert not program.welcome.isVisible()


def test_closing_without_the_stick_says_where_the_work_is(program: Program, home: Path, stick: Path) -> None:
    program.open_file(home, PASSPHRASE)
    add(program)
    pulled = stick.rename(stick.with_name("pulled"))
    window(program).frame.close()
    assert program.welcome.isVisible()
    assert "is not on “BAND OFFICE”" in program.welcome.start.banner.sentence()
    pulled.rename(stick)
    program.open_file(home, PASSPHRASE)
    assert [one.name for one in window(program).session.workspace.all(Partner)] == ["Library"]


def test_work_that_is_gone_on_with_is_not_said_to_be_on_the_stick_yet(
    program: Program, home: Path, stick: Path, qtbot: QtBot
) -> None:
    program.open_file(home, PASSPHRASE)
    add(program)
    pulled = stick.rename(stick.with_name("pulled"))
    program.leave()
    pulled.rename(stick)
    program.open_file(home, PASSPHRASE)
    assert away(program) == "Not yet on “BAND OFFICE”"
    look_twice(program, qtbot)
    assert away(program).startswith("On “BAND OFFICE”: ")
    assert names(home) == ["Library"]


def test_what_waits_for_a_lost_stick_is_listed_at_the_start(program: Program, home: Path, stick: Path) -> None:
    program.open_file(home, PASSPHRASE)
    add(program)
    stick.rename(stick.with_name("lost"))
    window(program).welcome_requested.emit()
    buttons = program.welcome.start.findChildren(QAbstractButton)
    row = next(one for one in buttons if one.accessibleName() == "Open Cedar Inlet")
    row.click()
    program.welcome.unlock.unlock_requested.emit(Path(row.toolTip()), PASSPHRASE, False)
    assert [one.name for one in window(program).session.workspace.all(Partner)] == ["Library"]


def test_hiding_closes_at_once_and_writes_back_behind(program: Program, home: Path, tmp_path: Path) -> None:
    program.open_file(home, PASSPHRASE)
    add(program)
    program.hide_away()
    assert program.main is None
    assert program.welcome.stack.currentWidget() is program.welcome.unlock
    program.open_file(home, PASSPHRASE)
    assert [one.name for one in window(program).session.workspace.all(Partner)] == ["Library"]
    assert names(home) == ["Library"]


def test_the_file_is_known_by_where_it_lies_on_the_stick(program: Program, home: Path, tmp_path: Path) -> None:
    program.open_file(home, PASSPHRASE)
    assert window(program).session.workspace.path == home
    assert Settings.load(tmp_path / "settings").recent == [str(home)]


def test_a_file_without_a_passphrase_is_worked_on_there_and_that_is_said(program: Program, stick: Path) -> None:
    program.create(NewCommunity(stick / "plain.groundwork", Community(name="Plain"), None))
    assert window(program).session.workspace.work_copy is None
    assert "right there on “BAND OFFICE”" in message(program)
    assert "With a passphrase" in message(program)
    assert away(program) == ""


def test_a_copy_that_never_got_back_is_told_when_its_file_is_opened(
    program: Program, home: Path, stick: Path, tmp_path: Path
) -> None:
    program.open_file(home, PASSPHRASE)
    add(program, "here")
    stick.rename(stick.with_name("pulled"))
    program.leave()
    (tmp_path / "pulled").rename(stick)
    elsewhere = open_workspace(home, PASSPHRASE)
    with elsewhere.edit("Add") as edit:
        edit.add(Partner(name="there"))
    elsewhere.close()
    program.open_file(home, PASSPHRASE)
    assert "never written back" in message(program)
    assert [one.name for one in window(program).session.workspace.all(Partner)] == ["there"]


def test_a_new_passphrase_is_written_to_the_stick(program: Program, home: Path, qtbot: QtBot) -> None:
    program.open_file(home, PASSPHRASE)
    window(program).session.workspace.protecting.change(PASSPHRASE, "six quite other plain words here")
    look_twice(program, qtbot)
    program.leave()
    open_workspace(home, "six quite other plain words here").close()
