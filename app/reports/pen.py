"""The one place that speaks to the PDF writer: letters, lines, shapes, links and bookmarks, measured from the top left."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from math import ceil, cos, floor, radians, sin
from typing import Any, cast

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas as writer

from app.model.labels import Box
from app.reports.fonts import Cut, Fonts
from app.reports.form_fields import FormFields
from app.reports.lettering import Style, Tone
from app.reports.line import Line, Run
from app.reports.paper import Paper
from app.reports.tag_marks import TagMarks, utf16
from app.reports.tags import Element, new_tree
from app.reports.watch import Watch, unwatched

PROGRAM = "Groundwork"
# Plain bytes: the writer's other form is for mail systems of the last century, a quarter larger and slow to make.
cast("Any", rl_config).useA85 = 0
_HATCH = 7.0
_COLOURS: Mapping[Tone, Any] = {tone: cast("Any", colors).HexColor(tone.value) for tone in Tone}


class Pen:
    """Draws on the pages of one PDF, one after the other. The same drawing gives the same bytes.

    `tree` says what is drawn; what belongs to none of its elements is decoration. `pages` is how many have ended.
    """

    def __init__(
        self,
        paper: Paper,
        fonts: Fonts,
        *,
        title: str,
        author: str,
        language: str,
        made_on: date,
        tree: Element | None = None,
        watch: Watch = unwatched,
    ) -> None:
        """`watch` is asked at everything that is drawn whether more is wanted, and told of pages where they are expected."""
        self._watch, self._expected = watch, 0
        self.paper = paper
        self.fonts = fonts
        self.tree = new_tree() if tree is None else tree
        self._title, self._author = title, author
        self.pages = 0
        self._pictures: dict[str, float] = {}
        self._depth = -1
        self._within: Element | str | None = None
        self._out = BytesIO()
        self._canvas: Any = cast("Any", writer).Canvas(
            self._out,
            pagesize=(paper.width, paper.height),
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.name(Cut.REGULAR),
            pdfVersion=(1, 7),
            lang=language,
        )
        stamp = f"D:{made_on:%Y%m%d}000000Z"
        self._canvas.setDateFormatter(_always(stamp))
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject("")
        self._canvas.setCreator(PROGRAM)
        self._canvas.setProducer(PROGRAM)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._marks = TagMarks(self._canvas, self.tree)
        self._form = FormFields(self._canvas, self._marks, fonts.folder)

    def expect(self, pages: int) -> None:
        """Say how many pages will be drawn, for whoever waits for them."""
        self._expected = pages
        self._watch(self.pages, pages)

    @contextmanager
    def drawing(self, whose: Element | str) -> Generator[None, None, None]:
        """All that is drawn within belongs to this element, such as a figure, or is decoration of a sort (`tag_marks`)."""
        before, self._within = self._within, whose
        try:
            yield
        finally:
            self._within = before

    def lines(
        self,
        x: float,
        top: float,
        lines: Sequence[Line],
        style: Style,
        *,
        right: float | None = None,
        tag: Element | None = None,
    ) -> None:
        """Lines of text under each other from `top`; with `right`, they end there instead of beginning at `x`.

        `tag` is the element that they belong to.
        """
        self._draws(tag)
        baseline = self.paper.height - top - style.baseline
        text = self._canvas.beginText()
        text.setFont(self.fonts.name(style.cut), style.size)
        text.setFillColor(_COLOURS[style.tone])
        for number, line in enumerate(lines):
            start = x if right is None else right - line.width
            text.setTextOrigin(start, baseline - number * style.leading)
            for run in line.runs:
                if run.font:
                    self._write_in(text, run, style)
                else:
                    _write(text, run)
        self._canvas.drawText(text)

    def box(self, x: float, top: float, width: float, height: float, tone: Tone, *, radius: float = 0.0) -> None:
        """A filled rectangle, perhaps with round corners."""
        self._draws()
        self._canvas.setFillColor(_COLOURS[tone])
        bottom = self.paper.height - top - height
        if radius:
            self._canvas.roundRect(x, bottom, width, height, min(radius, width / 2, height / 2), stroke=0, fill=1)
        else:
            self._canvas.rect(x, bottom, width, height, stroke=0, fill=1)

    def picture(self, png: bytes, x: float, top: float, width: float, height: float) -> None:
        """A picture that has been looked through (`model/logo.py`)."""
        self._draws()
        image = ImageReader(BytesIO(png))
        self._canvas.drawImage(image, x, self.paper.height - top - height, width, height)

    def line(
        self, x: float, top: float, to_x: float, to_top: float, tone: Tone, width: float = 0.6, *, dashed: bool = False
    ) -> None:
        """A straight line, whole or dashed."""
        self._draws()
        self._stroke(tone, width)
        if dashed:
            self._canvas.setDash(3 * width, 2 * width)
        self._canvas.line(x, self.paper.height - top, to_x, self.paper.height - to_top)
        if dashed:
            self._canvas.setDash()

    def circle(self, x: float, top: float, radius: float, tone: Tone, *, filled: bool, width: float = 1.0) -> None:
        """A circle around a point, filled or drawn."""
        self._draws()
        self._canvas.setFillColor(_COLOURS[tone])
        self._stroke(tone, width)
        self._canvas.circle(x, self.paper.height - top, radius, stroke=int(not filled), fill=int(filled))

    def polygon(self, points: Sequence[tuple[float, float]], tone: Tone, *, filled: bool, width: float = 1.0) -> None:
        """A closed shape through some points (x and from the top), filled or drawn."""
        self._draws()
        path = self._canvas.beginPath()
        for number, (x, top) in enumerate(points):
            (path.lineTo if number else path.moveTo)(x, self.paper.height - top)
        path.close()
        self._canvas.setFillColor(_COLOURS[tone])
        self._stroke(tone, width)
        self._canvas.drawPath(path, stroke=int(not filled), fill=int(filled))

    def half_disc(self, x: float, top: float, radius: float, tone: Tone) -> None:
        """The left half of a filled circle."""
        self._draws()
        self._canvas.setFillColor(_COLOURS[tone])
        y = self.paper.height - top
        path = self._canvas.beginPath()
        path.arc(x - radius, y - radius, x + radius, y + radius, 90, 180)
        path.close()
        self._canvas.drawPath(path, stroke=0, fill=1)

    def ring_part(
        self, x: float, top: float, radii: tuple[float, float], angles: tuple[float, float], tone: Tone, *, filled: bool
    ) -> None:
        """A part of a ring between two radii and two angles (degrees, clockwise from the top); hatched when not filled."""
        self._draws()
        scale = self.paper.scale
        self._canvas.saveState()
        self._canvas.setFillColor(_COLOURS[tone if filled else Tone.WARN_SOFT])
        self._stroke(tone, 0.9 * scale)
        if not filled:
            self._hatch(x, top, radii, angles)
            self._stroke(tone, 0.9 * scale)
            self._canvas.setDash(2.5 * scale, 2 * scale)
        self._canvas.drawPath(self._ring_path(x, top, radii, angles), stroke=1, fill=int(filled))
        self._canvas.restoreState()

    def _ring_path(self, x: float, top: float, radii: tuple[float, float], angles: tuple[float, float]) -> Any:
        y, (inner, outer), (start, end) = self.paper.height - top, radii, angles
        turn = end - start
        path = self._canvas.beginPath()
        path.arc(x - outer, y - outer, x + outer, y + outer, 90 - start, -turn)
        path.arcTo(x - inner, y - inner, x + inner, y + inner, 90 - end, turn)
        path.close()
        return path

    def _hatch(self, x: float, top: float, radii: tuple[float, float], angles: tuple[float, float]) -> None:
        """Fill a part of a ring with fine slanted lines as well: in grey its tint alone would look like any other."""
        canvas, y, (start, end), gap = self._canvas, self.paper.height - top, angles, _HATCH * self.paper.scale
        turns = [radians(start + (end - start) * step / 12) for step in range(13)]
        corners = [(x + one * sin(turn), y + one * cos(turn)) for turn in turns for one in radii]
        left, right = min(a for a, _b in corners), max(a for a, _b in corners)
        low, high = min(b for _a, b in corners), max(b for _a, b in corners)
        canvas.saveState()
        canvas.clipPath(self._ring_path(x, top, radii, angles), stroke=0, fill=1)
        self._stroke(Tone.WARN_LINE, 0.5 * self.paper.scale)
        # Counted from the page's corner, so that the lines of neighbours meet.
        for number in range(floor((left - high) / gap), ceil((right - low) / gap) + 1):
            canvas.line(number * gap + low, low, number * gap + high, high)
        canvas.restoreState()

    def bookmark(self, key: str, title: str, level: int, top: float) -> None:
        """A place to jump to, named in the reader's list of bookmarks; `level` 0 is a chapter, 1 a part of one."""
        level = self._depth = min(level, self._depth + 1)
        self._canvas.bookmarkHorizontal(key, 0, self.paper.height - top)
        self._canvas.addOutlineEntry(title, key, level=level, closed=False)

    def link(self, element: Element, says: str, key: str, frame: tuple[float, float, float, float]) -> None:
        """Make a rectangle lead to the place with this key, which may come later; `says` where it leads.

        `frame` is left, top, right and bottom, from the top left of the page.
        """
        self._marks.link(element, says, key, self.frame(frame))

    def field(
        self, element: Element, key: str, says: str, frame: tuple[float, float, float, float], size: float
    ) -> None:
        """Let a rectangle (as in `link`) be typed into, several lines of letters of this size; `key` names it once a file."""
        self._form.text(element, key, says, self.frame(frame), size)

    def tick(self, element: Element, key: str, says: str, frame: tuple[float, float, float, float]) -> None:
        """Let a rectangle (as in `link`) be ticked."""
        self._form.tick(element, key, says, self.frame(frame))

    def link_out(self, element: Element, says: str, address: str, frame: tuple[float, float, float, float]) -> None:
        """Make a rectangle lead to an address outside, which the reader's own program opens; not in what is decoration."""
        if self._within is None:
            self._marks.link_out(element, says, address, self.frame(frame))

    def frame(self, frame: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """A rectangle (left, top, right, bottom from the top left) as the PDF format has it: from the bottom left."""
        left, top, right, bottom = frame
        return left, self.paper.height - bottom, right, self.paper.height - top

    def end_page(self) -> None:
        """Go on to the next page."""
        self._marks.end_page()
        self._canvas.showPage()
        self._marks.page_ended()
        self.pages += 1
        if self._expected:
            self._watch(self.pages, self._expected)

    def put_picture(self, key: str, window: Box, place: Box) -> None:
        """A part of a picture that was drawn apart (`_begin_picture`), so large that its `window` fills a `place` of the page.

        Both are left, top, right and bottom. What lies outside of the window is not shown.
        """
        self._draws()
        canvas, (left, _top, right, bottom) = self._canvas, place
        share = (right - left) / (window[2] - window[0])
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(left, self.paper.height - bottom, right - left, bottom - place[1])
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.translate(left - window[0] * share, self.paper.height - bottom)
        canvas.scale(share, share)
        canvas.translate(0, window[3] - self._pictures[key])
        canvas.doForm(key)
        canvas.restoreState()

    def finish(self) -> bytes:
        """The PDF."""
        self._form.finish()
        self._marks.finish(self._title, self._author)
        self._canvas.showOutline()
        self._canvas.save()
        return self._out.getvalue()

    def _begin_picture(self, key: str) -> None:
        """What is drawn from here on, until `_end_picture`, is a picture of the size of `paper`, for `put_picture`.

        It is written into the PDF once, however often it is put, and can hold no tags of its own (ISO 32000-1, 14.7.4.2).
        """
        self._pictures[key] = self.paper.height
        self._canvas.beginForm(key, 0, 0, self.paper.width, self.paper.height)

    def _end_picture(self) -> None:
        self._canvas.endForm()

    def _draws(self, tag: Element | None = None) -> None:
        self._watch(0, 0)
        self._marks.draws(self._within if self._within is not None else tag or "")

    def _write_in(self, text: Any, run: Run, style: Style) -> None:
        """Letters of another typeface than the paragraph's."""
        text.setFont(run.font, style.size)
        _write(text, run)
        text.setFont(self.fonts.name(style.cut), style.size)

    def _stroke(self, tone: Tone, width: float) -> None:
        self._canvas.setStrokeColor(_COLOURS[tone])
        self._canvas.setLineWidth(width)


def _write(text: Any, run: Run) -> None:
    # The writer has no call for marks within text, and its `textOut` measures anew what is measured: its list of commands is
    # the only way past both. Every line begins at a place of its own, so nobody asks the writer where the last one ended.
    code: list[str] = text._code  # noqa: SLF001
    if run.spelled:
        code.append(f"/Span <</ActualText <{utf16(run.spelled)}>>> BDC")
    code.append(text._formatText(run.text))  # noqa: SLF001
    if run.spelled:
        code.append("EMC")


def _always(stamp: str) -> Callable[..., str]:
    """A clock that stands still: the file's own dates are the day on the report."""

    def stands_still(*_now: int) -> str:
        return stamp

    return stands_still


def part_angles(number: int, count: int, gap: float = 2.4) -> tuple[float, float]:
    """Where part `number` of `count` begins and ends around a ring (degrees, clockwise from the top)."""
    turn = 360 / count
    return number * turn + gap / 2, (number + 1) * turn - gap / 2
