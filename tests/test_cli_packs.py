"""`groundwork pack`: from a folder to what an office reads, and back out."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest

from app.cli import run_command
from app.data.resources import resources_folder
from app.data.signatures import Keys, public_of, seed_from_text
from tests.packs import FACTS, FILES, folder_of

WHOLE = {**FILES, "pack.toml": FACTS.replace('needs = "1.2"', 'needs = "0.1"').encode()}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """An unsigned pack that the commands made."""
    out = tmp_path / "autumn.groundwork-pack"
    assert run_command(["pack", "build", str(folder_of(tmp_path / "folder", WHOLE)), "--out", str(out)]) == 0
    return out


def test_a_pack_goes_in_is_found_and_goes_out(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["pack", "take", "--unsigned", str(built)]) == 0
    assert "New page: Winter roads" in capsys.readouterr().out
    assert run_command(["search", "snow"]) == 0
    assert "Winter roads" in capsys.readouterr().out
    assert run_command(["pack", "list", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["packs"]
    assert (row["id"], row["used"], row["signed"]) == ("autumn", True, False)
    assert run_command(["pack", "out", "autumn"]) == 0
    capsys.readouterr()
    assert run_command(["pack", "list"]) == 0
    assert "No pack is in" in capsys.readouterr().out
    assert run_command(["search", "snow"]) == 0
    assert "Winter roads" not in capsys.readouterr().out


def test_an_unsigned_pack_is_not_taken_in_unless_that_was_said(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["pack", "take", str(built)]) == 1
    said = capsys.readouterr()
    assert "Not signed" in said.out
    assert "add --unsigned" in said.err
    assert run_command(["pack", "list"]) == 0
    assert "No pack is in" in capsys.readouterr().out


def test_showing_a_pack_changes_nothing(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["pack", "show", "--json", str(built)]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert {"sort": "page", "what": "new", "title": "Winter roads"} in shown["changes"]
    assert run_command(["pack", "list"]) == 0
    assert "No pack is in" in capsys.readouterr().out


def test_a_new_key_signs_a_pack_that_its_public_half_vouches_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, out = tmp_path / "ours.key", tmp_path / "autumn.groundwork-pack"
    assert run_command(["pack", "key", str(key), "--name", "Cedar Inlet office"]) == 0
    row = capsys.readouterr().out.split("\n\n")[1]
    (tmp_path / "keys.toml").write_text(row, "utf-8")
    assert len(Keys.load(tmp_path / "keys.toml")) == 1
    folder = folder_of(tmp_path / "folder", WHOLE)
    assert run_command(["pack", "build", str(folder), "--out", str(out), "--key", str(key)]) == 0
    assert "It is signed" in capsys.readouterr().out
    assert public_of(seed_from_text(key.read_text("ascii")))
    if sys.platform != "win32":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_a_key_is_never_written_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = tmp_path / "ours.key"
    key.write_text("older", "ascii")
    assert run_command(["pack", "key", str(key), "--name", "We"]) == 1
    assert key.read_text("ascii") == "older"
    assert "already a file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["out", "nothing"], "No pack called"),
        (["show", "there-is-none.groundwork-pack"], "cannot be found"),
        (["key", "x.key", "--name", 'a"b'], "plain name"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(given: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["pack", *given]) == 1
    said = capsys.readouterr()
    assert says in said.err
    assert said.err.count("\n") == 1


def test_a_pack_is_named_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = folder_of(tmp_path / "folder", WHOLE)
    assert run_command(["pack", "build", str(folder), "--out", str(tmp_path / "a.zip")]) == 1
    assert ".groundwork-pack" in capsys.readouterr().err


def test_no_private_key_is_kept_with_the_program() -> None:
    assert "seed" not in (resources_folder() / "keys.toml").read_text("utf-8")
    assert not list(resources_folder().rglob("*.key"))
