"""Backups make themselves: soon after a start that owes one, after half an hour of work, at the end, and onto a stick."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.data.backups import backups_in
from app.data.settings import Settings
from app.model.community import COMMUNITY_ID, Community
from app.model.partner import Partner
from app.ui.safekeeping import keeper as module
from app.ui.safekeeping.keeper import BackupKeeper, Outcome
from app.ui.session import Session


def made(keeper: BackupKeeper) -> int:
    return len(backups_in(keeper.folder))


def run(keeper: BackupKeeper, qtbot: QtBot) -> Outcome:
    with qtbot.waitSignals([keeper.ended]), qtbot.waitSignal(keeper.kept) as kept:
        keeper.back_up()
    return kept.args[0]


def test_a_backup_is_made_beside_the_window_and_remembered(keeper: BackupKeeper, qtbot: QtBot) -> None:
    outcome = run(keeper, qtbot)
    assert outcome.made.partners == 1
    assert made(keeper) == 1
    assert keeper.last == outcome.made.made


def test_nothing_is_made_before_half_an_hour_of_work(
    keeper: BackupKeeper, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(keeper, qtbot)
    start = module.monotonic()
    monkeypatch.setattr(module, "monotonic", lambda: start)
    session.edit("Add", lambda edit: edit.add(Partner(name="Another")))
    monkeypatch.setattr(module, "monotonic", lambda: start + 29 * 60)
    keeper.look()
    assert not keeper.busy
    monkeypatch.setattr(module, "monotonic", lambda: start + 30 * 60 + 1)
    with qtbot.waitSignals([keeper.kept, keeper.ended]):
        keeper.look()
    assert made(keeper) == 2
    keeper.look()
    assert not keeper.busy


def test_a_start_that_owes_a_backup_makes_it_within_a_minute(
    keeper: BackupKeeper, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = module.monotonic()
    keeper.look()
    assert not keeper.busy
    monkeypatch.setattr(module, "monotonic", lambda: start + 61)
    with qtbot.waitSignal(keeper.kept):
        keeper.look()
    assert made(keeper) == 1


def test_closing_makes_one_when_something_was_changed(keeper: BackupKeeper) -> None:
    keeper.finish()
    assert made(keeper) == 1
    keeper.finish()
    assert made(keeper) == 1


def test_the_invented_sample_is_not_backed_up_by_itself(
    session: Session, settings: Settings, tmp_path: Path, owner: QObject
) -> None:
    session.change(Community, COMMUNITY_ID, "x", {"sample": True})
    keeper = BackupKeeper(session, settings, tmp_path / "backups", owner)
    keeper.finish()
    assert made(keeper) == 0


def test_each_backup_goes_to_the_second_place_too(keeper: BackupKeeper, tmp_path: Path, qtbot: QtBot) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    keeper.set_place(stick)
    assert keeper.place_missed
    outcome = run(keeper, qtbot)
    there = keeper.folder_there()
    assert outcome.carried
    assert there is not None
    assert [one.path.name for one in backups_in(there)] == [outcome.made.path.name]
    assert not keeper.place_missed


def test_a_stick_that_is_not_there_is_no_trouble_and_gets_the_backup_when_it_comes(
    keeper: BackupKeeper, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    keeper.set_place(stick)
    outcome = run(keeper, qtbot)
    assert (outcome.carried, outcome.trouble) == (False, "")
    keeper.look()
    assert not keeper.busy
    stick.mkdir()
    with qtbot.waitSignal(keeper.kept) as kept:
        keeper.look()
    assert kept.args[0].carried
    assert made(keeper) == 1
    assert keeper.last == outcome.made.made


def test_a_second_place_that_cannot_be_written_is_said_and_the_backup_here_stands(
    keeper: BackupKeeper, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / module.PLACE).write_bytes(b"a file where the folder should be")
    keeper.set_place(stick)
    outcome = run(keeper, qtbot)
    assert outcome.trouble
    assert made(keeper) == 1


def test_a_stick_is_missed_after_a_week(
    session: Session, settings: Settings, tmp_path: Path, owner: QObject, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    first = BackupKeeper(session, settings, tmp_path / "backups", owner)
    first.set_place(stick)
    run(first, qtbot)
    later = datetime.now().astimezone() + timedelta(days=8)
    again = BackupKeeper(session, settings, tmp_path / "backups", owner, now=lambda: later)
    assert again.place_missed
    again.wait()
    first.wait()


def test_a_folder_that_cannot_be_written_is_said(
    session: Session, settings: Settings, tmp_path: Path, owner: QObject, qtbot: QtBot
) -> None:
    (tmp_path / "backups").write_bytes(b"in the way")
    keeper = BackupKeeper(session, settings, tmp_path / "backups", owner)
    with qtbot.waitSignal(keeper.failed) as failed:
        keeper.back_up()
    assert failed.args[0]
    keeper.finish()


def test_backups_follow_a_new_passphrase(keeper: BackupKeeper, session: Session, qtbot: QtBot) -> None:
    made_before = run(keeper, qtbot).made
    session.workspace.protecting.change(None, "five plain words in a row")
    with qtbot.waitSignal(keeper.protected) as protected:
        keeper.protect()
    assert protected.args == [0]
    assert b"Victim services" not in made_before.path.read_bytes()
