"""Signing a release: what is written is what an office's program believes, and nothing is written that it would not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import __released__, __version__
from app.cli import run_command
from app.data.releases import all_in, is_whole
from app.data.signatures import Keys, seed_as_text
from development.packing.signing import Wrong, main, write_notes
from tests.packs import KEYS, SEED, STRANGERS_SEED

NAMES = (
    ("windows-x64", f"groundwork-{__version__}-windows-x64-setup.exe"),
    ("windows-x64-portable", f"groundwork-{__version__}-windows-x64-portable.zip"),
    ("macos-arm64", f"groundwork-{__version__}-macos-arm64.dmg"),
    ("linux-x86_64", f"groundwork-{__version__}-linux-x86_64.tar.xz"),
)


def packages(folder: Path) -> list[Path]:
    made = [folder / name for _system, name in NAMES]
    for one in made:
        one.write_bytes(one.name.encode() * 100)
    return made


def test_a_note_is_written_beside_each_package(tmp_path: Path) -> None:
    write_notes(packages(tmp_path), SEED, KEYS, "Larger letters.")
    found = all_in([tmp_path], KEYS)
    assert {(one.found.release.system, one.found.release.file) for one in found} == set(NAMES)
    assert {one.found.release.released.isoformat() for one in found} == {__released__}
    assert all(is_whole(one) and one.found.signer.is_known for one in found)


def test_a_key_that_no_program_believes_signs_nothing(tmp_path: Path) -> None:
    made = packages(tmp_path)
    for keys, seed in ((KEYS, STRANGERS_SEED), (Keys(), SEED)):
        with pytest.raises(Wrong, match=r"keys\.toml"):
            write_notes(made, seed, keys, "")
    assert sorted(tmp_path.iterdir()) == sorted(made)


@pytest.mark.parametrize(
    "name", ["groundwork-9.9.9-windows-x64-setup.exe", "notes.txt", f"groundwork-{__version__}-amiga.zip"]
)
def test_what_is_no_package_of_this_version_is_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    wrong = tmp_path / name
    wrong.write_bytes(b"x")
    with pytest.raises(Wrong, match=r"groundwork|notes"):
        write_notes([*packages(tmp_path), wrong], SEED, KEYS, "")
    assert not list(tmp_path.glob("*.release"))


def test_without_a_key_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GROUNDWORK_KEY", raising=False)
    assert main([str(packages(tmp_path)[0])], tmp_path) == 1
    assert "no private key" in capsys.readouterr().err


def test_an_it_person_can_check_a_folder_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = packages(tmp_path)
    write_notes(made[:1], SEED, KEYS, "")
    # This program knows no key of the tests, so it names a stranger.
    assert run_command(["release", str(tmp_path), "--json"]) == 1
    (row,) = json.loads(capsys.readouterr().out)["found"]
    assert (row["system"], row["signed"], row["whole"]) == ("windows-x64", False, True)
    made[0].write_bytes(b"changed")
    assert run_command(["release", str(tmp_path)]) == 1
    assert "not what was signed" in capsys.readouterr().out


def test_the_key_of_the_tests_is_the_variables_form() -> None:
    assert len(seed_as_text(SEED)) == 44
