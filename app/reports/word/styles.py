"""The styles of a Word file: the report's type scale and colours by name, so that the look can be changed in one place.

Order of elements: ECMA-376 part 1, 17.7.4.17 (style).
"""

from __future__ import annotations

from dataclasses import dataclass

from app.reports.fonts import Cut
from app.reports.lettering import Look, Tone
from app.reports.word.xml import NAMESPACES, said

FONT = "BC Sans"
# Where the words of a number begin, in twentieths of a point.
_TILE = 1100
_FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'


# The names that Word knows its own styles by.
_KEYS = {"header": "Header", "footer": "Footer", "toc 1": "TOC1"}


@dataclass(frozen=True, slots=True)
class _Named:
    """A style of paragraphs: its look, the space around it in points, and further properties in the file's own words."""

    name: str
    look: Look
    before: float = 0
    after: float = 0
    first: str = ""
    box: str = ""
    tabs: str = ""
    last: str = ""
    tone: Tone | None = None


def look_style(look: Look) -> str:
    """The name of the style that a look has in the file."""
    return "".join(part.title() for part in look.name.split("_"))


def styles_xml(language: str, scale: float, measure: float) -> str:
    """All styles; `scale` enlarges type and spaces, `measure` is the width between the margins in points."""
    named = [*_named(measure), *_looks()]
    return (
        f"<w:styles {NAMESPACES}>{_defaults(language, scale)}"
        f"{''.join(_paragraph_style(one, scale) for one in named)}{_others(scale)}</w:styles>"
    )


def _named(measure: float) -> list[_Named]:
    rule = f'<w:pBdr><w:top w:val="single" w:sz="18" w:space="10" w:color="{_hex(Tone.PRIMARY)}"/></w:pBdr>'
    line = f'w:val="single" w:sz="4" w:space="4" w:color="{_hex(Tone.LINE)}"/>'
    under = f"<w:pBdr><w:bottom {line}</w:pBdr>"
    ruled = f"<w:pBdr><w:top {line}<w:bottom {line}<w:between {line}</w:pBdr>"
    right = f'<w:tabs><w:tab w:val="right" w:pos="{round(measure * 20)}"/></w:tabs>'
    kept = "<w:keepNext/><w:keepLines/>"
    return [
        _Named("Normal", Look.BODY, after=6),
        _Named("Title", Look.TITLE, after=10, first=kept),
        _Named("Title Long", Look.TITLE_LONG, after=10, first=kept),
        _Named("Heading 1", Look.CHAPTER, before=40, after=6, first=kept, box=rule, last=_level(0)),
        _Named("Heading 2", Look.SECTION, before=22, after=5, first=kept, last=_level(1)),
        _Named("Heading 3", Look.SUBGROUP, before=16, after=4, first=kept, last=_level(2)),
        _Named("header", Look.SMALL, after=0, box=under, tabs=right),
        _Named("footer", Look.SMALL, after=0, tabs=right),
        _Named("toc 1", Look.CELL, box=ruled),
        _Named("Contents Title", Look.COLUMN, before=22, after=5, first=kept),
        _Named("List Bullet", Look.READING, after=4),
        _Named("List Number", Look.READING, after=4),
        _Named("List Sign", Look.READING, after=4),
        _Named("Tile", Look.BODY, box=ruled, tabs=f'<w:tabs><w:tab w:val="left" w:pos="{_TILE}"/></w:tabs>'),
        *_boxes(),
    ]


