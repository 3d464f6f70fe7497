"""One glyph as it is placed in a line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: `start` is where its letters begin in the word; lengths are thousandths of the type's size.

    The pen moves on by `across` and `up` after it; the glyph itself is shifted by `aside` and `rise`.
    """

    number: int
    start: int
    across: float
    up: float
    aside: float
    rise: float
