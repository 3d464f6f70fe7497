"""Which writing a letter belongs to, and what people call that writing."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from gettext import gettext as _

from app.model.phrases import N_

HAN, KANA, HANGUL = "HAN", "KANA", "HANGUL"
SIGNS = "SIGNS"
# A letter's name in Unicode begins with its writing; only these say it in another way.
_BEGINNINGS: Mapping[str, str] = {
    "CJK": HAN,
    "IDEOGRAPHIC": HAN,
    "KANGXI": HAN,
    "BOPOMOFO": HAN,
    "FULLWIDTH": HAN,
    "HIRAGANA": KANA,
    "KATAKANA": KANA,
    "KATAKANA-HIRAGANA": KANA,
    "HALFWIDTH": KANA,
    "ARABIC-INDIC": "ARABIC",
    "EXTENDED": "ARABIC",
}
_NAMES: Mapping[str, str] = {
    HAN: N_("Chinese characters"),
    KANA: N_("Japanese"),
    HANGUL: N_("Korean"),
    "ARABIC": N_("Arabic or Persian"),
    "CYRILLIC": N_("Ukrainian or Russian"),
    "ARMENIAN": N_("Armenian"),
    "BENGALI": N_("Bengali"),
    "DEVANAGARI": N_("Hindi or Nepali"),
    "ETHIOPIC": N_("Amharic or Tigrinya"),
    "GEORGIAN": N_("Georgian"),
    "GUJARATI": N_("Gujarati"),
    "GURMUKHI": N_("Punjabi"),
    "HEBREW": N_("Hebrew"),
    "KANNADA": N_("Kannada"),
    "KHMER": N_("Khmer"),
    "LAO": N_("Lao"),
    "LATIN": N_("Latin letters"),
    "MALAYALAM": N_("Malayalam"),
    "MYANMAR": N_("Burmese"),
    "SINHALA": N_("Sinhala"),
    "TAMIL": N_("Tamil"),
    "TELUGU": N_("Telugu"),
    "THAI": N_("Thai"),
    "TIBETAN": N_("Tibetan"),
    SIGNS: N_("signs and small pictures"),
}
_OTHER = N_("other letters")


def script_of(letter: str) -> str:
    """The writing of a letter: `HAN`, `KANA`, `HANGUL`, `SIGNS`, or the first word of its name in Unicode."""
    first = unicodedata.name(letter, "").partition(" ")[0]
    if first in _BEGINNINGS:
        return _BEGINNINGS[first]
    return SIGNS if first not in _NAMES and unicodedata.category(letter)[0] in "SP" else first


def script_name(script: str) -> str:
    """What people call it, in their language."""
    return _(_NAMES.get(script, _OTHER))


def han_of(text: str) -> str:
    """Whose Chinese characters stand in a text: those of Japanese, of Korean, or else of Chinese itself."""
    scripts = {script_of(one) for one in text if one > "\u10ff"}
    return KANA if KANA in scripts else HANGUL if HANGUL in scripts else HAN
