"""Breaking text into lines when BC Sans lacks some of its letters: other typefaces, no spaces, or from right to left."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby, pairwise

from app.reports.bidi import RIGHT_TO_LEFT, levels, visual_order
from app.reports.fonts import Fonts
from app.reports.lettering import Style
from app.reports.line import ADDRESS_JOINTS, JOINTS, SPACE, Line, letters_of, runs_of
from app.reports.scripts import HAN, KANA, script_of
from app.reports.shaped_font import Piece

# What may not begin a line of Chinese or Japanese, beside closing marks, and what may not end it, beside opening ones
# (JIS X 4051 and GB/T 15834, as UAX #14 sums them up in its classes CL, NS, EX and OP).
_NOT_FIRST = frozenset("、。，．・：；？！ー々〻ヽヾゝゞ…‥～〜%％°℃ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;!?")
_CLOSING, _OPENING = ("Pe", "Pf"), ("Ps", "Pi")
Part = tuple[int, int]


def break_mixed(text: str, style: Style, room: float, fonts: Fonts) -> list[Line]:
    """As `break_lines`; `room` is the width of a line in points."""
    lines: list[Line] = []
    parts = text.split("\n")
    for number, part in enumerate(parts, 1):
        lines.extend(_Mixed(part, style, room, fonts).lines(last=number == len(parts)))
    return lines


class _Mixed:
    """One paragraph, broken and ordered by the places of its characters; widths are for type of size 1."""

    def __init__(self, text: str, style: Style, room: float, fonts: Fonts) -> None:
        self._text = SPACE.join(word for word in text.split(SPACE) if word)
        self._style, self._fonts = style, fonts
        self._room = room / style.size
        self._faces = fonts.faces(self._text, style.cut)
        self._base, self._levels = 0, [0] * len(self._text)
        if RIGHT_TO_LEFT.search(self._text):
            self._base, self._levels = levels(self._text)

    def lines(self, *, last: bool) -> list[Line]:
        """At least one; unless it is the text's `last` paragraph a space is written at the end."""
        *before, end = self._broken()
        return [
            *(self._line(part, spaced=self._text[part[1] - 1] == SPACE) for part in before),
            self._line(end, spaced=not last),
        ]

    def _broken(self) -> list[Part]:
        """Where each line begins and ends."""
        found: list[Part] = []
        start = end = 0
        for piece in self._unbroken():
            if self._fits(start, piece[1]):
                end = piece[1]
                continue
            if end > start:
                found.append((start, end))
            start, end = piece
            if not self._fits(start, end):
                *whole, (start, end) = self._too_wide(start, end)
                found.extend(whole)
        return [*found, (start, end)]

    def _unbroken(self) -> Iterator[Part]:
        """The parts between places where a line may be broken; each takes its space along."""
        joints = {one.start() for one in JOINTS.finditer(self._text)}
        breaks = [at for at in range(1, len(self._text)) if at in joints or _may_break(self._text, at)]
        return pairwise([0, *breaks, len(self._text)])

    def _too_wide(self, start: int, end: int) -> list[Part]:
        """Parts of a word that is wider than a line, the last one short perhaps: by letters, in an address at joints."""
        joints = [start + one.start() for one in ADDRESS_JOINTS.finditer(self._text[start:end])]
        found: list[Part] = []
        begun = last = start
        for joint in [*joints, end]:
            if self._fits(begun, joint):
                last = joint
                continue
            if last > begun:
                found.append((begun, last))
            begun = last
            if self._fits(begun, joint):
                last = joint
                continue
            for letter in letters_of(self._text[begun:joint]):
                if last > begun and not self._fits(begun, last + len(letter)):
                    found.append((begun, last))
                    begun = last
                last += len(letter)
        return [*found, (begun, last)]

    def _fits(self, start: int, end: int) -> bool:
        return sum(piece.width for piece, _level in self._pieces(start, end)) <= self._room + 1e-9

    def _line(self, part: Part, *, spaced: bool) -> Line:
        placed = self._pieces(*part)
        width = sum(piece.width for piece, _level in placed) * self._style.size
        levels_of = [level for _piece, level in placed]
        pieces = [placed[number][0] for number in visual_order(levels_of)]
        if spaced and placed and not self._base:
            face = self._faces[part[1] - 1] if self._text[part[1] - 1] == SPACE else ""
            pieces.append(self._fonts.part(SPACE, face, self._style.cut, leftwards=False, kern=self._style.kern))
        return Line(runs_of(pieces), width, leftwards=bool(self._base), turned=any(levels_of))

    def _pieces(self, start: int, end: int) -> list[tuple[Piece, int]]:
        """What stands there in type, each with its level; without a space at the end."""
        end -= self._text[start:end].endswith(SPACE)
        found: list[tuple[Piece, int]] = []
        keyed = zip(self._faces[start:end], self._levels[start:end], self._text[start:end], strict=True)
        for (face, level, _space), group in groupby(keyed, key=lambda one: (one[0], one[1], one[2] == SPACE)):
            said = "".join(letter for _face, _level, letter in group)
            piece = self._fonts.part(said, face, self._style.cut, leftwards=level % 2 == 1, kern=self._style.kern)
            found.append((piece, level))
        return found


def _may_break(text: str, at: int) -> bool:
    """Whether a line may end before this place: after a space, or beside a Chinese or Japanese character."""
    before, after = text[at - 1], text[at]
    if before == SPACE:
        return True
    if after == SPACE or not (_stands_alone(before) or _stands_alone(after)):
        return False
    kept = after in _NOT_FIRST or unicodedata.category(after) in (*_CLOSING, "Mn", "Mc", "Cf")
    return not kept and unicodedata.category(before) not in _OPENING


def _stands_alone(letter: str) -> bool:
    return letter > "\u2fff" and script_of(letter) in (HAN, KANA)
