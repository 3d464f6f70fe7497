"""Makes writing fail at the system call: SQLite's own hook (xSetSystemCall) puts our function in place of the kernel's.

See https://www.sqlite.org/c3ref/vfs.html. It works on Linux and macOS, where SQLite's "unix" VFS is used, and needs the
symbols of the SQLite inside sqlcipher3.
"""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import _sqlite3

_WRITE = ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int64)
_libc = ctypes.CDLL(None, use_errno=True)


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("iVersion", ctypes.c_int),
        ("szOsFile", ctypes.c_int),
        ("mxPathname", ctypes.c_int),
        ("pNext", ctypes.c_void_p),
        ("zName", ctypes.c_char_p),
        ("pAppData", ctypes.c_void_p),
        *((name, ctypes.c_void_p) for name in ("xOpen", "xDelete", "xAccess", "xFullPathname", "xDlOpen", "xDlError")),
        *((name, ctypes.c_void_p) for name in ("xDlSym", "xDlClose", "xRandomness", "xSleep", "xCurrentTime")),
        *((name, ctypes.c_void_p) for name in ("xGetLastError", "xCurrentTimeInt64")),
        ("xSetSystemCall", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)),
    )


class Faults:
    """Counts writes; from the one numbered `fail_at` on (0: never) they fail with `error`, once or for good."""

    def __init__(self) -> None:
        self.count = 0
        self.fail_at = 0
        self.error = errno.ENOSPC
        self.once = False

    def fails(self) -> bool:
        self.count += 1
        due = self.fail_at and (self.count == self.fail_at if self.once else self.count >= self.fail_at)
        if due:
            ctypes.set_errno(self.error)
        return bool(due)


@contextmanager
def injected(given: Faults | None = None) -> Iterator[Faults]:
    """While the block runs, every write of SQLite asks the Faults first."""
    sqlite = ctypes.CDLL(_sqlite3.__file__)
    sqlite.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    vfs = sqlite.sqlite3_vfs_find(b"unix")
    faults = given or Faults()
    # pwrite64 and fsync set the C errno; a Python callback's has to be put back by hand, after ctypes has swapped it.
    location = _libc.__errno_location
    location.restype = ctypes.POINTER(ctypes.c_int)

    def failed() -> bool:
        if faults.fails():
            location()[0] = faults.error
            return True
        return False

    def write(handle: int, data: int, size: int, offset: int) -> int:
        return -1 if failed() else os.pwrite(handle, ctypes.string_at(data, size), offset)

    def sync(handle: int) -> int:
        if failed():
            return -1
        os.fsync(handle)
        return 0

    calls = {b"pwrite": _WRITE(write), b"pwrite64": _WRITE(write), b"fsync": _SYNC(sync)}
    set_call = vfs.contents.xSetSystemCall
    for name, call in calls.items():
        set_call(ctypes.cast(vfs, ctypes.c_void_p), name, ctypes.cast(call, ctypes.c_void_p))
    try:
        yield faults
    finally:
        for name in calls:
            set_call(ctypes.cast(vfs, ctypes.c_void_p), name, None)
