"""Two faults that BC Sans Bold 2.0 draws letters of British Columbia's languages with, and how far they are set right.

Its K with a mark, of SENĆOŦEN and Sḵwx̱wú7mesh sníchim, stands a tenth of the size too far right, in the next letter. And
its apostrophe at the right of a small letter (U+0315: c̕ t̕ ƛ̕) has no room of its own, and under ƛ it lies at the foot; in BC
Sans Regular it has. Both are measured in the typeface itself: one without these faults is left as it is.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any, cast

import uharfbuzz

from app.reports.glyph import Glyph

_hb = cast("Any", uharfbuzz)
_STRAYING, _PLAIN = "ĶǨḰḲḴ", "K"
_COMMA = "\u0315"
# In thousandths of the size: what counts as astray, and, as BC Sans Regular has it, where the apostrophe's top is and
# the room at both its sides.
_FAR, _TOP, _ROOM = 50, 704, 18


class Mending:
    """Sets glyphs of one typeface right, if they need it."""

    def __init__(self, font: Any, scale: float) -> None:
        self._font, self._scale = font, scale
        self._moved = self._straying()
        self._crowded = self._crowds_comma()

    def mended(self, word: str, glyphs: list[Glyph]) -> list[Glyph]:
        """The glyphs of a word that is written from left to right."""
        if self._moved and any(one.number in self._moved for one in glyphs):
            glyphs = [replace(one, aside=one.aside + self._moved.get(one.number, 0.0)) for one in glyphs]
        if self._crowded and _COMMA in word:
            glyphs = [self._beside(one, word) if word[one.start] == _COMMA else one for one in glyphs]
        return glyphs

    def _beside(self, comma: Glyph, word: str) -> Glyph:
        """The apostrophe after its letter, with room; above a capital it needs none."""
        letter = unicodedata.normalize("NFD", word[: comma.start]).rstrip("\u0331\u030c\u0323\u0301")[-1:]
        if not letter.islower() or comma.across:
            return comma
        left, right, top = self._ink(comma.number)
        return replace(comma, across=right - left + 2 * _ROOM, aside=_ROOM - left, rise=_TOP - top)

    def _straying(self) -> dict[int, float]:
        plain = self._glyph(_PLAIN)
        found: dict[int, float] = {}
        for letter in _STRAYING:
            glyph = self._glyph(letter)
            if glyph is not None and plain is not None:
                off = self._ink(plain)[1] - self._ink(glyph)[1]
                found |= {glyph: off} if abs(off) > _FAR else {}
        return found

    def _crowds_comma(self) -> bool:
        buffer = _hb.Buffer()
        buffer.add_str("c" + _COMMA)
        buffer.guess_segment_properties()
        _hb.shape(self._font, buffer)
        infos, places = cast("list[Any]", buffer.glyph_infos or []), cast("list[Any]", buffer.glyph_positions or [])
        return len(infos) == 2 and bool(infos[1].codepoint) and not places[1].x_advance

    def _glyph(self, letter: str) -> int | None:
        return cast("int | None", self._font.get_nominal_glyph(ord(letter))) or None

    def _ink(self, glyph: int) -> tuple[float, float, float]:
        """Where a glyph's ink begins and ends, and its top, in thousandths of the size."""
        box = self._font.get_glyph_extents(glyph)
        left = box.x_bearing * self._scale
        return left, left + box.width * self._scale, box.y_bearing * self._scale
