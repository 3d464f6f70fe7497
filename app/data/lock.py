"""Keeps a second program off a file that is open, and says who has it.

The lock is the operating system's own on a small file beside the community file, so that it ends with the program that
holds it, even when that one is killed. The small file's text names the computer and the hour, for the sentence that the
second one shows; it names no person.
"""

from __future__ import annotations

import contextlib
import os
import platform
import sys
from datetime import datetime
from pathlib import Path
from typing import Self

from app.model.trouble import InUse

# Far beyond the text: on Windows a locked byte cannot be read by others, and the text must stay readable.
_LOCKED_BYTE = 1 << 30
_NOTE = "\n#"


class FileLock:
    """Held from `take` to `release`. Raises InUse (with who has it) from `take` when somebody else holds it."""

    def __init__(self, path: Path) -> None:
        self._of = path
        self.path = path.with_name(f".{path.name}.lock")
        self._handle: int | None = None
        # What a program that was killed had noted here, or an empty text.
        self.noted_before = ""

    def take(self, now: datetime) -> Self:
        """Take the lock and write who has it; raises InUse, or OSError where nothing can be written."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            raise InUse(self._of.name, self.owner()) from error
        self._handle = handle
        self.noted_before = _noted(handle)
        # Who has it is only for a sentence: the lock holds without, on a disk that is full too.
        with contextlib.suppress(OSError):
            os.ftruncate(handle, 0)
            os.write(handle, f"{platform.node()}, {now:%Y-%m-%d %H:%M}".encode("utf-8", "replace"))
        return self

    def note(self, text: str) -> None:
        """Note something for whoever takes the lock after this program was killed; one line, behind who has it."""
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.lseek(self._handle, 0, os.SEEK_END)
                os.write(self._handle, f"{_NOTE}{text}".encode())
                os.fsync(self._handle)

    def release(self) -> None:
        """Give the lock back; the small file goes too. Harmless when nothing is held."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        # A small file that cannot be removed, on a stick that is gone, locks nobody out: the lock itself ends here.
        if sys.platform == "win32":
            os.close(handle)
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)
        else:
            # Removed while still held, so that nobody can take a file that is about to vanish under them.
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)
            os.close(handle)

    def give_back(self) -> None:
        """Let go of what was taken in vain: what a killed program had noted stays for whoever comes next."""
        if self._handle is None or not self.noted_before:
            self.release()
            return
        self.note(self.noted_before)
        handle, self._handle = self._handle, None
        os.close(handle)

    def owner(self) -> str:
        """What the holder wrote, or an empty text."""
        try:
            return self.path.read_text("utf-8", "replace").split(_NOTE)[0][:100]
        except OSError:
            return ""


def _noted(handle: int) -> str:
    with contextlib.suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        text = os.read(handle, 1000).decode("utf-8", "replace")
        os.lseek(handle, 0, os.SEEK_SET)
        return text.partition(_NOTE)[2].strip()
    return ""


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # The file may have been removed by the one who just let go: a lock on a vanished file guards nothing.
        if os.fstat(handle).st_nlink == 0:
            raise BlockingIOError
