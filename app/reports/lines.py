"""Breaking text into lines of a given width. No word is cut off: what is too wide for a line is broken."""

from __future__ import annotations

from app.reports.fonts import Fonts
from app.reports.lettering import Style
from app.reports.line import ADDRESS_JOINTS, JOINTS, SPACE, Line, Run, letters_of, runs_of
from app.reports.mixed_lines import break_mixed
from app.reports.shaped_font import Piece


def break_lines(text: str, style: Style, width: float, fonts: Fonts) -> list[Line]:
    """The lines of a text that is `readable`; at least one, which may be empty."""
    room = min(width, style.narrow) if style.narrow else width
    if fonts.is_mixed(text):
        return break_mixed(text, style, room, fonts)
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
        for letter in letters_of(word):
            piece = self._set[letter]
            if self._pieces and self._width + piece.width > self._room:
                self._close(spaced=False)
            self._put(piece)

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
