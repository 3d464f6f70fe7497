"""HarfBuzz with types: which glyphs a word is written with, and where each goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import uharfbuzz

from app.reports.glyph import Glyph
from app.reports.mending import Mending

_hb = cast("Any", uharfbuzz)


class Shaper:
    """Shapes words in one typeface file."""

    def __init__(self, path: Path, index: int = 0) -> None:
        face = _hb.Face(_hb.Blob.from_file_path(str(path)), index)
        self._font = _hb.Font(face)
        self._scale = 1000 / cast("int", face.upem)
        self._mending = Mending(self._font, self._scale)

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
        glyphs = [self._glyph(info, place) for info, place in found]
        return glyphs if leftwards else self._mending.mended(word, glyphs)

    def advance(self, glyph: int) -> float:
        """How wide the glyph is by itself."""
        return cast("float", self._font.get_glyph_h_advance(glyph)) * self._scale

    def _glyph(self, info: Any, place: Any) -> Glyph:
        return Glyph(
            info.codepoint,
            info.cluster,
            place.x_advance * self._scale,
            place.y_advance * self._scale,
            place.x_offset * self._scale,
            place.y_offset * self._scale,
        )
