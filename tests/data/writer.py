"""A child process for the tests: edits a file at full speed and reports each edit once it is said to be saved."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from app.data.opening import open_workspace
from app.model.item import Item
from app.model.partner import Partner


def write(path: str, journal: str, passphrase: str, report: Connection) -> None:
    """Send the number of each partner when its edit has returned; every few edits rename and undo as well."""
    workspace = open_workspace(Path(path), passphrase or None, journal=journal)
    start = len(workspace.all(Partner))
    for n in range(start, start + 10_000):
        with workspace.edit("Add") as edit:
            partner = edit.add(Partner(name=f"Partner {n}", skills="word " * 30))
            edit.add(Item(what=f"Step {n}", lead=partner.id))
        report.send(n)
        if n % 5 == 0:
            with workspace.edit("Rename") as edit:
                edit.change(Partner, partner.id, role="Mayor")
            workspace.undo()
