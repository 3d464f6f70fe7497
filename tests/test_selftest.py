"""The installed program tries itself: one line a check, an exit status, nothing left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import selftest
from app.selftest import CHECKS, run_selftest
from tests.guards import homes

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_everything_holds_and_nothing_is_left_behind(tmp_path: Path) -> None:
    home, temporary, log = tmp_path / "home", tmp_path / "temporary", tmp_path / "log.txt"
    for one in (home, temporary):
        one.mkdir()
    env = {**os.environ, **homes(home), "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "app", "selftest", "--log", str(log)]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stdout + done.stderr
    assert sum(line.startswith("ok") for line in lines) == len(CHECKS)
    assert log.read_text("utf-8").splitlines() == lines
    assert [one for one in (*home.rglob("*"), *temporary.rglob("*")) if one.is_file()] == []


def test_what_does_not_hold_is_told_and_the_rest_is_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_trial: object) -> None:
        raise OSError("no such font")

    monkeypatch.setattr(selftest, "CHECKS", (("a broken one", broken), CHECKS[0]))
    assert run_selftest([]) == 1
    out = capsys.readouterr().out
    assert "FAIL" in out
    assert "a broken one: OSError: no such font" in out
    assert "toolkit pages" in out
    assert "does not hold" in out


def test_a_program_without_a_console_writes_its_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "CHECKS", CHECKS[:1])
    monkeypatch.setattr(sys, "stdout", None)
    assert run_selftest(["--log", str(tmp_path / "log.txt")]) == 0
    assert "toolkit pages" in (tmp_path / "log.txt").read_text("utf-8")
