"""Reading the list of licences."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.data.licences import HEAD, Licence, load_licences


def test_each_part_has_name_version_licence_and_text(tmp_path: Path) -> None:
    (tmp_path / "list").write_text(f"{HEAD}one\t1.0\tMIT\n\nfirst\n\n{HEAD}two\t\tBSD\n\nsecond\nline\n", "utf-8")
    assert load_licences(tmp_path / "list") == (
        Licence("one", "1.0", "MIT", "first"),
        Licence("two", "", "BSD", "second\nline"),
    )
    assert [one.title for one in load_licences(tmp_path / "list")] == ["one 1.0", "two"]


def test_a_file_that_is_no_list_is_a_fault_of_ours(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("nothing", "utf-8")
    with pytest.raises(ValueError, match="empty"):
        load_licences(tmp_path / "list")
