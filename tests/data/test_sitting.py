"""An older copy put over a file whose program was killed is never mixed with what that program left beside it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.data.check import check_file
from app.data.opening import create_workspace, open_workspace
from app.model.community import Community
from app.model.partner import Partner
from app.model.trouble import NotThere, WrongPassphrase

PASSPHRASE = "five plain words in a row"
NOW = datetime(2026, 11, 26, tzinfo=UTC)


def names(path: Path, passphrase: str | None) -> list[str]:
    workspace = open_workspace(path, passphrase, read_only=True)
    found = sorted(one.name for one in workspace.all(Partner))
    workspace.close()
    return found


def add(path: Path, passphrase: str | None, name: str) -> None:
    workspace = open_workspace(path, passphrase)
    with workspace.edit("Add") as edit:
        edit.add(Partner(name=name))
    workspace.close()


def killed(path: Path, passphrase: str | None, names: list[str]) -> None:
    """As a killed program leaves it: the file, what lies beside it, and the lock's small file."""
    workspace = open_workspace(path, passphrase)
    for name in names:
        with workspace.edit("Add") as edit:
            edit.add(Partner(name=name))
    kept = path.parent / "kept"
    kept.mkdir()
    sides = [one for one in path.parent.iterdir() if path.name in one.name]
    for one in sides:
        shutil.copy(one, kept / one.name)
    workspace.close()
    path.unlink()
    for one in kept.iterdir():
        shutil.move(one, path.parent / one.name)
    kept.rmdir()


@pytest.fixture(params=[None, PASSPHRASE], ids=["open", "protected"])
def passphrase(request: pytest.FixtureRequest) -> str | None:
    return request.param


@pytest.fixture
def made(file: Path, passphrase: str | None, tmp_path: Path) -> Path:
    """A file with one partner, an older copy of which is returned; then two more edits and a kill."""
    create_workspace(file, Community(name="Cedar Inlet"), passphrase).close()
    add(file, passphrase, "first")
    older = tmp_path / "older copy"
    shutil.copy(file, older)
    add(file, passphrase, "second")
    killed(file, passphrase, ["third", "fourth"])
    return older


def test_what_a_killed_program_left_is_taken_in_as_ever(file: Path, made: Path, passphrase: str | None) -> None:
    workspace = open_workspace(file, passphrase)
    assert workspace.set_aside is None
    workspace.close()
    assert names(file, passphrase) == ["first", "fourth", "second", "third"]


def test_an_older_copy_put_over_it_is_not_mixed_with_it(file: Path, made: Path, passphrase: str | None) -> None:
    shutil.copy(made, file)
    workspace = open_workspace(file, passphrase)
    kept = workspace.set_aside
    workspace.close()
    assert kept is not None
    assert kept.stat().st_size > 0
    assert names(file, passphrase) == ["first"]
    assert check_file(file, passphrase) == []


def test_nor_is_a_backup(file: Path, passphrase: str | None, tmp_path: Path) -> None:
    workspace = create_workspace(file, Community(name="Cedar Inlet"), passphrase)
    backup = workspace.backups.make(tmp_path / "backups", NOW)
    workspace.close()
    killed(file, passphrase, ["later"])
    shutil.copy(backup.path, file)
    open_workspace(file, passphrase).close()
    assert names(file, passphrase) == []
    assert check_file(file, passphrase) == []


def test_a_wrong_passphrase_in_between_does_not_make_it_forget(file: Path, made: Path) -> None:
    if not is_protected_file(file):
        pytest.skip("a file without a passphrase cannot be opened with a wrong one")
    shutil.copy(made, file)
    with pytest.raises(WrongPassphrase):
        open_workspace(file, "wrong")
    open_workspace(file, PASSPHRASE).close()
    assert names(file, PASSPHRASE) == ["first"]


def test_a_wrong_passphrase_after_a_kill_is_said_to_be_wrong(file: Path, made: Path) -> None:
    if not is_protected_file(file):
        pytest.skip("a file without a passphrase cannot be opened with a wrong one")
    file.with_name(file.name + "-shm").unlink(missing_ok=True)
    with pytest.raises(WrongPassphrase):
        open_workspace(file, "wrong")
    open_workspace(file, PASSPHRASE).close()
    assert names(file, PASSPHRASE) == ["first", "fourth", "second", "third"]


def is_protected_file(file: Path) -> bool:
    return not file.read_bytes().startswith(b"SQLite")


def test_a_file_that_was_closed_well_has_nothing_beside_it(file: Path, passphrase: str | None) -> None:
    create_workspace(file, Community(name="Cedar Inlet"), passphrase).close()
    add(file, passphrase, "first")
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_file_gone_from_its_place_can_be_saved_elsewhere(file: Path) -> None:
    create_workspace(file, Community(name="Cedar Inlet")).close()
    workspace = open_workspace(file)
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="first"))
    file.unlink()
    target = file.with_name("elsewhere.groundwork")
    workspace.backups.save_elsewhere(target)
    assert names(target, None) == ["first"]
    assert check_file(target) == []
    with pytest.raises(NotThere):
        workspace.close()
