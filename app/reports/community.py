"""The community report: the whole story of a community's work, for a council, a committee or a funder."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from app.model.logo import logo_of
from app.model.phrases import language
from app.reports.chapters.closing import closing_blocks
from app.reports.chapters.help_lines import help_line_blocks
from app.reports.chapters.partners import partner_blocks
from app.reports.chapters.plan import plan_blocks
from app.reports.chapters.summary import summary_blocks
from app.reports.content import CommunityContent
from app.reports.document import Cover, Document, Segment
from app.reports.kinds import PDF, Kind, written
from app.reports.paper import Paper
from app.reports.report import Report
from app.reports.words import left_out, long_day, made_for

__all__ = ["CommunityContent", "community_document", "community_report"]


def community_report(content: CommunityContent, paper: Paper, fonts_folder: Path, kind: Kind = PDF) -> Report:
    """The report as a file of this kind. `fonts_folder` holds BCSans-Regular.ttf and BCSans-Bold.ttf.

    The same content gives the same bytes. Raises OSError when a typeface file cannot be read.
    """
    return written(community_document(content), kind, paper, fonts_folder)


def community_document(content: CommunityContent) -> Document:
    """The report before it is set in type."""
    name = _name(content)
    return Document(
        title=_("Community report: {name}").format(name=name),
        author=name,
        language=language(),
        made_on=content.made_on,
        head=_("Community report"),
        foot=f"{long_day(content.made_on)} · {made_for(content.audience)}",
        cover=_cover(content),
        blocks=(
            *summary_blocks(content),
            *partner_blocks(content),
            *plan_blocks(content),
            *help_line_blocks(content.helplines, new_page=bool(content.shown.items)),
            *closing_blocks(content),
        ),
    )


def _cover(content: CommunityContent) -> Cover:
    summary = content.summary
    missing = {one.key for one in summary.gaps}
    sample = _("This is an invented sample. No place or person in it is real.") if content.community.sample else ""
    return Cover(
        kicker=_("Community report"),
        title=_name(content),
        nations=content.community.nations,
        place=content.community.place,
        facts=(
            long_day(content.made_on),
            made_for(content.audience),
            left_out(content.shown.left_out, content.audience),
        ),
        sample=sample,
        ring=tuple(Segment(one.label, one.key not in missing) for one in content.groups.shown),
        ring_figure=_("{count} of {total}").format(count=summary.groups, total=summary.all_groups),
        ring_caption=(
            _("groups have somebody in the circle")
            if content.complete
            else _("groups have somebody who is shown in this report")
        ),
        contents_title=_("In this report"),
        logo=logo_of(content.community.logo),
        logo_words=_("Logo of {name}").format(name=_name(content)),
    )


def _name(content: CommunityContent) -> str:
    return content.community.name or _("Our community")
