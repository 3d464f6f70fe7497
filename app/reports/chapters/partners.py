"""Who is in the circle: partners under their groups, with the groups that nobody stands for in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext

from app.model.partner import INVOLVED, INVOLVEMENT, Partner
from app.model.schema import Audience, Choice, label_of, specs
from app.model.summary import by_group
from app.reports.content import CommunityContent
from app.reports.document import Block, Cell, Column, Heading, Note, Para, Row, Table
from app.reports.lettering import Look, Tone
from app.reports.links import link_of
from app.reports.words import listed

_BRINGS = ("skills", "abilities", "passions", "connections", "ideas")


@dataclass(frozen=True, slots=True)
class _Part:
    """A column: its title, how wide it is compared with the others, and what it shows of a partner."""

    title: str
    weight: float
    cell: Callable[[Partner], Cell]


def partner_blocks(content: CommunityContent, *, with_gaps: bool = True) -> tuple[Block, ...]:
    """The chapter; `with_gaps`: the groups that nobody stands for are named before the list too."""
    heading = Heading(_("Who is in the circle"))
    partners = content.shown.partners
    if not partners:
        return heading, Para(_empty(content), Look.LEAD)
    parts = _parts(content)
    whole = sum(one.weight for one in parts)
    columns = tuple(Column(one.title, one.weight / whole) for one in parts)
    rows = [
        row
        for group, members in by_group(partners, content.groups)
        for row in _group_rows(content, group, members, parts)
    ]
    lead = _("By the groups that the toolkit names as people to involve.")
    unsaid = any(one.involvement == "not-asked" for one in partners)
    if unsaid and content.opens(Partner, "involvement") and content.audience is not Audience.OFFICE:
        lead = f"{lead} {_('A dash means not yet asked, or not said here.')}"
    gaps = (gaps_note(content),) if with_gaps else ()
    return heading, Para(lead, Look.LEAD), *gaps, Table(columns, tuple(rows))


def gaps_note(content: CommunityContent) -> Note:
    """The groups that nobody stands for, in words."""
    gaps = content.summary.gaps
    names = tuple(_(one.label) for one in gaps)
    if not gaps:
        return Note(_("Somebody stands for every group"), (_("All groups that the toolkit names have a partner."),))
    if content.complete and content.opens(Partner, "involvement"):
        title = ngettext(
            "Nobody stands for {count} group yet", "Nobody stands for {count} groups yet", len(gaps)
        ).format(count=len(gaps))
        line = _("Who could speak for them? One conversation is enough to begin.")
    else:
        title = _("Groups that no partner in this report stands for")
        line = _("Some of them may have a partner who is not named in this report.")
    return Note(title, (line,), names, Tone.WARN)


def _empty(content: CommunityContent) -> str:
    if content.shown.left_out:
        return _("No partner has agreed to be shown to the readers of this report.")
    return _("Nobody has been added yet. Begin with one person you would call first, then ask who is missing.")


def _group_rows(
    content: CommunityContent, group: Choice, members: Sequence[Partner], parts: Sequence[_Part]
) -> list[Row]:
    title = Cell((Para(group.label, Look.GROUP),))
    rows = [Row((title, Cell((_count(content, group, members),))), level=1)]
    rows.extend(Row(tuple(part.cell(one) for part in parts)) for one in members)
    return rows


def _count(content: CommunityContent, group: Choice, members: Sequence[Partner]) -> Para:
    if any(one.involvement in INVOLVED for one in members) or (members and not group.key):
        count = ngettext("{count} partner", "{count} partners", len(members)).format(count=len(members))
        return Para(count, Look.CELL_NOTE)
    if members:
        return Para(_("Nobody at present"), Look.CELL_FLAG)
    words = _("Nobody yet") if content.complete else _("Nobody named here")
    return Para(words, Look.CELL_FLAG)


def _parts(content: CommunityContent) -> list[_Part]:
    partners = content.shown.partners
    brings = any(_bring_paras(one) for one in partners)
    parts = [_Part(_("Partner"), 0.40, lambda one: _name_cell(one, with_role=brings))]
    if brings:
        parts.append(_Part(_("What they bring"), 0.40, lambda one: Cell(_bring_paras(one))))
    else:
        parts.append(_Part(_("Role and organisation"), 0.40, _role_cell))
    if content.opens(Partner, "involvement"):
        parts.append(_Part(_("How involved"), 0.20, lambda one: _involvement_cell(one, content.audience)))
    return parts


def _name_cell(partner: Partner, *, with_role: bool) -> Cell:
    paras = [Para(partner.name, Look.CELL_STRONG)]
    role = _role(partner)
    if with_role and role:
        paras.append(Para(role, Look.CELL_NOTE))
    reach = [one for one in (partner.phone, partner.email, partner.address) if one]
    paras.extend(Para(one, Look.CELL_NOTE, link=link_of(one)) for one in reach)
    return Cell(tuple(paras))


def _role_cell(partner: Partner) -> Cell:
    return Cell((Para(_role(partner), Look.CELL),))


def _role(partner: Partner) -> str:
    return listed([one for one in (partner.role, partner.organisation) if one])


def _bring_paras(partner: Partner) -> tuple[Para, ...]:
    declared = specs(Partner)
    said = [(declared[name].label, str(getattr(partner, name))) for name in _BRINGS]
    said.append((declared["languages"].label, listed(list(partner.languages))))
    form = _("{label}: {text}")
    return tuple(Para(form.format(label=_(label), text=text), Look.CELL_NOTE) for label, text in said if text)


def _involvement_cell(partner: Partner, audience: Audience) -> Cell:
    """For lesser audiences "not yet asked" is also what a hidden value looks like, so it is not claimed there."""
    if partner.involvement == "not-asked" and audience is not Audience.OFFICE:
        return Cell((Para("–", Look.CELL, Tone.MUTED),))
    tone = Tone.INK if partner.involvement in INVOLVED else Tone.MUTED
    label = label_of(specs(Partner)["involvement"], partner.involvement)
    strong = partner.involvement == INVOLVEMENT[0].key
    return Cell((Para(_(label), Look.CELL_STRONG if strong else Look.CELL, tone),))
