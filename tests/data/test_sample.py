"""The invented community leads nowhere that is not there, and to nobody who is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.data.groups import groups_in
from app.data.library import Library
from app.data.sample import create_sample
from app.data.workspace import Workspace
from app.model.item import STATUSES, Item
from app.model.local_line import LocalLine
from app.model.mark import Mark
from app.model.note import Note, notes_on
from app.model.origin import PAGE, Origin
from app.model.page import plain_text
from app.model.partner import Partner
from app.model.placing import place
from app.model.plan import Outline, days_late
from app.model.plan_check import check_plan
from app.model.reflection import Answer, Meeting, Question, asked_in
from app.model.waiting import Waiting

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = create_sample(tmp_path_factory.mktemp("sample") / "a.groundwork", RESOURCES / "sample" / "sample.toml")
    yield made
    made.close()


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load(RESOURCES / "toolkit" / "en")


def test_every_mark_stands_on_words_that_are_there(sample: Workspace, library: Library):
    marks = sample.all(Mark)
    assert {bool(one.note) for one in marks} == {True, False}
    for mark in marks:
        text = plain_text(library.page(mark.page))
        assert not mark.quote or place(mark, text) is not None


def test_every_origin_leads_to_a_page(sample: Workspace, library: Library):
    origins = [Origin.read(one.origin) for kind in (Item, Partner) for one in sample.all(kind)]
    pages = [one for one in origins if one.sort == PAGE]
    assert pages
    assert all(library.has(one.thing) for one in pages)


def test_no_number_of_the_sample_is_anybodys(sample: Workspace):
    lines = sample.all(LocalLine)
    assert lines
    assert all("-555-01" in one.number for one in lines)


def test_the_plan_shows_all_that_a_plan_can_hold(sample: Workspace):
    items = sample.all(Item)
    steps = [one for one in items if one.level == "action"]
    today = date.today()
    assert 28 <= len(steps) <= 34
    assert {one.status for one in steps} == {one.key for one in STATUSES}
    assert {one.repeats for one in steps} >= {"weekly", "monthly", "quarterly"}
    assert sum(one.cost or 0 for one in steps) > 1_000
    assert any(days_late(one, today) for one in steps)
    assert any(Waiting(items).open_for(one.id) for one in steps)
    notes = sample.all(Note)
    assert any(len(notes_on(notes, one.id)) == 2 for one in steps)


def test_steps_that_repeat_have_brought_their_next_one(sample: Workspace):
    items = {one.id: one for one in sample.all(Item)}
    rows = [one for one in items.values() if one.series]
    assert rows
    assert all(items[one.series].status == "done" and one.status == "not-started" for one in rows)


def test_the_test_of_the_plan_finds_a_little_and_nothing_that_cannot_be(sample: Workspace):
    found = check_plan(Outline(sample.all(Item)), sample.all(Partner), groups_in(sample), date.today())
    kinds = {one.kind for one in found}
    assert {"late", "no-lead", "groups-without-part"} <= kinds
    assert not kinds & {"circle", "clock", "no-words", "no-safety", "nothing-for-youth"}


def test_one_meeting_was_held_and_its_answers_led_to_steps_and_partners(sample: Workspace):
    held, coming = sorted(sample.all(Meeting), key=lambda one: one.on or date.max)
    assert held.is_held(date.today())
    assert not coming.is_held(date.today())
    answers = sample.all(Answer)
    assert {one.meeting for one in answers} == {held.id}
    assert {one.question for one in answers} == {one.key for one in asked_in(held, ())}
    assert asked_in(coming, sample.all(Question))[-1].number == 0
    assert any(one.agreed for one in answers)
    for kind, name in ((Item, "items"), (Partner, "partners")):
        led = [(one.question, thing) for one in answers for thing in getattr(one, name)]
        assert len(led) >= 2
        for question, thing in led:
            record = sample.get(kind, thing)
            assert record is not None
            # A card may lead to somebody who was in the circle before.
            assert record.origin in ("", f"question:{question}")
