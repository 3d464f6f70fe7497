"""Pictures within the page itself, as vectors: the ring, the signs, the bar, the square code."""

from __future__ import annotations

from gettext import gettext as _
from math import cos, radians, sin

import segno

from app.reports.document import Bar, Cover, Segment, Sign
from app.reports.pen import part_angles
from app.reports.ring import ring_words
from app.reports.web.markup import said, words

_DECORATION = 'aria-hidden="true" focusable="false"'
_SIGNS = {
    Sign.EMPTY: '<circle cx="8" cy="8" r="6" class="open"/>',
    Sign.HALF: '<circle cx="8" cy="8" r="6" class="open"/><path d="M8 2a6 6 0 0 1 0 12z"/>',
    Sign.PAUSE: '<circle cx="8" cy="8" r="6" class="open"/><path d="M6 5v6M10 5v6" class="open"/>',
    Sign.FULL: '<circle cx="8" cy="8" r="6.6"/><path d="M5 8.2l2.2 2.4L11.2 6" class="tick"/>',
    Sign.BOX: '<path d="M2.5 2.5h11v11h-11z" class="open"/>',
    Sign.CROSSED: '<circle cx="8" cy="8" r="6" class="open"/><path d="M4 12L12 4" class="open"/>',
}
_OUTER, _INNER = 98.0, 61.0


def sign(drawn: Sign) -> str:
    """A small sign before a status; the words beside it say the same."""
    return f'<svg class="sign {drawn.value}" viewBox="0 0 16 16" {_DECORATION}>{_SIGNS[drawn]}</svg>'


def bar(drawn: Bar) -> str:
    """How far something is; the words beside it say the same."""
    done = round(max(0.0, min(1.0, drawn.share)) * 100, 1)
    filled = f'<rect class="done" width="{max(done, 6):g}" height="6" rx="3"/>' if done else ""
    track = '<rect class="track" width="100" height="6" rx="3"/>'
    return f'<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" {_DECORATION}>{track}{filled}</svg>'


def ring(cover: Cover) -> str:
    """The ring of the groups, with its sum in the middle; `ring_words` say the same."""
    parts = "".join(_part(number, len(cover.ring), one) for number, one in enumerate(cover.ring))
    name = said(_("Ring of the groups"))
    return (
        '<svg class="ring" viewBox="-100 -100 200 200" role="img" aria-labelledby="ring-title ring-words">'
        f'<title id="ring-title">{name}</title><desc id="ring-words">{words(ring_words(cover))}</desc>'
        f'{parts}<text y="13" text-anchor="middle" aria-hidden="true">{words(cover.ring_figure)}</text></svg>'
    )


def code(address: str) -> str:
    """A square code on white with the quiet edge that a phone's camera needs."""
    matrix = tuple(segno.make(address, error="l").matrix_iter(border=4))
    size = len(matrix)
    dark = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(matrix) for x, one in enumerate(row) if one)
    title = said(_("Square code with the address {address}").format(address=address))
    return (
        f'<svg class="code" viewBox="0 0 {size} {size}" role="img" aria-label="{title}" shape-rendering="crispEdges">'
        f'<rect width="{size}" height="{size}" fill="#fff"/><path d="{dark}" fill="#000"/></svg>'
    )


def _part(number: int, count: int, segment: Segment) -> str:
    start, end = part_angles(number, count)
    wide = int(end - start > 180)
    outer, inner = (_point(_OUTER, start), _point(_OUTER, end)), (_point(_INNER, end), _point(_INNER, start))
    path = f"M{outer[0]}A{_OUTER:g} {_OUTER:g} 0 {wide} 1 {outer[1]}L{inner[0]}A{_INNER:g} {_INNER:g} 0 {wide} 0 {inner[1]}z"
    return f'<path class="{"filled" if segment.filled else "empty"}" d="{path}"/>'


def _point(radius: float, turn: float) -> str:
    return f"{radius * sin(radians(turn)):.2f} {-radius * cos(radians(turn)):.2f}"
