"""From welcome to window and back: opening, refusing, hiding and closing, with the real windows."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.data.backups import backups_in
from app.data.connection import FORMAT, connect
from app.data.contents import Contents
from app.data.opening import create_workspace, open_workspace
from app.data.settings import Settings
from app.model.backups import Backup
from app.model.community import Community
from app.model.partner import Partner
from app.ui.program import Program
from app.ui.theme import Look
from app.ui.welcome.new_page import NewCommunity
from tests.ui.programs import running

RESOURCES = Path(__file__).parents[2] / "resources"
PASSPHRASE = "five plain words in a row"


@pytest.fixture
def program(look: Look, contents: Contents, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    with running(look, contents, tmp_path) as made:
        made.start(None)
        yield made


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
    assert program.welcome.stack.currentWidget() is program.welcome.rescue
    assert "cannot be read whole" in program.welcome.rescue.header.line.text()


def test_a_file_of_another_program_is_said_calmly(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "song.groundwork"
    file.write_bytes(b"ID3 la la la")
    program.open_file(file)
    assert "not a Groundwork community file" in said(program)


def test_a_copy_that_a_service_set_aside_is_named_when_either_is_opened(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path)
    other = file.with_name("Cedar Inlet (Rose's conflicted copy 2026-11-26).groundwork")
    other.write_bytes(file.read_bytes())
    for opened, named in ((file, other.stem), (other, f"“{file.stem}”")):
        program.open_file(opened)
        assert program.main is not None
        assert named in program.main.frame.banner.sentence()


def test_a_file_that_lies_alone_is_opened_without_a_word(program: Program, tmp_path: Path) -> None:
    program.open_file(community_file(tmp_path))
    assert program.main is not None
    assert not program.main.frame.banner.isVisible()


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


def add_partner(program: Program, name: str) -> None:
    assert program.main is not None
    program.main.session.edit("Add", lambda edit: edit.add(Partner(name=name)))


def partner_names(program: Program) -> list[str]:
    assert program.main is not None
    return [one.name for one in program.main.session.workspace.all(Partner)]


def backups(program: Program) -> list[Backup]:
    assert program.main is not None
    return backups_in(program.main.safe.keeper.folder)


def test_closing_backs_up_and_hiding_does_not(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path)
    program.open_file(file)
    add_partner(program, "then")
    program.hide_away()
    program.open_file(file)
    assert backups(program) == []
    add_partner(program, "later")
    program.leave()
    program.open_file(file)
    assert [one.partners for one in backups(program)] == [2]


def test_going_back_to_a_backup_and_from_there_again(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path, PASSPHRASE)
    program.open_file(file, PASSPHRASE)
    add_partner(program, "then")
    program.leave()
    program.open_file(file, PASSPHRASE)
    add_partner(program, "since")
    assert program.main is not None
    program.main.safe.page.go_back_requested.emit(backups(program)[0])
    assert partner_names(program) == ["then"]
    assert "as it was" in program.main.safe.page.banner.sentence()
    kept = next(one for one in backups(program) if one.before_going_back)
    program.main.safe.page.go_back_requested.emit(kept)
    assert partner_names(program) == ["then", "since"]


def test_looking_into_a_backup_changes_nothing_and_leads_back(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path, PASSPHRASE)
    program.open_file(file, PASSPHRASE)
    add_partner(program, "then")
    program.leave()
    program.open_file(file, PASSPHRASE)
    add_partner(program, "since")
    assert program.main is not None
    program.main.safe.page.look_inside_requested.emit(backups(program)[0])
    assert program.main.read_only
    assert partner_names(program) == ["then"]
    assert Settings.load(tmp_path / "settings").recent == [str(file)]
    program.main.frame.banner.action_requested.emit()
    assert not program.main.read_only
    assert partner_names(program) == ["then", "since"]


def test_hiding_while_looking_into_a_backup_asks_for_the_file_again(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path, PASSPHRASE)
    program.open_file(file, PASSPHRASE)
    add_partner(program, "then")
    program.leave()
    program.open_file(file, PASSPHRASE)
    assert program.main is not None
    program.main.safe.page.look_inside_requested.emit(backups(program)[0])
    program.hide_away()
    assert program.welcome.unlock.header.line.text() == file.name


def test_a_backup_can_be_taken_while_looking_into_it(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path)
    program.open_file(file)
    add_partner(program, "then")
    program.leave()
    program.open_file(file)
    add_partner(program, "since")
    assert program.main is not None
    program.main.safe.page.look_inside_requested.emit(backups(program)[0])
    looking = program.main.safe.page.looking
    looking.take.click()
    assert program.main.read_only
    looking.take.click()
    assert partner_names(program) == ["then"]
    assert program.main.session.workspace.path == file


def test_a_backup_with_an_earlier_passphrase_asks_for_it(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path, PASSPHRASE)
    program.open_file(file, PASSPHRASE)
    add_partner(program, "then")
    folder = program.main.safe.keeper.folder if program.main is not None else tmp_path
    program.leave()
    old = backups_in(folder)[0]
    file.unlink()
    create_workspace(file, Community(name="Cedar Inlet"), "another passphrase").close()
    program.open_file(file, "another passphrase")
    assert program.main is not None
    page = program.main.safe.page
    page.look_inside_requested.emit(old)
    assert not page.other.isHidden()
    page.other.unlock_requested.emit(old, "wrong")
    assert "does not open" in page.other.error.text()
    page.other.unlock_requested.emit(old, PASSPHRASE)
    assert partner_names(program) == ["then"]


def test_going_back_to_a_damaged_backup_is_said_and_the_file_stays(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path)
    program.open_file(file)
    add_partner(program, "then")
    program.leave()
    program.open_file(file)
    newest = backups(program)[0]
    newest.path.write_bytes(newest.path.read_bytes()[:9000])
    assert program.main is not None
    program.main.safe.page.go_back_requested.emit(newest)
    assert program.main is not None
    assert "damaged" in program.main.safe.page.banner.sentence()
    assert partner_names(program) == ["then"]


def test_somebody_is_erased_from_the_file_and_its_backups(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    file = community_file(tmp_path)
    program.open_file(file)
    add_partner(program, "Zelda Quillfeather")
    add_partner(program, "Inlet Motel")
    program.leave()
    program.open_file(file)
    assert program.main is not None
    main = program.main
    her = next(one for one in main.session.workspace.all(Partner) if one.name.startswith("Zelda"))
    main.who.panel.erase_requested.emit(her.id)
    main.safe.erasing.sure.ask.click()
    with qtbot.waitSignal(main.safe.erasing.erase_requested):
        main.safe.erasing.sure.sure.click()
    assert program.main is not main
    assert partner_names(program) == ["Inlet Motel"]
    assert "from 1 backup" in program.main.frame.banner.sentence()
    assert [one.partners for one in backups(program)] == [1]
    for one in (file, backups(program)[0].path):
        assert b"Quillfeather" not in one.read_bytes()


def test_a_whole_file_is_erased_only_by_its_name(program: Program, tmp_path: Path) -> None:
    file = community_file(tmp_path)
    program.open_file(file)
    add_partner(program, "then")
    program.leave()
    program.open_file(file)
    assert program.main is not None
    folder, card = program.main.safe.keeper.folder, program.main.settings_page.erasing
    assert folder.exists()
    assert not card.sure.isEnabled()
    card.name.edited.emit("Another")
    assert not card.sure.isEnabled()
    card.name.set_value("cedar inlet")
    card.name.edited.emit("cedar inlet")
    card.sure.ask.click()
    card.sure.sure.click()
    assert not file.exists()
    assert not folder.exists()
    assert program.main is None
    assert "erased from this computer" in said(program)
    kept = Settings.load(tmp_path / "settings")
    assert str(file) not in repr(kept)
