"""A key press in the search box against a frame (16 ms), over the toolkit and a file of 5,000 partners and 5,000 items."""

from __future__ import annotations

import tempfile
import time
import tomllib
from dataclasses import replace
from pathlib import Path

from app.data.library import Library
from app.data.page_index import PageIndex
from app.data.synonyms import Synonyms
from tests.bench.big import make_big
from tests.bench.figure import Figure
from tests.bench.xapian import Xapian

TYPED = ("committee", "victim services", "who do we call", "cooks for feasts", "hənqəminəm", "do thing 4321", "zzz")
MANY_TYPED = ("committee", "victim services", "who do we call", "unpaid wages", "comittee", "trafiking signs", "zzz")
ROUNDS = 10
MANY = 10_000
GOLDEN = Path("tests/data/golden.toml")
TOOLKIT = Path("resources/toolkit/en")


def run() -> list[Figure]:
    """Every beginning of each of the words, as somebody types them."""
    library = Library.load(TOOLKIT)
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
        *_many_pages(library),
        *_golden(library),
    ]


def _many_pages(library: Library) -> list[Figure]:
    """The toolkit many times over, typed into with and without errors, ours and then Xapian."""
    each = -(-MANY // len(library.pages))
    sections = tuple(
        replace(one, pages=tuple(replace(page, id=f"{page.id}-{n}") for page in one.pages for n in range(each)))
        for one in library.sections
    )
    index = PageIndex(sections, Synonyms.load(TOOLKIT / "synonyms.toml"))
    times: list[float] = []
    for words in MANY_TYPED:
        for end in range(1, len(words) + 1):
            start = time.perf_counter()
            index.find(words[:end], 20)
            times.append((time.perf_counter() - start) * 1000)
    times.sort()
    with tempfile.TemporaryDirectory() as folder:
        theirs = Xapian([page for one in sections for page in one.pages], Path(folder) / "a.zim").times(MANY_TYPED)
    return [
        Figure("a key press over 10,000 pages, 95th percentile", times[int(len(times) * 0.95)], "ms", 16),
        Figure("the same with libzim’s Xapian", theirs[int(len(theirs) * 0.95)], "ms"),
    ]


def _golden(library: Library) -> list[Figure]:
    """How many of the golden searches have their page first, ours and with Xapian over the same words."""
    queries: dict[str, str] = tomllib.loads(GOLDEN.read_text("utf-8"))["queries"]
    ours = sum([hit.id for hit in library.find(words)][:1] == [page] for words, page in queries.items())
    with tempfile.TemporaryDirectory() as folder:
        xapian = Xapian(library.pages, Path(folder) / "a.zim")
        theirs = sum(xapian.find(words)[:1] == [page] for words, page in queries.items())
    return [
        Figure("golden searches with their page first", 100 * ours / len(queries), "%"),
        Figure("the same with libzim’s Xapian", 100 * theirs / len(queries), "%"),
    ]
