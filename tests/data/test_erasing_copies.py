"""Who is erased is erased in the backups here as well; a whole file goes with all of them, and strangers' files stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.data.backups import backups_in
from app.data.check import check_file
from app.data.erasing import Target, erase
from app.data.erasing_copies import ErasedBackups, erase_file, erase_in_backups, remove_backups
from app.data.opening import create_workspace, open_workspace
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.partner import Partner
from app.model.trouble import InUse

NOW = datetime(2026, 11, 26, 14, 10, 5, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def her(workspace: Workspace, folder: Path) -> str:
    """Somebody in the file and in the newer of two backups; the file is closed."""
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="Inlet Motel"))
    workspace.backups.make(folder, NOW - timedelta(days=2))
    with workspace.edit("Add") as edit:
        made = edit.add(Partner(name="Zelda Quillfeather", notes="marzipan"))
    workspace.backups.make(folder, NOW - timedelta(days=1))
    workspace.close()
    return made.id


def run(her: str, folder: Path) -> ErasedBackups:
    return erase_in_backups(Target(Partner, her), None, [folder], now=NOW)


def test_backups_are_erased_too_and_say_what_they_hold_now(file: Path, her: str, folder: Path) -> None:
    outcome = run(her, folder)
    erase(file, Target(Partner, her))
    assert (outcome.count, outcome.closed) == (1, ())
    assert [one.partners for one in backups_in(folder)] == [1, 1]
    for one in (file, *(backup.path for backup in backups_in(folder))):
        assert b"marzipan" not in one.read_bytes()
        assert check_file(one) == []


def test_it_says_how_far_it_is(her: str, folder: Path) -> None:
    said: list[tuple[int, int]] = []
    target = Target(Partner, her)
    erase_in_backups(target, None, [folder], now=NOW, went_on=lambda done, count: said.append((done, count)))
    assert said == [(0, 2), (1, 2), (2, 2)]


def test_a_backup_with_another_passphrase_is_named_and_can_be_taken_away(file: Path, her: str, folder: Path) -> None:
    other = create_workspace(file.with_name("other.groundwork"), Community(name="Other"), "another passphrase")
    other.backups.make(folder, NOW)
    other.close()
    outcome = run(her, folder)
    assert [one.path.name for one in outcome.closed] == [
        "other 2026-11-26 141005+0000 (0 partners, 0 steps).groundwork"
    ]
    assert remove_backups(outcome.closed) == 0
    assert len(backups_in(folder)) == 2


def test_a_whole_file_goes_with_its_backups(file: Path, her: str, folder: Path) -> None:
    assert erase_file(file, [folder]) == []
    assert not file.exists()
    assert not folder.exists()


def test_strangers_files_in_the_folder_stay(file: Path, her: str, folder: Path) -> None:
    (folder / "mine.txt").write_text("mine", "utf-8")
    erase_file(file, [folder])
    assert [one.name for one in folder.iterdir()] == ["mine.txt"]


def test_a_file_that_is_open_is_not_erased(file: Path, her: str, folder: Path) -> None:
    other = open_workspace(file)
    with pytest.raises(InUse):
        erase_file(file, [folder])
    other.close()
    assert file.exists()
    assert len(backups_in(folder)) == 2
