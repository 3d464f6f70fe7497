"""Minutes of a meeting: what was agreed, the steps that came of it, and what people said to each question.

Who was there stands in the office's copy only. No answer has an author, here or anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from app.model.item import Item
from app.model.reflection import Answer, Asked, Meeting, agreements, answers_to, asked_in, newest_first, piles
from app.model.schema import Audience
from app.model.trouble import Refused
from app.reports.chapters.summary import lead_cell, when_cell
from app.reports.content import CommunityContent
from app.reports.document import Block, Cell, Column, Document, Entry, Heading, Para, Row, Table, Tile, Tiles
from app.reports.lettering import Look
from app.reports.paper import Paper
from app.reports.plain import plain_document
from app.reports.render import render
from app.reports.report import Report
from app.reports.words import listed, long_day
from app.reports.worksheets import called, picked_meeting


def minutes_report(content: CommunityContent, paper: Paper, fonts_folder: Path) -> Report:
    """The minutes as a PDF. Raises Refused for readers outside, OSError when a typeface file cannot be read."""
    return render(minutes_document(content), paper, fonts_folder)


def minutes_document(content: CommunityContent) -> Document:
    """The minutes of the picked meeting, or the newest that was held, before they are set in type."""
    if content.audience is Audience.PUBLIC:
        raise Refused(_("What is said in a meeting stays inside. Minutes can be made for the committee or the office."))
    title = _("Minutes")
    if not content.reflection.meetings:
        blocks: Sequence[Block] = (
            Heading(title),
            Para(_("There has been no meeting yet. Begin one in Reflect; its minutes are made here."), Look.LEAD),
        )
        return plain_document(content, title, blocks)
    return plain_document(content, title, _Minutes(content, _told_of(content)).blocks())


def said(card: Answer) -> str:
    """A card on paper, with its dots in words."""
    if not card.words:
        return _("(Left out: it names somebody who is not shown here.)")
    if not card.dots:
        return card.words
    dots = ngettext("{count} dot", "{count} dots", card.dots).format(count=card.dots)
    return _("{words} ({dots})").format(words=card.words, dots=dots)


def question_words(one: Asked) -> str:
    """The question as people read it; the toolkit's in their language."""
    return _(one.text) if one.number else one.text


def _told_of(content: CommunityContent) -> Meeting:
    """A meeting that is yet to come has nothing to be told of, unless somebody asks for it."""
    today = content.made_on  # minutes are made the same evening
    held = [one for one in content.reflection.meetings if one.ended or (one.on is not None and one.on <= today)]
    if content.picked.meeting or not held:
        return picked_meeting(content)
    return newest_first(held)[0]


class _Minutes:
    def __init__(self, content: CommunityContent, meeting: Meeting) -> None:
        self._content, self._meeting = content, meeting
        self._cards = [one for one in content.reflection.answers if one.meeting == meeting.id]
        self._names = {one.id: one.name for one in content.shown.partners}
        self._items = {one.id: one for one in content.shown.items}

    def blocks(self) -> Iterator[Block]:
        meeting = self._meeting
        yield Heading(called(meeting))
        day = long_day(meeting.on) if meeting.on is not None else _("No day is set yet")
        yield Para(" · ".join(one for one in (day, meeting.place) if one), Look.LEAD)
        if meeting.purpose:
            yield Para(meeting.purpose)
        agreed, steps = agreements(self._cards), self._steps()
        yield self._tiles(agreed, steps)
        yield from self._who()
        yield Heading(_("What we agreed"), level=2)
        yield from self._agreed(agreed)
        yield Heading(_("First steps"), level=2)
        yield from self._plan(steps)
        yield from self._partners()
        for one in asked_in(meeting, self._content.reflection.questions):
            yield Heading(question_words(one), level=2)
            yield from self._answers(answers_to(self._cards, meeting.id, one.key))
        if meeting.notes:
            yield Heading(_("Notes of the office"), level=2)
            yield Para(meeting.notes)

    def _tiles(self, agreed: list[Answer], steps: list[Item]) -> Tiles:
        cards = len(self._cards)
        return Tiles(
            (
                Tile(str(cards), ngettext("answer was given", "answers were given", cards)),
                Tile(str(len(agreed)), ngettext("thing was agreed", "things were agreed", len(agreed))),
                Tile(str(len(steps)), ngettext("step came of it", "steps came of it", len(steps))),
            )
        )

    def _who(self) -> Iterator[Block]:
        """For the office alone: the fields are empty for everybody else."""
        names = [self._names[one] for one in self._meeting.came if one in self._names]
        others = self._meeting.others or 0
        if not self._content.opens(Meeting, "came") or not (names or others):
            return
        yield Heading(_("Who was there"), level=2)
        if names:
            yield Para(listed(sorted(names, key=str.casefold)))
        if others:
            more = ngettext("{count} person more", "{count} people more", others) if names else _("{count} people")
            yield Para(more.format(count=others))

    def _agreed(self, agreed: list[Answer]) -> Iterator[Block]:
        for one in agreed:
            yield Entry(said(one))
        if not agreed:
            yield Para(_("Nothing was marked as agreed."))

    def _steps(self) -> list[Item]:
        named = dict.fromkeys(item for card in self._cards for item in card.items)
        return [self._items[one] for one in named if one in self._items]

    def _plan(self, steps: list[Item]) -> Iterator[Block]:
        if not steps:
            yield Para(_("No answer was made a step yet."))
            return
        columns = (Column(_("Step"), 0.52), Column(_("Lead"), 0.26), Column(_("By when"), 0.22))
        rows = tuple(
            Row(
                (
                    Cell((Para(one.what or _("A step without words"), Look.CELL_STRONG),)),
                    lead_cell(one, self._content, self._names),
                    when_cell(one, self._content),
                )
            )
            for one in steps
        )
        yield Table(columns, rows)

    def _partners(self) -> Iterator[Block]:
        named = dict.fromkeys(partner for card in self._cards for partner in card.partners)
        names = [self._names[one] for one in named if one in self._names]
        if names and self._content.opens(Answer, "partners"):
            yield Heading(_("Partners that came of it"), level=2)
            yield Para(listed(names))

    def _answers(self, cards: list[Answer]) -> Iterator[Block]:
        if not cards:
            yield Para(_("Nothing was written down."))
        found = piles(cards)
        for name, pile in found:
            if not name and len(found) > 1:
                yield Para(_("Other answers"), Look.GROUP)
            if name:
                dots = sum(one.dots or 0 for one in pile)
                counted = ngettext("{count} dot", "{count} dots", dots).format(count=dots)
                yield Para(f"{name} ({counted})" if dots else name, Look.GROUP)
            for one in pile:
                yield Entry(said(one))
