"""The plan out of a community file as a sheet, and what somebody has changed in it back in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from gettext import gettext as _

from app.cli.files import community_of, looked_at, passphrase_for, print_json
from app.data.opening import open_workspace
from app.data.plan_arrivals import take_in
from app.data.plan_file import read_plan_file
from app.data.safe_file import write_safely
from app.data.workspace import Workspace
from app.model.audience import audience_named, shown_to
from app.model.item import Item
from app.model.note import Note
from app.model.partner import Partner
from app.model.plan import Outline
from app.model.plan_sheet import PlanContent, PlanSheet, Scope, heading, plan_sheet
from app.model.sheet import Spoilt
from app.model.sheet_changes import Here, compare
from app.model.sheet_found import FieldChange, MissingStep, NewStep, Proposal, safe
from app.reports.plan_sheet import plan_csv, plan_xlsx

WRITERS: dict[str, Callable[[PlanSheet], bytes]] = {"plan.xlsx": plan_xlsx, "plan.csv": plan_csv}


def export(asked: argparse.Namespace) -> int:
    """Write the plan as these readers may see it."""
    workspace = looked_at(asked)
    try:
        audience = audience_named(asked.audience)
        shown = shown_to(audience, workspace.all(Partner), workspace.all(Item))
        content = PlanContent(
            community=community_of(workspace).name,
            outline=Outline(shown.items),
            partners=shown.partners,
            notes=workspace.all(Note),
            audience=audience,
            scope=Scope(),
            made_at=datetime.now(UTC),
        )
    finally:
        workspace.close()
    sheet = plan_sheet(content)
    write_safely(asked.out, WRITERS[asked.kind](sheet))
    print(_("{count} lines of the plan are in “{name}”.").format(count=len(sheet.rows), name=asked.out))
    return 0


def take_back(asked: argparse.Namespace) -> int:
    """Take in every change that nobody has to look at first, in one step of undo; the others are listed."""
    found = read_plan_file(asked.source)
    workspace = open_workspace(asked.file, passphrase_for(asked))
    try:
        here = Here(Outline(workspace.all(Item)), workspace.all(Partner), date.today())
        findings = compare(found.rows, found.headings, here, found.spoilt)
        taken = safe(findings.proposals())
        refused = _take(workspace, taken)
    finally:
        workspace.close()
    wanted = {id(one) for one in taken}
    left = [one for one in findings.proposals() if id(one) not in wanted]
    _say(asked, taken, left, [*findings.unread, *refused])
    return 0


def _take(workspace: Workspace, taken: list[Proposal]) -> list[Spoilt]:
    if not taken:
        return []
    with workspace.edit(_("Take a sheet of the plan back in")) as edit:
        return take_in(edit, taken)


def _say(asked: argparse.Namespace, taken: list[Proposal], left: list[Proposal], unread: list[Spoilt]) -> None:
    if asked.json:
        print_json(
            {
                "changed": [_as_json(one) for one in taken if isinstance(one, FieldChange)],
                "added": [_as_json(one) for one in taken if isinstance(one, NewStep)],
                "to_decide": [_as_json(one) for one in left if not isinstance(one, MissingStep)],
                "not_in_the_sheet": [one.title for one in left if isinstance(one, MissingStep)],
                "not_taken": [{"line": one.line, "text": one.text, "why": one.why} for one in unread],
            }
        )
        return
    changed = sum(isinstance(one, FieldChange) for one in taken)
    new = sum(isinstance(one, NewStep) for one in taken)
    print(_("{changed} changes and {new} new lines came in.").format(changed=changed, new=new))
    for one in left:
        print(_left_words(one))
    for bad in unread:
        line = _("Line {line} was not taken: {text} ({why})")
        print(line.format(line=bad.line, text=bad.text, why=bad.why), file=sys.stderr)


def _left_words(one: Proposal) -> str:
    if isinstance(one, MissingStep):
        return _("Not in the sheet any more, and left as it is: {step}").format(step=one.title)
    if isinstance(one, NewStep):
        return _("Not taken in: {step} ({why})").format(step=one.title, why=one.unsure)
    words = _("Not taken in: {step}, {field}: “{old}” here, “{new}” in the sheet ({why})")
    return words.format(step=one.title, field=heading(one.field), old=one.old, new=one.new, why=one.unsure)


def _as_json(one: Proposal) -> dict[str, object]:
    if isinstance(one, MissingStep):
        return {"step": one.title}
    if isinstance(one, NewStep):
        return {"line": one.line, "step": one.title, "where": one.where, "why": one.unsure}
    words = {"line": one.line, "step": one.title, "field": one.field, "old": one.old, "new": one.new}
    return {**words, "why": one.unsure}
