"""What is loaded before the first window shows, and how files come to the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from app.data.contents import Contents
from app.ui.start import FileOpener

ROOT = Path(__file__).resolve().parents[2]
BEFORE = """
import sys
import app.__main__, app.ui.start
late = (
    "app.cli", "app.data.helplines", "app.data.packs", "nacl", "polib", "app.ui.main_window", "app.ui.program", "sqlcipher3",
    "sqlite_utils", "loro", "reportlab", "socket",
)
print(*[one for one in late if one in sys.modules])
"""


def test_the_welcome_needs_nothing_that_opens_files() -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", BEFORE], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_file_that_the_system_wants_opened_is_opened(qapp: QApplication) -> None:
    opened: list[Path] = []
    watched = QObject()
    opener = FileOpener(opened.append, watched)
    assert opener.eventFilter(watched, QFileOpenEvent(QUrl.fromLocalFile("/some/Cedar Inlet.groundwork")))
    assert not opener.eventFilter(watched, QEvent(QEvent.Type.User))
    assert [one.name for one in opened] == ["Cedar Inlet.groundwork"]


def test_the_toolkit_is_read_once(tmp_path: Path) -> None:
    contents = Contents(ROOT / "resources", tmp_path, "1")
    assert contents.library() is contents.library()
    assert contents.library().pages
