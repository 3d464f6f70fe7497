"""The chart of a timeline on one page: names at the left, days above, bars and lines as on the screen.

Colours read in grey as well: what is late is hatched and says so, what is done has a tick, what is dropped is dashed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from gettext import ngettext
from itertools import pairwise

from app.model.months import MONTHS
from app.model.plan import days_late
from app.model.time_axis import Axis, Step, bands, fitting_step, label_in, step_above, tick_words, ticks
from app.model.timeline import Row, Shape, Wait
from app.model.timeline_boxes import Box, Point, bar_box, way
from app.reports.document import Para, Sign
from app.reports.figures import draw_sign
from app.reports.lettering import Look, Tone
from app.reports.line import Line
from app.reports.lines import shortened
from app.reports.pen import Pen
from app.reports.stack import Stack, style_of

SIGNS = {
    "not-started": Sign.EMPTY,
    "in-progress": Sign.HALF,
    "waiting": Sign.PAUSE,
    "done": Sign.FULL,
    "dropped": Sign.CROSSED,
}
# What the shortest wordings of a step of time are as wide as, at the most.
_SAMPLES = {"day": "30", "week": "30", "month": "May", "quarter": "Oct–Dec", "year": "2028"}
HEAD, BAR_ROW = 30.0, 21.0
_INDENT, _GAP, _PAD, _HATCH = 9.0, 6.0, 3.0, 4.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the chart with its name set in type, and its height in points."""

    row: Row
    name: Stack
    height: float


