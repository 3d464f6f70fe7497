"""The program's own log: never in anybody's way."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.data.log import close_log, note_bug, open_log


def test_a_log_that_cannot_be_written_is_silent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "groundwork.log").mkdir()
    log = open_log(tmp_path)
    note_bug(log, ValueError("words of people"))
    close_log(log)
    assert capsys.readouterr() == ("", "")
