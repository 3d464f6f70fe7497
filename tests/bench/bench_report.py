"""A report of 1,000 plan rows against Typst, which is known to be quick: the same words, each in a process of its own."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from app.__main__ import collect_seldom
from app.reports.document import Cell, Column, Document, Heading, Para, Row, Table
from app.reports.lettering import Look
from app.reports.paper import LETTER
from app.reports.render import render
from tests.bench.figure import Figure
from tests.reports.build import NATIONS, TODAY
from tests.reports.reading import FONTS

ROWS, RUNS = 1_000, 5
SHARES = (0.42, 0.22, 0.18, 0.18)
TITLES = ("Step", "Lead", "By when", "How it stands")


def cells(number: int) -> tuple[str, str, str, str]:
    """One row's words: an Indigenous language's name in every one."""
    asked, lead = NATIONS[number % len(NATIONS)], NATIONS[(number + 3) % len(NATIONS)]
    day = f"{number % 28 + 1} March 2027"
    return (
        f"Step {number}: ask {asked} for a day of training at the school",
        f"Partner {number} {lead}",
        day,
        "In progress",
    )


def ours() -> float:
    """Seconds for our report, from the document to the bytes."""
    begun = time.perf_counter()
    columns = tuple(Column(title, share) for title, share in zip(TITLES, SHARES, strict=True))
    rows = tuple(Row(tuple(Cell((Para(one, Look.CELL),)) for one in cells(number))) for number in range(ROWS))
    blocks = (Heading("The plan"), Table(columns, rows))
    document = Document("Plan", "Cedar Inlet", "en-CA", TODAY, "Community report", "15 March 2027", None, blocks)
    assert render(document, LETTER, FONTS).pages > 20
    return time.perf_counter() - begun


def typst() -> float:
    """Seconds for Typst's, from its text to the bytes."""
    import typst as other

    rows = "\n".join("".join(f"[{one}], " for one in cells(number)) for number in range(ROWS))
    text = f"""#set document(title: "Plan")
#set text(lang: "en", font: "BC Sans", size: 9.25pt)
#set page(paper: "us-letter", numbering: "1 of 1", header: [Community report])
= The plan
#table(columns: ({", ".join(f"{one:.0%}" for one in SHARES)}), table.header({", ".join(f"[{one}]" for one in TITLES)}),
{rows})
"""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.typ"
        path.write_text(text, encoding="utf-8")
        begun = time.perf_counter()
        assert other.compile(str(path), font_paths=[str(FONTS)])
        return time.perf_counter() - begun


MAKERS: dict[str, Callable[[], float]] = {"ours": ours, "typst": typst}


def run() -> list[Figure]:
    """In turn, so that a busy machine slows both."""
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in MAKERS}
    for _turn in range(RUNS):
        for name, found in seen.items():
            command = [sys.executable, "-m", "tests.bench.bench_report", name]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
            found.append((float(said[0]), float(said[1])))
    took = {name: median(one for one, _memory in found) for name, found in seen.items()}
    ratio = median(mine[0] / other[0] for mine, other in zip(seen["ours"], seen["typst"], strict=True))
    return [
        Figure("1,000 plan rows as a tagged PDF", took["ours"] * 1000, "ms"),
        Figure("the same in Typst", took["typst"] * 1000, "ms"),
        Figure("ours against Typst", ratio, "x", 1.0),
        Figure("memory at most, the whole process", max(memory for _took, memory in seen["ours"]), "MB", 200),
    ]


def most_memory() -> float:
    """The most that this process had at once, in MB. A process's own figure begins with what the one had that started it,
    where Linux keeps one that does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(one for one in status.read_text(encoding="ascii").splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    collect_seldom()  # as the program itself does
    print(MAKERS[sys.argv[1]](), most_memory())
