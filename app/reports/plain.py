"""A report of one subject: its chapters without a cover, with the community's name along the top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from gettext import gettext as _

from app.model.phrases import language
from app.reports.content import CommunityContent
from app.reports.document import Block, Document, Para
from app.reports.lettering import Look, Tone
from app.reports.words import left_out, long_day, made_for


def plain_document(
    content: CommunityContent, title: str, blocks: Iterable[Block], *, people: bool = True, narrowed: bool = True
) -> Document:
    """`title` is what the report is called; `people` says that partners are in it, so that who is left out is told.

    `narrowed` says that it holds what some readers may not see; blank sheets do not.
    """
    name = content.community.name or _("Our community")
    foot = [long_day(content.made_on), made_for(content.audience) if narrowed else ""]
    if content.community.sample and not narrowed:
        # Elsewhere it is said below the heading.
        foot.append(_("invented sample"))
    return Document(
        title=_("{title}: {name}").format(title=title, name=name),
        author=name,
        language=language(),
        made_on=content.made_on,
        head=title,
        foot=" · ".join(one for one in foot if one),
        cover=None,
        blocks=tuple(_opened(content, blocks, people=people) if narrowed else blocks),
    )


def _opened(content: CommunityContent, blocks: Iterable[Block], *, people: bool) -> Iterator[Block]:
    """Below the first heading: whose report it is and who is not in it. At the end that could be a page of its own."""
    heading, *rest = blocks
    yield heading
    community = content.community
    whose = " · ".join(one for one in (community.name, community.place) if one)
    if whose:
        yield Para(whose, Look.NOTE_TITLE, Tone.PRIMARY)
    if people and content.shown.left_out:
        yield Para(left_out(content.shown.left_out, content.audience), Look.SMALL)
    if community.sample:
        yield Para(_("This is an invented sample. No place or person in it is real."), Look.SMALL, Tone.WARN)
    yield from rest
