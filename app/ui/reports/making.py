"""Makes a report off the window's thread, from model objects alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QThread, Signal

from app.data.safe_file import write_safely
from app.model.trouble import Trouble
from app.reports.report import Report
from app.reports.watch import Cancelled, Watch

Make = Callable[[Watch], Report]


class Maker(Protocol):
    """Makes a report; whoever waits for it may watch."""

    def __call__(self, watch: Watch = ..., /) -> Report:
        """Raises what `watch` raises."""
        ...


class Making(QThread):
    """Runs `make` and writes its file; `requestInterruption` stops it, and then nothing is written.

    Signals: `went_on(int, int)` with what is done and how much there is in all, `made(Report)`, `stopped()`, `failed(str)`
    with a sentence, `broke(object)` for a bug.
    """

    went_on = Signal(int, int)
    made = Signal(object)
    stopped = Signal()
    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, make: Make, target: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make, self._target = make, target
        self._told = -1

    def run(self) -> None:
        """Called by Qt on the new thread."""
        try:
            report = self._make(self._watch)
            # From here on it is a matter of moments: what was there gives way to what is finished, or stays whole.
            self._watch(0, 0)
            write_safely(self._target, report.data)
        except Cancelled:
            self.stopped.emit()
        except Trouble as trouble:
            self.failed.emit(str(trouble))
        except Exception as bug:
            self.broke.emit(bug)
        else:
            self.made.emit(report)

    def _watch(self, done: int, whole: int) -> None:
        """Called on the new thread while the report is made."""
        if self.isInterruptionRequested():
            raise Cancelled
        part = 100 * done // whole if whole else self._told
        if part != self._told:
            self._told = part
            self.went_on.emit(done, whole)
