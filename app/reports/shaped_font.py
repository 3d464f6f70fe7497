"""A typeface file as the PDF writer knows it, with the marks of a word put where the typeface wants them.

The writer's own shaping has three faults for us: it shapes every word although few need it, it gives glyphs without a
character of their own (such as the comma of k̕) a private one that nobody can copy or search, and it numbers those by
what the program printed earlier. Here words are shaped one by one, and every glyph keeps the letters it stands for.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, cast

from reportlab.pdfbase import ttfonts

from app.reports.glyph import Glyph
from app.reports.shaper import Shaper

_ttf = cast("Any", ttfonts)
# Codes for glyphs without a character: the last plane for private use, which no text reaches (see Fonts.readable).
_FIRST_PRIVATE = 0x100000
_PADDING = "\u200b"


class Unusable(Exception):
    """The PDF writer cannot take this typeface."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word set in type: what to hand to the PDF writer, and its width for type of size 1.

    `spelled` is the word itself where its glyphs are moved about, and empty where they stand one after the other.
    `font` is what the PDF writer calls its typeface, and empty for the one that its paragraph is set in.
    """

    text: str
    width: float
    spelled: str = ""
    font: str = ""


class ShapedFont:
    """One cut of a typeface. `known` are the code points that it has letters for, `writers` what the PDF writer takes.

    `index` is its number in a file that holds several. Raises `Unusable` when the PDF writer cannot embed it.
    """

    def __init__(self, name: str, path: Path, index: int = 0) -> None:
        self.name = name
        try:
            self.writers: Any = _SpelledFont(name, str(path), index)
        # The PDF writer reads files from anywhere with its own hands; what it stumbles over has no family of its own.
        except (_ttf.TTFError, ArithmeticError, LookupError, ValueError, struct.error) as trouble:
            raise Unusable(name) from trouble
        self._map = cast("dict[int, int]", self.writers.face.charToGlyph)
        self._widths = cast("dict[int, float]", self.writers.face.charWidths)
        self.known = frozenset(self._map)
        self._shaper = Shaper(path, index)
        self._private: dict[tuple[int, str], int] = {}

    def shape(self, word: str, *, kern: bool, leftwards: bool = False) -> Piece:
        """The word with its marks in place and, when asked for, its letters kerned; `leftwards` as in `Shaper`."""
        if word.isascii() and not kern and not leftwards:
            return Piece(word, sum(self._widths[ord(one)] for one in word) / 1000)
        glyphs = self._shaper.glyphs(word, kern=kern, leftwards=leftwards)
        if leftwards:
            return self._leftward(word, glyphs)
        letters = self._letters(word, glyphs)
        width = sum(one.across for one in glyphs) / 1000
        in_order = letters == word and not any(one.aside or one.rise for one in glyphs)
        if in_order and all(one.across == self._widths[ord(letter)] for one, letter in zip(glyphs, word, strict=True)):
            return Piece(word, width)
        text = _ttf.ShapedStr(letters, shapeData=list(map(self._placed, glyphs, letters)))
        return Piece(text, width, "" if in_order else word)

    def _leftward(self, word: str, glyphs: Sequence[Glyph]) -> Piece:
        """A word that is read from the right: its glyphs from left to right, and a letter for each.

        Whoever reads such a page turns its letters around one by one. So every letter must have a glyph: where two are
        joined in one, the other gets a blank. And brackets are known by their look.
        """
        ends = _ends(word, glyphs)
        blank = self._map.get(ord(" "))
        spread: list[Glyph] = []
        letters: list[str] = []
        for start, group in groupby(glyphs, key=lambda one: one.start):
            found, source = list(group), word[start : ends[start]]
            if blank is not None:
                found += [Glyph(blank, start, 0.0, 0.0, 0.0, 0.0)] * (len(source) - len(found))
            dealt = [self._by_look(one, found[0].number) for one in _shared(source, len(found))]
            letters.extend(map(self._letter, (one.number for one in found), reversed(dealt)))
            spread += found
        text = _ttf.ShapedStr("".join(letters), shapeData=list(map(self._placed, spread, letters)))
        return Piece(text, sum(one.across for one in glyphs) / 1000)

    def _by_look(self, letter: str, glyph: int) -> str:
        if not unicodedata.mirrored(letter):
            return letter
        return next(map(chr, self.writers.face.glyphToChar.get(glyph, ())), letter)

    def _placed(self, glyph: Glyph, letter: str) -> Any:
        width = self._widths[ord(letter)]
        return _ttf.ShapeData(glyph.start, glyph.across, glyph.up, glyph.aside, glyph.rise, width)

    def _letters(self, word: str, glyphs: Sequence[Glyph]) -> str:
        """One character for every glyph, in the order of the glyphs (which is the order of the writing)."""
        ends = _ends(word, glyphs)
        found: list[str] = []
        for start, group in groupby(glyphs, key=lambda one: one.start):
            numbers = [one.number for one in group]
            found.extend(map(self._letter, numbers, _shared(word[start : ends[start]], len(numbers))))
        return "".join(found)

    def _letter(self, glyph: int, spelled: str) -> str:
        if len(spelled) == 1 and self._map.get(ord(spelled)) == glyph:
            return spelled
        key = (glyph, spelled)
        if key not in self._private:
            code = _FIRST_PRIVATE + len(self._private)
            self._private[key] = code
            self.writers.spelled[code] = spelled
            self._map[code] = glyph
            self._widths[code] = self._shaper.advance(glyph)
        return chr(self._private[key])


class _SpelledFont(_ttf.TTFont):  # pyright: ignore[reportUntypedBaseClass]
    """The writer's own font, whose tables for copying and searching say which letters a glyph stands for."""

    def __init__(self, name: str, path: str, index: int) -> None:
        super().__init__(name, path, subfontIndex=index)  # pyright: ignore[reportUnknownMemberType]
        self.spelled: dict[int, str] = {}

    def addObjects(self, doc: Any) -> None:
        """Called by the PDF writer when a document ends."""
        font = cast("Any", self)
        subsets = [list(one) for one in font.state[doc].subsets]
        names = [font.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)  # pyright: ignore[reportUnknownMemberType]
        for name, subset in zip(names, subsets, strict=True):
            written = doc.idToObject["BasicFonts"].dict[name]
            doc.idToObject[written.ToUnicode.name].content = self._to_unicode(written.BaseFont, subset)

    def _to_unicode(self, name: str, subset: Sequence[int]) -> str:
        """The table that says which letters a printed code stands for (ISO 32000-1, 9.10.3)."""
        lines = [f"<{code:02X}> <{_hex(self.spelled.get(one, chr(one)))}>" for code, one in enumerate(subset)]
        blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
        return "\n".join(
            [
                "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
                f"/CMapName /{name} def\n/CMapType 2 def",
                "1 begincodespacerange\n<00> <FF>\nendcodespacerange",
                *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
                "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
            ]
        )


def _ends(word: str, glyphs: Sequence[Glyph]) -> dict[int, int]:
    """Where the letters of a cluster of glyphs end in the word, by where they begin."""
    starts = sorted({one.start for one in glyphs})
    return dict(zip(starts, [*starts[1:], len(word)], strict=True))


def _shared(source: str, count: int) -> list[str]:
    """The letters of one cluster dealt out to its glyphs; the last glyph takes what is left."""
    if count > len(source):
        source = unicodedata.normalize("NFD", source)
    if count >= len(source):
        return [*source, *(_PADDING for _extra in range(count - len(source)))]
    return [*source[: count - 1], source[count - 1 :]]


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
