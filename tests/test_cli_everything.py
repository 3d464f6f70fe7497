"""Everything out of a file, and a new file made of it, without a window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import run_command
from app.data.opening import create_workspace, open_workspace
from app.model.community import Community
from app.model.copy import Copy
from app.model.item import Item
from app.model.partner import Partner
from tests.everything import parts_of

PASSPHRASE = "five plain words in a row"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Cedar Inlet.groundwork"
    workspace = create_workspace(path, Community(name="Cedar Inlet"), PASSPHRASE)
    with workspace.edit("Add") as edit:
        edit.add(Partner(id="p", name="hən̓q̓əmin̓əm̓ teacher", consent_show="office"))
        edit.add(Item(what="Book the hall"))
        edit.add(Copy(name="Lost", digest="0" * 64))
    workspace.close()
    return path


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = run_command([str(one) for one in words])
    out, err = capsys.readouterr()
    return status, out, err


def test_it_goes_out_and_comes_back_with_the_passphrase_that_is_given(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GROUNDWORK_PASSPHRASE", PASSPHRASE)
    status, out, err = said(capsys, "export", "everything.zip", file, "--out", tmp_path / "all.zip")
    assert (status, err) == (0, "")
    assert "It is not protected" in out
    assert "1 kept copy has no PDF any more." in out
    assert b"teacher" in parts_of((tmp_path / "all.zip").read_bytes())["records/partner.json"]
    words = ("import", "everything.zip", tmp_path / "New.groundwork", "--from", tmp_path / "all.zip")
    status, out, err = said(capsys, *words, "--json")
    assert (status, err) == (0, "")
    facts = json.loads(out)
    assert (facts["records"]["partner"], facts["records"]["item"], facts["copies"]) == (1, 1, 0)
    again = open_workspace(tmp_path / "New.groundwork", PASSPHRASE)
    assert again.protected
    assert [one.id for one in again.all(Partner)] == ["p"]
    again.close()


def test_a_file_that_stands_there_is_never_replaced(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GROUNDWORK_PASSPHRASE", PASSPHRASE)
    said(capsys, "export", "everything.zip", file, "--out", tmp_path / "all.zip")
    before = file.read_bytes()
    status, _out, err = said(capsys, "import", "everything.zip", file, "--from", tmp_path / "all.zip")
    assert status == 1
    assert "There is already a file called" in err
    assert file.read_bytes() == before


def test_without_a_passphrase_the_new_file_has_none_and_says_that_its_history_begins(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = tmp_path / "key.txt"
    key.write_text(PASSPHRASE)
    said(capsys, "export", "everything.zip", file, "--passphrase-file", key, "--out", tmp_path / "all.zip")
    status, out, _err = said(
        capsys, "import", "everything.zip", tmp_path / "New.groundwork", "--from", tmp_path / "all.zip"
    )
    assert status == 0
    assert "history begins" in out
    again = open_workspace(tmp_path / "New.groundwork")
    assert not again.protected
    again.close()


def test_what_is_no_such_zip_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK nothing")
    status, _out, err = said(
        capsys, "import", "everything.zip", tmp_path / "New.groundwork", "--from", tmp_path / "a.zip"
    )
    assert status == 1
    assert err.count("\n") == 1
    assert not (tmp_path / "New.groundwork").exists()
