"""The sheets of paper a report can be made for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.model.phrases import N_


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, upright; sizes in points (1/72 inch). `scale` enlarges type and spaces, for sheets read on a wall.

    `margin` is that at the left and right before it is enlarged. What is read from `afar` has no small names.
    """

    key: str
    label: str
    width: float
    height: float
    scale: float = 1.0
    margin: float = 56.0
    afar: bool = False

    @property
    def side(self) -> float:
        """The margin left and right."""
        return self.margin * self.scale

    @property
    def top(self) -> float:
        """Where the text of a page begins, below the running head."""
        return 76 * self.scale

    @property
    def bottom(self) -> float:
        """Where the text of a page ends, measured from the top of the sheet."""
        return self.height - 64 * self.scale

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.side

    def landscape(self) -> Paper:
        """The sheet on its side."""
        return replace(self, width=max(self.width, self.height), height=min(self.width, self.height))


LETTER = Paper("letter", N_("Letter (8.5 × 11 inches)"), 612, 792)
A4 = Paper("a4", N_("A4 (210 × 297 mm)"), 595.28, 841.89)
LEGAL = Paper("legal", N_("Legal (8.5 × 14 inches)"), 612, 1008)
TABLOID = Paper("tabloid", N_("Tabloid (11 × 17 inches)"), 792, 1224, 1.25)

PAPERS: Mapping[str, Paper] = {one.key: one for one in (LETTER, A4, LEGAL, TABLOID)}
