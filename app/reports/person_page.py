"""A page for each partner who has taken something on: to be handed over, ticked by hand and brought along again.

It names who leads and helps, so it is for committee and office. Never notes, nor where a step came from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from app.model.handing import Share, shares
from app.model.helplines import CAUTIONS
from app.model.item import REPEATS, STATUSES, Item
from app.model.phrases import language
from app.model.plan import Outline, days_late
from app.model.schema import Audience, label_of, specs
from app.model.trouble import Refused
from app.reports.chapters.help_lines import ways_in_words
from app.reports.content import CommunityContent
from app.reports.contents import FEW_PAGES
from app.reports.document import Block, Cell, Column, Contents, Document, Heading, Para, Row, Ruled, Sign, Table
from app.reports.lettering import Look
from app.reports.paper import Paper
from app.reports.render import render
from app.reports.report import Report
from app.reports.watch import Watch, unwatched
from app.reports.words import listed, long_day, made_for, short_day

NOTE_LINES = 5
MOST_HELP_LINES = 3


def person_report(
    content: CommunityContent,
    paper: Paper,
    fonts_folder: Path,
    only: Collection[str] | None = None,
    watch: Watch = unwatched,
) -> Report:
    """The pages as a PDF, of the partners with the ids `only` or of all.

    Raises Refused for readers who may not see who leads what, and OSError when a typeface file cannot be read.
    """
    return render(person_document(content, only), paper, fonts_folder, watch)


def person_document(content: CommunityContent, only: Collection[str] | None = None) -> Document:
    """The pages before they are set in type; each person begins a new one."""
    if content.audience is Audience.PUBLIC:
        raise Refused(_("These pages say who leads what. They can be made for the committee or the office."))
    name = content.community.name or _("Our community")
    wanted = [one for one in shares(content.shown) if only is None or one.partner.id in only]
    sample = _("invented sample") if content.community.sample else ""
    alone = wanted[0].partner.name if len(wanted) == 1 else ""
    title = _("Steps of {name}").format(name=alone) if alone else _("A page for each person")
    return Document(
        title=f"{title} · {name}",
        author=name,
        language=language(),
        made_on=content.made_on,
        head=alone or _("What you have taken on"),
        foot=" · ".join(one for one in (long_day(content.made_on), made_for(content.audience), sample) if one),
        cover=None,
        blocks=tuple(_blocks(content, wanted)),
    )


def _blocks(content: CommunityContent, wanted: list[Share]) -> Iterator[Block]:
    if not wanted:
        yield Heading(_("Nobody has taken on a step yet"))
        yield Para(_("Choose who leads a step in Plan. Then there is a page for them here."), Look.LEAD)
    writer = _Pages(content)
    if len(wanted) > FEW_PAGES:
        yield Heading(_("A page for each person"))
        yield Para(_("Hand each person their own page. Tick it here."), Look.LEAD)
        yield Contents(_("Whose pages these are"))
    for one in wanted:
        yield from writer.page(one)


@dataclass
class _Pages:
    content: CommunityContent

    def __post_init__(self) -> None:
        shown = self.content.shown
        self._names = {one.id: one.name for one in shown.partners}
        self._outline = Outline(shown.items)
        self._today = self.content.made_on

    def page(self, share: Share) -> Iterator[Block]:
        """One person's."""
        yield Heading(share.partner.name, new_page=True)
        yield Para(self._opening(share), Look.LEAD)
        columns = (Column(_("Step"), 0.68), Column(_("By when"), 0.18), Column(_("Done on"), 0.14))
        rows = tuple(self._rows(share))
        if rows:
            yield Table(columns, rows)
        yield Para(self._help(), Look.SMALL)
        yield Heading(_("Notes"), level=2)
        yield Ruled(NOTE_LINES, spare=True)

    def _opening(self, share: Share) -> str:
        said: list[str] = []
        if share.leads:
            count = len(share.leads)
            said.append(ngettext("You lead {count} step.", "You lead {count} steps.", count).format(count=count))
        if share.helps:
            count = len(share.helps)
            helped = ngettext("You help with {count} step.", "You help with {count} steps.", count)
            said.append(helped.format(count=count))
        if not share.open:
            said.append(_("All that you took on is done. Thank you."))
        first = min((one.by for one in share.open if one.by is not None), default=None)
        if first is not None:
            due = _("The first was due {day}.") if first < self._today else _("The first is due {day}.")
            said.append(due.format(day=long_day(first)))
        return " ".join([*said, _("Tick what is done, and bring this page along.") if share.open else ""]).strip()

    def _rows(self, share: Share) -> Iterator[Row]:
        parts = (
            (_("You lead"), share.leads, Sign.BOX),
            (_("You help with"), share.helps, Sign.BOX),
            (_("Done already"), share.done, Sign.FULL),
        )
        for title, items, sign in parts:
            if items:
                yield Row((Cell((Para(title, Look.GROUP),)),), level=1)
            for item in items:
                told = self._told(item, share) if sign is Sign.BOX else ()
                what = Para(self._what(item), Look.CELL_STRONG if told or sign is Sign.BOX else Look.CELL)
                yield Row((Cell((what, *told), sign), Cell(tuple(self._when(item))), Cell()))

    def _what(self, item: Item) -> str:
        what = item.what or _("A step without words")
        if item.level == "action":
            return what
        return _("{level}: {what}").format(level=_(label_of(specs(Item)["level"], item.level)), what=what)

    def _told(self, item: Item, share: Share) -> tuple[Para, ...]:
        above = " › ".join(one.what for one in self._outline.path(item.id) if one.what)
        with_whom = [one for one in (item.lead, *item.helpers) if one != share.partner.id and one in self._names]
        waits = [found.what for one in item.waits_for if (found := self._outline.get(one)) is not None and found.what]
        told = (
            (_("Part of: {words}"), above),
            (_("With: {words}"), listed([self._led(one, item) for one in dict.fromkeys(with_whom)])),
            (_("Waits for: {words}"), "; ".join(waits)),
            (_("It needs: {words}"), item.needs),
            (_("There is already: {words}"), item.has),
            (_("Could get in the way: {words}"), item.barriers),
            (_("Must be told: {words}"), item.tell),
            (_("Sign that it worked: {words}"), item.sign),
            (_("Safety check: {words}"), item.safety),
        )
        return tuple(Para(words.format(words=text), Look.CELL, above=2) for words, text in told if text)

    def _led(self, partner_id: str, item: Item) -> str:
        name = self._names[partner_id]
        return _("{name} (leads it)").format(name=name) if partner_id == item.lead else name

    def _when(self, item: Item) -> Iterator[Para]:
        if item.by is not None:
            yield Para(short_day(item.by), Look.CELL_STRONG if item.status != "done" else Look.CELL)
        elif item.status != "done":
            yield Para(_("No day yet"), Look.CELL_NOTE)
        late = days_late(item, self._today)
        if late:
            days = ngettext("{count} day late", "{count} days late", late).format(count=late)
            yield Para(days, Look.CELL_FLAG)
        if item.status not in ("done", STATUSES[0].key):
            yield Para(_(label_of(specs(Item)["status"], item.status)), Look.CELL_NOTE)
        if item.repeats != REPEATS[0].key and item.status != "done":
            yield Para(_(label_of(specs(Item)["repeats"], item.repeats)), Look.CELL_NOTE)

    def _help(self) -> str:
        """The help lines in small, emergency first."""
        lines = sorted(self.content.helplines, key=lambda one: (not one.emergency, one.order, one.name.casefold()))
        said: list[str] = []
        for one in lines[:MOST_HELP_LINES]:
            numbers = [display for display, _ways in ways_in_words(one.numbers) if "@" not in display]
            said.append(_("{name}: {numbers}").format(name=one.name, numbers=_(" or ").join(numbers)))
        if not said:
            said.append(_("in danger, call 9-1-1, or the local police where there is no 9-1-1"))
        return _("If somebody needs help: {lines}. {caution}").format(lines=" · ".join(said), caution=_(CAUTIONS[0]))
