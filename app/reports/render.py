"""A document as a PDF: set in type, dealt out to pages, then drawn with its cover, running lines and bookmarks."""

from __future__ import annotations

from collections.abc import Iterator
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
from app.reports.words import REMINDER_WORDS, first_words

# In both running lines at the top together.
_FEW_WORDS = 7


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
    for (number, page), chapter in zip(enumerate(pages, start=first), _going_on(pages), strict=True):
        watch(number - 1, count)
        _draw_running_lines(pen, document, chapter, number, count)
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


def _going_on(pages: list[Page]) -> Iterator[str]:
    """For each page the chapter that goes on there from the page before, or an empty text: a loose page says what it is of.

    A document of one chapter has that in its running lines already.
    """
    chapters = [[mark for one in page.boxes for _down, mark in one.box.bookmarks() if mark.chapter] for page in pages]
    several = sum(map(len, chapters)) > 1
    last = ""
    for page, marks in zip(pages, chapters, strict=True):
        begins = bool(page.boxes) and any(mark.chapter for _down, mark in page.boxes[0].box.bookmarks())
        yield last if several and not begins else ""
        last = marks[-1].title if marks else last


def _reminder(chapter: str, whose: str) -> str:
    """A chapter's title in as many words as are left beside whose the document is, but two at least."""
    return first_words(chapter, min(max(_FEW_WORDS - len(whose.split()), 2), REMINDER_WORDS))


def _draw_page(pen: Pen, page: Page) -> None:
    for placed in page.boxes:
        top = pen.paper.top + placed.top
        placed.box.draw(pen, pen.paper.side, top)
        for down, mark in placed.box.bookmarks():
            pen.bookmark(mark.key, mark.title, 0 if mark.chapter else 1, top + down)


def _draw_running_lines(pen: Pen, document: Document, chapter: str, number: int, count: int) -> None:
    paper, fonts = pen.paper, pen.fonts
    style = Look.SMALL.value.scaled(paper.scale)
    left, right = paper.side, paper.width - paper.side
    half = paper.measure * 0.5
    title = _reminder(chapter, document.whose) if chapter else document.head
    head, foot = 34 * paper.scale, paper.height - 42 * paper.scale
    name = shortened(fonts.readable(document.whose), style, half, fonts)
    with pen.drawing(HEADER):
        pen.lines(left, head, [name], style.toned(Tone.INK))
        pen.lines(left, head, [shortened(fonts.readable(title), style, half, fonts)], style, right=right)
        pen.line(left, head + 17 * paper.scale, right, head + 17 * paper.scale, Tone.LINE, 0.6)
    page = _("Page {number} of {count}").format(number=number, count=count)
    with pen.drawing(FOOTER):
        pen.lines(left, foot, [shortened(fonts.readable(document.foot), style, paper.measure * 0.7, fonts)], style)
        pen.lines(left, foot, break_lines(page, style, half, fonts), style, right=right)
