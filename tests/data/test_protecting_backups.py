"""Backups follow their file's passphrase; one that nobody can open stays as it is and is named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.data.backups import backups_in
from app.data.check import check_file
from app.data.opening import create_workspace
from app.data.protecting_backups import protect_backups
from app.model.community import Community
from app.model.partner import Partner
from app.model.trouble import PassphraseNeeded, WrongPassphrase

NOW = datetime(2026, 11, 26, 14, 10, 5, tzinfo=UTC)
OLD, NEW = "five plain words in a row", "other words on the wall"


def folder_of(tmp_path: Path, passphrase: str | None, count: int = 2) -> Path:
    workspace = create_workspace(tmp_path / f"{passphrase}.groundwork", Community(name="Cedar"), passphrase)
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="Victim services"))
    for number in range(count):
        workspace.backups.make(tmp_path / "kept", NOW + timedelta(seconds=number))
    workspace.close()
    return tmp_path / "kept"


@pytest.mark.parametrize(("old", "new"), [(None, NEW), (OLD, NEW), (OLD, None)])
def test_every_backup_opens_with_the_new_one(tmp_path: Path, old: str | None, new: str | None) -> None:
    folder = folder_of(tmp_path, old)
    before = [one.path.name for one in backups_in(folder)]
    assert protect_backups([folder], old, new) == []
    assert [one.path.name for one in backups_in(folder)] == before
    for one in backups_in(folder):
        assert check_file(one.path, new) == []
        assert (b"Victim services" in one.path.read_bytes()) == (new is None)
        if new is not None:
            with pytest.raises((WrongPassphrase, PassphraseNeeded)):
                check_file(one.path, old)
    assert len(list(folder.iterdir())) == 2


def test_one_that_nobody_can_open_is_named(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "a passphrase of long ago", 1)
    folder_of(tmp_path, OLD, 1)
    left = protect_backups([folder], OLD, NEW)
    assert [one.path.name[:24] for one in left] == ["a passphrase of long ago"]


def test_doing_it_twice_changes_nothing_more(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, None)
    protect_backups([folder], None, NEW)
    before = [one.path.read_bytes() for one in backups_in(folder)]
    assert protect_backups([folder], None, NEW) == []
    assert [one.path.read_bytes() for one in backups_in(folder)] == before
