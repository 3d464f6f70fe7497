"""After a file was closed: writes over what lies about of it in this program's memory, as far as that can be reached.

Every object is dropped, then what lies free of Python's pools and of the system's heap is asked for and written over. What
the graphics system, other processes or the swap file hold is out of reach; ARCHITECTURE.md says what was found to remain.
"""

from __future__ import annotations

import ctypes
import gc
import sys
import time
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QPixmapCache

# When threads and late answers have ended too.
_LATER_MS = 1500
# Python keeps objects of up to 512 bytes, in steps of 16, in pools of its own. So much of each size is written over: more than
# lies free after a large plan was looked at.
_STEP, _SMALL, _FILL_BYTES = 16, 512, 6_000_000
# The heap's free pieces are taken from the largest (larger ones are the system's own at once) to the smallest; so many between
# two looks at whether it grew, and for no more than so many seconds.
_LARGEST, _SMALLEST, _BATCH, _PATIENCE = 120_000, 24, 16, 0.4
_M_ARENA_MAX = -8


class Remains(QObject):
    """`clear()` comes back at once and does its work when nothing else is to be done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(clear_now)

    def clear(self) -> None:
        """Let go of everything, soon."""
        QTimer.singleShot(0, self, drop)
        self._later.start()

    def stop(self) -> None:
        """A file is open again: somebody works."""
        self._later.stop()


def drop() -> None:
    """Drop every object of the window that has gone."""
    _drop_widgets()
    QPixmapCache.clear()
    gc.collect()
    _drop_widgets()


def clear_now() -> None:
    """Drop everything, and write over what lies free: half a second."""
    drop()
    _write_over_pools()
    library = _library()
    if library is not None:
        _write_over_heap(library)
        library.malloc_trim(0)


def keep_one_heap() -> None:
    """At the start: the system's library would give each thread a heap of its own, where nothing can be written over later."""
    library = _library()
    if library is not None:
        library.mallopt(_M_ARENA_MAX, 1)


def _library() -> Any:
    """The GNU library on Linux, where all that is needed is there; else None."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            library = ctypes.CDLL(None)
            library.sbrk.restype, library.sbrk.argtypes = ctypes.c_void_p, [ctypes.c_ssize_t]
            library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
            library.free.restype, library.free.argtypes = None, [ctypes.c_void_p]
            return library if library.malloc_trim and library.mallopt else None
    return None


def _drop_widgets() -> None:
    # Qt puts this off for widgets whose window was closed from inside a dialog.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # pyright: ignore


def _write_over_pools() -> None:
    """What Python asks for is written into what lies free, before it takes more from the system."""
    head = sys.getsizeof(b"")
    for size in range(1, _SMALL + 1 - head, _STEP):
        filling = [bytes(size) for _number in range(_FILL_BYTES // (size + head))]
        filling.clear()


def _write_over_heap(library: Any) -> None:
    """Take piece after piece, as long as the heap has one of that size without growing; write over it; give all back."""
    library.malloc_trim(0)
    held: list[int] = []
    size, end, late = _LARGEST, library.sbrk(0), time.monotonic() + _PATIENCE
    while size >= _SMALLEST and time.monotonic() < late:
        taken = [one for one in (library.malloc(size) for _number in range(_BATCH)) if one]
        for one in taken:
            ctypes.memset(one, 0, size)
        held += taken
        now = library.sbrk(0)
        if now != end or len(taken) < _BATCH:
            end, size = now, min(size - _STEP, size * 3 // 4)
    for one in held:
        library.free(one)
