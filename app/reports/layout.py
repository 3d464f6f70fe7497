"""Setting a document in type: each block becomes a box of known size for one kind of paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from gettext import gettext as _

from app.reports.blank_boxes import BlankBox, SetTick, TicksBox, dealt_out
from app.reports.boxes import Bookmark, Box, NoteBox, TextBox, TilesBox
from app.reports.contents import ContentsBox
from app.reports.document import (
    Address,
    Bar,
    Blank,
    Block,
    Cell,
    Contents,
    Document,
    Entry,
    Heading,
    Note,
    Para,
    Row,
    Ruled,
    Sign,
    Table,
    Ticks,
    Tiles,
)
from app.reports.fonts import Fonts
from app.reports.grid import Grid, GridCell, GridRow
from app.reports.keeping import leading, stays_with_next
from app.reports.lettering import Look, Tone
from app.reports.links import link_of
from app.reports.list_boxes import AddressBox, EntryBox, RuledBox
from app.reports.paper import Paper
from app.reports.square_code import matrix_of
from app.reports.stack import Stack, set_paras
from app.reports.tags import Element, Role, heading
from app.reports.watch import Watch, unwatched
from app.reports.words import REMINDER_WORDS, first_words

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
_TICK = 11
# A chapter does not begin lower on a page than where so much of it is left.
_CHAPTER_ROOM = 0.22


class Layout:
    """Turns blocks into boxes as wide as the paper's measure, and notes below `tree` what each is, in reading order.

    `deeper` is how many levels of headings stand above those of the document: one, when a cover has its title.
    """

    def __init__(self, paper: Paper, fonts: Fonts, tree: Element, deeper: int = 0, watch: Watch = unwatched) -> None:
        self._paper = paper
        self._fonts = fonts
        self._scale = paper.scale
        self._room = paper.bottom - paper.top
        self._keys = 0
        self._watch = watch
        self._tree, self._deeper, self._depth = tree, deeper, deeper
        self._list: Element | None = None

    def boxes(self, document: Document) -> Iterator[Box]:
        """The boxes in reading order."""
        before: Block | None = None
        used = 0.0
        for at, block in enumerate(document.blocks):
            after, later = (*document.blocks[at + 1 : at + 3], None, None)[:2]
            self._watch(0, 0)
            if not isinstance(block, Entry):
                self._list = None
            box = self._box(block, after)
            if stays_with_next(before, block, after, later):
                box = leading(box)
            # Text keeps away from a table or a tinted box above it as that does from the text before it.
            if (
                isinstance(before, Note | Address | Table | Blank | Ruled)
                and isinstance(box, TextBox | EntryBox)
                and not isinstance(block, Heading)
            ):
                box = replace(box, above=box.above + 9 * self._scale)
            if isinstance(box, BlankBox) and box.blank.fills:
                box = box.filling(self._room - used)
            fresh = before is None or (isinstance(block, Heading) and block.new_page)
            used = box.height if fresh else used + box.above + box.height
            yield box
            before = block

    def _box(self, block: Block, after: Block | None) -> Box:
        match block:
            case Heading():
                return self._heading(block)
            case Para():
                stack = self._stack((block,), self._paper.measure, self._tree.add(Role.P))
                leads = isinstance(after, Blank | Ticks) or (
                    block.look in (Look.LEAD, Look.SMALL) and isinstance(after, Table | Note)
                )
                return TextBox(stack, above=(6 + block.above) * self._scale, leads=leads)
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
            case Ruled() | Blank() | Ticks():
                return self._to_fill_in(block)
            case Contents():
                return self._contents(block)

    def _contents(self, block: Contents) -> ContentsBox:
        measure = self._paper.measure
        title = self._stack((Para(block.title, Look.COLUMN),), measure, self._tree.add(Role.P))
        return ContentsBox(title, self._tree.add(Role.TOC), measure, self._scale, above=16 * self._scale)

    def _heading(self, block: Heading) -> TextBox:
        # PDF/UA-1, 7.4.2: no level may be left out on the way down.
        self._depth = min(block.level + self._deeper, self._depth + 1)
        tag = self._tree.add(heading(self._depth))
        if block.level > 1:
            stack = self._stack((Para(block.text, Look.SECTION),), self._paper.measure, tag)
            room = self._room if block.new_page else 0.0
            return TextBox(stack, above=24 * self._scale, leads=True, least_room=room)
        stack = self._stack((Para(block.text, Look.CHAPTER),), self._paper.measure, tag)
        mark = self._bookmark(block.text, chapter=True)
        return TextBox(
            stack,
            above=44 * self._scale,
            leads=True,
            least_room=self._room * (1.0 if block.new_page else _CHAPTER_ROOM),
            bookmark=mark,
            rule=3 * self._scale,
        )

    def _tiles(self, block: Tiles) -> TilesBox:
        room = self._paper.measure / len(block.tiles) - 20 * self._scale
        stacks = [
            self._stack(
                (Para(one.figure, Look.FIGURE, one.tone), Para(one.caption, Look.CAPTION)), room, self._tree.add(Role.P)
            )
            for one in block.tiles
        ]
        return TilesBox(tuple(stacks), self._paper.measure, self._scale, above=16 * self._scale)

    def _note(self, block: Note) -> NoteBox:
        room = self._paper.measure - 36 * self._scale
        part = self._tree.add(Role.DIV)
        said = (Para(block.title, Look.NOTE_TITLE, block.tone), *(Para(one, Look.NOTE, above=3) for one in block.lines))
        stack = self._stack(said, room, *(part.add(Role.P) for _one in said))
        listed = part.add(Role.L, numbering="Disc")
        entries = tuple(
            self._stack((Para(one, Look.CELL_STRONG),), room / 2 - 20 * self._scale, listed.add_entry()[1])
            for one in block.entries
        )
        return NoteBox(stack, entries, self._paper.measure, self._scale, block.tone, above=18 * self._scale)

    def _entry(self, block: Entry) -> EntryBox:
        inset = _HANGING * self._scale
        if self._list is None:
            self._list = self._tree.add(Role.L, numbering="Decimal" if block.sign[:1].isdigit() else "Disc")
        label, body = self._list.add_entry()
        sign = self._stack((Para(block.sign, Look.READING, Tone.PRIMARY),), inset, label)
        stack = self._stack((Para(block.text, Look.READING),), self._paper.measure - inset, body)
        return EntryBox(sign, stack, inset, above=4 * self._scale)

    def _to_fill_in(self, block: Ruled | Blank | Ticks) -> Box:
        match block:
            case Ruled():
                return RuledBox(block.count, _RULED * self._scale, self._paper.measure, spare=block.spare)
            case Blank():
                tag, gap = self._tree.add(Role.FORM), block.gap * self._scale
                return BlankBox(block, gap, self._paper.measure, tag, above=4 * self._scale)
            case Ticks():
                return self._ticks(block)

    def _ticks(self, block: Ticks) -> TicksBox:
        side, listed = _TICK * self._scale, self._tree.add(Role.L, numbering="None")
        made: list[SetTick] = []
        for one in block.ticks:
            label, body = listed.add_entry()
            words = self._stack((Para(one.text),), self._paper.measure - 2 * side, body)
            made.append(SetTick(one.key, one.text, words, label.add(Role.FORM)))
        return TicksBox(dealt_out(made, side, self._paper.measure), side, above=6 * self._scale)

    def _address(self, block: Address) -> AddressBox:
        size = _CODE * self._scale
        room = self._paper.measure - size - 44 * self._scale
        said = [
            Para(block.title, Look.NOTE_TITLE),
            Para(block.note, Look.SMALL),
            Para(block.address, Look.SMALL, Tone.INK, link=link_of(block.address)),
        ]
        part = self._tree.add(Role.DIV)
        said = [one for one in said if one.text]
        stack = self._stack(tuple(said), room, *(part.add(Role.P) for _one in said))
        code = part.add(Role.FIGURE, alt=_("Square code with the address {address}").format(address=block.address))
        matrix = matrix_of(block.address) or ()
        return AddressBox(stack, matrix, code, size, self._paper.measure, self._scale, above=12 * self._scale)

    def _table(self, block: Table) -> Grid:
        edges, rights = self._edges(block), [one.right for one in block.columns]
        part = self._tree.add(Role.TABLE)
        header = None
        if any(one.title for one in block.columns):
            titles = tuple(Cell((Para(one.title, Look.COLUMN),)) for one in block.columns)
            row = part.add(Role.THEAD).add(Role.TR)
            tags = [row.add_cell(scope="Column") for _one in titles]
            again = GridRow(self._cells(titles, edges, rights), 4 * self._scale, level=-1, repeated=True)
            header = GridRow(self._cells(titles, edges, rights, tags), 4 * self._scale, level=-1, again=again)
        body = part.add(Role.TBODY)
        scope = "Row" if len(edges) > 2 and len(block.rows) > 2 else ""
        rows = tuple(
            self._row(one, edges, rights, body.add(Role.TR), scope, first=number == 0)
            for number, one in enumerate(block.rows)
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

    def _row(
        self, row: Row, edges: list[tuple[float, float]], rights: list[bool], tag: Element, scope: str, *, first: bool
    ) -> GridRow:
        """A heading keeps away from the rows before it, unless it is the `first` row.

        The first cell says what the row is about: it is the row's heading, but in a table small enough to be heard at once.
        """
        self._watch(0, 0)
        if row.level == 0:
            tags = [tag.add_cell(scope="" if number else scope) for number in range(len(edges))]
            return GridRow(self._cells(row.cells, edges, rights, tags), 5.5 * self._scale, room=row.room * self._scale)
        tags = _heading_tags(tag, len(row.cells), len(edges))
        title = row.cells[0].paras[0].text
        more = Para(
            _("{title} (continued)").format(title=_cut(first_words(title, REMINDER_WORDS))), row.cells[0].paras[0].look
        )
        again = GridRow(self._heading_cells((Cell((more,)),), (None,)), 5 * self._scale, row.level, repeated=True)
        if row.level > 1:
            cells = self._heading_cells(row.cells, tags)
            return GridRow(cells, 5 * self._scale, row.level, 4 * self._scale, again=again)
        mark = self._bookmark(title, chapter=False)
        above = (2 if first else 10) * self._scale
        return GridRow(self._heading_cells(row.cells, tags), 5.5 * self._scale, 1, above, mark, again)

    def _cells(
        self,
        cells: tuple[Cell, ...],
        edges: list[tuple[float, float]],
        rights: list[bool],
        tags: Sequence[Element | None] = (),
    ) -> tuple[GridCell, ...]:
        found = zip(cells, edges, rights, tags or [None] * len(cells), strict=True)
        return tuple(self._cell(cell, x, width, tag, right=right) for cell, (x, width), right, tag in found)

    def _cell(self, cell: Cell, x: float, width: float, tag: Element | None, *, right: bool) -> GridCell:
        inset = min(cell.indent, 4) * _INDENT * self._scale
        room = width - inset - (_SIGN_ROOM * self._scale if isinstance(cell.figure, Sign) else 0.0)
        figure_width = width - inset if isinstance(cell.figure, Bar) else room
        return GridCell(
            self._stack(cell.paras, room, *_para_tags(tag, cell)), x + inset, figure_width, cell.figure, right
        )

    def _heading_cells(self, cells: tuple[Cell, ...], tags: Sequence[Element | None]) -> tuple[GridCell, ...]:
        """A title at the left and, when there is a second cell, a few words at the right."""
        title, *asides = cells
        width = self._paper.measure
        aside_width = width * 0.3 if asides else 0.0
        title_width = width - aside_width
        stack = self._stack(title.paras, title_width, *_para_tags(tags[0], title))
        found = [GridCell(stack, 0.0, title_width, title.figure)]
        for aside, tag in zip(asides, tags[1:], strict=True):
            stack = self._stack(aside.paras, aside_width, *_para_tags(tag, aside))
            found.append(GridCell(stack, title_width, aside_width, right=True))
        return tuple(found)

    def _stack(self, paras: tuple[Para, ...], width: float, *tags: Element | None) -> Stack:
        """One element for all the paragraphs, or one each."""
        each = tags * len(paras) if len(tags) == 1 else tags
        return set_paras(paras, width, self._scale, self._fonts, each)

    def _bookmark(self, title: str, *, chapter: bool) -> Bookmark:
        self._keys += 1
        return Bookmark(f"place-{self._keys}", _cut(self._fonts.readable(title)), chapter)


def _heading_tags(row: Element, cells: int, columns: int) -> list[Element | None]:
    """A title over all columns but those of the words at its right; in a table too narrow for that they share a cell."""
    asides = cells - 1 if cells <= columns else 0
    title = row.add_cell(columns=columns - asides)
    return [title, *(row.add_cell() if asides else title for _one in range(cells - 1))]


def _para_tags(tag: Element | None, cell: Cell) -> list[Element | None]:
    """A single paragraph is the cell's own; several are paragraphs in it."""
    if tag is None or len(cell.paras) < 2:
        return [tag] * len(cell.paras)
    return [tag.add(Role.P) for _one in cell.paras]


def _cut(title: str) -> str:
    line = " ".join(title.split())
    return line if len(line) <= _BOOKMARK_LETTERS else line[: _BOOKMARK_LETTERS - 1].rstrip() + "…"
