"""Writes a file that is worked on in a copy back to its stick or shared drive: while somebody works, and before it closes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from app.data.work_copy import WorkCopy
from app.ui.form.work import Worker
from app.ui.session import Session

_LOOKS_MS = 3_000
# A large file on a slow stick is not written all the time.
_REST = 10.0
_AGAIN_SECONDS = 15.0
_LONGEST = 30.0


class Homing(QObject):
    """Of one open file with a `copy`.

    Signals: `carried(bool)` with whether that had failed before; `failed(str)` with a sentence, once until it is carried
    again; `fell_behind()`.
    """

    carried = Signal(bool)
    failed = Signal(str)
    fell_behind = Signal()

    def __init__(self, session: Session, copy: WorkCopy, parent: QObject, now: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._session, self._copy, self._now = session, copy, now
        self.drive = copy.drive
        self._worker = Worker(self)
        self._worker.done.connect(self._done)
        self._worker.failed.connect(self._failed)
        self._seen = -1
        self._begun = self._not_before = 0.0
        self._since: float | None = None
        self._trouble = ""
        self._clock = QTimer(self, interval=_LOOKS_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    @property
    def behind(self) -> bool:
        """Whether something is not written back yet."""
        return self._copy.is_behind(self._session.workspace.changes)

    @property
    def busy(self) -> bool:
        """Whether it is being written back."""
        return self._worker.busy

    def look(self) -> None:
        """Write back what is not there yet, once nobody has typed for a moment, or has typed for long."""
        if self.busy or not self._session.is_open or self._session.workspace.damaged or not self.behind:
            return
        now, changes = self._now(), self._session.workspace.changes
        quiet, self._seen = changes == self._seen, changes
        if self._since is None:
            self._since = now
            self.fell_behind.emit()
        if now >= self._not_before and (quiet or now - self._since >= _LONGEST):
            self._carry()

    def finish(self) -> None:
        """Before the file is closed: wait for what is being written, and write what is not there yet."""
        self._clock.stop()
        self._worker.see_out()
        if self._session.is_open and not self._session.workspace.damaged and self.behind:
            self._carry()
            self._worker.see_out()

    def wait(self) -> None:
        """Wait for what is being written, and write nothing more."""
        self._clock.stop()
        self._worker.wait()

    # -- inside -------------------------------------------------------------------------------------------

    def _carry(self) -> None:
        workspace = self._session.workspace
        self._begun = self._now()
        self._worker.start(partial(self._copy.carry, workspace.backups.write_checked, workspace.changes))

    def _done(self, _nothing: object) -> None:
        now = self._now()
        self._not_before = now + _REST * (now - self._begun)
        failed, self._since, self._trouble = bool(self._trouble), None, ""
        self.carried.emit(failed)

    def _failed(self, sentence: str) -> None:
        self._not_before = self._now() + _AGAIN_SECONDS
        told, self._trouble = self._trouble, sentence
        if sentence != told:
            self.failed.emit(sentence)
