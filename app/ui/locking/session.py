"""Hears from the system that the computer goes to sleep or that its screen was locked.

On Linux by D-Bus, through sockets of this computer alone; on Windows by messages to a window. macOS tells only programs that
bring Apple's own libraries: there, and wherever nobody tells, `idle.py` notices afterwards that the computer slept.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class SystemWatch(QObject):
    """Signal: `leaving()` when the computer goes to sleep or its screen is locked."""

    leaving = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told_by: QObject | None = None
        if sys.platform == "linux":
            from app.ui.locking.linux_bus import LinuxBus

            bus = LinuxBus(self)
            bus.leaving.connect(self.leaving)
            self._told_by = bus

    def watch(self, window: QWidget) -> None:
        """On Windows, one window of the program is told."""
        if sys.platform == "win32":
            from app.ui.locking.windows_session import WindowsSession

            told = WindowsSession(int(window.winId()), self)
            told.leaving.connect(self.leaving)
            self._told_by = told
