"""What the window of a community remembers for this computer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.data.library import Library
from app.data.opening import create_workspace, open_workspace
from app.data.settings import Settings
from app.model.community import Community
from app.model.item import Item
from app.model.reflection import Meeting, Question
from app.ui.main_window import MainWindow
from app.ui.session import Session
from app.ui.theme import Look

RESOURCES = Path(__file__).parents[2] / "resources"


def test_the_tables_columns_and_sorting_are_there_again_at_the_next_start(
    look: Look, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "Cedar Inlet.groundwork"
    create_workspace(file, Community(name="Cedar Inlet")).close()

    def start() -> MainWindow:
        session = Session(open_workspace(file))
        return MainWindow(look, session, library, (), Settings.load(tmp_path), RESOURCES, tmp_path / "backups")

    first = start()
    first.who.arrange("name:300 phone -group role:180 | -phone")
    first.plan.arrange("what by:120 cost -lead | what")
    kept = first.who.arrangement()
    first.leave()
    again = start()
    assert again.who.arrangement() == kept
    assert again.who.table.arrangement.seen == ("name", "phone", "role")
    assert again.plan.outline.arrangement.seen == ("what", "by", "cost")
    assert not again.who.table.isColumnHidden(again.who.table.horizontalHeader().logicalIndex(1))
    again.leave()


def test_home_leads_to_what_changed_and_the_menu_to_handing_over(
    look: Look, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    session = Session(create_workspace(tmp_path / "Cedar Inlet.groundwork", Community(name="Cedar Inlet")))
    main = MainWindow(look, session, library, (), Settings.load(tmp_path), RESOURCES, tmp_path / "backups")
    main.home.changes_requested.emit()
    assert main.frame.stack.currentWidget() is main.changed
    main.changed.left.emit()
    assert main.frame.current_place() == "plan"
    main.frame.commands.action("hand-over").trigger()
    assert main.frame.stack.currentWidget() is main.handing
    main.handing.left.emit()
    assert main.frame.current_place() == "plan"
    main.leave()


@pytest.fixture
def main(look: Look, library: Library, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A plan of two steps, looked at, with the keys in its outline."""
    session = Session(create_workspace(tmp_path / "Cedar Inlet.groundwork", Community(name="Cedar Inlet")))
    with session.workspace.edit("Add", undoable=False) as edit:
        for what in ("Book the hall", "Call the school"):
            edit.add(Item(what=what))
    made = MainWindow(look, session, library, (), Settings.load(tmp_path), RESOURCES, tmp_path / "backups")
    with qtbot.waitActive(made.frame):
        made.frame.show()
        made.frame.activateWindow()
    QTest.keyClick(made.frame, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    yield made
    made.leave()


def test_undo_by_its_keys_leaves_the_keys_where_they_were(main: MainWindow) -> None:
    outline = main.plan.outline
    assert outline.hasFocus()
    outline.select(main.plan.model.id_at(0))
    QTest.keyClick(outline, Qt.Key.Key_Space)
    QTest.keyClick(outline, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [one.status for one in main.session.workspace.all(Item)] == ["not-started", "not-started"]
    assert outline.hasFocus()


def test_undo_while_a_cell_is_open_gives_the_keys_to_the_outline(main: MainWindow) -> None:
    outline = main.plan.outline
    outline.select(main.plan.model.id_at(0))
    QTest.keyClick(outline, Qt.Key.Key_F2)
    main.frame.undo_requested.emit()
    assert outline.hasFocus()


def test_a_sentence_that_offers_undo_goes_when_something_else_would_be_undone(main: MainWindow) -> None:
    ids = [one.id for one in main.session.workspace.all(Item)]
    main.plan.changing.remove(ids[:1])
    assert main.frame.banner.isVisible()
    main.plan.changing.put(ids[1], "what", "Call the school again")
    assert not main.frame.banner.isVisible()


def test_a_question_leads_to_the_part_that_answers_it_and_an_answer_is_found(
    look: Look, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    session = Session(create_workspace(tmp_path / "Cedar Inlet.groundwork", Community(name="Cedar Inlet")))
    main = MainWindow(look, session, library, (), Settings.load(tmp_path), RESOURCES, tmp_path / "backups")
    main.frame.go_to("reflect")
    main.reflect.new_meeting()
    main.reflect.leading.go_to("8")
    main.reflect.leading.add("The bus driver hears everything")
    card = main.reflect.leading.cards()[0]
    main.reflect.leading.become("step", card.id)
    for number, (kind, place) in {
        "1": ("page", "learn"),
        "6": ("committees", ""),
        "7": ("place", "who"),
        "8": ("circle", "who"),
        "9": ("place", "plan"),
    }.items():
        main.reflect.leading.go_to(number)
        main.reflect.view.asking.refresh()
        main.reflect.view.asking.door.click()
        assert main.frame.current_place() == place, kind
    hits = main._find("driver")
    assert {one.kind for one in hits} == {"answer", "item"}
    main._open_hit(next(one for one in hits if one.kind == "answer"), "driver")
    assert main.frame.current_place() == "reflect"
    assert main.reflect.view.asking.board.chosen == card.id
    main.open_thing("item", session.workspace.all(Item)[0].id)
    main.plan.panel.origin.row.click()
    assert main.frame.current_place() == "reflect"
    main.open_thing("came-of", "nobody")
    assert main.frame.current_place() == "learn"
    main.leave()


def test_a_passage_to_discuss_is_the_last_question_of_the_next_meeting(main: MainWindow) -> None:
    workspace = main.session.workspace
    with workspace.edit("Add") as edit:
        edit.add(Meeting(name="Over", on=date(2020, 1, 1), asks=("1",)))
        coming = edit.add(Meeting(name="Next", on=date.today() + timedelta(days=3), asks=("1",)))
        edit.add(Meeting(name="Later", on=date.today() + timedelta(days=30)))
    main.open_thing("page", "get-organized/why")
    main.learn.reading.discuss_requested.emit("Human trafficking can be a tender subject. " * 12)
    asked = workspace.all(Question)[0]
    meeting = workspace.get(Meeting, coming.id)
    assert meeting is not None
    assert meeting.asks == ("1", asked.id)
    assert asked.text.startswith("Human trafficking can be")
    assert asked.text.endswith(" …")
    assert "page" in asked.help
    assert main.frame.current_place() == "reflect"
    assert "Next" in main.frame.banner.sentence()
    main.reflect.view.show_view("ask")
    main.reflect.leading.go_to(asked.id)
    main.reflect.view.asking.door.click()
    assert main.frame.current_place() == "learn"
    assert main.learn.current == "get-organized/why"
    main.session.undo()
    assert workspace.all(Question) == []


def test_without_a_meeting_to_come_a_passage_begins_one(main: MainWindow) -> None:
    main.open_thing("page", "get-organized/why")
    main.learn.reading.discuss_requested.emit("")
    meeting = main.session.workspace.all(Meeting)[0]
    assert meeting.asks[-1] == main.session.workspace.all(Question)[0].id
    assert len(meeting.asks) == 10
