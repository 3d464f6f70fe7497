"""The settings of this computer: remembered between starts, and never in anybody's way."""

from __future__ import annotations

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
