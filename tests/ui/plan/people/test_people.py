"""The plan by person: who has what, given from one to another by keys and by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.model.item import Item
from app.model.plan import Outline
from app.ui.plan.people.card import MANY, PeopleCard
from app.ui.plan.people.picker import LeadPicker
from app.ui.plan.shown import Shown
from app.ui.theme import Look
from tests.ui.plan.conftest import Change, day, drop

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def make(look: Look, shown: Shown, qtbot: QtBot, *, closed: bool = False) -> PeopleCard:
    card = PeopleCard(look, closed=closed)
    qtbot.addWidget(card)
    card.resize(1000, 700)
    card.show_plan(shown)
    with qtbot.waitActive(card):
        card.show()
        card.activateWindow()
    card.take_focus()
    return card


@pytest.fixture
def people(look: Look, shown: Shown, qtbot: QtBot) -> PeopleCard:
    return make(look, shown, qtbot)


def lines(card: PeopleCard) -> list[str]:
    return [one.head.words if one.head is not None else one.key for one in card.view.source.rows]


def told(card: PeopleCard, key: str) -> str:
    index = card.view.source.index(card.view.source.row_of(key), 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def place(card: PeopleCard, key: str) -> QPointF:
    index = card.view.source.index(card.view.source.row_of(key), 0)
    return QPointF(card.view.visualRect(index).center())


def press(card: PeopleCard, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(card.view, key, held)


def test_nobodys_steps_come_first_then_who_has_most(people: PeopleCard) -> None:
    assert lines(people) == [
        "No one yet",
        "/list",
        "Band manager",
        "ann/hall",
        "ann/wait",
        "Youth worker",
        "bo/call",
        "bo/hallhelps",
        "Show 1 finished step",
    ]


def test_headings_say_how_much_it_is(people: PeopleCard) -> None:
    assert told(people, "head:") == "No one yet, 1 open, 1 late"
    assert told(people, "head:ann") == "Band manager, 2 open, 1 due in 7 days"
    assert told(people, "head:bo") == "Youth worker, 1 open, helps with 1"


def test_who_has_too_much_is_said_in_words(people: PeopleCard, shown: Shown) -> None:
    items = [Item(id=f"a{n}", lead="ann", by=day(20)) for n in range(6)] + [Item(id="b", lead="bo")]
    people.show_plan(replace(shown, outline=Outline(items)))
    assert told(people, "head:ann") == "Band manager, 6 open, Has a lot to do"
    assert "lot" not in told(people, "head:bo")


def test_helping_is_said_in_words(people: PeopleCard) -> None:
    assert told(people, "bo/hallhelps").startswith("Helps with: Book the hall. Not started. Lead: Band manager.")


def test_names_are_those_that_may_be_shown(people: PeopleCard, shown: Shown) -> None:
    people.show_plan(replace(shown, names={"ann": "B. M.", "bo": "Y. W."}))
    assert "B. M." in lines(people)
    assert "Band manager" not in lines(people)


def test_whoever_has_no_step_is_not_listed_but_can_be_given_one(people: PeopleCard, shown: Shown, qtbot: QtBot) -> None:
    assert "Nurse" not in lines(people)
    people.select("list")
    item = shown.outline.get("list")
    assert item is not None
    picker = people.ask_lead(item)
    qtbot.addWidget(picker)
    assert picker.names.stringList() == ["no one yet", "Band manager", "Nurse", "Youth worker", "Somebody new…"]
    picker.close()


@pytest.fixture
def picker(people: PeopleCard, qtbot: QtBot) -> Iterator[LeadPicker]:
    """Opened by L on "Book the hall"."""
    people.select("hall")
    press(people, qtbot, Qt.Key.Key_L)
    found = people.findChild(LeadPicker)
    assert isinstance(found, LeadPicker)
    yield found
    if isValid(found):
        found.close()


def test_l_gives_a_step_to_somebody_else(people: PeopleCard, picker: LeadPicker, qtbot: QtBot) -> None:
    qtbot.keyClicks(picker.field.entry, "nur")
    with qtbot.waitSignal(people.change_requested) as told_:
        qtbot.keyClick(picker.field.entry, Qt.Key.Key_Return)
    assert told_.args == ["hall", "lead", "cy"]


def test_arrows_go_through_the_list_of_names(people: PeopleCard, picker: LeadPicker, qtbot: QtBot) -> None:
    assert picker.list.currentIndex().data() == "Band manager"
    qtbot.keyClick(picker.field.entry, Qt.Key.Key_Up)
    with qtbot.waitSignal(people.change_requested) as told_:
        qtbot.keyClick(picker.field.entry, Qt.Key.Key_Return)
    assert told_.args == ["hall", "lead", ""]


def test_escape_gives_the_step_to_nobody(people: PeopleCard, picker: LeadPicker, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(people.change_requested):
        qtbot.keyClick(picker.field.entry, Qt.Key.Key_Escape)
    assert not isValid(picker) or not picker.isVisible()


def test_a_name_that_nobody_has_gives_nothing(people: PeopleCard, picker: LeadPicker, qtbot: QtBot) -> None:
    qtbot.keyClicks(picker.field.entry, "zzz")
    with qtbot.assertNotEmitted(people.change_requested):
        qtbot.keyClick(picker.field.entry, Qt.Key.Key_Return)


def test_a_step_dropped_on_a_person_is_theirs(people: PeopleCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(people.change_requested) as told_:
        assert drop(people.view, place(people, "head:bo"), "list")
    assert told_.args == ["list", "lead", "bo"]


def test_who_helped_and_leads_now_does_not_help_any_more(people: PeopleCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(people.changes_requested) as told_:
        drop(people.view, place(people, "bo/call"), "hall")
    assert told_.args == ["hall", {"lead": "bo", "helpers": ()}]


def test_a_step_dropped_on_its_lead_stays(people: PeopleCard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(people.change_requested), qtbot.assertNotEmitted(people.changes_requested):
        drop(people.view, place(people, "head:ann"), "hall")


@pytest.mark.parametrize(("item_id", "lead"), [("call", "bo"), ("list", ""), ("hall", "ann")])
def test_a_new_step_is_for_the_person_of_the_row(people: PeopleCard, qtbot: QtBot, item_id: str, lead: str) -> None:
    people.select(item_id)
    with qtbot.waitSignal(people.add_requested) as told_:
        press(people, qtbot, Qt.Key.Key_N)
    assert told_.args == [{"lead": lead}]


def test_left_goes_to_the_person_and_folds_and_right_opens_again(people: PeopleCard, qtbot: QtBot) -> None:
    people.select("wait")
    press(people, qtbot, Qt.Key.Key_Left)
    row = people.view.row()
    assert row is not None
    assert row.key == "head:ann"
    press(people, qtbot, Qt.Key.Key_Left)
    assert "ann/hall" not in lines(people)
    press(people, qtbot, Qt.Key.Key_Right)
    assert "ann/hall" in lines(people)


def test_shift_folds_and_opens_everybody(people: PeopleCard, qtbot: QtBot) -> None:
    people.select("wait")
    press(people, qtbot, Qt.Key.Key_Left, SHIFT)
    assert lines(people) == ["No one yet", "Band manager", "Youth worker"]
    press(people, qtbot, Qt.Key.Key_Right, SHIFT)
    assert "ann/hall" in lines(people)


def test_choosing_a_step_of_a_folded_person_opens_it(people: PeopleCard) -> None:
    people.fold_all(True)
    people.select("call")
    assert "bo/call" in lines(people)
    assert people.view.chosen == "call"


def test_choosing_a_finished_step_shows_it(people: PeopleCard) -> None:
    people.select("done")
    row = people.view.row()
    assert row is not None
    assert row.key == "bo/done"


def test_finished_steps_are_shown_on_demand(people: PeopleCard, qtbot: QtBot) -> None:
    press(people, qtbot, Qt.Key.Key_End)
    press(people, qtbot, Qt.Key.Key_Return)
    assert lines(people)[-2:] == ["bo/done", "Hide the finished steps"]


def test_a_large_plan_begins_folded(people: PeopleCard, shown: Shown) -> None:
    items = [Item(id=str(n), lead="ann") for n in range(MANY + 1)]
    people.show_plan(replace(shown, outline=Outline(items)))
    assert lines(people) == ["Band manager"]


def test_a_step_that_was_given_on_stays_chosen(people: PeopleCard, changed: Change, qtbot: QtBot) -> None:
    people.select("list")
    with qtbot.assertNotEmitted(people.item_selected):
        people.show_plan(changed("list", lead="bo"))
    row = people.view.row()
    assert row is not None
    assert row.key == "bo/list"


def test_space_and_enter_do_what_they_do_everywhere(people: PeopleCard, qtbot: QtBot) -> None:
    people.select("hall")
    with qtbot.waitSignal(people.change_requested) as told_:
        press(people, qtbot, Qt.Key.Key_Space)
    assert told_.args == ["hall", "status", "done"]
    with qtbot.waitSignal(people.panel_requested):
        press(people, qtbot, Qt.Key.Key_Return)


def test_a_closed_file_is_for_looking_only(look: Look, shown: Shown, qtbot: QtBot) -> None:
    people = make(look, shown, qtbot, closed=True)
    people.select("hall")
    with qtbot.assertNotEmitted(people.change_requested), qtbot.assertNotEmitted(people.add_requested):
        for key in (Qt.Key.Key_Space, Qt.Key.Key_N, Qt.Key.Key_L):
            press(people, qtbot, key)
        people.give("hall", "cy")
        assert not drop(people.view, place(people, "head:bo"), "hall")
    assert people.findChild(LeadPicker) is None
