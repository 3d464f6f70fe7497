"""About the report itself: when and for whom it was made, who is left out, and what it never holds."""

from __future__ import annotations

from gettext import gettext as _

from app.model.schema import Audience
from app.reports.content import CommunityContent
from app.reports.document import Block, Heading, Note, Para
from app.reports.lettering import Look, Tone
from app.reports.words import left_out, long_day


def closing_blocks(content: CommunityContent) -> tuple[Block, ...]:
    """The last chapter."""
    made = _("Made on {day} with Groundwork, from the community’s own file. It shows how things stood that day.")
    blocks: list[Block] = [
        Heading(_("About this report")),
        Para(made.format(day=long_day(content.made_on))),
        Note(_passing_on(content.audience), (left_out(content.shown.left_out, content.audience),)),
        Para(
            _(
                "It holds plans and partners only: never the story, the name or any detail of a person who was harmed. "
                "If you are worried about somebody, use the help lines."
            )
        ),
    ]
    if content.community.sample:
        said = _(
            "The community, the people and the plan in this report are invented, to show what a report looks like."
        )
        blocks.append(Para(said, Look.BODY, Tone.WARN))
    return tuple(blocks)


def _passing_on(audience: Audience) -> str:
    match audience:
        case Audience.PUBLIC:
            return _("This report may be given to anyone")
        case Audience.COMMITTEE:
            return _("This report is for the committee. Please do not pass it on")
        case Audience.OFFICE:
            return _("This report is for the office only. Please do not pass it on")
