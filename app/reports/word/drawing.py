"""Small pictures for Word, which takes no vectors that every other program reads as well: drawn large, shown small."""

from __future__ import annotations

import io
from itertools import pairwise
from math import cos, radians, sin

import segno
from PIL import Image, ImageDraw

from app.reports.document import Segment, Sign
from app.reports.lettering import Tone
from app.reports.pen import part_angles

_SIGN_TONES = {
    Sign.EMPTY: Tone.MUTED,
    Sign.HALF: Tone.PRIMARY,
    Sign.PAUSE: Tone.MUTED,
    Sign.FULL: Tone.OK,
    Sign.CROSSED: Tone.MUTED,
    Sign.BOX: Tone.INK,
}
# Pictures are drawn so many times larger than they are kept, for smooth edges.
_FINE = 4
# Dots between points of an outline, and points to a dash.
_APART, _DASH = 8, 5
_Point = tuple[float, float]


def ring_png(segments: tuple[Segment, ...], size: int = 900) -> bytes:
    """The ring of the groups: filled where somebody stands for a group, dashed where nobody does."""
    whole = size * 2
    picture = Image.new("RGB", (whole, whole), Tone.PAPER.value)
    draw = ImageDraw.Draw(picture)
    for number, one in enumerate(segments):
        edge = _ring_part(whole / 2, whole / 2 - 8, part_angles(number, len(segments)))
        if one.filled:
            draw.polygon(edge, fill=Tone.PRIMARY.value)
            continue
        for at in range(0, len(edge), 2 * _DASH):
            draw.line(edge[at : at + _DASH + 1], fill=Tone.WARN.value, width=whole // 130)
    return _png(picture, (size, size))


def sign_png(sign: Sign) -> bytes:
    """The sign before a status."""
    side = 48 * _FINE
    middle, reach, width = side / 2, side * 0.4, side // 10
    tone = _SIGN_TONES[sign].value
    picture = Image.new("RGB", (side, side), Tone.PAPER.value)
    draw = ImageDraw.Draw(picture)
    edge = (middle - reach, middle - reach, middle + reach, middle + reach)
    if sign is Sign.BOX:
        draw.rectangle(edge, outline=tone, width=width)
        return _png(picture, (48, 48))
    draw.ellipse(edge, outline=tone, width=width, fill=tone if sign is Sign.FULL else None)
    small = reach * 0.45
    if sign is Sign.HALF:
        draw.pieslice(edge, -90, 90, fill=tone)
    elif sign is Sign.PAUSE:
        for aside in (-small * 0.8, small * 0.8):
            draw.line((middle + aside, middle - small, middle + aside, middle + small), fill=tone, width=width)
    elif sign is Sign.FULL:
        tick = [
            (middle - small * 1.1, middle),
            (middle - small * 0.2, middle + small),
            (middle + small * 1.2, middle - small),
        ]
        draw.line(tick, fill=Tone.PAPER.value, width=width, joint="curve")
    elif sign is Sign.CROSSED:
        draw.line((middle - reach * 0.7, middle + reach * 0.7, middle + reach * 0.7, middle - reach * 0.7), tone, width)
    return _png(picture, (48, 48))


def bar_png(share: float) -> bytes:
    """A track with its done part filled, sixteen times as long as high."""
    height = 24 * _FINE
    width = height * 16
    picture = Image.new("RGB", (width, height), Tone.PAPER.value)
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, width - 1, height - 1), height / 2, fill=Tone.TRACK.value)
    done = max(0.0, min(1.0, share))
    if done:
        draw.rounded_rectangle((0, 0, max(height, width * done) - 1, height - 1), height / 2, fill=Tone.PRIMARY.value)
    return _png(picture, (24 * 16, 24))


def code_png(address: str) -> bytes:
    """The address as a square code, with the white edge that a phone's camera needs."""
    out = io.BytesIO()
    segno.make(address, error="l").save(out, kind="png", scale=8, border=4)
    return out.getvalue()


def _ring_part(middle: float, radius: float, turns: tuple[float, float]) -> list[_Point]:
    """The outline of a part as points a little apart from each other all the way round, closed."""
    start, end = turns
    corners = ((radius, start), (radius, end), (radius * 0.62, end), (radius * 0.62, start), (radius, start))
    found: list[_Point] = []
    for (reach, turn), (next_reach, next_turn) in pairwise(corners):
        length = abs(next_reach - reach) + radians(abs(next_turn - turn)) * reach
        steps = max(1, round(length / _APART))
        for at in range(steps + 1):
            part = at / steps
            far, angle = reach + (next_reach - reach) * part, radians(turn + (next_turn - turn) * part)
            found.append((middle + far * sin(angle), middle - far * cos(angle)))
    return found


def _png(picture: Image.Image, size: tuple[int, int]) -> bytes:
    """Few colours are enough for flat pictures, and keep the file small."""
    out = io.BytesIO()
    small = picture.resize(size, Image.Resampling.LANCZOS)
    small.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()
