"""The wall shows one question and its cards, nothing else; it hides at once, and the typing goes on there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.data import reflection
from app.data.library import Library
from app.data.opening import create_workspace
from app.data.settings import Settings
from app.model.community import Community
from app.model.item import Item
from app.model.partner import Partner
from app.ui.main_window import MainWindow
from app.ui.names import Names
from app.ui.reflect.page import ReflectPage
from app.ui.reflect.wall.ink import LEAST
from app.ui.reflect.wall.window import WallWindow
from app.ui.session import Session
from app.ui.theme import Look
from tests.ui.reflect.conftest import answers

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def wall(led: ReflectPage) -> Iterator[WallWindow]:
    """On a projector of 1280 x 720."""
    led.show_wall()
    assert led.wall is not None
    # The unseen screen is smaller than a projector.
    led.wall.showNormal()
    led.wall.resize(1280, 720)
    led.wall.activateWindow()
    QTest.qWaitForWindowActive(led.wall)
    yield led.wall
    led.leave_wall()


def words(wall: WallWindow) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in wall.findChildren(QLabel) if one.isVisible())


def type_card(wall: WallWindow, text: str) -> None:
    QTest.keyClicks(wall.entry, text)
    QTest.keyClick(wall.entry, Qt.Key.Key_Return)


def test_a_card_typed_on_the_wall_is_on_the_page_too(wall: WallWindow, led: ReflectPage) -> None:
    type_card(wall, "Schools")
    assert [one.words for one in answers(led)] == ["Schools"]
    assert led.view.asking.board.order() == wall.board.order()
    assert wall.entry.words() == ""


def test_what_is_typed_here_is_seen_there_letter_by_letter(wall: WallWindow, led: ReflectPage) -> None:
    QTest.keyClicks(led.view.asking.entry, "Scho")
    assert wall.entry.words() == "Scho"


def test_the_question_stands_there_in_large_type_with_what_is_missing(wall: WallWindow) -> None:
    assert "Who else needs to be involved?" in words(wall)
    assert "Question 8 of 9" in words(wall)
    assert "15 groups have no one yet" in wall.help.accessibleName()
    assert "For instance: Young people · Businesses" in wall.help.accessibleName()
    assert "font-size: 54px" in wall.title.styleSheet()


def test_keys_of_a_card_work_on_the_wall(wall: WallWindow, session: Session) -> None:
    type_card(wall, "Fish plant: workers come")
    QTest.keyClick(wall.entry, Qt.Key.Key_Down)
    card = wall.board.card(wall.board.order()[0])
    assert card.hasFocus()
    QTest.keyClicks(card, "+sp")
    assert [one.what for one in session.workspace.all(Item)] == ["Fish plant: workers come"]
    assert [one.name for one in session.workspace.all(Partner)] == ["Fish plant"]
    assert card.answer.dots == 1


def test_names_are_hidden_while_it_is_up_and_shown_again_after(led: ReflectPage, names: Names) -> None:
    led.show_wall()
    assert names.hidden
    led.leave_wall()
    assert not names.hidden
    names.set_hidden(True)
    led.show_wall()
    led.leave_wall()
    assert names.hidden


def test_escape_leaves_the_wall_and_keeps_what_is_half_typed(wall: WallWindow, led: ReflectPage) -> None:
    QTest.keyClicks(wall.entry, "Half a th")
    QTest.keyClick(wall.entry, Qt.Key.Key_Escape)
    assert led.wall is None
    assert led.view.asking.entry.words() == "Half a th"


def test_escape_first_leaves_the_name_of_a_pile(wall: WallWindow, led: ReflectPage) -> None:
    type_card(wall, "Schools")
    QTest.keyClick(wall.entry, Qt.Key.Key_Down)
    QTest.keyClicks(wall.board.card(wall.board.order()[0]), "g")
    QTest.keyClick(wall.entry, Qt.Key.Key_Escape)
    assert led.wall is wall
    assert wall.isVisible()


def test_what_was_refused_is_said_on_the_wall_too(wall: WallWindow, led: ReflectPage) -> None:
    wall.entry.insertPlainText("word " * 130)
    QTest.keyClick(wall.entry, Qt.Key.Key_Return)
    assert answers(led) == []
    assert "too long" in words(wall)


def test_pages_and_arrows_go_on_and_back(wall: WallWindow, led: ReflectPage) -> None:
    QTest.keyClick(wall.entry, Qt.Key.Key_PageDown)
    assert led.leading.at == "9"
    QTest.keyClick(wall.entry, Qt.Key.Key_Left)
    assert led.leading.at == "8"
    QTest.keyClicks(wall.entry, "ab")
    QTest.keyClick(wall.entry, Qt.Key.Key_Left)
    assert led.leading.at == "8"
    led.leading.go_to("close")
    QTest.keyClick(wall, Qt.Key.Key_Left)
    assert led.leading.at == "9"


def test_rules_break_and_close_are_slides(wall: WallWindow, led: ReflectPage) -> None:
    led.leading.go_to("safety")
    assert "One person speaks at a time. Anyone may pass." in words(wall)
    led.leading.go_to("8")
    QTest.keyClick(wall.entry, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert "Food, air, quiet." in words(wall)
    assert "Who else" not in words(wall)
    QTest.keyClick(wall, Qt.Key.Key_Space)
    assert led.leading.at == "8"
    QTest.keyClick(wall.entry, Qt.Key.Key_F1)
    assert "VictimLinkBC" in words(wall)


@pytest.mark.parametrize("count", [1, 12, 40])
def test_cards_shrink_and_never_below_the_least_and_the_entry_is_seen(
    wall: WallWindow, led: ReflectPage, count: int
) -> None:
    with led._session.workspace.edit("Add") as edit:
        for number in range(count):
            text = f"Answer {number}, as long as people say it in a room"
            reflection.add_answer(edit, led.leading.meeting.id, "8", text, [])
    QApplication.processEvents()
    QTest.qWait(20)
    assert LEAST <= wall.board.size_of_cards.words <= 23
    assert (wall.width(), wall.height()) == (1280, 720)
    foot = wall.entry.mapTo(wall.table, wall.entry.rect().bottomLeft()).y()
    assert 0 < foot < wall.table.height()
    for one in wall.board.order():
        card = wall.board.card(one)
        assert card.height() >= card.height_at(card.width())


def test_piles_are_columns_and_cards_never_lie_on_each_other(wall: WallWindow, led: ReflectPage) -> None:
    for number in range(7):
        led.leading.add(f"Answer {number} " + "long " * (9 * (number % 3)), "One" if number < 3 else "Two")
    led.leading.add("Alone")
    boxes = [wall.board.card(one).geometry() for one in wall.board.order()] + [wall.entry.geometry()]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    lefts = {wall.board.card(one.id).x() for one in answers(led) if one.pile == "Two"}
    assert len(lefts) == 1


def test_hiding_takes_the_wall_away_at_once_and_shows_nothing(
    look: Look, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    session = Session(create_workspace(tmp_path / "Cedar Inlet.groundwork", Community(name="Cedar Inlet")))
    main = MainWindow(look, session, library, (), Settings.load(tmp_path), RESOURCES, tmp_path / "backups")
    main.frame.show()
    main.frame.go_to("reflect")
    main.reflect.new_meeting()
    main.reflect.show_wall()
    wall = main.reflect.wall
    assert wall is not None
    spy = QSignalSpy(main.hide_requested)
    main.hide_requested.connect(lambda: main.leave(at_once=True))
    wall.activateWindow()
    QTest.qWaitForWindowActive(wall)
    QTest.keyClick(wall, Qt.Key.Key_F9)
    assert spy.count() == 1
    assert not wall.isVisible()
    assert not main.frame.isVisible()
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def test_a_card_that_reads_like_a_story_has_a_general_word_below_it(wall: WallWindow, qtbot: QtBot) -> None:
    assert "Please no stories" not in words(wall)
    QTest.keyClicks(wall.entry, "She was trafficked when she lived in town")
    qtbot.waitUntil(lambda: "Please no stories" in words(wall))
    wall.entry.selectAll()
    QTest.keyClicks(wall.entry, "Schools")
    qtbot.waitUntil(lambda: "Please no stories" not in words(wall))


def test_the_wall_is_dark_whatever_the_theme(wall: WallWindow, look: Look) -> None:
    assert look.wanted == "light"
    assert wall.ink.name("bg") == look.wall_colours.bg == "#14191C"


def test_every_control_on_the_wall_has_a_name(wall: WallWindow) -> None:
    type_card(wall, "Schools")
    named = [wall.entry, wall.back, wall.board, wall.table, wall.board.card(wall.board.order()[0])]
    assert all(one.accessibleName() for one in named)
    assert wall.on.text()
