"""Handwritten sheets typed in: card after card, question after question, sheet after sheet, and nothing but keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.data.opening import open_workspace
from app.model.reflection import Answer, Meeting
from app.ui.reflect.paper.entry import EntryRoom
from app.ui.session import Session
from app.ui.theme import Look
from tests.meetings import MEETING_ID

Key = Qt.Key


@pytest.fixture
def room(look: Look, meeting: Session, qtbot: QtBot) -> EntryRoom:
    made = EntryRoom(look, meeting)
    qtbot.addWidget(made)
    made.show_meeting(MEETING_ID)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.entry.hasFocus)
    return made


def type_in(room: EntryRoom, *keys: str | Key | tuple[Key, Qt.KeyboardModifier]) -> None:
    for one in keys:
        if isinstance(one, str):
            QTest.keyClicks(room.entry, one)
        elif isinstance(one, tuple):
            QTest.keyClick(room.entry, *one)
        else:
            QTest.keyClick(room.entry, one)


def kept(room: EntryRoom) -> list[tuple[str, str, int | None]]:
    cards = [one for one in room.session.workspace.all(Answer) if one.meeting == MEETING_ID]
    return sorted(((one.question, one.words, one.order) for one in cards), key=lambda one: (one[0], one[2] or 0))


def test_two_sheets_are_typed_in_without_the_mouse(room: EntryRoom) -> None:
    type_in(
        room, "Rides", Key.Key_Return, "Offers", Key.Key_Return, Key.Key_Tab, "The law", Key.Key_Tab, "1", Key.Key_Enter
    )
    type_in(room, (Key.Key_Return, Qt.KeyboardModifier.ControlModifier), "Camps", Key.Key_Return)
    assert kept(room) == [
        ("1", "Rides", 1),
        ("1", "Offers", 2),
        ("1", "Camps", 3),
        ("2", "The law", 1),
        ("7", "I can drive", 1),
    ]
    assert room.where.text() == "Sheet 2 · question 1 of 5"
    assert room.tally.text() == "5 cards typed in so far."
    assert room.entry.hasFocus()


def test_each_card_is_kept_at_enter_with_nobodys_name(room: EntryRoom) -> None:
    type_in(room, "Rides", Key.Key_Return)
    card = room.session.workspace.all(Answer)[0]
    assert (card.words, card.source, card.partners) == ("Rides", "", ())
    assert room.entry.text() == ""


def test_tab_after_the_last_question_says_how_to_go_on(room: EntryRoom) -> None:
    type_in(room, *[Key.Key_Tab] * 5)
    assert "Ctrl+Enter" in room.banner.sentence()
    assert room.where.text() == "Sheet 1 · question 5 of 5"
    assert room.question.text() == "What makes the hall a safe place (SENĆOŦEN)?"


def test_shift_tab_goes_back_and_out_at_the_first_question(room: EntryRoom) -> None:
    type_in(room, Key.Key_Tab)
    QTest.keyClick(room.entry, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert room.where.text() == "Sheet 1 · question 1 of 5"
    QTest.keyClick(room.entry, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert not room.entry.hasFocus()


def test_up_takes_the_last_card_back_to_change_it(room: EntryRoom) -> None:
    type_in(room, "Ride", Key.Key_Return, Key.Key_Up, "s", Key.Key_Return)
    assert kept(room) == [("1", "Rides", 1)]
    assert room.count == 1


def test_a_card_that_was_undone_meanwhile_comes_again_when_it_is_changed(room: EntryRoom) -> None:
    type_in(room, "Ride", Key.Key_Return, Key.Key_Up)
    room.session.undo()
    type_in(room, "s", Key.Key_Return)
    assert [one[1] for one in kept(room)] == ["Rides"]


def test_each_card_is_a_step_of_undo(room: EntryRoom) -> None:
    type_in(room, "Rides", Key.Key_Return, "Offers", Key.Key_Return)
    room.session.undo()
    assert [one[1] for one in kept(room)] == ["Rides"]


def test_what_is_half_typed_is_kept_when_one_goes_back(room: EntryRoom, qtbot: QtBot) -> None:
    type_in(room, "Rides")
    with qtbot.waitSignal(room.left):
        room.back.click()
    assert [one[1] for one in kept(room)] == ["Rides"]


def test_an_empty_line_is_no_card(room: EntryRoom) -> None:
    type_in(room, Key.Key_Return, "   ", Key.Key_Return, Key.Key_Tab)
    assert kept(room) == []


def test_a_number_that_is_no_box_is_what_it_says(room: EntryRoom) -> None:
    type_in(room, "9", Key.Key_Return, "2027", Key.Key_Return)
    assert [one[1] for one in kept(room)] == ["9", "2027"]


def test_when_the_meeting_is_gone_what_was_typed_stays(room: EntryRoom) -> None:
    with room.session.workspace.edit("Remove", by=room) as edit:
        edit.remove(Meeting, MEETING_ID)
    type_in(room, "Rides", Key.Key_Return)
    assert room.entry.text() == "Rides"
    assert room.banner.sentence()


def test_another_meeting_begins_with_its_first_sheet(room: EntryRoom) -> None:
    type_in(room, "Rides", Key.Key_Return, Key.Key_Tab)
    with room.session.workspace.edit("Ask") as edit:
        edit.change(Meeting, "earlier", asks=("8",))
    room.show_meeting("earlier")
    assert room.where.text() == "Sheet 1 · question 1 of 1"
    assert room.tally.text() == "0 cards typed in so far."


def test_without_a_meeting_it_says_what_to_do(look: Look, session: Session, qtbot: QtBot) -> None:
    room = EntryRoom(look, session)
    qtbot.addWidget(room)
    room.show()
    assert not room.entry.isVisible()
    assert "nothing to type in yet" in room.question.text()
    assert room.keep()


def test_in_a_file_for_looking_only_nothing_can_be_typed(look: Look, meeting: Session, qtbot: QtBot) -> None:
    looking = Session(open_workspace(meeting.workspace.path, read_only=True))
    room = EntryRoom(look, looking)
    qtbot.addWidget(room)
    assert not room.entry.isEnabled()
    looking.close()


def test_the_line_is_called_by_its_question(room: EntryRoom) -> None:
    assert room.entry.accessibleName() == "How does human trafficking impact me and my community?"
    assert "1 Rides after dark" in room.entry.accessibleDescription()
