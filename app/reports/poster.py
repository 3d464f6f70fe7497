"""A poster: one picture parted over several sheets of paper that are put together. Geometry alone; nothing is drawn here.

Lengths are points (1/72 inch), measured from the top left of a sheet or of the whole picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from gettext import gettext as _

from app.model.labels import Box
from app.reports.paper import Paper

MM = 72 / 25.4
# Office printers leave up to 6.4 mm (a quarter of an inch) of a sheet bare; 8 mm is safe for all of them.
EDGE = 8 * MM
# Between the edge and the picture there is room for the marks, and at the foot for a line that says which sheet it is.
MARGIN, FOOT = 12 * MM, 20 * MM
# Enough to hold a line of glue or tape.
OVERLAP = 12 * MM
# How many sheets across and down, by the name of a size; turned where the picture is better off.
LAYOUTS: Mapping[str, tuple[int, int]] = {"2x2": (2, 2), "3x2": (3, 2), "3x3": (3, 3)}
# Within the sheets' own margins the picture needs less of one.
_INNER = 24.0
# Type grows a little less than the picture, which leaves it more room: nobody stands further away from a larger one.
_TYPE = 0.8
# What type may be larger or smaller by, so that a whole plan is on one poster and fills it.
_SIZES = (1.3, 1.15, 1.0, 0.85, 0.7, 0.6, 0.5)
# No smaller than on one sheet, which is read at arm's length.
_SMALLEST = 1.0


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet's part. `row`, `column` and `number` count from 1; `window` is the part of the whole picture on it."""

    row: int
    column: int
    number: int
    window: Box
    over_left: bool
    over_top: bool
    under_right: bool
    under_bottom: bool


@dataclass(frozen=True, slots=True)
class Poster:
    """`sheet` is the paper as it lies, upright or on its side; `type_share` makes type smaller than the picture's size asks."""

    sheet: Paper
    across: int
    down: int
    type_share: float = 1.0

    @property
    def count(self) -> int:
        """How many sheets it takes."""
        return self.across * self.down

    @property
    def tile_width(self) -> float:
        """The width of the picture's part on a sheet."""
        return self.sheet.width - 2 * MARGIN

    @property
    def tile_height(self) -> float:
        """The height of the picture's part on a sheet."""
        return self.sheet.height - MARGIN - FOOT

    @property
    def whole(self) -> Paper:
        """The picture as one large sheet, on which type is as much larger as it is itself."""
        width = self.across * self.tile_width - (self.across - 1) * OVERLAP
        height = self.down * self.tile_height - (self.down - 1) * OVERLAP
        short, long = sorted((self.sheet.width, self.sheet.height))
        larger = min(min(width, height) / short, max(width, height) / long)
        scale = self.sheet.scale * larger**_TYPE * self.type_share
        return replace(self.sheet, width=width, height=height, scale=scale, margin=_INNER, afar=True)

    def tiles(self) -> Iterator[Tile]:
        """The sheets in reading order. Neighbours share a strip `OVERLAP` wide; the later one lies on top."""
        for number in range(self.count):
            row, column = divmod(number, self.across)
            left, top = column * (self.tile_width - OVERLAP), row * (self.tile_height - OVERLAP)
            window = (left, top, left + self.tile_width, top + self.tile_height)
            last_row, last_column = row == self.down - 1, column == self.across - 1
            yield Tile(row + 1, column + 1, number + 1, window, column > 0, row > 0, not last_column, not last_row)

    def turned(self) -> Poster:
        """The same sheets on their other side: a wide poster becomes a high one."""
        sheet = replace(self.sheet, width=self.sheet.height, height=self.sheet.width)
        return replace(self, sheet=sheet, across=self.down, down=self.across)

    def sizes(self) -> Iterator[Poster]:
        """The same poster, as it is and turned, with ever smaller type, for what should all be on one."""
        for share in _SIZES:
            for one in (self, self.turned()):
                tried = replace(one, type_share=one.type_share * share)
                if share >= 1 or tried.whole.scale >= _SMALLEST:
                    yield tried


Sheet = Paper | Poster


def poster_for(paper: Paper, layout: tuple[int, int], proportion: float) -> Poster:
    """The poster of so many sheets on which a picture of a proportion (width to height) is largest, however they are turned."""
    first, second = layout
    sheets = (paper, paper.landscape())
    found = [Poster(sheet, *each) for sheet in sheets for each in ((first, second), (second, first))]
    return max(found, key=lambda one: min(one.whole.width / proportion, one.whole.height))


def sizes_of(paper: Sheet) -> Iterator[Sheet]:
    """A sheet as it is, or a poster turned both ways with ever smaller type."""
    if isinstance(paper, Poster):
        yield from paper.sizes()
    else:
        yield paper


def size_words(poster: Poster) -> str:
    """How large the finished poster is: "37 × 49 cm (15 × 19 inches)"."""
    whole, inch = poster.whole, 72.0
    across, down = round(whole.width / MM / 10), round(whole.height / MM / 10)
    return _("{width} × {height} cm ({wide} × {high} inches)").format(
        width=across, height=down, wide=round(whole.width / inch), high=round(whole.height / inch)
    )
