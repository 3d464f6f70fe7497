"""What a content pack changes, in the order in which people would look at it: numbers first, then pages, then words."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from app.model.helplines import HelpLine, Number
from app.model.packs import Phrases
from app.model.page import Page, plain_text
from app.model.toolkit import Lines, Toolkit

# Sorts of things, and what happens to one.
LINE, PAGE, SECTION, TERM, PHRASES = "line", "page", "section", "term", "phrases"
NEW, CHANGED, GONE = "new", "changed", "gone"


@dataclass(frozen=True, slots=True)
class Content:
    """All that is shown at a time: the toolkit, the help lines, and the program's own words where they are not English."""

    toolkit: Toolkit
    lines: Lines
    phrases: Phrases | None = None

    def with_over(self, over: Content) -> Content:
        """This with a layer on top."""
        toolkit, lines = self.toolkit.with_over(over.toolkit), self.lines.with_over(over.lines)
        return Content(toolkit, lines, over.phrases or self.phrases)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is new, changed or gone. `before` and `after` are the lines of text that differ."""

    sort: str
    what: str
    title: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def changes(before: Content, after: Content) -> tuple[Change, ...]:
    """What somebody would see differently."""
    return (
        *_of(LINE, _lines(before.lines), _lines(after.lines)),
        *_of(PAGE, _pages(before.toolkit), _pages(after.toolkit)),
        *_of(SECTION, _sections(before.toolkit), _sections(after.toolkit)),
        *_of(TERM, _terms(before.toolkit), _terms(after.toolkit)),
        *_of(PHRASES, _phrases(before), _phrases(after)),
    )


def not_used(layer: Content, whole: Content) -> int:
    """How many pages and help lines of a layer are not shown, because what is there was checked later."""
    pages = sum(page not in whole.toolkit.pages for page in layer.toolkit.pages)
    return pages + sum(line not in whole.lines.lines for line in layer.lines.lines)


# -- inside ----------------------------------------------------------------------------------------------------

# Two long pages of the same few lines take their lengths' product to compare: so much is done in a second or two.
_MOST_TO_COMPARE = 4_000_000

# A thing's title and its lines of text, by its id.
_Texts = dict[str, tuple[str, tuple[str, ...]]]


def _of(sort: str, before: _Texts, after: _Texts) -> Iterator[Change]:
    for key, (title, lines) in after.items():
        if key not in before:
            yield Change(sort, NEW, title, (), lines)
        elif before[key] != (title, lines):
            yield Change(sort, CHANGED, title, *_differing(before[key][1], lines))
    for key, (title, _lines) in before.items():
        if key not in after:
            yield Change(sort, GONE, title, _lines, ())


def _differing(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if len(before) * len(after) > _MOST_TO_COMPARE:
        return before, after
    gone: list[str] = []
    come: list[str] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += before[a:b]
            come += after[c:d]
    return tuple(gone), tuple(come)


def _lines(layer: Lines) -> _Texts:
    return {one.id: (one.name, _line_texts(one)) for one in layer.lines}


def _line_texts(line: HelpLine) -> tuple[str, ...]:
    texts = (line.name, *(_number(one) for one in line.numbers), line.hours, line.languages, line.for_whom, line.note)
    printed = tuple(f"{one.number}: {one.note}" for one in line.printed)
    return tuple(text for text in (*texts, *printed, line.source) if text)


def _number(number: Number) -> str:
    return " · ".join(part for part in (number.display, number.send, number.note) if part)


def _pages(toolkit: Toolkit) -> _Texts:
    return {one.id: (one.title, _page_texts(one)) for one in toolkit.pages}


def _page_texts(page: Page) -> tuple[str, ...]:
    sources = tuple(" ".join(part for part in (one.title, one.address) if part) for one in page.sources)
    return (page.title, page.summary, *plain_text(page).splitlines(), *sources, page.certainty)


def _sections(toolkit: Toolkit) -> _Texts:
    return {one.id: (one.title, (one.title, *([one.note] if one.note else []))) for one in toolkit.sections}


def _phrases(content: Content) -> _Texts:
    if content.phrases is None:
        return {}
    said = tuple(f"{english} → {here}" for english, here in content.phrases.said)
    return {content.phrases.language: (content.phrases.language, said)}


def _terms(toolkit: Toolkit) -> _Texts:
    return {one.id: (one.word, (one.word, one.meaning)) for one in toolkit.terms}
