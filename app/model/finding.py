"""How words are compared in a search: without accents, case, marks and apostrophes, in every writing.

A person who types "hənqəminəm" or "smalgyax" on an English keyboard means hən̓q̓əmin̓əm̓ and Sm’algya̱x.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.model.search import HIT_END, HIT_START

_APOSTROPHES = "'’‘ʼʹʻ`´"
# A word: letters and digits of any writing with the marks on them, and apostrophes inside.
_WORD = re.compile(rf"[^\W_](?:[\w\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff{_APOSTROPHES}]*[\w\u0300-\u036f])?")
_MOST_WORDS = 12
_BEFORE, _LENGTH = 6, 24


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """The word without marks, apostrophes and case."""
    open_letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(one for one in open_letters if unicodedata.category(one) != "Mn" and one not in _APOSTROPHES)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, from letter `start` up to `end`, and how it is compared."""

    start: int
    end: int
    folded: str


def words_in(text: str) -> list[Word]:
    """The words of a text and where they stand."""
    found = (Word(one.start(), one.end(), fold(one.group())) for one in _WORD.finditer(text))
    return [one for one in found if one.folded]


def folded_words(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [found for found in (fold(one.group()) for one in _WORD.finditer(text)) if found]


def folded(text: str) -> str:
    """A text as it stands in a search index."""
    return " ".join(folded_words(text))


def wanted_words(typed: str) -> list[str]:
    """What was typed into a search box, as words to compare; at most twelve."""
    return folded_words(typed)[:_MOST_WORDS]


def snippet(text: str, wanted: list[str]) -> str:
    """A few words around the first hit, each hit between HIT_START and HIT_END; the text's beginning where there is none."""
    plain = text.replace(HIT_START, "").replace(HIT_END, "")
    found = list(_WORD.finditer(plain))
    hits = [n for n, one in enumerate(found) if _matches(fold(one.group()), wanted)]
    first = max(0, hits[0] - _BEFORE) if hits else 0
    last = min(len(found), first + _LENGTH)
    if not found:
        return ""
    start = found[first].start() if first else 0
    end = found[last - 1].end() if last < len(found) else len(plain)
    marked = _mark(plain, start, end, [found[n] for n in hits if first <= n < last])
    return ("… " if first else "") + " ".join(marked.split()) + (" …" if last < len(found) else "")


def _mark(text: str, start: int, end: int, hits: list[re.Match[str]]) -> str:
    parts: list[str] = []
    at = start
    for hit in hits:
        parts += [text[at : hit.start()], HIT_START, hit.group(), HIT_END]
        at = hit.end()
    return "".join([*parts, text[at:end]])


def _matches(word: str, wanted: list[str]) -> bool:
    return any(word.startswith(one) for one in wanted)
