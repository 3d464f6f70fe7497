"""A line of text as the PDF writer takes it, and the places where lines may be broken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.reports.shaped_font import Piece

# Between longer words joined by a hyphen, a dash or a slash; never in "co-op", a phone number or a date.
JOINTS = re.compile(r"(?<=[^\W\d_]{3}[-–—/])(?=[^\W\d_]{3})")
# Where a web or mail address may be broken when it is wider than a whole line.
ADDRESS_JOINTS = re.compile(r"(?<=[-/@._?&=])(?=[^-/@._?&=])")
SPACE = " "
# Unicode's canonical combining class of the sign that joins two consonants of Indic writings into one.
_JOINS = 9


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a line as the PDF writer takes it; the next one follows where it ends.

    A word whose marks are moved about is a run of its own, and `spelled` says what it is: without that, whoever copies
    or searches the page would find a space after each mark. `font` as in `Piece`.
    """

    text: str
    spelled: str = ""
    font: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a width in points, its runs from left to right.

    `leftwards`: its paragraph is read from right to left. `turned`: something in it is, so that its runs are not in the
    order of reading.
    """

    runs: tuple[Run, ...]
    width: float
    leftwards: bool = False
    turned: bool = False

    def ended(self, end: Run, width: float) -> Line:
        """The line with a run of a width added where it is read last."""
        runs = (end, *self.runs) if self.leftwards else (*self.runs, end)
        return replace(self, runs=runs, width=self.width + width)


def runs_of(pieces: Sequence[Piece]) -> tuple[Run, ...]:
    """Pieces that simply follow each other are written in one go; a word with moved marks takes its space along."""
    found: list[Run] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last and last.font == piece.font and not piece.spelled and (not last.spelled or piece.text == SPACE):
            spelled = last.spelled + SPACE if last.spelled else ""
            found[-1] = Run(last.text + piece.text, spelled, piece.font)
        else:
            found.append(Run(piece.text, piece.spelled, piece.font))
    return tuple(found)


def letters_of(word: str) -> list[str]:
    """Letters with the marks that belong to them."""
    found: list[str] = []
    for one in word:
        if found and (unicodedata.category(one) in ("Mn", "Mc", "Me", "Cf") or _joined(found[-1])):
            found[-1] += one
        else:
            found.append(one)
    return found


def _joined(letter: str) -> bool:
    return unicodedata.combining(letter.rstrip("\u200d")[-1:] or " ") == _JOINS
