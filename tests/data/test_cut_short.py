"""Files that a service brought half, or that a stick lost the end of: told, left alone, and repaired as far as they go."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.data.check import check_file
from app.data.connection import is_protected
from app.data.opening import create_workspace, open_workspace
from app.data.raw_key import raw_key
from app.data.repair import repair
from app.model.community import Community
from app.model.partner import Partner
from app.model.trouble import Damaged, WrongPassphrase

PASSPHRASE = "five plain words in a rów"
COUNT = 60


@pytest.fixture(params=[None, PASSPHRASE], ids=["plain", "protected"])
def passphrase(request: pytest.FixtureRequest) -> str | None:
    """Whether the file has one."""
    return request.param


@pytest.fixture
def content(file: Path, passphrase: str | None) -> bytes:
    """What a file with many edits holds, the newest at its end."""
    workspace = create_workspace(file, Community(name="Cedar Inlet"), passphrase)
    for number in range(COUNT):
        with workspace.edit("Add") as edit:
            edit.add(Partner(name=f"Partner {number}", notes="note " * 200))
    workspace.close()
    return file.read_bytes()


def kept(content: bytes, part: float, *, filled: bool) -> bytes:
    """The beginning of it, and nothing or zeros after that."""
    end = int(len(content) * part)
    return content[:end] + bytes(len(content) - end) * filled


def partners(path: Path, passphrase: str | None) -> set[str]:
    workspace = open_workspace(path, passphrase, read_only=True)
    found = {one.name for one in workspace.all(Partner)}
    workspace.close()
    return found


@pytest.mark.parametrize("filled", [False, True], ids=["cut off", "zeros at the end"])
@pytest.mark.parametrize("part", [0.6, 0.95])
def test_what_is_there_of_it_is_repaired_and_the_rest_is_not_called_nothing(
    content: bytes, file: Path, passphrase: str | None, part: float, *, filled: bool
) -> None:
    half = kept(content, part, filled=filled)
    file.write_bytes(half)
    with pytest.raises(Damaged):
        open_workspace(file, passphrase)
    assert check_file(file, passphrase) != []
    repaired = repair(file, passphrase)
    assert file.read_bytes() == half
    assert check_file(repaired.path, passphrase) == []
    found = partners(repaired.path, passphrase)
    assert len(found) >= COUNT * (0.85 if part > 0.9 else 0.2)
    assert repaired.lost > 0
    assert repaired.endless
    assert "not known how many" in repaired.sentence
    assert {one.name for one in file.parent.iterdir()} == {file.name, repaired.path.name}


def test_a_protected_file_that_was_cut_short_still_asks_for_its_passphrase(file: Path) -> None:
    create_workspace(file, Community(name="Cedar Inlet"), PASSPHRASE).close()
    file.write_bytes(file.read_bytes()[:9_000])
    assert is_protected(file)
    with pytest.raises(WrongPassphrase):
        repair(file, "something else")
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_an_empty_beginning_alone_is_not_repaired(file: Path, passphrase: str | None, content: bytes) -> None:
    file.write_bytes(content[:4_096])
    with pytest.raises(Damaged):
        repair(file, passphrase)
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_the_key_of_a_passphrase_opens_the_file_in_its_place(file: Path) -> None:
    create_workspace(file, Community(name="Cedar Inlet"), PASSPHRASE).close()
    assert check_file(file, raw_key(file, PASSPHRASE)) == []
    with pytest.raises(WrongPassphrase):
        check_file(file, raw_key(file, "something else"))


def test_many_damaged_pages_of_a_protected_file_do_not_hold_its_repair_up(file: Path) -> None:
    workspace = create_workspace(file, Community(name="Cedar Inlet"), PASSPHRASE)
    for number in range(150):
        with workspace.edit("Add") as edit:
            edit.add(Partner(name=f"Partner {number}", notes="note " * 120))
    workspace.close()
    content = bytearray(file.read_bytes())
    for page in range(len(content) // 4096 - 40, len(content) // 4096 - 10, 6):
        content[page * 4096 + 100] ^= 0xFF
    file.write_bytes(content)
    repaired = repair(file, PASSPHRASE)
    assert repaired.lost > 0
    assert check_file(repaired.path, PASSPHRASE) == []
    assert len(partners(repaired.path, PASSPHRASE)) > 75
