"""A file or folder that may only be read: said calmly, and looked at all the same."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.data.opening import create_workspace, open_workspace
from app.model.community import Community
from app.model.partner import Partner

ROOT = Path(__file__).parents[2]

TRY = """
import os, shutil, sys, tempfile
from pathlib import Path
from app.data.opening import create_workspace, open_workspace
from app.data.repair import repair
from app.model.community import Community
from app.model.trouble import Trouble
path = Path(sys.argv[1])
with tempfile.TemporaryDirectory() as folder:
    open_workspace(Path(shutil.copy(path, folder)), read_only=True).close()
if os.geteuid() == 0:  # rights do not bind root; only after everything is loaded, which others may not read
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
for do in (
    lambda: open_workspace(path),
    lambda: open_workspace(path, read_only=True),
    lambda: create_workspace(path.with_name("new.groundwork"), Community(name="New")),
):
    try:
        workspace = do()
        print([one.name for one in workspace.all(Community)])
        workspace.close()
    except Trouble as trouble:
        print(type(trouble).__name__, trouble)
try:
    repair(path)
except Trouble as trouble:
    print(type(trouble).__name__, trouble)
"""


def tried(path: Path) -> list[str]:
    """What opening, looking and making say to somebody without rights there."""
    command = [sys.executable, "-c", TRY, str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that others may enter: pytest's own are closed to them."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def file(place: Path) -> Path:
    path = place / "Cedar Inlet.groundwork"
    create_workspace(path, Community(name="Cedar Inlet")).close()
    path.chmod(0o444)
    return path


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise")


def test_in_a_folder_that_may_only_be_read_one_may_look(file: Path, place: Path) -> None:
    place.chmod(0o555)
    before = file.read_bytes()
    opening, looking, making, repairing = tried(file)
    assert opening.startswith("NotAllowed")
    assert looking == "['Cedar Inlet']"
    assert making.startswith("NotAllowed")
    assert "“new.groundwork”" in making
    assert "“Cedar Inlet repaired.groundwork”" in repairing
    assert file.read_bytes() == before
    assert [one.name for one in place.iterdir()] == [file.name]


def test_where_nothing_can_be_written_the_way_to_edits_of_a_killed_program_is_said(file: Path, place: Path) -> None:
    file.chmod(0o644)
    workspace = open_workspace(file)
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="A"))
    left = {one: one.read_bytes() for one in (file, file.with_name(f"{file.name}-wal"))}
    workspace.close()
    for path, content in left.items():
        path.write_bytes(content)
        path.chmod(0o444)
    place.chmod(0o555)
    _opening, looking, *_others = tried(file)
    assert looking.startswith("NotClosed")
    assert "-wal" in looking


def test_a_file_that_may_only_be_read_can_be_looked_at(file: Path, place: Path) -> None:
    place.chmod(0o777)
    before = file.read_bytes()
    opening, looking, *_making = tried(file)
    assert opening.startswith("NotAllowed")
    assert looking == "['Cedar Inlet']"
    assert file.read_bytes() == before
