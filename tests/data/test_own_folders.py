"""Where the program keeps what is its own."""

from __future__ import annotations

from pathlib import Path

from app.data.own_folders import PORTABLE, own_folders


def test_everything_goes_beside_the_program_where_the_folder_for_it_is(tmp_path: Path) -> None:
    (tmp_path / PORTABLE).mkdir()
    found = own_folders(tmp_path / "Groundwork.exe")
    assert all(one.is_relative_to(tmp_path / PORTABLE) for one in found.all)


def test_without_that_folder_it_goes_where_this_person_has_such_things(tmp_path: Path) -> None:
    found = own_folders(tmp_path / "Groundwork.exe")
    assert not [one for one in found.all if one.is_relative_to(tmp_path)]
    assert found == own_folders()
