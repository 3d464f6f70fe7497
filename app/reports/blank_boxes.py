"""What is filled in, by hand or in a PDF reader: ruled lines with a field over them, and boxes to tick."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.reports.boxes import Bookmark, Box
from app.reports.document import Blank
from app.reports.lettering import Tone
from app.reports.pen import Pen
from app.reports.stack import Stack
from app.reports.tags import Element

# Typed letters are smaller than handwriting: two lines of type to three ruled ones.
_LETTERS = 0.5


@dataclass(frozen=True, slots=True)
class BlankBox:
    """Lines `gap` points apart that stay together, `tag` being the field's element."""

    blank: Blank
    gap: float
    width: float
    tag: Element
    above: float = 0.0
    leads: bool = False

    @property
    def height(self) -> float:
        """All lines, each with its room above."""
        return self.blank.lines * self.gap

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def filling(self, room: float) -> BlankBox:
        """With as many lines as there is room for, and never fewer than were asked for."""
        lines = max(self.blank.lines, int((room - self.above) / self.gap))
        return replace(self, blank=replace(self.blank, lines=lines))

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Never: a field lies on one page."""
        return None

    def bookmarks(self) -> tuple[tuple[float, Bookmark], ...]:
        """None."""
        return ()

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Thin lines that a pencil stands out from; the field covers them all."""
        for number in range(1, self.blank.lines + 1):
            down = top + number * self.gap
            pen.line(x, down, x + self.width, down, Tone.MUTED, 0.5)
        frame = (x - 1, top + 2, x + self.width + 1, top + self.height + 1)
        pen.field(self.tag, self.blank.key, self.blank.label, frame, self.gap * _LETTERS)


@dataclass(frozen=True, slots=True)
class SetTick:
    """A box to tick with its words: where it stands on its line, and the names of both for whoever hears the page."""

    key: str
    says: str
    words: Stack
    tag: Element
    left: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class TicksBox:
    """Boxes on as many lines as they need; `side` is a box's. What follows them is what they belong to."""

    ticks: tuple[SetTick, ...]
    side: float
    above: float = 0.0
    leads: bool = True

    @property
    def height(self) -> float:
        """To the foot of the last line."""
        return max(one.down + one.words.height for one in self.ticks)

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Never."""
        return None

    def bookmarks(self) -> tuple[tuple[float, Bookmark], ...]:
        """None."""
        return ()

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Each box is drawn, and can be ticked with a pencil or a key."""
        for one in self.ticks:
            left, upper = x + one.left, top + one.down + (one.words.lines[0].style.leading - self.side) / 2
            right, lower = left + self.side, upper + self.side
            corners = ((left, upper), (right, upper), (right, lower), (left, lower))
            pen.polygon(corners, Tone.MUTED, filled=False, width=0.8)
            pen.tick(one.tag, one.key, one.says, (left, upper, right, lower))
            one.words.draw(pen, left + 1.6 * self.side, top + one.down)


def dealt_out(ticks: list[SetTick], side: float, width: float) -> tuple[SetTick, ...]:
    """Each tick placed behind the one before it, or on the next line where the width does not hold it."""
    found: list[SetTick] = []
    left = down = 0.0
    for one in ticks:
        wide = 1.6 * side + max(line.line.width for line in one.words.lines)
        if left and left + wide > width:
            left, down = 0.0, found[-1].down + found[-1].words.height + 0.4 * side
        found.append(replace(one, left=left, down=down))
        left += wide + 2.2 * side
    return tuple(found)
