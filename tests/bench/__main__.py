"""Runs every tests/bench/bench_*.py, prints a table of their figures and writes build/bench.json.

Each of these modules has run() -> list[Figure]. Arguments: parts of module names, to run only those.
"""

from __future__ import annotations

import importlib
import json
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from app.__main__ import collect_seldom
from tests.bench.figure import Figure

HERE = Path(__file__).resolve().parent


def modules(wanted: Sequence[str]) -> list[str]:
    """The names of the benchmark modules that hold one of the wanted words, or all of them."""
    names = sorted(path.stem for path in HERE.glob("bench_*.py"))
    return [name for name in names if not wanted or any(word in name for word in wanted)]


def measure(names: Sequence[str]) -> list[Figure]:
    """Run the modules, one after the other."""
    found: list[Figure] = []
    for name in names:
        print(f"measuring {name.removeprefix('bench_')} ...", file=sys.stderr, flush=True)
        found.extend(importlib.import_module(f"tests.bench.{name}").run())
    return found


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines of aligned columns."""
    width = max((len(one.name) for one in figures), default=0)
    return "\n".join(_line(one, width) for one in figures)


def _line(one: Figure, width: int) -> str:
    limit = "" if one.limit is None else f"limit {one.limit:g} {one.unit}"
    mark = "" if one.ok else "  TOO MUCH"
    return f"{one.name:<{width}}  {one.value:>10.2f} {one.unit:<5} {limit}{mark}".rstrip()


def write(figures: Sequence[Figure], target: Path) -> None:
    """Write the figures, and what they were measured on, as JSON."""
    rows = [
        {"name": one.name, "value": one.value, "unit": one.unit, "limit": one.limit, "ok": one.ok} for one in figures
    ]
    machine = {"system": platform.platform(), "python": platform.python_version()}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps({"machine": machine, "figures": rows}, indent=2) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Answer 0 when every figure keeps its limit, 1 when one does not, 2 when no benchmark has that name."""
    names = modules(arguments)
    if not names:
        print("There is no benchmark of that name.", file=sys.stderr)
        return 2
    collect_seldom()  # as the program itself does
    figures = measure(names)
    write(figures, HERE.parent.parent / "build" / "bench.json")
    print(table(figures))
    return 0 if all(one.ok for one in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
