"""Makes the report that is looked at, away from the window's thread; of several wishes only the newest counts."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from app.model.trouble import Trouble
from app.reports.report import Report
from app.reports.watch import Cancelled
from app.ui.reports.making import Make

# Quick changes of mind, such as running through the list with the arrow keys, make one report.
WAIT_MS = 180


class _Draft(QThread):
    drawn = Signal(int, int)

    def __init__(self, make: Make, parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self.report: Report | None = None
        self.trouble: Exception | None = None

    def run(self) -> None:
        """Called by Qt on the new thread."""
        try:
            self.report = self._make(self._watch)
        except Exception as error:
            self.trouble = error

    def _watch(self, done: int, whole: int) -> None:
        """Called on the new thread while the report is made."""
        if self.isInterruptionRequested():
            raise Cancelled
        if whole:
            self.drawn.emit(done, whole)


class Drafting(QObject):
    """Signals: `begun()`, `went_on(int, int)` with pages drawn and pages in all, `drafted(Report)`, `failed(str)` with a
    sentence, `broke(object)` for a bug.
    """

    begun = Signal()
    went_on = Signal(int, int)
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
        """Make this one soon; what is being made for an earlier wish is stopped."""
        self.cancel()
        self._wanted = make
        self._timer.start()

    def cancel(self) -> None:
        """Make none; one that is being made is stopped, and not shown."""
        self._wanted, self._counts = None, False
        self._timer.stop()
        if self._running is not None:
            self._running.requestInterruption()

    def wait(self) -> None:
        """Stop one that is being made, and wait until it has."""
        self.cancel()
        if self._running is not None:
            self._running.wait()

    def _begin(self) -> None:
        if self._wanted is None or self._running is not None:
            return
        self._running, self._wanted, self._counts = _Draft(self._wanted, self), None, True
        self._running.finished.connect(self._end)
        self._running.drawn.connect(self._go_on)
        self.begun.emit()
        self._running.start()

    def _go_on(self, done: int, whole: int) -> None:
        if self._counts:
            self.went_on.emit(done, whole)

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
