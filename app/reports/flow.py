"""A document as it flows where no page is set by us (Word, a web page): how deep each heading is, what is one list.

The rules are those of the PDF: no level of heading is left out on the way down, and entries after each other are a list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.reports.document import (
    Address,
    Blank,
    Block,
    Contents,
    Document,
    Entry,
    Heading,
    Note,
    Para,
    Ruled,
    Table,
    Ticks,
    Tiles,
)
from app.reports.lettering import Look

BULLET = "•"
EMPTY_BOX = "☐"
_NUMBER = re.compile(r"(\d{1,4})\.")
_SIGNED = re.compile(rf"({BULLET}|\d{{1,4}}\.) (?=\S)")
# Embeddings and overrides of direction reach beyond the words they stand in; marks and joiners do not.
_OVERREACHING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACES = frozenset("\t\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029")
# PDF/UA and HTML know six levels, and Word's headings are kept to what people use.
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Titled:
    """A heading with its `depth` (1 at the top), and the `key` that a link leads to."""

    heading: Heading
    depth: int
    key: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries of one list. `first` is the number it begins with, or None when its signs are not counted."""

    entries: tuple[Entry, ...]
    first: int | None = None

    @property
    def bulleted(self) -> bool:
        """Whether every sign is a dot."""
        return self.first is None and self.entries[0].sign == BULLET


Part = Titled | Para | Tiles | Table | Note | Listing | Address | Ruled


def parts(document: Document) -> list[Part]:
    """The blocks in reading order, headings with their depth and entries gathered into lists."""
    depth, own_title = _Depth(), has_own_title(document)
    found: list[Part] = []
    waiting: list[Entry] = []
    for number, block in enumerate(document.blocks):
        if isinstance(block, Entry):
            waiting.append(block)
            continue
        if isinstance(block, Ticks):
            waiting.extend(Entry(one.text, EMPTY_BOX) for one in block.ticks)
            continue
        found.extend(listings(waiting))
        waiting = []
        if isinstance(block, Contents):
            found.extend(_contents(block, document.blocks[number + 1 :]))
        elif isinstance(block, Heading):
            found.append(Titled(block, 1 if own_title and number == 0 else depth.of(block), f"place-{number}"))
        else:
            found.append(Ruled(block.lines) if isinstance(block, Blank) else block)
    return [*found, *listings(waiting)]


def _contents(block: Contents, after: Sequence[Block]) -> Iterator[Para | Listing]:
    """The chapters after it, by name: what has no pages has no numbers for them."""
    titles = [one.text for one in after if isinstance(one, Heading) and one.level == 1]
    if titles:
        yield Para(block.title, Look.LEAD)
        yield Listing(tuple(Entry(one) for one in titles))


def has_own_title(document: Document) -> bool:
    """Whether a document without a cover begins with its title, so that none has to be put above the text."""
    first = document.blocks[0] if document.blocks else None
    return document.cover is None and isinstance(first, Heading) and first.level == 1


def listings(entries: list[Entry]) -> Iterator[Listing]:
    """Lists of dots, of numbers that count on, and of other signs, each by itself."""
    at = 0
    while at < len(entries):
        first = _number(entries[at].sign)
        end = at + 1
        while end < len(entries) and _goes_on(entries[at].sign, first, entries[end].sign, end - at):
            end += 1
        yield Listing(tuple(entries[at:end]), first)
        at = end


def note_parts(note: Note) -> Iterator[str | Listing]:
    """The lines of a note; lines that begin with a dot or a number are a list."""
    waiting: list[Entry] = []
    for line in note.lines:
        signed = _SIGNED.match(line)
        if signed is not None:
            waiting.append(Entry(line[signed.end() :], signed.group(1)))
            continue
        yield from listings(waiting)
        waiting = []
        yield line
    yield from listings(waiting)


def readable(text: str) -> str:
    """The text as XML and HTML may hold it: composed letters, and none of the signs that show nothing and do harm."""
    return "".join(_kept(letter) for letter in unicodedata.normalize("NFC", text))


class _Depth:
    """Siblings are equally deep, and each level down is one deeper, whichever numbers they were given."""

    def __init__(self) -> None:
        self._above: list[int] = []

    def of(self, heading: Heading) -> int:
        while self._above and self._above[-1] >= heading.level:
            self._above.pop()
        self._above.append(heading.level)
        # One for the title, which stands above all of them.
        return min(1 + len(self._above), DEEPEST)


def _number(sign: str) -> int | None:
    found = _NUMBER.fullmatch(sign)
    return int(found.group(1)) if found is not None and f"{int(found.group(1))}." == sign else None


def _goes_on(sign: str, first: int | None, other: str, after: int) -> bool:
    if first is not None:
        return _number(other) == first + after
    return other == sign if sign == BULLET else other != BULLET and _number(other) is None


def _kept(letter: str) -> str:
    if letter in _SPACES:
        return " "
    if letter == "\n" or letter.isprintable():
        return letter
    harmful = unicodedata.category(letter) in ("Cc", "Cs") or letter in _OVERREACHING
    return "" if harmful or ord(letter) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(letter) <= 0xFDEF else letter
