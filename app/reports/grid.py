"""Tables that go on over pages: the column titles come again, and so does the heading that the rows stand under."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from app.reports.boxes import Bookmark, Box
from app.reports.document import Bar, Sign
from app.reports.figures import draw_bar, draw_sign
from app.reports.lettering import Tone
from app.reports.pen import Pen
from app.reports.stack import Stack
from app.reports.tag_marks import REPEATED

# How far the tint of a heading stands out of the columns, so that its words begin where the rows' words do.
_HANG = 8
# A table does not begin at the foot of a page with fewer rows than these, and a small one stays whole.
_FIRST_ROWS, _SMALL = 2, 6


@dataclass(frozen=True, slots=True)
class GridCell:
    """One column of a row, from `x` on (points from the table's left edge), `width` wide; `right` ends its lines there."""

    stack: Stack
    x: float
    width: float
    figure: Sign | Bar | None = None
    right: bool = False


@dataclass(frozen=True)
class GridRow:
    """A laid row. `level` 1 and 2 are headings, -1 the column titles; `again` is a heading as it is repeated.

    `above` is white space before the row, `pad` the space within it above and below its cells. A row that is `repeated` at
    the top of a page is decoration, so that nothing is read out twice.
    """

    cells: tuple[GridCell, ...]
    pad: float
    level: int = 0
    above: float = 0.0
    bookmark: Bookmark | None = None
    again: GridRow | None = None
    repeated: bool = False
    room: float = 0.0

    @cached_property
    def down(self) -> tuple[float, ...]:
        """How far each cell begins below the row's top, so that the first lines of all stand on one line."""
        stands = [one.stack.lines[0].style.baseline if one.stack.lines else 0.0 for one in self.cells]
        deepest = max(stands, default=0.0)
        return tuple(deepest - one if one else 0.0 for one in stands)

    @cached_property
    def height(self) -> float:
        """That of the tallest cell, with the space around it; at least the `room` for writing by hand."""
        heights = (one.stack.height + down for one, down in zip(self.cells, self.down, strict=True))
        return max(max(heights, default=0.0) + 2 * self.pad, self.room) + self.above

    def lines(self) -> Iterator[tuple[float, float]]:
        """From where to where lines are drawn below it, parted beside what is written by hand: so columns can be told apart."""
        begins = self.cells[0].x
        for one, after in pairwise(self.cells):
            if not (one.stack.lines and after.stack.lines):
                yield begins, one.x + one.width
                begins = after.x
        yield begins, self.cells[-1].x + self.cells[-1].width

    def split(self, room: float) -> tuple[GridRow, GridRow] | None:
        """A row longer than the room, parted between the lines of its cells; None when a cell could not begin."""
        room -= 2 * self.pad + self.above
        parts = [one.stack.split(room - down) for one, down in zip(self.cells, self.down, strict=True)]
        if any(tail.lines and not head.lines for head, tail in parts) or not any(tail.lines for _head, tail in parts):
            return None
        heads = tuple(replace(one, stack=head) for one, (head, _tail) in zip(self.cells, parts, strict=True))
        tails = tuple(
            replace(one, stack=tail, figure=None) for one, (_head, tail) in zip(self.cells, parts, strict=True)
        )
        return replace(self, cells=heads, room=0.0), replace(self, cells=tails, bookmark=None, above=0.0, room=0.0)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows under column titles. Rows lower than `whole` go to the next page rather than being parted."""

    header: GridRow | None
    rows: tuple[GridRow, ...]
    width: float
    scale: float
    whole: float
    above: float = 0.0
    leads: bool = False

    @property
    def height(self) -> float:
        """All rows and the column titles."""
        return self._header_height + sum(one.height for one in self.rows)

    @property
    def least(self) -> float:
        """The column titles, the headings and the first rows, or the beginning of them."""
        height, rows = self._header_height, 0
        if len(self.rows) <= _SMALL and self.height <= self.whole:
            return self.height
        for one in self.rows:
            height += min(one.height, self.whole / (_FIRST_ROWS if rows else 1))
            rows += one.level == 0
            if rows == _FIRST_ROWS:
                break
        return height

    @property
    def _header_height(self) -> float:
        return self.header.height if self.header else 0.0

    def split(self, room: float) -> tuple[Box, Box] | None:
        """As many rows as fit; a heading is never the last of them, nor does a single row go on alone."""
        fit, used = self._fitting(room)
        part = None
        if fit < len(self.rows) and self.rows[fit].height > self.whole:
            part = self.rows[fit].split(room - used)
        if part:
            return self._parts((*self.rows[:fit], part[0]), (part[1], *self.rows[fit + 1 :]), fit)
        if len(self.rows) - fit == 1 and fit > _FIRST_ROWS:
            # The last row takes one along, so that it is not alone on its page.
            fit -= 1
        while fit and self.rows[fit - 1].level > 0:
            fit -= 1
        return self._parts(self.rows[:fit], self.rows[fit:], fit) if fit else None

    def _fitting(self, room: float) -> tuple[int, float]:
        used = self._header_height
        for number, one in enumerate(self.rows):
            if used + one.height > room:
                return number, used
            used += one.height
        return len(self.rows), used

    def _parts(self, head: tuple[GridRow, ...], tail: tuple[GridRow, ...], at: int) -> tuple[Box, Box]:
        first, *others = tail
        rest = (*self._again(tail, at), replace(first, above=0.0), *others)
        header = (self.header.again or self.header) if self.header else None
        return replace(self, rows=head), replace(self, header=header, rows=rest, above=0.0)

    def _again(self, tail: tuple[GridRow, ...], at: int) -> tuple[GridRow, ...]:
        """The headings that the first row of the rest stands under, as they are repeated."""
        found: list[GridRow] = []
        deepest = tail[0].level or 3
        for one in reversed(self.rows[: at + 1]):
            if 0 < one.level < deepest:
                found.append(one.again or one)
                deepest = one.level
            if deepest == 1:
                break
        return tuple(reversed(found))

    def bookmarks(self) -> tuple[tuple[float, Bookmark], ...]:
        """Those of its headings."""
        found: list[tuple[float, Bookmark]] = []
        down = self._header_height
        for one in self.rows:
            if one.bookmark:
                found.append((down + one.above, one.bookmark))
            down += one.height
        return tuple(found)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Row under row, with a thin line below each."""
        for one in (self.header, *self.rows):
            if one:
                with pen.drawing(REPEATED) if one.repeated else nullcontext():
                    self._draw_row(pen, one, x, top)
                top += one.height

    def _draw_row(self, pen: Pen, row: GridRow, x: float, top: float) -> None:
        end = top + row.height
        top += row.above
        if row.level == 1:
            hang = _HANG * self.scale
            pen.box(x - hang, top, self.width + 2 * hang, end - top, Tone.SOFT)
        tone = Tone.MUTED if row.level == -1 else Tone.LINE
        for left, right in row.lines() if row.room else [(0.0, self.width)]:
            pen.line(x + left, end, x + right, end, tone, 0.6 * self.scale)
        for cell, down in zip(row.cells, row.down, strict=True):
            self._draw_cell(pen, cell, x + cell.x, top + row.pad + down)

    def _draw_cell(self, pen: Pen, cell: GridCell, x: float, top: float) -> None:
        middle = top + (cell.stack.lines[0].style.leading / 2 if cell.stack.lines else 6.5 * self.scale)
        if isinstance(cell.figure, Bar):
            draw_bar(pen, x, middle, cell.width, self.scale, cell.figure.share)
            return
        if cell.figure:
            draw_sign(pen, x + 4 * self.scale, middle, self.scale, cell.figure)
            x += 13 * self.scale
        cell.stack.draw(pen, x, top, right=x + cell.width if cell.right else None)
