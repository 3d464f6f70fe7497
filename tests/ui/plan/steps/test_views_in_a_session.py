"""The views of the plan over a real file: their wishes as edits, each one step of undo, and shown again in all of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QObject, QPointF, Qt
from pytestqt.qtbot import QtBot

from app.data.groups import groups_in
from app.model.item import Item
from app.model.partner import Partner
from app.model.plan import Outline
from app.ui.plan.agenda.card import AgendaCard
from app.ui.plan.board.card import BoardCard
from app.ui.plan.people.card import PeopleCard
from app.ui.plan.shown import Shown
from app.ui.plan.steps.card import StepsCard
from app.ui.session import Session
from app.ui.theme import Look
from tests.ui.plan.conftest import drop

TODAY = date.today()
ALT = Qt.KeyboardModifier.AltModifier


class SmallPage(QObject):
    """What a page does with views: wishes become edits, and whatever changed is shown in all."""

    def __init__(self, session: Session, views: list[StepsCard]) -> None:
        super().__init__()
        self.session, self.views = session, views
        for view in views:
            view.change_requested.connect(lambda key, field, value: self.change(key, {field: value}))
            view.changes_requested.connect(self.change)
            view.item_selected.connect(self.choose)
        session.changed.connect(self.read)
        self.read()

    def change(self, key: str, fields: dict[str, object]) -> None:
        assert self.session.change(Item, key, "Change step", fields, by=self) is None

    def choose(self, key: str) -> None:
        for view in self.views:
            view.select(key)

    def read(self) -> None:
        workspace = self.session.workspace
        names = {one.id: one.name for one in workspace.all(Partner)}
        for view in self.views:
            view.show_plan(Shown(Outline(workspace.all(Item)), names, groups_in(workspace), TODAY))


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> SmallPage:
    with session.workspace.edit("Add", undoable=False) as edit:
        lead = edit.add(Partner(name="Band manager"))
        edit.add(Partner(name="Nurse"))
        goal = edit.add(Item(what="Goal", level="goal"))
        edit.add(Item(what="Hall", parent=goal.id, lead=lead.id, by=TODAY))
        edit.add(Item(what="List", parent=goal.id))
    views: list[StepsCard] = [
        BoardCard(look, closed=False),
        PeopleCard(look, closed=False),
        AgendaCard(look, closed=False),
    ]
    for view in views:
        qtbot.addWidget(view)
        view.resize(1150, 700)
        view.show()
    return SmallPage(session, views)


def item(page: SmallPage, what: str) -> Item:
    return next(one for one in page.session.workspace.all(Item) if one.what == what)


def board(page: SmallPage) -> BoardCard:
    found = page.views[0]
    assert isinstance(found, BoardCard)
    return found


def people(page: SmallPage) -> PeopleCard:
    found = page.views[1]
    assert isinstance(found, PeopleCard)
    return found


def agenda(page: SmallPage) -> AgendaCard:
    found = page.views[2]
    assert isinstance(found, AgendaCard)
    return found


def test_one_choice_is_seen_in_every_view(page: SmallPage, qtbot: QtBot) -> None:
    hall = item(page, "Hall").id
    agenda(page).view.setFocus()
    qtbot.keyClick(agenda(page).view, Qt.Key.Key_Down)
    page.choose(hall)
    assert board(page).chosen == people(page).view.chosen == agenda(page).view.chosen == hall


def test_a_step_moved_on_the_board_moves_in_the_file_and_back_by_one_undo(page: SmallPage, qtbot: QtBot) -> None:
    hall = item(page, "Hall")
    board(page).select(hall.id)
    qtbot.keyClick(board(page).columns["not-started"].view, Qt.Key.Key_Right, ALT)
    assert item(page, "Hall").status == "in-progress"
    assert board(page).columns["in-progress"].holds(hall.id)
    page.session.undo()
    assert item(page, "Hall").status == "not-started"
    assert board(page).columns["not-started"].holds(hall.id)


def test_a_step_given_on_is_given_on_everywhere(page: SmallPage) -> None:
    nurse = next(one.id for one in page.session.workspace.all(Partner) if one.name == "Nurse")
    people(page).give(item(page, "List").id, nurse)
    assert item(page, "List").lead == nurse
    assert people(page).view.source.row_of(f"head:{nurse}") >= 0


def test_a_day_moved_in_the_agenda_is_saved(page: SmallPage, qtbot: QtBot) -> None:
    agenda(page).select(item(page, "Hall").id)
    for _press in range(2):
        qtbot.keyClick(agenda(page).view, Qt.Key.Key_Right, ALT)
    assert item(page, "Hall").by == TODAY + timedelta(days=2)


def test_a_step_removed_elsewhere_leaves_every_view(page: SmallPage) -> None:
    hall = item(page, "Hall").id
    page.choose(hall)
    page.session.edit("Remove", lambda edit: edit.remove(Item, hall), by=page)
    assert not board(page).columns["not-started"].holds(hall)
    assert people(page).view.source.row_of("", hall) < 0
    assert agenda(page).view.source.row_of("", hall) < 0


def test_dropping_on_the_board_is_one_step_of_undo(page: SmallPage) -> None:
    drop(board(page).columns["done"].view, QPointF(10, 10), item(page, "List").id)
    assert item(page, "List").status == "done"
    page.session.undo()
    assert item(page, "List").status == "not-started"
