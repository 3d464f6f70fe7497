"""Erasing is explained, asked twice, and begins with the backups."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.data.backups import backups_in
from app.data.erasing import Target
from app.data.erasing_copies import ErasedBackups
from app.model.item import Item
from app.model.partner import Partner
from app.model.tie import Tie
from app.ui.safekeeping.erase_room import EraseRoom
from app.ui.safekeeping.keeper import BackupKeeper
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import PressRow


@pytest.fixture
def her(session: Session) -> Partner:
    """With a past name, a tie, and a step that names her."""
    with session.workspace.edit("Add") as edit:
        partner = edit.add(Partner(name="Zelda Quill-Old"))
        other = edit.add(Partner(name="Inlet Motel"))
        edit.add(Tie(from_partner=partner.id, to_partner=other.id))
        edit.add(Item(what="Call Zelda Quillfeather"))
    with session.workspace.edit("Rename") as edit:
        return edit.change(Partner, partner.id, name="Zelda Quillfeather")


@pytest.fixture
def room(look: Look, session: Session, keeper: BackupKeeper, her: Partner, qtbot: QtBot) -> Iterator[EraseRoom]:
    made = EraseRoom(look, session, keeper)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    made.choose(her)
    yield made
    made.wait()


def boxes(room: EraseRoom) -> dict[str, bool]:
    return {word: box.isChecked() for word, box in room._boxes.items()}  # pyright: ignore[reportPrivateUsage]


def test_it_says_what_goes(room: EraseRoom) -> None:
    assert "Zelda Quillfeather" in room.goes.text()
    assert "1 tie and 0 talks" in room.goes.text()


def test_names_of_today_and_of_before_are_offered_with_their_places(room: EraseRoom) -> None:
    assert boxes(room) == {"Zelda Quillfeather": True, "Zelda Quill-Old": True}
    assert [one.text() for one in room.elsewhere.findChildren(PressRow)] == ["Step: Call Zelda Quillfeather"]


def test_a_single_word_is_not_ticked_by_itself(room: EraseRoom, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        elder = edit.add(Partner(name="Elder"))
    room.choose(elder)
    assert boxes(room) == {"Elder": False}


def test_nothing_happens_before_it_was_said_twice(room: EraseRoom, qtbot: QtBot) -> None:
    asked: list[object] = []
    room.erase_requested.connect(lambda *what: asked.append(what))
    room.sure.ask.click()
    assert room.sure.sure.isVisible()
    room.sure.cancel.click()
    assert not room.sure.sure.isVisible()
    assert asked == []


def test_the_backups_come_first(room: EraseRoom, keeper: BackupKeeper, her: Partner, qtbot: QtBot) -> None:
    with qtbot.waitSignals([keeper.kept, keeper.ended]):
        keeper.back_up()
    room.sure.ask.click()
    with qtbot.waitSignal(room.erase_requested) as asked:
        room.sure.sure.click()
    target, outcome = asked.args
    assert target == Target(Partner, her.id, ("Zelda Quillfeather", "Zelda Quill-Old"))
    assert outcome == ErasedBackups(1, ())
    assert b"Quillfeather" not in backups_in(keeper.folder)[0].path.read_bytes()


def test_somebody_removed_earlier_can_be_chosen(room: EraseRoom, session: Session, her: Partner, qtbot: QtBot) -> None:
    session.edit("Remove", lambda edit: edit.remove(Partner, her.id))
    room.choose(None)
    room.refresh()
    qtbot.waitUntil(lambda: room.earlier.isVisible())
    row = room.earlier.findChildren(PressRow)[0]
    assert row.text() == "Zelda Quillfeather"
    row.click()
    assert "Zelda Quillfeather" in room.goes.text()
