"""The panel beside the plan: short until somebody wants more, and every change is the page's."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.model.item import Item
from app.model.note import Note
from app.model.trouble import Refused
from app.ui.names import Names
from app.ui.plan.page import PlanPage
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import PressRow


@pytest.fixture
def page(look: Look, session: Session, qtbot: QtBot) -> PlanPage:
    with session.workspace.edit("Add", undoable=False) as edit:
        first = edit.add(Item(what="Book the hall"))
        edit.add(Item(what="Cook for sixty", waits_for=(first.id,)))
        edit.add(Item(what="Ask the Elders", needs="Tea"))
        edit.add(Item(what="Goal", level="goal"))
    made = PlanPage(look, session, str, Names())
    qtbot.addWidget(made)
    made.resize(1250, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def item(session: Session, what: str) -> Item:
    return next(one for one in session.workspace.all(Item) if one.what == what)


def links(page: PlanPage) -> list[PressRow]:
    return [one for one in page.panel.waits.findChildren(PressRow) if one.isVisible()]


def test_what_is_used_least_is_folded_and_says_how_much_is_in_it(page: PlanPage, session: Session) -> None:
    page.select(item(session, "Ask the Elders").id)
    form = page.panel.form
    assert not form.fields["needs"].isVisible()
    assert form.folds["With what"].button.text() == "With what · 1 of 4"
    form.folds["With what"].button.click()
    assert form.fields["needs"].isVisible()


def test_going_to_a_field_opens_what_it_is_folded_in(page: PlanPage, session: Session) -> None:
    page.select(item(session, "Ask the Elders").id)
    page.card.panel_requested.emit("cost")
    assert page.panel.form.fields["cost"].entry.hasFocus()


def test_a_cost_that_is_no_number_is_refused_at_its_field(page: PlanPage, session: Session) -> None:
    page.select(item(session, "Ask the Elders").id)
    field = page.panel.form.fields["cost"]
    field.entry.setText("a lot")
    field.commit()
    assert "not a whole number" in field.error.text()
    field.entry.setText("1,200")
    field.commit()
    assert item(session, "Ask the Elders").cost == 1200
    assert field.error.text() == ""


def test_a_change_in_the_panel_has_the_name_that_undo_says(page: PlanPage, session: Session) -> None:
    page.select(item(session, "Ask the Elders").id)
    page.panel.form.fields["status"].edited.emit("done")
    assert item(session, "Ask the Elders").status == "done"
    assert session.workspace.undo_label == "Change status"


def test_what_a_step_waits_for_and_what_waits_for_it_are_ways_there(
    page: PlanPage, session: Session, qtbot: QtBot
) -> None:
    page.select(item(session, "Cook for sixty").id)
    page.panel.waits_fold.open()
    assert [one.text() for one in links(page)] == ["Book the hall"]
    links(page)[0].click()
    assert page.outline.currentIndex().data() == "Book the hall"
    qtbot.waitUntil(lambda: [one.text() for one in links(page)] == ["Cook for sixty"])
    assert page.panel.waits.after_heading.isVisible()


def test_another_step_to_wait_for_is_found_by_some_words(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    page.select(item(session, "Cook for sixty").id)
    page.panel.waits_fold.open()
    finder = page.panel.waits.finder
    finder.setFocus()
    qtbot.keyClicks(finder, "elders")
    qtbot.keyClick(finder, Qt.Key.Key_Return)
    elders, hall = item(session, "Ask the Elders"), item(session, "Book the hall")
    assert item(session, "Cook for sixty").waits_for == (hall.id, elders.id)
    qtbot.waitUntil(lambda: len(links(page)) == 2)


def test_no_longer_waiting_is_one_press(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    page.select(item(session, "Cook for sixty").id)
    page.panel.waits_fold.open()
    crosses = page.panel.waits.findChildren(QPushButton)
    next(one for one in crosses if one.accessibleName() == "No longer wait for: Book the hall").click()
    assert item(session, "Cook for sixty").waits_for == ()
    qtbot.waitUntil(lambda: not links(page))


def test_a_refusal_stands_where_one_waits_for_another(
    page: PlanPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.select(item(session, "Book the hall").id)
    page.panel.waits_fold.open()
    monkeypatch.setattr(session, "edit", lambda *_args, **_more: Refused("They would wait for each other."))
    page.panel.waits.finder.step_found.emit(item(session, "Cook for sixty").id)
    assert page.panel.waits.error.text() == "They would wait for each other."
    assert page.panel.waits.error.isVisible()


def test_a_note_has_a_day_and_is_changed_and_taken_away(page: PlanPage, session: Session) -> None:
    page.select(item(session, "Book the hall").id)
    notes = page.panel.notes
    page.panel.notes_fold.open()
    notes.add_button.click()
    field = notes.form.fields["words"]
    field.entry.setPlainText("The hall is free on Friday.")
    notes.done.click()
    made = session.workspace.all(Note)[0]
    assert (made.words, made.on, made.item) == (
        "The hall is free on Friday.",
        date.today(),
        item(session, "Book the hall").id,
    )
    page.panel.notes_fold.open(False)
    assert page.panel.notes_fold.button.text() == "Notes with dates · 1"
    page.panel.notes_fold.open()
    buttons = [one for one in notes.findChildren(QPushButton) if one.accessibleName().startswith("Remove the note")]
    buttons[0].click()
    assert session.workspace.all(Note) == []


def test_how_a_goal_stands_is_no_ones_to_set(page: PlanPage, session: Session) -> None:
    page.select(item(session, "Goal").id)
    assert not page.panel.form.fields["status"].isVisible()
    page.select(item(session, "Book the hall").id)
    assert page.panel.form.fields["status"].isVisible()


def test_f4_turns_the_panel_on_and_off(page: PlanPage, session: Session, qtbot: QtBot) -> None:
    page.select(item(session, "Goal").id)
    assert page.panel.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_F4)
    assert not page.panel.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_F4)
    assert page.panel.isVisible()
