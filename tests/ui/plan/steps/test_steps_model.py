"""The rows as Qt's item model: its rules are kept, and what is chosen stays chosen, wherever it goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.model.item import Item
from app.ui.plan.steps.lettering import TwoLines
from app.ui.plan.steps.model import MANY, Head, Row
from app.ui.plan.steps.view import StepsView
from app.ui.theme import Look


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> StepsView:
    made = StepsView(look, "Steps", lambda row: f"told {row.key}", lambda: 30, "Nothing", closed=False)
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def rows(keys: str) -> list[Row]:
    return [Row(key, item=Item(id=key, what=f"step {key}")) for key in keys]


def shown(view: StepsView) -> str:
    return "".join(one.key for one in view.source.rows)


def current(view: StepsView) -> str:
    row = view.row()
    return row.key if row is not None and view.selectionModel().isSelected(view.currentIndex()) else ""


def test_qts_rules_are_kept_while_rows_come_go_and_change(view: StepsView, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(view.source)
    for keys in ("abcdef", "fbca", "", "xyz", "zyxabc"):
        view.show_rows(rows(keys))
        assert shown(view) == keys
        assert view.source.rowCount() == len(keys)


def test_more_changes_than_can_be_told_one_by_one_still_end_right(view: StepsView) -> None:
    before = [Row(str(n), item=Item(id=str(n))) for n in range(4 * MANY)]
    view.show_rows(before)
    view.select("8")
    view.show_rows(before[::2])
    assert len(view.source.rows) == 2 * MANY
    assert current(view) == "8"


def test_what_is_chosen_stays_chosen_where_it_goes(view: StepsView) -> None:
    view.show_rows(rows("abcdef"))
    view.select("b")
    view.show_rows(rows("acdefb"))
    assert current(view) == "b"


def test_what_is_gone_is_chosen_again_when_it_comes_back(view: StepsView) -> None:
    view.show_rows(rows("abc"))
    view.select("b")
    view.show_rows(rows("ac"))
    assert current(view) == ""
    view.show_rows(rows("abc"))
    assert current(view) == "b"


def test_nothing_is_announced_by_what_others_do(view: StepsView, qtbot: QtBot) -> None:
    view.show_rows(rows("abc"))
    with qtbot.assertNotEmitted(view.item_selected):
        view.select("b")
        view.show_rows(rows("ca"))
        view.select("c")
        view.select("")
    assert current(view) == ""


def test_going_by_keys_announces_each_step(view: StepsView, qtbot: QtBot) -> None:
    view.show_rows(rows("abc"))
    view.select("a")
    with qtbot.waitSignal(view.item_selected) as told:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told.args == ["b"]
    with qtbot.waitSignal(view.item_selected) as told:
        qtbot.keyClick(view, Qt.Key.Key_End)
    assert told.args == ["c"]
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert current(view) == "a"


def test_a_heading_is_passed_without_choosing_another_step(view: StepsView, qtbot: QtBot) -> None:
    view.show_rows([*rows("a"), Row("head", head=Head("Later")), *rows("b")])
    view.select("a")
    with qtbot.assertNotEmitted(view.item_selected):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert current(view) == "head"
    assert view.chosen == "a"


def test_where_the_view_is_scrolled_to_it_stays(view: StepsView) -> None:
    many = [Row(str(n), item=Item(id=str(n))) for n in range(200)]
    view.show_rows(many)
    view.verticalScrollBar().setValue(900)
    view.show_rows([*many[:150], *many[170:]])
    assert view.verticalScrollBar().value() == 900


def test_a_screen_reader_is_told_the_whole_row(view: StepsView) -> None:
    view.show_rows(rows("a"))
    index = view.source.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "told a"
    assert index.data() == "step a"


def test_headings_cannot_be_dragged(view: StepsView) -> None:
    view.show_rows([Row("head", head=Head("Later")), *rows("a")])
    head, step = view.source.index(0, 0), view.source.index(1, 0)
    assert not view.source.flags(head) & Qt.ItemFlag.ItemIsDragEnabled
    assert view.source.flags(step) & Qt.ItemFlag.ItemIsDragEnabled


def test_after_a_loss_the_keys_stay_near_and_choose_nothing_by_themselves(view: StepsView, qtbot: QtBot) -> None:
    view.show_rows(rows("abc"))
    view.select("b")
    view.show_rows(rows("ac"))
    with qtbot.assertNotEmitted(view.marked):
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert current(view) == ""
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert current(view) == "c"


def test_a_press_on_the_row_near_which_the_keys_stayed_chooses_it(view: StepsView, qtbot: QtBot) -> None:
    view.show_rows(rows("abc"))
    view.select("b")
    view.show_rows(rows("ac"))
    middle = view.visualRect(view.source.index(1, 0)).center()
    with qtbot.waitSignal(view.item_selected) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert told.args == ["c"]


@pytest.mark.parametrize("words", ["Book the hall", "", "one " * 40, "x" * 300, "🧡 " * 60, "مركز المجتمع " * 10])
def test_words_are_broken_into_two_lines_that_fit(look: Look, words: str) -> None:
    letters = TwoLines(look.font())
    first, second = letters.broken(words, 150)
    assert letters.metrics.horizontalAdvance(first) <= 152
    assert letters.metrics.horizontalAdvance(second) <= 152
    plain = " ".join(words.split())
    assert plain.startswith(first)
    if not second.endswith("…"):
        assert f"{first}{second}".replace(" ", "") == plain.replace(" ", "")


def test_getting_the_focus_is_no_choice_yet(view: StepsView, qtbot: QtBot) -> None:
    view.show_rows(rows("abc"))
    with qtbot.waitActive(view):
        view.activateWindow()
    with qtbot.assertNotEmitted(view.item_selected):
        view.clearFocus()
        view.setFocus()
    with qtbot.waitSignal(view.item_selected) as told:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told.args == ["a"]


def test_coming_by_tab_stands_on_a_row(view: StepsView, qtbot: QtBot) -> None:
    view.show_rows(rows("abc"))
    with qtbot.waitActive(view):
        view.activateWindow()
    view.clearFocus()
    with qtbot.waitSignal(view.item_selected) as told:
        view.setFocus(Qt.FocusReason.TabFocusReason)
    assert told.args == ["a"]
