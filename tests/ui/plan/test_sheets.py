"""The rooms behind the plan: saving it as a sheet, and taking one back in after a look."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.data.opening import open_workspace
from app.model.item import Item
from app.model.plan_sheet import SENT_HEADING
from app.model.sheet_found import FieldChange
from app.reports.plan_sheet import plan_csv, plan_xlsx
from app.ui.form.room import Room
from app.ui.form.rooms_button import RoomEntry
from app.ui.names import Names
from app.ui.plan.rooms import RoomsButton
from app.ui.plan.sheets.save import BRANCH, PERSON, SaveSheetRoom
from app.ui.plan.sheets.take_back import TakeBackRoom
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import CELL_ROLE
from tests.sheets import ITEMS, PEOPLE, edit_xlsx, kept_at, sheet_for

XLSX = plan_xlsx(sheet_for())


@pytest.fixture
def plan(session: Session) -> Session:
    """The session with the plan of the sheet tests."""
    with session.workspace.edit("Begin", undoable=False) as edit:
        for one in (*PEOPLE, *ITEMS):
            edit.add(one)
    return session


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
def rooms(look: Look, plan: Session, names: Names, qtbot: QtBot) -> RoomsButton:
    made = RoomsButton(look, plan, names)
    qtbot.addWidget(made)
    made.page_requested.connect(lambda room: (qtbot.addWidget(room), room.resize(1000, 800), room.show()))
    return made


@pytest.fixture
def back(rooms: RoomsButton) -> Iterator[TakeBackRoom]:
    room = rooms.go_to("take-back")
    assert isinstance(room, TakeBackRoom)
    yield room
    room.wait()


@pytest.fixture
def save(rooms: RoomsButton) -> Iterator[SaveSheetRoom]:
    room = rooms.go_to("save-sheet")
    assert isinstance(room, SaveSheetRoom)
    yield room
    room.wait()


def look_at(qtbot: QtBot, room: TakeBackRoom, path: Path) -> None:
    """Choose the file and wait until it is shown."""
    with qtbot.waitSignal(room.reading_ended, timeout=10_000):
        room.read(path)


def changed_file(tmp_path: Path) -> Path:
    changes = {
        ("Book the hall", "By when"): date(2027, 4, 2), ("Book the hall", "Cost in dollars"): 900,
        ("Ask the Elders", "How it stands"): "Done",
    }  # fmt: skip
    return kept_at(tmp_path, "back.xlsx", edit_xlsx(XLSX, changes))


def item(session: Session, key: str) -> Item:
    found = session.workspace.get(Item, key)
    assert found is not None
    return found


def line(room: TakeBackRoom, step: int, change: int | None = None, column: int = 0) -> QModelIndex:
    top = room.changes.model.index(step, column if change is None else 0)
    return top if change is None else room.changes.model.index(change, column, top)


# -- taking back in --------------------------------------------------------------------------------------------


def test_changes_are_shown_by_step_with_old_and_new_side_by_side(back: TakeBackRoom, tmp_path: Path, qtbot: QtBot):
    look_at(qtbot, back, changed_file(tmp_path))
    model = back.changes.model
    assert [line(back, row).data() for row in range(model.rowCount())] == [
        "1.1.1 Book the hall",
        "1.1.2 Ask the Elders",
    ]
    assert [line(back, 0, 0, column).data() for column in range(3)] == ["By when", "2027-03-15", "2027-04-02"]
    assert back.said.text() == "3 of 3 changes are ticked."


def test_nothing_comes_in_before_the_button_is_pressed(back: TakeBackRoom, plan: Session, tmp_path: Path, qtbot: QtBot):
    look_at(qtbot, back, changed_file(tmp_path))
    assert item(plan, "a1") == next(one for one in ITEMS if one.id == "a1")


def test_what_is_ticked_comes_in_as_one_step_of_undo(back: TakeBackRoom, plan: Session, tmp_path: Path, qtbot: QtBot):
    look_at(qtbot, back, changed_file(tmp_path))
    said: list[str] = []
    back.message_requested.connect(lambda sentence, _kind, _action: said.append(sentence))
    with qtbot.waitSignal(back.left):
        back.take.click()
    assert (item(plan, "a1").by, item(plan, "a1").cost, item(plan, "a2").status) == (date(2027, 4, 2), 900, "done")
    assert said == ["Taken in from the sheet: 3 changes."]
    plan.undo()
    assert (item(plan, "a1").by, item(plan, "a2").status) == (date(2027, 3, 15), "in-progress")


def test_space_takes_a_tick_of_one_change_or_of_a_whole_step(
    back: TakeBackRoom, plan: Session, tmp_path: Path, qtbot: QtBot
):
    look_at(qtbot, back, changed_file(tmp_path))
    tree = back.changes.tree
    tree.setCurrentIndex(line(back, 0, 1))
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert line(back, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.PartiallyChecked
    tree.setCurrentIndex(line(back, 1))
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert [one.field for one in back.changes.wanted() if isinstance(one, FieldChange)] == ["by"]
    back.take_in()
    assert (item(plan, "a1").cost, item(plan, "a2").status) == (1200, "in-progress")


def test_a_click_on_a_change_turns_its_tick(back: TakeBackRoom, tmp_path: Path, qtbot: QtBot):
    look_at(qtbot, back, changed_file(tmp_path))
    tree = back.changes.tree
    place = tree.visualRect(line(back, 0, 0)).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert back.said.text() == "2 of 3 changes are ticked."


def test_ticks_can_be_set_and_taken_all_at_once(back: TakeBackRoom, tmp_path: Path, qtbot: QtBot):
    look_at(qtbot, back, changed_file(tmp_path))
    back.changes.model.tick(())
    assert (back.changes.wanted(), back.take.isEnabled()) == ([], False)
    back.tick_all()
    assert len(back.changes.wanted()) == 3


def test_what_was_changed_here_as_well_is_not_ticked_and_says_so(
    back: TakeBackRoom, plan: Session, tmp_path: Path, qtbot: QtBot
):
    plan.change(Item, "a1", "Change day", {"by": date(2027, 5, 5)})
    look_at(qtbot, back, changed_file(tmp_path))
    assert back.said.text() == "2 of 3 changes are ticked."
    assert "must be looked at first" in back.aside.text()
    back.changes.tree.setCurrentIndex(line(back, 0, 0))
    assert back.changes.unsure.text() == "Changed here as well since the sheet was sent."
    assert (back.changes.old.text(), back.changes.new.text()) == ("2027-05-05", "2027-04-02")


def test_what_is_changed_here_while_a_sheet_is_looked_at_is_noticed(
    back: TakeBackRoom, plan: Session, tmp_path: Path, qtbot: QtBot
):
    look_at(qtbot, back, changed_file(tmp_path))
    with qtbot.waitSignal(back.reading_ended, timeout=10_000):
        plan.change(Item, "a2", "Change status", {"status": "done"})
    assert back.said.text() == "2 of 2 changes are ticked."


def test_a_step_without_a_row_is_taken_out_only_when_ticked(
    back: TakeBackRoom, plan: Session, tmp_path: Path, qtbot: QtBot
):
    book = load_workbook(io.BytesIO(XLSX))
    book.worksheets[0].delete_rows(5)
    out = io.BytesIO()
    book.save(out)
    look_at(qtbot, back, kept_at(tmp_path, "back.xlsx", out.getvalue()))
    assert back.said.text() == "0 of 1 change is ticked."
    back.tick_all()
    assert back.changes.wanted() == []
    back.changes.model.turn(line(back, 0))
    back.take_in()
    assert plan.workspace.get(Item, "a2") is None


def test_what_cannot_come_in_is_listed_and_can_be_copied(back: TakeBackRoom, tmp_path: Path, qtbot: QtBot):
    data = edit_xlsx(XLSX, {("Book the hall", "Lead"): "Nobody We Know"})
    look_at(qtbot, back, kept_at(tmp_path, "back.xlsx", data))
    assert back.left_rows.isVisible()
    back.left_rows.copy.click()
    assert "Nobody We Know" in QGuiApplication.clipboard().text()


def test_a_sheet_that_changes_nothing_says_so(back: TakeBackRoom, tmp_path: Path, qtbot: QtBot):
    look_at(qtbot, back, kept_at(tmp_path, "back.csv", plan_csv(sheet_for())))
    assert back.said.text() == "The sheet changes nothing: the plan has all of it already."
    assert not back.take.isVisible()


def test_a_file_that_cannot_be_read_gets_one_sentence(back: TakeBackRoom, tmp_path: Path, qtbot: QtBot):
    look_at(qtbot, back, kept_at(tmp_path, "back.xlsx", XLSX[:3000]))
    assert "is damaged" in back.banner.sentence()
    assert back.choose_card.what.text().startswith("Or drop a file here")


def test_each_line_is_told_to_a_screen_reader(back: TakeBackRoom, tmp_path: Path, qtbot: QtBot):
    look_at(qtbot, back, changed_file(tmp_path))
    role = Qt.ItemDataRole.AccessibleTextRole
    assert line(back, 0).data(role) == "1.1.1 Book the hall, ticked"
    assert line(back, 0, 0).data(role) == "By when, ticked"
    assert line(back, 0, 0, 2).data(role) == "2027-04-02"
    assert line(back, 0, 0).data(CELL_ROLE).icon == "circle-check"


def test_a_file_that_is_open_for_looking_only_takes_nothing_in(look: Look, tmp_path: Path, qtbot: QtBot, plan: Session):
    path = plan.workspace.path
    copy = kept_at(tmp_path, "copy.groundwork", path.read_bytes())
    closed = Session(open_workspace(copy, None, read_only=True))
    room = TakeBackRoom(look, closed)
    qtbot.addWidget(room)
    assert not room.choose_card.choose.isEnabled()
    closed.close()


# -- saving ----------------------------------------------------------------------------------------------------


def saved(qtbot: QtBot, room: SaveSheetRoom, target: Path) -> list[str]:
    """Save and answer with the headings and the steps' words."""
    with qtbot.waitSignal(room.message_requested, timeout=10_000):
        room.save(target, plan_csv)
    rows = list(csv.reader(io.StringIO(target.read_text("utf-8-sig"), newline="")))
    assert rows[0][-1].startswith(SENT_HEADING)
    return [row[2] for row in rows[1:]]


