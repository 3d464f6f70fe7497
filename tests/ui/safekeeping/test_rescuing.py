"""A damaged file is told calmly, never written to, and repaired in its place or replaced by a good backup."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.data.check import check_file
from app.data.connection import connect
from app.data.repair import Repaired
from app.model.item import Item
from app.model.partner import Partner
from app.model.trouble import Damaged
from app.ui.program import Program
from app.ui.safekeeping.rescuing import repaired_words
from tests.ui.test_program import PASSPHRASE, add_partner, backups, community_file, partner_names, program

__all__ = ["program"]


def spoil(path: Path, table: str, passphrase: str | None = None) -> None:
    """A table's first page is noise from now on."""
    opened = connect(path, passphrase, read_only=True)
    (page,) = opened.db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()
    opened.close()
    with path.open("r+b") as raw:
        raw.seek(4096 * (page - 1) + 100)
        raw.write(b"\x55" * 3900)


def wait_for_backup(program: Program, qtbot: QtBot) -> str:
    page = program.rescuing._page  # pyright: ignore[reportPrivateUsage]
    qtbot.waitUntil(lambda: "Looking" not in page.found.text())
    return page.found.text()


@pytest.fixture
def damaged(program: Program, tmp_path: Path) -> Path:
    """A protected file with one backup of one partner, a second partner since, and a page of noise."""
    file = community_file(tmp_path, PASSPHRASE)
    program.open_file(file, PASSPHRASE)
    add_partner(program, "then")
    program.leave()
    program.open_file(file, PASSPHRASE)
    add_partner(program, "since")
    program.leave(backed_up=False)
    spoil(file, "talk", PASSPHRASE)
    return file


def test_a_damaged_file_is_not_touched_and_its_ways_are_shown(program: Program, damaged: Path, qtbot: QtBot) -> None:
    before = damaged.read_bytes()
    program.open_file(damaged, PASSPHRASE)
    assert program.main is None
    assert program.welcome.stack.currentWidget() is program.welcome.rescue
    assert "1 partner, 0 steps" in wait_for_backup(program, qtbot)
    assert damaged.read_bytes() == before


def test_repair_puts_a_sound_file_in_its_place_and_keeps_the_damaged_one(
    program: Program, damaged: Path, qtbot: QtBot
) -> None:
    before = damaged.read_bytes()
    program.open_file(damaged, PASSPHRASE)
    wait_for_backup(program, qtbot)
    program.welcome.rescue.repair.click()
    qtbot.waitUntil(lambda: program.main is not None, timeout=20_000)
    assert program.main is not None
    assert sorted(partner_names(program)) == ["since", "then"]
    assert "Nothing is lost" in program.main.frame.banner.sentence()
    kept = next(one for one in backups(program) if one.before_going_back)
    assert kept.path.read_bytes() == before
    assert program.main.session.workspace.path == damaged
    assert [one.name for one in damaged.parent.iterdir() if "repaired" in one.name] == []


def test_going_back_to_the_newest_good_backup(program: Program, damaged: Path, qtbot: QtBot) -> None:
    program.open_file(damaged, PASSPHRASE)
    wait_for_backup(program, qtbot)
    program.welcome.rescue.backup.click()
    qtbot.waitUntil(lambda: program.main is not None, timeout=20_000)
    assert partner_names(program) == ["then"]
    program.leave()
    assert check_file(damaged, PASSPHRASE) == []


def test_without_a_good_backup_it_says_so(program: Program, damaged: Path, tmp_path: Path, qtbot: QtBot) -> None:
    for one in (tmp_path / "backups").rglob("*.groundwork"):
        one.write_bytes(one.read_bytes()[:9000])
    program.open_file(damaged, PASSPHRASE)
    assert "No good backup" in wait_for_backup(program, qtbot)
    assert not program.welcome.rescue.backup.isVisible()


def test_damage_that_is_found_later_ends_all_writing_and_leads_to_the_ways(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    file = community_file(tmp_path)
    program.open_file(file)
    add_partner(program, "then")
    program.leave()
    program.open_file(file)
    assert program.main is not None
    main = program.main
    opened = connect(file, read_only=True)
    opened.close()
    with file.open("r+b") as raw:
        raw.seek(4096 * 20)
        raw.write(b"\x55" * 4096 * 12)
    with qtbot.waitSignal(main.safe.watch.damage_found, timeout=10_000):
        main.safe.watch.look()
    assert "damaged" in main.frame.banner.sentence()
    refused = main.session.edit("Add", lambda edit: edit.add(Item(what="More")))
    assert refused is not None
    assert "damaged" in str(refused)
    before = file.read_bytes()
    main.frame.banner.action_requested.emit()
    assert program.welcome.stack.currentWidget() is program.welcome.rescue
    assert file.read_bytes() == before
    assert "1 partner" in wait_for_backup(program, qtbot)


def test_what_a_page_cannot_read_is_told_as_damage_and_not_as_a_fault_of_ours(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    file = community_file(tmp_path)
    program.open_file(file)
    assert program.main is not None
    program.meet_bug(Damaged(file.name))
    assert "damaged" in program.main.frame.banner.sentence()


def test_a_sound_file_is_looked_through_without_a_word(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    program.open_file(community_file(tmp_path))
    add_partner(program, "then")
    assert program.main is not None
    assert program.main.session.workspace.checking.problems(0) == []
    assert [one.name for one in program.main.session.workspace.all(Partner)] == ["then"]


def test_a_repair_that_cannot_count_what_is_lost_gives_no_number() -> None:
    words = repaired_words(Repaired(Path("x.groundwork"), 35, 1, endless=True))
    assert "newest changes could not be read" in words
    assert "36" not in words
