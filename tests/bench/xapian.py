"""The same pages in a ZIM archive, searched with Xapian: what the offline encyclopedias on a stick use."""

from __future__ import annotations

import time
from collections.abc import Sequence
from html import escape
from pathlib import Path

from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.writer import Creator, Hint, Item, StringProvider

from app.model.page import Page, plain_text

ABOUT = ("Title", "Language", "Name", "Creator", "Publisher", "Date", "Description")


class _Entry(Item):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page

    def get_path(self) -> str:
        return self._page.id

    def get_title(self) -> str:
        return self._page.title

    def get_mimetype(self) -> str:
        return "text/html"

    def get_hints(self) -> dict:
        return {Hint.FRONT_ARTICLE: True}

    def get_contentprovider(self) -> StringProvider:
        words = " ".join([self._page.summary, *self._page.keywords, plain_text(self._page)])
        return StringProvider(
            f"<html><head><title>{escape(self._page.title)}</title></head><body>{escape(words)}</body></html>"
        )


class Xapian:
    """An archive with a full-text index of some pages, in a file."""

    def __init__(self, pages: Sequence[Page], file: Path) -> None:
        with Creator(file).config_indexing(True, "eng") as creator:
            creator.set_mainpath(pages[0].id)
            for page in pages:
                creator.add_item(_Entry(page))
            for name in ABOUT:
                creator.add_metadata(name, "eng" if name == "Language" else "2026-01-01")
        self._searcher = Searcher(Archive(file))

    def find(self, words: str, limit: int = 20) -> list[str]:
        """The ids of the pages it finds."""
        return list(self._searcher.search(Query().set_query(words)).getResults(0, limit))

    def times(self, typed: Sequence[str]) -> list[float]:
        """Milliseconds for every beginning of each of the words, as somebody types them, sorted."""
        found: list[float] = []
        for words in typed:
            for end in range(1, len(words) + 1):
                start = time.perf_counter()
                self.find(words[:end])
                found.append((time.perf_counter() - start) * 1000)
        return sorted(found)
