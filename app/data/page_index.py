"""The search index over toolkit pages: FTS5 in memory, over folded words like the community file's own."""

from __future__ import annotations

from app.data.fts import TOKENIZE, match_expression
from app.data.sql import Sql
from app.model.finding import folded, snippet, wanted_words
from app.model.page import Page, Section, plain_text
from app.model.search import HIT_START, SearchHit

# A hit in the title, in the keywords or in the summary counts as much as this many in the text.
_WEIGHTS = "10.0, 6.0, 3.0, 1.0"


class PageIndex:
    """Use it from one thread."""

    def __init__(self, sections: tuple[Section, ...]) -> None:
        self._pages: list[tuple[Page, str]] = [(page, section.title) for section in sections for page in section.pages]
        self._db = Sql(":memory:", uri=False)
        self._db.execute(
            "CREATE VIRTUAL TABLE page USING fts5"
            f"(title, keywords, summary, body, tokenize = '{TOKENIZE}', prefix = '2 3')"
        )
        for number, (page, _where) in enumerate(self._pages):
            text = (page.title, " ".join(page.keywords), page.summary, plain_text(page))
            row = [number, *(folded(part) for part in text)]
            self._db.execute("INSERT INTO page (rowid, title, keywords, summary, body) VALUES (?, ?, ?, ?, ?)", row)

    def find(self, words: str, limit: int) -> list[SearchHit]:
        """Best first; nothing when no letter or digit was typed."""
        expression = match_expression(words)
        if expression is None:
            return []
        rows = self._db.execute(
            f"SELECT rowid FROM page WHERE page MATCH ? ORDER BY bm25(page, {_WEIGHTS}), rowid LIMIT ?",
            [expression, limit],
        )
        return [self._hit(int(number), words) for (number,) in rows.fetchall()]

    def _hit(self, number: int, words: str) -> SearchHit:
        page, where = self._pages[number]
        wanted = wanted_words(words)
        cuts = [snippet(text, wanted) for text in (page.summary, *plain_text(page).splitlines())]
        # The place that holds most of what was typed; the summary where nothing but the title or a keyword does.
        shown = max(cuts, key=lambda cut: cut.count(HIT_START))
        return SearchHit(kind="page", id=page.id, title=page.title, where=where, snippet=shown)
