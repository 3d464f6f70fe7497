"""The ways to begin that come with the program: sound, linked to pages that are there, and taken back in one step."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.data.library import Library
from app.data.starts import load_starts, take
from app.data.workspace import Workspace
from app.model.groups import groups_of
from app.model.item import Item
from app.model.origin import Origin
from app.model.plan import Outline
from app.model.plan_check import check_plan
from app.model.starts import Start, draft, length
from tests.data.reading_level import grade

RESOURCES = Path(__file__).parents[2] / "resources"
STARTS = load_starts(RESOURCES / "starts" / "en")
DAY = date(2026, 11, 30)

# What a start cannot know: who leads, and who of the community takes part.
FOR_PEOPLE = {"no-lead", "groups-without-part", "nothing-for-youth"}


@pytest.fixture(params=STARTS, ids=lambda one: one.id)
def start(request: pytest.FixtureRequest) -> Start:
    return request.param


def test_they_are_there_in_their_order() -> None:
    assert [one.id for one in STARTS] == ["seven-steps", "one-page", "years-plan", "awareness-week", "new-committee"]


def test_the_toolkits_seven_steps_are_seven() -> None:
    assert STARTS[0].steps == 7
    assert all(one.page for one in STARTS[0].lines)


def test_a_years_plan_has_twenty_steps_over_a_year() -> None:
    plan = next(one for one in STARTS if one.id == "years-plan")
    assert plan.steps == 20
    assert timedelta(days=330) <= length(plan) <= timedelta(days=366)


def test_every_page_that_is_named_is_there(start: Start) -> None:
    library = Library.load(RESOURCES / "toolkit" / "en")
    pages = [start.page, *(Origin.read(one.origin).thing for one in draft(start, DAY) if one.origin)]
    assert all(library.has(one) for one in pages)


def test_it_passes_the_test_of_the_plan_as_far_as_words_can(start: Start) -> None:
    found = check_plan(Outline(draft(start, DAY)), [], groups_of(), DAY - timedelta(days=200))
    assert {one.kind for one in found} - FOR_PEOPLE == set()


def test_it_is_easy_to_read(start: Start) -> None:
    lines = [start.about, *(f"{one.what}." for one in start.lines)]
    lines += [text for one in start.lines for text in one.texts.values()]
    assert grade(lines) <= 7


def test_it_is_put_behind_the_plan_as_one_edit(workspace: Workspace, start: Start) -> None:
    with workspace.edit("Add") as edit:
        mine = edit.add(Item(what="Our own"))
    with workspace.edit("Begin") as edit:
        made = take(edit, start, DAY)
    outline = Outline(workspace.all(Item))
    assert [item.what for item, _depth in outline.walk()] == ["Our own", *(one.what for one in start.lines)]
    assert len({one.id for one in made}) == len(start.lines)
    waits = [one for one in made if one.waits_for]
    assert all(outline.get(other) is not None for one in waits for other in one.waits_for)
    workspace.undo()
    assert workspace.all(Item) == [mine]
