"""The plan as a wall chart: its rows with their days as bars, on one sheet, or on several that hang below each other.

The rows are those of the timeline on the screen. What has no day yet, and whatever a line cannot show, is listed in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from app.model.item import STATUSES, Item
from app.model.phrases import language
from app.model.plan import Outline, days_late
from app.model.time_axis import Axis, fitted_axis
from app.model.timeline import Row, Timeline, make_timeline
from app.reports.content import CommunityContent
from app.reports.document import Para
from app.reports.fonts import Fonts
from app.reports.lettering import Look, Tone
from app.reports.lines import shortened
from app.reports.paper import Paper
from app.reports.pen import Pen
from app.reports.poster import Sheet, sizes_of
from app.reports.poster_pen import Facts, open_pen
from app.reports.report import Report
from app.reports.stack import SetLine, Stack, set_paras, style_of
from app.reports.tags import Element, Role
from app.reports.time_chart import HEAD, Entry, TimeChart, on_page, range_words
from app.reports.watch import Watch, unwatched
from app.reports.words import long_day, made_for

# Parts of the width: the names, and what stays free at the right for the words of the last bars.
_NAMES, _SPARE = 0.3, 0.11
_MOST_DAY, _LEAST_DAY, _LEAST_DAYS = 14.0, 0.001, 28
_SIDE, _TOP, _BOTTOM = 36.0, 34.0, 30.0
_STATUS_NAMES = {one.key: one.label for one in STATUSES}


def timeline_report(content: CommunityContent, paper: Sheet, fonts_folder: Path, watch: Watch = unwatched) -> Report:
    """The sheets as a PDF, landscape, or a poster: with smaller type where the whole plan then fits on one, else several.

    Raises OSError when a typeface file cannot be read.
    """
    name = content.community.name or _("Our community")
    title = _("Timeline of the plan: {name}").format(name=name)
    facts = Facts(title, name, language(), content.made_on, made_for(content.audience))
    fonts = Fonts(fonts_folder)
    sheets = sizes_of(paper.landscape() if isinstance(paper, Paper) else paper)
    chart = _fewest_pages(_Chart(open_pen(one, fonts, facts, watch), content, name) for one in sheets)
    chart.draw()
    return Report(chart.pen.finish(), chart.pen.pages, fonts.warnings())


def _fewest_pages(charts: Iterable[_Chart]) -> _Chart:
    """The first that is a single page, else the first of those with the fewest."""
    tried: list[_Chart] = []
    for one in charts:
        tried.append(one)
        if one.count == 1:
            return one
    return min(tried, key=lambda one: one.count)


class _Chart:
    """The rows dealt out to `count` pages as large as the pen's paper."""

    def __init__(self, pen: Pen, content: CommunityContent, name: str) -> None:
        self.pen, self._content, self._scale, self._name = pen, content, pen.paper.scale, name
        self._outline = Outline(content.shown.items)
        self._names = {one.id: one.name for one in content.shown.partners}
        self._with_lead = content.opens(Item, "lead")
        whole = make_timeline(self._outline)
        dated = frozenset(row.item.id for row in whole.rows if row.first is not None)
        self._timeline: Timeline = make_timeline(self._outline, dated)
        self._bare = whole.undated
        self._charts, self._words_part = pen.tree.add(Role.SECT), pen.tree.add(Role.SECT)
        self._left, self._right = _SIDE * self._scale, pen.paper.width - _SIDE * self._scale
        self._chart_left = self._left + (self._right - self._left) * _NAMES
        self._end = pen.paper.height - _BOTTOM * self._scale
        self._top = _TOP * self._scale + self._head(1, None, ()).height + 8 * self._scale
        entries = [self._entry(row) for row in self._timeline.rows]
        self._pages = list(_pages(entries, self._end - self._top - HEAD * self._scale))
        self._notes, self._extra = self._lay_notes()
        self.count = len(self._pages) + len(self._extra)

    def draw(self) -> None:
        """Draw every page."""
        self.pen.expect(self.count)
        first = 0
        for number, page in enumerate(self._pages, 1):
            self._draw_head(number, page[0].row)
            self._draw_chart(page, first, self._top)
            first += len(page)
            if number == len(self._pages) and not self._extra:
                self._notes.draw(self.pen, self._left, self._top + self._used() + 10 * self._scale)
            self.pen.end_page()
        for number, part in enumerate(self._extra, len(self._pages) + 1):
            self._draw_head(number, None)
            part.draw(self.pen, self._left, self._top)
            self.pen.end_page()

    def _lay_notes(self) -> tuple[Stack, list[Stack]]:
        """What is said below the last rows; where it does not fit there, its parts for pages of their own as well."""
        said = self._said()
        tags = [self._words_part.add(Role.P) for _one in said]
        notes = set_paras(said, self._right - self._left, self._scale, self.pen.fonts, tags)
        room = self._end - self._top - self._used() - 12 * self._scale
        fits = notes.height <= room and bool(self._pages)
        return notes, [] if fits else list(_parts(notes, self._end - self._top))

    def _used(self) -> float:
        """The height of the last page's chart."""
        return sum(one.height for one in self._pages[-1]) + HEAD * self._scale if self._pages else 0.0

    # -- the head ---------------------------------------------------------------------------------------------

    def _head(self, number: int, row: Row | None, tags: Sequence[Element | None]) -> Stack:
        content = self._content
        facts = [self._name, long_day(content.made_on), made_for(content.audience)]
        if tags and self.count > 1:
            facts.append(_("Page {number} of {count}").format(number=number, count=self.count))
        path = self._outline.path(row.item.id) if row is not None and number > 1 else []
        if path:
            facts.append(_("goes on: {goal}").format(goal=path[0].what))
        fonts, style = self.pen.fonts, style_of(Para("", Look.SMALL), self._scale)
        line = shortened(fonts.readable(" · ".join(facts)), style, self._right - self._left, fonts)
        title = set_paras([Para(_("Timeline of the plan"), Look.NUMBER)], 9999, self._scale, fonts, tags[:1])
        return Stack((*title.lines, SetLine(line, style, tag=tags[1] if tags else None)))

    def _draw_head(self, number: int, row: Row | None) -> None:
        # The title is read out once; how the chart goes on, above each of its pages.
        title = self._charts.add(Role.H1) if number == 1 else None
        self._head(number, row, (title, self._charts.add(Role.P))).draw(self.pen, self._left, _TOP * self._scale)

    # -- rows -------------------------------------------------------------------------------------------------

    def _entry(self, row: Row) -> Entry:
        item, scale = row.item, self._scale
        step = item.level == "action"
        room = self._chart_left - self._left - (min(row.depth, 4) * 9 + (13 if step else 0) + 6) * scale
        tone = Tone.MUTED if item.status == "dropped" else None
        said = [Para(item.what or _("A step without words"), Look.CELL if step else Look.CELL_STRONG, tone)]
        note = self._note(item) if step else ""
        if note:
            said.append(Para(note, Look.CELL_NOTE))
        stack = set_paras(said, room, scale, self.pen.fonts)
        return Entry(row, stack, max(stack.height + 7 * scale, 21 * scale))

    def _note(self, item: Item) -> str:
        """Who leads it, and how it stands where that is not as usual."""
        lead = self._names.get(item.lead, "") if self._with_lead else ""
        status = _(_STATUS_NAMES[item.status]) if item.status in ("waiting", "dropped") else ""
        return ", ".join(one for one in (lead, status) if one)

    def _draw_chart(self, page: Sequence[Entry], first: int, top: float) -> None:
        places = {first + number: number for number in range(len(page))}
        chart = TimeChart(self.pen, self._axis(), self._chart_left, self._right, self._content.made_on)
        figure = self._charts.add(Role.FIGURE, alt=self._words(page))
        bottom = top + HEAD * self._scale + sum(one.height for one in page)
        figure.frame = self.pen.frame((self._left, top, self._right, bottom))
        with self.pen.drawing(figure):
            chart.draw(page, on_page(self._timeline.waits, places), top, self._left)

    def _words(self, page: Sequence[Entry]) -> str:
        """What the chart of one page shows, in words."""
        today = self._content.made_on
        said = [_("Chart of the plan.")]
        for row in (one.row for one in page):
            late = days_late(row.item, today)
            facts = [self._called(row.item), range_words(row, today), self._note(row.item)]
            if row.item.status == "done":
                facts.append(_("done"))
            if late:
                facts.append(ngettext("{count} day late", "{count} days late", late).format(count=late))
            said.append(", ".join(one for one in facts if one) + ".")
        return " ".join(said)

    def _axis(self) -> Axis:
        today = self._content.made_on
        first, last = min(self._timeline.first or today, today), max(self._timeline.last or today, today)
        width = self._right - self._chart_left
        wide = max((last - first).days + 1, _LEAST_DAYS)
        inner = width * (1 - _SPARE) * ((last - first).days + 1) / wide
        axis = fitted_axis(first, last, inner, _LEAST_DAY, _MOST_DAY * self._scale)
        air = min(3.0, 6 / axis.day)
        return Axis(axis.day, first.toordinal() - air)

    # -- notes ------------------------------------------------------------------------------------------------

    def _said(self) -> list[Para]:
        said: list[Para] = []
        if not self._pages:
            said.append(Para(_("No step has a day yet. Give one a first or a last day in Plan."), Look.BODY))
        if self._bare:
            words = ngettext(
                "No day yet, {count} step: {names}.", "No day yet, {count} steps: {names}.", len(self._bare)
            )
            names = self._listed(self._bare)
            said.append(Para(words.format(count=len(self._bare), names=names), Look.SMALL, Tone.INK))
        said += self._wait_notes()
        if self._pages:
            shapes = _(
                "Bar: from its first day to its last. Square on its corner: one day. Full bar: in progress. Tick: done. "
                "Hatched: late. Dashed: dropped. Thin bar: a goal, dark as far as it is done. Line: waits for."
            )
            said.append(Para(shapes, Look.SMALL, above=3))
        if self._content.community.sample:
            sample = _("This is an invented sample. No place or person in it is real.")
            said.append(Para(sample, Look.SMALL, Tone.WARN, above=3))
        return said

    def _wait_notes(self) -> list[Para]:
        """Waits that run backwards, and those whose two rows are on different pages."""
        rows = self._timeline.rows
        page_of: dict[str, int] = {}
        for number, page in enumerate(self._pages):
            page_of |= {one.row.item.id: number for one in page}
        said: list[Para] = []
        for one in self._timeline.waits:
            waiter, awaited = rows[one.waiter].item, rows[one.awaited].item
            names = {"name": self._called(waiter), "other": self._called(awaited)}
            if one.backwards:
                words = _("“{name}” begins before “{other}” ends, and waits for it.").format(**names)
                said.append(Para(words, Look.SMALL, Tone.WARN))
            elif page_of[waiter.id] != page_of[awaited.id]:
                words = _("“{name}” waits for “{other}” (page {page}).")
                said.append(Para(words.format(page=page_of[awaited.id] + 1, **names), Look.SMALL))
        return said

    def _listed(self, ids: Iterable[str]) -> str:
        found = (self._outline.get(one) for one in ids)
        return "; ".join(self._called(one) for one in found if one is not None)

    def _called(self, item: Item) -> str:
        return item.what or _("A step without words")


def _pages(entries: Sequence[Entry], room: float) -> Iterable[list[Entry]]:
    """Rows shared out over pages; a goal or an objective never stands alone at the foot of one."""
    page: list[Entry] = []
    used = 0.0
    for number, one in enumerate(entries):
        needed = one.height
        following = number
        while entries[following].row.opens and following + 1 < len(entries):
            following += 1
            needed += entries[following].height
        if page and used + needed > room:
            yield page
            page, used = [], 0.0
        page.append(one)
        used += one.height
    if page:
        yield page


def _parts(notes: Stack, room: float) -> Iterable[Stack]:
    """Notes shared out over pages."""
    while notes.lines:
        part, notes = notes.split(room)
        if not part.lines:
            part, notes = notes, Stack()
        yield part
