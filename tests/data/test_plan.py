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


def test_a_goal_below_a_goal_becomes_an_objective_and_its_branch_follows(
    workspace: Workspace, items: dict[str, Item]
) -> None:
    do(workspace, lambda edit, outline: plan.place(edit, outline, items["goal"], items["other"].id, None))
    assert shape(workspace)[:3] == [("other", "goal", 0), ("goal", "objective", 1), ("objective", "action", 2)]


def test_a_branch_cannot_be_put_into_itself(workspace: Workspace, items: dict[str, Item]) -> None:
    before = shape(workspace)
    with pytest.raises(Refused):
        do(workspace, lambda edit, outline: plan.place(edit, outline, items["goal"], items["two"].id, None))
    assert shape(workspace) == before
