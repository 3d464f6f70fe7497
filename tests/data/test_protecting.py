"""A passphrase set, changed or taken away: nothing is lost, at whatever moment it ends, and whatever the disk says."""

from __future__ import annotations

import errno
import multiprocessing
import os
import random
import sys
import threading
from pathlib import Path

import pytest

from app.data import protecting
from app.data.check import check_file
from app.data.connection import is_protected
from app.data.opening import create_workspace, open_workspace
from app.data.protecting import unfinished_file
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.partner import Partner
from app.model.trouble import (
    DiskTrouble,
    NoSpace,
    NotAllowed,
    NotReopened,
    ReadOnly,
    Refused,
    StillRead,
    Trouble,
    WrongPassphrase,
)
from tests.data.changer import change_until_killed
from tests.data.faults import injected

OLD, NEW = "five plain words in a row", "other words on the wall"
WAYS = [(None, NEW), (OLD, NEW), (OLD, None)]
# In all; `GROUNDWORK_KILLS=1000` for a long run.
KILLS = int(os.environ.get("GROUNDWORK_KILLS", "54"))


def made(file: Path, passphrase: str | None, partners: int = 3) -> Workspace:
    workspace = create_workspace(file, Community(name="Cedar Inlet"), passphrase)
    for number in range(partners):
        with workspace.edit("Add") as edit:
            edit.add(Partner(name=f"Partner {number}", skills="word " * 100))
    workspace.copies.put(b"%PDF-1.7 kept", ["a page of words"])
    return workspace


def names(workspace: Workspace) -> list[str]:
    return sorted(one.name for one in workspace.all(Partner))


def left(file: Path) -> list[str]:
    return sorted(one.name for one in file.parent.iterdir())


@pytest.mark.parametrize(("old", "new"), WAYS)
def test_the_file_goes_on_under_the_new_passphrase(file: Path, old: str | None, new: str | None) -> None:
    workspace = made(file, old)
    workspace.protecting.change(old, new)
    assert workspace.protected == bool(new)
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="Zoe"))
    assert workspace.undo_label == "Add"
    with workspace.outgoing.opened() as seen:
        assert len(seen.all(Partner)) == 4
    workspace.close()
    assert left(file) == [file.name]
    assert is_protected(file) == bool(new)
    again = open_workspace(file, new)
    assert names(again) == ["Partner 0", "Partner 1", "Partner 2", "Zoe"]
    assert again.undo()
    assert again.find("partner")
    again.close()
    assert check_file(file, new) == []


def test_the_old_passphrase_opens_nothing_any_more(file: Path) -> None:
    workspace = made(file, OLD)
    workspace.protecting.change(OLD, NEW)
    workspace.close()
    with pytest.raises(WrongPassphrase):
        open_workspace(file, OLD)


def test_no_word_stays_readable_in_a_file_that_became_protected(file: Path) -> None:
    workspace = made(file, None)
    workspace.protecting.change(None, NEW)
    for one in file.parent.iterdir():
        assert b"Partner 1" not in one.read_bytes()
    workspace.close()


@pytest.mark.parametrize("said", [None, "", NEW])
def test_who_does_not_know_the_old_passphrase_changes_nothing(file: Path, said: str | None) -> None:
    workspace = made(file, OLD)
    with pytest.raises(WrongPassphrase):
        workspace.protecting.change(said, NEW)
    workspace.close()
    open_workspace(file, OLD).close()


def test_the_same_passphrase_again_is_refused(file: Path) -> None:
    workspace = made(file, OLD)
    with pytest.raises(Refused):
        workspace.protecting.change(OLD, OLD)
    workspace.close()


def test_accents_typed_in_two_ways_are_one_passphrase(file: Path) -> None:
    workspace = made(file, "caf\u00e9 caf\u00e9")
    workspace.protecting.change("cafe\u0301 cafe\u0301", NEW)
    workspace.close()
    open_workspace(file, NEW).close()


def test_a_file_to_look_at_keeps_its_passphrase(file: Path) -> None:
    made(file, OLD).close()
    workspace = open_workspace(file, OLD, read_only=True)
    with pytest.raises(ReadOnly):
        workspace.protecting.change(OLD, NEW)
    workspace.close()


def test_an_edit_made_meanwhile_is_in_the_new_file_too(file: Path) -> None:
    workspace = made(file, OLD)
    change = workspace.protecting.begin(OLD, NEW)
    change.write()
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="Meanwhile"))
    assert not change.put()
    change.write()
    assert change.put()
    workspace.close()
    again = open_workspace(file, NEW)
    assert "Meanwhile" in names(again)
    again.close()


def test_the_new_file_can_be_written_on_another_thread(file: Path) -> None:
    workspace = made(file, OLD)
    change = workspace.protecting.begin(OLD, NEW)
    thread = threading.Thread(target=change.write)
    thread.start()
    thread.join()
    assert change.put()
    workspace.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there the file itself is held")