class TimeChart:
    """One page's rows, from `top` down; `left` is where the chart begins and `right` where it ends."""

    def __init__(self, pen: Pen, axis: Axis, left: float, right: float, today: date) -> None:
        self._pen, self._axis, self._left, self._right, self._today = pen, axis, left, right, today
        self._scale = pen.paper.scale
        self._width = right - left
        self._step = fitting_step(axis.day, self._room_for)

    def draw(
        self, entries: Sequence[Entry], waits: Sequence[tuple[int, int, bool]], top: float, names_left: float
    ) -> None:
        """Draw rows under the head; `waits` are what is awaited, who waits, and whether it runs backwards."""
        tops = [top + HEAD * self._scale]
        for one in entries:
            tops.append(tops[-1] + one.height)
        self._draw_ground(top, tops, names_left)
        # A row with a long name is higher; its bar stays beside the first line.
        rows = zip(entries, tops[:-1], strict=True)
        boxes = [bar_box(one.row, y, y + BAR_ROW * self._scale, self._axis) for one, y in rows]
        for awaited, waiter, backwards in waits:
            self._draw_wait(boxes, tops, Wait(awaited, waiter, backwards))
        self._draw_today(top, tops[-1])
        for number, one in enumerate(entries):
            self._draw_name(one, tops[number], names_left)
            box = boxes[number]
            if box is not None:
                self._draw_bar(one.row, box)

    def _x(self, x: float) -> float:
        return self._left + x

    # -- ground -----------------------------------------------------------------------------------------------

    def _draw_ground(self, top: float, tops: Sequence[float], names_left: float) -> None:
        pen, first, last = self._pen, tops[0], tops[-1]
        for left, right in bands(self._axis, self._width, self._step):
            begin, end = max(left, 0.0), min(right, self._width)
            if begin < end:
                pen.box(self._x(begin), first, end - begin, last - first, Tone.SOFT)
        above, half = step_above(self._step), HEAD / 2 * self._scale
        if above is not None:
            self._draw_ticks(above, top, first, Look.CELL_STRONG)
            self._draw_ticks(self._step, top + half, last, Look.COLUMN, below_today=True)
        else:
            self._draw_ticks(self._step, top, last, Look.COLUMN)
        pen.line(names_left, first, self._right, first, Tone.MUTED, 0.8)
        for y in tops[1:]:
            pen.line(names_left, y, self._right, y, Tone.LINE, 0.4)
        pen.line(self._left, top, self._left, last, Tone.LINE, 0.6)

    def _draw_ticks(self, step: Step, top: float, bottom: float, look: Look, *, below_today: bool = False) -> None:
        seen = list(ticks(self._axis, self._width, step))
        strong = look is Look.CELL_STRONG
        # Months above days stand alone at the left edge, so they say their year.
        alone = step_above(step) is None or (strong and step.unit == "month")
        wordings = [[(words, self._line(words, look)) for words in tick_words(one, alone=alone)] for one in seen]
        room = step.shortest * self._axis.day - 2 * _PAD
        least = 0 if strong else max((_first_fit(one, room) for one in wordings), default=0)
        today = self._today_place() if below_today else (0.0, 0.0)
        for tick, words in zip(seen, wordings, strict=True):
            if 0 < tick.left < self._width:
                self._pen.line(self._x(tick.left), top, self._x(tick.left), bottom, Tone.LINE, 0.4)
            label = label_in(tick, self._width, [(said, line.width) for said, line in words[least:]], _PAD)
            if label is None or (below_today and label.x < today[1] and label.x + label.width > today[0]):
                continue
            line = next(line for said, line in words if said == label.words)
            self._pen.lines(self._x(label.x), top + 1, [line], style_of(Para("", look), self._scale))

    def _draw_today(self, top: float, bottom: float) -> None:
        x, pen = self._today_x(), self._pen
        if not 0 <= x <= self._width:
            return
        left, right = self._today_place()
        first = top + HEAD * self._scale
        pen.line(self._x(x), first, self._x(x), bottom, Tone.INK, 1.2 * self._scale)
        high = 12 * self._scale
        pen.box(self._x(left), first - high - 1, right - left, high, Tone.INK, radius=high / 2)
        line = self._line(_("Today"), Look.CELL_FLAG)
        style = style_of(Para("", Look.CELL_FLAG, Tone.PAPER), self._scale)
        pen.lines(self._x((left + right - line.width) / 2), first - high - 0.8, [line], style)

    def _today_x(self) -> float:
        return (self._axis.x_of(self._today) + self._axis.end_of(self._today)) / 2

    def _today_place(self) -> tuple[float, float]:
        wide = self._line(_("Today"), Look.CELL_FLAG).width + 10 * self._scale
        left = min(max(self._today_x() - wide / 2, 0.0), self._width - wide)
        return left, left + wide

    # -- rows -------------------------------------------------------------------------------------------------

    def _draw_name(self, entry: Entry, top: float, left: float) -> None:
        row, scale = entry.row, self._scale
        x = left + min(row.depth, 4) * _INDENT * scale
        if row.item.level == "action":
            draw_sign(self._pen, x + 5 * scale, top + 10.5 * scale, scale, SIGNS.get(row.item.status, Sign.EMPTY))
            x += 13 * scale
        entry.name.draw(self._pen, x, top + 4 * scale)

    def _draw_bar(self, row: Row, box: Box) -> None:
        late = bool(days_late(row.item, self._today))
        if row.shape is Shape.ROLL_UP:
            self._draw_roll_up(row, box)
        else:
            self._draw_shape(row, box, late=late)
        self._write(row, box, late=late)

    def _draw_shape(self, row: Row, box: Box, *, late: bool) -> None:
        pen, status = self._pen, row.item.status
        points = [(self._x(x), y) for x, y in outline_of(row.shape, box)]
        edge = Tone.WARN if late else {"done": Tone.OK, "dropped": Tone.MUTED}.get(status, Tone.PRIMARY)
        fill = Tone.PRIMARY if status == "in-progress" and not late else Tone.PAPER
        pen.polygon(points, fill, filled=True)
        if late and row.shape is Shape.BAR:
            self._hatch(box)
        width = 1.0 * self._scale
        for one, other in pairwise([*points, points[0]]):
            pen.line(*one, *other, edge, width, dashed=status == "dropped")
        middle = (box.left + box.right) / 2
        if status == "done" and row.shape is Shape.DAY:
            pen.polygon(points, edge, filled=True)
        if status == "done" and box.right - box.left >= 9 * self._scale:
            draw_sign(pen, self._x(middle), box.middle, self._scale, Sign.FULL)

    def _hatch(self, box: Box) -> None:
        """Slanted lines, each cut off where the bar ends."""
        height, step = box.bottom - box.top, _HATCH * self._scale
        start = box.left - height + step
        while start < box.right:
            low, high = max(start, box.left), min(start + height, box.right)
            if low < high:
                ends = (self._x(low), box.bottom - (low - start), self._x(high), box.bottom - (high - start))
                self._pen.line(*ends, Tone.WARN, 0.5 * self._scale)
            start += step

    def _draw_roll_up(self, row: Row, box: Box) -> None:
        pen, wide, high = self._pen, box.right - box.left, box.bottom - box.top
        pen.box(self._x(box.left), box.top, wide, high, Tone.LINE)
        if row.progress.done:
            pen.box(self._x(box.left), box.top, wide * row.progress.share, high, Tone.PRIMARY)
        cap = min(4 * self._scale, wide / 2)
        for x, inwards in ((box.left, cap), (box.right, -cap)):
            corners = [(x, box.top), (x + inwards, box.top), (x, box.bottom + cap)]
            pen.polygon([(self._x(a), b) for a, b in corners], Tone.INK, filled=True)
        mark = self._mark(row, box)
        if mark is not None:
            points = [(self._x(x), y) for x, y in outline_of(Shape.DAY, mark)]
            pen.polygon(points, Tone.PAPER, filled=True)
            pen.polygon(points, Tone.INK, filled=False, width=1.1 * self._scale)

    def _mark(self, row: Row, box: Box) -> Box | None:
        if row.mark is None:
            return None
        x, half = (self._axis.x_of(row.mark) + self._axis.end_of(row.mark)) / 2, 4.5 * self._scale
        return Box(x - half, box.middle - half, x + half, box.middle + half)

    def _write(self, row: Row, box: Box, *, late: bool) -> None:
        """The days beside a bar, and how late it is, in words."""
        lines: list[tuple[Line, Look]] = []
        if late:
            days = days_late(row.item, self._today)
            words = ngettext("{count} day late", "{count} days late", days).format(count=days)
            lines.append((self._line(words, Look.CELL_FLAG), Look.CELL_FLAG))
        if row.shape is Shape.ROLL_UP and row.progress.total:
            done = _("{done} of {all}").format(done=row.progress.done, all=row.progress.total)
            lines.append((self._line(done, Look.CELL_NOTE), Look.CELL_NOTE))
        lines.append((self._line(range_words(row, self._today), Look.CELL_NOTE), Look.CELL_NOTE))
        gap = 5 * self._scale
        wide = sum(line.width for line, _look in lines) + gap * (len(lines) - 1)
        mark = self._mark(row, box)
        right = box.right + (_GAP + 3) * self._scale
        if mark is not None and mark.right > box.right - gap and mark.left < right + wide + gap:
            right = mark.right + gap
        x = right if right + wide <= self._width else box.left - wide - (_GAP + 5) * self._scale
        if x < 0:
            return
        high = 10 * self._scale
        self._pen.box(self._x(x) - 1, box.middle - high / 2, wide + 2, high, Tone.PAPER)
        for line, look in lines:
            style = style_of(Para("", look), self._scale)
            self._pen.lines(self._x(x), box.middle - style.leading / 2, [line], style)
            x += line.width + gap

    # -- what waits for what ----------------------------------------------------------------------------------

    def _draw_wait(self, boxes: Sequence[Box | None], tops: Sequence[float], wait: Wait) -> None:
        start, end = boxes[wait.awaited], boxes[wait.waiter]
        if start is None or end is None:
            return
        low, high = sorted((wait.awaited, wait.waiter))
        others = [one for one in boxes[low + 1 : high] if one is not None]
        down = wait.waiter > wait.awaited
        gutters = (tops[wait.waiter + (0 if down else 1)], tops[wait.awaited + (1 if down else 0)])
        points = way(start, end, gutters, others, _GAP * self._scale)
        tone = Tone.WARN if wait.backwards else Tone.MUTED
        for one, other in pairwise(points):
            x, to_x = self._x(max(one[0], 0.0)), self._x(max(other[0], 0.0))
            self._pen.line(x, one[1], to_x, other[1], tone, 0.8 * self._scale, dashed=wait.backwards)
        tip, size = (self._x(points[-1][0]), points[-1][1]), 3.2 * self._scale
        arrow = [tip, (tip[0] - size, tip[1] - size * 0.7), (tip[0] - size, tip[1] + size * 0.7)]
        self._pen.polygon(arrow, tone, filled=True)

    # -- words ------------------------------------------------------------------------------------------------

    def _line(self, words: str, look: Look) -> Line:
        fonts = self._pen.fonts
        return shortened(fonts.readable(words), style_of(Para("", look), self._scale), 10_000, fonts)

    def _room_for(self, step: Step) -> float:
        sample = _SAMPLES[step.unit] if step.count == 1 else "2020–2029"
        return self._line(sample, Look.COLUMN).width + 2 * _PAD + 1


