"""Entries of a list with a hanging sign, web addresses with a square code that a phone can read, and lines to write on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.reports.boxes import Bookmark, Box
from app.reports.lettering import Tone
from app.reports.pen import Pen
from app.reports.square_code import draw_code
from app.reports.stack import Stack
from app.reports.tags import Element

# Fewer lines to write on than this are no use to anybody.
_FEWEST_LINES = 2


@dataclass(frozen=True, slots=True)
class EntryBox:
    """One entry: the sign at the left, the text beside it."""

    sign: Stack
    stack: Stack
    inset: float
    above: float = 0.0
    leads: bool = False

    @property
    def height(self) -> float:
        """The text's."""
        return max(self.stack.height, self.sign.height)

    @property
    def least(self) -> float:
        """Two lines."""
        return Stack(self.stack.lines[: 2 if len(self.stack.lines) != 3 else 3]).height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Between lines; what goes on has no sign of its own."""
        head, tail = self.stack.split(room)
        if not head.lines or not tail.lines:
            return None
        return replace(self, stack=head), replace(self, stack=tail, sign=Stack(), above=0.0)

    def bookmarks(self) -> tuple[tuple[float, Bookmark], ...]:
        """None."""
        return ()

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Sign and text on one line."""
        self.sign.draw(pen, x, top)
        self.stack.draw(pen, x + self.inset, top)


@dataclass(frozen=True, slots=True)
class AddressBox:
    """A tinted box that stays whole: the code on white at the left, the words beside it."""

    stack: Stack
    matrix: tuple[tuple[bool, ...], ...]
    code: Element
    size: float
    width: float
    scale: float
    above: float = 0.0
    leads: bool = False

    @property
    def height(self) -> float:
        """The taller of code and words, and the padding."""
        return max(self.size, self.stack.height) + 2 * self._pad

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    @property
    def _pad(self) -> float:
        return 10 * self.scale

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Never."""
        return None

    def bookmarks(self) -> tuple[tuple[float, Bookmark], ...]:
        """None."""
        return ()

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The ground, the code, the words in the middle beside it."""
        pen.box(x, top, self.width, self.height, Tone.SOFT)
        middle = (self.height - self.size) / 2
        left, upper = x + self._pad, top + middle
        pen.box(left, upper, self.size, self.size, Tone.PAPER)
        self.code.frame = pen.frame((left, upper, left + self.size, upper + self.size))
        with pen.drawing(self.code):
            draw_code(pen, self.matrix, left, upper, self.size)
        down = (self.height - self.stack.height) / 2
        self.stack.draw(pen, x + self.size + 2.6 * self._pad, top + down)


@dataclass(frozen=True, slots=True)
class RuledBox:
    """Lines to write on, `gap` points apart: at a page's end there are fewer, and none on the next. `spare` ones go without
    their heading too where not even a few find room.
    """

    count: int
    gap: float
    width: float
    spare: bool = False
    above: float = 0.0
    leads: bool = False

    @property
    def height(self) -> float:
        """All lines, each with its room above."""
        return self.count * self.gap

    @property
    def least(self) -> float:
        """A few lines."""
        return min(self.count, _FEWEST_LINES) * self.gap

    def split(self, room: float) -> tuple[Box, Box | None] | None:
        """As many lines as fit; the others are spared."""
        fit = min(self.count, int(room // self.gap))
        return (replace(self, count=fit), None) if fit >= min(self.count, _FEWEST_LINES) else None

    def bookmarks(self) -> tuple[tuple[float, Bookmark], ...]:
        """None."""
        return ()

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Thin lines that a pencil stands out from."""
        for number in range(1, self.count + 1):
            down = top + number * self.gap
            pen.line(x, down, x + self.width, down, Tone.MUTED, 0.5)
