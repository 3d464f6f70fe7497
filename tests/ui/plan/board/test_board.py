"""The board: cards in columns, gone through and moved by keys and by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.model.item import Item
from app.model.plan import Outline
from app.ui.plan.board.card import BoardCard
from app.ui.plan.board.column import NEWEST
from app.ui.plan.shown import Shown
from app.ui.theme import Look
from tests.ui.plan.conftest import TODAY, Change, drop

NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


def make(look: Look, shown: Shown, qtbot: QtBot, *, closed: bool = False, width: int = 1150) -> BoardCard:
    card = BoardCard(look, closed=closed)
    qtbot.addWidget(card)
    card.resize(width, 700)
    card.show_plan(shown)
    with qtbot.waitActive(card):
        card.show()
        card.activateWindow()
    return card


@pytest.fixture
def board(look: Look, shown: Shown, qtbot: QtBot) -> BoardCard:
    return make(look, shown, qtbot)


def cards(board: BoardCard) -> dict[str, list[str]]:
    return {key: [one.key for one in column.view.source.rows] for key, column in board.columns.items()}


def press(board: BoardCard, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    board.take_focus()
    focused = board.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, held)


def focused(board: BoardCard) -> str:
    return next((key for key, one in board.columns.items() if one.view.hasFocus() or one.strip.hasFocus()), "")


def many_done(count: int, shown: Shown) -> Shown:
    items = [Item(id=f"d{n}", what=f"Done {n}", status="done", by=TODAY - timedelta(days=n)) for n in range(count)]
    return replace(shown, outline=Outline(items))


def test_steps_stand_in_the_column_of_their_status_the_late_one_first(board: BoardCard) -> None:
    assert cards(board) == {
        "not-started": ["list", "hall"],
        "in-progress": ["call"],
        "waiting": ["wait"],
        "done": ["done"],
        "dropped": [],
    }
    assert [one.count.text() for one in board.columns.values()] == ["2", "1", "1", "1", "0"]


def test_a_card_says_everything_to_a_screen_reader(board: BoardCard) -> None:
    view = board.columns["not-started"].view
    index = view.source.index(0, 0)
    told = "Write the list. Not started. Lead: no one yet. By Sat 21 Nov. 3 days late. Part of: Nobody is alone."
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == told
    assert view.accessibleName() == "Not started, 2 steps"


def test_an_empty_column_says_so(board: BoardCard) -> None:
    assert board.columns["dropped"].view.accessibleDescription() == "Nothing was dropped."


def test_arrows_go_from_card_to_card_and_tell_each(board: BoardCard, qtbot: QtBot) -> None:
    board.select("list")
    with qtbot.waitSignal(board.item_selected) as told:
        press(board, qtbot, Qt.Key.Key_Down)
    assert told.args == ["hall"]
    with qtbot.waitSignal(board.item_selected) as told:
        press(board, qtbot, Qt.Key.Key_Right)
    assert told.args == ["call"]
    assert focused(board) == "in-progress"


def test_only_one_card_on_the_whole_board_is_chosen(board: BoardCard, qtbot: QtBot) -> None:
    board.select("list")
    press(board, qtbot, Qt.Key.Key_Right)
    chosen = [one.view.selectionModel().hasSelection() for one in board.columns.values()]
    assert chosen == [False, True, False, False, False]


def test_choosing_from_elsewhere_is_not_announced(board: BoardCard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(board.item_selected):
        board.select("wait")
        board.select("")
        board.select("goal")
    assert not any(one.view.selectionModel().hasSelection() for one in board.columns.values())


def test_alt_and_an_arrow_ask_for_the_next_column(board: BoardCard, qtbot: QtBot) -> None:
    board.select("call")
    with qtbot.waitSignal(board.change_requested) as told:
        press(board, qtbot, Qt.Key.Key_Right, ALT)
    assert told.args == ["call", "status", "waiting"]
    with qtbot.waitSignal(board.change_requested) as told:
        press(board, qtbot, Qt.Key.Key_Left, ALT)
    assert told.args == ["call", "status", "not-started"]


def test_at_the_edge_there_is_no_further_column(board: BoardCard, qtbot: QtBot) -> None:
    board.select("hall")
    with qtbot.assertNotEmitted(board.change_requested):
        press(board, qtbot, Qt.Key.Key_Left, ALT)


def test_the_keys_go_along_with_the_card_that_moved(board: BoardCard, changed: Change, qtbot: QtBot) -> None:
    board.select("call")
    board.take_focus()
    board.show_plan(changed("call", status="waiting"))
    assert focused(board) == "waiting"
    row = board.columns["waiting"].view.row()
    assert row is not None
    assert row.key == "call"


def test_a_card_that_somebody_else_moved_does_not_take_the_keys(board: BoardCard, changed: Change) -> None:
    board.select("hall")
    board.take_focus()
    board.show_plan(changed("call", status="waiting"))
    assert focused(board) == "not-started"


def test_a_card_dropped_on_another_column_asks_for_its_status(board: BoardCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.change_requested) as told:
        assert drop(board.columns["dropped"].view, QPointF(20, 200), "hall")
    assert told.args == ["hall", "status", "dropped"]


def test_a_card_dropped_where_it_was_changes_nothing(board: BoardCard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(board.change_requested):
        drop(board.columns["not-started"].view, QPointF(20, 20), "hall")


def test_space_is_done_and_again_not(board: BoardCard, qtbot: QtBot) -> None:
    for item_id, status in (("hall", "done"), ("done", "not-started")):
        board.select(item_id)
        with qtbot.waitSignal(board.change_requested) as told:
            press(board, qtbot, Qt.Key.Key_Space)
        assert told.args == [item_id, "status", status]


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_Insert])
def test_a_new_step_begins_in_the_column_of_the_keys(board: BoardCard, qtbot: QtBot, key: Qt.Key) -> None:
    board.select("call")
    with qtbot.waitSignal(board.add_requested) as told:
        press(board, qtbot, key)
    assert told.args == [{"status": "in-progress"}]


def test_a_new_step_can_begin_in_an_empty_column(board: BoardCard, qtbot: QtBot) -> None:
    board.select("done")
    press(board, qtbot, Qt.Key.Key_Right)
    assert focused(board) == "dropped"
    with qtbot.waitSignal(board.add_requested) as told:
        qtbot.keyClick(board.columns["dropped"].view, Qt.Key.Key_N)
    assert told.args == [{"status": "dropped"}]


def test_enter_opens_the_panel(board: BoardCard, qtbot: QtBot) -> None:
    board.select("hall")
    with qtbot.waitSignal(board.panel_requested):
        press(board, qtbot, Qt.Key.Key_Return)


def test_of_many_finished_steps_the_newest_are_shown_and_all_on_demand(
    board: BoardCard, shown: Shown, qtbot: QtBot
) -> None:
    board.show_plan(many_done(NEWEST + 12, shown))
    view = board.columns["done"].view
    assert view.source.rows[0].key == "d0"
    assert len(view.source.rows) == NEWEST + 1
    assert view.source.index(NEWEST, 0).data() == f"Show all {NEWEST + 12}"
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert len(view.source.rows) == NEWEST + 13


def test_choosing_an_old_finished_step_shows_it(board: BoardCard, shown: Shown) -> None:
    board.show_plan(many_done(NEWEST + 12, shown))
    board.select(f"d{NEWEST + 5}")
    row = board.columns["done"].view.row()
    assert row is not None
    assert row.key == f"d{NEWEST + 5}"


def test_in_a_narrow_window_finished_columns_fold_and_still_take_steps(look: Look, shown: Shown, qtbot: QtBot) -> None:
    board = make(look, shown, qtbot, width=700)
    assert [one.folded for one in board.columns.values()] == [False, False, False, True, True]
    strip = board.columns["done"].strip
    assert strip.accessibleName() == "Done, 1 step, folded. Enter opens it."
    with qtbot.waitSignal(board.change_requested) as told:
        assert drop(strip, QPointF(5, 5), "hall")
    assert told.args == ["hall", "status", "done"]
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert not board.columns["done"].folded


def test_choosing_a_step_in_a_folded_column_opens_it(look: Look, shown: Shown, qtbot: QtBot) -> None:
    board = make(look, shown, qtbot, width=700)
    board.select("done")
    assert not board.columns["done"].folded


def test_keys_go_through_folded_columns(look: Look, shown: Shown, qtbot: QtBot) -> None:
    board = make(look, shown, qtbot, width=700)
    board.select("wait")
    press(board, qtbot, Qt.Key.Key_Right)
    assert board.columns["done"].strip.hasFocus()
    qtbot.keyClick(board.columns["done"].strip, Qt.Key.Key_Left)
    assert focused(board) == "waiting"


def test_large_text_scrolls_sideways_and_cuts_no_column(look: Look, shown: Shown, qtbot: QtBot) -> None:
    look.apply("light", 2.0)
    board = make(look, shown, qtbot, width=800)
    assert board.columns["not-started"].width() >= look.px(190)
    board.select("wait")
    column = board.columns["waiting"]
    assert board.rect().contains(column.mapTo(board, column.rect().topLeft()))


def test_a_closed_file_is_for_looking_only(look: Look, shown: Shown, qtbot: QtBot) -> None:
    board = make(look, shown, qtbot, closed=True)
    board.select("hall")
    with qtbot.assertNotEmitted(board.change_requested), qtbot.assertNotEmitted(board.add_requested):
        press(board, qtbot, Qt.Key.Key_Space)
        press(board, qtbot, Qt.Key.Key_N)
        press(board, qtbot, Qt.Key.Key_Right, ALT)
        assert not drop(board.columns["done"].view, QPointF(5, 5), "hall")
    assert not board.hint.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_it_draws_whatever_people_type(look: Look, shown: Shown, qtbot: QtBot, theme: str) -> None:
    look.apply(theme, 1.5)
    odd = [Item(id=str(n), what=what, lead="gone") for n, what in enumerate(("", "<b>x</b>", "🧡" * 90, "مركز " * 40))]
    board = make(look, replace(shown, outline=Outline(odd)), qtbot)
    image = QImage(board.size(), QImage.Format.Format_ARGB32_Premultiplied)
    board.render(image)
    assert cards(board)["not-started"] == ["0", "1", "2", "3"]
