"""The running program with a protected file open in it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.data.contents import Contents
from app.data.opening import create_workspace
from app.data.releases import Releases
from app.data.sample import create_sample
from app.data.settings import Settings
from app.model.community import Community
from app.ui.program import Program, Surroundings
from app.ui.theme import Look

RESOURCES = Path(__file__).parents[3] / "resources"
PASSPHRASE = "five plain words in a row"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The sample's contents under a passphrase."""
    path = tmp_path / "Cedar Inlet.groundwork"
    workspace = create_sample(path, RESOURCES / "sample" / "sample.toml")
    workspace.protecting.change(None, PASSPHRASE)
    workspace.close()
    return path


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A file without a passphrase."""
    path = tmp_path / "Plain.groundwork"
    create_workspace(path, Community(name="Cedar Inlet")).close()
    return path


@pytest.fixture
def program(look: Look, contents: Contents, tmp_path: Path) -> Iterator[Program]:
    """The program at its start."""
    made = Program(
        Surroundings(
            look=look,
            settings=Settings.load(tmp_path / "settings"),
            log=logging.Logger("test"),
            resources=RESOURCES,
            contents=contents,
            releases=Releases(lambda: contents.packs.keys, tmp_path / "updates"),
            sample_folder=tmp_path / "sample",
            backups=tmp_path / "backups",
        )
    )
    made.start(None)
    yield made
    made.leave()
    made.welcome.close()
    QApplication.processEvents()
