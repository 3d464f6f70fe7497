"""What the parts of a PDF are, so that a screen reader can read it: a tree of headings, paragraphs, lists, tables and figures.

The tree is made while a document is laid out, in reading order. While it is drawn, the pen notes which drawn marks belong to
which element (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, which is PDF/UA-1). What belongs to none is decoration.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    """The standard structure types that our reports use (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    SECT = "Sect"
    DIV = "Div"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    P = "P"
    L = "L"
    LI = "LI"
    LBL = "Lbl"
    LBODY = "LBody"
    TABLE = "Table"
    THEAD = "THead"
    TBODY = "TBody"
    TR = "TR"
    TH = "TH"
    TD = "TD"
    FIGURE = "Figure"
    FORM = "Form"
    SPAN = "Span"
    LINK = "Link"
    REFERENCE = "Reference"
    TOC = "TOC"
    TOCI = "TOCI"


HEADINGS = (Role.H1, Role.H2, Role.H3, Role.H4)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A run of drawn marks on one page, by its number there (a marked-content sequence). `page` is the writer's own reference."""

    page: Any
    number: int


@dataclass(frozen=True, slots=True)
class Pressed:
    """Something on a page that can be pressed or filled in (an annotation). Both are the writer's own references."""

    page: Any
    thing: Any


class Element:
    """One element of the tree; an element parted over pages stays one. Made by `add`, below the one that holds it.

    `alt` is a figure's text, equal to the picture; `said` are an element's own words, where the marks on the page are not in
    the order of reading. `scope` ("Column", "Row") makes a cell a heading of those cells; spans
    count columns and rows. `numbering` is a list's ("Disc", "Decimal", "None"). `frame` is where a figure lies on its page:
    left, bottom, right, top in points from the bottom left.
    """

    __slots__ = ("alt", "columns", "frame", "kids", "numbering", "page", "parent", "role", "rows", "said", "scope")

    def __init__(self, role: Role, parent: Element | None = None, *, alt: str = "", numbering: str = "") -> None:
        self.role, self.parent, self.alt, self.numbering = role, parent, alt, numbering
        self.said, self.scope, self.columns, self.rows = "", "", 1, 1
        self.frame: tuple[float, float, float, float] | None = None
        self.kids: list[Element | Drawn | Pressed] = []
        self.page: Any = None

    def add(self, role: Role, *, alt: str = "", numbering: str = "") -> Element:
        """A new element at the end of this one."""
        made = Element(role, self, alt=alt, numbering=numbering)
        self.kids.append(made)
        return made

    def add_cell(self, *, scope: str = "", columns: int = 1, rows: int = 1) -> Element:
        """A cell of a row: with a `scope` it is the heading of its column or row."""
        made = self.add(Role.TH if scope else Role.TD)
        made.scope, made.columns, made.rows = scope, columns, rows
        return made

    def add_entry(self) -> tuple[Element, Element]:
        """An entry of a list: its sign and its text."""
        entry = self.add(Role.LI)
        return entry.add(Role.LBL), entry.add(Role.LBODY)

    def hold(self, page: Any, kid: Drawn | Pressed) -> None:
        """Take in what was drawn on a page; this and what holds it begin on the first page that has something of it."""
        self.kids.append(kid)
        above: Element | None = self
        while above is not None and above.page is None:
            above.page, above = page, above.parent

    def walk(self) -> list[Element]:
        """This element and all below it, in reading order."""
        found: list[Element] = []
        waiting: list[Element] = [self]
        while waiting:
            one = waiting.pop()
            found.append(one)
            waiting.extend(kid for kid in reversed(one.kids) if isinstance(kid, Element))
        return found


def new_tree() -> Element:
    """The root of a document's tree."""
    return Element(Role.DOCUMENT)


def heading(level: int) -> Role:
    """The role of a heading of a level from 1 on; deeper ones than there are become the deepest."""
    return HEADINGS[min(level, len(HEADINGS)) - 1]
