"""A list of what comes after it, each with its page, that leads there: on the cover, and at the top of longer reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _

from app.reports.boxes import Bookmark, Box
from app.reports.document import Para
from app.reports.lettering import Look, Tone
from app.reports.lines import shortened, spaced
from app.reports.paginate import Page, paginate
from app.reports.pen import Pen
from app.reports.stack import Stack, set_paras
from app.reports.tags import Element, Role

# A report of so many pages is looked through faster than its contents are read.
FEW_PAGES = 3
_ONE_COLUMN = 6
# Two columns of so many lines fill most of a page.
_MOST = 50
_ROW, _GUTTER = 20, 28


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the list: where a press on it leads, and the page it begins on."""

    key: str
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class ContentsBox:
    """Where the list will stand; without lines yet, as what comes after it is not known while it is laid out."""

    title: Stack
    listed: Element
    width: float
    scale: float
    above: float = 0.0
    leads: bool = True

    @property
    def height(self) -> float:
        """The title's."""
        return self.title.height + 5 * self.scale

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
        """The title."""
        self.title.draw(pen, x, top)

    def rows(self, marks: Sequence[Bookmark], pages: Mapping[str, int]) -> Iterator[Box]:
        """The list's lines, in two columns when there are many, to be read down each. `pages` may be filled in later."""
        links = [self.listed.add(Role.TOCI).add(Role.REFERENCE).add(Role.LINK) for _one in marks]
        lines = tuple(zip(marks, links, strict=True))
        for start in range(0, len(lines), _MOST):
            yield _Lines(lines[start : start + _MOST], pages, self.width, self.scale)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Some lines that stay together; the second column goes on where the first ends."""

    lines: tuple[tuple[Bookmark, Element], ...]
    pages: Mapping[str, int]
    width: float
    scale: float
    above: float = 0.0
    leads: bool = False

    @property
    def _columns(self) -> int:
        return 1 if len(self.lines) <= _ONE_COLUMN else 2

    @property
    def _down(self) -> int:
        return -(-len(self.lines) // self._columns)

    @property
    def height(self) -> float:
        """That of the longer column."""
        return self._down * _ROW * self.scale

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
        """Down the first column, then the second: so they are drawn as they are read."""
        columns = self._columns
        gutter = _GUTTER * self.scale if columns > 1 else 0.0
        width = (self.width - gutter) / columns
        for number, (mark, link) in enumerate(self.lines):
            column, row = divmod(number, self._down)
            entry = ContentsEntry(mark.key, mark.title, self.pages[mark.key])
            draw_entry(pen, link, entry, (x + column * (width + gutter), top + row * _ROW * self.scale), width)


def draw_entry(pen: Pen, link: Element, entry: ContentsEntry, corner: tuple[float, float], width: float) -> None:
    """A line above, the title, and the page at the right; `link` is the element that both belong to."""
    (left, top), scale = corner, pen.paper.scale
    pen.line(left, top, left + width, top, Tone.LINE, 0.6)
    style = Look.CELL.value.scaled(scale)
    # The space keeps title and page apart for whoever has them read out.
    title = spaced(shortened(pen.fonts.readable(entry.title), style, width - 30 * scale, pen.fonts))
    pen.lines(left, top + 3.5 * scale, [title], style, tag=link)
    page = set_paras((Para(str(entry.page), Look.CELL),), 30 * scale, scale, pen.fonts, (link,))
    page.draw(pen, left, top + 3.5 * scale, right=left + width)
    says = _("{chapter}, page {number}").format(chapter=entry.title, number=entry.page)
    pen.link(link, says, entry.key, (left, top, left + width, top + _ROW * scale))


def dealt(boxes: Sequence[Box], room: float) -> list[Page]:
    """The boxes on pages of a height of `room` points, with the lines of their contents if the pages are not few."""
    plain = [one for one in boxes if not isinstance(one, ContentsBox)]
    pages = paginate(plain, room)
    if len(plain) == len(boxes) or len(pages) <= FEW_PAGES:
        return pages
    places: dict[str, int] = {}
    pages = paginate(list(_listed(boxes, places)), room)
    for number, page in enumerate(pages, start=1):
        for placed in page.boxes:
            places.update((mark.key, number) for _down, mark in placed.box.bookmarks())
    return pages


def _listed(boxes: Sequence[Box], places: Mapping[str, int]) -> Iterator[Box]:
    for number, box in enumerate(boxes):
        if not isinstance(box, ContentsBox):
            yield box
            continue
        marks = [mark for one in boxes[number + 1 :] for _down, mark in one.bookmarks()]
        chosen = [one for one in marks if one.chapter] or marks
        if len(chosen) > 1:
            yield box
            yield from box.rows(chosen, places)
