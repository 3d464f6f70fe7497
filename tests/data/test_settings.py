"""The settings of this computer: remembered between starts, and never in anybody's way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.data.settings import Settings

DAMAGED = {
    "nothing": b"",
    "no text": b"\xff\xfe\x00",
    "cut": b'{"theme": "da',
    "too deep": b"[" * 100_000,
    "a list": b"[1, 2]",
    "other types": b'{"theme": 7, "text_scale": "x", "recent": {"a": 1}, "window": [1]}',
    "no numbers": b'{"text_scale": NaN}',
}


@pytest.mark.parametrize("name", list(DAMAGED))
def test_damaged_settings_give_the_defaults(tmp_path: Path, name: str) -> None:
    (tmp_path / "settings.json").write_bytes(DAMAGED[name])
    assert Settings.load(tmp_path) == Settings(tmp_path / "settings.json")


@pytest.mark.parametrize("name", ["S\u0331g.groundwork", "no \udcff text.groundwork"])
def test_a_file_of_any_name_is_remembered(tmp_path: Path, name: str) -> None:
    settings = Settings.load(tmp_path)
    settings.opened(tmp_path / name)
    settings.save()
    assert Settings.load(tmp_path).recent == settings.recent


def test_settings_that_cannot_be_written_stop_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    Settings.load(tmp_path / "file").save()


HOUR = datetime(2027, 3, 15, 9, 0, tzinfo=UTC)


def test_the_last_opening_is_that_of_an_earlier_day_however_often_a_file_is_opened(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    file = tmp_path / "Cedar Inlet (at home).groundwork"
    assert settings.visited(file, HOUR) is None
    assert settings.visited(file, HOUR + timedelta(hours=2)) is None
    for hours in (24, 25, 26):
        assert settings.visited(file, HOUR + timedelta(hours=hours)) == HOUR + timedelta(hours=2)
        settings.save()
        settings = Settings.load(tmp_path)
    assert settings.visited(file, HOUR + timedelta(days=9)) == HOUR + timedelta(hours=26)
    assert settings.visited(tmp_path / "other", HOUR) is None


def test_last_openings_that_nobody_can_have_written_are_passed_over(tmp_path: Path) -> None:
    for damaged in ("", "x", "- -", "2027-03-01 2027-13-45", "2027-03-01T10:00:00 ", "a b c d"):
        settings = Settings(tmp_path / "settings.json", visits={str(tmp_path): damaged})
        assert settings.visited(tmp_path, HOUR) is None


def test_only_so_many_last_openings_are_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    for number in range(100):
        settings.visited(tmp_path / str(number), HOUR)
    assert len(settings.visits) <= 50
    assert str(tmp_path / "99") in settings.visits
