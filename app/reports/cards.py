"""Help numbers to put up on a wall, and small ones to cut out and carry.

The small ones are called "useful numbers" and no more: a card may be found by somebody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from gettext import gettext as _
from pathlib import Path

from app.model.helplines import CAUTIONS, LOCAL, UNKNOWN, HelpLine
from app.model.phrases import language
from app.reports.chapters.help_lines import ways_in_words
from app.reports.content import CommunityContent
from app.reports.document import Para
from app.reports.fonts import Fonts
from app.reports.lettering import Look, Tone
from app.reports.paper import Paper
from app.reports.pen import Pen
from app.reports.report import Report
from app.reports.stack import Stack, set_paras
from app.reports.tags import Element, Role
from app.reports.watch import Watch, unwatched
from app.reports.words import long_day

# A business card (ISO/IEC 7810 ID-1, as a bank card): fits every wallet. Points.
CARD_WIDTH, CARD_HEIGHT = 242.6, 153.0
_ACROSS, _DOWN = 2, 4
_PAD = 10.0


def wall_card(
    lines: Sequence[HelpLine],
    community: str,
    made_on: date,
    paper: Paper,
    fonts_folder: Path,
    watch: Watch = unwatched,
) -> Report:
    """One sheet to be read from two steps away: emergency in large letters, then as many lines as the sheet holds.

    `lines` come in the order of their weight. Raises OSError when a typeface file cannot be read.
    """
    pen = _pen(_("Help numbers for the wall"), community, made_on, paper, fonts_folder, watch)
    side, scale = paper.side * 0.8, paper.scale
    width = paper.width - 2 * side
    top = 40 * scale
    page = pen.tree.add(Role.SECT)
    urgent = next((one for one in lines if one.emergency), None)
    if urgent is not None:
        top = _draw_emergency(pen, page, urgent, side, top, width)
    if not any(one.certainty == LOCAL.key for one in lines):
        top = _draw_blank(pen, page, side, top, width)
    listed = page.add(Role.L, numbering="None")
    said = [Para(_(CAUTIONS[0]), Look.NOTE_TITLE, Tone.WARN), Para(_made(made_on, community), Look.SMALL)]
    foot = _stack(pen, said, width, page)
    end = paper.height - 36 * scale - foot.height
    left_out = 0
    for line in (one for one in lines if not one.emergency):
        row = _wall_row(pen, listed.add(Role.LI).add(Role.LBODY), line, width)
        height = max(stack.height for stack in row) + 11 * scale
        if left_out or top + height > end - 8 * scale:
            left_out += 1
            continue
        pen.line(side, top, side + width, top, Tone.LINE, 0.7)
        row[0].draw(pen, side, top + 5.5 * scale)
        row[1].draw(pen, side + width * 0.62, top + 5.5 * scale)
        top += height
    foot.draw(pen, side, end)
    pen.end_page()
    return Report(pen.finish(), 1, (*_did_not_fit(left_out), *pen.fonts.warnings()))


def pocket_cards(
    lines: Sequence[HelpLine],
    community: str,
    made_on: date,
    paper: Paper,
    fonts_folder: Path,
    watch: Watch = unwatched,
) -> Report:
    """A sheet of eight like cards, the size of a bank card, with lines to cut along.

    Raises OSError when a typeface file cannot be read.
    """
    pen = _pen(_("Useful numbers for the pocket"), community, made_on, paper, fonts_folder, watch)
    stacks, fitted = _pocket_stacks(pen, lines, made_on)
    left = (paper.width - _ACROSS * CARD_WIDTH) / 2
    top = (paper.height - _DOWN * CARD_HEIGHT) / 2
    more = pen.tree.add(Role.FIGURE, alt=_("The same card seven times more, to cut out."))
    more.frame = pen.frame((left, top, left + _ACROSS * CARD_WIDTH, top + _DOWN * CARD_HEIGHT))
    for number in range(_ACROSS * _DOWN):
        x, y = left + number % _ACROSS * CARD_WIDTH, top + number // _ACROSS * CARD_HEIGHT
        # The cards are alike: the first is read out, and that there are more of it.
        with pen.drawing(more) if number else nullcontext():
            for stack, across, down in stacks:
                stack.draw(pen, x + across, y + down)
    _draw_cuts(pen, left, top)
    pen.end_page()
    return Report(pen.finish(), 1, (*_did_not_fit(len(lines) - fitted), *pen.fonts.warnings()))


def wall_card_report(content: CommunityContent, paper: Paper, fonts_folder: Path, watch: Watch = unwatched) -> Report:
    """The wall card with a community's own lines; see `wall_card`."""
    return wall_card(content.helplines, content.community.name, content.made_on, paper, fonts_folder, watch)


def pocket_cards_report(
    content: CommunityContent, paper: Paper, fonts_folder: Path, watch: Watch = unwatched
) -> Report:
    """The pocket cards with a community's own lines; see `pocket_cards`."""
    return pocket_cards(content.helplines, content.community.name, content.made_on, paper, fonts_folder, watch)


def _draw_cuts(pen: Pen, left: float, top: float) -> None:
    """Thin lines to cut along, a little longer than the cards."""
    right, bottom = left + _ACROSS * CARD_WIDTH, top + _DOWN * CARD_HEIGHT
    for number in range(_ACROSS + 1):
        x = left + number * CARD_WIDTH
        pen.line(x, top - 12, x, bottom + 12, Tone.LINE, 0.5)
    for number in range(_DOWN + 1):
        y = top + number * CARD_HEIGHT
        pen.line(left - 12, y, right + 12, y, Tone.LINE, 0.5)


