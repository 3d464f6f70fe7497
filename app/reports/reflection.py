"""What a community has said over time: its meetings side by side, question by question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from app.model.reflection import Answer, Asked, Meeting, agreements, answers_to, asked_in, newest_first, piles
from app.model.schema import Audience
from app.model.trouble import Refused
from app.reports.content import CommunityContent
from app.reports.document import Block, Cell, Column, Document, Entry, Heading, Para, Row, Table
from app.reports.lettering import Look
from app.reports.minutes import question_words, said
from app.reports.paper import Paper
from app.reports.plain import plain_document
from app.reports.render import render
from app.reports.report import Report
from app.reports.words import short_day
from app.reports.worksheets import called

# More would leave columns too narrow to read.
BESIDE = 3


def reflection_report(content: CommunityContent, paper: Paper, fonts_folder: Path) -> Report:
    """The summary as a PDF. Raises Refused for readers outside, OSError when a typeface file cannot be read."""
    return render(reflection_document(content), paper, fonts_folder)


def reflection_document(content: CommunityContent) -> Document:
    """The summary before it is set in type: the picked meeting, or the newest, and those before it."""
    if content.audience is Audience.PUBLIC:
        raise Refused(
            _("What is said in a meeting stays inside. This summary can be made for the committee or the office.")
        )
    return plain_document(content, _("Reflection summary"), _blocks(content))


def _blocks(content: CommunityContent) -> Iterator[Block]:
    yield Heading(_("What we said"))
    meetings, earlier = _chosen(content)
    if not meetings:
        yield Para(_("Nothing has been said in a meeting yet. Begin one in Reflect."), Look.LEAD)
        return
    yield Para(_("The meetings side by side, the earliest at the left. The words are those on the cards."), Look.LEAD)
    yield _side_by_side(content, meetings)
    if earlier:
        more = ngettext("{count} earlier meeting is not shown.", "{count} earlier meetings are not shown.", earlier)
        yield Para(more.format(count=earlier), Look.SMALL)
    agreed = agreements(content.reflection.answers)
    if agreed:
        yield Heading(_("What we agreed, all together"), level=2)
        for one in agreed:
            yield Entry(said(one))


def _chosen(content: CommunityContent) -> tuple[list[Meeting], int]:
    """The meetings to show by day, and how many earlier ones there are."""
    answered = {one.meeting for one in content.reflection.answers}
    found = [one for one in newest_first(content.reflection.meetings) if one.id in answered]
    at = next((number for number, one in enumerate(found) if one.id == content.picked.meeting), 0)
    shown = found[at : at + BESIDE]
    return shown[::-1], len(found) - at - len(shown)


def _side_by_side(content: CommunityContent, meetings: Sequence[Meeting]) -> Table:
    asked: dict[str, Asked] = {}
    for meeting in meetings:
        asked.update({one.key: one for one in asked_in(meeting, content.reflection.questions)})
    toolkit_first = sorted(asked.values(), key=lambda one: one.number or 10)
    columns = tuple(Column(_title(one), 1 / len(meetings)) for one in meetings)
    rows: list[Row] = []
    for one in toolkit_first:
        cells = tuple(_cell(answers_to(content.reflection.answers, each.id, one.key)) for each in meetings)
        if any(cell.paras for cell in cells):
            rows.append(Row((Cell((Para(question_words(one), Look.GROUP),)),), level=1))
            rows.append(Row(tuple(cell if cell.paras else _nothing() for cell in cells)))
    return Table(columns, tuple(rows))


def _title(meeting: Meeting) -> str:
    return " · ".join(one for one in (called(meeting), short_day(meeting.on) if meeting.on is not None else "") if one)


def _cell(cards: list[Answer]) -> Cell:
    paras: list[Para] = []
    found = piles(cards)
    for name, pile in found:
        if name or len(found) > 1:
            paras.append(Para(name or _("Other answers"), Look.CELL_STRONG, above=5))
        paras.extend(Para(f"• {said(one)}", Look.CELL, above=2) for one in pile)
    return Cell(tuple(paras))


def _nothing() -> Cell:
    return Cell((Para("–", Look.CELL_NOTE),))
