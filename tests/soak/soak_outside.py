"""Files from outside, made up by the thousand of each sort: none may crash, take 2 s or 500 MB, or write outside its place."""

from __future__ import annotations

from tests.bench.figure import Figure
from tests.soak.outside.running import try_all
from tests.soak.outside.sorts import SORTS


def run(cases: int) -> list[Figure]:
    """So many of each sort."""
    return try_all("tests.soak.outside.trying", "made up", SORTS, cases)
