"""The program is killed at every call that writes, in every deed; without a passphrase where that can be, which is quicker."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench.figure import Figure
from tests.soak.deeds import DEEDS, PROTECTED_ALONE
from tests.soak.driving import Case, driving


def run(_cases: int) -> list[Figure]:
    """All of them, whatever number is asked for."""
    kills = losses = 0
    with driving(Path(tempfile.mkdtemp(prefix="soak"))) as driver:
        if driver is None:
            print("Skipped: the shim needs Linux and a C compiler.", file=sys.stderr)
            return []
        for deed in DEEDS:
            protected = deed in PROTECTED_ALONE
            for at in range(1, driver.ask(Case(deed, protected, 0)).calls + 1):
                answer = driver.ask(Case(deed, protected, at))
                kills += answer.ended == "killed"
                losses += bool(answer.lost)
                if answer.lost:
                    print(f"{deed}, call {at}: {answer}", file=sys.stderr, flush=True)
            print(f"{deed}: {kills} kills so far, losses {losses}", file=sys.stderr, flush=True)
    return [Figure("kills, one at every call that writes", kills, ""), Figure("losses by them", losses, "", 0)]
