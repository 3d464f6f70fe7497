"""The agenda on the screen: sections in words, days moved by keys, reviews beside steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.model.item import Item
from app.model.plan import Outline
from app.ui.plan.agenda.card import AgendaCard
from app.ui.plan.shown import Shown
from app.ui.theme import Look
from tests.ui.plan.conftest import TODAY, Change, day, drop

NONE, ALT, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def make(look: Look, shown: Shown, qtbot: QtBot, *, closed: bool = False) -> AgendaCard:
    card = AgendaCard(look, closed=closed)
    qtbot.addWidget(card)
    card.resize(1000, 700)
    card.show_plan(shown)
    with qtbot.waitActive(card):
        card.show()
        card.activateWindow()
    card.take_focus()
    return card


@pytest.fixture
def diary(look: Look, shown: Shown, qtbot: QtBot) -> AgendaCard:
    return make(look, shown, qtbot)


def lines(card: AgendaCard) -> list[str]:
    return [one.head.words if one.head is not None else one.key for one in card.view.source.rows]


def told(card: AgendaCard, key: str) -> str:
    index = card.view.source.index(card.view.source.row_of(key), 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def place(card: AgendaCard, key: str) -> QPointF:
    index = card.view.source.index(card.view.source.row_of(key), 0)
    return QPointF(card.view.visualRect(index).center())


def press(card: AgendaCard, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(card.view, key, held)


def test_open_steps_stand_in_their_sections(diary: AgendaCard) -> None:
    assert lines(diary) == [
        "Overdue",
        "overdue/list",
        "Today and this week",
        "week/hall",
        "week/goalreview",
        "Next week",
        "next-week/call",
        "Without a day",
    ]


def test_headings_say_how_many_and_which_days(diary: AgendaCard) -> None:
    assert told(diary, "head:overdue") == "Overdue, 1 step"
    assert told(diary, "head:week") == "Today and this week, 1 step, 1 to look at again, to Sun 29 Nov"
    assert told(diary, "head:next-week") == "Next week, 1 step, Mon 30 Nov to Sun 6 Dec"


def test_rows_say_the_whole_of_it(diary: AgendaCard) -> None:
    assert told(diary, "week/hall").startswith("Book the hall. Not started. Lead: Band manager. By Thu 26 Nov.")
    assert told(diary, "week/goalreview").startswith("To be looked at again on Fri 27 Nov: Nobody is alone.")


def test_that_nothing_is_late_is_said(diary: AgendaCard, changed: Change) -> None:
    diary.show_plan(changed("list", status="done"))
    assert lines(diary)[:2] == ["Overdue", "Nothing is late."]


@pytest.mark.parametrize(
    ("key", "held", "days"),
    [
        (Qt.Key.Key_Right, ALT, 3),
        (Qt.Key.Key_Left, ALT, 1),
        (Qt.Key.Key_Right, ALT | SHIFT, 9),
        (Qt.Key.Key_Left, ALT | SHIFT, -5),
    ],
)
def test_alt_and_arrows_move_the_day(
    diary: AgendaCard, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, days: int
) -> None:
    diary.select("hall")
    with qtbot.waitSignal(diary.change_requested) as asked:
        press(diary, qtbot, key, held)
    assert asked.args == ["hall", "by", day(days)]


def test_a_step_without_a_day_begins_today(diary: AgendaCard, qtbot: QtBot) -> None:
    diary.select("wait")
    assert "without/wait" in lines(diary)
    with qtbot.waitSignal(diary.change_requested) as asked:
        press(diary, qtbot, Qt.Key.Key_Right, ALT)
    assert asked.args == ["wait", "by", TODAY]


def test_the_day_of_looking_again_is_moved_by_itself(diary: AgendaCard, qtbot: QtBot) -> None:
    diary.select("goal")
    with qtbot.waitSignal(diary.change_requested) as asked:
        press(diary, qtbot, Qt.Key.Key_Right, ALT)
    assert asked.args == ["goal", "review", day(4)]


def test_space_says_that_it_was_looked_at(diary: AgendaCard, qtbot: QtBot) -> None:
    diary.select("goal")
    with qtbot.waitSignal(diary.change_requested) as asked:
        press(diary, qtbot, Qt.Key.Key_Space)
    assert asked.args == ["goal", "review", None]


def test_space_is_done_and_a_second_press_does_nothing_to_the_next_step(
    diary: AgendaCard, changed: Change, qtbot: QtBot
) -> None:
    diary.select("hall")
    with qtbot.waitSignal(diary.change_requested) as asked:
        press(diary, qtbot, Qt.Key.Key_Space)
    assert asked.args == ["hall", "status", "done"]
    diary.show_plan(changed("hall", status="done"))
    with qtbot.assertNotEmitted(diary.change_requested):
        press(diary, qtbot, Qt.Key.Key_Space)


def test_a_moved_step_stays_chosen_in_its_new_section(diary: AgendaCard, changed: Change) -> None:
    diary.select("hall")
    diary.show_plan(changed("hall", by=day(8)))
    row = diary.view.row()
    assert row is not None
    assert row.key == "next-week/hall"


@pytest.mark.parametrize(
    ("item_id", "fields"),
    [("hall", {"by": day(2)}), ("list", {"by": TODAY}), ("call", {"by": day(9)}), ("wait", {})],
)
def test_a_new_step_is_due_when_the_row_is_but_never_before_today(
    diary: AgendaCard, qtbot: QtBot, item_id: str, fields: dict[str, object]
) -> None:
    diary.select(item_id)
    with qtbot.waitSignal(diary.add_requested) as asked:
        press(diary, qtbot, Qt.Key.Key_N)
    assert asked.args == [fields]


def test_a_step_dropped_into_a_section_gets_a_day_of_it(diary: AgendaCard, qtbot: QtBot) -> None:
    for key, by in (("head:next-week", day(6)), ("head:without", None), ("next-week/call", day(9))):
        with qtbot.waitSignal(diary.change_requested) as asked:
            assert drop(diary.view, place(diary, key), "hall")
        assert asked.args == ["hall", "by", by]


def test_nothing_can_be_made_late_or_moved_to_where_it_is(diary: AgendaCard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(diary.change_requested):
        drop(diary.view, place(diary, "head:overdue"), "hall")
        drop(diary.view, place(diary, "head:week"), "hall")


def test_the_first_day_of_each_section_is_in_it(diary: AgendaCard, shown: Shown, qtbot: QtBot) -> None:
    begin = date(2026, 11, 2)
    days = (begin, date(2026, 11, 9), date(2026, 11, 20), date(2026, 12, 20))
    items = [Item(id=str(n), by=by) for n, by in enumerate(days)] + [Item(id="new")]
    diary.show_plan(replace(shown, outline=Outline(items), today=begin))
    firsts = {"week": begin, "next-week": date(2026, 11, 9), "month": date(2026, 11, 16), "later": date(2026, 12, 1)}
    for key, by in firsts.items():
        with qtbot.waitSignal(diary.change_requested) as asked:
            drop(diary.view, place(diary, f"head:{key}"), "new")
        assert asked.args == ["new", "by", by]


def test_without_any_step_there_is_one_sentence(diary: AgendaCard, shown: Shown) -> None:
    diary.show_plan(replace(shown, outline=Outline(())))
    assert lines(diary) == []


def test_a_filter_leaves_out_what_it_does_not_let_through(diary: AgendaCard, shown: Shown) -> None:
    diary.show_plan(replace(shown, found=frozenset({"hall"})))
    assert [one for one in lines(diary) if "/" in one] == ["week/hall"]


def test_a_closed_file_is_for_looking_only(look: Look, shown: Shown, qtbot: QtBot) -> None:
    diary = make(look, shown, qtbot, closed=True)
    diary.select("hall")
    with qtbot.assertNotEmitted(diary.change_requested), qtbot.assertNotEmitted(diary.add_requested):
        press(diary, qtbot, Qt.Key.Key_Space)
        press(diary, qtbot, Qt.Key.Key_N)
        press(diary, qtbot, Qt.Key.Key_Right, ALT)
    diary.fold("week", True)
    assert "week/hall" not in lines(diary)


@pytest.mark.parametrize("width", [1000, 420])
@pytest.mark.parametrize("theme", ["dark", "high-contrast"])
def test_it_draws_in_every_look_and_width(look: Look, shown: Shown, qtbot: QtBot, theme: str, width: int) -> None:
    look.apply(theme, 1.5)
    odd = Item(id="odd", what="<b>🧡</b> " * 40, by=TODAY, status="waiting", lead="gone")
    diary = make(look, replace(shown, outline=Outline([*shown.outline.below(), odd])), qtbot)
    diary.resize(width, 600)
    image = QImage(diary.size(), QImage.Format.Format_ARGB32_Premultiplied)
    diary.render(image)
    assert "week/odd" in lines(diary)