def outline_of(shape: Shape, box: Box) -> list[Point]:
    """The corners of a bar, a single day or an open end."""
    if shape is Shape.DAY:
        x = (box.left + box.right) / 2
        return [(x, box.top), (box.right, box.middle), (x, box.bottom), (box.left, box.middle)]
    corners = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
    if shape is Shape.OPEN:
        shoulder = box.right - (box.bottom - box.top) / 2
        corners[1:3] = [(shoulder, box.top), (box.right, box.middle), (shoulder, box.bottom)]
    return corners


def range_words(row: Row, today: date) -> str:
    """A bar's days: "3–20 Mar", with the year where it is another one than today's."""
    first, last = row.first, row.last
    if first is None or last is None:
        return ""
    if row.shape is Shape.OPEN:
        return _("from {day}").format(day=_day(first, today))
    if first == last:
        return _day(last, today)
    if (first.year, first.month) == (last.year, last.month):
        return _("{first}–{last}").format(first=first.day, last=_day(last, today))
    return _("{first} – {last}").format(first=_day(first, today), last=_day(last, today))


def _day(day: date, today: date) -> str:
    month = _(MONTHS[day.month - 1][1])
    pattern = _("{day} {month}") if day.year == today.year else _("{day} {month} {year}")
    return pattern.format(day=day.day, month=month, year=day.year)


def _first_fit(wordings: Sequence[tuple[str, Line]], room: float) -> int:
    return next((n for n, (_words, line) in enumerate(wordings) if line.width <= room), len(wordings) - 1)


def on_page(waits: Sequence[Wait], places: Mapping[int, int]) -> list[tuple[int, int, bool]]:
    """The lines whose two rows are on one page, by their places there."""
    return [
        (places[one.awaited], places[one.waiter], one.backwards)
        for one in waits
        if one.awaited in places and one.waiter in places
    ]
