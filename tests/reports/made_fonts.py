"""Small typefaces made for tests: a box for every letter, so that no test needs what a computer happens to have."""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont


def make_font(path: Path, letters: str, *, width: int = 1000, rights: int = 0, curves: str = "glyf") -> Path:
    """A typeface in which every letter is a box as wide as `width`; `rights` as in OS/2.fsType, `curves` may be CFF."""
    names = [".notdef", "space", *(f"u{ord(one):X}" for one in dict.fromkeys(letters))]
    build = FontBuilder(1000, isTTF=curves == "glyf")
    build.setupGlyphOrder(names)
    build.setupCharacterMap({32: "space"} | {ord(one): f"u{ord(one):X}" for one in letters})
    if curves == "glyf":
        build.setupGlyf({name: _box(TTGlyphPen(None), name, width).glyph() for name in names})
    else:
        shapes = {name: _box(T2CharStringPen(width, None), name, width).getCharString() for name in names}
        build.setupCFF(path.stem, {}, shapes, {})
    build.setupHorizontalMetrics(dict.fromkeys(names, (width, 50)))
    build.setupHorizontalHeader(ascent=800, descent=-200)
    build.setupNameTable({"familyName": path.stem, "styleName": "Regular", "psName": path.stem})
    build.setupOS2(fsType=rights)
    build.setupPost()
    build.save(path)
    return path


def make_collection(path: Path, parts: list[Path]) -> Path:
    """A file that holds several typefaces."""
    collection = TTCollection()
    collection.fonts = [TTFont(one) for one in parts]
    collection.save(path)
    return path


def _box(pen: TTGlyphPen | T2CharStringPen, name: str, width: int) -> TTGlyphPen | T2CharStringPen:
    if name != "space":
        pen.moveTo((50, 0))
        pen.lineTo((50, 700))
        pen.lineTo((width - 50, 700))
        pen.lineTo((width - 50, 0))
        pen.closePath()
    return pen
