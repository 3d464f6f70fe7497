"""The search index over toolkit pages: FTS5 in memory, over folded words like the community file's own.

A word that was typed may be met by its plural, by a word that means the same, or, where no page knows it, by the nearest
known word. When nothing holds all the words, small words ("how", "the") need not occur, then any of the words will do.
"""

from __future__ import annotations

from bisect import bisect_left

from app.data.fts import TOKENIZE
from app.data.sql import Sql
from app.data.synonyms import Synonyms
from app.model.finding import folded, snippet, wanted_words
from app.model.nearness import nearest, simple_form
from app.model.page import Page, Section, plain_text
from app.model.search import SearchHit

# A hit in the title, in the keywords or in the summary counts as much as this many in the text.
_WEIGHTS = "10.0, 6.0, 3.0, 1.0"


class PageIndex:
    """Use it from one thread."""

    def __init__(self, sections: tuple[Section, ...], synonyms: Synonyms | None = None) -> None:
        self._pages: list[tuple[Page, str]] = [(page, section.title) for section in sections for page in section.pages]
        self._synonyms = synonyms or Synonyms()
        self._db = Sql(":memory:", uri=False)
        self._db.execute(
            "CREATE VIRTUAL TABLE page USING fts5"
            f"(title, keywords, summary, body, tokenize = '{TOKENIZE}', prefix = '1 2 3')"
        )
        for number, (page, _where) in enumerate(self._pages):
            text = (page.title, " ".join(page.keywords), page.summary, plain_text(page))
            row = [number, *(folded(part) for part in text)]
            self._db.execute("INSERT INTO page (rowid, title, keywords, summary, body) VALUES (?, ?, ?, ?, ?)", row)
        self._db.execute("CREATE VIRTUAL TABLE known USING fts5vocab(page, row)")
        self._known = sorted(str(term) for (term,) in self._db.execute("SELECT term FROM known").fetchall())
        self._called: dict[str, set[int]] = {}
        for number, (page, _where) in enumerate(self._pages):
            for name in (page.title, *page.keywords):
                self._called.setdefault(folded(name), set()).add(number)
        self._lines: dict[int, list[tuple[str, list[str]]]] = {}
        self._nearest_to: dict[str, tuple[str, ...]] = {}

    def find(self, words: str, limit: int) -> list[SearchHit]:
        """Best first; nothing when no letter or digit was typed.

        A page that has just these words as its title or a keyword comes before all others, as in the index of a book: ranks by
        frequency favour short pages.
        """
        wanted = wanted_words(words)
        if not wanted:
            return []
        if len(wanted) > 1 and len(wanted[-1]) == 1 and wanted[-1].isalpha():
            # The first letter of a word that is being typed begins a word of nearly every page, and tells nothing.
            wanted.pop()
        ways = [self._ways(word, last=place == len(wanted) - 1) for place, word in enumerate(wanted)]
        heavy = [way for word, way in zip(wanted, ways, strict=True) if word not in self._synonyms.small]
        shown = wanted_words(" ".join(word.strip('"*') for way in ways for word in way))
        tries = _looser(ways, heavy)
        if len(wanted) == 1 and len(wanted[0]) == 1:
            tries = [f"{{title keywords}} : ({one})" for one in tries] + tries
        for expression in tries:
            rows = self._db.execute(
                f"SELECT rowid FROM page WHERE page MATCH ? ORDER BY bm25(page, {_WEIGHTS}), rowid LIMIT ?",
                [expression, limit],
            ).fetchall()
            if rows:
                called = self._called.get(" ".join(wanted), set[int]())
                numbers = sorted((int(number) for (number,) in rows), key=lambda number: number not in called)
                return [self._hit(number, shown) for number in numbers]
        return []

    def _ways(self, word: str, *, last: bool) -> list[str]:
        """What may stand for a word, as pieces of an expression; the word itself first."""
        simple = simple_form(word)
        begins = last or simple != word
        ways = [f'"{simple}"*' if begins else f'"{word}"']
        ways += [f'"{one}"' for one in self._also(word, simple)]
        if not begins and not self._knows(word):
            ways += [f'"{word}"*']
        if not self._begins_any(simple):
            ways += [f'"{one}"' for one in self._nearest(word)]
        return ways

    def _also(self, word: str, simple: str) -> tuple[str, ...]:
        same = self._synonyms.same
        return same.get(word, ()) or same.get(simple, ())

    def _knows(self, word: str) -> bool:
        place = bisect_left(self._known, word)
        return place < len(self._known) and self._known[place] == word

    def _begins_any(self, word: str) -> bool:
        place = bisect_left(self._known, word)
        return place < len(self._known) and self._known[place].startswith(word)

    def _nearest(self, word: str) -> tuple[str, ...]:
        if word not in self._nearest_to:
            self._nearest_to[word] = nearest(word, self._known)
        return self._nearest_to[word]

    def _hit(self, number: int, wanted: list[str]) -> SearchHit:
        page, where = self._pages[number]
        lines, begins = self._lines_of(number), tuple(wanted)
        # The place that holds most of what was typed; the summary where nothing but the title or a keyword does.
        best = max(lines, key=lambda line: sum(word.startswith(begins) for word in line[1]))
        shown = snippet(best[0], wanted)
        return SearchHit(kind="page", id=page.id, title=page.title, where=where, snippet=shown)

    def _lines_of(self, number: int) -> list[tuple[str, list[str]]]:
        """A page's summary and lines, each with its folded words; kept, since the same pages are shown key after key."""
        if number not in self._lines:
            page = self._pages[number][0]
            lines = (page.summary, *plain_text(page).splitlines())
            self._lines[number] = [(line, folded(line).split()) for line in lines]
        return self._lines[number]


def _looser(ways: list[list[str]], heavy: list[list[str]]) -> list[str]:
    """Expressions from strict to loose: every word; every word that is not small; any of those."""
    strict = [f"({' OR '.join(way)})" for way in ways]
    loose = [f"({' OR '.join(way)})" for way in heavy]
    tries = [" AND ".join(strict)]
    if loose:
        tries += [" AND ".join(loose), " OR ".join(loose)]
    return list(dict.fromkeys(tries))