def test_the_plan_is_saved_for_the_office(save: SaveSheetRoom, tmp_path: Path, qtbot: QtBot):
    assert save.goes.text() == "6 lines of the plan go out."
    assert len(saved(qtbot, save, tmp_path / "plan.csv")) == 6


def test_what_stays_is_said_before_it_is_saved(save: SaveSheetRoom):
    save.audience.set_current("committee")
    save.refresh()
    assert "Notes, Dated notes" in save.stays.text()
    assert "1 who leads or helps is not named" in save.stays.text()


def test_one_branch_is_saved(save: SaveSheetRoom, tmp_path: Path, qtbot: QtBot):
    save.choose(BRANCH, "g2")
    assert saved(qtbot, save, tmp_path / "plan.csv") == ["Young people travel safely", "'+1 ride a week"]


def test_one_persons_part_is_saved(save: SaveSheetRoom, tmp_path: Path, qtbot: QtBot):
    save.choose(PERSON, "p2")
    assert saved(qtbot, save, tmp_path / "plan.csv")[-1] == "Book the hall"


def test_where_no_leads_may_be_shown_nobodys_part_can_be_chosen(save: SaveSheetRoom):
    save.audience.set_current("public")
    save.choose(PERSON)
    assert (save.goes.text(), save.xlsx.isEnabled()) == ("0 lines of the plan go out.", False)


def test_a_folder_that_cannot_be_written_gets_one_sentence(save: SaveSheetRoom, tmp_path: Path, qtbot: QtBot):
    with qtbot.waitSignal(save.banner.shown, timeout=10_000):
        save.save(tmp_path / "nowhere" / "plan.xlsx", plan_xlsx)
    assert "cannot be found" in save.banner.sentence()


# -- the menu --------------------------------------------------------------------------------------------------


def test_the_rooms_are_shut_while_names_are_hidden(rooms: RoomsButton, names: Names):
    names.set_hidden(True)
    assert rooms.go_to("save-sheet") is None
    assert rooms.go_to("take-back") is None


def test_other_lines_join_the_menu(look: Look, plan: Session, names: Names, qtbot: QtBot):
    entry = RoomEntry("starts", "Begin from a start…", "sparkles", lambda: Room(look, plan, "Starts", back="Back"))
    button = RoomsButton(look, plan, names, [entry])
    qtbot.addWidget(button)
    button.page_requested.connect(qtbot.addWidget)
    assert [one.data() for one in button.menu_of_rooms.actions()] == ["save-sheet", "take-back", "starts"]
    assert button.go_to("starts") is not None
