"""The outline by keys as in an outliner: typed, moved, folded, looked into, cut and pasted, several lines at once."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.data.workspace import Workspace
from app.model.item import Item
from app.model.partner import Partner
from app.model.plan import Outline
from app.model.schema import specs
from app.ui.names import Names
from app.ui.plan.cells import INDENT
from app.ui.plan.clipboard import MIME
from app.ui.plan.columns import AT_START, COLUMNS
from app.ui.plan.page import PlanPage
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets.cells import CHEVRON, PAD

Key, Mod = Qt.Key, Qt.KeyboardModifier
Shape = list[tuple[str, int]]


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> PlanPage:
    with session.workspace.edit("Add", undoable=False) as edit:
        anna = edit.add(Partner(name="Anna Reid", group="youth"))
        goal = edit.add(Item(what="Goal", level="goal"))
        objective = edit.add(Item(what="Objective", level="objective", parent=goal.id))
        for what in ("a", "b", "c"):
            edit.add(Item(what=what, parent=objective.id, lead=anna.id if what == "a" else ""))
        edit.add(Item(what="Other", level="goal"))
    made = PlanPage(look, session, str, Names())
    qtbot.addWidget(made)
    made.resize(1250, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.outline.setFocus()
    return made


def shape(workspace: Workspace) -> Shape:
    return [(item.what, depth) for item, depth in Outline(workspace.all(Item)).walk()]


def shown(page: PlanPage) -> Shape:
    model = page.model
    return [(str(model.index(row, 0).data()), model.depth_at(row)) for row in range(model.rowCount())]


def key_of(page: PlanPage, what: str) -> str:
    return next(one.id for one in page.model.outline if one.what == what)


def choose(page: PlanPage, *whats: str) -> None:
    page.outline.select(key_of(page, whats[0]))
    flags = QItemSelectionModel.SelectionFlag
    for what in whats[1:]:
        index = page.model.index_of(key_of(page, what))
        page.outline.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)


def press(page: PlanPage, qtbot: QtBot, key: Key, held: Mod = Mod.NoModifier) -> None:
    qtbot.keyClick(page.outline, key, held)


def editor(page: PlanPage) -> QLineEdit:
    found = [one for one in page.outline.viewport().findChildren(QLineEdit) if one.isVisible()]
    assert found, "nothing is being typed"
    return found[-1]


def hit(page: PlanPage, qtbot: QtBot, key: Key, held: Mod = Mod.NoModifier) -> None:
    """A key in the cell that is being typed in; Qt takes Enter in a moment later."""
    qtbot.keyClick(editor(page), key, held)
    QApplication.processEvents()


def clip(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def item(session: Session, what: str) -> Item:
    return next(one for one in session.workspace.all(Item) if one.what == what)


# -- typing ---------------------------------------------------------------------------------------------------


def test_a_plan_is_typed_without_leaving_the_keys(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "c")
    press(page, qtbot, Key.Key_Return)
    for what, key in (("one", Key.Key_Return), ("two", Key.Key_Tab), ("", Key.Key_Return), ("three", Key.Key_Return)):
        qtbot.keyClicks(editor(page), what)
        hit(page, qtbot, key)
    hit(page, qtbot, Key.Key_Escape)
    assert shape(session.workspace)[4:] == [("c", 2), ("one", 2), ("two", 3), ("three", 3), ("Other", 0)]
    assert shown(page) == shape(session.workspace)
    assert page.outline.hasFocus()


def test_a_new_line_is_one_step_of_undo(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    before = shape(session.workspace)
    choose(page, "a")
    press(page, qtbot, Key.Key_Return)
    qtbot.keyClicks(editor(page), "new")
    hit(page, qtbot, Key.Key_Return)
    hit(page, qtbot, Key.Key_Escape)
    assert session.workspace.undo_label == "Add step"
    session.undo()
    assert shape(session.workspace) == before == shown(page)
    assert session.workspace.undo_label is None


def test_a_line_without_words_leaves_nothing_behind(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "a")
    press(page, qtbot, Key.Key_Return)
    hit(page, qtbot, Key.Key_Return)
    assert session.workspace.undo_label is None
    assert ("", 2) not in shown(page)
    assert page.outline.currentIndex().data() == "a"


def test_shift_tab_takes_a_new_line_out_while_it_is_typed(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "a")
    press(page, qtbot, Key.Key_Return)
    qtbot.keyClicks(editor(page), "out")
    hit(page, qtbot, Key.Key_Backtab, Mod.ShiftModifier)
    assert editor(page).text() == "out"
    hit(page, qtbot, Key.Key_Return)
    hit(page, qtbot, Key.Key_Escape)
    assert shape(session.workspace)[4:6] == [("c", 2), ("out", 1)]


def test_tab_moves_a_line_that_is_being_renamed_and_the_typing_goes_on(
    page: PlanPage, session: Session, qtbot: QtBot
) -> None:
    choose(page, "b")
    press(page, qtbot, Key.Key_F2)
    editor(page).setText("bb")
    hit(page, qtbot, Key.Key_Tab)
    assert ("bb", 3) in shape(session.workspace)
    qtbot.keyClicks(editor(page), "!")
    hit(page, qtbot, Key.Key_Return)
    assert ("bb!", 3) in shape(session.workspace)


def test_ctrl_n_while_a_new_line_is_typed_keeps_it(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "a")
    press(page, qtbot, Key.Key_Return)
    qtbot.keyClicks(editor(page), "first")
    page.add_button.click()
    qtbot.keyClicks(editor(page), "second")
    hit(page, qtbot, Key.Key_Return)
    hit(page, qtbot, Key.Key_Escape)
    assert shape(session.workspace)[2:5] == [("a", 2), ("first", 2), ("second", 2)]


def test_a_goal_is_added_from_the_menu(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    next(one for one in page.more.menu_of_rooms.actions() if one.text() == "Add a goal").trigger()
    qtbot.keyClicks(editor(page), "Third goal")
    hit(page, qtbot, Key.Key_Tab, Mod.ControlModifier)
    page.outline.finish_editing()
    assert item(session, "Third goal").level == "goal"
    assert session.workspace.undo_label == "Add goal"


def test_the_first_line_of_an_empty_plan(look: Look, session: Session, qtbot: QtBot) -> None:
    page = PlanPage(look, session, str, Names())
    qtbot.addWidget(page)
    page.resize(1250, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.empty_card.add_button.click()
    qtbot.keyClicks(editor(page), "Begin")
    hit(page, qtbot, Key.Key_Return)
    hit(page, qtbot, Key.Key_Escape)
    assert shape(session.workspace) == [("Begin", 0)]
    assert not page.empty_card.isVisible()


def test_an_empty_first_line_brings_the_beginning_back(look: Look, session: Session, qtbot: QtBot) -> None:
    page = PlanPage(look, session, str, Names())
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.empty_card.add_button.click()
    hit(page, qtbot, Key.Key_Escape)
    assert page.empty_card.isVisible()


# -- cells ----------------------------------------------------------------------------------------------------


def test_every_field_that_a_plan_shows_is_a_column() -> None:
    # What a row of repeats is counted from is nobody's to type.
    assert set(COLUMNS) == set(specs(Item)) - {"level", "series", "began"}


def test_every_cell_says_what_it_is(page: PlanPage) -> None:
    for row in range(page.model.rowCount()):
        for column, name in enumerate(COLUMNS):
            said = page.model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
            assert str(said).startswith(str(page.model.headerData(column, Qt.Orientation.Horizontal)) + ":"), name
    said = page.model.index_of(key_of(page, "Objective")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "What: Objective, Objective, depth 2, open"


def test_a_cost_is_typed_as_people_write_it(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    page.outline.show_columns((*AT_START, "cost"))
    page.outline.edit(page.outline.select(key_of(page, "a"), "cost"))
    editor(page).setText("$1,200")
    hit(page, qtbot, Key.Key_Return)
    assert item(session, "a").cost == 1200
    assert page.model.index_of(key_of(page, "a"), "cost").data() == "$1,200"


def test_a_refused_cell_stays_open_with_what_was_typed(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    page.outline.edit(page.outline.select(key_of(page, "a"), "by"))
    editor(page).setText("next spring")
    hit(page, qtbot, Key.Key_Return)
    assert editor(page).text() == "next spring"
    hit(page, qtbot, Key.Key_Escape)
    assert item(session, "a").by is None


def test_columns_are_remembered_as_they_were_arranged(
    page: PlanPage, look: Look, session: Session, qtbot: QtBot
) -> None:
    page.outline.show_columns(("what", "cost", "by"))
    again = PlanPage(look, session, str, Names())
    qtbot.addWidget(again)
    again.arrange(page.arrangement())
    assert again.outline.arrangement.seen == ("what", "by", "cost")


def test_where_there_is_little_room_the_plans_words_come_first(page: PlanPage) -> None:
    page.outline.resize(420, 400)
    assert page.outline.isColumnHidden(COLUMNS.index("lead"))
    page.outline.show_columns(("what", "lead"))
    assert not page.outline.isColumnHidden(COLUMNS.index("lead"))


# -- several --------------------------------------------------------------------------------------------------


def test_several_go_in_and_out_and_up_together_each_as_one_step_of_undo(
    page: PlanPage, session: Session, qtbot: QtBot
) -> None:
    before = shape(session.workspace)
    choose(page, "b", "c")
    press(page, qtbot, Key.Key_Tab)
    assert shown(page)[2:5] == [("a", 2), ("b", 3), ("c", 3)] == shape(session.workspace)[2:5]
    session.undo()
    assert shape(session.workspace) == before
    choose(page, "b", "c")
    press(page, qtbot, Key.Key_Up, Mod.AltModifier)
    assert shown(page)[2:5] == [("b", 2), ("c", 2), ("a", 2)]
    assert {key_of(page, "b"), key_of(page, "c")} == set(page.outline.selected_ids())
    session.undo()
    assert shape(session.workspace) == before == shown(page)


def test_a_lead_chosen_in_one_row_counts_for_all_chosen(page: PlanPage, session: Session) -> None:
    choose(page, "b", "c")
    index = page.model.index_of(key_of(page, "c"), "lead")
    page.outline.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    page.outline.edit(index)
    box = next(one for one in page.outline.viewport().findChildren(QComboBox) if one.isVisible())
    box.setCurrentIndex(box.findText("Anna Reid"))
    box.activated.emit(box.currentIndex())
    assert item(session, "b").lead == item(session, "c").lead == session.workspace.all(Partner)[0].id


def test_the_panel_of_several_sets_a_field_for_all(page: PlanPage, session: Session) -> None:
    choose(page, "Objective", "a", "b")
    assert page.several.isVisible()
    assert page.several.heading.text() == "3 lines are chosen"
    page.several.set_requested.emit("status", "waiting")
    assert [item(session, one).status for one in ("Objective", "a", "b")] == ["not-started", "waiting", "waiting"]
    session.undo()
    assert item(session, "a").status == "not-started"


def test_space_marks_all_chosen_as_done(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "a", "b")
    press(page, qtbot, Key.Key_Space)
    assert item(session, "a").status == item(session, "b").status == "done"


def test_deleting_several_is_undone_in_one(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    before = shape(session.workspace)
    choose(page, "a", "c")
    press(page, qtbot, Key.Key_Delete)
    assert shown(page)[2:] == [("b", 2), ("Other", 0)]
    session.undo()
    assert shown(page) == before


# -- folding and looking at a branch --------------------------------------------------------------------------


def test_left_folds_and_right_opens(page: PlanPage, qtbot: QtBot) -> None:
    choose(page, "a")
    press(page, qtbot, Key.Key_Left)
    assert page.outline.currentIndex().data() == "Objective"
    press(page, qtbot, Key.Key_Left)
    assert shown(page) == [("Goal", 0), ("Objective", 1), ("Other", 0)]
    press(page, qtbot, Key.Key_Right)
    assert ("a", 2) in shown(page)


def test_what_is_folded_stays_folded_while_others_are_changed(page: PlanPage, session: Session) -> None:
    page.model.fold([key_of(page, "Objective")], True)
    page.changing.put(key_of(page, "Other"), "what", "Another")
    assert shown(page) == [("Goal", 0), ("Objective", 1), ("Another", 0)]
    session.undo()
    assert shown(page) == [("Goal", 0), ("Objective", 1), ("Other", 0)]


def test_all_is_folded_and_opened_by_one_key(page: PlanPage, qtbot: QtBot) -> None:
    choose(page, "a")
    press(page, qtbot, Key.Key_Period, Mod.ControlModifier | Mod.ShiftModifier)
    assert shown(page) == [("Goal", 0), ("Other", 0)]
    assert page.outline.currentIndex().data() == "Goal"
    press(page, qtbot, Key.Key_Period, Mod.ControlModifier | Mod.ShiftModifier)
    assert len(shown(page)) == 6


def test_one_branch_alone_and_the_way_back(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "Objective")
    press(page, qtbot, Key.Key_Right, Mod.AltModifier)
    assert shown(page) == [("Objective", 0), ("a", 1), ("b", 1), ("c", 1)]
    assert page.card.crumbs.isVisible()
    press(page, qtbot, Key.Key_Left, Mod.AltModifier)
    assert shown(page)[0] == ("Goal", 0)
    press(page, qtbot, Key.Key_Left, Mod.AltModifier)
    assert shown(page) == shape(session.workspace)
    assert not page.card.crumbs.isVisible()


def test_a_new_line_stays_in_the_branch_that_is_looked_at(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    page.bar.put("branch", key_of(page, "Objective"))
    page.outline.selectionModel().clear()
    page.card.begin("action")
    qtbot.keyClicks(editor(page), "inside")
    page.outline.finish_editing()
    assert ("inside", 2) in shape(session.workspace)


def test_a_branch_that_is_removed_gives_way_to_the_whole_plan(page: PlanPage, session: Session) -> None:
    page.bar.put("branch", key_of(page, "Objective"))
    page.changing.remove([key_of(page, "Objective")])
    assert shown(page) == [("Goal", 0), ("Other", 0)]


# -- cut, copy, paste -----------------------------------------------------------------------------------------


def test_a_branch_is_cut_and_pasted_elsewhere_as_one_step(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    before = shape(session.workspace)
    ids = {one.id for one in session.workspace.all(Item)}
    choose(page, "Objective")
    press(page, qtbot, Key.Key_X, Mod.ControlModifier)
    assert shape(session.workspace) == before, "nothing moves before it is pasted"
    choose(page, "Other")
    page.card.paste()
    assert shown(page) == [("Goal", 0), ("Other", 0), ("Objective", 1), ("a", 2), ("b", 2), ("c", 2)]
    assert {one.id for one in session.workspace.all(Item)} == ids
    session.undo()
    assert shape(session.workspace) == before == shown(page)


def test_escape_takes_the_mark_of_a_cut_away(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "b")
    press(page, qtbot, Key.Key_X, Mod.ControlModifier)
    assert "marked to be moved" in str(page.outline.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    press(page, qtbot, Key.Key_Escape)
    assert not page.model.cut


def test_a_copy_has_everything_that_the_branch_has(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    a, b = item(session, "a"), item(session, "b")
    with session.workspace.edit("Fill") as edit:
        edit.change(Item, b.id, by=date(2027, 3, 1), needs="A room\nand a key", waits_for=(a.id,), cost=20)
    choose(page, "Objective")
    press(page, qtbot, Key.Key_C, Mod.ControlModifier)
    choose(page, "Other")
    page.card.paste()
    copies = {one.what: one for one in session.workspace.all(Item) if one.parent not in (a.parent,)}
    assert copies["b"].id != b.id
    assert (copies["b"].by, copies["b"].needs, copies["b"].cost) == (date(2027, 3, 1), "A room\nand a key", 20)
    assert copies["b"].waits_for == (copies["a"].id,), "within the copy it waits for the copy"
    assert copies["a"].lead == a.lead


def test_a_copy_in_a_file_without_its_lead_says_so(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    choose(page, "Objective")
    press(page, qtbot, Key.Key_C, Mod.ControlModifier)
    with session.workspace.edit("Another file has others") as edit:
        edit.remove(Partner, session.workspace.all(Partner)[0].id)
    choose(page, "Other")
    with qtbot.waitSignal(page.message_requested) as told:
        page.card.paste()
    assert told.args is not None
    assert told.args[0] == (
        "4 lines are added. 1 of them named somebody who is not in this circle: look at its lead and helpers."
    )


def test_a_copy_that_loses_nobody_says_nothing_of_it(page: PlanPage, qtbot: QtBot) -> None:
    choose(page, "Objective")
    press(page, qtbot, Key.Key_C, Mod.ControlModifier)
    choose(page, "Other")
    with qtbot.waitSignal(page.message_requested) as told:
        page.card.paste()
    assert told.args is not None
    assert told.args[0] == "4 lines are added."


def test_a_copy_is_text_for_everybody_else(page: PlanPage, qtbot: QtBot) -> None:
    choose(page, "Objective")
    press(page, qtbot, Key.Key_C, Mod.ControlModifier)
    assert QGuiApplication.clipboard().text() == "• Objective\n    • a\n    • b\n    • c"


def test_text_of_an_email_becomes_steps_in_one_step_of_undo(page: PlanPage, session: Session) -> None:
    before = shape(session.workspace)
    clip("Evening in March\n  - book the hall\n  - ask the Elders\n")
    choose(page, "Other")
    page.card.paste()
    assert shape(session.workspace)[6:] == [("Evening in March", 1), ("book the hall", 2), ("ask the Elders", 2)]
    assert item(session, "Evening in March").level == "objective"
    assert session.workspace.undo_label == "Paste steps"
    session.undo()
    assert shape(session.workspace) == before == shown(page)


def test_rows_of_a_sheet_become_steps_with_their_columns(page: PlanPage, session: Session) -> None:
    clip("Task\tWho\tDue\tCost\nBook the hall\tanna reid\t2027-03-01\t$50\nCook\tSomebody new\tsoon\t\n")
    choose(page, "c")
    page.card.paste()
    booked, cook = item(session, "Book the hall"), item(session, "Cook")
    assert (booked.lead, booked.by, booked.cost) == (session.workspace.all(Partner)[0].id, date(2027, 3, 1), 50)
    assert cook.notes == "Lead: Somebody new\nBy when: soon", "what cannot be read is not lost"


def test_spoilt_branches_on_the_clipboard_are_taken_as_text(page: PlanPage, session: Session) -> None:
    data = QMimeData()
    data.setData(MIME, b'{"rows": [[1')
    data.setText("just a line")
    QGuiApplication.clipboard().setMimeData(data)
    choose(page, "c")
    page.card.paste()
    assert ("just a line", 2) in shape(session.workspace)


def test_nothing_on_the_clipboard_pastes_nothing(page: PlanPage, session: Session) -> None:
    clip("  \n ")
    page.card.paste()
    assert session.workspace.undo_label is None


# -- the filter -----------------------------------------------------------------------------------------------


def test_what_is_found_keeps_what_it_stands_below_as_context(page: PlanPage) -> None:
    page.bar.words.entry.setText("b")
    assert shown(page) == [("Context: Goal", 0), ("Context: Objective", 1), ("b", 2)]


def test_a_chip_takes_its_question_away(page: PlanPage, session: Session) -> None:
    page.bar.put("lead", session.workspace.all(Partner)[0].id)
    assert [what for what, _depth in shown(page)] == ["Context: Goal", "Context: Objective", "a"]
    tag = page.bar.tags()[0]
    assert tag.word == "Lead: Anna Reid"
    tag.click()
    assert shown(page) == shape(session.workspace)


def test_a_line_does_not_vanish_under_the_hand_that_changes_it(page: PlanPage) -> None:
    page.bar.put("status", "not-started")
    page.changing.put(key_of(page, "a"), "status", "done")
    assert ("a", 2) in shown(page)


def test_who_was_chosen_is_chosen_again_when_the_filter_goes(page: PlanPage) -> None:
    choose(page, "a", "c")
    page.bar.words.entry.setText("b")
    page.bar.words.clear()
    assert set(page.outline.selected_ids()) == {key_of(page, "a"), key_of(page, "c")}


def test_a_filter_that_finds_nothing_says_so(page: PlanPage) -> None:
    page.bar.words.entry.setText("zzz")
    assert page.card.nothing.isVisible()
    assert not page.outline.isVisible()


def test_going_to_a_line_that_is_filtered_away_shows_it(page: PlanPage) -> None:
    page.bar.words.entry.setText("b")
    page.select(key_of(page, "c"))
    assert page.outline.currentIndex().data() == "c"


# -- the mouse, and a file that is open for looking only ------------------------------------------------------


def at(page: PlanPage, what: str, right: int) -> QPoint:
    """A point of a line's row, so far right of where its own part begins."""
    index = page.model.index_of(key_of(page, what))
    box = page.outline.visualRect(index)
    return QPoint(box.left() + PAD + INDENT * page.model.depth_at(index.row()) + right, box.center().y())


