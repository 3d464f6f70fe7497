"""Pages of the toolkit on paper, one or a whole section: to be read at a table where there is one screen, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from gettext import gettext as _
from pathlib import Path

from app.model import page as toolkit
from app.model.pack_words import brought_words
from app.model.page import CALLOUTS, Page, Term, runs_of, words_of
from app.model.phrases import language
from app.reports.content import CommunityContent
from app.reports.document import Address, Block, Contents, Document, Entry, Heading, Note, Para
from app.reports.kinds import PDF, Kind, written
from app.reports.lettering import Look, Tone
from app.reports.paper import Paper
from app.reports.report import Report
from app.reports.watch import Watch, unwatched
from app.reports.words import long_day

CALLOUT_NAMES = {one.key: one.label for one in CALLOUTS}
CALLOUT_TONES = {"care": Tone.WARN, "help": Tone.WARN}


def handout(
    title: str,
    pages: Sequence[Page],
    terms: Mapping[str, Term],
    made_on: date,
    paper: Paper,
    fonts_folder: Path,
    kind: Kind = PDF,
    watch: Watch = unwatched,
) -> Report:
    """Some pages under one title as a file of this kind. Raises OSError when a typeface file cannot be read."""
    return written(handout_document(title, pages, terms, made_on), kind, paper, fonts_folder, watch)


def handout_document(title: str, pages: Sequence[Page], terms: Mapping[str, Term], made_on: date) -> Document:
    """The handout before it is set in type; `title` is the section's, or the page's own when there is one page."""
    whole = _("From the community toolkit")
    return Document(
        title=title,
        author="",
        language=language(),
        made_on=made_on,
        head=_("In plain words") if title == whole else _("From the community toolkit in plain words"),
        foot=_("Printed {day} from Groundwork").format(day=long_day(made_on)),
        cover=None,
        blocks=(*_opening(title, pages), *_pages(pages), *_glossary(pages, terms)),
    )


def chosen_document(content: CommunityContent) -> Document:
    """The handout of the toolkit pages that were chosen."""
    handed = content.handed
    title = handed.title or _("From the community toolkit")
    return handout_document(title, handed.pages, handed.terms, content.made_on)


def _opening(title: str, pages: Sequence[Page]) -> Iterator[Block]:
    if len(pages) == 1:
        return
    yield Heading(title)
    yield Contents(_("In this handout"))


def _pages(pages: Sequence[Page]) -> Iterator[Block]:
    for page in pages:
        yield Heading(page.title)
        for block in page.blocks:
            yield from _block(block)
        yield Para(_origin(page), Look.SMALL)


def _block(block: toolkit.Block) -> Iterator[Block]:
    match block:
        case toolkit.Heading(runs=runs):
            yield Heading(words_of(runs), level=2)
        case toolkit.Paragraph(runs=runs):
            yield Para(words_of(runs), Look.READING)
        case toolkit.ListBlock():
            yield from _list(block)
        case toolkit.Quote(runs=runs, source=source):
            yield Note(words_of(runs), (source,) if source else ())
        case toolkit.Question(number=number, text=text):
            yield Entry(text, f"{number}.")
        case toolkit.LinkCard(title=title, address=address, note=note):
            yield Address(title, address, note)
        case toolkit.Callout():
            yield from _callout(block)


def _list(block: toolkit.ListBlock) -> Iterator[Block]:
    for number, runs in enumerate(block.items, 1):
        yield Entry(words_of(runs), f"{number}." if block.ordered else "•")


def _callout(block: toolkit.Callout) -> Iterator[Block]:
    """Its words in one box; addresses follow it, as their codes need white around them."""
    addresses = [one for one in block.blocks if isinstance(one, toolkit.LinkCard)]
    lines = [line for one in block.blocks if one not in addresses for line in _lines(one)]
    yield Note(_(CALLOUT_NAMES[block.kind]), tuple(lines), tone=CALLOUT_TONES.get(block.kind, Tone.PRIMARY))
    for one in addresses:
        yield from _block(one)


def _lines(block: toolkit.Block) -> Iterable[str]:
    if isinstance(block, toolkit.ListBlock):
        signs = [f"{number}." if block.ordered else "•" for number in range(1, len(block.items) + 1)]
        return [f"{sign} {words_of(runs)}" for sign, runs in zip(signs, block.items, strict=True)]
    return toolkit.lines_of(block)


def _origin(page: Page) -> str:
    sources = "; ".join(one.title for one in page.sources)
    checked = _("Sources: {sources}. Checked {day}.").format(sources=sources, day=long_day(page.checked))
    return " ".join(part for part in (checked, page.certainty, brought_words(page.pack)) if part)


def _glossary(pages: Sequence[Page], terms: Mapping[str, Term]) -> Iterator[Block]:
    used = {run.term for page in pages for run in runs_of(page) if run.term is not None}
    words = sorted((terms[one] for one in used if one in terms), key=lambda one: one.word.casefold())
    if words:
        yield Heading(_("Words on these pages"), level=2)
        for one in words:
            yield Entry(_("{word}: {meaning}").format(word=one.word, meaning=one.meaning))
