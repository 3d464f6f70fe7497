"""A partner's panel says which meetings they came to and which answers led to them, and leads there."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.model.partner import Partner
from app.model.reflection import Answer, Meeting
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.meetings import InMeetings
from app.ui.widgets import PressRow


@pytest.fixture
def shown(look: Look, session: Session, qtbot: QtBot) -> InMeetings:
    made = InMeetings(look, session)
    qtbot.addWidget(made)
    return made


def rows(shown: InMeetings) -> list[str]:
    return [one.text() for one in shown.findChildren(PressRow)]


def test_who_was_in_no_meeting_has_no_such_part(shown: InMeetings, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        partner = edit.add(Partner(name="Inlet Motel"))
    shown.show_partner(partner.id)
    assert shown.isHidden()


def test_meetings_and_answers_stand_there_and_lead_on(shown: InMeetings, session: Session, qtbot: QtBot) -> None:
    with session.workspace.edit("Add") as edit:
        partner = edit.add(Partner(name="Inlet Motel"))
        first = edit.add(Meeting(name="First", on=date(2026, 3, 1), came=(partner.id,)))
        second = edit.add(Meeting(name="Second", on=date(2026, 5, 1)))
        edit.add(Meeting(name="Third", on=date(2026, 6, 1)))
        answer = edit.add(Answer(meeting=second.id, question="8", words="Ask the motel", partners=(partner.id,)))
    shown.show_partner(partner.id)
    assert [one.split(" · ")[0] for one in rows(shown)] == ["Second", "“Ask the motel” led to them", "Came to: First"]
    opened: list[tuple[str, str]] = []
    shown.open_requested.connect(lambda kind, thing: opened.append((kind, thing)))
    for one in shown.findChildren(PressRow):
        one.click()
    assert opened == [("meeting", second.id), ("answer", answer.id), ("meeting", first.id)]
