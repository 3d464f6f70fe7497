"""Each block of a document in the words of a Word file: real headings, lists, tables and links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from gettext import gettext as _

from app.reports.document import Address, Note, Para, Ruled, Table, Tile, Tiles
from app.reports.flow import Listing, Part, Titled, note_parts
from app.reports.lettering import Look, Tone
from app.reports.links import linkable
from app.reports.paper import Paper
from app.reports.word.drawing import code_png
from app.reports.word.numbering import HANGING, Numbering
from app.reports.word.pictures import Pictures
from app.reports.word.styles import style_of
from app.reports.word.tables import Tables
from app.reports.word.xml import Shape, bookmarked, paragraph, run

_CODE = 84
# Between a box or a table and the text around it.
_ROOM = 200
# An empty line to write on by hand.
_LINE = f'w:val="single" w:sz="4" w:space="1" w:color="{Tone.MUTED.value[1:]}"'
_RULED = (
    f"<w:p><w:pPr><w:pBdr><w:bottom {_LINE}/><w:between {_LINE}/></w:pBdr>"
    '<w:spacing w:before="200" w:after="0"/></w:pPr></w:p>'
)


class Blocks:
    """`link` takes an address into the file and says by which name the text calls it. `higher`: headings stand so many
    levels higher than in the flow, where the file's title is no heading.
    """

    def __init__(
        self, paper: Paper, pictures: Pictures, numbering: Numbering, link: Callable[[str], str], higher: int
    ) -> None:
        self._paper, self._pictures, self._numbering, self._link = paper, pictures, numbering, link
        self._higher = higher
        self._tables = Tables(paper, pictures)

    def blocks(self, parts: Iterable[Part], title: str, *, after_cover: bool) -> Iterator[str]:
        """The parts in order. `title` names a table that stands before the first heading."""
        caption, before = title, None
        for number, part in enumerate(parts):
            new_page = after_cover and number == 0
            if isinstance(part, Titled):
                caption = part.heading.text
                yield self._heading(part, number, new_page=new_page)
            else:
                if new_page:
                    yield gap(new_page=True)
                elif _joins(before, part):
                    yield gap()
                table = isinstance(part, Table)
                yield self._tables.table(part, caption) if table else self._block(part, _above(before, part))
            before = part
        if isinstance(before, Table):
            yield gap()

    def _block(self, part: Part, above: int | None) -> str:
        match part:
            case Para():
                lead = Shape(keep_next=part.look is Look.LEAD, before=above)
                return paragraph(run(part.text, part.tone), style_of(part.look), lead)
            case Tiles():
                return "".join(_tile(one, above if number == 0 else None) for number, one in enumerate(part.tiles))
            case Note():
                return self.note(part, above)
            case Listing():
                return self._listing(part, above=above)
            case Address():
                return self._address(part, above)
            case Ruled():
                return _RULED * part.count
            case Titled() | Table():
                return ""

    def _heading(self, part: Titled, number: int, *, new_page: bool) -> str:
        """A chapter that begins a page needs no room above it."""
        depth = part.depth - self._higher
        inner = bookmarked(run(part.heading.text), part.key.replace("-", "_"), number)
        new_page = new_page or part.heading.new_page
        shape = Shape(new_page=new_page, before=0 if new_page or number == 0 else None)
        return paragraph(inner, f"Heading{depth}" if depth else "TitleLong", shape)

    def note(self, block: Note, above: int | None = None) -> str:
        """A tinted box of paragraphs."""
        kind = "Warn" if block.tone is Tone.WARN else ""
        found = [paragraph(run(block.title), f"NoteTitle{kind}", Shape(before=above))] if block.title else []
        for one in note_parts(block):
            if isinstance(one, str):
                found.append(paragraph(run(one), f"Note{kind}"))
            else:
                found.append(self._listing(one, style=f"Note{kind}", in_note=True))
        gaps = Shape(numbered=self._numbering.gaps)
        found.extend(paragraph(run(one), f"NoteEntry{kind}", gaps) for one in block.entries)
        return "".join(found)

    def _listing(self, part: Listing, style: str = "", *, in_note: bool = False, above: int | None = None) -> str:
        if part.first is not None:
            kind, number = "ListNumber", self._numbering.numbers(part.first, in_note=in_note)
        elif part.bulleted:
            kind, number = "ListBullet", self._numbering.bullets(in_note=in_note)
        else:
            return "".join(_signed(one.sign, one.text, style or "ListSign") for one in part.entries)
        first, rest = Shape(numbered=number, before=above), Shape(numbered=number)
        return "".join(
            paragraph(run(one.text), style or kind, rest if at else first) for at, one in enumerate(part.entries)
        )

    def _address(self, block: Address, above: int | None) -> str:
        """The title is the link; the address stands there plainly, to be typed, and as a code, to be scanned."""
        title, plain = run(block.title), run(block.address, Tone.INK)
        if linkable(block.address):
            shown = block.title or block.address
            link = f'<w:hyperlink r:id="{self._link(block.address)}">{run(shown, style="Hyperlink")}</w:hyperlink>'
            title, plain = (link, plain) if block.title else (title, link)
        found = [paragraph(title, "NoteTitle", Shape(before=above))] if block.title else []
        if block.note:
            found.append(paragraph(run(block.note), "Note", Shape(keep_next=True)))
        if block.address:
            found.append(paragraph(plain, "Note", Shape(keep_next=True)))
            says = _("Square code with the address {address}").format(address=block.address)
            size = _CODE * self._paper.scale
            found.append(paragraph(self._pictures.run(code_png(block.address), size, size, says), "Note"))
        return "".join(found)


def gap(*, new_page: bool = False) -> str:
    """An empty line that keeps apart what Word would join, or that begins a page."""
    return paragraph("", style_of(Look.DOT), Shape(new_page=new_page))


def _joins(before: Part | None, part: Part) -> bool:
    """Whether Word would make one of the two, a table of two tables or a box of two boxes, or a table sits on a box."""
    if isinstance(before, Table):
        return isinstance(part, Table)
    return isinstance(before, Note | Address) and isinstance(part, Note | Address | Table)


def _above(before: Part | None, part: Part) -> int | None:
    """Room above what follows something of another nature, in twentieths of a point."""
    if before is None or isinstance(before, Titled):
        return None
    return (
        _ROOM
        if isinstance(before, Table | Note | Address | Tiles) or isinstance(part, Note | Address | Tiles)
        else None
    )


def _tile(tile: Tile, above: int | None) -> str:
    figure = run(tile.figure, tile.tone, "BigNumber")
    return paragraph(f"{figure}<w:r><w:tab/></w:r>{run(tile.caption, Tone.MUTED)}", "Tile", Shape(before=above))


def _signed(sign: str, text: str, style: str) -> str:
    inner = run(sign, Tone.PRIMARY) + "<w:r><w:tab/></w:r>" + run(text)
    return paragraph(inner, style, Shape(left=HANGING, hanging=HANGING))
