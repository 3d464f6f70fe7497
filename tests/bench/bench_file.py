"""The community file with 5,000 partners and 5,000 plan items: opening, reading, editing, undoing, searching, checking."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.data.check import check_file
from app.data.opening import open_workspace
from app.data.workspace import Workspace
from app.model.item import Item
from app.model.partner import Partner
from tests.bench.big import PASSPHRASE, make_big
from tests.bench.figure import Figure

TIMES = 200


def milliseconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


def p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def run() -> list[Figure]:
    """Measure on a protected file in a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.groundwork"
        make_big(path).close()
        opened: list[Workspace] = []
        opening = milliseconds(lambda: opened.append(open_workspace(path, PASSPHRASE)))
        workspace = opened[0]
        reading = milliseconds(lambda: (workspace.all(Partner), workspace.all(Item)))
        figures = [
            Figure("open a protected file of 5,000 + 5,000", opening, "ms"),
            Figure("read all 5,000 partners and 5,000 items", reading, "ms"),
            *edits(workspace),
            Figure("close, with a snapshot", milliseconds(workspace.close), "ms"),
            Figure("check all of it", milliseconds(lambda: check_file(path, PASSPHRASE)), "ms"),
            Figure("size of the file", path.stat().st_size / 1e6, "MB"),
        ]
    return figures


def edits(workspace: Workspace) -> list[Figure]:
    """Edits one after the other, each on the disk before the next begins."""
    partners, items = workspace.all(Partner), workspace.all(Item)

    def rename(n: int) -> None:
        with workspace.edit("Rename") as edit:
            edit.change(Partner, partners[n * 7].id, name=f"New {n}")

    def move(n: int) -> None:
        with workspace.edit("Move") as edit:
            edit.move(Item, items[n * 7 + 1].id, items[0].parent if n % 2 else "", None)

    first = milliseconds(lambda: rename(0))
    renames, undos, moves, finds = [], [], [], []
    for n in range(1, TIMES):
        renames.append(milliseconds(lambda n=n: rename(n)))
        undos.append(milliseconds(workspace.undo))
    for n in range(TIMES):
        moves.append(milliseconds(lambda n=n: move(n)))
        finds.append(milliseconds(lambda: workspace.find("cook driv")))
    return [
        Figure("first edit after opening", first, "ms"),
        Figure("edit, 95th percentile", p95(renames), "ms", 50),
        Figure("undo, 95th percentile", p95(undos), "ms", 50),
        Figure("move in the outline, 95th percentile", p95(moves), "ms", 50),
        Figure("find with 5,000 hits, 95th percentile", p95(finds), "ms"),
    ]
