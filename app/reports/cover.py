"""The first page: whose report it is, for whom and when it was made, what is in it, and the ring of the groups."""

from __future__ import annotations

from collections.abc import Sequence

from app.reports.contents import ContentsEntry, draw_entry
from app.reports.document import Cover, Para
from app.reports.figures import draw_ring
from app.reports.lettering import Look, Tone
from app.reports.pen import Pen
from app.reports.ring import ring_words
from app.reports.stack import Stack, set_paras
from app.reports.tags import Element, Role

# Longer names are set smaller, so that the longest that may be entered still leaves room for the rest.
_LONG, _LONGEST = 48, 110
_LEAST_RADIUS = 100
_LOGO_TOP = 34


def draw_cover(pen: Pen, part: Element, cover: Cover, contents: Sequence[ContentsEntry]) -> None:
    """The name at the top, contents and facts at the bottom left, the ring at the bottom right; `part` takes them in."""
    paper, scale = pen.paper, pen.paper.scale
    pen.box(0, 0, paper.width, 10 * scale, Tone.PRIMARY)
    _draw_logo(pen, part, cover)
    top = 92 * scale
    for stack, gap in _title_stacks(pen, part, cover):
        stack.draw(pen, paper.side, top)
        top += stack.height + gap * scale
    _draw_left(pen, part, cover, contents, paper.measure * 0.44)
    radius = min(118 * scale, paper.measure * 0.24, (paper.bottom - top - 40 * scale) / 2)
    if radius >= _LEAST_RADIUS * scale:
        middle = paper.bottom - radius - 14 * scale
        _draw_ring(pen, part, cover, paper.width - paper.side - radius, middle, radius)


def _draw_logo(pen: Pen, part: Element, cover: Cover) -> None:
    """At the top right, in the white above the name."""
    if cover.logo is None:
        return
    paper, scale = pen.paper, pen.paper.scale
    width, height = cover.logo_size(scale)
    left, top = paper.width - paper.side - width, _LOGO_TOP * scale
    figure = part.add(Role.FIGURE, alt=cover.logo_words)
    figure.frame = pen.frame((left, top, left + width, top + height))
    with pen.drawing(figure):
        pen.picture(cover.logo.png, left, top, width, height)


def _title_stacks(pen: Pen, part: Element, cover: Cover) -> list[tuple[Stack, float]]:
    said = (
        (Para(cover.kicker, Look.KICKER), Role.P, 14),
        (Para(cover.title, _by_length(cover.title, Look.TITLE, Look.TITLE_LONG, Look.TITLE_LONGEST)), Role.H1, 12),
        (Para(cover.nations, _by_length(cover.nations, Look.NATIONS, Look.NATIONS, Look.BODY)), Role.P, 4),
        (Para(cover.place, _by_length(cover.place, Look.PLACE, Look.PLACE, Look.BODY)), Role.P, 0),
    )
    return [(_set(pen, para, pen.paper.measure, part.add(role)), gap) for para, role, gap in said if para.text]


def _by_length(text: str, usual: Look, long: Look, longest: Look) -> Look:
    if len(text) <= _LONG:
        return usual
    return long if len(text) <= _LONGEST else longest


def _draw_left(pen: Pen, part: Element, cover: Cover, contents: Sequence[ContentsEntry], width: float) -> None:
    """Built up from the foot of the page: contents last, above them the facts, above them the note on a sample."""
    paper, scale = pen.paper, pen.paper.scale
    foot = paper.bottom - _contents_height(pen, contents)
    warning = Para(cover.sample, Look.CELL_STRONG, Tone.WARN)
    sample = _set(pen, warning, width - 24 * scale, part.add(Role.P))
    facts = [_set(pen, Para(one, Look.BODY), width, part.add(Role.P)) for one in cover.facts]
    top = foot - 26 * scale - sum(one.height for one in facts)
    if cover.sample:
        height = sample.height + 16 * scale
        _draw_sample(pen, sample, top - height - 18 * scale, width, height)
    for stack in facts:
        stack.draw(pen, paper.side, top)
        top += stack.height
    _draw_contents(pen, part, cover, contents, foot, width)


def _draw_sample(pen: Pen, stack: Stack, top: float, width: float, height: float) -> None:
    left, scale = pen.paper.side, pen.paper.scale
    pen.box(left, top, width, height, Tone.WARN_SOFT)
    pen.box(left, top, 3 * scale, height, Tone.WARN)
    stack.draw(pen, left + 14 * scale, top + 8 * scale)


def _contents_height(pen: Pen, contents: Sequence[ContentsEntry]) -> float:
    return (len(contents) * 20 + 24) * pen.paper.scale


def _draw_contents(
    pen: Pen, part: Element, cover: Cover, contents: Sequence[ContentsEntry], top: float, width: float
) -> None:
    left, scale = pen.paper.side, pen.paper.scale
    _set(pen, Para(cover.contents_title, Look.COLUMN), width, part.add(Role.P)).draw(pen, left, top)
    listed = part.add(Role.TOC)
    top += 19 * scale
    for entry in contents:
        link = listed.add(Role.TOCI).add(Role.REFERENCE).add(Role.LINK)
        draw_entry(pen, link, entry, (left, top), width)
        top += 20 * scale


def _draw_ring(pen: Pen, part: Element, cover: Cover, x: float, top: float, radius: float) -> None:
    ring = part.add(Role.FIGURE, alt=ring_words(cover))
    ring.frame = pen.frame((x - radius, top - radius, x + radius, top + radius))
    figure = _set(pen, Para(cover.ring_figure, Look.FIGURE), radius)
    caption = _set(pen, Para(cover.ring_caption, Look.CAPTION), radius * 0.95)
    down = top - (figure.height + caption.height) / 2
    with pen.drawing(ring):
        draw_ring(pen, x, top, radius, cover.ring)
        for stack in (figure, caption):
            for one in stack.lines:
                pen.lines(x - one.line.width / 2, down, [one.line], one.style)
                down += one.style.leading


def _set(pen: Pen, para: Para, width: float, tag: Element | None = None) -> Stack:
    return set_paras((para,), width, pen.paper.scale, pen.fonts, (tag,))
