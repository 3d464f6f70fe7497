"""The plan out of a community file as a calendar file: all of it, or one partner's steps."""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime
from gettext import gettext as _
from gettext import ngettext

from app.cli.files import community_of, looked_at
from app.data.safe_file import write_safely
from app.model.audience import Shown, audience_named, shown_to
from app.model.calendar import Plan
from app.model.finding import fold
from app.model.item import Item
from app.model.partner import Partner
from app.model.trouble import Refused
from app.reports.calendar import BEFORE, CalendarFile, calendar_bytes

KIND = "plan.ics"


def describe_calendar(parser: argparse.ArgumentParser) -> None:
    """Whose steps, and how many days before there is a reminder."""
    parser.add_argument("--lead", metavar="NAME", default="", help=_("plan.ics: only this partner's steps"))
    parser.add_argument(
        "--days-before", type=int, choices=range(31), default=BEFORE, metavar="N", help=_("plan.ics: when to remind")
    )


def export_calendar(asked: argparse.Namespace) -> int:
    """Write the calendar file for these readers."""
    audience = audience_named(asked.audience)
    workspace = looked_at(asked)
    try:
        shown = shown_to(audience, workspace.all(Partner), workspace.all(Item))
        plan = Plan(shown, workspace.past.traces(), date.today())
        community = community_of(workspace)
    finally:
        workspace.close()
    lead = _named(shown, asked.lead) if asked.lead else None
    title = f"{community.name}: {lead.name}" if lead is not None else _("{name}: plan").format(name=community.name)
    file = CalendarFile(title, plan, audience, datetime.now(UTC), asked.days_before)
    who = lead.id if lead is not None else ""
    write_safely(asked.out, calendar_bytes(file, who))
    count = len(plan.entries(who))
    said = ngettext("{count} entry is in “{name}”.", "{count} entries are in “{name}”.", count)
    print(said.format(count=count, name=asked.out))
    return 0


def _named(shown: Shown, name: str) -> Partner:
    """The one partner of that name. Raises Refused when nobody or several are called so, for these readers."""
    found = [one for one in shown.partners if fold(one.name) == fold(name)]
    if not found:
        sentence = _("Nobody called “{name}” may be shown to these readers. Write the name as it stands in Who.")
        raise Refused(sentence.format(name=name))
    if len(found) > 1:
        sentence = _("{count} partners are called “{name}”. Give one of them a name of their own first.")
        raise Refused(sentence.format(count=len(found), name=name))
    return found[0]
