"""The action plan as a table, for a meeting, Council or a funder: goals, objectives and steps, and how far they have come."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from app.reports.chapters.plan import plan_blocks
from app.reports.content import CommunityContent
from app.reports.document import Contents, Document, Heading, Tile, Tiles
from app.reports.lettering import Tone
from app.reports.plain import plain_document


def plan_document(content: CommunityContent) -> Document:
    """The report before it is set in type."""
    _heading, lead, *rest = plan_blocks(content)
    title = _("Action plan")
    tiles = (_tiles(content),) if content.summary.actions else ()
    listed = Contents(_("In this plan"))
    return plain_document(content, title, (Heading(title), lead, *tiles, listed, *rest), people=False)


def _tiles(content: CommunityContent) -> Tiles:
    summary = content.summary
    done = ngettext("of {total} step is done", "of {total} steps are done", summary.actions)
    late = ngettext("step is late", "steps are late", summary.overdue)
    tiles = [
        Tile(str(summary.done), done.format(total=summary.actions)),
        Tile(str(summary.overdue), late, Tone.WARN if summary.overdue else Tone.INK),
    ]
    if content.complete:
        alone = ngettext("step has no lead yet", "steps have no lead yet", summary.without_lead)
        tiles.append(Tile(str(summary.without_lead), alone, Tone.WARN if summary.without_lead else Tone.INK))
    return Tiles(tuple(tiles))
