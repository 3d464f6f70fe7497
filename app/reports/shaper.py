"""HarfBuzz with types: which glyphs a word is written with, and where each goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import uharfbuzz

_hb = cast("Any", uharfbuzz)
# BC Sans Bold 2.0 draws its K with a mark, a letter of SENĆOŦEN and Sḵwx̱wú7mesh sníchim, a tenth of the size too far right
# and into the next letter. Where a typeface does so, those go back to where its plain K stands.
_STRAYING, _PLAIN = "ĶǨḰḲḴ", "K"
_FAR = 0.05


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: `start` is where its letters begin in the word; lengths are thousandths of the type's size.

    The pen moves on by `across` and `up` after it; the glyph itself is shifted by `aside` and `rise`.
    """

    number: int
    start: int
    across: float
    up: float
    aside: float
    rise: float


class Shaper:
    """Shapes words in one typeface file."""

    def __init__(self, path: Path, index: int = 0) -> None:
        face = _hb.Face(_hb.Blob.from_file_path(str(path)), index)
        self._font = _hb.Font(face)
        self._scale = 1000 / cast("int", face.upem)
        self._moved = self._straying(face.upem * _FAR)

    def glyphs(self, word: str, *, kern: bool, leftwards: bool = False) -> list[Glyph]:
        """The glyphs from left to right, whichever way the word is read (`leftwards`: from the right).

        Joined letters such as ﬁ are left apart, so that each can be copied.
        """
        buffer = _hb.Buffer()
        buffer.cluster_level = _hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(word)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftwards else "ltr"
        _hb.shape(self._font, buffer, {"kern": kern, "liga": False, "clig": False, "dlig": False})
        found = zip(buffer.glyph_infos or [], buffer.glyph_positions or [], strict=True)
        return [self._glyph(info, place) for info, place in found]

    def advance(self, glyph: int) -> float:
        """How wide the glyph is by itself."""
        return cast("float", self._font.get_glyph_h_advance(glyph)) * self._scale

    def _glyph(self, info: Any, place: Any) -> Glyph:
        return Glyph(
            info.codepoint,
            info.cluster,
            place.x_advance * self._scale,
            place.y_advance * self._scale,
            (place.x_offset + self._moved.get(info.codepoint, 0)) * self._scale,
            place.y_offset * self._scale,
        )

    def _straying(self, far: float) -> dict[int, float]:
        """Glyphs that must be moved, and by how much of the typeface's own units."""
        ends = {letter: self._right_edge(letter) for letter in _PLAIN + _STRAYING}
        found: dict[int, float] = {}
        for letter in _STRAYING:
            off = (ends[_PLAIN] or 0) - (ends[letter] or 0)
            if ends[_PLAIN] and ends[letter] and abs(off) > far:
                found[self._font.get_nominal_glyph(ord(letter))] = off
        return found

    def _right_edge(self, letter: str) -> float | None:
        glyph = self._font.get_nominal_glyph(ord(letter))
        extents = self._font.get_glyph_extents(glyph) if glyph else None
        return None if extents is None else extents.x_bearing + extents.width
