"""The circle on one sheet, with the same seats as on the screen: for the wall, the table, or a funder's folder.

It shows how involved each partner is, so it is for the committee or the office, never for anyone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import gettext as _
from math import cos, radians, sin
from pathlib import Path

from app.model.circle import DOT, RINGS, Circle, Seat, point, seat_partners
from app.model.labels import Box, touch
from app.model.partner import INVOLVEMENT, Partner
from app.model.phrases import language
from app.model.schema import Audience, Choice
from app.model.trouble import Refused
from app.reports.arranging import arrange
from app.reports.content import CommunityContent
from app.reports.document import Para
from app.reports.dot_names import Dot, DotNames, missing_names
from app.reports.fonts import Fonts
from app.reports.lettering import Look, Tone
from app.reports.lines import shortened
from app.reports.marks import draw_mark
from app.reports.pen import Pen
from app.reports.poster import Sheet
from app.reports.poster_pen import Facts, open_pen
from app.reports.report import Report
from app.reports.stack import Stack, set_paras
from app.reports.tags import Element, Role
from app.reports.watch import Watch, unwatched
from app.reports.words import left_out, long_day, made_for

FILLED_RINGS = 2
RINGS_IN_WORDS = {one.key: one.label for one in INVOLVEMENT}
_NAME_WIDTH = 84.0
_GAP = 7.0
_LEAN = 2.5


def circle_report(content: CommunityContent, paper: Sheet, fonts_folder: Path, watch: Watch = unwatched) -> Report:
    """The sheet or poster as a PDF. Raises Refused for the public, and OSError when a typeface file cannot be read."""
    if content.audience is Audience.PUBLIC:
        raise Refused(
            _("The circle shows how involved each partner is. It can be printed for the office or the committee.")
        )
    name = content.community.name or _("Our community")
    title = _("Who is in the circle: {name}").format(name=name)
    facts = Facts(title, name, language(), content.made_on, made_for(content.audience))
    pen = open_pen(paper, Fonts(fonts_folder), facts, watch)
    top = _draw_head(pen, content, name)
    scale = pen.paper.scale
    sheet, end = _Sheet(pen, content), pen.paper.height - 34 * scale
    arrange(sheet, top, end, 14 * scale, lambda unnamed: _foot(pen, content, unnamed).height)
    sheet.draw()
    foot = _foot(pen, content, sheet.in_words(), pen.tree)
    foot.draw(pen, pen.paper.side, end - foot.height)
    pen.end_page()
    return Report(pen.finish(), pen.pages, pen.fonts.warnings())


def _draw_head(pen: Pen, content: CommunityContent, name: str) -> float:
    paper, scale = pen.paper, pen.paper.scale
    facts = f"{name} · {long_day(content.made_on)} · {made_for(content.audience)}"
    tags = (pen.tree.add(Role.H1), pen.tree.add(Role.P))
    said = [Para(_("Who is in the circle?"), Look.CHAPTER), Para(facts, Look.SMALL)]
    stack = _set(pen, said, paper.measure, tags)
    stack.draw(pen, paper.side, 40 * scale)
    return 40 * scale + stack.height + 8 * scale


def _foot(pen: Pen, content: CommunityContent, unnamed: tuple[str, ...], part: Element | None = None) -> Stack:
    """Gaps in words, those whose names found no room, who is left out, and what the signs mean; `part` takes them in."""
    shapes = _(
        "Round: person. Square: organisation. Six-sided: committee. Full: active or committed. "
        "Rings from the middle: active, committed, interested, asked, not yet asked."
    )
    said = [*missing_names(pen, unnamed), Para(shapes, Look.SMALL)]
    if content.shown.left_out:
        said.append(Para(left_out(content.shown.left_out, content.audience), Look.SMALL))
    if content.community.sample:
        said.append(Para(_("This is an invented sample. No place or person in it is real."), Look.SMALL, Tone.WARN))
    return _set(pen, said, pen.paper.measure, [part.add(Role.P) for _one in said] if part else ())


class _Sheet:
    """The picture between two heights of the page."""

    def __init__(self, pen: Pen, content: CommunityContent) -> None:
        self._pen, self._content = pen, content
        self._scale = pen.paper.scale
        self._partners = {one.id: one for one in content.shown.partners}
        self._groups = content.groups.wedges(one for one in self._partners.values() if one.involvement in RINGS)
        self.circle: Circle = seat_partners(self._groups, self._partners.values())
        self._names = [self._group_name(place) for place in range(len(self._groups))]
        self._x = self._y = self._unit = 0.0
        self._dot_names: DotNames | None = None

    def arrange(self, top: float, bottom: float) -> None:
        """Find the largest size at which it fits with the names of its groups, and room for those of its people."""
        paper = self._pen.paper
        self._x, self._y = paper.width / 2, (top + bottom) / 2
        bounds = (paper.side / 2, top, paper.width - paper.side / 2, bottom)
        self._unit = _largest(lambda unit: self._fits(unit, bounds), (bottom - top) / self.circle.radius)
        fonts, seats = self._pen.fonts, sorted(self.circle.seats.items(), key=lambda one: (one[1].ring, one[0]))
        dots = [Dot(key, fonts.readable(self._partners[key].name), *self._at(seat.x, seat.y)) for key, seat in seats]
        core = self.circle.rings[0].inner * self._unit * 0.8
        middle = (self._x - core, self._y - core, self._x + core, self._y + core)
        self._dot_names = DotNames(self._pen, dots, self._dot, [*self._group_boxes(), middle], bounds)

    def _fits(self, unit: float, bounds: Box) -> bool:
        self._unit = unit
        left, top, right, bottom = bounds
        return all(
            box[0] >= left and box[1] >= top and box[2] <= right and box[3] <= bottom for box in self._group_boxes()
        )

    def draw(self) -> None:
        """Draw it as it was arranged, as one figure whose text says who sits where."""
        figure = self._pen.tree.add(Role.FIGURE, alt=circle_words(self._content, self._groups, self.circle))
        radius = self.circle.radius * self._unit
        figure.frame = self._pen.frame((self._x - radius, self._y - radius, self._x + radius, self._y + radius))
        with self._pen.drawing(figure):
            self._draw_ground()
            for key, seat in self.circle.seats.items():
                self._draw_dot(self._partners[key], seat)
            self._draw_group_names()
            if self._dot_names is not None:
                self._dot_names.draw()

    def in_words(self) -> tuple[str, ...]:
        """The partners whose whole name is not in the picture."""
        missing = self._dot_names.missing if self._dot_names is not None else frozenset[str]()
        return tuple(sorted(self._partners[key].name for key in missing))

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._x + x * self._unit, self._y + y * self._unit

    def _draw_ground(self) -> None:
        pen, circle, unit = self._pen, self.circle, self._unit
        inner, outer = circle.rings[0].inner * unit, circle.radius * unit
        for place, wedge in enumerate(circle.wedges):
            empty = place in circle.empty
            tone = Tone.WARN if empty else Tone.SOFT
            pen.ring_part(self._x, self._y, (inner, outer), (wedge.start, wedge.end), tone, filled=not empty)
        for ring in circle.rings:
            pen.circle(self._x, self._y, ring.inner * unit, Tone.PAPER, filled=False, width=1.1 * self._scale)
        for wedge in circle.wedges:
            across, down = sin(radians(wedge.start)), -cos(radians(wedge.start))
            start, end = (
                (self._x + across * inner, self._y + down * inner),
                (self._x + across * outer, self._y + down * outer),
            )
            pen.line(*start, *end, Tone.PAPER, 1.4 * self._scale)
        pen.circle(self._x, self._y, inner - 3 * self._scale, Tone.PRIMARY, filled=True)
        self._draw_core(inner)

    def _draw_core(self, inner: float) -> None:
        """How many groups have somebody, as large as the middle allows."""
        everything = sum(bool(one.key) for one in self.circle.wedges)
        words = _("{count} of {all}").format(count=everything - len(self.circle.empty), all=everything)
        said = ((words, Look.CELL_STRONG.value), (_("groups"), Look.DOT.value))
        lines = [(shortened(text, style, 999, self._pen.fonts), style) for text, style in said]
        by = min(inner * 1.4 / max(line.width for line, _style in lines), 1.3 * self._scale)
        top = self._y - sum(style.leading for _line, style in lines) * by / 2
        for text, style in said:
            larger = style.scaled(by).toned(Tone.PAPER)
            line = shortened(text, larger, 999, self._pen.fonts)
            self._pen.lines(self._x - line.width / 2, top, [line], larger)
            top += larger.leading

    def _draw_dot(self, partner: Partner, seat: Seat) -> None:
        x, y = self._at(seat.x, seat.y)
        draw_mark(self._pen, partner.form, x, y, self._dot, filled=seat.ring < FILLED_RINGS)

    @property
    def _dot(self) -> float:
        return max(2.4, min(5.5 * self._scale, DOT * self._unit * 0.9))

    # -- names ------------------------------------------------------------------------------------------------

    def _group_name(self, place: int) -> Stack:
        empty = place in self.circle.empty
        missing = _("no one yet") if self._content.complete else _("no one shown here")
        said = [Para(self._groups[place].label, Look.CELL_STRONG, Tone.WARN if empty else Tone.INK)]
        return _set(
            self._pen, [*said, *([Para(missing, Look.DOT, Tone.WARN)] if empty else [])], _NAME_WIDTH * self._scale
        )

    def _group_boxes(self) -> list[Box]:
        """The corner or side of a name that is nearest to the circle lies on its wedge's own ray, further out if need be."""
        rays = [point(wedge.middle, 1.0) for wedge in self.circle.wedges]
        found: dict[int, Box] = {}
        # Those at the sides are put first: above and below there is room to move away from them.
        for place in sorted(range(len(rays)), key=lambda one: abs(rays[one][1])):
            away, step = self.circle.radius * self._unit + _GAP * self._scale, 2 * self._scale
            box = self._group_box(place, rays[place], away)
            while any(touch(box, one) for one in found.values()):
                away += step
                box = self._group_box(place, rays[place], away)
            found[place] = box
        return [found[place] for place in range(len(rays))]

    def _group_box(self, place: int, ray: tuple[float, float], away: float) -> Box:
        stack, (across, down) = self._names[place], ray
        width = _width(stack)
        # A name near the top or the bottom leans to its own side as well, so that two in the middle do not meet.
        lean = max(-1.0, min(1.0, across * _LEAN))
        left = self._x + across * away - width * (1 - lean) / 2
        top = self._y + down * away - stack.height * (1 - down) / 2
        return left, top, left + width, top + stack.height

    def _draw_group_names(self) -> None:
        for wedge, stack, (left, top, right, _bottom) in zip(
            self.circle.wedges, self._names, self._group_boxes(), strict=True
        ):
            across = sin(radians(wedge.middle))
            for one in stack.lines:
                # At the left of the circle the lines end at it, at its right they begin there.
                free = right - left - one.line.width
                x = left + (free if across < -0.3 else 0.0 if across > 0.3 else free / 2)
                self._pen.lines(x, top, [one.line], one.style)
                top += one.style.leading


