"""How hard a text is to read, as a school grade.

Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom 1975): 0.39 times the words of a sentence, and 11.8
times the syllables of a word, less 15.59. Each list entry counts as one sentence at least. Headings
are left out: short as they are, they would make every page look easier than it reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.model.page import Block, Callout, Heading, LinkCard, Page, lines_of

_SENTENCE_END = re.compile(r"[.!?:;]+(?:\s|$)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
# Two vowels that are said apart.
_APART = re.compile(
    r"(?<![ctsgx])i[aou]|(?<![gp])eo(?!u)|(?<![qg])ua|[aeiou]ing|(?<![ct])ienc|iet|lient|reat[ei]|ea$|ism$"
)
# An e at the end that is not said: not in "table", "places" or "needed".
_SILENT = re.compile(r"(?<!^)(?:(?<![td])ed|(?<![sxzcg])(?<!ch)(?<!sh)es|e)$")
_SAID = re.compile(r"[^aeiouy]le[sd]?$")


def syllables(word: str) -> int:
    """The syllables of an English word, by its letters; short of a dictionary, right for about nine words in ten."""
    plain = re.sub(r"[^a-z]", "", re.sub(r"['’]s$", "", word.lower()))
    if len(plain) <= 3:
        return 1
    short = plain if _SAID.search(plain) else _SILENT.sub("", plain)
    return max(1, len(_VOWELS.findall(short)) + len(_APART.findall(plain)))


def words_of(text: str) -> list[str]:
    """The words that are read."""
    return _WORD.findall(text)


def sentences(lines: Iterable[str]) -> list[str]:
    """The sentences of some lines."""
    found = (part for line in lines for part in _SENTENCE_END.split(line))
    return [one for one in found if words_of(one)]


def grade(lines: Iterable[str]) -> float:
    """The grade of some lines; 0 for none."""
    parts = sentences(lines)
    words = [word for part in parts for word in words_of(part)]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(parts) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def page_lines(page: Page) -> list[str]:
    """What a page says, without headings and addresses."""
    return [line for block in page.blocks for line in _said(block)]


def _said(block: Block) -> tuple[str, ...]:
    match block:
        case Heading():
            return ()
        case LinkCard(note=note):
            return (note,)
        case Callout(blocks=blocks):
            return tuple(line for inner in blocks for line in _said(inner))
        case _:
            return lines_of(block)
