"""The running program with a protected file open in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.data.contents import Contents
from app.data.opening import create_workspace
from app.data.sample import create_sample
from app.model.community import Community
from app.ui.program import Program
from app.ui.theme import Look
from tests.ui.programs import running

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
    with running(look, contents, tmp_path) as made:
        made.start(None)
        yield made
