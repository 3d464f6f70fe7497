"""Partners as cards to cut out, ten to a Letter sheet: who they are and how to reach them, as far as these readers may know."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

from app.model.partner import Partner
from app.model.phrases import language
from app.reports.content import CommunityContent
from app.reports.document import Para
from app.reports.fonts import Fonts
from app.reports.lettering import Look, Tone
from app.reports.links import link_of
from app.reports.paper import Paper
from app.reports.pen import Pen
from app.reports.report import Report
from app.reports.stack import Stack, set_paras
from app.reports.tags import Element, Role
from app.reports.watch import Watch, unwatched
from app.reports.words import left_out, listed, long_day, made_for

# A North American business card, 3.5 x 2 inches, in points.
WIDTH, HEIGHT = 252.0, 144.0
_PAD = 14.0
# Printers leave the first quarter of an inch of a sheet bare.
_HEAD = 20.0
# So many names are said of cards that were too small, and how many more there are.
_SAID = 5


def contact_cards(content: CommunityContent, paper: Paper, fonts_folder: Path, watch: Watch = unwatched) -> Report:
    """The sheets as a PDF, by group and name. Raises OSError when a typeface file cannot be read."""
    name = content.community.name or _("Our community")
    title = _("Contact cards: {name}").format(name=name)
    pen = Pen(
        paper, Fonts(fonts_folder), title=title, author=name, language=language(), made_on=content.made_on, watch=watch
    )
    pen.tree.add(Role.H1)
    across, down = int(paper.width // WIDTH), int((paper.height - 60) // HEIGHT)
    partners = sorted(content.shown.partners, key=lambda one: (content.groups.place(one.group), one.name.casefold()))
    sheets = [partners[at : at + across * down] for at in range(0, len(partners), across * down)] or [[]]
    cut: list[str] = []
    pen.expect(len(sheets))
    for number, sheet in enumerate(sheets):
        _draw_head(pen, content, (paper.width - across * WIDTH) / 2, first=number == 0)
        if not sheet:
            nobody = [Para(_("There is nobody to print a card for."), Look.LEAD)]
            _set(pen, nobody, paper.measure, [pen.tree.add(Role.P)]).draw(pen, paper.side, paper.top)
        cut += _draw_sheet(pen, content, sheet, across, down)
        pen.end_page()
    return Report(pen.finish(), len(sheets), (*_cut_words(cut), *pen.fonts.warnings()))


def _cut_words(names: list[str]) -> tuple[str, ...]:
    if not names:
        return ()
    more = len(names) - _SAID
    if more > 0:
        words = ngettext(
            "Not everything fitted on the cards of: {names}; and {count} more.",
            "Not everything fitted on the cards of: {names}; and {count} more.",
            more,
        )
        return (words.format(names="; ".join(names[:_SAID]), count=more),)
    return (_("Not everything fitted on the cards of: {names}.").format(names="; ".join(names)),)


def _draw_head(pen: Pen, content: CommunityContent, left: float, *, first: bool) -> None:
    """One line above the cards, cut away with the edge; where nobody is shown, that it is so."""
    facts = f"{_('Contact cards')} · {long_day(content.made_on)} · {made_for(content.audience)}"
    if content.shown.left_out:
        facts += f" · {left_out(content.shown.left_out, content.audience)}"
    if content.community.sample:
        facts += " · " + _("Invented sample")
    tag = next(one for one in pen.tree.walk() if one.role is Role.H1) if first else None
    _set(pen, [Para(facts, Look.POCKET_NOTE)], pen.paper.width - 2 * left, [tag]).draw(pen, left, _HEAD)
    if not content.shown.partners:
        said = [
            Para(_("There is nobody to print a card for."), Look.CHAPTER),
            Para(_("Add partners in Who, or choose other readers."), Look.LEAD, above=4),
        ]
        _set(pen, said, pen.paper.measure, [pen.tree.add(Role.P) for _one in said]).draw(pen, pen.paper.side, 72)


def _draw_sheet(pen: Pen, content: CommunityContent, partners: Sequence[Partner], across: int, down: int) -> list[str]:
    """Answers with whose card was too small."""
    left, top = (pen.paper.width - across * WIDTH) / 2, (pen.paper.height - down * HEIGHT) / 2
    cut: list[str] = []
    listed_cards = pen.tree.add(Role.L, numbering="None")
    for number, partner in enumerate(partners):
        x, y = left + number % across * WIDTH, top + number // across * HEIGHT
        if not _draw_card(pen, content, partner, (x, y), listed_cards.add(Role.LI).add(Role.LBODY)):
            cut.append(partner.name)
    rows = -(-len(partners) // across)
    for number in range(across + 1 if partners else 0):
        x = left + number * WIDTH
        pen.line(x, top - 8, x, top + rows * HEIGHT + 8, Tone.LINE, 0.5)
    for number in range(rows + 1 if partners else 0):
        y = top + number * HEIGHT
        pen.line(left - 8, y, left + across * WIDTH + 8, y, Tone.LINE, 0.5)
    return cut


def _draw_card(
    pen: Pen, content: CommunityContent, partner: Partner, corner: tuple[float, float], part: Element
) -> bool:
    """Answers with whether everything fitted."""
    said = [
        Para(content.groups.label(partner.group), Look.CELL_NOTE, Tone.PRIMARY),
        Para(partner.name, Look.SECTION),
    ]
    work = listed([one for one in (partner.role, partner.organisation) if one])
    reach = [one for one in (partner.phone, partner.email, partner.address) if one]
    said += [Para(one, Look.CELL_NOTE) for one in (work,) if one]
    said += [Para(one, Look.CELL_STRONG, above=2, link=link_of(one)) for one in reach]
    if partner.languages:
        said.append(Para(listed(list(partner.languages)), Look.CELL_NOTE, above=2))
    stack = _set(pen, said, WIDTH - 2 * _PAD, [part.add(Role.P) for _one in said])
    fitting, rest = stack.split(HEIGHT - 2 * _PAD + 6)
    fitting.draw(pen, corner[0] + _PAD, corner[1] + _PAD - 4)
    return not rest.lines


def _set(pen: Pen, paras: Sequence[Para], width: float, tags: Sequence[Element | None]) -> Stack:
    """A card is as large on every paper."""
    return set_paras(tuple(paras), width, 1.0, pen.fonts, tags)
