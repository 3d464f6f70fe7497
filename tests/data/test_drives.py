"""Which drives come and go, and what people call them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.data import drives as module
from app.data.drives import drive_name, is_away, is_stick, mount_of

TABLE = """\
/dev/sda1 / ext4 rw 0 0
/dev/sdb1 /media/ana/BAND\\040OFFICE vfat rw 0 0
//server/share /srv/ana/shared cifs rw 0 0
/dev/sda2 /srv ext4 rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("file", "away"),
    [
        ("/media/ana/BAND OFFICE/Cedar.groundwork", True),
        ("/media/ana/other/Cedar.groundwork", False),
        ("/srv/ana/shared/deep/Cedar.groundwork", True),
        ("/srv/ana/Documents/Cedar.groundwork", False),
        ("/opt/Cedar.groundwork", False),
    ],
)
def test_sticks_and_shared_drives_come_and_go(file: str, *, away: bool) -> None:
    assert is_stick(*mount_of(Path(file), TABLE)) is away


def test_a_drive_is_called_by_the_folder_it_is_found_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stick = tmp_path / "BAND OFFICE"
    monkeypatch.setattr(module.os.path, "ismount", lambda one: Path(one) == stick)
    assert drive_name(stick / "deep" / "Cedar.groundwork") == "BAND OFFICE"


def test_a_folder_on_this_computers_own_drive_is_not_away(tmp_path: Path) -> None:
    assert not is_away(tmp_path / "Cedar.groundwork", tmp_path / "not made yet" / "work copies")


def test_what_lies_beside_a_carried_program_goes_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "portable_folder", lambda: tmp_path / "Groundwork")
    monkeypatch.setattr(module, "_drive", lambda file: len(file.parts))
    assert is_away(tmp_path / "Groundwork" / "deep" / "Cedar.groundwork", tmp_path)
    assert not is_away(tmp_path / "other" / "Cedar.groundwork", tmp_path / "other" / "work copies")
