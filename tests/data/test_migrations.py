"""Older files are copied, the copy is checked, and only then are they brought up to date."""

from __future__ import annotations

import errno
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from app.data.check import check_file
from app.data.connection import connect
from app.data.migrations import MIGRATIONS, bring_up_to_date, m0001_start
from app.data.opening import note_shape, open_workspace
from app.data.repair import repair
from app.data.tables import Tables
from app.data.workspace import Workspace
from app.model.kinds import KINDS
from app.model.partner import Partner
from app.model.trouble import OtherVersion, Trouble
from tests.data.faults import injected

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def with_one_more() -> Migrations:
    """The program's migrations and one that it may have some day."""
    later = Migrations(MIGRATIONS.name)
    later(name="m0001_start")(m0001_start)

    @later(name="m0002_shelf")
    def m0002_shelf(db: Database) -> None:
        db.execute("CREATE TABLE shelf (name TEXT) STRICT")

    return later


@pytest.fixture
def older(workspace: Workspace, file: Path) -> Path:
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="A"))
    workspace.close()
    return file


def test_a_file_of_today_needs_nothing(older: Path) -> None:
    opened = connect(older)
    assert bring_up_to_date(opened, NOW) is None
    opened.close()


def test_an_older_file_is_copied_before_it_changes(older: Path) -> None:
    opened = connect(older)
    copy = bring_up_to_date(opened, NOW, with_one_more())
    changed = opened.db.table("shelf").exists()
    opened.close()
    assert changed
    assert copy is not None
    assert check_file(copy) == []
    kept = open_workspace(copy)
    assert [one.name for one in kept.all(Partner)] == ["A"]
    kept.close()


@pytest.fixture
def first(older: Path) -> Path:
    """A file as the first version left it: without kept copies."""
    opened = connect(older, journal="delete")
    for table in ("attachment_search", "attachment_page", "attachment_part", "attachment", "copy"):
        opened.db.execute(f"DROP TABLE [{table}]")
    opened.db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm0002_attachments'")
    tables = Tables(opened.db, [kind for kind in KINDS if kind.kind != "copy"])
    note_shape(opened, tables)
    opened.db.execute("PRAGMA user_version = 1")
    opened.close()
    return older


def test_a_file_of_the_first_version_is_sound_and_comes_up_to_date(first: Path) -> None:
    assert check_file(first) == []
    workspace = open_workspace(first)
    assert [one.name for one in workspace.all(Partner)] == ["A"]
    workspace.close()
    assert check_file(first) == []
    (copy,) = [one for one in first.parent.iterdir() if one != first]
    assert check_file(copy) == []


def test_looking_at_a_file_of_the_first_version_says_what_to_do(first: Path) -> None:
    before = first.read_bytes()
    with pytest.raises(OtherVersion):
        open_workspace(first, read_only=True)
    assert first.read_bytes() == before


def test_repair_brings_a_file_of_the_first_version_up_to_date(first: Path) -> None:
    repaired = repair(first)
    assert (repaired.lost, repaired.copies) == (0, 0)
    assert check_file(repaired.path) == []
    open_workspace(repaired.path, read_only=True).close()


@pytest.mark.skipif(sys.platform != "linux", reason="SQLite's hook is driven through Linux's C library")
def test_without_room_for_the_copy_nothing_changes(older: Path) -> None:
    opened = connect(older)
    opened.db.execute("SELECT count(*) FROM history").fetchone()
    with injected() as faults, pytest.raises(Trouble):
        faults.fail_at, faults.error = 1, errno.ENOSPC
        bring_up_to_date(opened, NOW, with_one_more())
    assert not opened.db.table("shelf").exists()
    opened.close()
    assert len([one for one in older.parent.iterdir() if one.suffix == ".groundwork"]) == 1
