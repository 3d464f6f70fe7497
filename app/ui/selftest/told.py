"""What a self-test tells: one line for each thing that was tried, to whoever listens and into a log file."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import TextIO


class Unmet(Exception):
    """Something came out otherwise than it must; the message says what."""


def must(holds: bool, what: str) -> None:
    """Raise Unmet unless it holds."""
    if not holds:
        raise Unmet(what)


class Told:
    """Runs what is to be tried and writes a line for each; `failed` counts what did not work."""

    def __init__(self, log: TextIO | None) -> None:
        self._log = log
        self.failed = 0
        self.began = time.monotonic()

    def say(self, line: str) -> None:
        """Write a line to the log and, where there is one, to standard output: a program with windows may have none."""
        streams: Sequence[TextIO | None] = (self._log, sys.stdout)
        for stream in streams:
            if stream is not None:
                stream.write(f"{line}\n")
                stream.flush()

    def note(self, text: str) -> None:
        """Write something into the log alone."""
        if self._log is not None:
            self._log.write(f"{text}\n")
            self._log.flush()

    def attempt(self, name: str, do: Callable[[], str]) -> None:
        """Do it; its answer is what to say of it. Whatever it raises is a failure, told in one line and traced in the log."""
        start = time.monotonic()
        try:
            said = do()
        except Exception as error:
            self.failed += 1
            why = str(error) or type(error).__name__
            self.say(_("FAILED  {name}: {why}").format(name=name, why=why.splitlines()[0]))
            self.note(traceback.format_exc())
        else:
            took = time.monotonic() - start
            self.say(_("ok      {name} ({said}; {took:.1f} s)").format(name=name, said=said, took=took))

    def seconds(self) -> float:
        """How long it has been."""
        return time.monotonic() - self.began


def newest_change(folders: Sequence[Path]) -> list[tuple[str, int, int]]:
    """Every file in the folders with its size and the time of its last change: equal lists mean that nothing was touched."""
    found: list[tuple[str, int, int]] = []
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
            stat = path.stat()
            found.append((str(path), stat.st_size, stat.st_mtime_ns))
    return found
