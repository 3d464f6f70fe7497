"""The same, by files that are changed where the readers notice. What another process or another library reads is left out."""

from __future__ import annotations

import importlib.util
import sys

from tests.bench.figure import Figure
from tests.soak.outside.running import try_all
from tests.soak.outside.sorts import SORTS

_ELSEWHERE = ("PDF", "filled forms")


def run(cases: int) -> list[Figure]:
    """So many of each sort."""
    if importlib.util.find_spec("atheris") is None:
        print("Skipped: atheris is made for Linux and for Python 3.11 to 3.13.", file=sys.stderr)
        return []
    sorts = [one for one in SORTS if one.name not in _ELSEWHERE]
    return try_all("tests.soak.outside.guided", "guided", sorts, cases)
