"""After a file was closed: lets go of what Python and the system's library still keep of it in memory.

What can be done is to drop every object and to hand their pages back to the system. A page that holds anything else stays,
and with it the traces that nobody has written over yet; ARCHITECTURE.md says so.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QPixmapCache

# Once the event loop has come round, and again when threads and late answers have ended too.
_WAITS_MS = (0, 1500)


class Remains(QObject):
    """`clear()` comes back at once and does its work when nothing else is to be done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def clear(self) -> None:
        """Let go of everything, soon."""
        for wait in _WAITS_MS:
            QTimer.singleShot(wait, self, clear_now)


def clear_now() -> None:
    """Let go of everything now."""
    # Qt puts this off for widgets whose window was closed from inside a dialog.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # pyright: ignore
    QPixmapCache.clear()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # pyright: ignore
    _give_pages_back()


def _give_pages_back() -> None:
    if sys.platform == "linux":
        # Only the GNU library has it.
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
