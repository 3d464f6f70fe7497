"""Names beside the dots of a picture on paper, as large as they can be: whole on up to three lines, or cut, or left to a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext
from typing import NamedTuple

from app.model.labels import Box, Wish, place_labels
from app.reports.document import Para
from app.reports.lettering import Look, Tone
from app.reports.lines import Line, break_lines, shortened
from app.reports.pen import Pen
from app.reports.stack import set_paras

# The width of a name's line at the usual size, and how much larger names may be.
_WIDTH, _LINES = 92.0, 3
_LARGER = (1.6, 1.4, 1.25, 1.1, 1.0)
# With more dots than this no larger names are tried: there is no room for them, and it would take long.
_FEW = 200
# On a poster the smallest names are so many points large, to be read from two steps away.
_FROM_AFAR = 12.0
# So many of a hundred names may go to the list if all others can be larger for it.
_SPARED = 0.03
# Shares of the usual width at which a name of several lines is tried, so that its lines are even.
_EVEN = (0.5, 0.6, 0.7, 0.8, 0.9)
# The most of a sheet's height that a list of names may take from the picture.
_LISTED = 0.15


class Dot(NamedTuple):
    """Somebody's dot, and the whole name as it is to be printed."""

    key: str
    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class _Name:
    lines: Sequence[Line]
    whole: bool
    box: Box


class DotNames:
    """The names of some dots of a radius (`dot`), with room for them within `bounds` and outside of what is `taken`."""

    def __init__(self, pen: Pen, dots: Sequence[Dot], dot: float, taken: Sequence[Box], bounds: Box) -> None:
        self._pen, self._dots, self._bounds = pen, dots, bounds
        self._room = dot * 1.3
        around = [(x - self._room, y - self._room, x + self._room, y + self._room) for _key, _name, x, y in dots]
        self._taken = [*taken, *around]
        self._by, self._names = self._largest()

    @property
    def missing(self) -> frozenset[str]:
        """Those whose whole name is not in the picture."""
        return frozenset(one.key for one in self._dots if one.key not in self._names or not self._names[one.key].whole)

    def draw(self) -> None:
        """Draw them; a name at the left of its dot ends there."""
        places = {one.key: one.x for one in self._dots}
        style = Look.DOT.value.scaled(self._by)
        for key, one in self._names.items():
            left, top, right, _bottom = one.box
            ends = right - 1 if right <= places[key] else None
            self._pen.lines(left + 1, top, one.lines, style, right=ends)

    # -- inside -------------------------------------------------------------------------------------------

    def _largest(self) -> tuple[float, Mapping[str, _Name]]:
        scale = self._pen.paper.scale
        smallest = _FROM_AFAR / Look.DOT.value.size if self._pen.paper.afar else 1.0
        least = self._placed(smallest)
        spared = self._lost(least) + int(2 * len(self._dots) * _SPARED)
        for by in _LARGER if len(self._dots) <= _FEW else ():
            larger = self._placed(by * scale) if by * scale > smallest else None
            if larger is not None and self._lost(larger) <= spared:
                return by * scale, larger
        return smallest, least

    def _lost(self, names: Mapping[str, _Name]) -> int:
        """How bad it is: a name that is cut is half as bad as none."""
        return 2 * len(self._dots) - sum(1 + one.whole for one in names.values())

    def _placed(self, by: float) -> Mapping[str, _Name]:
        """Whole names first; who finds no room gets a line that is cut, where that fits."""
        found = self._find(self._dots, self._taken, by, cut=False)
        left = [one for one in self._dots if one.key not in found]
        taken = [*self._taken, *(one.box for one in found.values())]
        return {**found, **self._find(left, taken, by, cut=True)}

    def _find(self, dots: Sequence[Dot], taken: Sequence[Box], by: float, *, cut: bool) -> dict[str, _Name]:
        fonts, style, width = self._pen.fonts, Look.DOT.value.scaled(by), _WIDTH * by
        set_names: dict[str, Sequence[Line]] = {}
        for one in dots:
            lines = break_lines(one.name, style, width, fonts)
            if cut:
                if len(lines) > 1:
                    set_names[one.key] = [shortened(one.name, style, width, fonts)]
            elif len(lines) <= _LINES:
                set_names[one.key] = self._evened(one.name, lines, by)
        wishes = [
            Wish(key, x, y, self._room - 2, max(line.width for line in lines) + 2, style.leading * len(lines))
            for key, _name, x, y in dots
            if (lines := set_names.get(key))
        ]
        boxes = place_labels(wishes, taken, self._bounds)
        return {key: _Name(set_names[key], not cut, box) for key, box in boxes.items()}

    def _evened(self, name: str, lines: Sequence[Line], by: float) -> Sequence[Line]:
        """The same number of lines, none much longer than the others."""
        style = Look.DOT.value.scaled(by)
        for share in _EVEN if len(lines) > 1 else ():
            narrower = break_lines(name, style, _WIDTH * by * share, self._pen.fonts)
            if len(narrower) == len(lines):
                return narrower
        return lines


def missing_names(pen: Pen, names: Sequence[str]) -> list[Para]:
    """The names that are not whole in a picture, for its foot."""
    counted = ngettext(
        "{count} name has no room in the picture. The list of partners has every name; a poster has room for more.",
        "{count} names have no room in the picture. The list of partners has every name; a poster has room for more.",
        len(names),
    )
    return names_or_count(pen, names, _("Names in full, or without room in the picture: {names}."), counted)


def names_or_count(pen: Pen, names: Sequence[str], listed: str, counted: str) -> list[Para]:
    """Names as a paragraph `listed`; where that would take the room of the picture, `counted`: how many they are."""
    if not names:
        return []
    para = Para(listed.format(names="; ".join(names)), Look.SMALL, Tone.INK)
    stack = set_paras((para,), pen.paper.measure, pen.paper.scale, pen.fonts)
    if stack.height <= pen.paper.height * _LISTED:
        return [para]
    return [Para(counted.format(count=len(names)), Look.SMALL, Tone.INK)]
