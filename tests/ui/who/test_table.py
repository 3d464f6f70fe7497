"""The table of partners: every field, editing in place, columns, several at once."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.model.groups import Group
from app.model.partner import Partner
from app.model.schema import specs
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.arrangement import SHOWN, Arrangement
from app.ui.who.chosen import DIFFERENT
from app.ui.who.columns import ColumnsMenu
from app.ui.who.model import COLUMNS
from app.ui.who.page import WhoPage
from app.ui.who.rows_menu import RowsMenu

Key, Mod = Qt.Key, Qt.KeyboardModifier
MANY = 60


def column(name: str) -> int:
    return COLUMNS.index(name)


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> WhoPage:
    with session.workspace.edit("Add", undoable=False) as edit:
        edit.add(
            Partner(
                name="Anna Reid",
                role="Nurse",
                organisation="Nursing station",
                group="elders",
                phone="+1 250 555 0100",
                notes="First line\nsecond line about a canoe",
                languages=("English", "French"),
                consent_asked=date(2026, 5, 1),
            )
        )
        edit.add(Partner(name="Ben Otter", group="youth", involvement="active", languages=("English",), skills="Cooks"))
        edit.add(Partner(name="Co-op store", form="organisation", group="businesses", interest=4))
        edit.add(Partner(name="Dana Pike"))
    made = WhoPage(look, session, str, Names())
    qtbot.addWidget(made)
    made.show_view("table")
    made.resize(1300, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.table.setFocus()
    return made


def shown(page: WhoPage) -> list[str]:
    return [str(page.model.index(row, 0).data()) for row in range(page.model.rowCount())]


def partner(session: Session, name: str) -> Partner:
    return next(one for one in session.workspace.all(Partner) if one.name == name)


def cell(page: WhoPage, session: Session, name: str, field: str) -> QModelIndex:
    return page.model.index(page.model.row_of(partner(session, name).id), column(field))


def choose(page: WhoPage, session: Session, *names: str) -> None:
    """Choose rows as Ctrl and click do; the last is where the keys are."""
    flags = QItemSelectionModel.SelectionFlag
    page.table.clearSelection()
    for name in names:
        index = cell(page, session, name, "name")
        page.table.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)


def edit(page: WhoPage, session: Session, name: str, field: str, sort: type[QWidget]) -> QWidget:
    index = cell(page, session, name, field)
    page.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    page.table.edit(index)
    return next(one for one in page.table.viewport().findChildren(sort) if one.isVisible())


def groups(session: Session) -> list[str]:
    """Everybody's group, in order of name."""
    return [one.group for one in sorted(session.workspace.all(Partner), key=lambda one: one.name)]


def pick(box: QWidget, words: str) -> None:
    assert isinstance(box, QComboBox)
    place = box.findText(words)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def find(menu: QMenu, *path: str) -> QAction:
    """The action of a menu, by the words on the way to it."""
    for words in path[:-1]:
        inner = find(menu, words).menu()
        assert isinstance(inner, QMenu)
        menu = inner
    return next(one for one in menu.actions() if one.text().startswith(path[-1]))


# -- every field ----------------------------------------------------------------------------------------------


def test_every_field_is_a_column() -> None:
    # Who is known to be somebody else is asked and said where likely doubles are looked at.
    assert set(COLUMNS) == set(specs(Partner)) - {"apart"}


def test_a_long_text_shows_its_first_line(page: WhoPage, session: Session) -> None:
    assert cell(page, session, "Anna Reid", "notes").data() == "First line …"


