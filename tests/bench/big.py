"""A large community for the benchmarks: 5,000 partners and 5,000 plan items, protected by a passphrase."""

from __future__ import annotations

from pathlib import Path

from app.data.opening import create_workspace
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.groups import GROUPS
from app.model.item import Item
from app.model.partner import Partner

PASSPHRASE = "five plain words in a row"
PARTNERS = ITEMS = 5_000
BRANCH = 50


def make_big(path: Path, count: int = PARTNERS) -> Workspace:
    """Make the file of so many partners and items, and answer with it, open."""
    workspace = create_workspace(path, Community(name="Big"), PASSPHRASE)
    with workspace.edit("Fill", undoable=False) as edit:
        partners = [
            edit.add(
                Partner(
                    name=f"Partner {n}",
                    role="Cook and driver",
                    group=GROUPS[n % len(GROUPS)].key,
                    skills="Cooks for feasts, drives the school bus",
                    languages=("English", "hən̓q̓əmin̓əm̓"),
                    phone=f"250-555-{n:04d}",
                )
            )
            for n in range(count)
        ]
        parent = ""
        for n in range(count):
            goal = n % BRANCH == 0
            item = Item(
                what=f"Do thing {n}",
                level="goal" if goal else "action",
                parent="" if goal else parent,
                lead=partners[n].id,
                needs="A room",
            )
            made = edit.add(item)
            parent = made.id if goal else parent
    return workspace