def test_a_press_on_the_circle_marks_a_step_as_done(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.outline.viewport(), Qt.MouseButton.LeftButton, pos=at(page, "b", CHEVRON + 8))
    assert item(session, "b").status == "done"
    assert page.outline.currentIndex().data() == "b"


def test_a_press_on_the_chevron_folds(page: PlanPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.outline.viewport(), Qt.MouseButton.LeftButton, pos=at(page, "Objective", 6))
    assert shown(page) == [("Goal", 0), ("Objective", 1), ("Other", 0)]


def test_the_middle_of_a_row_is_a_place_inside_it(page: PlanPage) -> None:
    found = page.outline.target_at(at(page, "Other", 60))
    assert found is not None
    assert (found.parent, found.after) == (key_of(page, "Other"), "")


def test_moving_lines_pulls_no_column(page: PlanPage, qtbot: QtBot) -> None:
    before = page.arrangement()
    choose(page, "b")
    press(page, qtbot, Key.Key_Up, Mod.AltModifier)
    page.resize(1150, 700)
    assert page.arrangement() == before


def test_a_file_that_is_open_for_looking_only_is_changed_by_no_key(
    look: Look, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session.workspace.edit("Add", undoable=False) as edit:
        goal = edit.add(Item(what="Goal", level="goal"))
        edit.add(Item(what="a", parent=goal.id))
    monkeypatch.setattr(Workspace, "read_only", property(lambda _self: True))
    page = PlanPage(look, session, str, Names())
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    clip("new line")
    choose(page, "a")
    page.outline.setFocus()
    for key in (Key.Key_Return, Key.Key_Space, Key.Key_Delete, Key.Key_Backtab, Key.Key_F2, Key.Key_Q):
        press(page, qtbot, key)
    page.card.paste()
    assert shown(page) == [("Goal", 0), ("a", 1)] == shape(session.workspace)
    assert not page.add_button.isVisible()
    assert not [one for one in page.outline.viewport().findChildren(QLineEdit) if one.isVisible()]
