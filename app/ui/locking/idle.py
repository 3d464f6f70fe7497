"""When a file is locked by itself: after a while without a hand, when the computer slept, when its screen was locked."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

TICK_MS = 5_000
# Between two ticks: the computer slept (or its clock was set, and then locking does no harm).
SLEPT_SECONDS = 60.0
NEVER = 0
# A meeting talks for long without a key: the wall stays that long after the last one.
WALL_MINUTES = 120


class IdleLock(QObject):
    """`minutes` answers after how many minutes without a hand to lock (NEVER for not), `wall` whether a meeting is on the wall.

    Signal: `lock_requested()`.
    """

    lock_requested = Signal()

    def __init__(
        self,
        minutes: Callable[[], int],
        wall: Callable[[], bool],
        parent: QObject,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._minutes, self._wall = minutes, wall
        self._monotonic, self._clock = monotonic, clock
        self._used, self._ticked = monotonic(), clock()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """A file was opened: count from now."""
        self.note_use()
        self._ticked = self._clock()
        self._timer.start()

    def stop(self) -> None:
        """No file is open."""
        self._timer.stop()

    def note_use(self) -> None:
        """A key was pressed, or the mouse was moved."""
        self._used = self._monotonic()

    def tick(self) -> None:
        """See whether it is time."""
        last, self._ticked = self._ticked, self._clock()
        if self._ticked - last > SLEPT_SECONDS or self._is_idle():
            self.lock_requested.emit()

    def _is_idle(self) -> bool:
        minutes = self._minutes()
        if minutes == NEVER:
            return False
        if self._wall():
            minutes = max(minutes, WALL_MINUTES)
        return self._monotonic() - self._used >= minutes * 60
