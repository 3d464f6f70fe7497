"""Nothing that showed a file lives on after its window is gone."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.program import Program


def alive() -> set[QWidget]:
    """Every widget there is, after all that is only waiting to go is gone."""
    for _number in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()
    return set(QApplication.allWidgets())


def test_no_room_outlives_its_window(program: Program, plain: Path) -> None:
    before = alive()
    program.open_file(plain)
    program.leave()
    assert sorted(type(one).__name__ for one in alive() - before) == []
