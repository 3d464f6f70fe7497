"""BC Sans made known to the PDF writer, and the letters it lacks made known to people.

The PDF writer keeps one list of typefaces for the whole program; this is the only place that adds to it.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from gettext import gettext as _
from pathlib import Path
from typing import Any, cast

from reportlab.pdfbase import pdfmetrics

from app.reports.shaped_font import Piece, ShapedFont

_metrics = cast("Any", pdfmetrics)
# Printed in place of letters that the typeface lacks.
LACKING = "[?]"
_MOST_NAMED = 20


class Cut(Enum):
    """The cuts of BC Sans; the value is the end of its file's name."""

    REGULAR = "Regular"
    BOLD = "Bold"


class Pieces(dict[str, Piece]):
    """Words (without spaces, already `readable`) set in type; each is shaped when it is first asked for."""

    def __init__(self, font: ShapedFont, kern: bool) -> None:
        super().__init__()
        self._font, self._kern = font, kern

    def __missing__(self, word: str) -> Piece:
        made = self[word] = self._font.shape(word, kern=self._kern)
        return made


class Fonts:
    """The typeface for one report: shapes and measures words, and notes which letters it had none for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._fonts = {cut: _registered(folder / f"BCSans-{cut.value}.ttf") for cut in Cut}
        self._pieces = {(cut, kern): Pieces(self._fonts[cut], kern) for cut in Cut for kern in (False, True)}
        known = self._fonts[Cut.REGULAR].known.intersection(*(one.known for one in self._fonts.values()))
        letters = "".join(re.escape(chr(code)) for code in sorted(known) if _prints(chr(code)))
        self._strange = re.compile(f"[^{letters}\n]+")
        self._lacking: dict[str, None] = {}

    def name(self, cut: Cut) -> str:
        """What the PDF writer calls this cut."""
        return self._fonts[cut].name

    def piece(self, word: str, cut: Cut, *, kern: bool = False) -> Piece:
        """A word (without spaces, already `readable`) set in type."""
        return self._pieces[cut, kern][word]

    def pieces(self, cut: Cut, *, kern: bool = False) -> Pieces:
        """The words of one cut, for whoever asks for thousands."""
        return self._pieces[cut, kern]

    def readable(self, text: str) -> str:
        """The text as it can be printed: composed letters, no control characters, `LACKING` where letters are missing."""
        return self._strange.sub(self._replaced, unicodedata.normalize("NFC", text))

    def warnings(self) -> tuple[str, ...]:
        """One sentence that names the letters that were missing so far, or nothing."""
        if not self._lacking:
            return ()
        named = ", ".join(_named(one) for one in list(self._lacking)[:_MOST_NAMED])
        more = len(self._lacking) - _MOST_NAMED
        if more > 0:
            named = _("{letters} and {count} more").format(letters=named, count=more)
        sentence = _("The typeface has no letters for {letters}. In the report they are printed as {sign}.")
        return (sentence.format(letters=named, sign=LACKING),)

    def _replaced(self, found: re.Match[str]) -> str:
        kept: list[str] = []
        for letter in found.group():
            if unicodedata.category(letter) in ("Zs", "Zl", "Zp") or letter in "\t\r\v\f":
                kept.append(" ")
            elif not _shows_nothing(letter):
                self._lacking[letter] = None
                if not kept or kept[-1] != LACKING:
                    kept.append(LACKING)
        return "".join(kept)


def _registered(path: Path) -> ShapedFont:
    """The typeface of this name, read at its first use and then kept with the writer's own."""
    name = path.stem
    if name not in _metrics.getRegisteredFontNames():
        made = ShapedFont(name, path)
        made.writers.shaped = made
        _metrics.registerFont(made.writers)
    return cast("ShapedFont", _metrics.getFont(name).shaped)


def _prints(letter: str) -> bool:
    return letter == " " or not (_shows_nothing(letter) or unicodedata.category(letter) in ("Zl", "Zp"))


def _shows_nothing(letter: str) -> bool:
    """Control characters, direction marks, joiners, soft hyphens, variation selectors: nothing is lost without them."""
    return unicodedata.category(letter) in ("Cc", "Cf") or "\ufe00" <= letter <= "\ufe0f" or letter == "\u034f"


def _named(letter: str) -> str:
    code = f"U+{ord(letter):04X}"
    return f"{letter} ({code})" if letter.isprintable() else code
