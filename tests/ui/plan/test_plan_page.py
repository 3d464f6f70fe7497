"""The plan's outline: typed, moved, dropped, marked and undone as people do it, with exact rows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.model.item import Item
from app.model.partner import Partner
from app.model.plan import Outline
from app.ui.names import Names
from app.ui.plan.model import ITEM_ROLE, PlanModel
from app.ui.plan.page import PlanPage
from app.ui.session import Session
from app.ui.theme import Look

TODAY = date.today()


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> PlanPage:
    with session.workspace.edit("Add", undoable=False) as edit:
        lead = edit.add(Partner(name="Band manager"))
        goal = edit.add(Item(what="Goal", level="goal"))
        edit.add(Item(what="one", parent=goal.id, lead=lead.id))
        edit.add(Item(what="two", parent=goal.id, by=TODAY - timedelta(days=3)))
    made = PlanPage(look, session, str, Names())
    qtbot.addWidget(made)
    made.resize(1150, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def shape(session: Session) -> list[tuple[str, int]]:
    return [(item.what, depth) for item, depth in Outline(session.workspace.all(Item)).walk()]


def rows(page: PlanPage) -> list[tuple[str, int]]:
    """What the view would show, read from the model."""
    model = page.model
    return [(str(model.index(row, 0).data()), model.depth_at(row)) for row in range(model.rowCount())]


def named(page: PlanPage, what: str, field: str = "what") -> QModelIndex:
    item = next(one for one, _depth in page.model.outline.walk() if one.what == what)
    return page.model.index_of(item.id, field)


def ids(page: PlanPage, what: str) -> str:
    return str(named(page, what).data(ITEM_ROLE))


def choose(page: PlanPage, what: str) -> None:
    page.outline.select(str(named(page, what).data(ITEM_ROLE)))
    page.outline.setFocus()


def press(
    page: PlanPage, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(page.outline, key, held)


def editor(page: PlanPage) -> QLineEdit:
    found = [one for one in page.outline.viewport().findChildren(QLineEdit) if one.isVisible()]
    assert found, "nothing is being edited"
    return found[-1]


def test_the_header_says_how_the_plan_stands(page: PlanPage) -> None:
    text = page.header.line.text()
    assert "2 steps, 0 done" in text
    assert "1 late" in text
    assert "1 without a lead" in text


def test_cells_speak_in_words(page: PlanPage) -> None:
    assert named(page, "two", "status").data() == "3 days late"
    assert named(page, "two", "lead").data() == "no one yet"
    assert named(page, "one", "lead").data() == "Band manager"
    assert named(page, "Goal", "status").data() == "0 of 2"


def test_every_cell_has_a_name_for_a_screen_reader(page: PlanPage) -> None:
    assert named(page, "one", "lead").data(Qt.ItemDataRole.AccessibleTextRole) == "Lead: Band manager"


def test_enter_begins_a_new_step_below(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "one")
    press(page, qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(editor(page), "new step")
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shape(session) == [("Goal", 0), ("one", 1), ("new step", 1), ("two", 1)])
    qtbot.keyClick(editor(page), Qt.Key.Key_Escape)
    assert rows(page) == shape(session)


def test_a_new_step_left_empty_goes_away_again(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "one")
    press(page, qtbot, Qt.Key.Key_Return)
    qtbot.keyClick(editor(page), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shape(session) == [("Goal", 0), ("one", 1), ("two", 1)])


def test_tab_moves_in_and_shift_tab_out_again(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "two")
    press(page, qtbot, Qt.Key.Key_Tab)
    assert rows(page) == [("Goal", 0), ("one", 1), ("two", 2)]
    press(page, qtbot, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert rows(page) == [("Goal", 0), ("one", 1), ("two", 1)] == shape(session)


def test_alt_and_arrows_move_a_step_and_keep_it_chosen(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "two")
    press(page, qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert rows(page) == [("Goal", 0), ("two", 1), ("one", 1)] == shape(session)
    assert page.outline.currentIndex().data() == "two"


def test_typing_over_a_cell_changes_it(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "one")
    press(page, qtbot, Qt.Key.Key_F2)
    editor(page).setText("first")
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("first", 1) in shape(session))
    assert session.workspace.undo_label == "Rename step"


def test_a_day_is_typed_as_people_write_it(page: PlanPage, session: Session) -> None:
    page.model.setData(named(page, "one", "by"), date(2027, 3, 15))
    assert any(one.by == date(2027, 3, 15) for one in session.workspace.all(Item))


def test_a_day_that_cannot_be_read_is_refused_in_words(page: PlanPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.message_requested) as told:
        page.model.setData(named(page, "one", "by"), "next spring")
    assert told.args is not None
    assert "not a date" in str(told.args[0])


def test_the_lead_is_chosen_from_the_partners(page: PlanPage, session: Session) -> None:
    index = named(page, "two", "lead")
    page.outline.edit(index)
    box = next(one for one in page.outline.viewport().findChildren(QComboBox) if one.isVisible())
    box.setCurrentIndex(box.findText("Band manager"))
    page.outline.itemDelegate().setModelData(box, page.model, index)
    two = next(one for one in session.workspace.all(Item) if one.what == "two")
    assert two.lead == session.workspace.all(Partner)[0].id


def test_space_marks_a_step_done_and_again_not(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "one")
    press(page, qtbot, Qt.Key.Key_Space)
    assert named(page, "one", "status").data() == "Done"
    assert named(page, "Goal", "status").data() == "1 of 2"
    press(page, qtbot, Qt.Key.Key_Space)
    assert named(page, "one", "status").data() == "Not started"


def test_delete_removes_a_branch_and_offers_undo(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "Goal")
    with qtbot.waitSignal(page.message_requested) as told:
        press(page, qtbot, Qt.Key.Key_Delete)
    assert rows(page) == [] == shape(session)
    assert told.args is not None
    assert told.args[0] == "Removed: Goal, and 2 more"
    told.args[2][1]()
    assert rows(page) == [("Goal", 0), ("one", 1), ("two", 1)]


def test_dropping_a_row_moves_it(page: PlanPage, session: Session) -> None:
    choose(page, "two")
    page.outline.dropped.emit(tuple(page.outline.selected_ids()), ids(page, "Goal"), "")
    assert rows(page) == [("Goal", 0), ("two", 1), ("one", 1)] == shape(session)


def test_dropping_a_branch_into_itself_changes_nothing(page: PlanPage, session: Session) -> None:
    page.outline.dropped.emit((ids(page, "Goal"),), ids(page, "one"), "")
    assert rows(page) == [("Goal", 0), ("one", 1), ("two", 1)] == shape(session)


def test_a_step_from_elsewhere_remembers_where_it_came_from(page: PlanPage, session: Session) -> None:
    page.add_step("Ask someone from: Schools", "gap:schools")
    made = next(one for one in session.workspace.all(Item) if one.what.startswith("Ask"))
    assert made.origin == "gap:schools"


def test_the_panel_shows_and_changes_the_chosen_step(page: PlanPage, session: Session) -> None:
    choose(page, "one")
    field = page.panel.form.fields["needs"]
    field.entry.setPlainText("A room")
    field.commit()
    assert any(one.needs == "A room" for one in session.workspace.all(Item))


def test_without_a_plan_it_says_how_to_begin(look: Look, session: Session, qtbot: QtBot) -> None:
    page = PlanPage(look, session, str, Names())
    qtbot.addWidget(page)
    page.show()
    assert page.empty_card.isVisible()
    assert not page.outline.isVisible()


def test_markup_and_emoji_are_shown_as_typed(page: PlanPage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        edit.add(Item(what="<b>🧡</b> & مركز"))
    assert ("<b>🧡</b> & مركز", 0) in rows(page)


def test_the_model_obeys_qts_rules_through_a_days_work(
    page: PlanPage, session: Session, qtmodeltester: ModelTester
) -> None:
    assert isinstance(page.model, PlanModel)
    qtmodeltester.check(page.model)
    items = {one.what: one for one in session.workspace.all(Item)}
    with session.workspace.edit("Add") as edit:
        extra = edit.add(Item(what="extra", level="goal"))
        edit.move(Item, items["one"].id, extra.id)
        edit.move(Item, items["Goal"].id, extra.id, "")
    assert rows(page) == shape(session)
    session.undo()
    assert rows(page) == shape(session)
    session.redo()
    with session.workspace.edit("Remove") as edit:
        edit.remove(Item, items["Goal"].id)
    assert rows(page) == shape(session)
    while session.workspace.undo():
        assert rows(page) == shape(session)
