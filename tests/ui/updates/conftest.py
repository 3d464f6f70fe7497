"""A program over a file, with packs of its own and a key that it believes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.data.contents import Contents
from app.data.opening import create_workspace
from app.data.releases import Releases
from app.model.community import Community
from app.model.partner import Partner
from app.ui.program import Program
from app.ui.theme import Look
from tests.packs import FILES, PROGRAM, pack_bytes, resources_that_know
from tests.ui.programs import running


@pytest.fixture
def contents(tmp_path: Path) -> Contents:
    folder = resources_that_know(tmp_path / "resources")
    return Contents(folder, tmp_path / "packs", PROGRAM)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Cedar Inlet.groundwork"
    workspace = create_workspace(path, Community(name="Cedar Inlet"))
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="Marlene", group="youth"))
    workspace.close()
    return path


@pytest.fixture
def program(look: Look, contents: Contents, tmp_path: Path, file: Path) -> Iterator[Program]:
    releases = Releases(lambda: contents.packs.keys, tmp_path / "updates", PROGRAM, "windows-x64")
    with running(look, contents, tmp_path, releases) as made:
        made.start(file)
        yield made


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    path = tmp_path / "signed.groundwork-pack"
    path.write_bytes(pack_bytes())
    return path


@pytest.fixture
def unsigned(tmp_path: Path) -> Path:
    path = tmp_path / "unsigned.groundwork-pack"
    path.write_bytes(pack_bytes(FILES, None))
    return path
