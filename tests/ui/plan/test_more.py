"""The plan's other work: ways to begin, the test of the plan, and the rooms that its menu leads to."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.data.starts import load_starts
from app.model.item import Item
from app.ui.names import Names
from app.ui.plan.check_room import CheckRoom
from app.ui.plan.page import PlanPage
from app.ui.plan.starts.room import StartsRoom
from app.ui.session import Session
from app.ui.theme import Look

STARTS = Path(__file__).parents[3] / "resources" / "starts" / "en"


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> PlanPage:
    made = PlanPage(look, session, lambda page: page, Names(None), starts=load_starts(STARTS))
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    return made


def choose(page: PlanPage, words: str) -> None:
    next(one for one in page.more.menu_of_rooms.actions() if one.text() == words).trigger()


def rooms(page: PlanPage) -> list[QWidget]:
    found: list[QWidget] = []
    page.page_requested.connect(found.append)
    return found


def test_a_way_to_begin_fills_the_plan_and_leads_back_to_it(page: PlanPage, session: Session) -> None:
    shown, left = rooms(page), []
    page.left.connect(lambda: left.append(True))
    choose(page, "Ways to begin…")
    room = shown[0]
    assert isinstance(room, StartsRoom)
    room.take()
    assert len(session.workspace.all(Item)) > 3
    assert left
    assert page.model.outline.get(page._chosen) is not None
    session.undo()
    assert session.workspace.all(Item) == []


def test_the_test_of_the_plan_leads_to_the_field_that_is_missing(page: PlanPage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        item = edit.add(Item(what="Ask the school", by=date.today() - timedelta(days=3)))
    shown = rooms(page)
    choose(page, "Test the plan…")
    room = shown[0]
    assert isinstance(room, CheckRoom)
    room.finding_requested.emit(item.id, "lead")
    assert page._chosen == item.id
    assert page.panel.isVisible()


def test_the_test_of_the_plan_follows_an_edit_while_it_is_seen(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    shown = rooms(page)
    choose(page, "Test the plan…")
    room = shown[0]
    assert isinstance(room, CheckRoom)
    qtbot.addWidget(room)
    room.show()
    before = len(room.checks._findings)
    with session.workspace.edit("Add") as edit:
        edit.add(Item(what="Ask the school", by=date.today() - timedelta(days=3)))
    assert len(room.checks._findings) > before


def test_every_line_of_the_menu_leads_somewhere(page: PlanPage) -> None:
    places: list[str] = []
    page.place_requested.connect(places.append)
    shown = rooms(page)
    lines = [one for one in page.more.menu_of_rooms.actions() if one.text() and not one.text().startswith("Add")]
    for one in lines:
        one.trigger()
    assert len(places) + len(shown) == len(lines)
    assert places == ["handing", "changed"]


@pytest.mark.parametrize("view", ["board", "timeline", "people", "agenda"])
def test_one_choice_goes_through_every_view(page: PlanPage, session: Session, qtbot: QtBot, view: str) -> None:
    with session.workspace.edit("Add") as edit:
        steps = [edit.add(Item(what=f"Step {n}", by=date.today() + timedelta(days=n))) for n in range(3)]
    page.select(steps[1].id)
    page.show_view(view)
    assert page._chosen == steps[1].id
    card = page.stack.front
    assert isinstance(card, QWidget)
    card.changes_requested.emit(steps[1].id, {"by": date.today()}) if hasattr(card, "changes_requested") else None
    page.show_view("outline")
    assert page.outline.selected_ids() == [steps[1].id]


def test_marking_a_repeating_step_done_in_the_board_brings_the_next_one(
    page: PlanPage, session: Session, qtbot: QtBot
) -> None:
    with session.workspace.edit("Add") as edit:
        step = edit.add(Item(what="Call the nurse", by=date.today(), repeats="weekly"))
    page.show_view("board")
    page.select(step.id)
    qtbot.keyClick(page.stack.currentWidget().focusWidget() or page.stack.currentWidget(), Qt.Key.Key_Space)
    items = session.workspace.all(Item)
    assert sorted(one.status for one in items) == ["done", "not-started"]
    session.undo()
    assert [one.status for one in session.workspace.all(Item)] == ["not-started"]
