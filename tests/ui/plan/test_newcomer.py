"""Somebody who leads a step and is in no list yet: named where the step is, and in the circle from then on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.item import Item
from app.model.partner import Partner
from app.ui.names import Names
from app.ui.plan.changing import NEWCOMER
from app.ui.plan.page import PlanPage
from app.ui.plan.people.newcomer import NameBox
from app.ui.session import Session
from app.ui.theme import Look


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> PlanPage:
    with session.workspace.edit("Add", undoable=False) as edit:
        for what in ("Book the hall", "Call the school"):
            edit.add(Item(what=what))
    page = PlanPage(look, session, str, Names())
    qtbot.addWidget(page)
    page.resize(1150, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def leads(session: Session) -> list[str]:
    names = {one.id: one.name for one in session.workspace.all(Partner)}
    return [names.get(one.lead, "") for one in session.workspace.all(Item)]


def box(page: PlanPage, qtbot: QtBot) -> NameBox:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(NameBox)))
    return next(one for one in page.findChildren(NameBox) if one.isVisible())


def choose(page: PlanPage, row: int) -> None:
    page.model.setData(page.model.index(row, page.model.index_of(page.model.id_at(row), "lead").column()), NEWCOMER)


def test_the_list_of_leads_ends_with_somebody_new(page: PlanPage) -> None:
    assert list(page.choices.of("lead") or ())[-1] == (NEWCOMER, "Somebody new…")


def test_a_name_that_is_typed_leads_and_is_in_the_circle(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, 0)
    asked = box(page, qtbot)
    QTest.keyClicks(asked.entry, "Rita George")
    QTest.keyClick(asked.entry, Qt.Key.Key_Return)
    assert leads(session) == ["Rita George", ""]


def test_it_is_one_step_of_undo(page: PlanPage, session: Session) -> None:
    page.changing.put_newcomer([one.id for one in session.workspace.all(Item)], "Rita George")
    assert leads(session) == ["Rita George", "Rita George"]
    session.undo()
    assert leads(session) == ["", ""]
    assert session.workspace.all(Partner) == []


def test_a_name_that_is_there_already_is_not_doubled(page: PlanPage, session: Session) -> None:
    first, second = session.workspace.all(Item)
    page.changing.put_newcomer([first.id], "Rita George")
    page.changing.put_newcomer([second.id], "rita george")
    assert [one.name for one in session.workspace.all(Partner)] == ["Rita George"]
    assert leads(session) == ["Rita George", "Rita George"]


def test_escape_changes_nothing(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, 0)
    asked = box(page, qtbot)
    QTest.keyClicks(asked.entry, "Rita")
    QTest.keyClick(asked.entry, Qt.Key.Key_Escape)
    assert leads(session) == ["", ""]
    assert session.workspace.all(Partner) == []
