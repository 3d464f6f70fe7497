"""Tries files that are changed where the readers notice: `python -m tests.soak.outside.guided FOLDER SORT CASES SEED`.

Atheris sees which lines of the program a file leads to, and keeps changing those that lead to new ones. It tells as `trying`
does. It begins with files that the strategies make up.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

import atheris
from hypothesis import HealthCheck, Phase, given, seed, settings

with atheris.instrument_imports(include=["app.data", "app.model", "openpyxl", "markdown_it", "csv", "zipfile"]):
    from tests.soak.outside.sorts import BY_NAME, Desk
    from tests.soak.outside.trying import MOST_MEMORY, Tried
    from tests.soak.outside.watch import HandWatch, Watch

_BEGINNINGS, _LONGEST = 60, 300_000


def begin(folder: Path, name: str, number: int) -> Path:
    """A folder with made-up files to begin with."""
    corpus = folder / "corpus"
    corpus.mkdir()
    checks = list(HealthCheck)

    def keep(content: bytes) -> None:
        (corpus / str(len(list(corpus.iterdir())))).write_bytes(content)

    run = settings(max_examples=_BEGINNINGS, database=None, deadline=None, phases=[Phase.generate])
    run = settings(run, suppress_health_check=checks)
    run(seed(number)(given(BY_NAME[name].made())(keep)))()
    return corpus


def main(arguments: list[str]) -> None:
    """Does not come back: the process ends with the last case."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    folder, name, cases, number = Path(arguments[0]), arguments[1], int(arguments[2]), int(arguments[3])
    sort, tried = BY_NAME[name], Tried(folder)
    desk = Desk(folder / "desk", sort)
    watch = Watch(HandWatch(), desk.folder, sort.allowed)
    corpus = begin(folder, name, number)

    def one(content: bytes) -> None:
        (folder / "now").write_bytes(content)
        desk.put(content)
        tried.note(watch.see(desk.read), content)
        if tried.cases >= cases:
            tried.write()

    flags = [
        f"-runs={cases}",
        f"-seed={number}",
        f"-max_len={_LONGEST}",
        "-rss_limit_mb=0",
        "-timeout=120",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], *flags, str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
