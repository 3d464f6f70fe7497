"""Typefaces for letters that BC Sans lacks: those shipped beside it, then those this computer has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.reports.font_files import FontFile, FontFolders
from app.reports.registry import registered
from app.reports.scripts import HAN, HANGUL, KANA, SIGNS, script_of
from app.reports.shaped_font import ShapedFont, Unusable

# Codes that stand for nothing, or for something else in every typeface.
_NO_LETTERS = ("Cn", "Co", "Cs")
# A typeface's file, regular and bold; without a bold one the regular one stands for both.
Pair = tuple[str, str]
_MANY: tuple[Pair, ...] = (
    ("segoeui.ttf", "segoeuib.ttf"),
    ("Arial Unicode.ttf", ""),
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
)
_INDIC: tuple[Pair, ...] = (("Nirmala.ttf", "NirmalaB.ttf"), ("Nirmala.ttc", "Nirmala.ttc"))
_LEELAWADEE: tuple[Pair, ...] = (("LeelawUI.ttf", "LeelaUIb.ttf"),)
_EAST: tuple[Pair, ...] = (("Arial Unicode.ttf", ""), ("DroidSansFallbackFull.ttf", ""), ("DroidSansFallback.ttf", ""))
# Which to ask first, by writing: the sans-serif typefaces that Windows, macOS and Linux are delivered with, as their
# makers list them (learn.microsoft.com/typography/fonts/windows_11_font_list, support.apple.com/103197), and the
# TrueType ones that Linux packages are named after.
_KNOWN: Mapping[str, tuple[Pair, ...]] = {
    HAN: (
        ("msyh.ttc", "msyhbd.ttc"),
        ("msjh.ttc", "msjhbd.ttc"),
        ("simsun.ttc", ""),
        ("STHeiti Light.ttc", "STHeiti Medium.ttc"),
        ("wqy-microhei.ttc", ""),
        ("wqy-zenhei.ttc", ""),
        *_EAST,
    ),
    KANA: (
        ("YuGothR.ttc", "YuGothB.ttc"),
        ("meiryo.ttc", "meiryob.ttc"),
        ("msgothic.ttc", ""),
        ("ipag.ttf", ""),
        ("takao-gothic.ttf", ""),
        *_EAST,
    ),
    HANGUL: (
        ("malgun.ttf", "malgunbd.ttf"),
        ("AppleGothic.ttf", ""),
        ("NanumGothic.ttf", "NanumGothicBold.ttf"),
        ("UnDotum.ttf", "UnDotumBold.ttf"),
        *_EAST,
    ),
    "ETHIOPIC": (("ebrima.ttf", "ebrimabd.ttf"), ("Kefa.ttc", "Kefa.ttc")),
    "THAI": _LEELAWADEE,
    "LAO": (*_LEELAWADEE, ("Lao Sangam MN.ttf", "")),
    "KHMER": (*_LEELAWADEE, ("Khmer Sangam MN.ttf", "")),
    "MYANMAR": (("mmrtext.ttf", "mmrtextb.ttf"), ("Myanmar Sangam MN.ttc", "")),
    "TIBETAN": (("himalaya.ttf", ""), ("Kailasa.ttc", "")),
    SIGNS: (("seguisym.ttf", ""), ("seguiemj.ttf", ""), ("Apple Symbols.ttf", ""), ("Symbola.ttf", "")),
    **dict.fromkeys(
        ("BENGALI", "DEVANAGARI", "GUJARATI", "KANNADA", "MALAYALAM", "ORIYA", "SINHALA", "TAMIL", "TELUGU"), _INDIC
    ),
}


class OtherFonts:
    """Finds typefaces for letters. `shipped` is a folder of Noto Sans by writing, `system` are this computer's."""

    def __init__(self, shipped: Path, system: Sequence[Path]) -> None:
        self._shipped, self._system = FontFolders((shipped,)), FontFolders(system)
        self._found: dict[tuple[str, str, bool], ShapedFont | None] = {}

    def has(self, letter: str) -> bool:
        """Whether there is a typeface that can draw the letter."""
        return self.font_for(letter) is not None

    def font_for(self, letter: str, han: str = HAN, *, bold: bool = False) -> ShapedFont | None:
        """The first choice that can draw the letter, or nothing; `han` says whose Chinese characters are meant."""
        if unicodedata.category(letter) in _NO_LETTERS:
            return None
        script = script_of(letter)
        key = (letter, han if script == HAN else script, bold)
        if key not in self._found:
            usable = (_loaded(one) for one in self._suiting(letter, key[1], bold=bold))
            self._found[key] = next((one for one in usable if one is not None and ord(letter) in one.known), None)
        return self._found[key]

    def _suiting(self, letter: str, script: str, *, bold: bool) -> Iterator[FontFile]:
        noto = f"NotoSans{script.title()}"
        own: Pair = (f"{noto}-Regular.ttf", f"{noto}-Bold.ttf")
        yield from _drawing(self._shipped, own, letter, bold=bold)
        for pair in (*_KNOWN.get(script, ()), own, *_MANY):
            yield from _drawing(self._system, pair, letter, bold=bold)
        yield from (one for one in self._system.sweep() if one.draws(letter))


def _drawing(folders: FontFolders, pair: Pair, letter: str, *, bold: bool) -> Iterator[FontFile]:
    for name in reversed(pair) if bold else pair[:1]:
        yield from (one for one in folders.named(name) if one.draws(letter))


def _loaded(file: FontFile) -> ShapedFont | None:
    try:
        return registered(file.path, file.index)
    except Unusable:
        return None
