"""Finds marked words again in a page whose text may have changed since.

Words are compared as a search compares them (case, marks and punctuation do not count), so a mended comma loses nothing.
Where the words stand in several places the text around them decides; where a few of them changed, the most like stretch
is taken; where too little is left, the mark has lost its place and the person is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.model.finding import Word, words_in
from app.model.mark import CONTEXT, LONGEST_QUOTE, Mark

# A changed passage is the same one while this much of its words and their order is left.
ENOUGH = 0.7
# Fewer words than this are found as they are or not at all: likeness says little about two words.
FEWEST = 4


@dataclass(frozen=True, slots=True)
class Place:
    """From letter `start` up to `end` of a text. `changed` when the words there are not quite the marked ones."""

    start: int
    end: int
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a mark remembers of a place: the words, and a little of what stands around them."""

    quote: str
    before: str
    after: str


def anchor(text: str, start: int, end: int) -> Anchor | None:
    """The anchor of the words that letters `start` to `end` touch, whole words only; None where there is no word."""
    touched = [one for one in words_in(text) if one.start < end and one.end > start]
    if not touched:
        return None
    start = min(start, touched[0].start) if text[start : touched[0].start].strip() else touched[0].start
    end = max(end, touched[-1].end) if text[touched[-1].end : end].strip() else touched[-1].end
    quote = text[start:end]
    if len(quote) > LONGEST_QUOTE:
        touched = [one for one in touched if one.end - start <= LONGEST_QUOTE]
        end = touched[-1].end if touched else start + LONGEST_QUOTE
        quote = text[start:end]
    return Anchor(quote, _one_line(text[max(0, start - CONTEXT) : start]), _one_line(text[end : end + CONTEXT]))


def place(mark: Mark, text: str) -> Place | None:
    """Where a mark's words stand in a text now; None when they are not there any more (or when it marks the whole page)."""
    quoted = [one.folded for one in words_in(mark.quote)]
    if not quoted:
        return None
    words = words_in(text)
    folded = [one.folded for one in words]
    starts = list(_occurrences(folded, quoted))
    if starts:
        best = max(starts, key=lambda at: (_around(mark, folded, at, at + len(quoted)), -at))
        return _with_signs(mark.quote, text, words[best], words[best + len(quoted) - 1])
    found = _most_like(folded, quoted) if len(quoted) >= FEWEST else None
    return Place(words[found[0]].start, words[found[1] - 1].end, changed=True) if found is not None else None


@dataclass(frozen=True, slots=True)
class Placed:
    """A page's marks with the places of their words, in reading order, and those that have lost theirs."""

    found: tuple[tuple[Mark, Place], ...] = ()
    lost: tuple[Mark, ...] = ()

    def at(self, start: int, end: int) -> Mark | None:
        """The first mark that touches letters `start` to `end`."""
        return next((mark for mark, spot in self.found if spot.start < end and spot.end > start), None)


def placed(marks: Iterable[Mark], text: str) -> Placed:
    """Look for every mark's words in a page's text; marks on the whole page are in neither list."""
    sought = [(mark, place(mark, text)) for mark in marks if mark.quote]
    found = sorted(((mark, spot) for mark, spot in sought if spot is not None), key=lambda one: one[1].start)
    return Placed(tuple(found), tuple(mark for mark, spot in sought if spot is None))


def _occurrences(words: Sequence[str], wanted: Sequence[str]) -> Iterator[int]:
    for at in range(len(words) - len(wanted) + 1):
        if words[at] == wanted[0] and words[at : at + len(wanted)] == wanted:
            yield at


def _around(mark: Mark, words: Sequence[str], start: int, end: int) -> int:
    """How many words before and after are those that the mark remembers, counted outwards from it."""
    before = [one.folded for one in words_in(mark.before)][::-1]
    after = [one.folded for one in words_in(mark.after)]
    return _same(before, words[:start][::-1]) + _same(after, words[end:])


def _same(remembered: Sequence[str], found: Sequence[str]) -> int:
    count = 0
    for one, other in zip(remembered, found, strict=False):
        # The outermost remembered word may be half a word.
        if one != other:
            break
        count += 1
    return count


def _with_signs(quote: str, text: str, first: Word, last: Word) -> Place:
    """With the signs at its two ends that the quote has and the text still has."""
    own = words_in(quote)
    head, tail = quote[: own[0].start], quote[own[-1].end :]
    start = first.start - len(head) if head and text[: first.start].endswith(head) else first.start
    end = last.end + len(tail) if tail and text[last.end :].startswith(tail) else last.end
    return Place(start, end)


def _most_like(words: Sequence[str], wanted: Sequence[str]) -> tuple[int, int] | None:
    """The stretch of words that is most like the wanted ones, from and up to; None when none is like enough."""
    matcher: SequenceMatcher[str] = SequenceMatcher(None, wanted, (), autojunk=False)
    best, how = None, ENOUGH
    for at in _beginnings(words, wanted):
        window = words[at : at + len(wanted) + len(wanted) // 3]
        matcher.set_seq2(window)
        blocks = [one for one in matcher.get_matching_blocks() if one.size]
        if not blocks:
            continue
        first, last = blocks[0].b, blocks[-1].b + blocks[-1].size
        likeness = 2 * sum(one.size for one in blocks) / (len(wanted) + last - first)
        if likeness > how:
            best, how = (at + first, at + last), likeness
    return best


def _beginnings(words: Sequence[str], wanted: Sequence[str]) -> Iterator[int]:
    """Where a stretch may begin: at any of the wanted words."""
    known = set(wanted)
    return (at for at, one in enumerate(words) if one in known)


def _one_line(text: str) -> str:
    return " ".join(text.split())