def test_while_a_report_still_reads_nothing_is_changed(file: Path) -> None:
    workspace = made(file, OLD)
    with workspace.outgoing.opened(), pytest.raises(StillRead):
        workspace.protecting.change(OLD, NEW)
    assert len(names(workspace)) == 3
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="After"))
    workspace.close()
    again = open_workspace(file, OLD)
    assert "After" in names(again)
    again.close()
    assert left(file) == [file.name]


def test_what_a_power_cut_left_goes_when_the_file_is_opened(file: Path) -> None:
    made(file, OLD).close()
    unfinished_file(file).write_bytes(b"half")
    open_workspace(file, OLD).close()
    assert left(file) == [file.name]


def test_a_file_that_cannot_be_opened_again_is_let_go_of_whole(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = made(file, OLD)
    change = workspace.protecting.begin(OLD, NEW)
    change.write()

    def refuse(*_given: object, **_named: object) -> None:
        raise DiskTrouble

    monkeypatch.setattr(protecting, "connect", refuse)
    with pytest.raises(NotReopened):
        change.put()
    workspace.close()
    again = open_workspace(file, NEW)
    assert len(names(again)) == 3
    again.close()


@pytest.mark.skipif(sys.platform != "linux", reason="SQLite's hook is driven through Linux's C library")
@pytest.mark.parametrize(("error", "expected"), [(errno.ENOSPC, (NoSpace, DiskTrouble)), (errno.EIO, (DiskTrouble,))])
@pytest.mark.parametrize(("old", "new"), WAYS)
def test_a_disk_that_fails_at_any_write_leaves_the_old_file(
    file: Path, old: str | None, new: str | None, error: int, expected: tuple[type[Trouble], ...]
) -> None:
    workspace = made(file, old)
    failed = 0
    for at in [*range(1, 12), *range(12, 400, 7)]:
        with injected() as faults:
            faults.fail_at, faults.error, faults.once = at, error, True
            try:
                workspace.protecting.change(old, new)
            except expected:
                failed += 1
            else:
                break
        assert len(names(workspace)) == 3
        assert workspace.protecting.is_passphrase(old)
        assert not unfinished_file(file).exists()
    workspace.close()
    assert failed > 5
    assert check_file(file, new) == []


@pytest.mark.parametrize("name", ["open_part", "_settle", "move_whole"])
def test_a_permission_lost_on_the_way_leaves_the_old_file(
    file: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = made(file, OLD)

    def refuse(*_given: object, **_named: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(protecting, name, refuse)
    with pytest.raises(NotAllowed):
        workspace.protecting.change(OLD, NEW)
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="After"))
    workspace.close()
    again = open_workspace(file, OLD)
    assert "After" in names(again)
    again.close()
    assert left(file) == [file.name]


def change_and_kill(path: Path, old: str | None, new: str | None, step: int) -> int:
    """Let a child change the passphrase and die at a step; how many steps it took, when it lived."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.data.changer"])  # pyright: ignore
    listen, report = context.Pipe(duplex=False)
    child = context.Process(target=change_until_killed, args=(str(path), old or "", new or "", step, report))
    child.start()
    report.close()
    steps = -1
    try:
        while True:
            steps = listen.recv()
    except EOFError:
        pass
    child.join()
    listen.close()
    assert steps >= 0, "the child did not come so far as to begin"
    return steps


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="SQLite's hook is driven through Linux's C library")
@pytest.mark.parametrize(("old", "new"), WAYS)
def test_after_a_kill_at_any_step_one_of_the_two_opens_it_with_every_edit(
    file: Path, old: str | None, new: str | None
) -> None:
    seed = random.randrange(10**6)
    dice = random.Random(seed)
    partners = max(3, KILLS // 4)  # a larger file is written in more steps
    made(file, old, partners).close()
    steps = change_and_kill(file, old, new, 0)
    moments = dice.sample(range(1, steps + 1), KILLS // 3)
    told: dict[bool, int] = {True: 0, False: 0}
    for step in sorted(moments):
        file.unlink()
        made(file, old, partners).close()
        change_and_kill(file, old, new, step)
        found, again = opened_by(file, new, old)
        assert {f"Partner {step}", "Partner 0"} <= set(names(again)), f"step {step}, seed {seed}"
        again.close()
        assert left(file) == [file.name], f"step {step}, seed {seed}"
        assert check_file(file, found) == [], f"step {step}, seed {seed}"
        told[found == new] += 1
    assert told[False] > 0


def opened_by(file: Path, *passphrases: str | None) -> tuple[str | None, Workspace]:
    for one in passphrases:
        if is_protected(file) != bool(one):
            continue
        try:
            return one, open_workspace(file, one)
        except WrongPassphrase:
            continue
    raise AssertionError("neither passphrase opens it")
