"""Worksheets: the questions of a meeting for one person, a small group or the whole room, to be filled in by pencil or in any
PDF reader.

The sheet names the meeting and a short code, and nobody. What a field belongs to stands in its name (`app.model.worksheet`).
Word files and web pages have no fields that come back, so there are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from gettext import gettext as _
from pathlib import Path

from app.model.phrases import N_, language
from app.model.reflection import QUESTIONS, Asked, Meeting, asked_in, newest_first
from app.model.schema import Audience
from app.model.trouble import Refused
from app.model.worksheet import WORDS, field_name, sheet_code
from app.reports.content import CommunityContent
from app.reports.document import Blank, Block, Document, Heading, Para, Tick, Ticks
from app.reports.lettering import Look, Tone
from app.reports.paper import Paper
from app.reports.render import render
from app.reports.report import Report
from app.reports.watch import Watch, unwatched
from app.reports.words import long_day

_SAFETY = N_("No names, and no story of anybody who was harmed.")


@dataclass(frozen=True, slots=True)
class _Cut:
    """How a sort of sheet is set: how much larger than others, lines a question and their distance, a page for each or not,
    and how large the question is: `level` 1 or 2 of headings.
    """

    larger: float
    lines: int
    gap: float
    alone: bool
    level: int


# Large print is 18 points (CNIB Clear Print guidelines ask for at least 12, and 18 for large print): the questions' 12.5,
# and the help's 11 points, times 1.65.
_CUTS = {
    "person": _Cut(1.0, 4, 22, False, 2),
    "large": _Cut(1.65, 4, 24, True, 2),
    "group": _Cut(1.15, 8, 28, True, 1),
    "room": _Cut(1.4, 2, 32, True, 1),
}


def worksheet_report(content: CommunityContent, paper: Paper, fonts_folder: Path, watch: Watch = unwatched) -> Report:
    """The sheets of the picked meeting as a PDF with fields, or of no meeting in particular where there is none.

    Raises Refused for readers who may not see what meetings are called, OSError when a typeface file cannot be read.
    """
    cut = _CUTS[content.picked.sheet]
    return render(worksheet_document(content), replace(paper, scale=paper.scale * cut.larger), fonts_folder, watch)


def worksheet_document(content: CommunityContent) -> Document:
    """The sheets before they are set in type."""
    if content.audience is Audience.PUBLIC:
        raise Refused(_("Worksheets name the meeting. Make them for the committee or the office."))
    name = content.community.name or _("Our community")
    meeting, cut = picked_meeting(content), _CUTS[content.picked.sheet]
    day = long_day(meeting.on) if meeting.on is not None else ""
    return Document(
        title=_("Worksheet: {meeting}").format(meeting=called(meeting)),
        author=name,
        language=language(),
        made_on=content.made_on,
        # Larger letters have no room for the place.
        head=day if cut.alone else " · ".join(one for one in (day, meeting.place) if one),
        foot=" · ".join(one for one in (_code(meeting), _("Please do not write your name")) if one),
        cover=None,
        blocks=tuple(_blocks(content, meeting)),
    )


def picked_meeting(content: CommunityContent) -> Meeting:
    """The meeting that a report is about: the picked one, else the newest, else one without a name that asks everything."""
    meetings = content.reflection.meetings
    found = next((one for one in meetings if one.id == content.picked.meeting), None)
    return found or next(iter(newest_first(meetings)), None) or Meeting(asks=tuple(one.key for one in QUESTIONS))


def _code(meeting: Meeting) -> str:
    return _("Sheet {code}").format(code=sheet_code(meeting.id)) if meeting.id else ""


def called(meeting: Meeting) -> str:
    """What a meeting is called on paper."""
    return meeting.name or _("Our meeting")


def _blocks(content: CommunityContent, meeting: Meeting) -> Iterator[Block]:
    wanted = content.picked.questions
    asked = [one for one in asked_in(meeting, content.reflection.questions) if not wanted or one.key in wanted]
    cut = _CUTS[content.picked.sheet]
    if not asked:
        yield Heading(called(meeting))
        yield Para(_("This meeting has no questions yet. Choose some in Reflect."), Look.LEAD)
    if asked and not cut.alone:
        yield Heading(called(meeting))
        yield Para(f"{_opening()} {_(_SAFETY)}", Look.LEAD)
    for number, one in enumerate(asked, 1):
        yield from _question(one, f"{number}.", meeting, content.picked.sheet)
    if content.community.sample:
        yield Para(_("This is an invented sample. No place or person in it is real."), Look.SMALL, Tone.WARN)


def _opening() -> str:
    return _(
        "Write as much or as little as you like, each thought on a line of its own. Leave out what you do not want to "
        "answer."
    )


def _question(one: Asked, sign: str, meeting: Meeting, sheet: str) -> Iterator[Block]:
    cut = _CUTS[sheet]
    text = _(one.text) if one.number else one.text
    yield Heading(f"{sign} {text}", level=cut.level, new_page=cut.alone)
    said = _(one.help) if one.number else one.help
    if said:
        yield Para(said, Look.HINT)
    if cut.alone:
        # Each page may be handed out by itself.
        yield Para(" ".join((_("{meeting}.").format(meeting=called(meeting)), _(_SAFETY))), Look.HINT)
    ticks = tuple(
        Tick(field_name(sheet, meeting.id, one.key, f"tick{number}"), _(words))
        for number, words in enumerate(one.examples, 1)
    )
    # Round a poster many write: a box would be ticked by the first and hide how many meant it.
    if ticks and sheet != "room":
        yield Ticks(ticks)
    yield Blank(field_name(sheet, meeting.id, one.key, WORDS), text, lines=cut.lines, gap=cut.gap, fills=cut.alone)
