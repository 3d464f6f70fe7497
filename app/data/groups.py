"""The groups of an open community file."""

from __future__ import annotations

from app.data.workspace import Workspace
from app.model.community import COMMUNITY_ID, Community
from app.model.groups import Group, Groups, groups_of


def groups_in(workspace: Workspace) -> Groups:
    """The toolkit's groups as this community calls and orders them, and its own."""
    community = workspace.get(Community, COMMUNITY_ID)
    return groups_of(workspace.all(Group), community.group_order if community is not None else ())
