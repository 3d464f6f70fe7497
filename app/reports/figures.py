"""Small drawings: the sign before a status, the bar of progress, the dashed circle of a gap, the ring on the cover."""

from __future__ import annotations

from app.reports.document import Segment, Sign
from app.reports.lettering import Tone
from app.reports.pen import Pen, part_angles

_SIGN_TONES = {
    Sign.EMPTY: Tone.MUTED,
    Sign.HALF: Tone.PRIMARY,
    Sign.PAUSE: Tone.MUTED,
    Sign.FULL: Tone.OK,
    Sign.CROSSED: Tone.MUTED,
    Sign.BOX: Tone.INK,
}


def draw_sign(pen: Pen, x: float, top: float, scale: float, sign: Sign) -> None:
    """A sign around a point: empty, half, two strokes, full with a tick, crossed out; or a box."""
    tone = _SIGN_TONES[sign]
    radius = 3.6 * scale
    if sign is Sign.BOX:
        left, right, above, below = x - radius, x + radius, top - radius, top + radius
        for ends in ((left, above, right, above), (left, below, right, below), (left, above, left, below),
                     (right, above, right, below)):  # fmt: skip
            pen.line(*ends, tone, 0.9 * scale)
        return
    pen.circle(x, top, radius, tone, filled=sign is Sign.FULL, width=0.9 * scale)
    small = radius * 0.45
    if sign is Sign.HALF:
        pen.half_disc(x, top, radius, tone)
    elif sign is Sign.PAUSE:
        for side in (-small * 0.8, small * 0.8):
            pen.line(x + side, top - small, x + side, top + small, tone, 0.9 * scale)
    elif sign is Sign.FULL:
        pen.line(x - small * 1.1, top, x - small * 0.2, top + small, Tone.PAPER, 0.9 * scale)
        pen.line(x - small * 0.2, top + small, x + small * 1.2, top - small, Tone.PAPER, 0.9 * scale)
    elif sign is Sign.CROSSED:
        pen.line(x - radius * 0.7, top + radius * 0.7, x + radius * 0.7, top - radius * 0.7, tone, 0.9 * scale)


def draw_bar(pen: Pen, x: float, top: float, width: float, scale: float, share: float) -> None:
    """A track of a width in points with its done part filled; `top` is the middle of the bar."""
    height = 6 * scale
    done = max(0.0, min(1.0, share))
    pen.box(x, top - height / 2, width, height, Tone.TRACK, radius=height / 2)
    if done:
        pen.box(x, top - height / 2, max(height, width * done), height, Tone.PRIMARY, radius=height / 2)


def draw_gap_sign(pen: Pen, x: float, top: float, scale: float, tone: Tone) -> None:
    """A small open circle around a point: nobody here yet."""
    pen.circle(x, top, 3.2 * scale, tone, filled=False, width=0.9 * scale)


def draw_ring(pen: Pen, x: float, top: float, radius: float, segments: tuple[Segment, ...]) -> None:
    """A ring around a point: filled where somebody stands for a group, dashed where nobody does."""
    for number, one in enumerate(segments):
        tone = Tone.PRIMARY if one.filled else Tone.WARN
        radii = (radius * 0.62, radius)
        pen.ring_part(x, top, radii, part_angles(number, len(segments)), tone, filled=one.filled)
