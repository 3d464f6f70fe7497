"""A real community file for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.data.opening import create_workspace
from app.data.workspace import Workspace
from app.model.community import Community


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the test's community file is to stand."""
    return tmp_path / "Cedar Inlet.groundwork"


@pytest.fixture
def workspace(file: Path) -> Iterator[Workspace]:
    """A new, open, unprotected community file."""
    made = create_workspace(file, Community(name="Cedar Inlet"))
    yield made
    made.close()
