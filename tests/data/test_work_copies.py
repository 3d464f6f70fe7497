"""A protected file on a stick is worked on in a copy, and what was done is on the stick again, whole, or kept here."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.data import work_copy as module
from app.data.check import check_file
from app.data.opening import create_workspace, open_workspace
from app.data.work_copies import WorkCopies
from app.data.work_copy import WorkCopy
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.partner import Partner
from app.model.trouble import BackupFailed, ChangedThere, InUse, NoSpace, NotThere, WrongPassphrase

PASSPHRASE = "five plain words in a row"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def home(stick: Path) -> Path:
    file = stick / "Cedar Inlet.groundwork"
    create_workspace(file, Community(name="Cedar Inlet"), PASSPHRASE).close()
    return file


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return tmp_path / "here" / "work copies"


@pytest.fixture
def copies(stick: Path, here: Path) -> Iterator[WorkCopies]:
    made = WorkCopies(here, lambda file, _folder: file.is_relative_to(stick))
    yield made
    made.wait()


def add(workspace: Workspace, name: str) -> None:
    with workspace.edit("Add") as edit:
        edit.add(Partner(name=name))


def names(file: Path, passphrase: str | None = PASSPHRASE) -> list[str]:
    workspace = open_workspace(file, passphrase, read_only=True)
    found = [one.name for one in workspace.all(Partner)]
    workspace.close()
    return found


def carry(workspace: Workspace) -> None:
    copy = copy_of(workspace)
    copy.carry(workspace.backups.write_checked, workspace.changes)


def copy_of(workspace: Workspace) -> WorkCopy:
    assert workspace.work_copy is not None
    return workspace.work_copy


def kill(workspace: Workspace, folder: Path) -> None:
    """As a power cut leaves things: what lies on the disks now, without what closing would do."""
    kept = folder.with_name("kept by the disk")
    shutil.copytree(folder, kept)
    workspace.close()
    shutil.rmtree(folder, ignore_errors=True)
    kept.rename(folder)


def pull(stick: Path) -> Path:
    return stick.rename(stick.with_name("pulled"))


def test_work_is_done_here_and_the_file_on_the_stick_follows(copies: WorkCopies, home: Path, here: Path) -> None:
    workspace = copies.open(home, PASSPHRASE)
    assert workspace.path == home
    add(workspace, "Library")
    assert names(home) == []
    carry(workspace)
    assert names(home) == ["Library"]
    assert not copy_of(workspace).is_behind(workspace.changes)
    assert check_file(home, PASSPHRASE) == []
    workspace.close()
    assert not here.exists()
    assert [one.name for one in home.parent.iterdir()] == [home.name]


def test_closing_writes_back_what_is_not_there_yet(copies: WorkCopies, home: Path, here: Path) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "Library")
    workspace.close()
    assert names(home) == ["Library"]
    assert not here.exists()


def test_closing_in_a_hurry_writes_back_beside_the_program(copies: WorkCopies, home: Path, here: Path) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "Library")
    workspace.close(tidy=False)
    copies.wait()
    assert names(home) == ["Library"]
    assert not here.exists()
    copies.open(home, PASSPHRASE).close()


def test_opening_without_a_change_leaves_the_file_there_as_it_was(copies: WorkCopies, home: Path) -> None:
    before = home.read_bytes()
    copies.open(home, PASSPHRASE).close()
    assert home.read_bytes() == before


def test_nothing_readable_is_put_on_this_computer(copies: WorkCopies, home: Path, here: Path) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "canary-word")
    found = [one for one in here.rglob("*") if one.is_file()]
    assert found
    assert not [one for one in found if b"canary-word" in one.read_bytes() or b"SQLite format" in one.read_bytes()]
    if os.name == "posix":
        assert {one.stat().st_mode & 0o077 for one in found if one.suffix == ".groundwork"} == {0}
    workspace.close()


def test_a_file_without_a_passphrase_is_worked_on_where_it_lies(copies: WorkCopies, stick: Path, here: Path) -> None:
    file = stick / "Plain.groundwork"
    workspace = copies.create(file, Community(name="Plain"), None)
    assert workspace.work_copy is None
    add(workspace, "Library")
    workspace.close()
    assert names(file, None) == ["Library"]
    assert not here.exists()


def test_a_new_protected_file_on_a_stick_is_worked_on_here_at_once(copies: WorkCopies, stick: Path) -> None:
    workspace = copies.create(stick / "New.groundwork", Community(name="New"), PASSPHRASE)
    assert copy_of(workspace).home == stick / "New.groundwork"
    workspace.close()


def test_a_file_of_this_computer_is_opened_where_it_is(copies: WorkCopies, tmp_path: Path) -> None:
    file = tmp_path / "own.groundwork"
    create_workspace(file, Community(name="Own"), PASSPHRASE).close()
    workspace = copies.open(file, PASSPHRASE)
    assert workspace.work_copy is None
    workspace.close()


def test_to_look_only_needs_no_copy(copies: WorkCopies, home: Path, here: Path) -> None:
    workspace = copies.open(home, PASSPHRASE, read_only=True)
    assert workspace.work_copy is None
    workspace.close()
    assert not here.exists()


def test_nobody_else_can_open_it_meanwhile(copies: WorkCopies, home: Path) -> None:
    workspace = copies.open(home, PASSPHRASE)
    with pytest.raises(InUse):
        open_workspace(home, PASSPHRASE)
    workspace.close()
    open_workspace(home, PASSPHRASE).close()


def test_a_wrong_passphrase_leaves_nothing_behind(copies: WorkCopies, home: Path, here: Path) -> None:
    with pytest.raises(WrongPassphrase):
        copies.open(home, "another passphrase of words")
    assert not here.exists()
    assert [one.name for one in home.parent.iterdir()] == [home.name]
    copies.open(home, PASSPHRASE).close()


# -- the stick is pulled out ---------------------------------------------------------------------------------------


def test_the_work_goes_on_while_the_stick_is_out(copies: WorkCopies, home: Path, stick: Path) -> None:
    workspace = copies.open(home, PASSPHRASE)
    pulled = pull(stick)
    add(workspace, "Library")
    with pytest.raises(NotThere):
        carry(workspace)
    pulled.rename(stick)
    carry(workspace)
    assert names(home) == ["Library"]
    workspace.close()


def test_what_was_done_without_the_stick_is_there_when_the_file_is_next_opened(
    copies: WorkCopies, home: Path, stick: Path, here: Path
) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "Library")
    pulled = pull(stick)
    workspace.close()
    assert copy_of(workspace).trouble
    waiting = copies.waiting()
    assert [names(one) for one in waiting] == [["Library"]]
    pulled.rename(stick)
    assert copies.waiting() == []
    workspace = copies.open(home, PASSPHRASE)
    assert [one.name for one in workspace.all(Partner)] == ["Library"]
    assert copy_of(workspace).is_behind(workspace.changes)
    workspace.close()
    assert names(home) == ["Library"]
    assert not here.exists()


def test_a_stick_that_has_another_letter_today_is_known_again(copies: WorkCopies, home: Path, stick: Path) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "Library")
    pulled = pull(stick)
    workspace.close()
    other = stick / "F"
    other.mkdir(parents=True)
    moved = other / "renamed.groundwork"
    shutil.copyfile(pulled / home.name, moved)
    workspace = copies.open(moved, PASSPHRASE)
    assert [one.name for one in workspace.all(Partner)] == ["Library"]
    workspace.close()
    assert names(moved) == ["Library"]


def test_a_copy_whose_stick_is_lost_can_be_opened_by_itself(copies: WorkCopies, home: Path, stick: Path) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "Library")
    shutil.rmtree(stick)
    workspace.close()
    again = copies.open(copies.waiting()[0], PASSPHRASE)
    add(again, "School")
    again.close()
    assert names(copies.waiting()[0]) == ["Library", "School"]


def test_a_copy_of_the_same_file_on_another_stick_has_a_work_copy_of_its_own(
    copies: WorkCopies, home: Path, stick: Path
) -> None:
    other = stick / "other" / home.name
    other.parent.mkdir()
    shutil.copyfile(home, other)
    first, second = copies.open(home, PASSPHRASE), copies.open(other, PASSPHRASE)
    add(first, "first")
    add(second, "second")
    first.close()
    second.close()
    assert (names(home), names(other)) == (["first"], ["second"])


@pytest.mark.skipif(os.name != "posix", reason="links are made by everybody there alone")
def test_who_comes_by_a_link_finds_the_same_lock(copies: WorkCopies, home: Path, stick: Path) -> None:
    link = stick / "link.groundwork"
    link.symlink_to(home)
    workspace = copies.open(link, PASSPHRASE)
    with pytest.raises(InUse):
        open_workspace(home, PASSPHRASE)
    add(workspace, "Library")
    workspace.close()
    assert link.is_symlink()
    assert names(home) == ["Library"]


# -- power cut -----------------------------------------------------------------------------------------------------


def test_after_a_power_cut_the_work_is_gone_on_with(copies: WorkCopies, home: Path, here: Path) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "Library")
    untouched = home.read_bytes()
    kill(workspace, here)
    home.write_bytes(untouched)
    workspace = copies.open(home, PASSPHRASE)
    assert [one.name for one in workspace.all(Partner)] == ["Library"]
    workspace.close()
    assert names(home) == ["Library"]


@pytest.mark.parametrize("moment", ["before the move", "after the move"])
def test_a_power_cut_while_it_is_written_back_loses_nothing(
    copies: WorkCopies, home: Path, here: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "Library")
    move = module.move_whole

    def cut(part: Path, path: Path) -> None:
        if moment == "after the move":
            move(part, path)
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "move_whole", cut)
    with pytest.raises(KeyboardInterrupt):
        carry(workspace)
    monkeypatch.setattr(module, "move_whole", move)
    found = home.read_bytes()
    kill(workspace, here)
    home.write_bytes(found)
    workspace = copies.open(home, PASSPHRASE)
    assert [one.name for one in workspace.all(Partner)] == ["Library"]
    assert copy_of(workspace).left is None
    workspace.close()
    assert names(home) == ["Library"]


# -- somebody else changed it --------------------------------------------------------------------------------------


def test_a_file_that_was_changed_from_elsewhere_is_never_written_over(
    copies: WorkCopies, home: Path, stick: Path, tmp_path: Path
) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "here")
    other = tmp_path / "other.groundwork"
    shutil.copyfile(home, other)
    elsewhere = open_workspace(other, PASSPHRASE)
    add(elsewhere, "there")
    elsewhere.close()
    other.replace(home)
    with pytest.raises(ChangedThere):
        carry(workspace)
    workspace.close()
    assert names(home) == ["there"]
    kept = copies.waiting()
    assert [names(one) for one in kept] == [["here"]]
    workspace = copies.open(home, PASSPHRASE)
    assert copy_of(workspace).left == kept[0]
    assert [one.name for one in workspace.all(Partner)] == ["there"]
    workspace.close()
    assert copies.waiting() == kept


def test_a_file_that_was_removed_there_is_not_made_anew_on_whatever_is_there_now(
    copies: WorkCopies, home: Path, stick: Path
) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "Library")
    home.unlink()
    with pytest.raises(NotThere):
        carry(workspace)
    workspace.close()
    assert not home.exists()
    assert [names(one) for one in copies.waiting()] == [["Library"]]


def test_a_copied_file_with_another_hour_is_still_the_same(copies: WorkCopies, home: Path) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "Library")
    os.utime(home, (1_000_000_000, 1_000_000_000))
    carry(workspace)
    assert names(home) == ["Library"]
    workspace.close()


# -- what else may go wrong ----------------------------------------------------------------------------------------


def test_a_full_stick_leaves_the_old_file_and_keeps_the_work(
    copies: WorkCopies, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "Library")
    before = home.read_bytes()

    def full(_part: Path) -> None:
        raise NoSpace

    with pytest.raises(NoSpace):
        copy_of(workspace).carry(full, workspace.changes)
    assert home.read_bytes() == before
    assert sorted(one.name for one in home.parent.iterdir()) == [f".{home.name}.lock", home.name]
    workspace.close()
    assert names(home) == ["Library"]


def test_a_copy_that_is_not_whole_does_not_count(
    copies: WorkCopies, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "Library")
    before = home.read_bytes()
    monkeypatch.setattr("app.data.backups.problems_in", lambda *_given: ["something"])
    with pytest.raises(BackupFailed):
        carry(workspace)
    assert home.read_bytes() == before
    monkeypatch.undo()
    workspace.close()


def test_where_this_computer_has_no_room_it_is_worked_on_there(
    copies: WorkCopies, home: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.parent.mkdir()
    here.write_text("in the way")
    workspace = copies.open(home, PASSPHRASE)
    assert workspace.work_copy is None
    add(workspace, "Library")
    workspace.close()
    assert names(home) == ["Library"]


def test_a_damaged_copy_is_set_aside_and_the_file_is_copied_anew(copies: WorkCopies, home: Path, stick: Path) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "Library")
    pulled = pull(stick)
    workspace.close()
    damaged = copies.waiting()[0]
    content = bytearray(damaged.read_bytes())
    content[-4096:] = bytes(4096)
    damaged.write_bytes(content)
    pulled.rename(stick)
    workspace = copies.open(home, PASSPHRASE)
    assert copy_of(workspace).left == damaged
    assert [one.name for one in workspace.all(Partner)] == []
    workspace.close()
    assert copies.waiting() == [damaged]


def test_a_file_that_is_damaged_while_open_is_not_written_back(copies: WorkCopies, home: Path) -> None:
    workspace = copies.open(home, PASSPHRASE)
    add(workspace, "Library")
    before = home.read_bytes()
    workspace.meet_damage()
    workspace.close()
    assert home.read_bytes() == before


def test_a_new_passphrase_is_on_the_stick_too(copies: WorkCopies, home: Path) -> None:
    workspace = copies.open(home, PASSPHRASE)
    carry(workspace)
    workspace.protecting.change(PASSPHRASE, "six quite other plain words here")
    assert copy_of(workspace).is_behind(workspace.changes)
    workspace.close()
    assert names(home, "six quite other plain words here") == []


def test_what_a_killed_program_left_on_the_stick_is_taken_in_first(copies: WorkCopies, home: Path) -> None:
    plain = open_workspace(home, PASSPHRASE)
    add(plain, "Library")
    kept = home.parent.with_name("as it lay")
    shutil.copytree(home.parent, kept)
    plain.close()
    shutil.rmtree(home.parent)
    kept.rename(home.parent)
    workspace = copies.open(home, PASSPHRASE)
    assert [one.name for one in workspace.all(Partner)] == ["Library"]
    workspace.close()
