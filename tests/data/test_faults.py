"""A full disk and a disk that does not answer, at every write of an edit: the old state stays, in one calm sentence."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from app.data.check import check_file
from app.data.opening import create_workspace, open_workspace
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.partner import Partner
from app.model.trouble import DiskTrouble, NoSpace, Trouble
from tests.data.faults import injected

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="SQLite's hook is driven through Linux's C library")

EXPECTED = {errno.ENOSPC: (NoSpace, DiskTrouble), errno.EIO: (DiskTrouble,)}


def edit_until_it_works(workspace: Workspace, error: int, once: bool) -> tuple[int, set[str]]:
    """One edit for each write that can fail, until an edit has no more writes; how many failed, and what was saved."""
    saved: set[str] = set()
    failed = 0
    for at in range(1, 200):
        with injected() as faults:
            faults.fail_at, faults.error, faults.once = at, error, once
            name = f"Partner {at}"
            try:
                with workspace.edit("Add") as edit:
                    edit.add(Partner(name=name, skills="word " * 400))
                saved.add(name)
            except Trouble as trouble:
                assert isinstance(trouble, EXPECTED[error])
                failed += 1
            reached = faults.count >= at
        assert {one.name for one in workspace.all(Partner)} == saved
        if not reached:
            return failed, saved
    raise AssertionError("an edit never came to its end")


@pytest.mark.parametrize("once", [True, False])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("journal", ["wal", "delete"])
@pytest.mark.parametrize("passphrase", [None, "five plain words in a row"])
def test_a_failing_write_loses_nothing(
    file: Path, passphrase: str | None, journal: str, error: int, once: bool
) -> None:
    create_workspace(file, Community(name="Cedar Inlet"), passphrase).close()
    workspace = open_workspace(file, passphrase, journal=journal)
    failed, saved = edit_until_it_works(workspace, error, once)
    workspace.close()
    assert failed > 0
    assert saved
    again = open_workspace(file, passphrase)
    assert {one.name for one in again.all(Partner)} == saved
    again.close()
    assert check_file(file, passphrase) == []


def test_a_full_disk_while_a_file_is_made_leaves_nothing_behind(file: Path) -> None:
    for at in range(1, 60, 4):
        with injected() as faults:
            faults.fail_at, faults.error = at, errno.ENOSPC
            with pytest.raises(Trouble):
                create_workspace(file, Community(name="Cedar Inlet"))
        assert list(file.parent.iterdir()) == []


def test_an_undo_on_a_full_disk_can_be_done_once_there_is_space(workspace: Workspace) -> None:
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="A"))
    with injected() as faults, pytest.raises(Trouble):
        faults.fail_at = 1
        workspace.undo()
    assert [one.name for one in workspace.all(Partner)] == ["A"]
    assert workspace.undo()
    assert workspace.all(Partner) == []
