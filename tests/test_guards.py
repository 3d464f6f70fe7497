"""Each guard of tests/conftest.py is proved to bite, by a run of pytest over tests that should fail."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

BAD_TESTS = """
import os, socket, threading, time, warnings
import pytest
from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, QTimer, Signal, qWarning


def test_nothing_wrong():
    assert "home" in os.environ["HOME"] and "home" in os.environ["XDG_CONFIG_HOME"]


def test_qt_warning():
    qWarning("a warning of Qt")


def test_python_warning():
    warnings.warn("old", DeprecationWarning)


def test_internet_socket():
    socket.socket(socket.AF_INET)


def test_swallowed_internet_socket():
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", 9))


def test_local_socket_pair_is_fine():
    for end in socket.socketpair(socket.AF_UNIX):
        end.close()


def test_python_thread():
    threading.Thread(target=time.sleep, args=(6,), daemon=True).start()


class Sleeper(QThread):
    def run(self):
        QThread.sleep(6)


def test_qt_thread(qapp):
    qapp.sleeper = Sleeper()
    qapp.sleeper.start()


class Nap(QRunnable):
    def run(self):
        QThread.msleep(2500)


def test_pooled_thread():
    QThreadPool.globalInstance().start(Nap())


def test_error_in_thread():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()


def test_error_in_slot(qtbot):
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(50)


class Broken:
    def __del__(self):
        raise ValueError("in __del__")


def test_unraisable_error():
    Broken()


@pytest.mark.never_declared
def test_unknown_marker():
    pass
"""

FAILING = [
    "qt_warning",
    "python_warning",
    "internet_socket",
    "swallowed_internet_socket",
    "python_thread",
    "qt_thread",
    "pooled_thread",
    "error_in_thread",
    "error_in_slot",
    "unraisable_error",
]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest said of the bad tests, under this project's settings and guards."""
    folder = tmp_path_factory.mktemp("guarded")
    (folder / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text("utf-8"), "utf-8")
    good, marked = BAD_TESTS.split("@pytest.mark.never_declared")
    (folder / "test_bad.py").write_text(good, "utf-8")
    (folder / "test_marked.py").write_text(f"import pytest\n@pytest.mark.never_declared{marked}", "utf-8")
    options = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), "-p", "no:cacheprovider", "-rA"]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--continue-on-collection-errors", str(folder)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return ran.stdout + ran.stderr


@pytest.mark.parametrize("name", FAILING)
def test_the_guard_bites(said: str, name: str) -> None:
    assert re.search(rf"^(FAILED|ERROR) \S*test_bad\.py::test_{name}\b", said, re.MULTILINE), said


@pytest.mark.parametrize("name", ["nothing_wrong", "local_socket_pair_is_fine"])
def test_a_decent_test_passes_the_guards(said: str, name: str) -> None:
    assert re.search(rf"^PASSED \S*test_bad\.py::test_{name}\b", said, re.MULTILINE), said
    assert not re.search(rf"^(FAILED|ERROR) \S*test_bad\.py::test_{name}\b", said, re.MULTILINE), said


def test_a_marker_that_nobody_declared_is_refused(said: str) -> None:
    assert "'never_declared' not found in `markers`" in said