def circle_words(content: CommunityContent, groups: Sequence[Choice], circle: Circle) -> str:
    """What the picture says, in words: each group with its people and how involved they are."""
    partners = {one.id: one for one in content.shown.partners}
    missing = _("no one yet") if content.complete else _("no one shown here")
    said = [_("Circle of the groups.")]
    for place, group in enumerate(groups):
        seated = [(partners[key], seat.ring) for key, seat in circle.seats.items() if seat.wedge == place]
        ordered = sorted(seated, key=lambda one: (one[1], one[0].name.casefold()))
        names = [f"{one.name} ({_(RINGS_IN_WORDS[one.involvement])})" for one, _ring in ordered]
        said.append(_("{group}: {names}.").format(group=group.label, names=", ".join(names) or missing))
    return " ".join(said)


def _largest(fits: Callable[[float], bool], upper: float) -> float:
    """The largest number up to `upper` that fits, by halving; what fits at one size fits at all smaller ones."""
    lower = 0.0
    for _halved in range(20):
        middle = (lower + upper) / 2
        lower, upper = (middle, upper) if fits(middle) else (lower, middle)
    return lower


def _set(pen: Pen, paras: list[Para], width: float, tags: Sequence[Element] = ()) -> Stack:
    return set_paras(tuple(paras), width, pen.paper.scale, pen.fonts, tags)


def _width(stack: Stack) -> float:
    return max((one.line.width for one in stack.lines), default=0.0)
