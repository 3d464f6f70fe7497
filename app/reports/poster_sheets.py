"""The pages of a poster: how to put it together, then each sheet with its part of the picture and the marks around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from app.model.labels import Box
from app.reports.document import Para
from app.reports.lettering import Look, Tone
from app.reports.lines import shortened
from app.reports.pen import Pen
from app.reports.poster import MARGIN, MM, OVERLAP, Poster, Tile
from app.reports.poster_guide import draw_guide
from app.reports.stack import style_of
from app.reports.tags import Role

_TICK, _THIN = 3 * MM, 0.5
_MAP_HIGH = 20.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished drawing: its key for `Pen.put_picture`, and all that it says, in words."""

    key: str
    words: str


def draw_poster(pen: Pen, poster: Poster, pictures: Sequence[Picture], title: str, readers: str) -> None:
    """Draw all pages. `readers` are the words for whom it is; every loose sheet says them, and to what it belongs."""
    for number, picture in enumerate(pictures, 1):
        which = _("poster {number} of {count}").format(number=number, count=len(pictures))
        facts = [title, *([which] if len(pictures) > 1 else []), readers]
        belongs = " · ".join(one for one in facts if one)
        draw_guide(pen, poster, picture.key, picture.words, belongs, first=number == 1)
        pen.end_page()
        for tile in poster.tiles():
            _draw_sheet(pen, poster, tile, picture.key, belongs)
            pen.end_page()


def _draw_sheet(pen: Pen, poster: Poster, tile: Tile, key: str, belongs: str) -> None:
    place = (MARGIN, MARGIN, MARGIN + poster.tile_width, MARGIN + poster.tile_height)
    said = _("Part {number} of {count} of the picture “{title}”: row {row}, place {column} from the left.")
    words = said.format(number=tile.number, count=poster.count, title=belongs, row=tile.row, column=tile.column)
    figure = pen.tree.add(Role.FIGURE, alt=words)
    figure.frame = pen.frame(place)
    with pen.drawing(figure):
        pen.put_picture(key, tile.window, place)
    _draw_corners(pen, place)
    _draw_cuts(pen, tile, place)
    _draw_arrows(pen, tile, place)
    _draw_caption(pen, poster, tile, place, belongs)


def _draw_corners(pen: Pen, place: Box) -> None:
    """Short lines outside of the picture's corners: where the outer edge may be cut."""
    left, top, right, bottom = place
    gap = 0.6 * MM
    for x, away in ((left, -1), (right, 1)):
        for y, off in ((top, -1), (bottom, 1)):
            pen.line(x + away * gap, y, x + away * _TICK, y, Tone.MUTED, _THIN)
            pen.line(x, y + off * gap, x, y + off * _TICK, Tone.MUTED, _THIN)


def _draw_cuts(pen: Pen, tile: Tile, place: Box) -> None:
    """A dashed line with scissors along each edge that will lie on another sheet."""
    left, top, right, bottom = place
    if tile.over_left:
        pen.line(left, top - _TICK, left, bottom + _TICK, Tone.INK, 0.7, dashed=True)
        _draw_scissors(pen, left, top - _TICK, down=True)
    if tile.over_top:
        pen.line(left - _TICK, top, right + _TICK, top, Tone.INK, 0.7, dashed=True)
        _draw_scissors(pen, right + _TICK, top, down=False)


def _draw_scissors(pen: Pen, x: float, top: float, *, down: bool) -> None:
    """Open scissors that look down a line, or along it to the left."""
    reach, half, ring = 2.6 * MM, 0.75 * MM, 0.65 * MM

    def at(along: float, aside: float) -> tuple[float, float]:
        return (x + aside, top + along) if down else (x - along, top + aside)

    for side in (-1, 1):
        pen.line(*at(0.4 * MM, side * half), *at(reach, -side * half), Tone.INK, 0.8)
        pen.circle(*at(0, side * half), ring, Tone.INK, filled=False, width=0.8)


def _draw_arrows(pen: Pen, tile: Tile, place: Box) -> None:
    """Arrows in the margins, at the line on which the next sheet's cut edge comes to lie."""
    left, top, right, bottom = place
    gap, high, half = 0.7 * MM, 2.6 * MM, 1.3 * MM
    if tile.under_right:
        x = right - OVERLAP
        for y, off in ((top - gap, -1), (bottom + gap, 1)):
            pen.polygon(((x, y), (x - half, y + off * high), (x + half, y + off * high)), Tone.INK, filled=True)
    if tile.under_bottom:
        y = bottom - OVERLAP
        for x, away in ((left - gap, -1), (right + gap, 1)):
            pen.polygon(((x, y), (x + away * high, y - half), (x + away * high, y + half)), Tone.INK, filled=True)


def _draw_caption(pen: Pen, poster: Poster, tile: Tile, place: Box, belongs: str) -> None:
    """Which sheet it is, with a small map of where it belongs, and what is to be done with its edges."""
    left, _top, right, bottom = place
    top = bottom + 2.4 * MM
    across = _draw_map(pen, poster, tile, left, top) + 3 * MM
    name = _("Row {row}, sheet {number} of {count}").format(row=tile.row, number=tile.number, count=poster.count)
    said = ((f"{name} · {belongs}", Look.CELL_NOTE, Tone.INK), (_edges(tile), Look.CELL_NOTE, None))
    room = right - OVERLAP - 2 * MM - left - across
    for words, look, tone in said:
        style = style_of(Para("", look, tone), 1.0)
        line = shortened(pen.fonts.readable(words), style, room, pen.fonts)
        pen.lines(left + across, top - 1, [line], style, tag=pen.tree.add(Role.P))
        top += style.leading


def _edges(tile: Tile) -> str:
    said: list[str] = []
    if tile.over_left or tile.over_top:
        said.append(_("Cut along the dashes."))
    if tile.under_right or tile.under_bottom:
        said.append(_("Glue beyond the arrows."))
    return " ".join(said)


def _draw_map(pen: Pen, poster: Poster, tile: Tile, left: float, top: float) -> float:
    """All sheets as small boxes, this one filled; answers with its width."""
    high = _MAP_HIGH / poster.down
    wide = high * poster.sheet.width / poster.sheet.height
    for each in poster.tiles():
        x, y = left + (each.column - 1) * wide, top + (each.row - 1) * high
        corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))
        if each.number == tile.number:
            pen.polygon(corners, Tone.INK, filled=True)
        pen.polygon(corners, Tone.MUTED, filled=False, width=0.6)
    return wide * poster.across
