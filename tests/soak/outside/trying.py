"""Tries made-up files of one sort in a process of its own: `python -m tests.soak.outside.trying FOLDER SORT CASES SEED`.

What it is about to read lies in FOLDER/now, so that whoever started it knows what ended it; what it found, in FOLDER/found.json.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.soak.outside.sorts import BY_NAME, Desk
from tests.soak.outside.watch import Ended, HandWatch, Watch

# So many in one go: what a strategy remembers of them is let go of then.
_AT_ONCE = 1_000
MOST_MEMORY = 6_000_000_000


class Tried:
    """What came of all cases so far."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.cases = self.read = 0
        self.slowest = 0.0
        self.faults: list[str] = []

    def note(self, ended: Ended, content: bytes) -> None:
        """One more, and how it ended."""
        self.cases += 1
        self.read += ended.read
        self.slowest = max(self.slowest, ended.seconds)
        if ended.fault:
            self._note_fault(ended.fault, content)
        if self.cases % 200 == 0:
            self.write()

    def _note_fault(self, fault: str, content: bytes) -> None:
        """Keep the file that brought it to light."""
        kind = fault.strip().splitlines()[-1][:300]
        if kind not in self.faults:
            (self._folder / f"fault {len(self.faults)}").write_bytes(content)
            (self._folder / f"fault {len(self.faults)}.txt").write_text(fault, "utf-8")
        self.faults.append(kind)

    def write(self) -> None:
        """Tell whoever started this."""
        told = {"cases": self.cases, "read": self.read, "slowest": self.slowest, "faults": self.faults}
        (self._folder / "found.json").write_text(json.dumps(told), "utf-8")


def try_cases(folder: Path, name: str, cases: int, first: int) -> Tried:
    """Try so many."""
    sort, tried = BY_NAME[name], Tried(folder)
    place = folder / "desk"
    desk = Desk(place, sort)
    watch = Watch(HandWatch(), place, sort.allowed)
    made = sort.made()

    def one(content: bytes) -> None:
        (folder / "now").write_bytes(content)
        desk.put(content)
        tried.note(watch.see(desk.read), content)

    number = first
    while tried.cases < cases:
        most = min(_AT_ONCE, cases - tried.cases)
        checks = list(HealthCheck)
        run = settings(
            max_examples=most, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=checks
        )
        run(seed(number)(given(made)(one)))()
        number += 1
    desk.clear()
    tried.write()
    return tried


def main(arguments: list[str]) -> int:
    """Answer 0 when all cases were tried, whatever came of them."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    folder, name, cases, first = arguments
    try_cases(Path(folder), name, int(cases), int(first))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
