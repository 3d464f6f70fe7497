"""BC Sans and the typefaces that stand in for it, and the letters that none of them has made known to people."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from gettext import gettext as _
from pathlib import Path

from app.reports.font_files import system_folders
from app.reports.other_fonts import OtherFonts
from app.reports.registry import registered
from app.reports.scripts import han_of, script_name, script_of
from app.reports.shaped_font import Piece, ShapedFont

# Printed in place of letters that the typeface lacks.
LACKING = "[?]"
_MOST_NAMED = 20
# They show nothing, but some writings are spelled with them: Persian, and those of India.
_JOINERS = "\u200c\u200d"


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
    """The typefaces for one report: shapes and measures words, and notes which letters there is no typeface for.

    `system` are folders with typefaces for letters that neither BC Sans nor those shipped in `other` beside it have.
    """

    def __init__(self, folder: Path, system: Sequence[Path] | None = None) -> None:
        self.folder = folder
        self._fonts = {cut: registered(folder / f"BCSans-{cut.value}.ttf") for cut in Cut}
        self._pieces = {(cut, kern): Pieces(self._fonts[cut], kern) for cut in Cut for kern in (False, True)}
        self._known = self._fonts[Cut.REGULAR].known.intersection(*(one.known for one in self._fonts.values()))
        letters = "".join(re.escape(chr(code)) for code in sorted(self._known) if _prints(chr(code)))
        self._strange = re.compile(f"[^{letters}\n]+")
        self._others = OtherFonts(folder / "other", system_folders() if system is None else system)
        self._faces: dict[str, ShapedFont] = {}
        self._parts: dict[tuple[str, str, bool, bool], Piece] = {}
        self._mixes = False
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

    def is_mixed(self, text: str) -> bool:
        """Whether a text that is `readable` needs another typeface than BC Sans anywhere."""
        return self._mixes and self._strange.search(text) is not None

    def faces(self, text: str, cut: Cut) -> list[str]:
        """For every letter of a text that is `readable`, what the PDF writer calls its typeface; empty for BC Sans."""
        han = han_of(text)
        found: list[str] = []
        for letter in text:
            if _follows(letter) and found and self._has(found[-1], letter):
                found.append(found[-1])
            elif ord(letter) in self._known:
                found.append("")
            else:
                font = self._others.font_for(letter, han, bold=cut is Cut.BOLD)
                found.append(self._note(font) if font is not None else "")
        for at, letter in enumerate(text[1:-1], 1):
            # A space between two words of one typeface is that typeface's, so that they are written in one go.
            if letter == " " and found[at - 1] == found[at + 1] and self._has(found[at - 1], letter):
                found[at] = found[at - 1]
        return found

    def part(self, text: str, face: str, cut: Cut, *, leftwards: bool, kern: bool) -> Piece:
        """A part of a word in one of the `faces`, set in type; `leftwards` when it is read from right to left."""
        if not face and not leftwards:
            return self.piece(text, cut, kern=kern)
        kern = kern and not face
        key = (text, face or self.name(cut), leftwards, kern)
        if key not in self._parts:
            font = self._faces[face] if face else self._fonts[cut]
            self._parts[key] = replace(font.shape(text, kern=kern, leftwards=leftwards), font=face)
        return self._parts[key]

    def warnings(self) -> tuple[str, ...]:
        """One sentence that names the letters that were missing so far, or nothing."""
        if not self._lacking:
            return ()
        writings: dict[str, list[str]] = {}
        for letter in self._lacking:
            writings.setdefault(script_name(script_of(letter)), []).append(letter)
        sentence = _(
            "There is no font here to print {letters}. They are printed as {sign}. Write them in other letters, or add a"
            " font for them to this computer (a file that ends in .ttf), then make the report again."
        )
        named = _("; ").join(_named(writing, letters) for writing, letters in writings.items())
        return (sentence.format(letters=named, sign=LACKING),)

    def _note(self, font: ShapedFont) -> str:
        self._faces[font.name] = font
        return font.name

    def _has(self, face: str, letter: str) -> bool:
        known = self._faces[face].known if face else self._known
        return ord(letter) in known or (letter in _JOINERS and face != "")

    def _replaced(self, found: re.Match[str]) -> str:
        kept: list[str] = []
        for letter in found.group():
            if unicodedata.category(letter) in ("Zs", "Zl", "Zp") or letter in "\t\r\v\f":
                kept.append(" ")
            elif letter in _JOINERS and kept and unicodedata.category(kept[-1][-1])[0] in "LM":
                kept.append(letter)
            elif _shows_nothing(letter):
                continue
            elif self._others.has(letter):
                self._mixes = True
                kept.append(letter)
            else:
                self._lacking[letter] = None
                if not kept or kept[-1] != LACKING:
                    kept.append(LACKING)
        return "".join(kept)


def _prints(letter: str) -> bool:
    return letter == " " or not (_shows_nothing(letter) or unicodedata.category(letter) in ("Zl", "Zp"))


def _shows_nothing(letter: str) -> bool:
    """Control characters, direction marks, joiners, soft hyphens, variation selectors: nothing is lost without them."""
    return unicodedata.category(letter) in ("Cc", "Cf") or "\ufe00" <= letter <= "\ufe0f" or letter == "\u034f"


def _follows(letter: str) -> bool:
    return letter in _JOINERS or unicodedata.category(letter) in ("Mn", "Mc", "Me")


def _named(writing: str, letters: Sequence[str]) -> str:
    shown = " ".join(one if one.isprintable() else f"U+{ord(one):04X}" for one in letters[:_MOST_NAMED])
    more = len(letters) - _MOST_NAMED
    if more > 0:
        return _("{writing}: {letters} and {count} more").format(writing=writing, letters=shown, count=more)
    return _("{writing}: {letters}").format(writing=writing, letters=shown)
