"""What stands on a page: boxes of a known height that can be drawn, and most of them parted at a page's end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from app.reports.figures import draw_gap_sign
from app.reports.lettering import Tone
from app.reports.pen import Pen
from app.reports.stack import Stack


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that the reader's list of bookmarks names; `chapter` ones are on the cover's list as well."""

    key: str
    title: str
    chapter: bool


class Box(Protocol):
    """Sizes are points. `above` is the space before it, which a page's top swallows."""

    @property
    def height(self) -> float:
        """The whole height, without `above`."""
        ...

    @property
    def least(self) -> float:
        """The height that a page must still offer for it to begin there."""
        ...

    @property
    def above(self) -> float:
        """The space before it."""
        ...

    @property
    def leads(self) -> bool:
        """Whether it is the heading of what follows, and never the last on a page."""
        ...

    def split(self, room: float) -> tuple[Box, Box | None] | None:
        """The part that fits into `room` and the rest (None where it can be spared), or None when nothing of it fits."""
        ...

    def bookmarks(self) -> tuple[tuple[float, Bookmark], ...]:
        """Its bookmarks, each with how far down the box it lies."""
        ...

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its top left corner there."""
        ...


@dataclass(frozen=True, slots=True)
class TextBox:
    """Paragraphs, or a heading when it `leads`."""

    stack: Stack
    above: float = 0.0
    leads: bool = False
    least_room: float = 0.0
    bookmark: Bookmark | None = None
    rule: float = 0.0

    @property
    def height(self) -> float:
        """The lines' height, and the rule's above a chapter."""
        return self.stack.height + self.rule * 4

    @property
    def least(self) -> float:
        """Two lines, or what a chapter asks for so that it does not begin at a page's foot."""
        lines = self.stack.lines[: 2 if len(self.stack.lines) != 3 else 3]
        return max(self.least_room, self.height if self.leads else Stack(lines).height)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Parted between lines; a heading only when it is longer than a page."""
        head, tail = self.stack.split(room - self.rule * 4)
        if not head.lines or not tail.lines:
            return None
        return replace(self, stack=head), replace(self, stack=tail, bookmark=None, rule=0.0, above=0.0)

    def bookmarks(self) -> tuple[tuple[float, Bookmark], ...]:
        """A heading's own."""
        return ((0.0, self.bookmark),) if self.bookmark else ()

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """A chapter has a short thick rule above its heading."""
        if self.rule:
            pen.box(x, top, self.rule * 12, self.rule, Tone.PRIMARY)
        self.stack.draw(pen, x, top + self.rule * 4)


@dataclass(frozen=True, slots=True)
class NoteBox:
    """A tinted box with a thick edge; stays whole, unless it is longer than a page."""

    stack: Stack
    entries: tuple[Stack, ...]
    width: float
    scale: float
    tone: Tone
    above: float = 0.0
    leads: bool = False

    @property
    def height(self) -> float:
        """Text, entries in two columns, and the padding."""
        return self._pad * 2 + self.stack.height + self._entries_height

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    @property
    def _pad(self) -> float:
        return 13 * self.scale

    @property
    def _row_gap(self) -> float:
        return 4 * self.scale

    @property
    def _entries_height(self) -> float:
        rows = _in_rows(self.entries)
        return sum(max(one.height for one in row) + self._row_gap for row in rows) + (self._row_gap if rows else 0)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """The text may be parted; the entries stay together."""
        head, tail = self.stack.split(room - 2 * self._pad)
        if not head.lines or not tail.lines:
            return None
        return replace(self, stack=head, entries=()), replace(self, stack=tail, above=0.0)

    def bookmarks(self) -> tuple[tuple[float, Bookmark], ...]:
        """None."""
        return ()

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The tint, the edge, the text, then the entries with a dashed sign each."""
        ground = Tone.WARN_SOFT if self.tone is Tone.WARN else Tone.SOFT
        pen.box(x, top, self.width, self.height, ground)
        pen.box(x, top, 3 * self.scale, self.height, self.tone)
        left = x + self._pad + 5 * self.scale
        self.stack.draw(pen, left, top + self._pad)
        down = top + self._pad + self.stack.height + self._row_gap
        half = (self.width - 2 * self._pad) / 2
        for row in _in_rows(self.entries):
            for number, entry in enumerate(row):
                at = left + number * half
                draw_gap_sign(pen, at + 4 * self.scale, down + entry.lines[0].style.leading / 2, self.scale, self.tone)
                entry.draw(pen, at + 14 * self.scale, down)
            down += max(one.height for one in row) + self._row_gap


@dataclass(frozen=True, slots=True)
class TilesBox:
    """Numbers beside each other, parted by thin lines."""

    tiles: tuple[Stack, ...]
    width: float
    scale: float
    above: float = 0.0
    leads: bool = False

    @property
    def height(self) -> float:
        """That of the tallest, with the lines above and below."""
        return max(one.height for one in self.tiles) + 22 * self.scale

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
        """From left to right, each in an equal share of the width."""
        share = self.width / len(self.tiles)
        for end in (top, top + self.height):
            pen.line(x, end, x + self.width, end, Tone.LINE, 0.8 * self.scale)
        for number, tile in enumerate(self.tiles):
            left = x + number * share
            inner = 0.0 if number == 0 else 14 * self.scale
            if number:
                pen.line(left, top + 12 * self.scale, left, top + self.height - 12 * self.scale, Tone.LINE, 0.8)
            tile.draw(pen, left + inner, top + 10 * self.scale)


def _in_rows(entries: tuple[Stack, ...]) -> list[tuple[Stack, ...]]:
    """Pairs, read down the left column first."""
    half = (len(entries) + 1) // 2
    return [(entries[number], *entries[half + number : half + number + 1]) for number in range(half)]
