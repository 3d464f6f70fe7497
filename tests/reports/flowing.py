"""Documents of every shape, and reading Word files and web pages back as somebody does who goes through their text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any

import docx
from docx.oxml.ns import qn
from hypothesis import strategies as st

from app.reports.document import (
    Address,
    Bar,
    Cell,
    Column,
    Cover,
    Document,
    Entry,
    Heading,
    Note,
    Para,
    Row,
    Ruled,
    Segment,
    Sign,
    Table,
    Tile,
    Tiles,
)
from app.reports.lettering import Look, Tone

# -- documents ---------------------------------------------------------------------------------------------------

_CAUTIONS = [
    "<b>&amp;</b>",
    '"x" \' <!-- ]]>',
    "</style><script>alert(1)</script>",
    "• dot",
    "2. two",
    "q̓\n\tSENĆOŦEN",
    "\x00\x07",
]
words = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(_CAUTIONS)
_filled = words.filter(lambda one: bool(one.strip()))
_tones = st.sampled_from(Tone)
paras = st.builds(Para, words, st.sampled_from(Look), st.none() | _tones)
_figures = st.none() | st.sampled_from(Sign) | st.builds(Bar, st.floats(0, 1))
_cells = st.builds(Cell, st.lists(paras, max_size=2).map(tuple), _figures, st.integers(0, 5))
_signs = st.sampled_from(["•", "1.", "2.", "3.", "9.", "01.", "–", "a)", "①"])
_addresses = st.sampled_from(
    ["https://example.org/a?b=c&d=%20", "javascript:alert(1)", "http://", "example.org", 'https://x"y/']
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables with and without headings, of rows that are plain or head a group."""
    count = draw(st.integers(1, 4))
    columns = tuple(Column(draw(words), 1 / count) for _one in range(count))
    rows: list[Row] = []
    for _one in range(draw(st.integers(0, 4))):
        level = draw(st.integers(0, 2))
        title = Cell((Para(draw(words), Look.GROUP),))
        cells = [draw(_cells) for _cell in range(count)] if not level else [title, *draw(st.lists(_cells, max_size=1))]
        rows.append(Row(tuple(cells), level, draw(st.sampled_from([0.0, 0.0, 30.0]))))
    return Table(columns, tuple(rows))


blocks = st.one_of(
    st.builds(Heading, words, st.integers(1, 2), st.booleans()),
    paras,
    st.builds(Tiles, st.lists(st.builds(Tile, words, words, _tones), min_size=1, max_size=4).map(tuple)),
    tables(),
    st.builds(Note, words, st.lists(words, max_size=3).map(tuple), st.lists(words, max_size=3).map(tuple), _tones),
    st.builds(Entry, words, _signs),
    st.builds(Entry, words, _signs),
    st.builds(Address, words, _addresses, words),
    st.builds(Ruled, st.integers(1, 3)),
)
_covers = st.builds(
    Cover,
    kicker=words,
    title=_filled,
    nations=words,
    place=words,
    facts=st.lists(words, max_size=2).map(tuple),
    sample=words,
    ring=st.lists(st.builds(Segment, words, st.booleans()), max_size=5).map(tuple),
    ring_figure=words,
    ring_caption=words,
    contents_title=words,
)
documents = st.builds(
    Document,
    title=_filled,
    author=words,
    language=st.just("en-CA"),
    made_on=st.dates(date(1980, 1, 1), date(2100, 1, 1)),
    head=words,
    foot=words,
    cover=st.none() | _covers,
    blocks=st.lists(blocks, max_size=8).map(tuple),
)

# -- web pages ---------------------------------------------------------------------------------------------------

_VOID = {"br", "meta", "col", "path", "circle", "rect"}
_INLINE = {"a", "span", "strong"}
_UNSAID = {"caption", "style", "title", "desc", "text"}


class Page(HTMLParser):
    """A web page read through: `main` is its text with the signs of its lists, `depths` its headings, `tags` all of it."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.main = ""
        self.everything = ""
        self.depths: list[int] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.unclosed: list[str] = []
        self._lists: list[int | str] = []
        self.feed(data.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        self.tags.append((tag, facts))
        if tag not in _VOID:
            self.unclosed.append(tag)
        if tag[0] == "h" and tag[1:].isdigit():
            self.depths.append(int(tag[1:]))
        if tag in ("ol", "ul"):
            self._lists.append(
                int(facts.get("start", "1")) if tag == "ol" else "•" if facts.get("class") == "list" else ""
            )
        self._space(tag)
        if tag == "li":
            self._say(self._sign())

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        assert self.unclosed.pop() == tag
        if tag in ("ol", "ul"):
            self._lists.pop()
        self._space(tag)

    def handle_data(self, data: str) -> None:
        if not _UNSAID & set(self.unclosed):
            self._say(data)

    def _sign(self) -> str:
        sign = self._lists[-1]
        if isinstance(sign, int):
            self._lists[-1] = sign + 1
            return f"{sign}. "
        return f"{sign} "

    def _space(self, tag: str) -> None:
        if tag not in _INLINE:
            self._say(" ")

    def _say(self, data: str) -> None:
        self.everything += data
        if "main" in self.unclosed:
            self.main += data


# -- Word files --------------------------------------------------------------------------------------------------


class WordFile:
    """A Word file read with python-docx: `text` with the signs of its lists, `depths` its headings."""

    def __init__(self, data: bytes, *, covered: bool, titled: bool) -> None:
        """`covered`: the text begins at the first page break; `titled`: it begins after one line."""
        self.file = docx.Document(io.BytesIO(data))
        self._counts: dict[int, int] = {}
        self.paragraphs = [docx.text.paragraph.Paragraph(one, self.file) for one in self._elements()]
        at = int(titled)
        if covered:
            breaks = [number for number, one in enumerate(self.paragraphs) if one.paragraph_format.page_break_before]
            at = breaks[0] if breaks else len(self.paragraphs)
        self.text = "\n".join(self._said(one) for one in self.paragraphs[at:])
        self.depths = [int(one.style.name[-1]) for one in self.paragraphs if one.style.name.startswith("Heading ")]

    def _elements(self) -> Iterator[Any]:
        return self.file.element.body.iter(qn("w:p"))

    def _said(self, paragraph: Any) -> str:
        return self._sign(paragraph) + paragraph.text

    def _sign(self, paragraph: Any) -> str:
        props = paragraph._p.pPr.numPr
        if props is None:
            return ""
        number = props.numId.val
        numbering = self.file.part.numbering_part.element
        listed = numbering.num_having_numId(number)
        (kind,) = numbering.xpath(f"w:abstractNum[@w:abstractNumId='{listed.abstractNumId.val}']/w:lvl")
        sign = kind.find(qn("w:lvlText")).get(qn("w:val"))
        if kind.find(qn("w:numFmt")).get(qn("w:val")) == "bullet":
            return f"{sign} " if sign == "•" else ""
        (start,) = listed.xpath("w:lvlOverride/w:startOverride/@w:val")
        self._counts[number] = self._counts.get(number, int(start) - 1) + 1
        return sign.replace("%1", str(self._counts[number])) + " "


def unpacked(data: bytes) -> bytes:
    """All parts of a packed file one after the other, with their names, but the typefaces'."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return b"\n".join(
            one.encode() + b"\n" + packed.read(one) for one in packed.namelist() if not one.endswith(".odttf")
        )
