"""A damaged file is told from a sound one, and a sound one made of it beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.data.check import check_file
from app.data.connection import connect
from app.data.opening import create_workspace, open_workspace
from app.data.repair import repair
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.copy import Copy
from app.model.item import Item
from app.model.kinds import KINDS
from app.model.partner import Partner
from app.model.talk import Talk
from app.model.tie import Tie
from app.model.trouble import AlreadyThere, Damaged


@pytest.fixture
def filled(workspace: Workspace, file: Path) -> Path:
    with workspace.edit("Add") as edit:
        lead = edit.add(Partner(name="Victim services", skills="Trained staff"))
        edit.add(Item(what="Book the hall", lead=lead.id))
    for n in range(20):
        with workspace.edit("Rename") as edit:
            edit.change(Partner, lead.id, name=f"Victim services {n}")
    workspace.close()
    return file


def damage(path: Path, *statements: str) -> None:
    opened = connect(path)
    for sql in statements:
        opened.db.execute(sql)
    opened.db.execute("PRAGMA journal_mode = delete")
    opened.close()


def contents(path: Path) -> tuple[list[Partner], list[Item]]:
    workspace = open_workspace(path)
    found = (workspace.all(Partner), workspace.all(Item))
    workspace.close()
    return found


def test_a_sound_file_has_no_problems(filled: Path) -> None:
    assert check_file(filled) == []


DAMAGES = {
    "a changed row": ["UPDATE partner SET role = 'Mayor'"],
    "a lost row": ["DELETE FROM item"],
    "a lost place in the search": ["DELETE FROM search_of"],
    "a changed word in the search": ["UPDATE search SET body = 'mayor'"],
    "an unreadable edit": ["UPDATE history SET change = x'00112233' WHERE seq = 3"],
    "a missing edit": ["DELETE FROM history WHERE seq = 3"],
}


@pytest.mark.parametrize("name", list(DAMAGES))
def test_damage_is_found(filled: Path, name: str) -> None:
    damage(filled, *DAMAGES[name])
    assert check_file(filled) != []


@pytest.mark.parametrize("name", ["a changed row", "a lost row", "a lost place in the search"])
def test_repair_rebuilds_the_tables_and_loses_nothing(filled: Path, name: str) -> None:
    before = contents(filled)
    damage(filled, *DAMAGES[name])
    damaged = filled.read_bytes()
    repaired = repair(filled)
    assert repaired.lost == 0
    assert check_file(repaired.path) == []
    assert contents(repaired.path) == before
    assert filled.read_bytes() == damaged


LOSSES = {
    "the last edit": ("UPDATE history SET change = x'00112233' WHERE seq = 22", 1),
    "an edit that all later ones build on": ("UPDATE history SET change = x'00112233' WHERE seq = 3", 20),
    "an edit that is gone": ("DELETE FROM history WHERE seq = 3", 20),
    "the whole history": ("DELETE FROM history", 1),
}


@pytest.mark.parametrize("name", list(LOSSES))
def test_repair_without_some_edits_says_so_and_keeps_what_the_lists_show(filled: Path, name: str) -> None:
    before = contents(filled)
    sql, lost = LOSSES[name]
    damage(filled, sql)
    repaired = repair(filled)
    assert repaired.lost == lost
    assert str(lost) in repaired.sentence
    assert check_file(repaired.path) == []
    assert contents(repaired.path) == before


def test_repair_frees_whoever_names_a_record_that_is_lost(workspace: Workspace, file: Path) -> None:
    with workspace.edit("Add") as edit:
        one, two = (edit.add(Partner(name=name)) for name in "AB")
        step = edit.add(Item(what="Book the hall", lead=one.id, helpers=(one.id, two.id)))
        edit.add(Tie(from_partner=one.id, to_partner=two.id))
    workspace.close()
    damage(file, "DELETE FROM history", f"DELETE FROM partner WHERE id = '{one.id}'")
    repaired = repair(file)
    assert check_file(repaired.path) == []
    assert [(found.id, found.lead, found.helpers) for found in contents(repaired.path)[1]] == [(step.id, "", (two.id,))]


def test_a_repaired_plan_keeps_its_order(workspace: Workspace, file: Path) -> None:
    for n in range(4):
        with workspace.edit("Add") as edit:
            goal = edit.add(Item(what=f"Goal {n}", level="goal"), after="")
            for step in "cab":
                edit.add(Item(what=step, parent=goal.id), after="")
    workspace.close()
    before = contents(file)
    damage(file, "DELETE FROM history WHERE seq = 2")
    repaired = repair(file)
    assert [(one.what, one.parent) for one in contents(repaired.path)[1]] == [
        (one.what, one.parent) for one in before[1]
    ]
    assert check_file(repaired.path) == []


def test_a_lost_edit_that_the_snapshot_holds_leaves_a_sound_repaired_file(workspace: Workspace, file: Path) -> None:
    for n in range(220):
        with workspace.edit("Add") as edit:
            edit.add(Partner(name=f"Partner {n}"))
    for _n in range(3):
        workspace.undo()
    workspace.close()
    before = contents(file)
    damage(file, "DELETE FROM history WHERE seq IN (2, 220, 221)")
    repaired = repair(file)
    assert repaired.lost == 3
    assert check_file(repaired.path) == []
    assert contents(repaired.path) == before


def test_one_unreadable_page_of_a_protected_file_does_not_hide_the_others(file: Path) -> None:
    workspace = create_workspace(file, Community(name="C"), "secret words")
    page = 0
    for n in range(60):
        if n == 30:  # what this edit writes first goes to the end of the file: its row of the history
            page = int(workspace._connection.pragma("page_count")) + 3
        with workspace.edit("Add") as edit:
            edit.add(Partner(name=f"Partner {n}", notes="word " * 3000 if n == 30 else "n" * 300))
    kept = workspace.copies.put(b"%PDF-kept", ["canary"])
    with workspace.edit("Add") as edit:
        edit.add(Copy(name="Guide", digest=kept))
    workspace.close()
    content = bytearray(file.read_bytes())
    content[4096 * (page - 1) + 99] ^= 0xFF
    file.write_bytes(content)
    repaired = repair(file, "secret words")
    assert repaired.lost == 31
    assert repaired.copies == 0
    assert check_file(repaired.path, "secret words") == []
    again = open_workspace(repaired.path, "secret words")
    assert {one.name for one in again.all(Partner)} == {f"Partner {n}" for n in range(60)}
    assert again.copies.read(kept) == b"%PDF-kept"
    again.close()


def test_repair_never_writes_over_an_earlier_repair(filled: Path) -> None:
    repair(filled)
    with pytest.raises(AlreadyThere):
        repair(filled)


def test_a_file_without_any_readable_history_is_said_to_be_damaged(filled: Path) -> None:
    lists = (f"DELETE FROM [{kind.kind}]" for kind in KINDS)
    damage(filled, "DELETE FROM history", "DELETE FROM snapshot", *lists)
    with pytest.raises(Damaged):
        repair(filled)
    assert [one.name for one in filled.parent.iterdir()] == [filled.name]


def test_an_edit_in_a_file_with_a_damaged_history_is_refused(filled: Path) -> None:
    damage(filled, "UPDATE history SET change = x'00' WHERE seq = 3")
    workspace = open_workspace(filled)
    with pytest.raises(Damaged), workspace.edit("Add") as edit:
        edit.add(Partner(name="B"))
    workspace.close()


def test_a_file_with_a_damaged_history_that_waits_for_a_snapshot_is_closed_calmly(filled: Path) -> None:
    damage(filled, "UPDATE history SET change = zeroblob(600000) WHERE seq = 3")
    workspace = open_workspace(filled)
    with pytest.raises(Damaged):
        workspace.close()
    assert [one.name for one in filled.parent.iterdir()] == [filled.name]


def test_a_file_that_has_lost_the_edits_it_undid_is_still_opened(workspace: Workspace, file: Path) -> None:
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="A"))
    workspace.undo()
    workspace.redo()
    workspace.close()
    damage(file, "DELETE FROM history WHERE sort = 'edit'")
    opened = open_workspace(file)
    assert [one.name for one in opened.all(Partner)] == ["A"]
    assert not opened.undo()
    opened.close()


def test_overwritten_pages_are_found_and_told_in_a_sentence(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    content[4096 * 3 : 4096 * 5] = b"\x55" * 8192
    filled.write_bytes(content)
    problems = check_file(filled)
    assert problems
    assert all(one.endswith(".") for one in problems)


UNREADABLE = {
    "a list": "UPDATE partner SET languages = '[''cut'",
    "words that are no text": "UPDATE partner SET notes = CAST(x'ff80' AS TEXT)",
    "the way back": "UPDATE history SET steps = '[[1'",
    "the way back, no text": "UPDATE history SET steps = CAST(x'ff80' AS TEXT)",
    "an unknown way back": "UPDATE history SET steps = '[[\"fly\",1]]'",
    "a lost place of the search": "DELETE FROM search_of",
    "the search's own notes": "UPDATE search_config SET v = 99 WHERE k = 'version'",
}


@pytest.mark.parametrize("name", list(UNREADABLE))
def test_what_nobody_can_have_written_is_said_to_be_damaged(filled: Path, name: str) -> None:
    damage(filled, UNREADABLE[name])
    try:
        workspace = open_workspace(filled)
    except Damaged:
        return
    for do in (lambda: workspace.all(Partner), lambda: workspace.find("services"), workspace.undo, workspace.redo):
        try:
            do()
        except Damaged:
            continue
    workspace.close()
    assert all(one.endswith(".") for one in check_file(filled))


@pytest.mark.parametrize("table", ["history SET change", "snapshot SET whole"])
def test_a_history_that_is_not_made_of_bytes_is_said_to_be_damaged(filled: Path, table: str) -> None:
    damage(
        filled,
        "INSERT OR IGNORE INTO snapshot VALUES (1, x'00', x'00')",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(replace(sql, ' STRICT', ''), ' BLOB', '')",
    )
    damage(filled, f"UPDATE {table} = 'text'")
    assert check_file(filled)
    with pytest.raises(Damaged):
        open_workspace(filled)


def test_a_list_of_layouts_that_cannot_be_read_is_said_to_be_damaged(filled: Path) -> None:
    damage(filled, "ALTER TABLE _sqlite_migrations RENAME COLUMN applied_at TO other")
    with pytest.raises(Damaged):
        open_workspace(filled)


def spoil(path: Path, table: str) -> None:
    """A table's page is noise from now on, for whoever reads it anew."""
    opened = connect(path, read_only=True)
    (page,) = opened.db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()
    opened.close()
    with path.open("r+b") as raw:
        raw.seek(4096 * (page - 1))
        raw.write(b"\x55" * 4096)


