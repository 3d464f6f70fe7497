"""From welcome to window and back: opening, refusing, hiding and closing, with the real windows."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.data.connection import FORMAT, connect
from app.data.helplines import load_helplines
from app.data.library import Library
from app.data.opening import create_workspace, open_workspace
from app.data.settings import Settings
from app.model.community import Community
from app.model.partner import Partner
from app.ui.program import Program, Surroundings
from app.ui.theme import Look
from app.ui.welcome.new_page import NewCommunity

RESOURCES = Path(__file__).parents[2] / "resources"
PASSPHRASE = "five plain words in a row"


@pytest.fixture
def program(look: Look, library: Library, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    made = Program(
        Surroundings(
            look=look,
            settings=Settings.load(tmp_path / "settings"),
            log=logging.Logger("test"),
            resources=RESOURCES,
            library=library,
            lines=load_helplines(RESOURCES / "helplines.toml"),
            sample_folder=tmp_path / "sample",
        )
    )
    made.start(None)
    yield made
    made.leave()
    made.welcome.close()
    QApplication.processEvents()


def community_file(tmp_path: Path, passphrase: str | None = None) -> Path:
    path = tmp_path / "Cedar Inlet.groundwork"
    create_workspace(path, Community(name="Cedar Inlet"), passphrase).close()
    return path


def said(program: Program) -> str:
    return program.welcome.start.banner.sentence()


def test_it_starts_with_the_welcome(program: Program) -> None:
    assert program.welcome.isVisible()
    assert program.main is None


def test_a_new_community_opens_its_window(program: Program, tmp_path: Path) -> None:
    program.create(NewCommunity(tmp_path / "new.groundwork", Community(name="Cedar Inlet"), None))
    assert program.main is not None
    assert program.main.frame.windowTitle().startswith("Cedar Inlet")
    assert not program.welcome.isVisible()


def test_a_community_that_cannot_be_made_says_why_on_the_form(program: Program, tmp_path: Path) -> None:
    program.create(NewCommunity(community_file(tmp_path), Community(name="Other"), None))
    assert "already" in program.welcome.new.error.text()
    assert program.main is None


def test_the_sample_opens_and_is_kept_for_the_day(program: Program) -> None:
    program.open_sample()
    assert program.main is not None
    program.leave()
    program.open_sample()
    assert program.main is not None


def test_the_sample_is_not_listed_among_the_files_opened_lately(program: Program, tmp_path: Path) -> None:
    program.open_sample()
    assert Settings.load(tmp_path / "settings").recent == []


def test_a_protected_file_asks_for_its_passphrase(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path, PASSPHRASE)
    program.open_file(file)
    assert program.welcome.stack.currentWidget() is program.welcome.unlock
    program.welcome.unlock.unlock_requested.emit(file, PASSPHRASE, False)
    assert program.main is not None


def test_a_wrong_passphrase_is_said_beside_the_entry(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path, PASSPHRASE)
    program.open_file(file)
    program.welcome.unlock.unlock_requested.emit(file, "something else", False)
    assert "does not open this file" in program.welcome.unlock.error.text()
    assert program.main is None


def test_after_three_wrong_ones_the_next_has_to_wait_and_then_the_right_one_opens(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    file = community_file(tmp_path, PASSPHRASE)
    program.open_file(file)
    unlock = program.welcome.unlock
    for wrong in ("", "one", "two", "three"):
        unlock.entry.entry.setText(wrong)
        unlock.open.click()
    assert "Wait 2 seconds" in unlock.waiting.text()
    assert not unlock.open.isEnabled()
    unlock.entry.entry.setText(PASSPHRASE)
    unlock.entry.entered.emit()
    assert program.main is None
    program.welcome.go_back()
    program.open_file(file)  # going round by the start page does not help
    assert not unlock.open.isEnabled()
    qtbot.waitUntil(unlock.open.isEnabled, timeout=5000)
    unlock.entry.entry.setText(PASSPHRASE)
    unlock.open.click()
    assert program.main is not None
    assert Settings.load(tmp_path / "settings").tries == {}


def test_a_truncated_file_is_said_calmly(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path)
    file.write_bytes(file.read_bytes()[:9000])
    program.open_file(file)
    assert "damaged" in said(program)


def test_a_file_of_another_program_is_said_calmly(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "song.groundwork"
    file.write_bytes(b"ID3 la la la")
    program.open_file(file)
    assert "not a Groundwork community file" in said(program)


def test_a_newer_file_is_said_calmly(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path)
    opened = connect(file, journal="delete")
    opened.db.execute(f"PRAGMA user_version = {FORMAT + 1}")
    opened.close()
    program.open_file(file)
    assert "newer Groundwork" in said(program)


def test_a_file_that_is_gone_is_said_and_forgotten(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path)
    program.open_file(file)
    program.leave()
    file.unlink()
    program.open_file(file)
    assert "cannot be found" in said(program)
    assert Settings.load(tmp_path / "settings").recent == []


def test_a_file_in_use_can_be_looked_at(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path)
    other = open_workspace(file)
    program.open_file(file)
    assert "open in another window" in said(program)
    program.welcome.start.banner.action_requested.emit()
    assert program.main is not None
    assert program.main.read_only
    program.leave()
    other.close()


def test_hiding_takes_everything_off_the_screen_and_closes_the_file(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path, PASSPHRASE)
    program.open_file(file, PASSPHRASE)
    assert program.main is not None
    frame = program.main.frame
    program.main.frame.hide_requested.emit()
    assert not frame.isVisible()
    assert program.welcome.isMinimized()
    open_workspace(file, PASSPHRASE).close()


def test_closing_the_window_keeps_what_was_being_typed(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    file = community_file(tmp_path)
    program.open_file(file)
    assert program.main is not None
    main = program.main
    with qtbot.waitActive(main.frame):
        main.frame.activateWindow()
    main.frame.show_page(main.settings_page)
    entry = main.settings_page.community.fields["name"].entry
    entry.setFocus()
    entry.setText("Cedar Bay")
    main.frame.close()
    again = open_workspace(file)
    assert [one.name for one in again.all(Community)] == ["Cedar Bay"]
    again.close()


def test_a_bug_is_logged_without_peoples_words(program: Program, tmp_path: Path) -> None:
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    program.log.addHandler(handler)
    try:
        raise ValueError("Auntie Canary told us")
    except ValueError as error:
        program.meet_bug(error)
    assert "ValueError" in lines[0]
    assert "Canary" not in lines[0]
    assert "Something went wrong" in said(program)


def test_markup_in_names_is_shown_as_typed_everywhere(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "x.groundwork"
    program.create(NewCommunity(file, Community(name="<b>Bold</b> & Co"), None))
    assert program.main is not None
    assert "<b>Bold</b> & Co" in program.main.frame.windowTitle()
    with program.main.session.workspace.edit("Add") as edit:
        edit.add(Partner(name="<img src=x>"))


def test_a_found_mark_is_called_by_its_page_and_a_talk_by_its_partner(program: Program) -> None:
    program.open_sample()
    main = program.main
    assert main is not None
    main.frame.search.entry.setText("october meeting")
    hits = main.finder._results.model.hits
    assert [(one.kind, one.title) for one in hits if one.kind == "mark"] == [("mark", "Nine questions to reflect on")]
    main.frame.search.entry.setText("bring two dates")
    found = [(one.kind, one.title) for one in main.finder._results.model.hits if one.kind == "talk"]
    assert found == [("talk", "Band manager")]
    main.names.set_hidden(True)
    main.frame.search.entry.setText("bring two dates for")
    assert not [one for one in main.finder._results.model.hits if one.kind in ("talk", "partner")]
