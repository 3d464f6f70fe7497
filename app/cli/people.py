"""Partners out of a community file and into it: sheets (CSV) and contact cards (VCF)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

from app.cli.files import describe_file, describe_json, looked_at, passphrase_for, print_json
from app.cli.plan_calendar import KIND as CALENDAR
from app.cli.plan_calendar import describe_calendar, export_calendar
from app.data.edit import Edit
from app.data.groups import groups_in
from app.data.opening import open_workspace
from app.data.people_file import read_people
from app.data.safe_file import write_safely
from app.model.arrivals import Arrival, Arrivals, Known, people_of
from app.model.audience import audience_named, shown_to
from app.model.groups import Groups
from app.model.partner import SHOW_TO, Partner
from app.model.sheet import guess_matching
from app.reports.people_cards import people_vcards
from app.reports.people_sheet import people_csv

WRITERS: dict[str, Callable[[tuple[Partner, ...], Groups], bytes]] = {
    "partners.csv": people_csv,
    "partners.vcf": people_vcards,
}


def describe_export(parser: argparse.ArgumentParser) -> None:
    """What, from where, to where, and for whom."""
    kinds = [*WRITERS, CALENDAR]
    parser.add_argument("kind", choices=kinds, metavar="KIND", help=", ".join(kinds))
    describe_file(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="F", help=_("the file to write"))
    audiences = [one.key for one in SHOW_TO]
    parser.add_argument("--for", dest="audience", choices=audiences, default="office", help=_("who will read it"))
    describe_calendar(parser)


def describe_import(parser: argparse.ArgumentParser) -> None:
    """What, into which file, and from where."""
    parser.add_argument("kind", choices=list(WRITERS), metavar="KIND", help=", ".join(WRITERS))
    describe_file(parser)
    parser.add_argument("--from", dest="source", type=Path, required=True, metavar="F", help=_("the file to read"))
    describe_json(parser)


def export(asked: argparse.Namespace) -> int:
    """Write the partners, or the plan as a calendar, that these readers may see."""
    if asked.kind == CALENDAR:
        return export_calendar(asked)
    workspace = looked_at(asked)
    try:
        shown = shown_to(audience_named(asked.audience), workspace.all(Partner), ())
        groups = groups_in(workspace)
    finally:
        workspace.close()
    write_safely(asked.out, WRITERS[asked.kind](shown.partners, groups))
    print(_("{count} partners are in “{name}”.").format(count=len(shown.partners), name=asked.out))
    if shown.left_out:
        print(_("{count} did not agree to be shown to these readers.").format(count=shown.left_out))
    return 0


def bring_in(asked: argparse.Namespace) -> int:
    """Add the people of a file in one step of undo; who is there already stays as they are."""
    sheet = read_people(asked.source).sheet
    workspace = open_workspace(asked.file, passphrase_for(asked))
    try:
        groups = groups_in(workspace)
        found = people_of(sheet, guess_matching(sheet, groups), groups)
        known = Known(workspace.all(Partner))
        new = [one for one in found.partners if known.find(one) is None]
        if new:
            with workspace.edit(_("Bring people in")) as edit:
                _add(edit, new)
    finally:
        workspace.close()
    _say(asked, found, new)
    return 0


def _add(edit: Edit, people: list[Arrival]) -> None:
    for one in people:
        edit.add(Partner(**one.values))


def _say(asked: argparse.Namespace, found: Arrivals, new: list[Arrival]) -> None:
    lines = {one.line for one in new}
    there = [one for one in found.partners if one.line not in lines]
    if asked.json:
        print_json(
            {
                "added": [one.name for one in new],
                "already_there": [one.name for one in there],
                "remarks": [{"line": one.line, "remark": remark} for one in new for remark in one.remarks],
                "not_taken": [{"line": one.line, "text": one.text, "why": one.why} for one in found.bad],
            }
        )
        return
    print(_("{count} partners came in.").format(count=len(new)))
    if there:
        print(_("There already: {names}").format(names=", ".join(one.name for one in there)))
    for one in new:
        for remark in one.remarks:
            print(_("Line {line}: {text}").format(line=one.line, text=remark))
    for bad in found.bad:
        print(
            _("Line {line} was not taken: {text} ({why})").format(line=bad.line, text=bad.text, why=bad.why),
            file=sys.stderr,
        )
