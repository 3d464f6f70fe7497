"""Files that are not what they should be: each gets its own calm sentence, and is left as it was."""

from __future__ import annotations

import os
import sqlite3
import zipfile
from pathlib import Path

import pytest

from app.data.check import check_file
from app.data.connection import FORMAT, address, connect
from app.data.opening import create_workspace, open_workspace
from app.data.repair import repair
from app.model.community import Community
from app.model.partner import Partner
from app.model.trouble import (
    AlreadyThere,
    Damaged,
    NameTooLong,
    NewerFile,
    NotACommunityFile,
    NotAllowed,
    NotThere,
    NotWhole,
    PassphraseNeeded,
    ReadOnly,
    Refused,
    Trouble,
    WrongPassphrase,
)

PASSPHRASE = "it's ʔaq̓am; DROP TABLE"


def filled(path: Path, passphrase: str | None = None, partners: int = 30) -> Path:
    workspace = create_workspace(path, Community(name="Cedar Inlet"), passphrase)
    with workspace.edit("Add") as edit:
        for n in range(partners):
            edit.add(Partner(name=f"Partner {n}", notes="Notes " * 40))
    workspace.close()
    return path


def test_a_protected_file_opens_with_its_passphrase(file: Path) -> None:
    workspace = open_workspace(filled(file, PASSPHRASE), PASSPHRASE)
    assert workspace.protected
    assert len(workspace.all(Partner)) == 30
    workspace.close()


def test_no_name_of_a_protected_file_stands_in_it_readable(file: Path) -> None:
    filled(file, PASSPHRASE)
    assert b"Partner 1" not in file.read_bytes()
    assert b"Cedar Inlet" not in file.read_bytes()


def test_a_passphrase_typed_with_other_accent_keys_is_the_same(file: Path) -> None:
    filled(file, "caf\u00e9")
    open_workspace(file, "cafe\u0301").close()


@pytest.mark.parametrize("passphrase", ["a\ud800b", "a\0b", "x" * 10_000, "🧡👩‍👩‍👧", "   ", "x'" + "ab" * 32 + "'"])
def test_whatever_is_typed_as_a_passphrase_opens_the_file_again(file: Path, passphrase: str) -> None:
    filled(file, passphrase, partners=1)
    open_workspace(file, passphrase).close()
    with pytest.raises(WrongPassphrase):
        open_workspace(file, "\ud800")


def test_a_wrong_passphrase_is_said_calmly(file: Path) -> None:
    with pytest.raises(WrongPassphrase):
        open_workspace(filled(file, PASSPHRASE), "something else")


def test_a_missing_passphrase_is_asked_for(file: Path) -> None:
    with pytest.raises(PassphraseNeeded):
        open_workspace(filled(file, PASSPHRASE))


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_told_and_left_as_it_is(file: Path, passphrase: str | None, kept: float) -> None:
    content = filled(file, passphrase).read_bytes()
    cut = content[: int(len(content) * kept)]
    file.write_bytes(cut)
    with pytest.raises((Damaged, WrongPassphrase)):
        workspace = open_workspace(file, passphrase)
        workspace.close()
    assert file.read_bytes() == cut


