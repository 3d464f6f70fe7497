"""A heading that stays in sight: the right one, never over the row that the keys are at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.model.item import Item
from app.ui.plan.agenda.card import AgendaCard
from app.ui.plan.people.card import PeopleCard
from app.ui.plan.shown import Shown
from app.ui.plan.steps.headed import HEAD, HeadedView, PinnedHead
from app.ui.plan.steps.model import Head, Row
from app.ui.theme import Look

HIGH = 30


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> HeadedView:
    made = HeadedView(look, "Steps", lambda row: row.key, lambda: HIGH, closed=False)
    qtbot.addWidget(made)
    made.resize(300, 240)
    made.show()
    rows: list[Row] = []
    for section in "ab":
        rows.append(Row(HEAD + section, section, head=Head(section)))
        rows += [Row(f"{section}{n}", section, Item(id=f"{section}{n}")) for n in range(20)]
    made.show_rows(rows)
    return made


def pinned(view: HeadedView) -> str:
    head = view.findChild(PinnedHead)
    assert isinstance(head, PinnedHead)
    return view.source.rows[head.row].key if head.isVisible() else ""


def scroll(view: HeadedView, rows: float) -> None:
    view.verticalScrollBar().setValue(round(rows * HIGH))


def test_the_heading_of_the_row_at_the_top_stays_in_sight(view: HeadedView) -> None:
    assert pinned(view) == ""
    for rows, key in ((0.5, "head:a"), (5, "head:a"), (20.5, "head:a"), (21, ""), (25, "head:b")):
        scroll(view, rows)
        assert pinned(view) == key


def test_the_row_that_the_keys_reach_is_not_under_it(view: HeadedView, qtbot: QtBot) -> None:
    view.select("a15")
    for _press in range(12):
        qtbot.keyClick(view, Qt.Key.Key_Up)
        box = view.visualRect(view.currentIndex())
        assert box.top() >= HIGH
        assert box.bottom() < view.viewport().height()


def test_a_press_on_it_goes_to_the_heading(view: HeadedView, qtbot: QtBot) -> None:
    scroll(view, 10)
    found = view.findChild(PinnedHead)
    assert isinstance(found, PinnedHead)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    row = view.row()
    assert row is not None
    assert row.key == "head:a"
    assert pinned(view) == ""


def test_it_goes_with_the_rows(view: HeadedView) -> None:
    scroll(view, 10)
    view.show_rows([])
    assert pinned(view) == ""


@pytest.mark.parametrize("made", [PeopleCard, AgendaCard])
def test_people_and_agenda_draw_it(look: Look, shown: Shown, qtbot: QtBot, made: type[PeopleCard | AgendaCard]) -> None:
    card = made(look, closed=False)
    qtbot.addWidget(card)
    card.resize(600, 170)
    card.show()
    card.show_plan(shown)
    card.view.verticalScrollBar().setValue(look.text.row + 5)
    assert pinned(card.view) != ""
    assert not card.view.grab().isNull()


def test_a_screen_reader_finds_each_row_in_a_full_sentence(look: Look, shown: Shown, qtbot: QtBot) -> None:
    card = AgendaCard(look, closed=False)
    qtbot.addWidget(card)
    card.show_plan(shown)
    found = QAccessible.queryAccessibleInterface(card.view)
    names = [found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())]
    assert found.text(QAccessible.Text.Name) == "Agenda"
    assert "Book the hall. Not started. Lead: Band manager. By Thu 26 Nov. Part of: Nobody is alone." in names