def _boxes() -> list[_Named]:
    """Paragraphs of one box have the same border, so that Word joins them."""
    found: list[_Named] = []
    for kind, edge, ground in (("", Tone.PRIMARY, Tone.SOFT), (" Warn", Tone.WARN, Tone.WARN_SOFT)):
        box = (
            f'<w:pBdr><w:top w:val="single" w:sz="48" w:space="0" w:color="{_hex(ground)}"/>'
            f'<w:left w:val="single" w:sz="24" w:space="10" w:color="{_hex(edge)}"/>'
            f'<w:bottom w:val="single" w:sz="48" w:space="0" w:color="{_hex(ground)}"/></w:pBdr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{_hex(ground)}"/>'
        )
        inset = '<w:ind w:left="260" w:right="120"/>'
        found.append(
            _Named(f"Note Title{kind}", Look.NOTE_TITLE, first="<w:keepNext/>", box=box, last=inset, tone=edge)
        )
        found.append(_Named(f"Note{kind}", Look.NOTE, box=box, last=inset))
        found.append(_Named(f"Note Entry{kind}", Look.CELL_STRONG, box=box, last=inset))
    return found


def _looks() -> list[_Named]:
    """Every other look by its own name: within tables, and above and below them."""
    own = {Look.LEAD: (0.0, 8.0), Look.READING: (0.0, 6.0), Look.SMALL: (4.0, 4.0), Look.KICKER: (0.0, 12.0)}
    skipped = {Look.NOTE, Look.NOTE_TITLE, Look.NUMBER, Look.TITLE, Look.TITLE_LONG}
    found = [_Named(look_style(one), one, *own.get(one, (0.0, 0.0))) for one in Look if one not in skipped]
    return [*found, _Named("CellNumber", Look.NUMBER)]


def style_of(look: Look) -> str:
    """The style's id for a paragraph of this look."""
    return {Look.NOTE_TITLE: "NoteTitle", Look.NUMBER: "CellNumber"}.get(look, look_style(look))


def _defaults(language: str, scale: float) -> str:
    tongue = said(language)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}<w:color w:val="{_hex(Tone.INK)}"/>{_sizes(Look.BODY, scale)}'
        f'<w:lang w:val="{tongue}" w:eastAsia="{tongue}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _paragraph_style(named: _Named, scale: float) -> str:
    key = _KEYS.get(named.name, named.name.replace(" ", ""))
    style, tone = named.look.value, named.tone or named.look.value.tone
    bold = "<w:b/><w:bCs/>" if style.cut is Cut.BOLD else ""
    space = (
        f'<w:spacing w:before="{round(named.before * 20 * scale)}" w:after="{round(named.after * 20 * scale)}" '
        f'w:line="{round(style.leading * 20 * scale)}" w:lineRule="atLeast"/>'
    )
    mark, based = (
        (' w:default="1"', "") if key == "Normal" else ("", '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>')
    )
    if not named.name.startswith(("Heading", "Title", "Contents")):
        based = based.partition("<w:next")[0]
    return (
        f'<w:style w:type="paragraph"{mark} w:styleId="{key}"><w:name w:val="{named.name}"/>{based}'
        f"<w:qFormat/><w:pPr>{named.first}{named.box}{named.tabs}{space}{named.last}</w:pPr>"
        f'<w:rPr>{bold}<w:color w:val="{_hex(tone)}"/>{_sizes(named.look, scale)}</w:rPr></w:style>'
    )


def _others(scale: float) -> str:
    """What is no paragraph: links, and the table that all tables are."""
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:qFormat/>'
        f'<w:rPr><w:color w:val="{_hex(Tone.PRIMARY)}"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="BigNumber"><w:name w:val="Big Number"/><w:qFormat/>'
        f"<w:rPr><w:b/><w:bCs/>{_sizes(Look.NATIONS, scale)}</w:rPr></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/>'
        "<w:qFormat/><w:tblPr><w:tblBorders>"
        f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{_hex(Tone.LINE)}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{_hex(Tone.LINE)}"/></w:tblBorders>'
        '<w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="80" w:type="dxa"/>'
        '<w:right w:w="200" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def _level(depth: int) -> str:
    return f'<w:outlineLvl w:val="{depth}"/>'


def _sizes(look: Look, scale: float) -> str:
    half = round(look.value.size * 2 * scale)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _hex(tone: Tone) -> str:
    return tone.value[1:]
