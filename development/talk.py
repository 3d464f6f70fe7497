"""How dev.py speaks: a few plain lines, and one sentence when it cannot go on."""

from __future__ import annotations

import sys
from typing import TextIO


class Stop(Exception):
    """The reason dev.py cannot go on, as one sentence that says what to do."""


def say(line: str) -> None:
    """Print one line at once."""
    _print(line, sys.stdout)


def complain(line: str) -> None:
    """Print one line to where errors go."""
    _print(line, sys.stderr)


def _print(line: str, where: TextIO) -> None:
    """Print at once, with what the terminal cannot show replaced."""
    encoding = where.encoding or "ascii"
    print(line.encode(encoding, "replace").decode(encoding), file=where, flush=True)
