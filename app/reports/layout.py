"""Setting a document in type: each block becomes a box of known size for one kind of paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from gettext import gettext as _

import segno

from app.reports.boxes import Bookmark, Box, NoteBox, TextBox, TilesBox
from app.reports.document import (
    Address,
    Bar,
    Block,
    Cell,
    Document,
    Entry,
    Heading,
    Note,
    Para,
    Row,
    Ruled,
    Sign,
    Table,
    Tiles,
)
from app.reports.fonts import Fonts
from app.reports.grid import Grid, GridCell, GridRow
from app.reports.lettering import Look, Tone
from app.reports.list_boxes import AddressBox, EntryBox, RuledBox
from app.reports.paper import Paper
from app.reports.stack import Stack, set_paras

_GUTTER = 14
_SIGN_ROOM = 13
_INDENT = 13
_HANGING = 18
# Lines for handwriting lie a third of an inch apart.
_RULED = 24
# Over an inch: the longest printed address is still read by a phone's camera at arm's length.
_CODE = 76
# A bookmark is a signpost: longer titles are cut there, and stand in full on the page.
_BOOKMARK_LETTERS = 80


class Layout:
    """Turns blocks into boxes as wide as the paper's measure."""

    def __init__(self, paper: Paper, fonts: Fonts) -> None:
        self._paper = paper
        self._fonts = fonts
        self._scale = paper.scale
        self._room = paper.bottom - paper.top
        self._keys = 0

    def boxes(self, document: Document) -> Iterator[Box]:
        """The boxes in reading order."""
        before: Block | None = None
        for block, after in zip(document.blocks, (*document.blocks[1:], None), strict=True):
            box = self._box(block, after)
            # Text keeps away from a tinted box above it as the box does from the text before it.
            if isinstance(before, Note | Address) and isinstance(box, TextBox | EntryBox) and not box.leads:
                box = replace(box, above=box.above + 9 * self._scale)
            yield box
            before = block

    def _box(self, block: Block, after: Block | None) -> Box:
        match block:
            case Heading():
                return self._heading(block)
            case Para():
                stack = self._stack((block,), self._paper.measure)
                leads = block.look is Look.LEAD and isinstance(after, Table | Note)
                return TextBox(stack, above=6 * self._scale, leads=leads)
            case Tiles():
                return self._tiles(block)
            case Table():
                return self._table(block)
            case Note():
                return self._note(block)
            case Entry():
                return self._entry(block)
            case Address():
                return self._address(block)
            case Ruled():
                return RuledBox(block.count, _RULED * self._scale, self._paper.measure)

    def _heading(self, block: Heading) -> TextBox:
        if block.level > 1:
            stack = self._stack((Para(block.text, Look.SECTION),), self._paper.measure)
            return TextBox(stack, above=24 * self._scale, leads=True)
        stack = self._stack((Para(block.text, Look.CHAPTER),), self._paper.measure)
        mark = self._bookmark(block.text, chapter=True)
        return TextBox(
            stack,
            above=44 * self._scale,
            leads=True,
            least_room=self._room if block.new_page else 0.0,
            bookmark=mark,
            rule=3 * self._scale,
        )

    def _tiles(self, block: Tiles) -> TilesBox:
        room = self._paper.measure / len(block.tiles) - 20 * self._scale
        stacks = [
            self._stack((Para(one.figure, Look.FIGURE, one.tone), Para(one.caption, Look.CAPTION)), room)
            for one in block.tiles
        ]
        return TilesBox(tuple(stacks), self._paper.measure, self._scale, above=16 * self._scale)

    def _note(self, block: Note) -> NoteBox:
        room = self._paper.measure - 36 * self._scale
        said = (Para(block.title, Look.NOTE_TITLE, block.tone), *(Para(one, Look.NOTE, above=3) for one in block.lines))
        entries = tuple(
            self._stack((Para(one, Look.CELL_STRONG),), room / 2 - 20 * self._scale) for one in block.entries
        )
        stack = self._stack(said, room)
        return NoteBox(stack, entries, self._paper.measure, self._scale, block.tone, above=18 * self._scale)

    def _entry(self, block: Entry) -> EntryBox:
        inset = _HANGING * self._scale
        sign = self._stack((Para(block.sign, Look.READING, Tone.PRIMARY),), inset)
        stack = self._stack((Para(block.text, Look.READING),), self._paper.measure - inset)
        return EntryBox(sign, stack, inset, above=4 * self._scale)

    def _address(self, block: Address) -> AddressBox:
        size = _CODE * self._scale
        room = self._paper.measure - size - 44 * self._scale
        said = [
            Para(block.title, Look.NOTE_TITLE),
            Para(block.note, Look.SMALL),
            Para(block.address, Look.SMALL, Tone.INK),
        ]
        stack = self._stack(tuple(one for one in said if one.text), room)
        matrix = tuple(tuple(bool(one) for one in row) for row in segno.make(block.address, error="l").matrix)
        return AddressBox(stack, matrix, size, self._paper.measure, self._scale, above=12 * self._scale)

    def _table(self, block: Table) -> Grid:
        edges = self._edges(block)
        header = None
        if any(one.title for one in block.columns):
            titles = tuple(Cell((Para(one.title, Look.COLUMN),)) for one in block.columns)
            header = GridRow(self._cells(titles, edges), 4 * self._scale, level=-1)
        rows = tuple(
            self._row(one, edges, follows=before is not None and before.level != 1)
            for before, one in zip((None, *block.rows), block.rows, strict=False)
        )
        return Grid(header, rows, self._paper.measure, self._scale, self._room * 0.3, above=12 * self._scale)

    def _edges(self, block: Table) -> list[tuple[float, float]]:
        """Left edge and width of each column."""
        found: list[tuple[float, float]] = []
        x = 0.0
        for one in block.columns:
            share = one.share * self._paper.measure
            found.append((x, share - _GUTTER * self._scale))
            x += share
        found[-1] = (found[-1][0], self._paper.measure - found[-1][0])
        return found

    def _row(self, row: Row, edges: list[tuple[float, float]], *, follows: bool) -> GridRow:
        """`follows`: the row comes after rows of something else, so a heading keeps away from them."""
        if row.level == 0:
            return GridRow(self._cells(row.cells, edges), 5.5 * self._scale)
        if row.level > 1:
            return GridRow(self._heading_cells(row.cells), 5 * self._scale, row.level, 4 * self._scale)
        title = row.cells[0].paras[0].text
        more = Para(_("{title} (continued)").format(title=_cut(title)), row.cells[0].paras[0].look)
        again = GridRow(self._heading_cells((Cell((more,)),)), 5 * self._scale, level=1)
        mark = self._bookmark(title, chapter=False)
        above = (10 if follows else 2) * self._scale
        return GridRow(self._heading_cells(row.cells), 5.5 * self._scale, 1, above, mark, again)

    def _cells(self, cells: tuple[Cell, ...], edges: list[tuple[float, float]]) -> tuple[GridCell, ...]:
        return tuple(self._cell(cell, x, width) for cell, (x, width) in zip(cells, edges, strict=True))

    def _cell(self, cell: Cell, x: float, width: float) -> GridCell:
        inset = min(cell.indent, 4) * _INDENT * self._scale
        room = width - inset - (_SIGN_ROOM * self._scale if isinstance(cell.figure, Sign) else 0.0)
        figure_width = width - inset if isinstance(cell.figure, Bar) else room
        return GridCell(self._stack(cell.paras, room), x + inset, figure_width, cell.figure)

    def _heading_cells(self, cells: tuple[Cell, ...]) -> tuple[GridCell, ...]:
        """A title at the left and, when there is a second cell, a few words at the right."""
        title, *asides = cells
        width = self._paper.measure
        aside_width = width * 0.3 if asides else 0.0
        title_width = width - aside_width
        found = [GridCell(self._stack(title.paras, title_width), 0.0, title_width, title.figure)]
        for aside in asides:
            found.append(GridCell(self._stack(aside.paras, aside_width), title_width, aside_width, right=True))
        return tuple(found)

    def _stack(self, paras: tuple[Para, ...], width: float) -> Stack:
        return set_paras(paras, width, self._scale, self._fonts)

    def _bookmark(self, title: str, *, chapter: bool) -> Bookmark:
        self._keys += 1
        return Bookmark(f"place-{self._keys}", _cut(self._fonts.readable(title)), chapter)


def _cut(title: str) -> str:
    line = " ".join(title.split())
    return line if len(line) <= _BOOKMARK_LETTERS else line[: _BOOKMARK_LETTERS - 1].rstrip() + "…"