def test_a_damaged_file_is_not_opened_to_be_changed(filled: Path) -> None:
    spoil(filled, "tie")
    before = filled.read_bytes()
    with pytest.raises(Damaged):
        open_workspace(filled)
    assert filled.read_bytes() == before
    assert [one.name for one in filled.parent.iterdir()] == [filled.name]
    open_workspace(filled, read_only=True).close()


def test_damage_met_while_it_is_open_ends_all_writing(filled: Path) -> None:
    open_workspace(filled).close()
    workspace = open_workspace(filled)
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="Added before"))
    spoil(filled, "talk")
    before = filled.read_bytes()
    with pytest.raises(Damaged):
        workspace.all(Talk)
    assert workspace.damaged
    with pytest.raises(Damaged), workspace.edit("Add") as edit:
        edit.add(Partner(name="Added after"))
    workspace.close()
    assert filled.read_bytes() == before
    assert filled.with_name(filled.name + "-wal").stat().st_size > 0
    repaired = repair(filled)
    assert repaired.lost == 0
    assert "Added before" in [one.name for one in contents(repaired.path)[0]]


def test_a_changed_protected_page_is_found(tmp_path: Path) -> None:
    path = tmp_path / "protected.groundwork"
    workspace = create_workspace(path, Community(name="C"), "secret words")
    with workspace.edit("Add") as edit:
        for n in range(40):
            edit.add(Partner(name=f"Partner {n}", notes="n" * 500))
    workspace.close()
    content = bytearray(path.read_bytes())
    content[-2000] ^= 0xFF
    path.write_bytes(content)
    assert check_file(path, "secret words") != []


