"""A key press in the search box against a frame (16 ms), over the toolkit and a file of 5,000 partners and 5,000 items."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from app.data.library import Library
from tests.bench.big import make_big
from tests.bench.figure import Figure

TYPED = ("committee", "victim services", "who do we call", "cooks for feasts", "hənqəminəm", "do thing 4321", "zzz")
ROUNDS = 10


def run() -> list[Figure]:
    """Every beginning of each of the words, as somebody types them."""
    library = Library.load(Path("resources/toolkit/en"))
    library.find("warm")
    times: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        workspace = make_big(Path(folder) / "big.groundwork")
        for words in TYPED * ROUNDS:
            for end in range(1, len(words) + 1):
                start = time.perf_counter()
                library.find(words[:end])
                workspace.find(words[:end])
                times.append((time.perf_counter() - start) * 1000)
        workspace.close()
    times.sort()
    return [
        Figure("a key press in search, median", times[len(times) // 2], "ms"),
        Figure("a key press in search, 95th percentile", times[int(len(times) * 0.95)], "ms", 16),
    ]
