"""The table of partners and the panel beside it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.model.groups import GROUPS
from app.model.item import Item
from app.model.partner import Partner
from app.model.tie import Tie
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.model import COLUMNS
from app.ui.who.page import WhoPage
from app.ui.widgets.press_row import PressRow

GROUP, INVOLVEMENT, INTEREST = (COLUMNS.index(name) for name in ("group", "involvement", "interest"))


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> WhoPage:
    with session.workspace.edit("Add", undoable=False) as edit:
        edit.add(Partner(name="School district", group="schools", involvement="asked"))
        edit.add(Partner(name="Band manager", group="chief-and-council", involvement="active"))
        edit.add(Partner(name="hən̓q̓əmin̓əm̓ teacher", form="person", languages=("hən̓q̓əmin̓əm̓",)))
    made = WhoPage(look, session, str, Names())
    qtbot.addWidget(made)
    made.show_view("table")
    made.resize(1150, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def shown(page: WhoPage) -> list[str]:
    return [str(page.model.index(row, 0).data()) for row in range(page.model.rowCount())]


def partner(session: Session, name: str) -> Partner:
    return next(one for one in session.workspace.all(Partner) if one.name == name)


def choose(page: WhoPage, session: Session, name: str) -> Partner:
    found = partner(session, name)
    page.select(found.id)
    return found


def test_partners_are_listed_by_name(page: WhoPage) -> None:
    assert shown(page) == ["Band manager", "hən̓q̓əmin̓əm̓ teacher", "School district"]


def test_the_header_names_who_is_missing(page: WhoPage) -> None:
    assert "3 partners, 2 of 15 groups." in page.header.line.text()
    assert "No one yet: Elders, Youth" in page.header.line.text()


def test_every_cell_has_a_name_for_a_screen_reader(page: WhoPage) -> None:
    cell = page.model.index(0, INVOLVEMENT)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "How involved: Active"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("band", ["Band manager"]), ("hənqə", ["hən̓q̓əmin̓əm̓ teacher"]), ("SCHOOLS", ["School district"]), ("zzz", [])],
)
def test_the_filter_finds_as_people_type(page: WhoPage, typed: str, found: list[str]) -> None:
    page.filter.entry.setText(typed)
    assert shown(page) == found


def test_involvement_is_sorted_from_active_to_said_no(page: WhoPage) -> None:
    page.table.sortByColumn(INVOLVEMENT, Qt.SortOrder.AscendingOrder)
    assert shown(page) == ["Band manager", "School district", "hən̓q̓əmin̓əm̓ teacher"]


def test_adding_begins_to_write_the_name(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    page.add_partner("elders", "gap:elders")
    line = next(one for one in page.table.viewport().findChildren(QLineEdit) if one.isVisible())
    line.setText("Elders’ circle")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Elders’ circle" in shown(page))
    made = partner(session, "Elders’ circle")
    assert (made.group, made.origin) == ("elders", "gap:elders")
    assert "Elders’ circle" in shown(page)


def test_a_name_that_is_too_long_is_refused_in_words_and_nothing_is_lost(
    page: WhoPage, session: Session, qtbot: QtBot
) -> None:
    choose(page, session, "Band manager")
    field = page.panel.form.fields["name"]
    field.entry.setText("x" * 10_000)
    field.commit()
    assert "10000" in field.error.text()
    assert field.entry.text() == "x" * 10_000
    assert partner(session, "Band manager")


def test_a_cell_changes_in_place(page: WhoPage, session: Session) -> None:
    index = page.table.select(partner(session, "School district").id, INTEREST)
    page.model.setData(index, 4)
    assert partner(session, "School district").interest == 4


def test_removing_several_offers_to_undo_them_together(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    page.table.selectAll()
    with qtbot.waitSignal(page.message_requested) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert session.workspace.all(Partner) == []
    assert page.empty.isVisible()
    assert told.args is not None
    assert told.args[0] == "Removed: 3 partners"
    told.args[2][1]()
    assert len(shown(page)) == 3


def test_the_panel_follows_undo(page: WhoPage, session: Session) -> None:
    choose(page, session, "Band manager")
    field = page.panel.form.fields["role"]
    field.entry.setText("Runs the office")
    field.commit()
    assert partner(session, "Band manager").role == "Runs the office"
    session.undo()
    assert field.entry.text() == ""


def test_a_tie_is_added_and_removed(page: WhoPage, session: Session) -> None:
    choose(page, session, "Band manager")
    ties = page.panel.ties
    ties.other.set_value(partner(session, "School district").id)
    ties.add.click()
    (tie,) = session.workspace.all(Tie)
    assert tie.from_partner == partner(session, "Band manager").id
    session.undo()
    assert session.workspace.all(Tie) == []


def test_a_tie_to_nobody_says_what_is_missing(page: WhoPage, session: Session) -> None:
    choose(page, session, "Band manager")
    page.panel.ties.add.click()
    assert "Choose with whom" in page.panel.ties.error.text()


def test_their_steps_lead_to_the_plan(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    manager = partner(session, "Band manager")
    with session.workspace.edit("Add") as edit:
        step = edit.add(Item(what="Book the hall", lead=manager.id))
    choose(page, session, "Band manager")
    row = next(one for one in page.panel.ties.findChildren(PressRow) if one.text() == "Book the hall")
    with qtbot.waitSignal(page.open_requested) as asked:
        row.click()
    assert asked.args == ["item", step.id]


def test_who_may_see_a_field_is_kept_where_it_differs(page: WhoPage, session: Session) -> None:
    choose(page, session, "Band manager")
    field = page.panel.sees.fields["phone"]
    field.entry.setCurrentIndex(field.entry.findData("public"))
    field.commit()
    assert partner(session, "Band manager").sees == {"phone": "public"}
    field.entry.setCurrentIndex(field.entry.findData("office"))
    field.commit()
    assert partner(session, "Band manager").sees == {}


def test_lived_experience_explains_why_it_stays_a_role(page: WhoPage, session: Session) -> None:
    manager = choose(page, session, "Band manager")
    assert page.panel.lived.isHidden()
    session.change(Partner, manager.id, "Change", {"group": "lived-experience"})
    assert not page.panel.lived.isHidden()


def test_who_agreed_until_a_day_that_is_past_is_said(page: WhoPage, session: Session) -> None:
    manager = choose(page, session, "Band manager")
    session.change(Partner, manager.id, "Change", {"consent_show": "public"})
    assert page.panel.lapsed.isHidden()
    session.change(Partner, manager.id, "Change", {"consent_until": date.today() - timedelta(days=1)})
    assert not page.panel.lapsed.isHidden()


def test_the_menu_leads_to_the_sheets_for_the_wall(page: WhoPage, qtbot: QtBot) -> None:
    action = next(one for one in page.rooms.menu_of_rooms.actions() if one.data() == "circle")
    with qtbot.waitSignal(page.sheet_requested) as asked:
        action.trigger()
    assert asked.args == ["circle"]


def test_many_missing_groups_are_counted_and_one_more_is_named(page: WhoPage, session: Session) -> None:
    assert "and 9 more." in page.header.line.text()
    gaps = [one.key for one in GROUPS if one.key not in ("schools", "chief-and-council")]
    with session.workspace.edit("Add") as edit:
        for key in gaps[5:]:
            edit.add(Partner(name=key, group=key))
    assert "more" not in page.header.line.text()
    assert "Police" in page.header.line.text()


def test_in_a_narrow_window_at_200_percent_the_words_of_the_views_are_whole(
    page: WhoPage, look: Look, qtbot: QtBot
) -> None:
    look.apply("light", 2.0)
    page.resize(1176, 560)
    qtbot.waitUntil(lambda: page.views.width() >= page.views.sizeHint().width())
    assert page.hide_names.accessibleName() == "Hide names"


def test_columns_are_chosen_and_the_name_stays(page: WhoPage) -> None:
    page.table.show_columns(("name", "phone"))
    visible = [COLUMNS[n] for n in range(len(COLUMNS)) if not page.table.isColumnHidden(n)]
    assert visible == ["name", "phone"]


def test_the_model_obeys_qts_rules(page: WhoPage, session: Session, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.model)
    with session.workspace.edit("Add") as edit:
        edit.add(Partner(name="New"))
    session.undo()
    assert len(shown(page)) == 3


def test_markup_emoji_and_right_to_left_are_shown_as_typed(page: WhoPage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        edit.add(Partner(name="<b>🧡</b> & مركز"))
    assert "<b>🧡</b> & مركز" in shown(page)


def test_a_pasted_list_becomes_partners_in_one_step(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    before = len(session.workspace.all(Partner))
    QGuiApplication.clipboard().setText("Name\tRole\nMae <b>\tElder\nband manager\tChief\nJo\t\t\t250-555-0122\n")
    with qtbot.waitSignal(page.message_requested) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args[0] == "2 partners are added. 1 was there already."
    assert partner(session, "Mae <b>").role == "Elder"
    assert partner(session, "Jo").phone == "250-555-0122"
    session.undo()
    assert len(session.workspace.all(Partner)) == before


def test_a_pasted_line_that_is_too_long_is_refused_and_nothing_is_added(page: WhoPage, session: Session) -> None:
    before = session.workspace.all(Partner)
    page.paste("Mae\n" + "x" * 300)
    assert session.workspace.all(Partner) == before


def test_pasting_into_a_field_adds_nobody(page: WhoPage, session: Session, qtbot: QtBot) -> None:
    before = len(session.workspace.all(Partner))
    QGuiApplication.clipboard().setText("nurse")
    page.filter.entry.setFocus()
    qtbot.keyClick(page.filter.entry, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.filter.entry.text() == "nurse"
    assert len(session.workspace.all(Partner)) == before


def test_where_both_do_not_fit_the_panel_comes_instead_until_it_is_closed(
    page: WhoPage, session: Session, qtbot: QtBot
) -> None:
    page.show_view("circle")
    page.resize(700, 600)
    choose(page, session, "Band manager")
    page.add_partner()
    assert page.panel.isVisible()
    assert not page.stack.isVisible()
    qtbot.waitUntil(lambda: page.panel.width() > 500)
    page.panel.closed.emit()
    assert page.stack.isVisible()
    assert not page.panel.isVisible()
