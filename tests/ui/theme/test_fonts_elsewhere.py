"""Typefaces in a folder whose name has letters beyond ASCII."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from app.ui.theme.fonts import FAMILY, load_fonts

FONTS = Path(__file__).parents[3] / "resources" / "fonts"


def test_they_are_loaded_without_their_path(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a stick – sk̲ú"
    folder.mkdir()
    shutil.copyfile(FONTS / "BCSans-Regular.ttf", folder / "BCSans-Regular.ttf")
    monkeypatch.setattr(QFontDatabase, "addApplicationFont", lambda _path: pytest.fail("by its path"))
    assert load_fonts(folder) == FAMILY
