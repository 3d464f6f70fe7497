"""What does not go together with others of its kind is refused at the one door, whoever asks."""

from __future__ import annotations

from datetime import date

import pytest

from app.data.workspace import Workspace
from app.model.item import Item
from app.model.trouble import Refused


def test_a_circle_is_refused_and_nothing_changes(workspace: Workspace) -> None:
    with workspace.edit("Add") as edit:
        one = edit.add(Item(what="Ask"))
        other = edit.add(Item(what="Print", waits_for=(one.id,)))
    with pytest.raises(Refused, match="“Print” already waits for “Ask”"), workspace.edit("Change") as edit:
        edit.change(Item, one.id, waits_for=(other.id,))
    assert workspace.get(Item, one.id) == one


def test_a_circle_made_within_one_edit_is_refused(workspace: Workspace) -> None:
    with workspace.edit("Add") as edit:
        ids = [edit.add(Item(what=what)).id for what in "abc"]
    with pytest.raises(Refused), workspace.edit("Change") as edit:
        for one, other in zip(ids, [*ids[1:], ids[0]], strict=True):
            edit.change(Item, one, waits_for=(other,))
    assert all(not one.waits_for for one in workspace.all(Item))


def test_a_circle_that_two_copies_brought_in_can_be_changed_and_opened_again(workspace: Workspace) -> None:
    with workspace.edit("Add") as edit:
        one, other = edit.add(Item(what="One")), edit.add(Item(what="Other"))
        # As a merge would: below the door.
        for item, waits_for in ((one, other), (other, one)):
            edit._history.put(Item, item.id, "waits_for", (waits_for.id,))
    with workspace.edit("Rename") as edit:
        edit.change(Item, one.id, what="Renamed", waits_for=(other.id,))
        edit.change(Item, other.id, waits_for=())
    assert [item.waits_for for item in workspace.all(Item)] == [(other.id,), ()]


def test_another_rhythm_begins_anew(workspace: Workspace) -> None:
    with workspace.edit("Add") as edit:
        item = edit.add(Item(what="Ring", repeats="monthly", series="first", began=date(2026, 1, 31)))
    with workspace.edit("Change") as edit:
        assert edit.change(Item, item.id, repeats="weekly").began is None
    assert workspace.undo()
    assert workspace.get(Item, item.id) == item
