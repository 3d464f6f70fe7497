"""What goes out of a community file and comes into it: `groundwork export KIND ...` and `groundwork import KIND ...`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from gettext import gettext as _
from pathlib import Path

from app.cli import people, plan
from app.cli.everything import KIND as EVERYTHING
from app.cli.everything import export_everything, make_anew
from app.cli.files import describe_file, describe_json
from app.cli.meetings import KIND as WORKSHEET
from app.cli.meetings import bring_in_worksheets, describe_meeting
from app.cli.plan_calendar import KIND as CALENDAR
from app.cli.plan_calendar import describe_calendar, export_calendar
from app.model.partner import SHOW_TO

Command = Callable[[argparse.Namespace], int]

EXPORTS: Mapping[str, Command] = {
    **dict.fromkeys(people.WRITERS, people.export),
    **dict.fromkeys(plan.WRITERS, plan.export),
    CALENDAR: export_calendar,
    EVERYTHING: export_everything,
}
IMPORTS: Mapping[str, Command] = {
    **dict.fromkeys(people.WRITERS, people.bring_in),
    **dict.fromkeys(plan.WRITERS, plan.take_back),
    EVERYTHING: make_anew,
    WORKSHEET: bring_in_worksheets,
}


def describe_export(parser: argparse.ArgumentParser) -> None:
    """What, from where, to where, and for whom."""
    parser.add_argument("kind", choices=list(EXPORTS), metavar="KIND", help=", ".join(EXPORTS))
    describe_file(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="F", help=_("the file to write"))
    audiences = [one.key for one in SHOW_TO]
    parser.add_argument("--for", dest="audience", choices=audiences, default="office", help=_("who will read it"))
    describe_calendar(parser)


def describe_import(parser: argparse.ArgumentParser) -> None:
    """What, into which file, and from where."""
    parser.add_argument("kind", choices=list(IMPORTS), metavar="KIND", help=", ".join(IMPORTS))
    describe_file(parser)
    parser.add_argument(
        "--from", dest="source", type=Path, required=True, metavar="F", help=_("the file or folder to read")
    )
    describe_meeting(parser)
    describe_json(parser)


def export(asked: argparse.Namespace) -> int:
    """Write what was asked for."""
    return EXPORTS[asked.kind](asked)


def bring_in(asked: argparse.Namespace) -> int:
    """Take in what the file holds."""
    return IMPORTS[asked.kind](asked)
