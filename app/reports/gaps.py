"""Who is missing, as a sheet to work with: each group that nobody stands for, with room to write whom to ask, who asks, by when.

It shows how involved partners are, so it is for the committee or the office, never for anyone.
"""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _
from gettext import ngettext

from app.model.partner import INVOLVED, Partner
from app.model.phrases import N_
from app.model.schema import Audience, Choice
from app.model.summary import by_group
from app.model.trouble import Refused
from app.reports.content import CommunityContent
from app.reports.document import Block, Cell, Column, Document, Heading, Para, Row, Table
from app.reports.lettering import Look
from app.reports.plain import plain_document
from app.reports.words import listed

_ASK = (N_("Whom could we ask?"), N_("Who asks, and by when"))
_ASK_AGAIN = (N_("What did they say?"), N_("Who asks again, and by when"))
# Room for a name written by hand, in points.
_HAND = 31.0


def gaps_document(content: CommunityContent) -> Document:
    """The report before it is set in type. Raises Refused for the public."""
    if content.audience is Audience.PUBLIC:
        raise Refused(
            _("Who is missing shows how involved each partner is. It can be made for the office or the committee.")
        )
    return plain_document(content, _("Who is missing"), _blocks(content))


def _blocks(content: CommunityContent) -> Iterator[Block]:
    gaps = content.summary.gaps
    yield Heading(_("Who is missing"))
    if not gaps:
        yield Para(
            _("Somebody stands for every group. Look at the groups with one person: who could come along?"), Look.LEAD
        )
    else:
        said = ngettext(
            "Nobody stands for {count} group of the toolkit yet. One conversation is enough to begin.",
            "Nobody stands for {count} groups of the toolkit yet. One conversation is enough to begin.",
            len(gaps),
        )
        shown = _("No partner in this list stands for these groups. Somebody may who is not named here.")
        yield Para(said.format(count=len(gaps)) if content.complete else shown, Look.LEAD)
        yield _sheet((N_("Group"), *_ASK), [(one.label, "") for one in gaps])
    alone = _alone(content)
    if alone:
        yield Heading(_("One person only"), level=2)
        yield Para(_("If they move away or fall ill, nobody is left. Who could stand beside them?"))
        yield _sheet((N_("Group and who is there"), *_ASK), alone)
    waiting = sorted((one for one in content.shown.partners if one.involvement == "asked"), key=_by_name)
    if waiting:
        yield Heading(_("Asked, and no answer yet"), level=2)
        said = [(one.name, listed([x for x in (one.role, one.organisation) if x])) for one in waiting]
        yield _sheet((N_("Who was asked"), *_ASK_AGAIN), said)


def _alone(content: CommunityContent) -> list[tuple[str, str]]:
    found: list[tuple[Choice, Partner]] = []
    for group, members in by_group(content.shown.partners, content.groups):
        here = [one for one in members if one.involvement in INVOLVED]
        if group.key and len(here) == 1:
            found.append((group, here[0]))
    return [(group.label, partner.name) for group, partner in found]


def _sheet(titles: tuple[str, str, str], entries: list[tuple[str, str]]) -> Table:
    columns = tuple(Column(_(title), share) for title, share in zip(titles, (0.40, 0.32, 0.28), strict=True))
    return Table(columns, tuple(_row(*one) for one in entries))


def _row(name: str, note: str) -> Row:
    paras = (Para(name, Look.CELL_STRONG), *([Para(note, Look.CELL_NOTE)] if note else []))
    return Row((Cell(paras), Cell(), Cell()), room=_HAND)


def _by_name(partner: Partner) -> str:
    return partner.name.casefold()
