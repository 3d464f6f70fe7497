"""Talks with a partner: noted, changed, followed up, and named on Home in time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.model.partner import Partner
from app.model.talk import Talk
from app.ui.home.page import HomePage
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.who.talks import Talks
from app.ui.widgets import Button, CheckBox, PressRow, Words


@pytest.fixture
def partner(session: Session) -> Partner:
    with session.workspace.edit("Add", undoable=False) as edit:
        return edit.add(Partner(name="Band manager", group="elders"))


@pytest.fixture
def talks(look: Look, session: Session, partner: Partner, qtbot: QtBot) -> Talks:
    made = Talks(look, session)
    qtbot.addWidget(made)
    made.show_partner(partner.id)
    made.show()
    return made


def test_a_talk_is_noted_of_today_and_written_field_by_field(
    talks: Talks, session: Session, partner: Partner, qtbot: QtBot
) -> None:
    talks.add_button.click()
    field = talks.form.fields["said"]
    field.setFocus()
    qtbot.keyClicks(field.entry, "Can give the hall")
    talks.done.click()
    (talk,) = session.workspace.all(Talk)
    assert (talk.partner, talk.on, talk.said) == (partner.id, date.today(), "Can give the hall")
    assert talks.editor.isHidden()
    assert "Can give the hall" in [one.text() for one in talks.findChildren(Words) if not one.isHidden()]


def test_going_to_another_partner_keeps_what_is_being_typed(talks: Talks, session: Session, qtbot: QtBot) -> None:
    talks.add_button.click()
    qtbot.keyClicks(talks.form.fields["said"].entry, "Half a sentence")
    talks.show_partner("somebody else")
    assert [one.said for one in session.workspace.all(Talk)] == ["Half a sentence"]
    assert talks.talks() == []


def test_a_follow_up_is_ticked_and_undone(talks: Talks, session: Session, partner: Partner) -> None:
    with session.workspace.edit("Add") as edit:
        edit.add(Talk(partner=partner.id, next="Bring dates", by=date.today()))
    box = next(one for one in talks.findChildren(CheckBox) if not one.isHidden())
    box.setChecked(True)
    assert session.workspace.all(Talk)[0].done
    session.undo()
    assert not session.workspace.all(Talk)[0].done


def test_a_removed_partner_takes_the_talks_along_and_undo_brings_them_back(
    talks: Talks, session: Session, partner: Partner
) -> None:
    with session.workspace.edit("Add") as edit:
        edit.add(Talk(partner=partner.id, said="Yes"))
    with session.workspace.edit("Remove") as edit:
        edit.remove(Partner, partner.id)
    assert session.workspace.all(Talk) == []
    session.undo()
    assert [one.said for one in session.workspace.all(Talk)] == ["Yes"]


def test_home_names_who_is_due_with_what_was_said_and_leads_there(
    look: Look, session: Session, partner: Partner, qtbot: QtBot
) -> None:
    today = date.today()
    with session.workspace.edit("Add") as edit:
        edit.add(Talk(partner=partner.id, said="Likes it", next="Bring <b>dates</b>", by=today - timedelta(days=1)))
    names = Names()
    home = HomePage(look, session, names, lambda: datetime.now(UTC).astimezone())
    qtbot.addWidget(home)
    home.show()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in home.follow_ups.findChildren(PressRow)))
    row = next(one for one in home.follow_ups.findChildren(PressRow) if one.isVisible())
    assert row.text().startswith("Band manager: Bring <b>dates</b>")
    assert "late" in row.text()
    assert "Last time: Likes it" in [one.text() for one in home.follow_ups.findChildren(Words)]
    with qtbot.waitSignal(home.open_requested) as asked:
        row.click()
    assert asked.args == ["partner", partner.id]
    names.set_hidden(True)
    assert home.follow_ups.isHidden()


def test_without_follow_ups_home_has_no_card_for_them(look: Look, session: Session, qtbot: QtBot) -> None:
    home = HomePage(look, session, Names())
    qtbot.addWidget(home)
    assert home.follow_ups.isHidden()
    assert not [one for one in home.follow_ups.findChildren(Button) if not one.isHidden()]