@pytest.mark.parametrize("step", ["m0001_start", "m0002_attachments"])
def test_a_list_of_layouts_that_has_lost_one_is_said_to_be_damaged(filled: Path, step: str) -> None:
    damage(filled, f"DELETE FROM _sqlite_migrations WHERE name = '{step}'")
    with pytest.raises(Damaged):
        open_workspace(filled)
    assert [one.name for one in filled.parent.iterdir()] == [filled.name]


def test_a_file_that_another_version_of_the_library_wrote_is_sound(filled: Path) -> None:
    damage(filled, "PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = replace(sql, '\"', '`')")
    assert check_file(filled) == []
    open_workspace(filled).close()


def test_a_layout_that_sqlite_itself_does_not_know_is_said_to_be_damaged(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    content[44:48] = b"\xdc" * 4  # the schema format number: https://www.sqlite.org/fileformat.html, 1.3
    filled.write_bytes(content)
    assert "damaged" in check_file(filled)[0]
    with pytest.raises(Damaged):
        open_workspace(filled)


def test_a_letter_changed_in_what_the_file_says_of_its_tables_is_damage(filled: Path) -> None:
    damage(
        filled,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'title', 'ti|le') WHERE name = 'search'",
    )
    assert check_file(filled) != []
    for read_only in (True, False):
        with pytest.raises(Damaged):
            open_workspace(filled, read_only=read_only)
