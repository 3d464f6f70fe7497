"""The whole program for a test, with everything of its own in the test's folder."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.data.contents import Contents
from app.data.releases import Releases
from app.data.resources import resources_folder
from app.data.settings import Settings
from app.data.work_copies import WorkCopies
from app.ui.program import Program, Surroundings
from app.ui.theme import Look


@contextmanager
def running(
    look: Look,
    contents: Contents,
    folder: Path,
    releases: Releases | None = None,
    work_copies: WorkCopies | None = None,
) -> Iterator[Program]:
    """The program, not started yet; at the end its windows are closed."""
    copies = work_copies or WorkCopies(folder / "work copies")
    made = Program(
        Surroundings(
            look=look,
            settings=Settings.load(folder / "settings"),
            log=logging.Logger("test"),
            resources=resources_folder(),
            contents=contents,
            releases=releases or Releases(lambda: contents.packs.keys, folder / "updates"),
            sample_folder=folder / "sample",
            backups=folder / "backups",
            work_copies=copies,
        )
    )
    yield made
    made.leave()
    copies.wait()
    made.welcome.close()
    QApplication.processEvents()
