"""Handing over: who gets what, and files that nobody has to think about."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.handing import Share
from app.model.item import Item
from app.model.partner import Partner
from app.reports.watch import unwatched
from app.ui.names import Names
from app.ui.plan.handing.content import safe_names
from app.ui.plan.handing.making import FolderMaking
from app.ui.plan.handing.room import HandingRoom
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Words
from tests.reports.reading import FONTS, all_text

SOON = date.today() + timedelta(days=20)


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
def plan(session: Session) -> dict[str, str]:
    """Ann leads the hall and helps with the bus that Bo leads; Cy has nothing. Ids by short names."""
    with session.workspace.edit("Add") as edit:
        ann = edit.add(Partner(name="Ann / Q.", email="ann@example.org", consent_show="committee"))
        bo = edit.add(Partner(name="Bogdan"))
        edit.add(Partner(name="Cy"))
        hall = edit.add(Item(what="Book the hall", lead=ann.id, by=SOON))
        bus = edit.add(Item(what="Hire a bus", lead=bo.id, helpers=(ann.id,)))
    return {"ann": ann.id, "bo": bo.id, "hall": hall.id, "bus": bus.id}


@pytest.fixture
def room(look: Look, session: Session, names: Names, plan: dict[str, str], qtbot: QtBot) -> HandingRoom:
    made = HandingRoom(look, session, names, (), FONTS)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    made.refresh()
    return made


def words(room: HandingRoom) -> str:
    return "\n".join(one.text() for one in room.gift.findChildren(Words) if one.isVisible())


def save_calendar(room: HandingRoom, target: Path, share: Share | None = None) -> None:
    room.save_calendar(target, share)
    room.wait()
    QApplication.processEvents()


def save_folder(room: HandingRoom, folder: Path, qtbot: QtBot) -> list[str]:
    with qtbot.waitSignal(room.message_requested, timeout=20_000):
        room.save_folder(folder)
    room.wait()
    return sorted(str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file())


def test_everybody_with_a_step_is_there_and_nobody_else(room: HandingRoom) -> None:
    rows = [room.people.people.index(row).data() for row in range(room.people.people.rowCount())]
    assert rows == ["Ann / Q. · leads 1, helps with 1", "Bogdan · leads 1"]


def test_what_somebody_gets_is_shown_before(room: HandingRoom, plan: dict[str, str]) -> None:
    room.select(plan["ann"])
    assert "Book the hall" in words(room)
    assert "Hire a bus" in words(room)
    room.select(plan["bo"])
    assert "Book the hall" not in words(room)


def test_an_address_is_there_to_copy_and_nothing_is_sent(room: HandingRoom, plan: dict[str, str]) -> None:
    room.select(plan["ann"])
    room.gift.email.click()
    assert QApplication.clipboard().text() == "ann@example.org"
    assert "Nothing is sent from here." in words(room)
    room.select(plan["bo"])
    assert not room.gift.email.isVisible()


def test_a_person_without_a_day_has_no_calendar_to_save(room: HandingRoom, plan: dict[str, str]) -> None:
    room.select(plan["bo"])
    assert not room.gift.calendar.isEnabled()


def test_a_persons_calendar_holds_their_steps(room: HandingRoom, plan: dict[str, str], tmp_path: Path) -> None:
    target = tmp_path / "ann.ics"
    room.select(plan["ann"])
    save_calendar(room, target, room.people.chosen())
    (event,) = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert event["SUMMARY"] == "Book the hall"


def test_a_second_calendar_takes_back_what_the_first_one_gave(
    room: HandingRoom, session: Session, plan: dict[str, str], tmp_path: Path
) -> None:
    first, second = tmp_path / "1.ics", tmp_path / "2.ics"
    save_calendar(room, first)
    session.change(Item, plan["hall"], "Drop", {"status": "dropped"})
    save_calendar(room, second)
    (old,), (new,) = (Calendar.from_ical(one.read_bytes()).walk("VEVENT") for one in (first, second))
    assert old["UID"] == new["UID"]
    assert new["SEQUENCE"] > old["SEQUENCE"]
    assert new["STATUS"] == "CANCELLED"


def test_nothing_for_a_calendar_is_said_calmly(
    room: HandingRoom, session: Session, plan: dict[str, str], tmp_path: Path
) -> None:
    session.edit("Remove", lambda edit: edit.remove(Item, plan["hall"]))
    save_calendar(room, tmp_path / "a.ics")
    assert "nothing for a calendar" in room.banner.sentence()
    assert not list(tmp_path.glob("*.ics"))


def test_everybodys_page_and_calendar_go_into_one_new_folder(room: HandingRoom, tmp_path: Path, qtbot: QtBot) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    folder = f"Cedar Inlet steps {date.today():%Y-%m-%d}"
    one = [f"{folder}/Ann  Q. steps.ics", f"{folder}/Ann  Q. steps.pdf", f"{folder}/Bogdan steps.pdf"]
    assert save_folder(room, place, qtbot) == one
    assert "Book the hall" in all_text((place / one[1]).read_bytes())
    assert "Book the hall" not in all_text((place / one[2]).read_bytes())
    again = save_folder(room, place, qtbot)
    assert again == sorted([*one, *(name.replace(folder, f"{folder} (2)") for name in one)])


def test_only_those_with_a_tick_get_theirs(
    room: HandingRoom, plan: dict[str, str], tmp_path: Path, qtbot: QtBot
) -> None:
    room.select(plan["bo"])
    qtbot.keyClick(room.people, Qt.Key.Key_Space)
    assert "1 person" in room.folder.text()
    assert not any("Bogdan" in one for one in save_folder(room, tmp_path, qtbot) if one.endswith("pdf"))


def test_a_press_on_the_tick_turns_it_and_one_on_the_name_does_not(room: HandingRoom, qtbot: QtBot) -> None:
    rect = room.people.visualRect(room.people.people.index(1))
    qtbot.mouseClick(room.people.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, rect.center().y()))
    assert len(room.people.people.ticked()) == 1
    qtbot.mouseClick(room.people.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(150, rect.center().y()))
    assert len(room.people.people.ticked()) == 1


def test_with_nobody_ticked_there_is_nothing_to_save(room: HandingRoom) -> None:
    room.none_ticked.click()
    assert not room.folder.isEnabled()
    assert not room.pages.isEnabled()
    room.none_ticked.click()
    assert room.folder.isEnabled()


def test_a_folder_that_is_gone_is_said_calmly(room: HandingRoom, tmp_path: Path) -> None:
    room.save_folder(tmp_path / "gone")
    assert "cannot be found" in room.banner.sentence()


def test_what_is_being_made_can_be_stopped_and_what_is_written_stays(
    room: HandingRoom, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderMaking, "_make", lambda self, share, name, done: self.stop())
    with qtbot.waitSignal(room.message_requested, timeout=20_000) as told:
        room.save_folder(tmp_path)
    room.wait()
    assert told.args is not None
    assert told.args[0].startswith("Stopped.")


def test_the_committee_sees_only_who_agreed(room: HandingRoom) -> None:
    room.audience.set_current("committee")
    room.refresh()
    assert [one.partner.name for one in room.people.people.shares] == ["Ann / Q."]
    assert "2 partners have not agreed" in room.left_out.text()
    assert "Bogdan" not in all_text(room.page_maker([room.people.people.shares[0].partner.id])(unwatched).pdf)


def test_while_names_are_hidden_no_name_stands_there(room: HandingRoom, names: Names) -> None:
    names.set_hidden(True)
    assert room.people.people.rowCount() == 0
    assert not room.columns.isVisible()
    assert "Names are hidden" in room.none.heading.text()
    names.set_hidden(False)
    assert room.columns.isVisible()


def test_what_changes_meanwhile_is_shown(room: HandingRoom, session: Session, plan: dict[str, str]) -> None:
    session.change(Item, plan["bus"], "Change lead", {"lead": plan["ann"]})
    assert [one.partner.name for one in room.people.people.shares] == ["Ann / Q."]


def test_a_screen_reader_is_told_of_ticks_and_every_button(room: HandingRoom) -> None:
    first = room.people.people.index(0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole).endswith("chosen")
    assert all(one.accessibleName() or one.text() for one in room.findChildren(Button) if one.isVisible())


def test_file_names_are_safe_and_no_two_alike() -> None:
    found = safe_names(["Ann/Q", "annq", "ANNQ", "…", "x" * 300, "x" * 301, "../../etc"])
    assert len({one.casefold() for one in found}) == len(found)
    assert not any(set(one) & set('<>:"/\\|?*') or one.startswith(".") for one in found)
