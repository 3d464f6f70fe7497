"""A program over a file, with packs of its own and a key that it believes."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.data.contents import Contents
from app.data.opening import create_workspace
from app.data.releases import Releases
from app.data.resources import resources_folder
from app.data.settings import Settings
from app.data.signatures import key_row, public_of
from app.model.community import Community
from app.model.partner import Partner
from app.ui.program import Program, Surroundings
from app.ui.theme import Look
from tests.packs import FILES, PROGRAM, SEED, pack_bytes


@pytest.fixture
def contents(tmp_path: Path) -> Contents:
    folder = tmp_path / "resources"
    folder.mkdir()
    for name in ("toolkit", "helplines.toml"):
        (folder / name).symlink_to(resources_folder() / name)
    (folder / "keys.toml").write_text(key_row("The makers", public_of(SEED)), "utf-8")
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
    made = Program(
        Surroundings(
            look=look,
            settings=Settings.load(tmp_path / "settings"),
            log=logging.Logger("test"),
            resources=resources_folder(),
            contents=contents,
            releases=Releases(lambda: contents.packs.keys, tmp_path / "updates", PROGRAM, "windows-x64"),
            sample_folder=tmp_path / "sample",
            backups=tmp_path / "backups",
        )
    )
    made.start(file)
    yield made
    made.leave()
    made.welcome.close()
    QApplication.processEvents()


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
