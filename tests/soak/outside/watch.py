"""Watches one reading: how it ended, how long it took, what memory it took, and where it tried to write."""

from __future__ import annotations

import os
import resource
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.model.trouble import Trouble

MOST_SECONDS, MOST_BYTES = 2.0, 500_000_000
_STANDS_STILL = 9.0
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_MOVES = {
    "os.rename": (0, 1),
    "os.remove": (0,),
    "os.mkdir": (0,),
    "os.rmdir": (0,),
    "os.link": (1,),
    "os.symlink": (1,),
}


class HandWatch:
    """Hears of every file that Python opens to write, moves or removes outside of `folder`, from the first `during` on.

    A listener of Python's cannot be taken away: make one for a process.
    """

    def __init__(self) -> None:
        self.outside: list[str] = []
        self._folder = ""
        sys.addaudithook(self._hear)

    def during(self, folder: Path, do: Callable[[], object]) -> None:
        """Do it, and note what is written outside of the folder."""
        self.outside.clear()
        self._folder = os.path.realpath(folder)
        try:
            do()
        finally:
            self._folder = ""

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._folder:
            return
        paths: list[Any] = []
        if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES:
            paths = [arguments[0]]
        elif event in _MOVES:
            paths = [arguments[place] for place in _MOVES[event]]
        for one in paths:
            if isinstance(one, str | bytes | os.PathLike) and not self._is_inside(os.fsdecode(one)):
                self.outside.append(f"{event} {os.fsdecode(one)}")

    def _is_inside(self, path: str) -> bool:
        whole = os.path.realpath(path)
        return whole == os.devnull or whole.startswith(self._folder + os.sep)


@dataclass(frozen=True, slots=True)
class Ended:
    """`fault` is empty where all is well; `read`: whether it was taken for what it should be."""

    read: bool
    seconds: float
    fault: str = ""


class Watch:
    """Reads one case after another, each within its limits. `allowed`: what may be raised beside Troubles."""

    def __init__(
        self, hands: HandWatch, folder: Path, allowed: tuple[type[Exception], ...] = (), seconds: float = MOST_SECONDS
    ) -> None:
        self._hands, self._folder, self._seconds = hands, folder, seconds
        self._calm = (Trouble, *allowed)
        self._most = _memory()

    def see(self, do: Callable[[], object]) -> Ended:
        """How it went. What took too long is done once more: the computer may have been busy with something else."""
        ended = self._once(do)
        return self._once(do) if ended.fault.startswith("slow") else ended

    def _once(self, do: Callable[[], object]) -> Ended:
        start, worked, fault, read = time.perf_counter(), _work(), "", True
        try:
            self._hands.during(self._folder, do)
        except self._calm:
            read = False
        except Exception:
            fault = "crash: " + traceback.format_exc(limit=-6)
        took = time.perf_counter() - start
        before, self._most = self._most, max(self._most, _memory())
        # On a computer that has much else to do, waiting for a turn is no fault of the reader's.
        if not fault and took > self._seconds and (_work() - worked > self._seconds / 2 or took > _STANDS_STILL):
            fault = f"slow: {took:.1f} s"
        if not fault and self._most - before > MOST_BYTES:
            fault = f"memory: {(self._most - before) / 1e6:.0f} MB"
        if not fault and self._hands.outside:
            fault = f"outside: {self._hands.outside[:3]}"
        return Ended(read, took, fault)


def _memory() -> int:
    """The most that this process ever had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _work() -> float:
    """Seconds that this process, and those it has started and ended, have computed."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
