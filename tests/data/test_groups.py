"""Groups of the community's own in the file, and partners made one."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.data.check import check_file
from app.data.doubles import merge_partners
from app.data.groups import groups_in
from app.data.opening import create_workspace
from app.data.workspace import Workspace
from app.model.community import COMMUNITY_ID, Community
from app.model.groups import Group
from app.model.item import Item
from app.model.partner import Partner
from app.model.talk import Talk
from app.model.tie import Tie
from app.model.trouble import Gone


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "c.groundwork", Community(name="Cedar Inlet"))


def test_a_partner_can_be_in_a_group_of_the_communitys_own(workspace: Workspace) -> None:
    with workspace.edit("Add") as edit:
        group = edit.add(Group(name="Fishing crews"))
        edit.add(Partner(id="p", name="Skipper", group=group.id))
        edit.change(Community, COMMUNITY_ID, group_order=(group.id,))
    assert groups_in(workspace).all[0].label == "Fishing crews"
    path = workspace.path
    workspace.close()
    assert check_file(path) == []


def test_a_group_that_is_not_there_is_refused(workspace: Workspace) -> None:
    with pytest.raises(Gone), workspace.edit("Add") as edit:
        edit.add(Partner(name="Skipper", group="nowhere"))
    workspace.close()


def test_removing_an_own_group_frees_its_partners_and_undo_brings_both_back(workspace: Workspace) -> None:
    with workspace.edit("Add") as edit:
        group = edit.add(Group(name="Fishing crews"))
        edit.add(Partner(id="p", name="Skipper", group=group.id))
    with workspace.edit("Remove") as edit:
        edit.remove(Group, group.id)
    freed = workspace.get(Partner, "p")
    workspace.undo()
    back = workspace.get(Partner, "p")
    workspace.close()
    assert freed is not None
    assert back is not None
    assert (freed.group, back.group) == ("", group.id)


def test_taking_back_what_was_said_of_a_toolkits_group_leaves_its_partners_there(workspace: Workspace) -> None:
    with workspace.edit("Add") as edit:
        edit.add(Group(id="elders", name="Knowledge Keepers"))
        edit.add(Partner(id="p", name="Elder", group="elders"))
    with workspace.edit("Remove") as edit:
        edit.remove(Group, "elders")
    kept = workspace.get(Partner, "p")
    workspace.close()
    assert kept is not None
    assert kept.group == "elders"


def test_all_that_named_the_second_of_two_names_the_first_once_and_undo_parts_them(workspace: Workspace) -> None:
    with workspace.edit("Add") as edit:
        for key in ("a", "b", "c"):
            edit.add(Partner(id=key, name=key))
        edit.add(Tie(id="ab", from_partner="a", to_partner="b"))
        edit.add(Tie(id="ac", from_partner="a", to_partner="c"))
        edit.add(Tie(id="bc", from_partner="b", to_partner="c"))
        edit.add(Tie(id="cb", from_partner="c", to_partner="b", sort="trusts"))
        edit.add(Item(id="i", what="Call", lead="b", helpers=("a", "b", "c")))
        edit.add(Talk(id="t", partner="b", said="Yes"))
    before = [workspace.all(kind) for kind in (Partner, Tie, Item, Talk)]
    with workspace.edit("Make one") as edit:
        merge_partners(edit, workspace.all(Tie), "a", "b", {"role": "Nurse"})
    assert {(one.from_partner, one.to_partner, one.sort) for one in workspace.all(Tie)} == {
        ("a", "c", "works-with"),
        ("c", "a", "trusts"),
    }
    item, talk = workspace.get(Item, "i"), workspace.get(Talk, "t")
    assert item is not None
    assert talk is not None
    assert (item.lead, item.helpers, talk.partner) == ("a", ("a", "c"), "a")
    workspace.undo()
    assert [workspace.all(kind) for kind in (Partner, Tie, Item, Talk)] == before
    workspace.close()
