"""Runs every tests/soak/soak_*.py, prints their figures and writes build/soak.json.

Each has run(cases) -> list[Figure]. Arguments: `--cases N` for about so many of each (all of the grid, or 100,000, when not
said), and parts of module names, to run only those.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.__main__ import table, write
from tests.bench.figure import Figure

HERE = Path(__file__).resolve().parent
CASES = 100_000


def main(arguments: Sequence[str]) -> int:
    """Answer 0 when nothing was lost and nothing broke, 1 when something did, 2 when nothing has that name."""
    parser = argparse.ArgumentParser(prog="dev.py soak")
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("names", nargs="*")
    asked = parser.parse_args(arguments)
    names = sorted(path.stem for path in HERE.glob("soak_*.py"))
    wanted = [name for name in names if not asked.names or any(word in name for word in asked.names)]
    if not wanted:
        print("There is no long run of that name.", file=sys.stderr)
        return 2
    figures: list[Figure] = []
    for name in wanted:
        print(f"running {name.removeprefix('soak_')} ...", file=sys.stderr, flush=True)
        figures.extend(importlib.import_module(f"tests.soak.{name}").run(asked.cases))
    write(figures, HERE.parent.parent / "build" / "soak.json")
    print(table(figures))
    return 0 if all(one.ok for one in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
