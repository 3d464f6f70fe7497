"""A report before it is set in type: what it says, in order, without sizes or places. Made from model objects.

Text is plain text: nothing in it is read as markup, so whatever people wrote is printed as they wrote it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.model.logo import Logo
from app.reports.lettering import Look, Tone


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter (level 1: listed on the cover and in the bookmarks) or a section within it (level 2).

    With `new_page` it begins a page of its own, for pages that are taken out and pinned up.
    """

    text: str
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; a line break in the text begins a new line. `tone` overrides the look's own colour.

    `above` is more space before it, in points on Letter paper; a `link` is what a press on it leads to (`links.link_of`).
    """

    text: str
    look: Look = Look.BODY
    tone: Tone | None = None
    above: float = 0.0
    link: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """One number that matters, with the words that say what it counts."""

    figure: str
    caption: str
    tone: Tone = Tone.INK


@dataclass(frozen=True, slots=True)
class Tiles:
    """A row of up to four numbers."""

    tiles: tuple[Tile, ...]


class Sign(Enum):
    """A small drawn sign before a status in words: each differs in shape, not in colour alone. BOX is ticked by hand."""

    EMPTY = "empty"
    HALF = "half"
    PAUSE = "pause"
    FULL = "full"
    CROSSED = "crossed"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Bar:
    """How far something is, from 0.0 to 1.0; the words beside it say the same."""

    share: float


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a row. `indent` counts steps to the right."""

    paras: tuple[Para, ...] = ()
    figure: Sign | Bar | None = None
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: as many cells as columns, or, with `level` 1 or 2, a heading and perhaps a word at its right.

    `room` is its least height in points on Letter paper, for what is written into it by hand.
    """

    cells: tuple[Cell, ...]
    level: int = 0
    room: float = 0.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and its share of the width (the shares of a table add up to 1); numbers end at its `right`."""

    title: str
    share: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; goes on over as many pages as it needs. Without any column title it has no heading row."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A tinted box for what must not be overlooked: a title, sentences, and perhaps a short list in two columns."""

    title: str
    lines: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    tone: Tone = Tone.PRIMARY


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: its `sign` (a dot or a number) hangs at the left of the text."""

    text: str
    sign: str = "•"


@dataclass(frozen=True, slots=True)
class Address:
    """A web address to be scanned with a phone or typed: a square code beside title, note and the address in full."""

    title: str
    address: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ruled:
    """Empty lines to write on by hand; `spare` ones, with their heading, take only what room is left on the page."""

    count: int
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """Lines to write on by hand, and in a PDF also a field to type into: `key` names it, `label` is read out for it.

    `gap` is from line to line in points on Letter paper. With `fills` there are as many lines as the page has room for.
    """

    key: str
    label: str
    lines: int
    gap: float = 24.0
    fills: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to be ticked by hand, or in a PDF with a key; `key` names it there."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes beside each other, as many on a line as find room."""

    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The chapters that come after it, or else the headings in its tables, each with its page; not in a report of few pages."""

    title: str


Block = Contents | Heading | Para | Tiles | Table | Note | Entry | Address | Ruled | Blank | Ticks


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of the ring on the cover: the group's name, and whether somebody stands for it."""

    name: str
    filled: bool


# So much room there is above the name on a cover.
_LOGO_WIDE, _LOGO_HIGH = 170, 62


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page. `facts` are short lines such as date and audience; `ring` is drawn with its sum in words."""

    kicker: str
    title: str
    nations: str
    place: str
    facts: tuple[str, ...]
    sample: str
    ring: tuple[Segment, ...]
    ring_figure: str
    ring_caption: str
    contents_title: str
    logo: Logo | None = None
    logo_words: str = ""

    def logo_size(self, scale: float) -> tuple[float, float]:
        """Width and height of the logo in points, on paper of this scale; nothing where there is none."""
        return self.logo.size_in(_LOGO_WIDE * scale, _LOGO_HIGH * scale) if self.logo is not None else (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `head` runs along the top of each page and `foot` along its bottom, beside the page's number.

    Without a cover the text begins on the first page, and its author, or else its title, runs along the top.
    """

    title: str
    author: str
    language: str
    made_on: date
    head: str
    foot: str
    cover: Cover | None
    blocks: tuple[Block, ...]

    @property
    def whose(self) -> str:
        """What runs along the top of each page, beside `head`."""
        return self.cover.title if self.cover is not None else self.author or self.title

    def text(self) -> str:
        """All that the pages say, for tests and searches; a line for each paragraph."""
        return "\n".join(said for block in self.blocks for said in _says(block))


def _says(block: Block) -> list[str]:
    match block:
        case Heading() | Para():
            return [block.text]
        case Tiles():
            return [f"{one.figure} {one.caption}" for one in block.tiles]
        case Table():
            titles = [one.title for one in block.columns if one.title]
            return titles + [para.text for row in block.rows for cell in row.cells for para in cell.paras]
        case Note():
            return [block.title, *block.lines, *block.entries]
        case Entry():
            return [f"{block.sign} {block.text}"]
        case Address():
            return [one for one in (block.title, block.note, block.address) if one]
        case Ticks():
            return [one.text for one in block.ticks]
        case Ruled() | Blank() | Contents():
            return []
