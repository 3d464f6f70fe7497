"""Ways to begin: a look inside before one is taken, a day chosen, and one step of undo."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.data.library import Library
from app.data.starts import load_starts
from app.model.item import Item
from app.ui.plan.starts.room import StartsRoom
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Words
from tests.ui.conftest import RESOURCES

TODAY = date(2026, 11, 24)
STARTS = load_starts(RESOURCES / "starts" / "en")


@pytest.fixture
def room(look: Look, session: Session, library: Library, qtbot: QtBot) -> StartsRoom:
    made = StartsRoom(look, session, STARTS, library.title_of, lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    return made


def inside(room: StartsRoom) -> list[str]:
    return [one.text() for one in room.inside.findChildren(Words)]


def test_the_first_one_is_open_with_its_days(room: StartsRoom) -> None:
    assert room.rows["seven-steps"].isChecked()
    assert "Our community is organized to prevent human trafficking" in inside(room)
    assert "15 Dec" in inside(room)
    assert room.late.isHidden()


def test_another_one_is_looked_into_before_it_is_taken(room: StartsRoom, session: Session) -> None:
    room.rows["new-committee"].click()
    assert "A committee of our own is at work" in inside(room)
    assert not session.workspace.all(Item)


def test_it_is_put_into_the_plan_and_taken_back_in_one_step(room: StartsRoom, session: Session, qtbot: QtBot) -> None:
    room.choose("one-page")
    said: list[str] = []
    room.message_requested.connect(lambda sentence, _kind, _action: said.append(sentence))
    with qtbot.waitSignal(room.started) as started:
        room.take_button.click()
    items = session.workspace.all(Item)
    assert len(items) == 5
    assert started.args == [next(one.id for one in items if one.level == "goal")]
    assert said == ["4 steps are in the plan. Next: who leads each?"]
    assert session.workspace.undo_label == "Begin with: A plan on one page"
    session.undo()
    assert not session.workspace.all(Item)


def test_days_follow_the_chosen_one(room: StartsRoom) -> None:
    room.day.entry.setText("2027-02-01")
    room.day.commit()
    assert "22 Feb 2027" in inside(room)
    room.choose("one-page")
    assert room.day.value() == date(2027, 2, 1)


def test_an_event_is_offered_far_enough_ahead(room: StartsRoom) -> None:
    room.choose("awareness-week")
    assert room.day.value() == TODAY + timedelta(weeks=16)
    assert room.day.label.text() == "First day of the event"
    room.day.entry.setText("2026-12-20")
    room.day.commit()
    assert room.late.text().startswith("4 steps would be past their day already.")
    assert not room.late.isHidden()


def test_without_a_day_nothing_is_taken(room: StartsRoom, session: Session) -> None:
    room.day.entry.setText("")
    room.take()
    assert room.day.error.text() == "Choose a day first."
    assert not session.workspace.all(Item)


def test_its_page_can_be_read_first(room: StartsRoom, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.open_requested) as asked:
        room.page_row.click()
    assert asked.args == ["page", "get-organized/how"]


def test_the_way_back(room: StartsRoom, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.left):
        room.back.click()


def test_each_one_says_what_it_is_to_a_screen_reader(room: StartsRoom) -> None:
    for start in STARTS:
        assert start.about in room.rows[start.id].accessibleDescription()
