"""The self-test, run as the program runs it: in a process of its own, as somebody whose settings it must not touch."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.ui.selftest.told import Told, Unmet, must, newest_change
from app.ui.selftest.window_steps import is_painted

ROOT = Path(__file__).resolve().parents[3]


def selftest(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(home / "tmp")}
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        env.pop(name, None)
    (home / "tmp").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "app", "selftest", *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False, timeout=300)


@pytest.mark.slow
def test_all_is_well_and_nothing_is_left_behind(tmp_path: Path) -> None:
    log = tmp_path / "self-test.log"
    done = selftest(tmp_path, "--log", str(log))
    assert done.returncode == 0, done.stdout
    lines = done.stdout.splitlines()
    assert lines[-1].startswith("All is well")
    assert len([line for line in lines if line.startswith("ok ")]) >= 15
    assert set(lines) <= set(log.read_text("utf-8").splitlines())
    left = [one for one in tmp_path.rglob("*") if one.is_file() and ".cache" not in one.parts]
    assert left == [log]


def test_a_log_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    done = selftest(tmp_path, "--log", str(tmp_path / "not there" / "log"))
    assert done.returncode == 1
    assert "cannot be written" in done.stdout


def test_wrong_use_is_said(tmp_path: Path) -> None:
    assert selftest(tmp_path, "--loud").returncode == 2


def test_a_failure_is_counted_told_in_a_line_and_traced_in_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "log").open("w", encoding="utf-8") as log:
        told = Told(log)
        told.attempt("try it", lambda: _fail())
        told.attempt("try again", lambda: "it went")
    assert told.failed == 1
    assert "FAILED  try it: it was not so" in capsys.readouterr().out
    assert "Traceback" in (tmp_path / "log").read_text("utf-8")


def test_a_program_without_standard_output_tests_itself_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with (tmp_path / "log").open("w", encoding="utf-8") as log:
        Told(log).say("a line")
    assert (tmp_path / "log").read_text("utf-8") == "a line\n"


def test_a_touched_settings_file_is_noticed(tmp_path: Path) -> None:
    before = newest_change([tmp_path])
    (tmp_path / "settings.json").write_text("{}")
    assert newest_change([tmp_path]) != before


def test_an_empty_page_is_no_painted_one(qapp: object) -> None:
    from PySide6.QtGui import QColor, QImage

    picture = QImage(300, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    assert not is_painted(picture)
    for number in range(10):
        for x in range(30):
            for y in range(300):
                picture.setPixel(number * 30 + x, y, QColor.fromHsv(number * 30, 200, 200).rgb())
    assert is_painted(picture)


def _fail() -> str:
    must(False, "it was not so")
    raise Unmet
