"""Going back to a backup keeps what stood there; a backup that is not sound takes nobody's place."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from app.data import going_back as module
from app.data.backups import backups_in
from app.data.check import check_file
from app.data.going_back import go_back, prove
from app.data.opening import create_workspace, open_workspace
from app.data.workspace import Workspace
from app.model.backups import Backup
from app.model.community import Community
from app.model.partner import Partner
from app.model.trouble import Damaged, InUse, NoSpace, NotThere, WrongPassphrase

NOW = datetime(2026, 11, 26, 14, 10, 5, tzinfo=timezone(timedelta(hours=-8)))
PASSPHRASE = "five plain words in a row"


def names(path: Path, passphrase: str | None = None) -> list[str]:
    workspace = open_workspace(path, passphrase, read_only=True)
    found = [one.name for one in workspace.all(Partner)]
    workspace.close()
    return found


@pytest.fixture
def made(workspace: Workspace, file: Path, tmp_path: Path) -> Backup:
    """A backup with one partner; the file has two by now, and is closed."""
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="then"))
    backup = workspace.backups.make(tmp_path / "kept", NOW - timedelta(days=1))
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="since"))
    workspace.close()
    return backup


def test_the_file_is_as_it_was_and_what_was_there_is_kept(made: Backup, file: Path, tmp_path: Path) -> None:
    done = go_back(made.path, file, tmp_path / "kept", NOW)
    assert names(file) == ["then"]
    assert done.kept is not None
    assert names(done.kept) == ["then", "since"]
    kept = backups_in(tmp_path / "kept")[0]
    assert (kept.path, kept.before_going_back, kept.partners) == (done.kept, True, 2)


def test_going_back_and_back_again_loses_nothing(made: Backup, file: Path, tmp_path: Path) -> None:
    done = go_back(made.path, file, tmp_path / "kept", NOW)
    assert done.kept is not None
    go_back(done.kept, file, tmp_path / "kept", NOW + timedelta(minutes=1))
    assert names(file) == ["then", "since"]
    assert check_file(file) == []


def test_where_nothing_stands_nothing_is_kept(made: Backup, file: Path, tmp_path: Path) -> None:
    file.unlink()
    assert go_back(made.path, file, tmp_path / "kept", NOW).kept is None
    assert names(file) == ["then"]


def test_a_backup_that_is_damaged_takes_nobodys_place(made: Backup, file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    with made.path.open("r+b") as raw:
        raw.seek(12_288)
        raw.write(b"\x55" * 60_000)
    with pytest.raises(Damaged):
        go_back(made.path, file, tmp_path / "kept", NOW)
    assert file.read_bytes() == before


def test_a_file_that_is_open_is_left_alone(made: Backup, file: Path, tmp_path: Path) -> None:
    other = open_workspace(file)
    with pytest.raises(InUse):
        go_back(made.path, file, tmp_path / "kept", NOW)
    other.close()
    assert names(file) == ["then", "since"]


def test_a_damaged_file_is_kept_byte_for_byte(made: Backup, file: Path, tmp_path: Path) -> None:
    file.write_bytes(file.read_bytes()[:9000])
    damaged = file.read_bytes()
    beside = file.with_name(file.name + "-wal")
    beside.write_bytes(b"the newest edits")
    done = go_back(made.path, file, tmp_path / "kept", NOW)
    assert done.kept is not None
    assert done.kept.read_bytes() == damaged
    assert done.kept.with_name(done.kept.name + "-wal").read_bytes() == b"the newest edits"
    assert not beside.exists()
    assert names(file) == ["then"]


def test_edits_left_beside_by_a_program_that_was_killed_are_kept_and_not_mixed_in(
    made: Backup, file: Path, tmp_path: Path
) -> None:
    running = open_workspace(file)
    with running.edit("Add") as edit:
        edit.add(Partner(name="newest"))
    killed = tmp_path / "killed" / file.name
    killed.parent.mkdir()
    for side in ("", "-wal"):
        shutil.copy(file.with_name(file.name + side), killed.with_name(killed.name + side))
    running.close()
    done = go_back(made.path, killed, tmp_path / "kept", NOW)
    assert names(killed) == ["then"]
    assert check_file(killed) == []
    assert done.kept is not None
    assert names(done.kept) == ["then", "since", "newest"]


def test_a_full_disk_leaves_the_file_as_it_was(
    made: Backup, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()

    def full(_source: Path, target: Path) -> None:
        raise NoSpace(target.name)

    monkeypatch.setattr(module, "copy_whole", full)
    with pytest.raises(NoSpace):
        go_back(made.path, file, tmp_path / "kept", NOW)
    assert file.read_bytes() == before
    open_workspace(file).close()


def test_a_stick_that_is_gone_is_said(made: Backup, tmp_path: Path) -> None:
    with pytest.raises(NotThere):
        go_back(made.path, tmp_path / "gone" / "Cedar.groundwork", tmp_path / "kept", NOW)


def test_a_protected_backup_needs_the_passphrase_it_had(file: Path, tmp_path: Path) -> None:
    workspace = create_workspace(file, Community(name="Cedar Inlet"), PASSPHRASE)
    made = workspace.backups.make(tmp_path / "kept", NOW)
    workspace.close()
    with pytest.raises(WrongPassphrase):
        go_back(made.path, file, tmp_path / "kept", NOW, "another")
    go_back(made.path, file, tmp_path / "kept", NOW, PASSPHRASE, known=PASSPHRASE)
    assert check_file(file, PASSPHRASE) == []


def test_the_drill_proves_a_backup_and_leaves_nothing(made: Backup, tmp_path: Path) -> None:
    before = made.path.read_bytes()
    assert prove(made.path, None, tmp_path / "kept") == (1, 0)
    assert [one.name for one in (tmp_path / "kept").iterdir()] == [made.path.name]
    assert made.path.read_bytes() == before


def test_the_drill_finds_a_backup_that_went_bad(made: Backup, tmp_path: Path) -> None:
    with made.path.open("r+b") as raw:
        raw.seek(12_288)
        raw.write(b"\x55" * 60_000)
    with pytest.raises(Damaged):
        prove(made.path, None, tmp_path / "kept")
    assert [one.name for one in (tmp_path / "kept").iterdir()] == [made.path.name]
