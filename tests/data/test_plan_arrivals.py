"""What a sheet proposes is taken into a real community file: as one edit, as far as it was ticked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.data.opening import create_workspace
from app.data.plan_arrivals import take_in
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.item import Item
from app.model.note import Note
from app.model.partner import Partner
from app.model.plan import Outline
from app.model.sheet import Spoilt
from app.model.sheet_found import FieldChange, MissingStep, NewStep, Proposal, safe
from tests.sheets import ITEMS, NOTES, PEOPLE, edited, found_in, here, rows_of, sheet_for


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = create_workspace(tmp_path / "Cedar Inlet.groundwork", Community(name="Cedar Inlet"))
    with made.edit("Begin", undoable=False) as edit:
        for one in (*PEOPLE, *ITEMS, *NOTES):
            edit.add(one)
    yield made
    made.close()


def take(workspace: Workspace, proposals: list[Proposal]) -> list[Spoilt]:
    with workspace.edit("Take in") as edit:
        return take_in(edit, proposals)


def whats(workspace: Workspace) -> list[str]:
    return [item.what for item, _depth in Outline(workspace.all(Item)).walk()]


def test_changes_come_in_and_what_the_sheet_does_not_hold_stays(workspace: Workspace):
    rows = edited(
        edited(rows_of(sheet_for()), "Book the hall", "By when", "2027-04-01"), "Book the hall", "Lead", "Ben Frank"
    )
    assert take(workspace, safe(found_in(rows).proposals())) == []
    hall = workspace.get(Item, "a1")
    assert hall is not None
    assert (hall.by, hall.lead, hall.origin, hall.notes) == (
        date(2027, 4, 1), "p2", "page:get-organized/who#words", "office only words",
    )  # fmt: skip
    assert workspace.all(Note) == list(NOTES)


def test_all_of_it_is_one_step_of_undo(workspace: Workspace):
    rows = edited(
        edited(rows_of(sheet_for()), "Book the hall", "By when", "2027-04-01"), "Ask the Elders", "What", "Asked"
    )
    take(workspace, safe(found_in(rows).proposals()))
    workspace.undo()
    assert sorted(workspace.all(Item), key=lambda one: one.id) == sorted(ITEMS, key=lambda one: one.id)


def test_new_rows_stand_where_they_stood_in_the_sheet(workspace: Workspace):
    rows = rows_of(sheet_for())
    one, two, three = ([""] * len(rows[0]) for _row in range(3))
    one[2], two[2], three[2] = "Rent chairs", "Carry chairs", "Say thanks"
    two[rows[0].index("Waits for")] = "Say thanks"
    found = found_in([*rows[:4], one, two, *rows[4:], three])
    take(workspace, safe(found.proposals()))
    assert whats(workspace) == [
        "Everyone knows a number to call", "Hold three evenings", "Book the hall", "Rent chairs", "Carry chairs",
        "Ask the Elders", "Young people travel safely", "+1 ride a week", "Say thanks",
    ]  # fmt: skip
    by_words = {item.what: item for item in workspace.all(Item)}
    assert by_words["Carry chairs"].waits_for == (by_words["Say thanks"].id,)


def test_a_whole_plan_of_another_community_keeps_its_outline(workspace: Workspace):
    rows = rows_of(sheet_for())
    with workspace.edit("Empty") as edit:
        edit.remove(Item, "g1")
        edit.remove(Item, "g2")
    take(workspace, safe(found_in(rows, here([])).proposals()))
    outline = Outline(workspace.all(Item))
    assert [(item.what, depth) for item, depth in outline.walk()] == [
        (item.what, depth) for item, depth in Outline(ITEMS).walk()
    ]


def test_a_new_step_whose_line_above_was_left_out_goes_to_the_nearest_that_is_there(workspace: Workspace):
    values = {"level": "action", "what": "Inner"}
    outer = NewStep("x1", "Outer", 9, {"level": "objective", "what": "Outer"}, "g1", None)
    inner = NewStep("x2", "Inner", 10, values, "x1", "")
    take(workspace, [inner])
    assert outer.item_id not in {item.id for item in workspace.all(Item)}
    step = workspace.get(Item, "x2")
    # Its line above is not even known here, so it comes to the top.
    assert step is not None
    assert step.parent == ""


def test_what_the_plan_refuses_is_listed_and_the_rest_comes_in(workspace: Workspace):
    bad = FieldChange("a1", "1.1.1 Book the hall", 4, "what", "x" * 900, "", "")
    good = FieldChange("a1", "1.1.1 Book the hall", 4, "by", date(2027, 4, 1), "", "")
    gone = FieldChange("nobody", "A step", 5, "what", "x", "", "")
    refused = take(workspace, [bad, good, gone])
    assert [one.line for one in refused] == [4, 5]
    hall = workspace.get(Item, "a1")
    assert hall is not None
    assert (hall.what, hall.by) == ("Book the hall", date(2027, 4, 1))


def test_a_step_is_taken_out_only_where_that_was_ticked(workspace: Workspace):
    take(workspace, [MissingStep("a2", "1.1.2 Ask the Elders"), MissingStep("a2", "again")])
    assert "Ask the Elders" not in whats(workspace)
    assert len(workspace.all(Partner)) == len(PEOPLE)
