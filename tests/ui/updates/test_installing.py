"""A newer version from a stick: found, checked, the file backed up and closed, and only then its installer started."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app import __version__
from app.data.backups import backups_in
from app.data.releases import release_of, write_note
from app.model.partner import Partner
from app.model.release import SUFFIX
from app.ui.program import Program
from app.ui.updates.room import UpdatesRoom
from app.ui.updates.version_card import VersionCard, places_to_look
from tests.packs import SEED, STRANGERS_SEED

CONTENT = b"MZ" + bytes(range(256)) * 40


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return put(tmp_path / "stick").parent


def put(folder: Path, version: str = "1.5.0", seed: bytes = SEED) -> Path:
    folder.mkdir(exist_ok=True)
    package = folder / f"groundwork-{version}-windows-x64-setup.exe"
    package.write_bytes(CONTENT)
    release = release_of(package, version, "2027-02-01", "windows-x64", "Larger letters on paper.")
    package.with_name(package.name + SUFFIX).write_bytes(write_note(release, seed))
    return package


@pytest.fixture
def quits(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    asked: list[bool] = []
    monkeypatch.setattr(QCoreApplication, "quit", lambda: asked.append(True))
    return asked


def room_with(program: Program, started: list[Path], *, works: bool = True) -> UpdatesRoom:
    """The room, with a start that only notes what it was to start."""

    def start(package: Path) -> bool:
        started.append(package)
        return works

    program.coming.show()
    room, installing = program.coming.room, program.coming.installing
    assert room is not None
    assert installing is not None
    installing._start = start
    return room


def search(card: VersionCard, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card._worker.ended):
        card.search_in(folder)


def test_the_card_says_which_version_this_is_and_when_it_was(program: Program) -> None:
    card = room_with(program, []).version
    assert card.version.text().startswith(f"Version {__version__}, of ")
    assert card.install.isHidden()


def test_a_newer_version_is_shown_with_who_signed_it(program: Program, stick: Path, qtbot: QtBot) -> None:
    card = room_with(program, []).version
    search(card, stick, qtbot)
    assert "1.5.0" in card.state.text()
    assert "Signed by The makers" in card.signer.text()
    assert card.what.text() == "Larger letters on paper."
    assert not card.install.isHidden()


def test_installing_copies_checks_backs_up_closes_and_starts(
    program: Program, stick: Path, file: Path, tmp_path: Path, quits: list[bool], qtbot: QtBot
) -> None:
    started: list[Path] = []
    room = room_with(program, started)
    assert program.main is not None
    keeper = program.main.safe.keeper
    before = len(backups_in(keeper.folder))
    search(room.version, stick, qtbot)
    room.version.install.click()
    qtbot.waitUntil(lambda: bool(quits))
    assert [one.read_bytes() for one in started] == [CONTENT]
    assert started[0].parent == tmp_path / "updates"
    assert len(backups_in(keeper.folder)) > before
    assert program.main is None


def test_a_package_that_was_changed_is_never_started(
    program: Program, stick: Path, quits: list[bool], qtbot: QtBot
) -> None:
    started: list[Path] = []
    room = room_with(program, started)
    search(room.version, stick, qtbot)
    next(stick.glob("*.exe")).write_bytes(CONTENT[:-1] + b"!")
    room.version.install.click()
    qtbot.waitUntil(lambda: "changed after it was signed" in room.version.state.text())
    assert (started, quits) == ([], [])
    assert program.main is not None
    assert room.version.install.isEnabled()


def test_without_room_for_a_backup_nothing_is_started(
    program: Program, stick: Path, tmp_path: Path, quits: list[bool], qtbot: QtBot
) -> None:
    started: list[Path] = []
    room = room_with(program, started)
    assert program.main is not None
    program.main.safe.keeper.folder.parent.mkdir(exist_ok=True)
    program.main.safe.keeper.folder.write_text("a file stands where the folder is to be", "utf-8")
    search(room.version, stick, qtbot)
    room.version.install.click()
    qtbot.waitUntil(lambda: "does not allow" in room.version.state.text())
    assert (started, quits) == ([], [])
    program.main.safe.keeper.folder.unlink()


def test_an_installer_that_does_not_start_leaves_the_file_open(
    program: Program, stick: Path, quits: list[bool], qtbot: QtBot
) -> None:
    room = room_with(program, [], works=False)
    search(room.version, stick, qtbot)
    room.version.install.click()
    qtbot.waitUntil(lambda: "could not be started" in room.version.state.text())
    assert quits == []
    assert program.main is not None
    assert [one.name for one in program.main.session.workspace.all(Partner)] == ["Marlene"]


def test_a_strangers_version_has_no_button(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    card = room_with(program, []).version
    search(card, put(tmp_path / "stick", seed=STRANGERS_SEED).parent, qtbot)
    assert "not signed by anybody" in card.state.text()
    assert card.install.isHidden()


def test_an_older_version_has_no_button(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    card = room_with(program, []).version
    search(card, put(tmp_path / "stick", "1.0.0").parent, qtbot)
    assert "not newer" in card.state.text()
    assert card.install.isHidden()


def test_where_nothing_lies_it_says_what_to_copy(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    card = room_with(program, []).version
    search(card, tmp_path / "gone", qtbot)
    assert "copy both" in card.state.text()


def test_where_installers_are_unpacked_by_hand_it_says_how(program: Program, stick: Path, qtbot: QtBot) -> None:
    room = room_with(program, [])
    assert program.coming.installing is not None
    program.coming.installing._start = None
    search(room.version, stick, qtbot)
    room.version.install.click()
    qtbot.waitUntil(lambda: "It is whole" in room.version.state.text())
    assert program.main is not None


def test_downloads_and_sticks_are_looked_at_and_the_computers_own_disk_is_not() -> None:
    assert Path("/") not in places_to_look()
    assert places_to_look()
