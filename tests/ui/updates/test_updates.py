"""Content packs through the window: looked at, taken in, read, and taken out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.data.contents import Contents
from app.model.partner import Partner
from app.ui.program import Program
from app.ui.updates.room import UpdatesRoom
from app.ui.widgets import Button, Words
from tests.packs import FACTS, FILES, FRENCH, pack_bytes

WINTER = "get-informed/winter-roads"


def room_of(program: Program) -> UpdatesRoom:
    assert program.main is not None
    program.main.frame.commands.action("updates").trigger()
    assert program.coming.room is not None
    return program.coming.room


def looked_at(program: Program, path: Path, qtbot: QtBot) -> UpdatesRoom:
    room = room_of(program)
    with qtbot.waitSignal(room._reader.ended):
        room.look_at(path)
    return room


def words_in(room: UpdatesRoom) -> str:
    return "\n".join(one.text() for one in room.findChildren(Words) if not one.isHidden())


def test_settings_lead_to_the_room_and_back(program: Program) -> None:
    assert program.main is not None
    program.main.settings_page.updates.click()
    room = program.coming.room
    assert room is not None
    assert program.main.frame.stack.currentWidget() is room
    assert "None is in" in words_in(room)
    room.back.click()
    assert program.main.frame.stack.currentWidget() is program.main.settings_page


def test_the_menu_names_it_before_closing(program: Program) -> None:
    assert program.main is not None
    commands = program.main.frame.commands
    commands.short_menu.aboutToShow.emit()
    named = [one.text() for one in commands.short_menu.actions()]
    assert named.index("Updates") < named.index("Close")


def test_a_signed_pack_is_shown_and_taken_in_and_the_file_is_open_again(
    program: Program, signed: Path, qtbot: QtBot
) -> None:
    room = looked_at(program, signed, qtbot)
    assert [room.offer.rows.item(row).text() for row in range(room.offer.rows.rowCount())] == [
        "New help line: Winter roads line",
        "Help line that goes: 211 British Columbia",
        "New page: Winter roads",
    ]
    assert "Signed by The makers" in room.offer.signer.text()
    assert room.offer.trust.isHidden()
    room.offer.take.click()
    assert program.main is not None
    assert program.main.learn._library.has(WINTER)
    assert [one.name for one in program.main.session.workspace.all(Partner)] == ["Marlene"]
    after = program.coming.room
    assert after is not None
    assert after is not room
    assert after.banner.sentence() == "“Autumn pages” is in: 3 changes."
    assert "Autumn pages, edition 2" in words_in(after)


def test_an_unsigned_pack_needs_a_tick_after_its_warning(program: Program, unsigned: Path, qtbot: QtBot) -> None:
    room = looked_at(program, unsigned, qtbot)
    assert "Not signed" in room.offer.signer.text()
    assert room.offer.signer.property("tone") == "warn"
    assert not room.offer.take.isEnabled()
    room.offer.trust.setChecked(True)
    room.offer.take.click()
    assert program.main is not None
    assert program.main.learn._library.has(WINTER)
    assert program.coming.room is not None
    assert "Not signed" in words_in(program.coming.room)


def test_the_tick_does_not_count_for_the_next_pack(program: Program, unsigned: Path, qtbot: QtBot) -> None:
    room = looked_at(program, unsigned, qtbot)
    room.offer.trust.setChecked(True)
    with qtbot.waitSignal(room._reader.ended):
        room.look_at(unsigned)
    assert not room.offer.trust.isChecked()
    assert not room.offer.take.isEnabled()


def test_leaving_a_pack_changes_nothing(program: Program, signed: Path, contents: Contents, qtbot: QtBot) -> None:
    room = looked_at(program, signed, qtbot)
    room.offer.leave.click()
    assert room.offer.isHidden()
    assert contents.taken() == ()


def test_a_pack_is_taken_out_again(program: Program, signed: Path, contents: Contents, qtbot: QtBot) -> None:
    looked_at(program, signed, qtbot).offer.take.click()
    room = program.coming.room
    assert room is not None
    out = next(one for one in room.findChildren(Button) if one.accessibleName() == "Take out Autumn pages")
    out.click()
    assert program.main is not None
    assert not program.main.learn._library.has(WINTER)
    assert contents.taken() == ()
    assert program.coming.room is not None
    assert "is out" in program.coming.room.banner.sentence()


def test_the_start_shows_the_new_help_lines_at_once(program: Program, signed: Path, qtbot: QtBot) -> None:
    before = program.welcome.help_lines
    looked_at(program, signed, qtbot).offer.take.click()
    page = program.welcome.help_lines
    assert page is not before
    assert "1-800-555-0100" in [one.text() for one in page.findChildren(Words)]


def test_what_is_no_pack_is_one_sentence(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(b"\xff\xd8\xff")
    room = looked_at(program, path, qtbot)
    assert "no content pack" in room.banner.sentence()
    assert room.offer.isHidden()


def test_an_older_edition_is_refused_in_the_room(program: Program, signed: Path, tmp_path: Path, qtbot: QtBot) -> None:
    looked_at(program, signed, qtbot).offer.take.click()
    older = tmp_path / "older.groundwork-pack"
    older.write_bytes(pack_bytes({**FILES, "pack.toml": FACTS.replace("edition = 2", "edition = 1").encode()}))
    room = looked_at(program, older, qtbot)
    room.offer.take.click()
    assert program.coming.room is room
    assert "Take that out first" in room.banner.sentence()


def test_a_pack_can_be_dropped_on_the_room(program: Program, signed: Path, qtbot: QtBot) -> None:
    room = room_of(program)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(signed))])
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    with qtbot.waitSignal(room._reader.ended):
        room.dropEvent(drop)
    assert not room.offer.isHidden()


def test_a_pack_is_chosen_as_a_file(
    program: Program, signed: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(signed), ""))
    room = room_of(program)
    with qtbot.waitSignal(room._reader.ended):
        room.taken.choose.click()
    assert room.offer.title is not None
    assert room.offer.title.text() == "Autumn pages"


def test_a_pack_that_is_opened_like_a_file_says_where_it_goes(program: Program, signed: Path) -> None:
    program.leave()
    program.open_file(signed)
    assert "content pack" in program.welcome.start.banner.sentence()


def test_after_the_window_is_gone_nothing_of_the_room_is_held(program: Program, signed: Path, qtbot: QtBot) -> None:
    looked_at(program, signed, qtbot)
    program.leave()
    QApplication.processEvents()
    assert program.coming.room is None


def test_what_a_pack_brought_says_so_on_screen(program: Program, signed: Path, qtbot: QtBot) -> None:
    looked_at(program, signed, qtbot).offer.take.click()
    main = program.main
    assert main is not None
    main.open_thing("page", WINTER)
    assert "From the content pack “Autumn pages”." in [
        line for one in main.learn.findChildren(Words) for line in one.text().split("\n\n")
    ]
    told = [one.text() for one in main.help_lines.findChildren(Words)]
    assert sum("From the content pack “Autumn pages”." in one for one in told) == 1


def test_a_pack_of_another_language_is_spoken_by_the_window_at_once(
    program: Program, contents: Contents, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "french.groundwork-pack"
    path.write_bytes(pack_bytes({"pack.toml": FILES["pack.toml"], "phrases/fr.po": FRENCH.encode()}))
    try:
        looked_at(program, path, qtbot).offer.take.click()
        assert program.main is not None
        assert "Annuler" in program.main.frame.commands.action("undo").text()
    finally:
        contents.take_out("autumn")
    assert program.main is not None


def test_what_was_done_before_a_pack_came_in_can_still_be_undone(program: Program, signed: Path, qtbot: QtBot) -> None:
    assert program.main is not None
    program.main.session.edit("Add partner", lambda edit: edit.add(Partner(name="Robin")))
    looked_at(program, signed, qtbot).offer.take.click()
    assert {one.name for one in program.main.session.workspace.all(Partner)} == {"Marlene", "Robin"}
    program.main.session.undo()
    assert [one.name for one in program.main.session.workspace.all(Partner)] == ["Marlene"]


def test_a_protected_file_is_open_again_without_being_asked(
    program: Program, file: Path, signed: Path, qtbot: QtBot
) -> None:
    assert program.main is not None
    assert program.main.session.workspace.protecting.change(None, "five plain words in a row") is None
    looked_at(program, signed, qtbot).offer.take.click()
    assert program.main is not None
    assert program.main.session.workspace.protected
    assert not program.welcome.isVisible()


def test_a_file_that_is_open_to_look_only_stays_so(
    program: Program, file: Path, signed: Path, contents: Contents, qtbot: QtBot
) -> None:
    program.open_file(file, read_only=True)
    looked_at(program, signed, qtbot).offer.take.click()
    assert program.main is not None
    assert program.main.read_only
    assert [one.entry.id for one in contents.taken()] == ["autumn"]
