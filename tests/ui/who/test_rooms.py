"""The rooms behind Who: groups, committees, judging together, and partners who are there twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.data.groups import groups_in
from app.model.community import COMMUNITY_ID, Community
from app.model.groups import Group
from app.model.item import Item
from app.model.partner import Partner
from app.model.tie import Tie
from app.reports.people_sheet import people_csv
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.bring_in import BringInRoom
from app.ui.who.committees import CommitteesRoom
from app.ui.who.doubles import DoublesRoom
from app.ui.who.groups import GroupsRoom
from app.ui.who.rooms import RoomsButton
from app.ui.who.scoring import ScoringRoom
from app.ui.who.take_out import TakeOutRoom


@pytest.fixture
def rooms(look: Look, session: Session, qtbot: QtBot) -> RoomsButton:
    made = RoomsButton(look, session, Names())
    qtbot.addWidget(made)
    made.page_requested.connect(lambda room: (qtbot.addWidget(room), room.resize(900, 700), room.show()))
    return made


def partner(session: Session, key: str) -> Partner:
    found = session.workspace.get(Partner, key)
    assert found is not None
    return found


def add(session: Session, *records: Partner | Tie) -> None:
    with session.workspace.edit("Add", undoable=False) as edit:
        for one in records:
            edit.add(one)


def button(inside: QWidget, name: str) -> QPushButton:
    found = [one for one in inside.findChildren(QPushButton) if name in (one.accessibleName(), one.text())]
    assert found, name
    return found[-1]


@pytest.fixture
def groups(rooms: RoomsButton) -> GroupsRoom:
    room = rooms.go_to("groups")
    assert isinstance(room, GroupsRoom)
    return room


def type_over(qtbot: QtBot, room: GroupsRoom, key: str, text: str) -> None:
    entry = room.rows[key].name.entry
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)


def test_a_group_of_ones_own_is_added_by_typing(groups: GroupsRoom, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(groups.new.entry, "Fishing crews")
    qtbot.keyClick(groups.new.entry, Qt.Key.Key_Return)
    assert groups_in(session.workspace).all[-1].label == "Fishing crews"
    assert groups.new.value() == ""


def test_the_same_name_again_is_refused_in_words(groups: GroupsRoom, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(groups.new.entry, "elders")
    groups.add_button.click()
    assert "already" in groups.new.error.text()
    assert session.workspace.all(Group) == []


def test_a_group_is_called_otherwise_and_back(groups: GroupsRoom, session: Session, qtbot: QtBot) -> None:
    type_over(qtbot, groups, "elders", "Knowledge Keepers")
    assert groups_in(session.workspace).label("elders") == "Knowledge Keepers"
    groups.rows["elders"].back.click()
    assert groups_in(session.workspace).label("elders") == "Elders"


def test_a_group_is_left_out_of_the_circle(groups: GroupsRoom, session: Session) -> None:
    groups.rows["businesses"].shown.click()
    assert "businesses" in groups_in(session.workspace).hidden
    session.undo()
    assert "businesses" not in groups_in(session.workspace).hidden


def test_a_group_moves_and_the_arrow_stays_under_the_hand(groups: GroupsRoom, session: Session, qtbot: QtBot) -> None:
    groups.rows["youth"].up.click()
    community = session.workspace.get(Community, COMMUNITY_ID)
    assert community is not None
    assert community.group_order[1] == "youth"
    qtbot.waitUntil(lambda: groups.rows["youth"].up.hasFocus() or not groups.isActiveWindow())


def test_an_own_group_goes_and_says_who_is_without_one(groups: GroupsRoom, session: Session, qtbot: QtBot) -> None:
    with session.workspace.edit("Add") as edit:
        own = edit.add(Group(name="Fishing crews"))
        edit.add(Partner(id="p", name="Skipper", group=own.id))
    with qtbot.waitSignal(groups.message_requested) as said:
        groups.rows[own.id].gone.click()
    assert "1 partner has no group now." in said.args[0]
    assert partner(session, "p").group == ""


@pytest.fixture
def scoring(rooms: RoomsButton, session: Session) -> ScoringRoom:
    add(session, Partner(id="1", name="Mae", interest=1, influence=1), Partner(id="2", name="Robin", group="youth"))
    room = rooms.go_to("scoring")
    assert isinstance(room, ScoringRoom)
    return room


def test_hands_raised_by_keys_become_the_middle(scoring: ScoringRoom, session: Session, qtbot: QtBot) -> None:
    assert scoring.name.text() == "Robin"
    for key in "255":
        qtbot.keyClicks(scoring.interest, key)
    qtbot.keyClicks(scoring.influence, "31")
    qtbot.keyClick(scoring.influence, Qt.Key.Key_Backspace)
    scoring.keep.click()
    judged = partner(session, "2")
    assert (judged.interest, judged.influence) == (5, 3)
    assert scoring.name.text() == "Mae"
    session.undo()
    assert partner(session, "2").interest is None


def test_no_hands_keep_what_was_there(scoring: ScoringRoom, session: Session, qtbot: QtBot) -> None:
    scoring.skip.click()
    qtbot.keyClicks(scoring.interest, "4")
    scoring.keep.click()
    assert (partner(session, "1").interest, partner(session, "1").influence) == (4, 1)


def test_nobody_goes_on_by_accident(scoring: ScoringRoom) -> None:
    scoring.keep.click()
    assert scoring.name.text() == "Robin"
    assert not scoring.banner.isHidden()


def test_youth_are_brought_closer_never_watched(scoring: ScoringRoom) -> None:
    assert not scoring.closer.isHidden()
    scoring.skip.click()
    assert scoring.closer.isHidden()


@pytest.fixture
def committees(rooms: RoomsButton, session: Session) -> CommitteesRoom:
    add(session, Partner(id="c", name="Safety table", form="committee"), Partner(id="p", name="Mae"))
    room = rooms.go_to("committees")
    assert isinstance(room, CommitteesRoom)
    return room


def test_one_that_the_toolkit_names_is_there_with_one_press(committees: CommitteesRoom, session: Session) -> None:
    button(committees, "We have one: VAWIR committee").click()
    found = next(one for one in session.workspace.all(Partner) if one.name == "VAWIR committee")
    assert (found.form, found.group, found.origin) == ("committee", "womens-shelter", "page:get-organized/committees")


def test_asking_one_becomes_a_goal_with_steps_that_one_undo_takes_back(
    committees: CommitteesRoom, session: Session
) -> None:
    button(committees, "Plan to ask: Safety table").click()
    items = session.workspace.all(Item)
    goal = next(one for one in items if one.level == "goal")
    assert goal.what == "Safety table takes this work on"
    assert sum(one.parent == goal.id for one in items) == 4
    session.undo()
    assert session.workspace.all(Item) == []


def test_starting_one_becomes_steps_too(committees: CommitteesRoom, session: Session) -> None:
    committees.start.click()
    assert len(session.workspace.all(Item)) == 6


def test_who_sits_on_it_is_a_tie(committees: CommitteesRoom, session: Session) -> None:
    committees._take_seat("c", "p")
    (tie,) = session.workspace.all(Tie)
    assert (tie.from_partner, tie.to_partner, tie.sort) == ("p", "c", "sits-with")
    button(committees, "Mae does not sit on it").click()
    assert session.workspace.all(Tie) == []


def test_whether_it_would_take_this_on_is_kept(committees: CommitteesRoom, session: Session) -> None:
    committees._say_takes("c", "perhaps")
    assert partner(session, "c").takes_on == "perhaps"


@pytest.fixture
def doubles(rooms: RoomsButton, session: Session) -> DoublesRoom:
    add(
        session,
        Partner(id="1", name="Mae Sample", role="Nurse", notes="Tuesdays"),
        Partner(id="2", name="Sample, Mae", phone="250-555-0101", notes="Has a van"),
        Partner(id="3", name="Robin"),
        Tie(id="t", from_partner="2", to_partner="3"),
    )
    room = rooms.go_to("doubles")
    assert isinstance(room, DoublesRoom)
    return room


def test_two_are_made_one_by_a_press_and_parted_by_undo(doubles: DoublesRoom, session: Session) -> None:
    doubles.same.click()
    one = partner(session, "1")
    assert session.workspace.get(Partner, "2") is None
    assert (one.name, one.phone, one.notes) == ("Mae Sample", "250-555-0101", "Tuesdays\nHas a van")
    assert session.workspace.all(Tie)[0].from_partner == "1"
    assert doubles.pair is None
    session.undo()
    assert partner(session, "2").phone == "250-555-0101"


def test_two_who_are_two_are_not_asked_about_again(doubles: DoublesRoom, rooms: RoomsButton) -> None:
    doubles.apart.click()
    rooms.go_to("doubles")
    assert doubles.pair is None


def test_later_goes_on_without_a_word(doubles: DoublesRoom, session: Session) -> None:
    doubles.later.click()
    assert doubles.pair is None
    assert len(session.workspace.all(Partner)) == 3


def test_rooms_full_of_names_are_shut_while_names_are_hidden(look: Look, session: Session, qtbot: QtBot) -> None:
    names = Names()
    made = RoomsButton(look, session, names)
    qtbot.addWidget(made)
    names.set_hidden(True)
    assert made.go_to("doubles") is None


@pytest.fixture
def bring_in(rooms: RoomsButton) -> BringInRoom:
    room = rooms.go_to("bring-in")
    assert isinstance(room, BringInRoom)
    return room


def a_sheet(folder: Path, text: str) -> Path:
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8")
    return path


def names(session: Session) -> list[str]:
    return [one.name for one in session.workspace.all(Partner)]


def test_people_of_a_sheet_come_in_with_one_press_and_go_with_one_undo(
    bring_in: BringInRoom, session: Session, tmp_path: Path
) -> None:
    bring_in.read(a_sheet(tmp_path, "Name,Group,Phone\nMae,Elders,250-555-0101\n,,250-555-0102\nRobin,Knitters,\n"))
    assert names(session) == []
    assert "2 partners will come in. 1 row cannot." in bring_in.said.text()
    bring_in.take.click()
    assert {one.name: one.group for one in session.workspace.all(Partner)} == {"Mae": "elders", "Robin": ""}
    session.undo()
    assert names(session) == []


def test_a_column_can_be_something_else(bring_in: BringInRoom, session: Session, tmp_path: Path) -> None:
    bring_in.read(a_sheet(tmp_path, "Name,Colour\nMae,Nurse\n"))
    assert bring_in.matching == ["name", "+notes"]
    bring_in._match(1, "role")
    bring_in.take.click()
    assert session.workspace.all(Partner)[0].role == "Nurse"


def test_who_is_there_already_stays_as_they_are_or_is_filled_in(
    bring_in: BringInRoom, session: Session, tmp_path: Path
) -> None:
    add(session, Partner(id="1", name="Mae", role="Elder"))
    bring_in.read(a_sheet(tmp_path, "Name,Role,Phone\nmae,Nurse,250-555-0101\n"))
    assert not bring_in.take.isEnabled()
    button(bring_in, "Fill in what is empty").click()
    bring_in.take.click()
    assert names(session) == ["Mae"]
    assert (partner(session, "1").role, partner(session, "1").phone) == ("Elder", "250-555-0101")


def test_a_row_without_its_tick_stays_out(
    bring_in: BringInRoom, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    bring_in.read(a_sheet(tmp_path, "Name\nMae\nRobin\n"))
    bring_in.people.setCurrentIndex(bring_in.people.model().index(0, 0))
    qtbot.keyClick(bring_in.people, Qt.Key.Key_Space)
    bring_in.take.click()
    assert names(session) == ["Robin"]


def test_a_file_that_is_no_list_gets_a_sentence(bring_in: BringInRoom, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"%PDF-1.7")
    bring_in.read(tmp_path / "x.csv")
    assert not bring_in.banner.isHidden()


def test_rows_that_cannot_come_in_can_be_copied(bring_in: BringInRoom, tmp_path: Path) -> None:
    bring_in.read(a_sheet(tmp_path, "Name,Phone\nMae,1\n,250-555-0102\n"))
    bring_in.copy_bad.click()
    assert QGuiApplication.clipboard().text() == "250-555-0102"


def test_partners_go_out_no_wider_than_they_agreed_to(rooms: RoomsButton, session: Session, tmp_path: Path) -> None:
    add(session, Partner(name="Open", consent_show="public", phone="250-555-0101"), Partner(name="Shy"))
    room = rooms.go_to("take-out")
    assert isinstance(room, TakeOutRoom)
    button(room, "Anyone").click()
    assert "1 stays here" in room.who.text()
    room.save(tmp_path / "p.csv", people_csv)
    written = (tmp_path / "p.csv").read_text("utf-8-sig")
    assert "Open" in written
    assert "Shy" not in written
    assert "0101" not in written


@pytest.mark.parametrize("key", ["groups", "committees", "scoring", "doubles", "bring-in", "take-out"])
def test_escape_leads_back(rooms: RoomsButton, key: str, qtbot: QtBot) -> None:
    room = rooms.go_to(key)
    assert room is not None
    leave: Callable[[], None] = room.back.click
    with qtbot.waitSignal(rooms.left):
        leave()
