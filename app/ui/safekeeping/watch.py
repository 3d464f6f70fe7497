"""Looks the open file through once, a little after the window stands, and says when something in it is damaged."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.form.work import Worker
from app.ui.session import Session

AFTER_MS = 4_000


class DamageWatch(QObject):
    """Signal: `damage_found()`, each time that somebody meets it; nothing is written to the file any more."""

    damage_found = Signal()

    def __init__(self, session: Session, parent: QObject, after_ms: int = AFTER_MS) -> None:
        super().__init__(parent)
        self._session = session
        self._worker = Worker(self)
        self._worker.done.connect(self._looked)
        self._clock = QTimer(self, singleShot=True, interval=after_ms)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def look(self) -> None:
        """Look now, beside the window."""
        if self._session.is_open and not self._worker.busy:
            self._worker.start(self._session.workspace.checking.problems)

    def meet(self) -> None:
        """Something could not be read."""
        self._session.workspace.meet_damage()
        self.damage_found.emit()

    def wait(self) -> None:
        """Look no more."""
        self._clock.stop()
        self._worker.forget()

    def _looked(self, problems: list[str]) -> None:
        if problems and self._session.is_open:
            self.meet()
