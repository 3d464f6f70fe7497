"""Makes the report that is looked at, away from the window's thread; of several wishes only the newest counts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from app.model.trouble import Trouble
from app.reports.report import Report

Make = Callable[[], Report]
# Quick changes of mind, such as running through the list with the arrow keys, make one report.
WAIT_MS = 180


class _Draft(QThread):
    def __init__(self, make: Make, parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self.report: Report | None = None
        self.trouble: Exception | None = None

    def run(self) -> None:
        """Called by Qt on the new thread."""
        try:
            self.report = self._make()
        except Exception as error:
            self.trouble = error


class Drafting(QObject):
    """Signals: `begun()`, `drafted(Report)`, `failed(str)` with a sentence, `broke(object)` for a bug."""

    begun = Signal()
    drafted = Signal(object)
    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: Make | None = None
        self._running: _Draft | None = None
        self._counts = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._begin)

    def want(self, make: Make) -> None:
        """Make this one soon; what is being made for an earlier wish is not shown any more."""
        self._wanted, self._counts = make, False
        self._timer.start()

    def cancel(self) -> None:
        """Make none; one that is being made already is not shown."""
        self._wanted, self._counts = None, False
        self._timer.stop()

    def wait(self) -> None:
        """Wait for one that is being made; it is not shown."""
        self.cancel()
        if self._running is not None:
            self._running.wait()

    def _begin(self) -> None:
        if self._wanted is None or self._running is not None:
            return
        self._running, self._wanted, self._counts = _Draft(self._wanted, self), None, True
        self._running.finished.connect(self._end)
        self.begun.emit()
        self._running.start()

    def _end(self) -> None:
        draft, self._running = self._running, None
        if draft is None:
            return
        draft.deleteLater()
        if self._counts:
            self._tell(draft)
        elif self._wanted is not None:
            self._begin()

    def _tell(self, draft: _Draft) -> None:
        self._counts = False
        if draft.report is not None:
            self.drafted.emit(draft.report)
        elif isinstance(draft.trouble, Trouble):
            self.failed.emit(str(draft.trouble))
        else:
            self.broke.emit(draft.trouble)
