"""The plan's page by keyboard alone: how keys come into it, go round in it and come back; and what gives way to lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.data.starts import load_starts
from app.model.item import Item
from app.ui.names import Names
from app.ui.plan.page import PlanPage
from app.ui.session import Session
from app.ui.theme import Look
from tests.ui.conftest import RESOURCES

CTRL = Qt.KeyboardModifier.ControlModifier


def make(look: Look, session: Session, qtbot: QtBot, width: int = 1150, height: int = 800) -> PlanPage:
    page = PlanPage(look, session, str, Names(), starts=load_starts(RESOURCES / "starts" / "en"))
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    return page


@pytest.fixture
def bare(look: Look, session: Session, qtbot: QtBot) -> PlanPage:
    """Nothing is planned yet."""
    return make(look, session, qtbot)


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> PlanPage:
    with session.workspace.edit("Add", undoable=False) as edit:
        edit.add(Item(what="Book the hall"))
    return make(look, session, qtbot)


def test_an_empty_plan_has_the_keys_on_the_button_that_begins_it(bare: PlanPage) -> None:
    assert bare.empty_card.add_button.hasFocus()


def test_an_empty_plan_offers_the_ways_to_begin(bare: PlanPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bare.page_requested):
        QTest.keyClick(bare.empty_card.begin, Qt.Key.Key_Return)


def test_an_empty_plan_counts_nothing(bare: PlanPage) -> None:
    assert "0" not in bare.header.line.text()
    assert not bare.test.isVisible()


def test_what_a_way_to_begin_put_in_has_the_keys(bare: PlanPage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        item = edit.add(Item(what="Hold a first meeting"))
    bare.more.started.emit(item.id)
    assert bare.outline.hasFocus()
    assert bare.outline.current_id() == item.id


def test_keys_go_from_view_to_view_and_round(page: PlanPage) -> None:
    for view in ("board", "timeline", "people", "agenda", "outline"):
        QTest.keyClick(page, Qt.Key.Key_PageDown, CTRL)
        assert page.stack.current == view
    QTest.keyClick(page, Qt.Key.Key_PageUp, CTRL)
    assert page.stack.current == "agenda"


def test_escape_leads_from_the_outline_to_the_panel_and_back(page: PlanPage) -> None:
    page.outline.select(page.model.id_at(0))
    page.outline.setFocus()
    QTest.keyClick(page.outline, Qt.Key.Key_Escape)
    entry = page.panel.form.fields["what"].entry
    assert entry.hasFocus()
    QTest.keyClick(entry, Qt.Key.Key_Escape)
    assert page.outline.hasFocus()


def test_a_panel_that_is_closed_by_its_key_gives_the_keys_back(page: PlanPage) -> None:
    page.outline.select(page.model.id_at(0))
    page.panel.focus_on("what")
    QTest.keyClick(page.panel.form.fields["what"].entry, Qt.Key.Key_F4)
    assert not page.panel.isVisible()
    assert page.outline.hasFocus()


def test_a_moment_later_the_bar_says_what_the_test_of_the_plan_found(page: PlanPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.test.text().startswith("Test the plan: "), timeout=3_000)
    assert page.test.isVisible()
    with qtbot.waitSignal(page.page_requested):
        QTest.keyClick(page.test, Qt.Key.Key_Return)


def test_the_test_is_told_anew_after_an_edit(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(page.test.text()), timeout=3_000)
    before = page.test.text()
    with session.workspace.edit("Add") as edit:
        edit.add(Item(what="A goal without steps", level="goal"))
    qtbot.waitUntil(lambda: page.test.text() != before, timeout=3_000)


def test_a_narrow_page_shows_the_words_of_the_chosen_view_alone(look: Look, session: Session, qtbot: QtBot) -> None:
    page = make(look, session, qtbot, width=600)
    shown = [one.text() for one in page.views.segments()]
    assert shown == ["Outline", "", "", "", ""]
    assert [one.accessibleName() for one in page.views.segments()][1] == "Board"
    page.show_view("board")
    assert [one.text() for one in page.views.segments()] == ["", "Board", "", "", ""]


def test_a_low_page_leaves_the_line_of_its_head_away(look: Look, session: Session, qtbot: QtBot) -> None:
    page = make(look, session, qtbot, height=400)
    assert not page.header.line.isVisible()
    page.resize(1150, 800)
    assert page.header.line.isVisible()