@pytest.mark.parametrize("content", [b"", b"\0" * 4096, b"\0" * 300_000])
def test_a_file_that_has_not_been_brought_yet_is_said_to_be_empty(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(NotWhole):
        open_workspace(file, "some passphrase")
    assert file.read_bytes() == content


@pytest.mark.parametrize("content", [b"hello", b"%PDF-1.7 " * 2000, b"a,b,c\n" * 4096])
def test_a_file_of_another_program_is_not_opened(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(NotACommunityFile):
        open_workspace(file, "some passphrase")
    assert file.read_bytes() == content


def test_a_zip_file_is_not_opened(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("noise", os.urandom(50_001))
    with pytest.raises(Trouble):
        open_workspace(file, "some passphrase")


def test_another_programs_sqlite_file_is_not_opened(file: Path) -> None:
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE songs (name TEXT)")
    other.commit()
    other.close()
    before = file.read_bytes()
    with pytest.raises(NotACommunityFile):
        open_workspace(file)
    assert file.read_bytes() == before


def test_a_newer_file_is_refused_untouched(file: Path) -> None:
    filled(file)
    opened = connect(file)
    opened.db.execute(f"PRAGMA user_version = {FORMAT + 1}")
    opened.db.execute("PRAGMA journal_mode = delete")
    opened.close()
    before = file.read_bytes()
    with pytest.raises(NewerFile):
        open_workspace(file)
    assert file.read_bytes() == before


def test_a_file_that_is_gone_is_said_calmly(file: Path) -> None:
    with pytest.raises(NotThere):
        open_workspace(file)


def test_a_folder_that_is_gone_is_said_calmly(file: Path) -> None:
    with pytest.raises(NotThere):
        create_workspace(file.parent / "no such folder" / "x.groundwork", Community(name="C"))


def test_a_new_file_never_replaces_another(file: Path) -> None:
    filled(file)
    before = file.read_bytes()
    with pytest.raises(AlreadyThere):
        create_workspace(file, Community(name="Other"))
    assert file.read_bytes() == before


@pytest.mark.parametrize("side", ["-wal", "-journal"])
def test_a_new_file_takes_in_nothing_that_a_lost_one_of_its_name_left(file: Path, side: str) -> None:
    left = file.with_name(file.name + side)
    left.write_bytes(b"edits of another file")
    with pytest.raises(AlreadyThere, match=side):
        create_workspace(file, Community(name="New"))
    assert left.read_bytes() == b"edits of another file"
    assert not file.exists()


@pytest.mark.parametrize("letters", [232, 238, 244, 300])
def test_a_name_that_is_too_long_is_said_calmly(file: Path, letters: int) -> None:
    path = file.with_name("x" * letters + ".groundwork")
    with pytest.raises(NameTooLong):
        create_workspace(path, Community(name="C"))
    assert list(file.parent.iterdir()) == []


def test_a_file_with_too_long_a_name_can_be_looked_at_and_is_told_otherwise(file: Path) -> None:
    long = filled(file).rename(file.with_name("x" * 244 + ".groundwork"))
    open_workspace(long, read_only=True).close()
    for do in (open_workspace, repair):
        with pytest.raises(NameTooLong):
            do(long)
    assert [one.name for one in file.parent.iterdir()] == [long.name]


def test_a_folder_where_the_unfinished_file_goes_is_said_calmly(file: Path) -> None:
    file.with_name(f".{file.name}.part").mkdir()
    with pytest.raises(NotAllowed, match="“Cedar Inlet"):
        create_workspace(file, Community(name="C"))


def test_a_file_in_a_shared_folder_of_windows_has_an_address_that_sqlite_takes() -> None:
    assert address("file://office/plans/a%20b.groundwork") == "file:////office/plans/a%20b.groundwork"
    assert address("file:///C:/plans/a%23b.groundwork") == "file:///C:/plans/a%23b.groundwork"


@pytest.mark.parametrize("side", ["-wal", "-journal"])
@pytest.mark.parametrize("content", [b"", bytes(512)])
def test_what_was_never_begun_beside_a_lost_file_is_in_nobodys_way(file: Path, side: str, content: bytes) -> None:
    file.with_name(file.name + side).write_bytes(content)
    create_workspace(file, Community(name="New")).close()
    assert [one.name for one in open_and_close(file)] == ["New"]
    assert check_file(file) == []


def open_and_close(file: Path) -> list[Community]:
    workspace = open_workspace(file)
    found = workspace.all(Community)
    workspace.close()
    return found


def test_a_refused_name_leaves_no_file_behind(file: Path) -> None:
    with pytest.raises(Refused):
        create_workspace(file, Community(name="x" * 10_000))
    assert list(file.parent.iterdir()) == []


def test_looking_only_shows_everything_and_changes_nothing(file: Path) -> None:
    before = filled(file, PASSPHRASE).read_bytes()
    looked_at = open_workspace(file, PASSPHRASE, read_only=True)
    assert len(looked_at.all(Partner)) == 30
    with pytest.raises(ReadOnly), looked_at.edit("Add") as edit:
        edit.add(Partner(name="A"))
    looked_at.close()
    assert file.read_bytes() == before
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_what_was_deleted_does_not_linger_in_the_file(file: Path) -> None:
    workspace = open_workspace(filled(file, partners=0))
    opened = workspace.path
    with workspace.edit("Add") as edit:
        partner = edit.add(Partner(name="A", phone="canaryphone"))
    workspace.close()
    connection = connect(opened)
    connection.db.execute("DELETE FROM partner WHERE id = ?", [partner.id])
    for table in ("history", "search", "search_of"):
        connection.db.execute(f"DELETE FROM {table}")
    connection.db.execute("PRAGMA journal_mode = delete")
    connection.close()
    assert b"canaryphone" not in file.read_bytes()
