"""A report of one subject: its chapters without a cover, with the community's name along the top."""

from __future__ import annotations

from collections.abc import Iterable
from gettext import gettext as _

from app.reports.content import CommunityContent
from app.reports.document import Block, Document, Para
from app.reports.lettering import Look, Tone
from app.reports.words import left_out, long_day, made_for

LANGUAGE = "en-CA"


def plain_document(
    content: CommunityContent, title: str, blocks: Iterable[Block], *, people: bool = True, narrowed: bool = True
) -> Document:
    """`title` is what the report is called; `people` says that partners are in it, so that who is left out is told.

    `narrowed` says that it holds what some readers may not see; blank sheets do not.
    """
    name = content.community.name or _("Our community")
    return Document(
        title=_("{title}: {name}").format(title=title, name=name),
        author=name,
        language=LANGUAGE,
        made_on=content.made_on,
        head=title,
        foot=f"{long_day(content.made_on)} · {made_for(content.audience)}" if narrowed else long_day(content.made_on),
        cover=None,
        blocks=(*blocks, *_closing(content, people=people)),
    )


def _closing(content: CommunityContent, *, people: bool) -> Iterable[Block]:
    if people and content.shown.left_out:
        yield Para(left_out(content.shown.left_out, content.audience), Look.SMALL, above=12)
    if content.community.sample:
        yield Para(_("This is an invented sample. No place or person in it is real."), Look.SMALL, Tone.WARN)