def test_a_long_text_is_edited_whole(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    page.table.show_columns(("name", "notes"))
    box = edit(page, session, "Anna Reid", "notes", QPlainTextEdit)
    assert isinstance(box, QPlainTextEdit)
    assert box.toPlainText() == "First line\nsecond line about a canoe"
    box.appendPlainText("third")
    qtbot.keyClick(box, Key.Key_Return, Mod.ControlModifier)
    assert partner(session, "Anna Reid").notes == "First line\nsecond line about a canoe\nthird"


def test_a_text_that_was_only_looked_at_is_no_edit(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    page.table.show_columns(("name", "notes"))
    box = edit(page, session, "Anna Reid", "notes", QPlainTextEdit)
    qtbot.keyClick(box, Key.Key_Return, Mod.ControlModifier)
    assert session.workspace.undo_label is None


def test_a_day_is_typed_and_shown_as_people_write_it(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    page.table.show_columns(("name", "consent_until"))
    line = edit(page, session, "Anna Reid", "consent_until", QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("2027-03-15")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: partner(session, "Anna Reid").consent_until == date(2027, 3, 15))
    assert cell(page, session, "Anna Reid", "consent_until").data() == "15 Mar 2027"


def test_what_is_refused_stays_in_its_cell(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    page.table.show_columns(("name", "consent_until"))
    line = edit(page, session, "Anna Reid", "consent_until", QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("when the salmon run")
    with qtbot.waitSignal(page.message_requested) as told:
        qtbot.keyClick(line, Key.Key_Return)
    assert "not a date" in told.args[0]
    assert line.isVisible()
    assert line.text() == "when the salmon run"
    qtbot.keyClick(line, Key.Key_Escape)
    qtbot.waitUntil(lambda: not line.isVisible())
    assert partner(session, "Anna Reid").consent_until is None


def test_who_may_see_each_field_is_told_and_not_edited(page: WhoPage, session: Session) -> None:
    session.change(Partner, partner(session, "Dana Pike").id, "Change", {"sees": {"phone": "public"}})
    index = cell(page, session, "Dana Pike", "sees")
    assert index.data() == "Phone: Anyone"
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable


def test_a_letter_looks_in_the_list_and_chooses_nothing_unseen(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    box = edit(page, session, "Dana Pike", "group", QComboBox)
    qtbot.keyClick(box, Key.Key_S)
    assert partner(session, "Dana Pike").group == ""
    assert isinstance(box, QComboBox)
    qtbot.waitUntil(lambda: box.view().isVisible())
    assert box.view().currentIndex().data() == "Schools"
    qtbot.keyClick(box.view(), Key.Key_Return)
    assert partner(session, "Dana Pike").group == "schools"


def test_a_tip_shows_what_was_typed_as_it_is(page: WhoPage, session: Session) -> None:
    session.change(Partner, partner(session, "Dana Pike").id, "Change", {"notes": "<b>bold</b>"})
    tip = cell(page, session, "Dana Pike", "notes").data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;bold" in str(tip)


# -- names that are hidden ------------------------------------------------------------------------------------


def test_hidden_names_leave_nothing_that_says_who_it_is(page: WhoPage, session: Session) -> None:
    anna = page.model.row_of(partner(session, "Anna Reid").id)
    assert anna >= 0
    page.hide_names.click()
    rows = [[str(page.model.index(row, n).data()) for n in range(len(COLUMNS))] for row in range(page.model.rowCount())]
    told = " ".join(word for row in rows for word in row)
    for secret in ("Reid", "555", "First line", "Nursing station", "Cooks", "Otter"):
        assert secret not in told
    assert "Nurse" in told
    assert "Co-op store" in told


def test_what_is_hidden_is_not_found(page: WhoPage) -> None:
    page.hide_names.click()
    page.filter.entry.setText("reid")
    assert shown(page) == []
    page.filter.entry.setText("nurse")
    assert shown(page) == ["Nurse"]
    page.hide_names.click()
    assert shown(page) == ["Anna Reid"]


def test_what_is_hidden_cannot_be_edited(page: WhoPage, session: Session) -> None:
    page.hide_names.click()
    for field in ("name", "phone", "notes"):
        assert not cell(page, session, "Anna Reid", field).flags() & Qt.ItemFlag.ItemIsEditable
    assert cell(page, session, "Co-op store", "name").flags() & Qt.ItemFlag.ItemIsEditable


# -- finding and sorting --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "found"), [("canoe", "Anna Reid"), ("cooks", "Ben Otter"), ("250", "Anna Reid")])
def test_the_filter_looks_into_every_text(page: WhoPage, typed: str, found: str) -> None:
    page.filter.entry.setText(typed)
    assert shown(page) == [found]


def test_who_is_chosen_stays_chosen_while_the_list_is_filtered(page: WhoPage, session: Session) -> None:
    choose(page, session, "Anna Reid", "Ben Otter", "Co-op store")
    for typed in ("n", "nu", "nurs"):
        page.filter.entry.setText(typed)
    assert page.table.selected_ids() == [partner(session, "Anna Reid").id]
    page.filter.clear()
    assert len(page.table.selected_ids()) == 3


def test_the_panel_does_not_jump_while_somebody_types(page: WhoPage, session: Session) -> None:
    page.select(partner(session, "Anna Reid").id)
    page.filter.entry.setText("otter")
    assert page.panel.form.fields["name"].value() == "Anna Reid"
    assert page.table.selected_ids() == []


def test_nobody_who_is_hidden_by_the_filter_is_removed(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    page.table.selectAll()
    page.filter.entry.setText("otter")
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert {one.name for one in session.workspace.all(Partner)} == {"Anna Reid", "Co-op store", "Dana Pike"}


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_who_has_no_group_comes_last_either_way(page: WhoPage, order: Qt.SortOrder) -> None:
    page.table.sortByColumn(column("group"), order)
    assert shown(page)[-1] == "Dana Pike"


def test_groups_are_sorted_as_they_sit_in_the_circle(page: WhoPage) -> None:
    page.table.sortByColumn(column("group"), Qt.SortOrder.AscendingOrder)
    assert shown(page)[:3] == ["Anna Reid", "Ben Otter", "Co-op store"]


def test_sorting_keeps_who_is_chosen(page: WhoPage, session: Session) -> None:
    choose(page, session, "Anna Reid", "Dana Pike")
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert page.table.selected_ids() == [partner(session, name).id for name in ("Dana Pike", "Anna Reid")]


def test_a_new_name_takes_its_place_in_the_order(page: WhoPage, session: Session) -> None:
    choose(page, session, "Anna Reid")
    session.change(Partner, partner(session, "Anna Reid").id, "Rename", {"name": "Zoe Reid"})
    assert shown(page) == ["Ben Otter", "Co-op store", "Dana Pike", "Zoe Reid"]
    assert page.table.selected_ids() == [partner(session, "Zoe Reid").id]


# -- several at once ------------------------------------------------------------------------------------------


def test_a_choice_in_one_of_the_chosen_rows_is_set_for_all_in_one_step(
    page: WhoPage, session: Session, qtbot: QtBot
) -> None:
    choose(page, session, "Anna Reid", "Ben Otter", "Dana Pike")
    with qtbot.waitSignal(page.message_requested) as told:
        pick(edit(page, session, "Anna Reid", "group", QComboBox), "Police")
    assert groups(session) == ["police", "police", "businesses", "police"]
    assert told.args[0] == "Changed for 3 partners."
    told.args[2][1]()
    assert groups(session) == ["elders", "youth", "businesses", ""]
    assert session.workspace.undo_label is None


def test_what_one_has_already_can_be_given_to_the_others(page: WhoPage, session: Session) -> None:
    choose(page, session, "Anna Reid", "Ben Otter")
    pick(edit(page, session, "Anna Reid", "group", QComboBox), "Elders")
    assert partner(session, "Ben Otter").group == "elders"


def test_leaving_a_list_without_choosing_changes_nobody(page: WhoPage, session: Session) -> None:
    choose(page, session, "Anna Reid", "Ben Otter")
    edit(page, session, "Anna Reid", "group", QComboBox)
    page.filter.setFocus()
    assert partner(session, "Ben Otter").group == "youth"


def test_a_word_is_added_to_the_words_of_all(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    page.table.show_columns(("name", "languages"))
    choose(page, session, "Anna Reid", "Ben Otter", "Dana Pike")
    line = edit(page, session, "Anna Reid", "languages", QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("French, Cree")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: partner(session, "Anna Reid").languages == ("French", "Cree"))
    assert partner(session, "Ben Otter").languages == ("Cree",)
    assert partner(session, "Dana Pike").languages == ("Cree",)


@pytest.mark.parametrize("field", ["name", "role", "phone"])
def test_what_is_ones_own_is_changed_for_one_alone(page: WhoPage, session: Session, qtbot: QtBot, field: str) -> None:
    page.table.show_columns(("name", "role", "phone"))
    choose(page, session, "Anna Reid", "Ben Otter")
    before = partner(session, "Anna Reid")
    line = edit(page, session, "Ben Otter", field, QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("Another")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: "Another" in [getattr(one, field) for one in session.workspace.all(Partner)])
    assert session.workspace.get(Partner, before.id) == before


def test_many_are_changed_from_one_cell_and_stay_chosen(page: WhoPage, session: Session) -> None:
    with session.workspace.edit("Add") as more:
        for n in range(MANY):
            more.add(Partner(name=f"Partner {n:02d}"))
    page.table.selectAll()
    pick(edit(page, session, "Partner 07", "involvement", QComboBox), "Active")
    assert {one.involvement for one in session.workspace.all(Partner)} == {"active"}
    assert {page.model.index(row, column("involvement")).data() for row in range(MANY)} == {"Active"}
    assert len(page.table.selected_ids()) == MANY + 4
    session.undo()
    assert len(page.table.selected_ids()) == MANY + 4
    session.undo()
    assert len(shown(page)) == 4


def test_a_double_click_edits_for_all_who_were_chosen(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    choose(page, session, "Anna Reid", "Ben Otter")
    view = page.table.viewport()
    at = page.table.visualRect(cell(page, session, "Anna Reid", "group")).center()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, Mod.NoModifier, at)
    assert len(page.table.selected_ids()) == 1
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, Mod.NoModifier, at)
    assert len(page.table.selected_ids()) == 2
    assert any(one.isVisible() for one in view.findChildren(QComboBox))


def test_shift_and_arrows_choose_several(page: WhoPage, qtbot: QtBot) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    qtbot.keyClick(page.table, Key.Key_Down, Mod.ShiftModifier)
    qtbot.keyClick(page.table, Key.Key_Down, Mod.ShiftModifier)
    assert len(page.table.selected_ids()) == 3
    qtbot.keyClick(page.table, Key.Key_A, Mod.ControlModifier)
    assert len(page.table.selected_ids()) == 4


# -- the panel of several -------------------------------------------------------------------------------------


def test_the_panel_says_that_several_are_chosen_and_where_they_differ(page: WhoPage, session: Session) -> None:
    choose(page, session, "Anna Reid", "Ben Otter")
    assert page.several.isVisible()
    assert not page.panel.isVisible()
    assert page.several.heading.text() == "2 partners are chosen"
    assert page.several.who.text() == "Anna Reid\nBen Otter"
    assert page.several.fields["group"].entry.currentText() == "different"
    assert page.several.fields["consent_show"].value() == "office"
    choose(page, session, "Anna Reid")
    assert page.panel.isVisible()


def test_the_panel_sets_a_field_for_all(page: WhoPage, session: Session) -> None:
    choose(page, session, "Anna Reid", "Ben Otter")
    pick(page.several.fields["involvement"].entry, "Committed")
    assert partner(session, "Anna Reid").involvement == partner(session, "Ben Otter").involvement == "committed"
    assert page.several.fields["involvement"].entry.findData(DIFFERENT) < 0
    session.undo()
    assert page.several.fields["involvement"].value() == DIFFERENT


def test_choosing_different_changes_nothing(page: WhoPage, session: Session) -> None:
    choose(page, session, "Anna Reid", "Ben Otter")
    pick(page.several.fields["group"].entry, "different")
    assert session.workspace.undo_label is None


# -- the menu of rows -----------------------------------------------------------------------------------------


def test_the_menu_sets_a_field_for_the_chosen(page: WhoPage, session: Session) -> None:
    choose(page, session, "Anna Reid", "Ben Otter")
    find(page.list.make_menu(), "Set for the 2 chosen", "May be shown to", "Committee").trigger()
    assert partner(session, "Anna Reid").consent_show == partner(session, "Ben Otter").consent_show == "committee"
    assert find(page.list.make_menu(), "Set for the 2 chosen", "May be shown to", "Committee").isChecked()


def test_the_menu_of_one_leads_to_everything_about_them(page: WhoPage, session: Session) -> None:
    choose(page, session, "Anna Reid")
    page.panel.hide()
    find(page.list.make_menu(), "Everything").trigger()
    assert page.panel.isVisible()


@pytest.mark.parametrize(("key", "mod"), [(Key.Key_Menu, Mod.NoModifier), (Key.Key_F10, Mod.ShiftModifier)])
def test_keys_open_the_menu(page: WhoPage, session: Session, qtbot: QtBot, key: Key, mod: Mod) -> None:
    choose(page, session, "Anna Reid")
    qtbot.keyClick(page.table, key, mod)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, RowsMenu)
    menu.close()


def test_a_right_click_opens_the_menu(page: WhoPage, session: Session) -> None:
    choose(page, session, "Anna Reid")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(20, 20), page.table.mapToGlobal(QPoint(20, 20)))
    QApplication.sendEvent(page.table.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, RowsMenu)
    menu.close()


# -- copying --------------------------------------------------------------------------------------------------


def test_copied_rows_are_the_shown_columns_for_a_sheet(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    page.table.show_columns(("name", "phone", "notes"))
    choose(page, session, "Anna Reid", "Ben Otter")
    with qtbot.waitSignal(page.message_requested) as told:
        qtbot.keyClick(page.table, Key.Key_C, Mod.ControlModifier)
    copied = "Anna Reid\t'+1 250 555 0100\tFirst line second line about a canoe\nBen Otter\t\t"
    assert QGuiApplication.clipboard().text() == copied
    assert told.args[0] == "2 partners are copied."


def test_what_is_hidden_is_not_copied(page: WhoPage, qtbot: QtBot) -> None:
    page.table.show_columns(("name", "phone", "notes"))
    page.hide_names.click()
    page.table.selectAll()
    qtbot.keyClick(page.table, Key.Key_C, Mod.ControlModifier)
    assert QGuiApplication.clipboard().text() == "B. O.\t\t\nCo-op store\t\t\nD. P.\t\t\nNurse\t\t"


# -- columns --------------------------------------------------------------------------------------------------


def open_columns(page: WhoPage, about: str = "role") -> ColumnsMenu:
    return page.list.columns.make_menu(about)


def test_a_column_is_ticked_in_the_menu_and_others_can_be_ticked_at_once(page: WhoPage, qtbot: QtBot) -> None:
    menu = open_columns(page)
    menu.popup(QPoint(0, 0))
    for field in ("form", "organisation"):
        menu.setActiveAction(menu.ticks[field])
        qtbot.keyClick(menu, Key.Key_Space)
    assert menu.isVisible()
    assert page.table.arrangement.seen == ("name", "form", "group", "role", "organisation", "involvement")
    menu.close()


def test_every_column_is_in_the_menu(page: WhoPage) -> None:
    assert set(open_columns(page).ticks) == set(COLUMNS[1:])


def test_keys_sort_move_and_widen_a_column(page: WhoPage) -> None:
    column_menu = "Column “Role”"
    find(open_columns(page), column_menu, "Sort from last").trigger()
    find(open_columns(page), column_menu, "Move to the left").trigger()
    find(open_columns(page), column_menu, "Wider").trigger()
    header = page.table.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (
        column("role"),
        Qt.SortOrder.DescendingOrder,
    )
    assert page.table.arrangement.seen == ("name", "role", "group", "involvement")
    assert page.table.columnWidth(column("role")) == page.look.px(230)
    assert shown(page)[0] == "Anna Reid"


def test_as_at_the_start_takes_everything_back(page: WhoPage) -> None:
    page.arrange("name:400 phone notes:90 | -phone")
    find(open_columns(page), "As at the start").trigger()
    assert page.table.arrangement == Arrangement()
    assert shown(page)[0] == "Anna Reid"


def test_columns_that_were_moved_and_pulled_are_remembered(page: WhoPage) -> None:
    header = page.table.horizontalHeader()
    header.moveSection(header.visualIndex(column("involvement")), 1)
    page.table.setColumnWidth(column("group"), page.look.px(300))
    page.table.sortByColumn(column("group"), Qt.SortOrder.DescendingOrder)
    kept = page.arrangement()
    page.arrange("")
    assert page.table.arrangement.seen == SHOWN
    page.arrange(kept)
    assert page.table.arrangement.seen == ("name", "involvement", "group", "role")
    assert page.table.columnWidth(column("group")) == page.look.px(300)
    assert shown(page)[0] == "Co-op store"


def test_the_names_stay_in_sight_when_the_table_is_scrolled_to_the_right(page: WhoPage, session: Session) -> None:
    page.table.show_columns(COLUMNS)
    QApplication.processEvents()
    page.table.scrollTo(cell(page, session, "Anna Reid", "notes"))
    assert page.table.horizontalScrollBar().value() > 0
    name, notes = (page.table.visualRect(cell(page, session, "Anna Reid", field)) for field in ("name", "notes"))
    assert name.left() == 0
    assert notes.left() >= name.width()
    assert page.table.indexAt(name.center()) == cell(page, session, "Anna Reid", "name")


def test_enter_leads_to_the_field_of_the_column(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    page.table.select(partner(session, "Anna Reid").id, column("role"))
    qtbot.keyClick(page.table, Key.Key_Return)
    assert page.panel.form.fields["role"].entry.hasFocus()


def test_a_list_where_nobody_is_found_says_so(page: WhoPage) -> None:
    before = page.table.viewport().grab().toImage()
    page.filter.entry.setText("zzz")
    assert page.table.viewport().grab().toImage() != before


def test_the_circle_shows_what_was_changed_in_the_table(page: WhoPage, session: Session) -> None:
    page.add_partner("police")
    made = next(one for one in session.workspace.all(Partner) if one.group == "police")
    page.show_view("circle")
    assert page.circle.view.scene.chosen == made.id
    page.show_view("grid")
    assert made.id in page.grid.view.scene.partners


def test_a_group_that_is_called_otherwise_is_so_in_the_table_at_once(page: WhoPage, session: Session) -> None:
    with session.workspace.edit("Rename") as edit:
        edit.add(Group(id="elders", name="Knowledge Keepers"))
    column = COLUMNS.index("group")
    shown = {str(page.model.index(row, column).data()) for row in range(page.model.rowCount())}
    assert "Knowledge Keepers" in shown


def test_ctrl_n_again_and_again_begins_one_new_name_each_time(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    page.show_view("circle")
    for name in ("Kit Nurse", "Sam Coach"):
        focus = QApplication.focusWidget() or page
        qtbot.keyClick(focus, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        assert len(page.table.selected_ids()) == 1
        qtbot.keyClicks(page.panel.form.fields["name"].entry, name)
        qtbot.keyClick(page.panel.form.fields["name"].entry, Key.Key_Tab)
    assert {"Kit Nurse", "Sam Coach"} <= {one.name for one in session.workspace.all(Partner)}


def test_a_story_written_in_a_cell_gets_a_gentle_word_and_stays(page: WhoPage, session: Session) -> None:
    said: list[tuple[str, str, object]] = []
    asked: list[bool] = []
    page.message_requested.connect(lambda *one: said.append(one))
    page.help_lines_requested.connect(lambda: asked.append(True))
    story = "A girl from the camp was trafficked last year"
    page.model.setData(cell(page, session, "Anna Reid", "notes"), story)
    assert partner(session, "Anna Reid").notes == story
    assert "harmed" in said[-1][0] and said[-1][1] == "warn"
    action = said[-1][2]
    assert isinstance(action, tuple)
    action[1]()
    assert asked
    said.clear()
    page.model.setData(cell(page, session, "Anna Reid", "notes"), "Brings a canoe")
    assert said == []
