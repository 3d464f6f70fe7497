"""A document as a PDF: set in type, dealt out to pages, then drawn with its cover, running lines and bookmarks."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from app.reports.contents import ContentsEntry, dealt
from app.reports.cover import draw_cover
from app.reports.document import Document
from app.reports.fonts import Fonts
from app.reports.layout import Layout
from app.reports.lettering import Look, Tone
from app.reports.lines import break_lines, shortened
from app.reports.paginate import Page
from app.reports.paper import Paper
from app.reports.pen import Pen
from app.reports.report import Report
from app.reports.tag_marks import FOOTER, HEADER
from app.reports.tags import Role, new_tree
from app.reports.watch import Watch, unwatched


def render(document: Document, paper: Paper, fonts_folder: Path, watch: Watch = unwatched) -> Report:
    """The finished PDF; the same document gives the same bytes. Raises what `watch` raises."""
    fonts = Fonts(fonts_folder)
    tree = new_tree()
    front = tree.add(Role.SECT)
    layout = Layout(paper, fonts, tree, deeper=int(document.cover is not None), watch=watch)
    pages = dealt(list(layout.boxes(document)), paper.bottom - paper.top)
    pen = Pen(
        paper,
        fonts,
        title=document.title,
        author=document.author,
        language=document.language,
        made_on=document.made_on,
        tree=tree,
    )
    first = 1
    if document.cover is not None:
        first = 2
        draw_cover(pen, front, document.cover, _contents(pages))
        pen.bookmark("cover", fonts.readable(document.cover.title), 0, 0)
        pen.end_page()
    count = len(pages) + first - 1
    for number, page in enumerate(pages, start=first):
        watch(number - 1, count)
        _draw_running_lines(pen, document, number, count)
        _draw_page(pen, page)
        pen.end_page()
    watch(count, count)
    return Report(pen.finish(), count, fonts.warnings())


def _contents(pages: list[Page]) -> list[ContentsEntry]:
    return [
        ContentsEntry(mark.key, mark.title, number)
        for number, page in enumerate(pages, start=2)
        for placed in page.boxes
        for _down, mark in placed.box.bookmarks()
        if mark.chapter
    ]


def _draw_page(pen: Pen, page: Page) -> None:
    for placed in page.boxes:
        top = pen.paper.top + placed.top
        placed.box.draw(pen, pen.paper.side, top)
        for down, mark in placed.box.bookmarks():
            pen.bookmark(mark.key, mark.title, 0 if mark.chapter else 1, top + down)


def _draw_running_lines(pen: Pen, document: Document, number: int, count: int) -> None:
    paper, fonts = pen.paper, pen.fonts
    style = Look.SMALL.value.scaled(paper.scale)
    left, right = paper.side, paper.width - paper.side
    half = paper.measure * 0.5
    head, foot = 34 * paper.scale, paper.height - 42 * paper.scale
    name = shortened(fonts.readable(document.whose), style, half, fonts)
    with pen.drawing(HEADER):
        pen.lines(left, head, [name], style.toned(Tone.INK))
        pen.lines(left, head, [shortened(fonts.readable(document.head), style, half, fonts)], style, right=right)
        pen.line(left, head + 17 * paper.scale, right, head + 17 * paper.scale, Tone.LINE, 0.6)
    page = _("Page {number} of {count}").format(number=number, count=count)
    with pen.drawing(FOOTER):
        pen.lines(left, foot, [shortened(fonts.readable(document.foot), style, paper.measure * 0.7, fonts)], style)
        pen.lines(left, foot, break_lines(page, style, half, fonts), style, right=right)
