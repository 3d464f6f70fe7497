"""Breaking text into lines of a given width. No word is cut off: what is too wide for a line is broken."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from app.reports.breaking import parted, takes_hyphen
from app.reports.fonts import Fonts
from app.reports.lettering import Style
from app.reports.line import ADDRESS_JOINTS, JOINTS, SPACE, Line, Run, letters_of, runs_of
from app.reports.mixed_lines import break_mixed
from app.reports.shaped_font import Piece

# ISO 32000-1, 14.8.2.2.3: a hyphen that is there for the end of the line alone is this sign to whoever copies the text.
_SOFT_HYPHEN = "\u00ad"
# A last line below this part of the width is short, and lines may be so much narrower to prevent that.
_SHORT, _NARROWER = 0.12, (0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79)


def break_lines(text: str, style: Style, width: float, fonts: Fonts) -> list[Line]:
    """The lines of a text that is `readable`; at least one, which may be empty."""
    room = min(width, style.narrow) if style.narrow else width
    if fonts.is_mixed(text):
        return break_mixed(text, style, room, fonts)
    lines = _broken(text, style, room, fonts)
    if not style.even or len(lines) < 2 or "\n" in text or lines[-1].width >= room * _SHORT:
        return lines
    narrower = (_broken(text, style, room * part, fonts) for part in _NARROWER)
    evened = (one for one in narrower if len(one) == len(lines) and one[-1].width >= room * _SHORT)
    return next(evened, lines)


def _broken(text: str, style: Style, room: float, fonts: Fonts) -> list[Line]:
    lines: list[Line] = []
    parts = text.split("\n")
    for number, part in enumerate(parts, 1):
        filler = _Filler(style, room / style.size, fonts)
        for word in part.split(SPACE):
            if word:
                filler.add_word(word)
        lines.extend(filler.finish(last=number == len(parts)))
    return lines


def spaced(line: Line) -> Line:
    """The line with a space at its end, so that whoever copies it or has it read out gets the next word apart."""
    if not line.runs:
        return line
    *runs, last = line.runs
    if last.font or line.turned:
        return line if line.leftwards else line.ended(Run(SPACE), 0.0)
    return Line((*runs, Run(last.text + SPACE, last.spelled + SPACE if last.spelled else "")), line.width)


def shortened(text: str, style: Style, width: float, fonts: Fonts) -> Line:
    """The text on one line, with an ellipsis where it had to be cut: only for what is printed in full elsewhere."""
    style = replace(style, even=False)
    line, *rest = break_lines(text, style, width, fonts)
    if not rest:
        return line
    dots = fonts.piece("…", style.cut, kern=style.kern)
    kept = break_lines(text, style, width - dots.width * style.size, fonts)[0]
    return kept.ended(Run(dots.text), dots.width * style.size)


class _Filler:
    """Fills one line after the other; widths are for type of size 1."""

    def __init__(self, style: Style, room: float, fonts: Fonts) -> None:
        self._style = style
        self._room = room
        self._set = fonts.pieces(style.cut, kern=style.kern)
        self._space = self._set[SPACE]
        self._lines: list[Line] = []
        self._pieces: list[Piece] = []
        self._width = 0.0

    def add_word(self, word: str) -> None:
        """Put a word after a space, or at the start of the next line."""
        piece = self._set[word]
        if self._pieces and self._width + self._space.width + piece.width <= self._room:
            # What most words meet, without further questions.
            self._pieces += (self._space, piece)
            self._width = self._width + self._space.width + piece.width
            return
        if not self._fits(word, spaced=True):
            parts = JOINTS.split(word)
            if len(parts) > 1:
                self._add_parts(parts)
                return
        self._add(word, spaced=True)

    def finish(self, *, last: bool) -> list[Line]:
        """The lines so far; unless they are the `last`, others of the same text follow."""
        self._close(spaced=not last)
        return self._lines

    def _add_parts(self, parts: list[str]) -> None:
        for number, part in enumerate(parts):
            self._add(part, spaced=number == 0)

    def _add(self, word: str, *, spaced: bool) -> None:
        if not self._fits(word, spaced=spaced) and self._pieces:
            self._close(spaced=spaced)
        if self._set[word].width > self._room:
            self._add_too_wide(word)
            return
        if spaced and self._pieces:
            self._put(self._space)
        self._put(self._set[word])

    def _add_too_wide(self, word: str) -> None:
        """Break a word that is wider than a line: at the joints of an address, else between letters."""
        parts = ADDRESS_JOINTS.split(word)
        if len(parts) > 1:
            self._add_parts(parts)
            return
        letters = letters_of(word)
        widths = [self._set[one].width for one in letters]
        sign = replace(self._set["-"], spelled=_SOFT_HYPHEN)
        hyphen = takes_hyphen(word) and sum(sorted(widths)[-2:]) + sign.width <= self._room
        ends = list(accumulate(widths, initial=0.0))

        def fits(start: int, end: int, signed: bool) -> bool:
            wide = ends[end] - ends[start] + (sign.width if signed else 0.0)
            return wide <= self._room - (0.0 if start else self._width)

        *whole, rest = parted(letters, fits, hyphen=hyphen)
        for start, end in whole:
            for letter in letters[start:end]:
                self._put(self._set[letter])
            if hyphen:
                self._put(sign)
            self._close(spaced=False)
        for letter in letters[rest[0] : rest[1]]:
            self._put(self._set[letter])

    def _fits(self, word: str, *, spaced: bool) -> bool:
        gap = self._space.width if spaced and self._pieces else 0.0
        return self._width + gap + self._set[word].width <= self._room

    def _put(self, piece: Piece) -> None:
        self._pieces.append(piece)
        self._width += piece.width

    def _close(self, *, spaced: bool) -> None:
        """End the line. A space is written at its end where the text has one, so that words stay apart when copied."""
        ended = [*self._pieces, self._space] if spaced and self._pieces else self._pieces
        self._lines.append(Line(runs_of(ended), self._width * self._style.size))
        self._pieces = []
        self._width = 0.0
