"""A protected file that keeps 200 MB of PDFs: it opens as quickly as one that keeps none."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from app.data.opening import create_workspace, open_workspace
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.copy import Copy
from tests.bench.bench_file import milliseconds
from tests.bench.big import PASSPHRASE
from tests.bench.figure import Figure

FILES, BYTES, PAGES = 20, 10_000_000, 100
WORDS = "the committee met at the hall and spoke of safety on the road " * 30


def opening(path: Path) -> tuple[Workspace, float]:
    opened: list[Workspace] = []
    took = milliseconds(lambda: opened.append(open_workspace(path, PASSPHRASE)))
    return opened[0], took


def run() -> list[Figure]:
    """Measure in a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copies.groundwork"
        create_workspace(path, Community(name="C"), PASSPHRASE).close()
        workspace, empty = opening(path)

        def keep(number: int) -> None:
            words = [f"{WORDS} {number}" for _page in range(PAGES - 1)] + [f"special{number}"]
            digest = workspace.copies.put(os.urandom(BYTES), words)
            with workspace.edit("Keep") as edit:
                edit.add(Copy(name=f"Guide {number}", digest=digest, size=BYTES, pages=PAGES))

        keeping = milliseconds(lambda: keep(0))
        for number in range(1, FILES):
            keep(number)
        closing = milliseconds(workspace.close)
        workspace, full = opening(path)
        digest = workspace.all(Copy)[0].digest
        figures = [
            Figure("open a protected file without copies", empty, "ms"),
            Figure("open it with 200 MB of copies", full, "ms", empty + 100),
            Figure("keep a PDF of 10 MB and 100 pages", keeping, "ms"),
            Figure("read a PDF of 10 MB", milliseconds(lambda: workspace.copies.read(digest)), "ms"),
            Figure("find a word of one page in 2,000", milliseconds(lambda: workspace.find("special7")), "ms", 50),
            Figure("find a word of all pages", milliseconds(lambda: workspace.find("committee")), "ms"),
            Figure("close after adding 200 MB", closing, "ms"),
            Figure("close with 200 MB", milliseconds(workspace.close), "ms"),
        ]
    return figures
