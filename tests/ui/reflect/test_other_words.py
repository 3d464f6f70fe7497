"""A card is reworded and a pile named: whatever happens in the middle of it, what was typed is not lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.data.helplines import load_helplines
from app.data.library import Library
from app.ui.names import Names
from app.ui.reflect.entry import HEAD, NEW, PILE, REWORD
from app.ui.reflect.leading import DRAFT_MS, Leading, Other
from app.ui.reflect.page import ReflectPage
from app.ui.session import Session
from app.ui.theme import Look
from tests.ui.reflect.conftest import RESOURCES, TODAY, answers, press, write


def begin_rewording(led: ReflectPage) -> None:
    """Two cards, and the first is being changed."""
    write(led, "Schools", "The hotel")
    press(led, Qt.Key.Key_Down, Qt.Key.Key_F2)
    assert led.view.asking.entry.mode == REWORD


def led_again(session: Session, led: ReflectPage) -> Leading:
    """The meeting as it is found after the power went."""
    again = Leading(session)
    assert again.open(led.leading.meeting.id)
    return again


def test_each_whole_word_of_a_rewording_is_on_the_disk(led: ReflectPage, session: Session) -> None:
    begin_rewording(led)
    press(led, "Both schools and")
    other = led_again(session, led).other
    assert other is not None
    assert (other.at, other.mode, other.words) == ("8", REWORD, "Both schools ")


def test_half_a_word_is_on_the_disk_a_little_later(led: ReflectPage, session: Session) -> None:
    begin_rewording(led)
    press(led, "Both")
    QTest.qWait(DRAFT_MS + 200)
    other = led_again(session, led).other
    assert other is not None
    assert other.words == "Both"


def test_after_a_power_cut_the_rewording_goes_on(
    led: ReflectPage, session: Session, look: Look, library: Library, names: Names, qtbot: QtBot
) -> None:
    begin_rewording(led)
    press(led, "Both schools ")
    lines = load_helplines(RESOURCES / "helplines.toml")
    again = ReflectPage(look, session, names, library.find, lines, today=lambda: TODAY)
    qtbot.addWidget(again)
    again.open_meeting(led.leading.meeting.id)
    entry = again.view.asking.entry
    assert (entry.mode, entry.words()) == (REWORD, "Both schools ")
    QTest.keyClicks(entry, "and the hall")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert [one.words for one in answers(again)] == ["Both schools and the hall", "The hotel"]


def test_a_click_elsewhere_takes_the_other_words(led: ReflectPage) -> None:
    begin_rewording(led)
    press(led, "Both schools")
    led.view.asking.board.setFocus(Qt.FocusReason.MouseFocusReason)
    led.setFocus(Qt.FocusReason.MouseFocusReason)
    assert [one.words for one in answers(led)] == ["Both schools", "The hotel"]
    assert led.view.asking.entry.mode == NEW


def test_escape_leaves_the_card_as_it_was_and_nothing_on_the_disk(led: ReflectPage, session: Session) -> None:
    begin_rewording(led)
    press(led, "Both schools ", Qt.Key.Key_Escape)
    assert [one.words for one in answers(led)] == ["Schools", "The hotel"]
    assert led_again(session, led).other is None


def test_words_that_were_taken_are_no_longer_half_typed(led: ReflectPage, session: Session) -> None:
    begin_rewording(led)
    press(led, "Both schools ", Qt.Key.Key_Return)
    assert [one.words for one in answers(led)] == ["Both schools", "The hotel"]
    assert led_again(session, led).other is None


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_turning_to_another_question_takes_the_other_words(led: ReflectPage, key: Qt.Key) -> None:
    begin_rewording(led)
    press(led, "Both schools", key)
    assert led.leading.at != "8"
    led.leading.go_to("8")
    assert [one.words for one in answers(led)] == ["Both schools", "The hotel"]


def test_a_pile_that_is_being_named_is_named_when_the_question_is_left(led: ReflectPage) -> None:
    write(led, "Schools")
    press(led, Qt.Key.Key_Down, "g", "Who sees them")
    assert led.view.asking.entry.mode == PILE
    led.leading.go_to("7")
    led.leading.go_to("8")
    assert [one.pile for one in answers(led)] == ["Who sees them"]


def test_emptied_words_change_nothing_when_somebody_goes_elsewhere(led: ReflectPage) -> None:
    begin_rewording(led)
    press(led, Qt.Key.Key_Delete)
    led.setFocus(Qt.FocusReason.MouseFocusReason)
    led.leading.go_to("7")
    led.leading.go_to("8")
    assert [one.words for one in answers(led)] == ["Schools", "The hotel"]


def test_other_words_for_a_card_that_is_gone_are_not_asked_for(led: ReflectPage, session: Session) -> None:
    begin_rewording(led)
    press(led, "Both schools ")
    led.leading.remove(answers(led)[0].id)
    assert led_again(session, led).other is None


@given(st.sampled_from([REWORD, PILE, HEAD]), st.text(), st.text(), st.text())
def test_other_words_are_read_as_they_were_kept(mode: str, at: str, target: str, words: str) -> None:
    other = Other(at, mode, target, words)
    assert Other.read(other.kept()) == other


@given(st.text() | st.sampled_from(["[]", "[1, 2, 3, 4]", '["8", "new", "", ""]', "{}", "null"]))
def test_anything_else_in_its_place_is_nothing(text: str) -> None:
    assert Other.read(text) is None
