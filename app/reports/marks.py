"""The sign of a partner on paper: a person round, an organisation square, a committee six-sided."""

from __future__ import annotations

from math import cos, radians, sin

from app.reports.lettering import Tone
from app.reports.pen import Pen

_TURNS = {"organisation": (45, 135, 225, 315), "committee": tuple(range(0, 360, 60))}


def draw_mark(pen: Pen, form: str, x: float, y: float, size: float, *, filled: bool) -> None:
    """Full in the primary colour, or hollow on paper; `size` is the radius in points."""
    width = 1.1 * pen.paper.scale
    for tone, full in ((Tone.PRIMARY, True),) if filled else ((Tone.PAPER, True), (Tone.PRIMARY, False)):
        turns = _TURNS.get(form)
        if turns is None:
            pen.circle(x, y, size, tone, filled=full, width=width)
            continue
        wide = size * (1.28 if form == "organisation" else 1.14)
        points = [(x + wide * sin(radians(one)), y - wide * cos(radians(one))) for one in turns]
        pen.polygon(points, tone, filled=full, width=width)
