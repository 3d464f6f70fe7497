"""What cards are drawn with: the look of the window, or the wall's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QColor, QFont


class Ink(Protocol):
    """Colours and fonts by name; `Look` is one."""

    def colour(self, role: str) -> QColor:
        """The colour of that name."""
        ...

    def font(self, pixels: int | None = None, *, bold: bool = False) -> QFont:
        """The program's font at that height."""
        ...


@dataclass(frozen=True, slots=True)
class CardSize:
    """Pixels of a card: its words, the space inside, the space between, its corners and the narrowest column."""

    words: int
    pad: int
    gap: int
    radius: int
    column: int

    @property
    def small(self) -> int:
        """The height of what stands below the words."""
        return max(12, round(self.words * 0.78))

    @property
    def dot(self) -> int:
        """How wide a dot is."""
        return max(9, round(self.words * 0.58))
