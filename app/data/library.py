"""The toolkit's pages, read once at the start, in their order, and searched as people type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from gettext import gettext as _
from pathlib import Path

from app.data.page_index import PageIndex
from app.data.synonyms import Synonyms
from app.data.toolkit import read_toolkit, texts_in
from app.model.page import Page, Section, Term, runs_of
from app.model.search import SearchHit
from app.model.toolkit import Toolkit
from app.model.trouble import Refused


class Library:
    """`sections` have pages; `others` are the toolkit's sections whose text is not in hand, to be named and not opened."""

    def __init__(
        self, sections: tuple[Section, ...], terms: tuple[Term, ...] = (), synonyms: Synonyms | None = None
    ) -> None:
        """Raises ValueError when a page leads to a page or a word that is not there."""
        self.sections = tuple(section for section in sections if section.pages)
        self.others = tuple(section for section in sections if not section.pages)
        self.pages = tuple(page for section in self.sections for page in section.pages)
        self.terms = {term.id: term for term in terms}
        self._synonyms = synonyms
        self._places = {page.id: n for n, page in enumerate(self.pages)}
        self._check_links()

    @classmethod
    def load(cls, folder: Path) -> Library:
        """Read one language's folder: `sections.toml`, `glossary.toml`, `synonyms.toml` and a folder of pages for each section.

        Raises ValueError naming file and line for a page that is not right: these files are ours.
        """
        return cls.of(read_own(folder), folder)

    @classmethod
    def of(cls, toolkit: Toolkit, folder: Path) -> Library:
        """The library of a toolkit that was read, with the folder's synonyms."""
        return cls(toolkit.filled(), toolkit.terms, Synonyms.load(folder / "synonyms.toml"))

    def page(self, page_id: str) -> Page:
        """One page. Raises KeyError when there is none of that id."""
        return self.pages[self._places[page_id]]

    def has(self, page_id: str) -> bool:
        """Whether there is such a page."""
        return page_id in self._places

    def title_of(self, page_id: str) -> str:
        """What a page is called; a page that is not there (any more) by its id."""
        return self.page(page_id).title if self.has(page_id) else page_id

    def section_of(self, page: Page) -> Section:
        """The section that a page stands in."""
        return next(section for section in self.sections if section.id == page.section)

    def chosen(self, ids: Iterable[str]) -> tuple[Page, ...]:
        """The pages of these ids, in the toolkit's order; a section's id stands for all of its pages. Raises Refused."""
        wanted = set(ids)
        for one in wanted:
            if not self.has(one) and all(section.id != one for section in self.sections):
                raise Refused(
                    _("The toolkit has no page “{name}”. A page is called such as {example}.").format(
                        name=one, example=self.pages[0].id
                    )
                )
        return tuple(page for page in self.pages if page.id in wanted or page.section in wanted)

    def title_over(self, pages: Sequence[Page]) -> str:
        """What they are called together: a page by its title, a whole section by its own, others by nothing."""
        if len(pages) == 1:
            return pages[0].title
        whole = (section.title for section in self.sections if section.pages == tuple(pages))
        return next(whole, "")

    def previous(self, page_id: str) -> Page | None:
        """The page before it, also across sections."""
        place = self._places[page_id]
        return self.pages[place - 1] if place else None

    def next(self, page_id: str) -> Page | None:
        """The page after it, also across sections."""
        place = self._places[page_id] + 1
        return self.pages[place] if place < len(self.pages) else None

    def find(self, words: str, limit: int = 20) -> list[SearchHit]:
        """Pages for the words that were typed, the last as a beginning, forgiving of typing errors; best first."""
        return self._index.find(words, limit)

    @cached_property
    def _index(self) -> PageIndex:
        # Made at the first search, so that starting the program does not wait for it.
        return PageIndex(self.sections, self._synonyms)

    def _check_links(self) -> None:
        for page in self.pages:
            for run in runs_of(page):
                if run.page is not None and not self.has(run.page):
                    raise ValueError(f"{page.id}: leads to {run.page}, which is not there")
                if run.term is not None and run.term not in self.terms:
                    raise ValueError(f"{page.id}: explains {run.term}, which is not in the glossary")


def read_own(folder: Path) -> Toolkit:
    """The toolkit in a folder of ours. Raises ValueError naming file and line."""
    whole = read_toolkit(texts_in(folder))
    for section in whole.filled():
        orders = [page.order for page in section.pages]
        if len(set(orders)) != len(orders):
            raise ValueError(f"{section.id}: two pages have the same order")
    return whole
