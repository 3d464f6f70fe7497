"""The first page of a Word file: whose report it is, the ring with its words, and contents that lead."""

from __future__ import annotations

from collections.abc import Iterator

from app.reports.document import Cover, Note
from app.reports.flow import Part, Titled
from app.reports.lettering import Look, Tone
from app.reports.paper import Paper
from app.reports.ring import ring_groups, ring_words
from app.reports.word.blocks import Blocks, gap
from app.reports.word.drawing import ring_png
from app.reports.word.pictures import Pictures
from app.reports.word.styles import style_of
from app.reports.word.xml import Shape, field, paragraph, run

_LONG = 48
_RING = 148


def cover_blocks(cover: Cover, flow: list[Part], paper: Paper, pictures: Pictures, blocks: Blocks) -> Iterator[str]:
    """All that stands before the text."""
    if cover.logo is not None:
        width, height = cover.logo_size(paper.scale)
        yield paragraph(pictures.run(cover.logo.png, width, height, cover.logo_words), style_of(Look.BODY))
    if cover.kicker:
        yield _para(cover.kicker, Look.KICKER)
    yield paragraph(run(cover.title), "Title" if len(cover.title) <= _LONG else "TitleLong")
    yield from (_para(text, look) for text, look in ((cover.nations, Look.NATIONS), (cover.place, Look.PLACE)) if text)
    yield gap()
    if cover.sample:
        yield blocks.note(Note(cover.sample, tone=Tone.WARN))
        yield gap()
    yield from (_para(one, Look.BODY) for one in cover.facts if one)
    if cover.ring:
        yield from _ring(cover, paper, pictures)
    yield from contents(cover.contents_title, flow)


def contents(title: str, flow: list[Part]) -> Iterator[str]:
    """Links to the chapters, within a field that Word can renew; without page numbers, which only Word could count."""
    chapters = [one for one in flow if isinstance(one, Titled) and one.heading.level == 1]
    if not chapters:
        return
    yield paragraph(run(title), "ContentsTitle")
    begin, end = field('TOC \\o "1-1" \\n \\h \\z', "|").split("|")
    last = len(chapters) - 1
    for number, one in enumerate(chapters):
        link = (
            f'<w:hyperlink w:anchor="{one.key.replace("-", "_")}" w:history="1">{run(one.heading.text)}</w:hyperlink>'
        )
        inner = (begin if number == 0 else "") + link + (end if number == last else "")
        yield paragraph(inner, "TOC1")


def _ring(cover: Cover, paper: Paper, pictures: Pictures) -> Iterator[str]:
    size = _RING * paper.scale
    drawn = pictures.run(ring_png(cover.ring), size, size, ring_words(cover))
    yield paragraph(drawn, style_of(Look.BODY), Shape(keep_next=True, before=280))
    total = run(cover.ring_figure, style="BigNumber") + run(" ") + run(cover.ring_caption)
    yield paragraph(total, style_of(Look.BODY), Shape(keep_next=True))
    yield from (_para(one, Look.SMALL) for one in ring_groups(cover))


def _para(text: str, look: Look) -> str:
    return paragraph(run(text), style_of(look))
