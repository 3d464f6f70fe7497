"""Square codes (QR) that a phone can read, drawn as rows of dark boxes."""

from __future__ import annotations

import segno

from app.reports.lettering import Tone
from app.reports.pen import Pen

# The quiet zone that ISO/IEC 18004 asks for around a code, in squares.
QUIET = 4

Matrix = tuple[tuple[bool, ...], ...]


def matrix_of(text: str, error: str = "l") -> Matrix | None:
    """The code of a text; None for one that no code can hold. `error` is how much may be dirty: l (7 %), m (15 %), q, h."""
    try:
        made = segno.make(text, error=error, micro=False, encoding="utf-8")
    except segno.DataOverflowError:
        return None
    return tuple(tuple(bool(one) for one in row) for row in made.matrix)


def draw_code(pen: Pen, matrix: Matrix, x: float, top: float, size: float) -> None:
    """Draw it into a square, quiet zone and all, on what is white there."""
    square = size / (len(matrix) + 2 * QUIET)
    for row, dots in enumerate(matrix, QUIET):
        start = None
        for column, dark in enumerate((*dots, False), QUIET):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                pen.box(x + start * square, top + row * square, (column - start) * square, square, Tone.INK)
                start = None
