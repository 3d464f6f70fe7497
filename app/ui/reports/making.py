"""Makes a report off the window's thread, from model objects alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from app.data.safe_file import write_safely
from app.model.trouble import Trouble
from app.reports.report import Report


class Making(QThread):
    """Runs `make` and writes its file. Signals: `made(Report)`, `failed(str)` with a sentence, `broke(object)` for a bug."""

    made = Signal(object)
    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, make: Callable[[], Report], target: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make, self._target = make, target

    def run(self) -> None:
        """Called by Qt on the new thread."""
        try:
            report = self._make()
            write_safely(self._target, report.data)
        except Trouble as trouble:
            self.failed.emit(str(trouble))
        except Exception as bug:
            self.broke.emit(bug)
        else:
            self.made.emit(report)
