"""Meetings at the command line: which one a report is about, and the cards that filled worksheets bring."""

from __future__ import annotations

import argparse
import sys
from gettext import gettext as _
from gettext import ngettext

from app.cli.files import passphrase_for, print_json
from app.data.opening import open_workspace
from app.data.worksheet_cards import take_in_cards
from app.data.worksheet_file import read_worksheets, worksheet_files
from app.data.workspace import Workspace
from app.model.audience import Shown, ShownReflection, reflection_shown_to
from app.model.finding import fold
from app.model.reflection import Answer, Meeting, Question, newest_first
from app.model.schema import Audience
from app.model.trouble import Refused
from app.model.worksheet import SHEET_KEYS, LeftSheet, SheetFindings, SheetsHere, read_sheets
from app.reports.content import Picked

KIND = "worksheet"


def describe_meeting(parser: argparse.ArgumentParser) -> None:
    """Which meeting."""
    parser.add_argument(
        "--meeting", default="", metavar="M", help=_("a meeting by its name, or by its number: 1 is the newest")
    )


def describe_picked(parser: argparse.ArgumentParser) -> None:
    """What minutes and worksheets want to know."""
    describe_meeting(parser)
    parser.add_argument("--sheet", choices=SHEET_KEYS, default="person", help=_("for whom a worksheet is"))
    parser.add_argument(
        "--questions", default="", metavar="1,8", help=_("only these questions of the meeting, on a worksheet")
    )


def picked(asked: argparse.Namespace, workspace: Workspace) -> Picked:
    """What was picked. Raises Refused when no meeting is called that."""
    questions = tuple(one.strip() for one in asked.questions.split(",") if one.strip())
    return Picked(_meeting(asked, workspace), asked.sheet, questions)


def reflection_in(workspace: Workspace, audience: Audience, shown: Shown, on_paper: Shown) -> ShownReflection:
    """Meetings, questions and cards as these readers may see them."""
    return reflection_shown_to(
        audience, shown, on_paper, workspace.all(Meeting), workspace.all(Question), workspace.all(Answer)
    )


def bring_in_worksheets(asked: argparse.Namespace) -> int:
    """Take in what filled worksheets say, in one step of undo. What should be looked at first is left to the window."""
    sheets, left = read_worksheets(worksheet_files(asked.source))
    workspace = open_workspace(asked.file, passphrase_for(asked))
    try:
        here = SheetsHere(
            workspace.all(Meeting), workspace.all(Question), workspace.all(Answer), _meeting(asked, workspace)
        )
        found = read_sheets(sheets, here)
        sure = [one for one in found.cards if not one.unsure]
        if sure:
            with workspace.edit(_("Take worksheets in")) as edit:
                take_in_cards(edit, sure, workspace.all(Answer))
    finally:
        workspace.close()
    _say(asked, found, [*left, *found.left])
    return 0


def _meeting(asked: argparse.Namespace, workspace: Workspace) -> str:
    """The id of the meeting that was asked for, or empty."""
    if not asked.meeting:
        return ""
    meetings = newest_first(workspace.all(Meeting))
    if asked.meeting.isdecimal() and 1 <= int(asked.meeting) <= len(meetings):
        return meetings[int(asked.meeting) - 1].id
    for one in meetings:
        if fold(one.name) == fold(asked.meeting):
            return one.id
    raise Refused(_("No meeting is called “{name}”. Look in Reflect for its name.").format(name=asked.meeting))


def _say(asked: argparse.Namespace, found: SheetFindings, left: list[LeftSheet]) -> None:
    sure = [one for one in found.cards if not one.unsure]
    unsure = [one for one in found.cards if one.unsure]
    if asked.json:
        print_json(
            {
                "sheets": found.sheets,
                "added": [{"question": one.question, "words": one.words} for one in sure],
                "before": found.before,
                "to_look_at": [{"question": one.question, "words": one.words, "why": one.unsure} for one in unsure],
                "not_taken": [{"file": one.name, "why": one.why} for one in left],
            }
        )
        return
    said = ngettext("{count} answer came in", "{count} answers came in", len(sure)).format(count=len(sure))
    sheets = ngettext("from {count} sheet", "from {count} sheets", found.sheets).format(count=found.sheets)
    print(f"{said}, {sheets}.")
    if found.before:
        print(_("Taken in before: {count}.").format(count=found.before))
    for one in unsure:
        print(_("Left to be looked at in the window: {words} ({why})").format(words=one.words, why=one.unsure))
    for one in left:
        print(one.why, file=sys.stderr)
