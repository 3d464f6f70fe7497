"""Newer versions that come as files: recognised, believed only when signed, and taken over only when whole."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.data.releases import (
    Lying,
    NoNote,
    Releases,
    read_note,
    release_of,
    take_over,
    this_system,
    write_note,
)
from app.data.signatures import Forged
from app.model.release import SUFFIX, SYSTEMS, Release, newest, note_of, release_from
from app.model.trouble import NoSpace, NotThere, PackForged, Refused
from tests.packs import KEYS, PROGRAM, SEED, STRANGERS_SEED

SYSTEM = "windows-x64"
CONTENT = b"MZ" + bytes(range(256)) * 40


def put(folder: Path, version: str = "1.5.0", system: str = SYSTEM, seed: bytes = SEED) -> Path:
    """A package with its note in a folder; answers with the package."""
    folder.mkdir(exist_ok=True)
    package = folder / f"groundwork-{version}-{system}-setup.exe"
    package.write_bytes(CONTENT)
    release = release_of(package, version, "2027-02-01", system, "Faster.")
    package.with_name(package.name + SUFFIX).write_bytes(write_note(release, seed))
    return package


def releases(folder: Path, program: str = PROGRAM) -> Releases:
    return Releases(lambda: KEYS, folder / "own", program, SYSTEM)


def look(folder: Path, program: str = PROGRAM) -> list[Lying]:
    return releases(folder, program).look_in([folder])


# -- found -----------------------------------------------------------------------------------------------------


def test_a_newer_signed_version_is_found_with_all_that_is_said_of_it(tmp_path: Path) -> None:
    put(tmp_path)
    (one,) = look(tmp_path)
    assert one.found.why == ""
    assert (one.found.release.version, one.found.release.note) == ("1.5.0", "Faster.")
    assert one.found.signer.name == "The makers"


@pytest.mark.parametrize("version", ["1.4.0", "1.3.9", "0.1"])
def test_a_version_that_is_not_newer_says_so(tmp_path: Path, version: str) -> None:
    put(tmp_path, version)
    assert "not newer" in look(tmp_path)[0].found.why


def test_a_strangers_version_is_never_started_from_here(tmp_path: Path) -> None:
    put(tmp_path, seed=STRANGERS_SEED)
    (one,) = look(tmp_path)
    assert "not signed by anybody" in one.found.why
    with pytest.raises(Refused):
        take_over(one, tmp_path / "own")
    assert not (tmp_path / "own").exists()


def test_a_version_for_another_system_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, system="macos-arm64")
    assert look(tmp_path) == []


def test_a_note_without_its_package_says_what_to_copy(tmp_path: Path) -> None:
    put(tmp_path).unlink()
    assert "Copy both files" in look(tmp_path)[0].found.why


def test_of_several_the_newest_that_can_be_installed_is_named(tmp_path: Path) -> None:
    put(tmp_path, "1.5.0")
    put(tmp_path, "1.10.0")
    put(tmp_path, "2.0.0", seed=STRANGERS_SEED)
    best = newest([one.found for one in look(tmp_path)])
    assert best is not None
    assert best.release.version == "1.10.0"


def test_a_folder_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    assert releases(tmp_path).look_in([tmp_path / "gone", tmp_path]) == []


def test_a_note_that_was_changed_is_not_even_named(tmp_path: Path) -> None:
    note = put(tmp_path).with_name(put(tmp_path).name + SUFFIX)
    note.write_bytes(note.read_bytes().replace(b"1.5.0", b"9.5.0"))
    assert look(tmp_path) == []
    with pytest.raises(Forged):
        read_note(note, KEYS)


@settings(max_examples=60)
@given(content=st.binary(max_size=300))
def test_what_is_no_note_is_passed_over(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("notes")
    (folder / f"x{SUFFIX}").write_bytes(content)
    assert look(folder) == []


def test_a_signed_note_of_other_things_is_no_note(tmp_path: Path) -> None:
    package = put(tmp_path)
    release = release_of(package, "1.5.0", "2027-02-01", SYSTEM, "")
    good = note_of(release)
    from app.data.releases import PURPOSE
    from app.data.signatures import sign

    for wrong in (
        {"file": "../groundwork-1.5.0-windows-x64-setup.exe"},
        {"file": "calc.exe"},
        {"size": -1},
        {"size": True},
        {"version": "soon"},
        {"system": "amiga"},
        {"sha256": "0"},
        {"released": "then"},
        {"note": "a\nb"},
    ):
        content = json.dumps({**good, **wrong}).encode()
        path = tmp_path / f"wrong{SUFFIX}"
        path.write_bytes(sign(PURPOSE, content, SEED) + content)
        with pytest.raises(NoNote):
            read_note(path, KEYS)


def test_a_later_programs_note_may_say_more(tmp_path: Path) -> None:
    release = release_of(put(tmp_path), "1.5.0", "2027-02-01", SYSTEM, "Faster.")
    assert release_from({**note_of(release), "channel": "north"}) == release


def test_a_note_comes_back_as_it_was_written(tmp_path: Path) -> None:
    release = release_of(put(tmp_path), "1.5.0", "2027-02-01", SYSTEM, "Faster.")
    assert release_from(note_of(release)) == release


def test_this_computer_is_one_that_packages_are_made_for() -> None:
    assert this_system() in SYSTEMS


# -- taken over ------------------------------------------------------------------------------------------------


def test_a_package_is_taken_over_as_it_was_signed(tmp_path: Path) -> None:
    put(tmp_path)
    copy = take_over(look(tmp_path)[0], tmp_path / "own")
    assert copy.read_bytes() == CONTENT
    assert copy.parent == tmp_path / "own"


@pytest.mark.parametrize("wrong", [CONTENT[:-1], CONTENT + b"x", b"MZ" + CONTENT[2:].replace(b"\x07", b"\x08"), b""])
def test_a_package_that_is_not_what_was_signed_leaves_nothing_behind(tmp_path: Path, wrong: bytes) -> None:
    package = put(tmp_path)
    package.write_bytes(wrong)
    with pytest.raises(PackForged):
        take_over(look(tmp_path)[0], tmp_path / "own")
    assert list((tmp_path / "own").iterdir()) == []


def test_a_stick_that_is_pulled_out_meanwhile_gives_its_sentence(tmp_path: Path) -> None:
    package = put(tmp_path)
    (one,) = look(tmp_path)
    package.unlink()
    with pytest.raises(NotThere):
        take_over(one, tmp_path / "own")


def test_a_full_disk_gives_its_sentence_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path)

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("app.data.safe_file.os.fsync", full)
    with pytest.raises(NoSpace):
        take_over(look(tmp_path)[0], tmp_path / "own")
    assert list((tmp_path / "own").iterdir()) == []


def test_what_was_taken_over_before_is_cleared_away(tmp_path: Path) -> None:
    put(tmp_path)
    take_over(look(tmp_path)[0], tmp_path / "own")
    put(tmp_path, "1.6.0")
    best = next(one for one in look(tmp_path) if one.found.release.version == "1.6.0")
    copy = releases(tmp_path).take_over(best)
    assert list((tmp_path / "own").iterdir()) == [copy]


def test_a_release_says_when_it_was(tmp_path: Path) -> None:
    release: Release = release_of(put(tmp_path), "1.5.0", "2027-02-01", SYSTEM, "")
    assert release.released.isoformat() == "2027-02-01"
