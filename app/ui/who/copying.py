"""Chosen rows as text for a sheet."""

from __future__ import annotations

from collections.abc import Iterable

# A sheet would reckon with a cell that begins so, and an apostrophe tells it not to.
FORMULAS = ("=", "+", "-", "@")


def as_cells(rows: Iterable[Iterable[str]]) -> str:
    """Rows of cells, parted by tabs and line breaks; a cell is one line of plain words in it."""
    return "\n".join("\t".join(_cell(one) for one in row) for row in rows)


def _cell(words: str) -> str:
    line = " ".join(words.split())
    return f"'{line}" if line.startswith(FORMULAS) else line
