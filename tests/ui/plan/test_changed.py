"""What changed in the plan is found at a glance, each with the way there."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.item import Item
from app.model.partner import Partner
from app.model.since import Difference, happenings
from app.ui.names import Names
from app.ui.plan.changed import ChangedRoom
from app.ui.plan.changed_words import in_short, sentence
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import PressRow, Words

NOW = datetime.now().astimezone()
TODAY = date(2027, 3, 15)
NAMES = {"ann": "Ann", "bo": "Bo"}


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
def room(look: Look, session: Session, names: Names, qtbot: QtBot) -> ChangedRoom:
    made = ChangedRoom(look, session, names, NOW - timedelta(days=3), lambda: datetime.now().astimezone())
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    return made


def rows(room: ChangedRoom) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in room.findChildren(PressRow) if one.isVisible()]


def told(before: Item | None, after: Item | None) -> str:
    (one,) = happenings([Difference(before, after, NOW)])
    return sentence(one, NAMES, TODAY)


def hall(**values: object) -> Item:
    return Item(**{"id": "h", "what": "Book the hall", "lead": "ann", "by": TODAY, **values})  # type: ignore[arg-type]


def test_each_happening_is_a_sentence() -> None:
    assert told(None, hall()) == "“Book the hall” was added; Ann leads it."
    assert told(None, hall(lead="")) == "“Book the hall” was added."
    assert told(hall(), hall(status="done")) == "“Book the hall” is done."
    assert told(hall(), hall(status="waiting")) == "“Book the hall” is “Waiting” now."
    assert told(hall(), hall(status="dropped")) == "“Book the hall” was dropped."
    assert told(hall(), None) == "“Book the hall” was taken out of the plan."
    assert told(hall(what=""), None) == "A step was taken out of the plan."
    assert told(hall(), hall(lead="bo")) == "“Book the hall” went from Ann to Bo."
    assert told(hall(lead=""), hall()) == "Ann leads “Book the hall” now."
    assert told(hall(), hall(lead="")) == "Nobody leads “Book the hall” any more; it was Ann."
    assert told(hall(lead="gone"), hall()) == "“Book the hall” went from somebody who is no longer in Who to Ann."
    assert told(hall(), hall(by=TODAY + timedelta(1))) == "“Book the hall” is due 16 Mar now, 1 day later."
    assert told(hall(), hall(by=TODAY - timedelta(5))) == "“Book the hall” is due 10 Mar now, 5 days earlier."
    assert told(hall(by=None), hall()) == "“Book the hall” is to be done by 15 Mar."
    assert told(hall(), hall(by=None)) == "“Book the hall” has no day any more."
    assert told(hall(), hall(what="Book a hall")) == "“Book the hall” is called “Book a hall” now."
    assert (
        told(hall(), hall(needs="a kettle", sign="x"))
        == "“Book the hall” was changed: What it needs, Sign that it worked."
    )


def test_in_short_every_sort_is_counted() -> None:
    made = [Difference(None, hall(), NOW), Difference(hall(), hall(status="done"), NOW), Difference(hall(), None, NOW)]
    assert in_short(happenings(made)) == "1 done, 1 added, 1 taken out"


def test_a_quiet_time_is_said_calmly(room: ChangedRoom) -> None:
    assert room.none.isVisible()
    assert "the plan has stayed as it was" in room.none.sentence.text()


def test_what_happens_is_shown_at_once_and_leads_there(room: ChangedRoom, session: Session, qtbot: QtBot) -> None:
    with session.workspace.edit("Add") as edit:
        item = edit.add(Item(what="Book the hall"))
    assert rows(room) == ["“Book the hall” was added."]
    with qtbot.waitSignal(room.open_requested) as asked:
        next(one for one in room.findChildren(PressRow) if one.isVisible()).click()
    assert asked.args == ["item", item.id]
    session.undo()
    assert rows(room) == []
    assert room.none.isVisible()


def test_a_day_can_be_chosen(room: ChangedRoom, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        edit.add(Item(what="Book the hall"))
    room.span.set_current("day")
    room.day.set_value(NOW.date() + timedelta(days=1))
    room.refresh()
    assert rows(room) == []
    room.day.set_value(NOW.date())
    room.refresh()
    assert len(rows(room)) == 1
    assert room.day.isVisible()


def test_somebody_who_was_never_here_before_has_no_last_time(
    look: Look, session: Session, names: Names, qtbot: QtBot
) -> None:
    made = ChangedRoom(look, session, names, None)
    qtbot.addWidget(made)
    assert made.span.current() == "week"


def test_while_names_are_hidden_no_name_of_a_person_stands_there(
    room: ChangedRoom, session: Session, names: Names
) -> None:
    with session.workspace.edit("Add") as edit:
        ann = edit.add(Partner(name="Ann Quill", role="Nurse"))
        edit.add(Item(what="Book the hall", lead=ann.id))
    assert "Ann Quill" in rows(room)[0]
    names.set_hidden(True)
    assert rows(room) == ["“Book the hall” was added; Nurse leads it."]


def test_many_changes_are_counted_and_not_all_drawn(room: ChangedRoom, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        for number in range(60):
            edit.add(Item(what=f"Step {number}"))
    assert len(rows(room)) < 60
    assert any(one.text().startswith("And ") for one in room.findChildren(Words))
    assert "60 added" in room.header.line.text()
