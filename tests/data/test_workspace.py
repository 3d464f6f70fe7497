"""The one door: edits as a whole or not at all, undone and done again, announced once they are on the disk."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.data.check import check_file
from app.data.opening import create_workspace, open_workspace
from app.data.workspace import Changes, Workspace
from app.model.community import COMMUNITY_ID, Community
from app.model.item import Item
from app.model.partner import Partner
from app.model.tie import Tie
from app.model.trouble import Gone, NotThere, Refused


def add(workspace: Workspace, *names: str) -> list[Partner]:
    with workspace.edit("Add partner") as edit:
        return [edit.add(Partner(name=name)) for name in names]


def plan(workspace: Workspace) -> list[tuple[str, str]]:
    items = {one.id: one for one in workspace.all(Item)}
    return [(items[one.parent].what if one.parent else "", one.what) for one in items.values()]


def test_a_new_file_holds_its_community(workspace: Workspace) -> None:
    assert [one.name for one in workspace.all(Community)] == ["Cedar Inlet"]


def test_what_was_added_is_there_after_closing_and_opening(workspace: Workspace, file: Path) -> None:
    (partner,) = add(workspace, "hən̓q̓əmin̓əm̓ teacher")
    workspace.close()
    again = open_workspace(file)
    assert again.all(Partner) == [partner]
    again.close()


def test_every_field_of_every_type_comes_back_as_it_went_in(workspace: Workspace, file: Path) -> None:
    with workspace.edit("Add") as edit:
        partner = edit.add(
            Partner(
                name="Sm’algya̱x circle",
                languages=("Sm’algya̱x", "English"),
                interest=5,
                skills="One line\nand another",
                consent_asked=datetime(2026, 11, 3, tzinfo=UTC).date(),
                sees={"phone": "committee"},
            )
        )
    workspace.close()
    again = open_workspace(file)
    assert again.get(Partner, partner.id) == partner
    again.close()


def test_a_refused_edit_changes_nothing(workspace: Workspace) -> None:
    (partner,) = add(workspace, "Chamber")
    with pytest.raises(Refused), workspace.edit("Two things") as edit:
        edit.change(Partner, partner.id, role="Office")
        edit.change(Partner, partner.id, name="x" * 10_000)
    assert workspace.get(Partner, partner.id) == partner
    assert workspace.undo_label == "Add partner"


def test_an_edit_that_fails_on_the_way_is_not_announced(workspace: Workspace) -> None:
    heard: list[Changes] = []
    workspace.listen(heard.append)
    with pytest.raises(ZeroDivisionError), workspace.edit("Add") as edit:
        edit.add(Partner(name="Half"))
        _ = 1 / 0
    assert not heard
    assert workspace.all(Partner) == []


def test_after_a_failed_edit_the_next_one_works(workspace: Workspace) -> None:
    with pytest.raises(Refused), workspace.edit("Add") as edit:
        edit.add(Partner(name=""))
    add(workspace, "Whole")
    assert [one.name for one in workspace.all(Partner)] == ["Whole"]


def test_an_edit_announces_exactly_what_changed_and_who_did_it(workspace: Workspace) -> None:
    first, second = add(workspace, "A", "B")
    heard: list[Changes] = []
    workspace.listen(heard.append)
    me = object()
    with workspace.edit("Rename partner", by=me) as edit:
        edit.change(Partner, first.id, name="C")
        edit.change(Partner, second.id, name="B")
    (changes,) = heard
    assert changes.by is me
    assert [(one.before, one.after) for one in changes.of(Partner)] == [(first, workspace.get(Partner, first.id))]


def test_who_stopped_listening_hears_nothing(workspace: Workspace) -> None:
    heard: list[Changes] = []
    stop = workspace.listen(heard.append)
    stop()
    add(workspace, "A")
    assert not heard


def test_an_edit_that_changes_nothing_leaves_no_trace(workspace: Workspace) -> None:
    (partner,) = add(workspace, "A")
    with workspace.edit("Nothing") as edit:
        edit.change(Partner, partner.id, name="A")
    assert workspace.undo_label == "Add partner"


def test_undo_names_the_edit_and_takes_it_back(workspace: Workspace) -> None:
    (partner,) = add(workspace, "Chamber")
    with workspace.edit("Rename partner") as edit:
        edit.change(Partner, partner.id, name="Chamber of Commerce")
    assert workspace.undo_label == "Rename partner"
    workspace.undo()
    assert workspace.get(Partner, partner.id) == partner
    assert workspace.redo_label == "Rename partner"


def test_redo_does_it_again(workspace: Workspace) -> None:
    (partner,) = add(workspace, "Chamber")
    workspace.undo()
    assert workspace.all(Partner) == []
    workspace.redo()
    assert workspace.all(Partner) == [partner]


def test_a_new_edit_ends_what_could_be_done_again(workspace: Workspace) -> None:
    add(workspace, "A")
    workspace.undo()
    add(workspace, "B")
    assert workspace.redo_label is None


def test_undo_works_after_closing_and_opening(workspace: Workspace, file: Path) -> None:
    add(workspace, "A")
    add(workspace, "B")
    workspace.undo()
    workspace.close()
    again = open_workspace(file)
    assert (again.undo_label, again.redo_label) == ("Add partner", "Add partner")
    again.undo()
    assert again.all(Partner) == []
    again.close()


def test_the_community_itself_cannot_be_undone(workspace: Workspace) -> None:
    assert not workspace.undo()
    assert workspace.get(Community, COMMUNITY_ID) is not None


def test_typing_in_one_field_is_undone_in_one_go(workspace: Workspace) -> None:
    (partner,) = add(workspace, "A")
    for name in ("Ab", "Abc", "Abcd"):
        with workspace.edit("Rename partner", typing=("partner", partner.id, "name")) as edit:
            edit.change(Partner, partner.id, name=name)
    workspace.undo()
    assert workspace.get(Partner, partner.id) == partner


def test_typing_after_a_pause_is_a_step_of_its_own(file: Path) -> None:
    now = [datetime(2026, 11, 24, tzinfo=UTC)]
    workspace = create_workspace(file, Community(name="C"), clock=lambda: now[0])
    (partner,) = add(workspace, "A")
    for name in ("Ab", "Abc"):
        now[0] += timedelta(seconds=30)
        with workspace.edit("Rename partner", typing="name") as edit:
            edit.change(Partner, partner.id, name=name)
    workspace.undo()
    found = workspace.get(Partner, partner.id)
    workspace.close()
    assert found is not None
    assert found.name == "Ab"


def test_typing_that_changed_nothing_is_not_joined_by_what_is_typed_next(workspace: Workspace) -> None:
    (partner,) = add(workspace, "A")
    for name in ("A", "Ab"):
        with workspace.edit("Rename partner", typing="name") as edit:
            edit.change(Partner, partner.id, name=name)
    assert workspace.undo_label == "Rename partner"
    workspace.undo()
    assert workspace.all(Partner) == [partner]


def test_removing_a_partner_takes_their_ties_and_frees_their_steps(workspace: Workspace) -> None:
    first, second = add(workspace, "A", "B")
    with workspace.edit("Add") as edit:
        edit.add(Tie(from_partner=first.id, to_partner=second.id))
        step = edit.add(Item(what="Book the hall", lead=first.id, helpers=(first.id, second.id)))
    with workspace.edit("Remove partner") as edit:
        edit.remove(Partner, first.id)
    found = workspace.get(Item, step.id)
    assert workspace.all(Tie) == []
    assert found is not None
    assert (found.lead, found.helpers) == ("", (second.id,))


def test_undoing_a_removal_brings_back_all_of_it(workspace: Workspace) -> None:
    first, second = add(workspace, "A", "B")
    with workspace.edit("Add") as edit:
        edit.add(Tie(from_partner=first.id, to_partner=second.id))
        edit.add(Item(what="Book the hall", lead=first.id))
    before = (workspace.all(Partner), workspace.all(Tie), workspace.all(Item))
    with workspace.edit("Remove partner") as edit:
        edit.remove(Partner, first.id)
    workspace.undo()
    assert (workspace.all(Partner), workspace.all(Tie), workspace.all(Item)) == before


def test_changing_what_is_gone_says_so(workspace: Workspace) -> None:
    with pytest.raises(Gone), workspace.edit("Rename") as edit:
        edit.change(Partner, "nobody", name="A")


def test_a_link_to_nobody_is_refused(workspace: Workspace) -> None:
    with pytest.raises(Gone), workspace.edit("Add") as edit:
        edit.add(Item(what="Step", lead="nobody"))


def test_a_tie_to_oneself_is_refused(workspace: Workspace) -> None:
    (partner,) = add(workspace, "A")
    with pytest.raises(Refused), workspace.edit("Add") as edit:
        edit.add(Tie(from_partner=partner.id, to_partner=partner.id))


def test_items_keep_the_order_in_which_they_were_placed(workspace: Workspace) -> None:
    with workspace.edit("Add") as edit:
        goal = edit.add(Item(what="Goal", level="goal"))
        first = edit.add(Item(what="1", parent=goal.id))
        edit.add(Item(what="3", parent=goal.id))
        edit.add(Item(what="2", parent=goal.id), after=first.id)
        edit.add(Item(what="0", parent=goal.id), after="")
    assert plan(workspace) == [("", "Goal"), ("Goal", "0"), ("Goal", "1"), ("Goal", "2"), ("Goal", "3")]


def test_moving_several_steps_at_once_is_undone_exactly(workspace: Workspace) -> None:
    with workspace.edit("Add") as edit:
        goal = edit.add(Item(what="Goal", level="goal"))
        steps = [edit.add(Item(what=str(n))) for n in range(4)]
    before = plan(workspace)
    with workspace.edit("Move steps") as edit:
        for step in steps[1:]:
            edit.move(Item, step.id, goal.id)
    assert [what for parent, what in plan(workspace) if parent == "Goal"] == ["1", "2", "3"]
    workspace.undo()
    assert plan(workspace) == before


def test_a_step_cannot_be_moved_below_itself(workspace: Workspace) -> None:
    with workspace.edit("Add") as edit:
        above = edit.add(Item(what="above"))
        below = edit.add(Item(what="below", parent=above.id))
    with pytest.raises(Refused), workspace.edit("Move") as edit:
        edit.move(Item, above.id, below.id)
    assert plan(workspace) == [("", "above"), ("above", "below")]


def test_removing_a_goal_removes_its_branch_and_undo_brings_it_back(workspace: Workspace) -> None:
    with workspace.edit("Add") as edit:
        goal = edit.add(Item(what="Goal", level="goal"))
        step = edit.add(Item(what="Step", parent=goal.id))
        edit.add(Item(what="Part", parent=step.id))
    before = plan(workspace)
    with workspace.edit("Remove goal") as edit:
        edit.remove(Item, goal.id)
    assert plan(workspace) == []
    workspace.undo()
    assert plan(workspace) == before


def test_an_edit_inside_an_edit_is_a_bug(workspace: Workspace) -> None:
    with pytest.raises(RuntimeError), workspace.edit("Outer"), workspace.edit("Inner"):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move or remove an open file")
@pytest.mark.parametrize("lost", ["removed", "moved", "replaced"])
def test_an_edit_of_a_file_that_is_no_longer_there_is_not_said_to_be_saved(
    workspace: Workspace, file: Path, lost: str
) -> None:
    add(workspace, "A")
    moved = file.rename(file.with_name("moved.groundwork"))
    if lost == "removed":
        moved.unlink()
    if lost == "replaced":
        shutil.copy(moved, file)
    with pytest.raises(NotThere):
        add(workspace, "B")
    with pytest.raises(NotThere):
        workspace.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move or remove an open file")
def test_a_file_that_was_moved_while_it_was_open_keeps_what_was_saved_before(workspace: Workspace, file: Path) -> None:
    add(workspace, "A")
    moved = file.rename(file.with_name("moved.groundwork"))
    with pytest.raises(NotThere):
        workspace.close()
    again = open_workspace(moved)
    assert [one.name for one in again.all(Partner)] == ["A"]
    again.close()


def test_a_list_that_was_not_read_to_its_end_does_not_stand_in_the_way_of_closing(workspace: Workspace) -> None:
    add(workspace, *(f"Partner {n}" for n in range(50)))
    rows = workspace._connection.db.query("SELECT * FROM partner")
    next(rows)
    workspace.close()
    assert [one.name for one in workspace.path.parent.iterdir()] == [workspace.path.name]


def test_after_a_close_there_is_one_file_and_nothing_beside_it(workspace: Workspace, file: Path) -> None:
    add(workspace, "A")
    workspace.close()
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_many_edits_leave_a_sound_file_with_a_snapshot(workspace: Workspace, file: Path) -> None:
    (partner,) = add(workspace, "A")
    for n in range(230):
        with workspace.edit("Rename partner") as edit:
            edit.change(Partner, partner.id, name=f"A{n}", skills=f"Skill {n}")
    workspace.close()
    again = open_workspace(file)
    with again.edit("Rename partner") as edit:
        edit.change(Partner, partner.id, name="B")
    again.close()
    assert check_file(file) == []


def test_the_newest_edit_is_known_after_opening_again(file: Path) -> None:
    late = datetime(2030, 5, 1, 9, tzinfo=UTC)
    workspace = create_workspace(file, Community(name="C"), clock=lambda: late)
    assert workspace.newest_edit == late
    workspace.close()
    again = open_workspace(file)
    assert again.newest_edit == late
    again.close()
