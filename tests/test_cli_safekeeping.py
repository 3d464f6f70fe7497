"""`groundwork backup` and `groundwork restore`, and what `status` says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import run_command
from app.data.check import check_file
from app.data.opening import create_workspace, open_workspace
from app.model.community import Community
from app.model.partner import Partner

PASSPHRASE = "five plain words in a row"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Cedar Inlet.groundwork"
    workspace = create_workspace(path, Community(name="Cedar Inlet"), PASSPHRASE)
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="then"))
    workspace.close()
    return path


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROUNDWORK_PASSPHRASE", PASSPHRASE)


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = run_command([str(one) for one in words])
    out, err = capsys.readouterr()
    return status, out, err


def last_backup(capsys: pytest.CaptureFixture[str], file: Path) -> object:
    _status, out, _err = said(capsys, "status", file, "--json")
    return json.loads(out)["last_backup"]


def test_a_backup_is_made_and_status_tells_of_it(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert last_backup(capsys, file) is None
    status, out, _err = said(capsys, "backup", file, tmp_path / "stick")
    made = next((tmp_path / "stick").iterdir())
    assert status == 0
    assert made.name in out
    assert "1 partners, 0 steps" in made.name
    assert check_file(made, PASSPHRASE) == []
    assert str(last_backup(capsys, file)).startswith("20")
    assert "Backed up last" in said(capsys, "status", file)[1]


def test_a_file_that_a_window_has_open_is_backed_up_too(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    window = open_workspace(file, PASSPHRASE)
    with window.edit("Add") as edit:
        edit.add(Partner(name="since"))
    assert said(capsys, "backup", file, tmp_path / "stick")[0] == 0
    assert "2 partners" in next((tmp_path / "stick").iterdir()).name
    window.close()


def test_restore_brings_the_backup_back_and_keeps_what_was_there(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "backup", file, tmp_path / "stick")
    workspace = open_workspace(file, PASSPHRASE)
    with workspace.edit("Add") as edit:
        edit.add(Partner(name="since"))
    workspace.close()
    status, out, _err = said(capsys, "restore", next((tmp_path / "stick").iterdir()), file)
    assert status == 0
    again = open_workspace(file, PASSPHRASE, read_only=True)
    assert [one.name for one in again.all(Partner)] == ["then"]
    again.close()
    kept = next(one for one in tmp_path.iterdir() if "before going back" in one.name)
    assert kept.name in out
    assert "2 partners" in kept.name


def test_restore_makes_a_new_file_where_there_is_none(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "another.groundwork"
    assert said(capsys, "restore", file, target)[0] == 0
    assert check_file(target, PASSPHRASE) == []


def test_a_wrong_passphrase_or_a_missing_backup_is_one_line(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GROUNDWORK_PASSPHRASE", "wrong")
    for words in (("backup", file, tmp_path / "stick"), ("restore", file, tmp_path / "x.groundwork")):
        status, _out, err = said(capsys, *words)
        assert status == 1
        assert err.count("\n") == 1
    status, _out, err = said(capsys, "restore", tmp_path / "gone.groundwork", file)
    assert status == 1
    assert "cannot be found" in err
