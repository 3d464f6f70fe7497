"""Filled worksheets read back in the window: seen first, ticked, and taken in by one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.data.opening import open_workspace
from app.model.reflection import Answer, Meeting
from app.ui.form.rooms_button import RoomsMenuButton
from app.ui.names import Names
from app.ui.reflect.paper.read import ReadRoom
from app.ui.reflect.paper.rooms import ENTRY, READ, paper_entries
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Words
from tests.meetings import FILLED, MEETING_ID, blank_sheet, filled


@pytest.fixture
def room(look: Look, meeting: Session, qtbot: QtBot) -> Iterator[ReadRoom]:
    made = ReadRoom(look, meeting)
    qtbot.addWidget(made, before_close_func=ReadRoom.wait)
    made.resize(1000, 900)
    made.show()
    yield made


def read(room: ReadRoom, source: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.reading_ended, timeout=20_000):
        room.read(source)


def cards(room: ReadRoom) -> list[str]:
    return sorted(one.words for one in room.session.workspace.all(Answer))


def left(room: ReadRoom) -> str:
    return " ".join(one.text() for one in room.findChildren(Words) if one.isVisible())


def test_a_folder_is_shown_by_question_and_nothing_comes_in_yet(room: ReadRoom, qtbot: QtBot) -> None:
    read(room, FILLED, qtbot)
    model = room.cards.model
    rows = [model.index(row).data() for row in range(model.rowCount())]
    assert rows[0] == "How does human trafficking impact me and my community? — 5 cards"
    assert "The coach" in rows
    assert room.said.text() == "10 of 10 cards are ticked."
    assert cards(room) == []


def test_what_is_ticked_comes_in_as_one_step_of_undo(room: ReadRoom, qtbot: QtBot) -> None:
    read(room, FILLED, qtbot)
    model = room.cards.model
    row = next(row for row in range(model.rowCount()) if model.index(row).data() == "The coach")
    model.turn(model.index(row))
    with qtbot.waitSignal(room.left), qtbot.waitSignal(room.message_requested) as said:
        room.take.click()
    assert said.args is not None
    assert said.args[0] == "9 cards came in."
    assert len(cards(room)) == 9
    assert "The coach" not in cards(room)
    room.session.undo()
    assert cards(room) == []


def test_read_again_there_is_nothing_new(room: ReadRoom, qtbot: QtBot) -> None:
    read(room, FILLED, qtbot)
    room.take.click()
    read(room, FILLED, qtbot)
    assert "nothing new" in room.said.text()
    assert not room.take.isVisible()


def test_space_on_a_question_turns_all_its_cards(room: ReadRoom, qtbot: QtBot) -> None:
    read(room, FILLED / "poppler.pdf", qtbot)
    room.cards.list.setCurrentIndex(room.cards.model.index(0))
    assert len(room.cards.model.wanted()) == 5
    QTest.keyClick(room.cards.list, Qt.Key.Key_Space)
    assert len(room.cards.model.wanted()) == 3
    told = room.cards.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.endswith("not ticked")
    QTest.keyClick(room.cards.list, Qt.Key.Key_Space)
    assert len(room.cards.model.wanted()) == 5


def click(room: ReadRoom, row: int, x: int) -> None:
    where = room.cards.list.visualRect(room.cards.model.index(row)).center()
    where.setX(x)
    QTest.mouseClick(room.cards.list.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_a_click_on_the_tick_turns_a_card(room: ReadRoom, qtbot: QtBot) -> None:
    read(room, FILLED / "poppler.pdf", qtbot)
    click(room, 1, 20)
    assert len(room.cards.model.wanted()) == 4
    click(room, 1, 20)
    assert len(room.cards.model.wanted()) == 5


def test_f2_brings_the_words_into_a_low_window(room: ReadRoom, qtbot: QtBot) -> None:
    room.resize(1000, 420)
    read(room, FILLED / "poppler.pdf", qtbot)
    room.cards.list.setCurrentIndex(room.cards.model.index(1))
    QTest.keyClick(room.cards.list, Qt.Key.Key_F2)
    words = room.cards.words

    def in_view() -> bool:
        foot = words.mapTo(room.viewport(), words.rect().bottomLeft()).y()
        return 0 < foot <= room.viewport().height()

    qtbot.waitUntil(in_view)


def test_a_click_on_the_words_only_chooses_the_card(room: ReadRoom, qtbot: QtBot) -> None:
    read(room, FILLED / "poppler.pdf", qtbot)
    click(room, 1, 300)
    assert len(room.cards.model.wanted()) == 5
    assert room.cards.words.value() == room.cards.model.index(1).data()


def test_words_that_are_there_already_are_shown_and_not_ticked(room: ReadRoom, qtbot: QtBot) -> None:
    with room.session.workspace.edit("Add") as edit:
        edit.add(Answer(meeting=MEETING_ID, question="8", words="the store"))
    read(room, FILLED / "poppler.pdf", qtbot)
    assert room.said.text() == "4 of 5 cards are ticked."
    assert "looked at first" in room.aside.text()
    row = next(row for row in range(room.cards.model.rowCount()) if room.cards.model.index(row).data() == "The store")
    room.cards.list.setCurrentIndex(room.cards.model.index(row))
    assert "with these words already" in room.cards.unsure.text()


def test_ticks_stay_when_somebody_changes_a_meeting_meanwhile(room: ReadRoom, qtbot: QtBot) -> None:
    read(room, FILLED / "poppler.pdf", qtbot)
    room.cards.model.tick(room.cards.model.all()[:2])
    with room.session.workspace.edit("Rename") as edit:
        edit.change(Meeting, MEETING_ID, name="Second evening")
    assert len(room.cards.model.wanted()) == 2


def test_what_brings_nothing_is_listed(room: ReadRoom, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "letter.pdf").write_bytes(b"Dear all")
    (tmp_path / "in" / "blank.pdf").write_bytes(blank_sheet())
    read(room, tmp_path / "in", qtbot)
    qtbot.waitUntil(lambda: "letter.pdf” is not a PDF" in left(room))
    assert "blank.pdf” is empty" in left(room)
    assert room.said.text() == "There is nothing to take in."


def test_a_folder_without_pdfs_is_one_sentence(room: ReadRoom, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    read(room, tmp_path / "in", qtbot)
    assert "no PDF" in room.banner.sentence()


def test_a_sheet_for_any_meeting_asks_which(room: ReadRoom, qtbot: QtBot, tmp_path: Path) -> None:
    assert not room.source.meeting.isVisible()
    (tmp_path / "any.pdf").write_bytes(filled({"1": "Rides"}, meeting=Meeting(asks=("1",))))
    read(room, tmp_path / "any.pdf", qtbot)
    assert room.source.meeting.isVisible()
    room.source.meeting.set_value("earlier")
    room.source.meeting.edited.emit("earlier")
    assert [one.meeting for one in room.cards.model.wanted()] == ["earlier"]


def test_a_stopped_reading_brings_nothing(room: ReadRoom, qtbot: QtBot) -> None:
    room.read(FILLED)
    room.source.stop.click()
    qtbot.wait(50)
    assert "drop a file" in room.source.what.text()
    assert room.cards.model.all() == []


def test_a_file_can_be_dropped_or_chosen(room: ReadRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(FILLED / "poppler.pdf"))])
    drop = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(room.reading_ended, timeout=20_000):
        room.dropEvent(drop)
    assert len(room.cards.model.all()) == 5
    chosen: dict[str, Callable[..., object]] = {
        "getOpenFileName": lambda *_a: (str(FILLED / "chromium.pdf"), ""),
        "getExistingDirectory": lambda *_a: str(FILLED),
    }
    for name, answer in chosen.items():
        monkeypatch.setattr(QFileDialog, name, answer)
    for button, count in ((room.source.file, 5), (room.source.folder, 10)):
        with qtbot.waitSignal(room.reading_ended, timeout=20_000):
            button.click()
        assert len(room.cards.model.all()) == count


def test_in_a_file_for_looking_only_nothing_can_be_chosen(look: Look, meeting: Session, qtbot: QtBot) -> None:
    looking = Session(open_workspace(meeting.workspace.path, read_only=True))
    room = ReadRoom(look, looking)
    qtbot.addWidget(room)
    assert not room.source.file.isEnabled()
    looking.close()


def test_both_rooms_are_lines_of_a_menu(look: Look, meeting: Session, qtbot: QtBot) -> None:
    button = RoomsMenuButton(look, Names(look), "More", paper_entries(look, meeting))
    qtbot.addWidget(button)
    for key in (READ, ENTRY):
        with qtbot.waitSignal(button.page_requested) as asked:
            button.go_to(key)
        assert asked.args is not None
        qtbot.addWidget(asked.args[0])


def choose(room: ReadRoom, words: str) -> None:
    """Choose the row of the card with these words."""
    model = room.cards.model
    row = next(row for row in range(model.rowCount()) if model.index(row).data() == words)
    room.cards.list.setCurrentIndex(model.index(row))


def test_a_card_can_come_in_with_other_words(room: ReadRoom, qtbot: QtBot) -> None:
    read(room, FILLED, qtbot)
    choose(room, "The coach")
    room.cards.list.setFocus()
    QTest.keyClick(room.cards.list, Qt.Key.Key_F2)
    assert room.cards.words.entry.hasFocus()
    room.cards.words.entry.selectAll()
    QTest.keyClicks(room.cards.words.entry, "Somebody in sports")
    room.take.click()
    assert "Somebody in sports" in cards(room)
    assert "The coach" not in cards(room)


def test_a_card_that_came_in_with_other_words_is_not_new_when_read_again(room: ReadRoom, qtbot: QtBot) -> None:
    read(room, FILLED, qtbot)
    choose(room, "The coach")
    room.cards.words.entry.setPlainText("Somebody in sports")
    room.take.click()
    read(room, FILLED, qtbot)
    assert "nothing new" in room.said.text()


def test_other_words_stay_when_a_meeting_changes_meanwhile(room: ReadRoom, qtbot: QtBot) -> None:
    read(room, FILLED, qtbot)
    choose(room, "The coach")
    room.cards.words.entry.setPlainText("Somebody in sports")
    room.session.change(Meeting, MEETING_ID, "Change", {"place": "Elsewhere"}, by=room.source)
    assert "Somebody in sports" in [one.words for one in room.cards.model.wanted()]


def test_a_card_without_words_is_refused_with_a_way_out_and_keeps_its_own(room: ReadRoom, qtbot: QtBot) -> None:
    read(room, FILLED, qtbot)
    choose(room, "The coach")
    room.cards.words.entry.setPlainText("   ")
    room.cards.words.commit()
    assert "take its tick away" in room.cards.words.error.text()
    room.cards.words.entry.setPlainText("a" * 601)
    room.cards.words.commit()
    assert "600 letters at most" in room.cards.words.error.text()
    assert "The coach" in [one.words for one in room.cards.model.all()]
