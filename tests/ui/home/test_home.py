"""Home says how the community stands today, and each thing on it leads somewhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.model.groups import GROUPS
from app.model.item import Item
from app.model.partner import Partner
from app.model.reflection import Answer, Meeting
from app.ui.home.page import HomePage
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Button, Chip, IconButton, PressRow, Words

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.fixture
def home(look: Look, session: Session, qtbot: QtBot) -> HomePage:
    page = HomePage(look, session, Names(), lambda: NOW)
    qtbot.addWidget(page)
    page.show()
    return page


def words(page: HomePage) -> str:
    return "\n".join(one.text() for one in page.findChildren(Words) if not one.isHidden())


def test_it_greets_and_names_community_and_day(home: HomePage) -> None:
    assert home.header.title.text() == "Good morning"
    assert "Cedar Inlet stands on Tuesday, 24 November" in home.header.line.text()


def test_with_no_steps_it_says_so_kindly(home: HomePage) -> None:
    assert "There are no steps yet." in words(home)


def test_late_steps_come_first_and_say_how_late(home: HomePage, session: Session) -> None:
    today = NOW.date()
    with session.workspace.edit("Add") as edit:
        edit.add(Item(what="Later", by=today + timedelta(days=30)))
        edit.add(Item(what="Late", by=today - timedelta(days=2)))
    chips = [one.text() for one in home.steps.findChildren(Chip) if not one.isHidden()]
    assert chips[:2] == ["1 step is late", "2 days late"]


def test_a_press_on_the_ring_marks_a_step_done(home: HomePage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        item = edit.add(Item(what="Book the hall"))
    ring = next(one for one in home.steps.findChildren(IconButton) if "Book the hall" in one.accessibleName())
    ring.click()
    found = session.workspace.get(Item, item.id)
    assert found is not None
    assert found.status == "done"
    assert session.workspace.undo_label == "Mark step as done"


def test_a_repeating_step_marked_done_has_its_next_one_below(home: HomePage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        edit.add(Item(what="Ring the numbers", by=NOW.date(), repeats="weekly"))
    ring = next(one for one in home.steps.findChildren(IconButton) if "Ring the numbers" in one.accessibleName())
    ring.click()
    assert [one.by for one in session.workspace.all(Item)] == [NOW.date(), NOW.date() + timedelta(days=7)]


def test_missing_groups_stand_there_in_words(home: HomePage) -> None:
    chips = [one.text() for one in home.missing.findChildren(Chip) if not one.isHidden()]
    assert chips == [group.label for group in GROUPS]


def test_when_every_group_has_someone_it_says_so(home: HomePage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        for group in GROUPS:
            edit.add(Partner(name=group.label, group=group.key))
    assert "Every group of the circle has someone" in words(home)


def test_a_gap_becomes_a_step_that_remembers_it(home: HomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.step_requested) as asked:
        home.missing.step.click()
    assert asked.args == ["Ask someone from: Chief and Council", "gap:chief-and-council"]


def test_a_gap_leads_to_adding_somebody(home: HomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.partner_requested) as asked:
        home.missing.someone.click()
    assert asked.args == ["chief-and-council"]


def test_markup_in_a_step_is_shown_as_it_was_typed(home: HomePage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        edit.add(Item(what="<b>Bold</b> & <script>"))
    assert "<b>Bold</b> & <script>" in words(home)


def test_every_control_has_a_name(home: HomePage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        edit.add(Item(what="Book the hall"))
    buttons = [one for one in home.findChildren(Button) if one.isVisible()]
    assert buttons
    assert all(one.accessibleName() or one.text() for one in buttons)


def test_late_and_soon_are_counted_also_where_they_find_no_room(home: HomePage, session: Session) -> None:
    today = NOW.date()
    with session.workspace.edit("Add") as edit:
        for number in range(9):
            edit.add(Item(what="Late", by=today - timedelta(days=number + 1)))
        edit.add(Item(what="Soon", by=today + timedelta(days=2)))
    chips = [one.text() for one in home.steps.findChildren(Chip) if not one.isHidden()]
    assert chips[:2] == ["9 steps are late", "1 is due in the next 7 days"]
    assert [one.text() for one in home.steps.findChildren(PressRow)] == ["5 more steps in the plan"]


def test_what_is_to_be_looked_at_again_stands_there_and_leads_to_it(
    home: HomePage, session: Session, qtbot: QtBot
) -> None:
    assert home.reviews.isHidden()
    with session.workspace.edit("Add") as edit:
        item = edit.add(Item(what="The agreement", review=NOW.date() + timedelta(days=2)))
    row = home.reviews.findChildren(PressRow)[0]
    assert row.text() == "The agreement (by 26 Nov)"
    with qtbot.waitSignal(home.open_requested) as asked:
        row.click()
    assert asked.args == ["item", item.id]


def test_what_changed_since_the_last_time_is_one_line_that_leads_there(
    look: Look, session: Session, qtbot: QtBot
) -> None:
    now = datetime.now().astimezone()
    page = HomePage(look, session, Names(), lambda: now, now - timedelta(days=30))
    qtbot.addWidget(page)
    page.show()
    assert page.since.isHidden()
    with session.workspace.edit("Add") as edit:
        edit.add(Item(what="Book the hall"))
    assert page.since.said.endswith(": 1 added")
    with qtbot.waitSignal(page.changes_requested):
        page.since.findChildren(PressRow)[0].click()


def test_at_the_first_time_nothing_is_said_of_a_last_one(home: HomePage, session: Session) -> None:
    with session.workspace.edit("Add") as edit:
        edit.add(Item(what="Book the hall"))
    assert home.since.isHidden()


def test_the_journey_says_when_the_next_meeting_is_and_else_how_much_was_said(home: HomePage, session: Session) -> None:
    stop = home.journey._stops["reflect"]
    assert stop.accessibleName() == "Reflect: No meeting yet"
    with session.workspace.edit("Add") as edit:
        meeting = edit.add(Meeting(name="First", on=NOW.date() - timedelta(days=3)))
        edit.add(Answer(meeting=meeting.id, question="8", words="Schools"))
    assert stop.accessibleName() == "Reflect: 1 answer so far"
    with session.workspace.edit("Add") as edit:
        edit.add(Meeting(name="Second", on=NOW.date() + timedelta(days=8)))
    assert stop.accessibleName() == "Reflect: Next meeting 2 Dec"


def meeting_rows(home: HomePage) -> list[str]:
    return [one.text() for one in home.meetings.findChildren(PressRow) if not one.isHidden()]


def test_without_a_meeting_nothing_is_said_of_one(home: HomePage) -> None:
    assert home.meetings.isHidden()


def test_the_meeting_that_comes_first_is_named_with_its_place(home: HomePage, session: Session) -> None:
    today = NOW.date()
    with session.workspace.edit("Add") as edit:
        edit.add(Meeting(name="Later", on=today + timedelta(days=20)))
        edit.add(Meeting(name="Soon", on=today, place="Community hall"))
    assert meeting_rows(home) == ["Next: Soon (today)"]
    assert "Where: Community hall" in words(home)


def test_the_last_meeting_says_what_it_led_to(home: HomePage, session: Session) -> None:
    today = NOW.date()
    with session.workspace.edit("Add") as edit:
        edit.add(Meeting(name="Long ago", on=today - timedelta(days=90)))
        last = edit.add(Meeting(name="First talk", on=today - timedelta(days=3)))
        step = edit.add(Item(what="Ask the school"))
        edit.add(Answer(meeting=last.id, question="8", words="Schools", items=(step.id,)))
    assert len(meeting_rows(home)) == 1
    assert meeting_rows(home)[0].startswith("Last: First talk (")
    assert "It led to: 1 answer, 1 step" in words(home)


def test_a_meeting_is_opened_from_home(home: HomePage, session: Session, qtbot: QtBot) -> None:
    with session.workspace.edit("Add") as edit:
        made = edit.add(Meeting(name="Soon", on=NOW.date()))
    with qtbot.waitSignal(home.open_requested) as told:
        next(iter(home.meetings.findChildren(PressRow))).click()
    assert told.args == ["meeting", made.id]
