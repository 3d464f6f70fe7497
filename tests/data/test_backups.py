"""Backups are made while the file is open, checked before they count, and never of a damaged file."""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from app.data import backups as backups_module
from app.data.backups import backup_folder, backups_in, carry, thin_out
from app.data.check import check_file
from app.data.connection import connect
from app.data.opening import create_workspace, open_workspace
from app.data.workspace import Workspace
from app.model.backups import Backup
from app.model.community import Community
from app.model.item import Item
from app.model.partner import Partner
from app.model.trouble import BackupFailed, Damaged, NotThere, Trouble

NOW = datetime(2026, 11, 26, 14, 10, 5, tzinfo=timezone(timedelta(hours=-8)))
PASSPHRASE = "five plain words in a row"


def fill(workspace: Workspace) -> None:
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="Victim services"))
        edit.add(Partner(name="Inlet Motel"))
        edit.add(Item(what="Book the hall", level="action"))
        edit.add(Item(what="Dropped", level="action", status="dropped"))
        edit.add(Item(what="A goal", level="goal"))


def test_a_backup_holds_everything_that_was_saved_and_says_how_much(workspace: Workspace, tmp_path: Path) -> None:
    fill(workspace)
    made = workspace.backups.make(tmp_path / "kept", NOW)
    assert (made.partners, made.steps) == (2, 1)
    assert backups_in(tmp_path / "kept") == [made]
    assert check_file(made.path) == []
    copy = open_workspace(made.path, read_only=True)
    assert {one.name for one in copy.all(Partner)} == {"Victim services", "Inlet Motel"}
    copy.close()


def test_it_is_one_file_for_this_user_alone(workspace: Workspace, tmp_path: Path) -> None:
    made = workspace.backups.make(tmp_path / "kept", NOW)
    assert [one.name for one in (tmp_path / "kept").iterdir()] == [made.path.name]
    if os.name == "posix":
        assert made.path.stat().st_mode & 0o077 == 0
        assert (tmp_path / "kept").stat().st_mode & 0o077 == 0


def test_a_protected_file_has_protected_backups(file: Path, tmp_path: Path) -> None:
    workspace = create_workspace(file, Community(name="Cedar Inlet"), PASSPHRASE)
    fill(workspace)
    made = workspace.backups.make(tmp_path / "kept", NOW)
    workspace.close()
    assert b"Victim services" not in made.path.read_bytes()
    assert check_file(made.path, PASSPHRASE) == []


def test_it_is_due_after_each_change_and_not_before(workspace: Workspace, tmp_path: Path) -> None:
    assert workspace.backups.due()
    newest = workspace.backups.newest_edit()
    workspace.backups.make(tmp_path, NOW)
    workspace.backups.note(NOW, newest)
    assert not workspace.backups.due()
    assert workspace.backups.last == NOW
    fill(workspace)
    assert workspace.backups.due()


def test_two_in_the_same_second_are_two(workspace: Workspace, tmp_path: Path) -> None:
    workspace.backups.make(tmp_path / "kept", NOW)
    workspace.backups.make(tmp_path / "kept", NOW)
    assert len(backups_in(tmp_path / "kept")) == 2


def damage_tables(file: Path) -> None:
    opened = connect(file)
    opened.db.execute("UPDATE partner SET name = 'somebody else'")
    opened.db.execute("PRAGMA journal_mode = delete")
    opened.close()


def test_no_backup_is_made_of_a_damaged_file(workspace: Workspace, file: Path, tmp_path: Path) -> None:
    fill(workspace)
    workspace.close()
    damage_tables(file)
    again = open_workspace(file)
    with pytest.raises(BackupFailed):
        again.backups.make(tmp_path / "kept", NOW)
    again.close()
    assert list((tmp_path / "kept").iterdir()) == []


def test_no_backup_is_made_of_pages_that_were_changed_from_outside(file: Path, tmp_path: Path) -> None:
    workspace = create_workspace(file, Community(name="Cedar Inlet"), PASSPHRASE)
    fill(workspace)
    workspace.close()
    again = open_workspace(file, PASSPHRASE)
    with file.open("r+b") as raw:
        raw.seek(12_288)
        raw.write(b"\x55" * 60_000)
    with pytest.raises((BackupFailed, Damaged)):
        again.backups.make(tmp_path / "kept", NOW)
    with pytest.raises(Trouble):
        again.close()
    assert list((tmp_path / "kept").iterdir()) == []


def test_a_copy_that_is_not_the_same_does_not_count(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = workspace.backups.make(tmp_path / "kept", NOW)
    monkeypatch.setattr(backups_module, "_digest", lambda _path: b"another")
    with pytest.raises(BackupFailed):
        carry(made, tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_backup_is_carried_to_a_stick(workspace: Workspace, tmp_path: Path) -> None:
    fill(workspace)
    made = workspace.backups.make(tmp_path / "kept", NOW)
    carried = carry(made, tmp_path / "stick" / "Groundwork backups")
    assert carried.path.read_bytes() == made.path.read_bytes()
    assert backups_in(tmp_path / "stick" / "Groundwork backups") == [carried]


def test_a_stick_that_is_gone_is_said(workspace: Workspace, tmp_path: Path) -> None:
    made = workspace.backups.make(tmp_path / "kept", NOW)
    made.path.unlink()
    with pytest.raises(NotThere):
        carry(made, tmp_path / "stick")


def test_the_folder_is_found_by_the_files_number_after_it_got_another_name(
    workspace: Workspace, tmp_path: Path
) -> None:
    identity = workspace.backups.identity
    assert len(identity) == 16
    first = backup_folder(tmp_path, "Cedar Inlet", identity)
    first.mkdir()
    assert backup_folder(tmp_path, "Another name", identity) == first
    assert backup_folder(tmp_path, "Another name", "0" * 16) != first


def test_copies_have_the_same_number_and_new_files_another(workspace: Workspace, tmp_path: Path) -> None:
    made = workspace.backups.make(tmp_path / "kept", NOW)
    copy = open_workspace(made.path, read_only=True)
    other = create_workspace(tmp_path / "other.groundwork", Community(name="Other"))
    assert copy.backups.identity == workspace.backups.identity != other.backups.identity
    copy.close()
    other.close()


def test_old_ones_are_thinned_out_and_strangers_left_alone(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    for minute in range(4):
        workspace.backups.make(folder, NOW - timedelta(days=3, minutes=minute))
    stranger = folder / "my notes.groundwork"
    stranger.write_bytes(b"mine")
    thin_out(folder, NOW)
    assert [one.made for one in backups_in(folder)] == [NOW - timedelta(days=3)]
    assert stranger.exists()


def test_a_backup_can_be_made_while_the_program_writes(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.edit("Add") as edit:
        partner = edit.add(Partner(name="0"))
    made: list[Backup] = []
    for number in range(8):
        with workspace.edit("Rename") as edit:
            edit.change(Partner, partner.id, name=str(number))
        made.append(workspace.backups.make(tmp_path / "kept", NOW + timedelta(seconds=number)))
    for number, one in enumerate(made):
        copy = open_workspace(one.path, read_only=True)
        assert [partner.name for partner in copy.all(Partner)] == [str(number)]
        copy.close()
