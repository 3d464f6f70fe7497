"""The grid on one sheet: interest from left to right, influence from below to above, with the same seats as on the screen.

It is what some people think of others, so it is for the office alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from app.model.grid import CAUTION, FIELDS, MARKS, seat_grid
from app.model.labels import Box
from app.model.partner import INVOLVED
from app.model.phrases import language
from app.model.schema import Audience
from app.model.trouble import Refused
from app.reports.arranging import arrange
from app.reports.content import CommunityContent
from app.reports.document import Para
from app.reports.dot_names import Dot, DotNames, missing_names, names_or_count
from app.reports.fonts import Fonts
from app.reports.lettering import Look, Tone
from app.reports.marks import draw_mark
from app.reports.pen import Pen
from app.reports.poster import Sheet
from app.reports.poster_pen import Facts, open_pen
from app.reports.report import Report
from app.reports.stack import Stack, set_paras
from app.reports.tags import Element, Role
from app.reports.watch import Watch, unwatched
from app.reports.words import long_day, made_for

_BESIDE, _ABOVE, _BELOW = 26.0, 18.0, 52.0


def grid_report(content: CommunityContent, paper: Sheet, fonts_folder: Path, watch: Watch = unwatched) -> Report:
    """The sheet or poster as a PDF. Raises Refused for all but the office, and OSError when a typeface file cannot be read."""
    if content.audience is not Audience.OFFICE:
        raise Refused(
            _("The grid shows what the office thinks of each partner. It can be printed for the office alone.")
        )
    name = content.community.name or _("Our community")
    title = _("Interest and influence: {name}").format(name=name)
    about = Facts(title, name, language(), content.made_on, made_for(content.audience))
    pen = open_pen(paper, Fonts(fonts_folder), about, watch)
    scale = pen.paper.scale
    facts = f"{name} · {long_day(content.made_on)} · {made_for(content.audience)}"
    tags = (pen.tree.add(Role.H1), pen.tree.add(Role.P))
    head = _set(pen, [Para(_("Interest and influence"), Look.CHAPTER), Para(facts, Look.SMALL)], tags)
    head.draw(pen, pen.paper.side, 40 * scale)
    top, end = 40 * scale + head.height + 12 * scale, pen.paper.height - 34 * scale
    sheet = _Sheet(pen, content)
    arrange(sheet, top, end, 8 * scale, lambda unnamed: _foot(pen, content, unnamed).height)
    sheet.draw()
    foot = _foot(pen, content, sheet.in_words(), pen.tree)
    foot.draw(pen, pen.paper.side, end - foot.height)
    pen.end_page()
    return Report(pen.finish(), pen.pages, pen.fonts.warnings())


def _foot(pen: Pen, content: CommunityContent, unnamed: tuple[str, ...], part: Element | None = None) -> Stack:
    """Who has no room or no judgement, the caution, and what the signs mean; `part` takes them in."""
    said = missing_names(pen, unnamed)
    waiting = sorted(one.name for one in content.shown.partners if one.interest is None or one.influence is None)
    counted = ngettext("{count} partner is not judged yet.", "{count} partners are not judged yet.", len(waiting))
    said += names_or_count(pen, waiting, _("Not judged yet: {names}."), counted)
    said.append(Para(_(CAUTION), Look.SMALL))
    said.append(Para(_("Round: person. Square: organisation. Six-sided: committee. Full: takes part."), Look.SMALL))
    if content.community.sample:
        said.append(Para(_("This is an invented sample. No place or person in it is real."), Look.SMALL, Tone.WARN))
    return _set(pen, said, [part.add(Role.P) for _one in said] if part else ())


class _Sheet:
    """The picture between two heights of the page."""

    def __init__(self, pen: Pen, content: CommunityContent) -> None:
        self._pen, self._scale = pen, pen.paper.scale
        self._partners = {one.id: one for one in content.shown.partners}
        self._grid = seat_grid(self._partners.values())
        self._box: Box = (0.0, 0.0, 0.0, 0.0)
        self._dot_names: DotNames | None = None

    def arrange(self, top: float, bottom: float) -> None:
        """Find the size, and room for the names."""
        paper, scale = self._pen.paper, self._scale
        top += _ABOVE * scale
        self._box = (
            paper.side + _BESIDE * scale,
            top,
            paper.width - paper.side,
            max(top + 60, bottom - _BELOW * scale),
        )
        self._place_names()

    def draw(self) -> None:
        """Draw it as it was arranged, as one figure whose text says where everybody is."""
        figure = self._pen.tree.add(Role.FIGURE, alt=self._words())
        figure.frame = self._pen.frame(self._box)
        with self._pen.drawing(figure):
            self._draw_ground()
            for key in self._grid.seats:
                partner, (x, y) = self._partners[key], self._at(key)
                takes_part = partner.involvement in INVOLVED - {"not-asked"}
                draw_mark(self._pen, partner.form, x, y, self._dot, filled=takes_part)
            if self._dot_names is not None:
                self._dot_names.draw()

    def in_words(self) -> tuple[str, ...]:
        """The partners whose whole name is not in the picture."""
        missing = self._dot_names.missing if self._dot_names is not None else frozenset[str]()
        return tuple(sorted(self._partners[key].name for key in missing))

    # -- inside -------------------------------------------------------------------------------------------

    def _words(self) -> str:
        placed = sorted((self._partners[key] for key in self._grid.seats), key=lambda one: one.name.casefold())
        form = _("{name}: interest {interest}, influence {influence}.")
        said = [form.format(name=one.name, interest=one.interest, influence=one.influence) for one in placed]
        return " ".join([_("Grid of interest and influence, from 1 to 5."), *said])

    @property
    def _dot(self) -> float:
        return 4.2 * self._scale

    def _at(self, key: str) -> tuple[float, float]:
        left, top, right, bottom = self._box
        seat = self._grid.seats[key]
        return left + seat.x / self._grid.size * (right - left), top + seat.y / self._grid.size * (bottom - top)

    def _draw_ground(self) -> None:
        pen, (left, top, right, bottom) = self._pen, self._box
        across, down = (right - left) / 2, (bottom - top) / 2
        for words, interested, little in FIELDS:
            x, y = left + across * interested, top + down * little
            pen.box(x + 1, y + 1, across - 2, down - 2, Tone.SOFT, radius=4)
            # Above and below the picture: within it a dot may sit anywhere.
            title = _set(pen, [Para(_(words), Look.CELL_STRONG, Tone.MUTED)])
            title.draw(pen, x + 2, bottom + 16 * self._scale if little else top - title.height - 3 * self._scale)
        for mark in range(MARKS):
            number = _set(pen, [Para(str(mark + 1), Look.SMALL)])
            step_x, step_y = (right - left) / MARKS, (bottom - top) / MARKS
            number.draw(pen, left + step_x * (mark + 0.5) - 3, bottom + 4 * self._scale)
            number.draw(pen, left - 12 * self._scale, bottom - step_y * (mark + 0.5) - 6 * self._scale)
        axes = _("Left to right: interest, little to much. Bottom to top: influence, little to much.")
        foot = _set(pen, [Para(axes, Look.SMALL)])
        foot.draw(pen, left, bottom + 31 * self._scale)

    def _place_names(self) -> None:
        fonts = self._pen.fonts
        dots = [Dot(key, fonts.readable(self._partners[key].name), *self._at(key)) for key in self._grid.seats]
        self._dot_names = DotNames(self._pen, dots, self._dot, (), self._box)


def _set(pen: Pen, paras: list[Para], tags: Sequence[Element] = ()) -> Stack:
    return set_paras(tuple(paras), pen.paper.measure, pen.paper.scale, pen.fonts, tags)
