"""Edits of the plan by name, on the real file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.data import plan
from app.data.edit import Edit
from app.data.workspace import Workspace
from app.model.item import Item
from app.model.plan import Outline
from app.model.trouble import Refused


@pytest.fixture
def items(workspace: Workspace) -> dict[str, Item]:
    """Goal > objective > one, two, three; and a second goal."""
    with workspace.edit("Add") as edit:
        goal = edit.add(Item(what="goal", level="goal"))
        objective = edit.add(Item(what="objective", level="objective", parent=goal.id))
        steps = [edit.add(Item(what=what, parent=objective.id)) for what in ("one", "two", "three")]
        other = edit.add(Item(what="other", level="goal"))
    return {one.what: one for one in (goal, objective, *steps, other)}


def shape(workspace: Workspace) -> list[tuple[str, str, int]]:
    return [(item.what, item.level, depth) for item, depth in Outline(workspace.all(Item)).walk()]


def do(workspace: Workspace, change: Callable[[Edit, Outline], object]) -> object:
    outline = Outline(workspace.all(Item))
    with workspace.edit("Change") as edit:
        return change(edit, outline)


def names(workspace: Workspace) -> list[str]:
    return [what for what, _level, _depth in shape(workspace)]


def test_a_new_step_stands_beside_the_current_step(workspace: Workspace, items: dict[str, Item]) -> None:
    do(workspace, lambda edit, outline: plan.add_after(edit, outline, items["one"]))
    assert names(workspace) == ["goal", "objective", "one", "", "two", "three", "other"]


def test_a_new_step_on_an_objective_becomes_its_first(workspace: Workspace, items: dict[str, Item]) -> None:
    do(workspace, lambda edit, outline: plan.add_after(edit, outline, items["objective"]))
    assert shape(workspace)[2] == ("", "action", 2)


def test_a_new_objective_on_a_step_stands_behind_the_steps_objective(
    workspace: Workspace, items: dict[str, Item]
) -> None:
    do(workspace, lambda edit, outline: plan.add_after(edit, outline, items["two"], level="objective"))
    assert names(workspace) == ["goal", "objective", "one", "two", "three", "", "other"]
    assert shape(workspace)[5] == ("", "objective", 1)


def test_a_new_step_without_a_current_line_stands_last(workspace: Workspace, items: dict[str, Item]) -> None:
    do(workspace, lambda edit, outline: plan.add_after(edit, outline, None))
    assert shape(workspace)[-1] == ("", "action", 0)


def test_moving_in_puts_a_step_below_the_one_above(workspace: Workspace, items: dict[str, Item]) -> None:
    assert do(workspace, lambda edit, outline: plan.indent(edit, outline, items["two"]))
    assert shape(workspace)[3] == ("two", "action", 3)


def test_the_first_of_its_siblings_cannot_move_in(workspace: Workspace, items: dict[str, Item]) -> None:
    assert not do(workspace, lambda edit, outline: plan.indent(edit, outline, items["one"]))


def test_a_goal_below_a_goal_becomes_an_objective_and_its_branch_follows(
    workspace: Workspace, items: dict[str, Item]
) -> None:
    do(workspace, lambda edit, outline: plan.place(edit, outline, items["goal"], items["other"].id, None))
    assert shape(workspace)[:3] == [("other", "goal", 0), ("goal", "objective", 1), ("objective", "action", 2)]


def test_moving_out_puts_a_step_behind_the_one_it_stood_below(workspace: Workspace, items: dict[str, Item]) -> None:
    assert do(workspace, lambda edit, outline: plan.outdent(edit, outline, items["two"]))
    assert names(workspace) == ["goal", "objective", "one", "three", "two", "other"]
    assert shape(workspace)[4] == ("two", "action", 1)


def test_what_stands_at_the_top_cannot_move_out(workspace: Workspace, items: dict[str, Item]) -> None:
    assert not do(workspace, lambda edit, outline: plan.outdent(edit, outline, items["goal"]))


@pytest.mark.parametrize(
    ("what", "steps", "order"),
    [("two", -1, ["two", "one", "three"]), ("two", 1, ["one", "three", "two"]), ("three", -1, ["one", "three", "two"])],
)
def test_moving_up_and_down(
    workspace: Workspace, items: dict[str, Item], what: str, steps: int, order: list[str]
) -> None:
    assert do(workspace, lambda edit, outline: plan.move_by(edit, outline, items[what], steps))
    assert names(workspace)[2:5] == order


def test_moving_stops_at_either_end(workspace: Workspace, items: dict[str, Item]) -> None:
    assert not do(workspace, lambda edit, outline: plan.move_by(edit, outline, items["one"], -1))
    assert not do(workspace, lambda edit, outline: plan.move_by(edit, outline, items["three"], 1))


def test_a_branch_cannot_be_put_into_itself(workspace: Workspace, items: dict[str, Item]) -> None:
    before = shape(workspace)
    with pytest.raises(Refused):
        do(workspace, lambda edit, outline: plan.place(edit, outline, items["goal"], items["two"].id, None))
    assert shape(workspace) == before
