"""One program at a time has a file; the other is told who, and may look."""

from __future__ import annotations

import errno
import os
import platform
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.data.lock import FileLock
from app.data.opening import open_workspace
from app.data.workspace import Workspace
from app.model.partner import Partner
from app.model.trouble import InUse

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)

HOLDER = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from app.data.lock import FileLock
FileLock(Path(sys.argv[1])).take(datetime.now(UTC))
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_program_is_told_who_has_the_file(workspace: Workspace, file: Path) -> None:
    with pytest.raises(InUse) as told:
        open_workspace(file)
    assert platform.node() in str(told.value)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few people make links")
def test_a_second_program_that_comes_by_a_link_is_told_too(workspace: Workspace, file: Path) -> None:
    link = file.with_name("link.groundwork")
    link.symlink_to(file)
    with pytest.raises(InUse):
        open_workspace(link)


def test_a_second_program_may_look(workspace: Workspace, file: Path) -> None:
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="A"))
    looked_at = open_workspace(file, read_only=True)
    assert [one.name for one in looked_at.all(Partner)] == ["A"]
    looked_at.close()


def test_closing_while_somebody_looks_puts_every_word_into_the_one_file(workspace: Workspace, file: Path) -> None:
    looking = open_workspace(file, read_only=True)
    assert looking.all(Partner) == []
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="A"))
    workspace.close()
    stick = shutil.copy(file, file.with_name("stick.groundwork"))
    looking.close()
    copied = open_workspace(stick)
    assert [one.name for one in copied.all(Partner)] == ["A"]
    copied.close()


def test_the_lock_goes_when_the_file_is_closed(workspace: Workspace, file: Path) -> None:
    workspace.close()
    open_workspace(file).close()


def test_the_lock_of_another_process_holds(file: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(file)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(InUse):
            FileLock(file).take(NOW)
        holder.kill()


def test_the_lock_of_a_killed_program_is_free(file: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(file)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        holder.kill()
    lock = FileLock(file).take(NOW)
    lock.release()


def test_a_full_disk_does_not_keep_the_lock_from_its_owner(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int, _text: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "write", full)
    lock = FileLock(file).take(NOW)
    with pytest.raises(InUse):
        FileLock(file).take(NOW)
    lock.release()
    FileLock(file).take(NOW).release()


def test_releasing_leaves_no_small_file_behind(file: Path) -> None:
    lock = FileLock(file).take(NOW)
    lock.release()
    lock.release()
    assert list(file.parent.iterdir()) == []
