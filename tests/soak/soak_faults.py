"""Every call that writes, in every deed: no space there, no answer from the disk, a permission lost, or the program killed."""

from __future__ import annotations

import errno
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.bench.figure import Figure
from tests.soak.deeds import DEEDS, PROTECTED_ALONE
from tests.soak.driving import Case, Driver, driving

WAYS = (
    (0, True),
    (errno.ENOSPC, True),
    (errno.ENOSPC, False),
    (errno.EIO, True),
    (errno.EIO, False),
    (errno.EACCES, True),
)


def run(cases: int) -> list[Figure]:
    """All of them, or about as many as `cases` in even steps."""
    kept = Path(tempfile.mkdtemp(prefix="soak"))
    with driving(kept) as driver:
        if driver is None:
            print("Skipped: the shim needs Linux and a C compiler.", file=sys.stderr)
            return []
        grid = [
            Case(deed, protected, at, error, once)
            for deed in DEEDS
            for protected in (False, True)
            if protected or deed not in PROTECTED_ALONE
            for at in range(1, driver.ask(Case(deed, protected, 0)).calls + 1)
            for error, once in WAYS
        ]
        # An odd step that three does not divide meets every way, in turn.
        step = next(one for one in range(max(1, len(grid) // max(1, cases)), len(grid) + 9) if one % 2 and one % 3)
        return _figures(driver, grid[::step])


def _figures(driver: Driver, grid: list[Case]) -> list[Figure]:
    ended: Counter[str] = Counter()
    kills = losses = broken = 0
    for number, case in enumerate(grid):
        answer = driver.ask(case)
        ended[answer.ended] += 1
        kills += answer.ended == "killed"
        broken += answer.ended not in ("done", "said", "killed")
        losses += bool(answer.lost)
        if answer.lost or answer.ended not in ("done", "said", "killed"):
            print(f"{case}: {answer}", file=sys.stderr, flush=True)
        if number % 200 == 199:
            print(f"{number + 1} of {len(grid)}: {dict(ended)}", file=sys.stderr, flush=True)
    return [
        Figure("cases in which a write failed or the program was killed there", len(grid), ""),
        Figure("kills", kills, ""),
        Figure("faults that were met or got round", len(grid) - kills, ""),
        Figure("faults that were not said calmly", broken, "", 0),
        Figure("losses", losses, "", 0),
    ]