def _pen(title: str, community: str, made_on: date, paper: Paper, fonts_folder: Path, watch: Watch) -> Pen:
    fonts = Fonts(fonts_folder)
    return Pen(paper, fonts, title=title, author=community, language=language(), made_on=made_on, watch=watch)


def _draw_emergency(pen: Pen, page: Element, line: HelpLine, x: float, top: float, width: float) -> float:
    """A tinted box; answers with where the sheet goes on."""
    scale, pad = pen.paper.scale, 16 * pen.paper.scale
    said = [Para(_("In danger now"), Look.WALL_TITLE, Tone.WARN), Para(line.note, Look.BODY)]
    words = _stack(pen, said, width * 0.52, page, Role.H1)
    number = _stack(pen, [Para(line.numbers[0].display, Look.WALL_EMERGENCY, Tone.WARN)], width * 0.4, page)
    height = max(words.height, number.height) + 2 * pad
    pen.box(x, top, width, height, Tone.WARN_SOFT)
    pen.box(x, top, 5 * scale, height, Tone.WARN)
    words.draw(pen, x + pad + 5 * scale, top + (height - words.height) / 2)
    number.draw(pen, x + width * 0.62, top + (height - number.height) / 2)
    return top + height + 12 * scale


def _draw_blank(pen: Pen, page: Element, x: float, top: float, width: float) -> float:
    """A line to write the local number on by hand, where the office has added none."""
    stack = _stack(pen, [Para(_("Our local police or nurse:"), Look.WALL_NAME)], width * 0.58, page)
    height = stack.height + 16 * pen.paper.scale
    stack.draw(pen, x, top + 6 * pen.paper.scale)
    foot = top + height - 6 * pen.paper.scale
    pen.line(x + width * 0.62, foot, x + width, foot, Tone.MUTED, 0.8)
    return top + height


def _wall_row(pen: Pen, entry: Element, line: HelpLine, width: float) -> tuple[Stack, Stack]:
    who = [Para(line.name, Look.WALL_NAME), Para(line.for_whom, Look.CELL_NOTE)]
    hours = "" if line.hours == UNKNOWN else line.hours
    numbers: list[Para] = []
    found = ways_in_words(line.numbers)
    for display, ways in found:
        is_phone = "@" not in display
        # Of two numbers for calling, each says whom it is for.
        alike = [one for one, same in found if same == ways]
        notes = [one.note for one in line.numbers if one.display == display and one.note and len(alike) > 1]
        if is_phone or len(line.numbers) == 1:
            numbers.append(Para(display, Look.WALL_NUMBER if is_phone else Look.WALL_NAME))
            numbers.append(Para(" · ".join(one for one in (ways, *notes, hours) if one), Look.CELL_NOTE))
            hours = ""
    return _stack(pen, who, width * 0.58, entry), _stack(pen, numbers, width * 0.38, entry)


def _pocket_stacks(pen: Pen, lines: Sequence[HelpLine], made_on: date) -> tuple[list[tuple[Stack, float, float]], int]:
    """What stands on one card, each with its place on it; and how many lines fitted."""
    room = CARD_WIDTH - 2 * _PAD
    card = pen.tree.add(Role.SECT)
    title = _plain(pen, [Para(_("Useful numbers"), Look.POCKET_TITLE)], room, card.add(Role.H1))
    listed = card.add(Role.L, numbering="None")
    foot = _plain(
        pen, [Para(_(CAUTIONS[0]), Look.POCKET_NOTE), Para(long_day(made_on), Look.POCKET_NOTE)], room, card.add(Role.P)
    )
    found: list[tuple[Stack, float, float]] = [(title, _PAD, _PAD - 2)]
    down, end, fitted = _PAD + title.height, CARD_HEIGHT - _PAD - foot.height, 0
    for line in lines:
        number = next((one.display for one in line.numbers if one.way != "email"), "")
        entry = listed.add(Role.LI).add(Role.LBODY)
        name_stack = _plain(pen, [Para(line.name, Look.POCKET)], room * 0.66, entry.add(Role.P))
        number_stack = _plain(pen, [Para(number, Look.POCKET_NUMBER)], room * 0.32, entry.add(Role.P))
        height = max(name_stack.height, number_stack.height) + 1
        if down + height > end:
            break
        found += [(name_stack, _PAD, down), (number_stack, _PAD + room * 0.68, down)]
        down += height
        fitted += 1
    return [*found, (foot, _PAD, end)], fitted


def _stack(pen: Pen, paras: Sequence[Para], width: float, part: Element, first: Role = Role.P) -> Stack:
    """Each paragraph is one of `part`; the first may be a heading."""
    said = tuple(one for one in paras if one.text)
    tags = [part.add(Role.P if number else first) for number in range(len(said))]
    return set_paras(said, width, pen.paper.scale, pen.fonts, tags)


def _plain(pen: Pen, paras: Sequence[Para], width: float, tag: Element) -> Stack:
    """A card is as large on every paper."""
    return set_paras(tuple(paras), width, 1.0, pen.fonts, [tag] * len(paras))


def _made(made_on: date, community: str) -> str:
    day = _("Made {day}. Ring a number once a year to see that it still works.").format(day=long_day(made_on))
    return f"{community} · {day}" if community else day


def _did_not_fit(count: int) -> tuple[str, ...]:
    if count <= 0:
        return ()
    return (_("Not all help lines fit: {count} are left out, the last ones of the list.").format(count=count),)
