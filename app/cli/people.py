"""Partners out of a community file and into it: sheets (CSV) and contact cards (VCF)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from gettext import gettext as _

from app.cli.files import looked_at, passphrase_for, print_json
from app.data.edit import Edit
from app.data.groups import groups_in
from app.data.opening import open_workspace
from app.data.people_file import read_people
from app.data.safe_file import write_safely
from app.model.arrivals import Arrival, Arrivals, Known, people_of
from app.model.audience import audience_named, shown_to
from app.model.groups import Groups
from app.model.partner import Partner
from app.model.sheet import guess_matching
from app.reports.people_cards import people_vcards
from app.reports.people_sheet import people_csv

WRITERS: dict[str, Callable[[tuple[Partner, ...], Groups], bytes]] = {
    "partners.csv": people_csv,
    "partners.vcf": people_vcards,
}


def export(asked: argparse.Namespace) -> int:
    """Write the partners that these readers may see."""
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
