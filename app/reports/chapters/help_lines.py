"""Help lines on paper: emergency first, each with when it was checked and how sure its facts are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import gettext as _

from app.model.helplines import CAUTIONS, CERTAINTY, LOCAL, UNKNOWN, WAYS, HelpLine, Number
from app.model.pack_words import brought_words
from app.model.schema import Choice
from app.reports.document import Block, Cell, Column, Heading, Note, Para, Row, Table
from app.reports.lettering import Look, Tone
from app.reports.links import link_of
from app.reports.words import short_day


def help_line_blocks(lines: Iterable[HelpLine], *, new_page: bool = True) -> tuple[Block, ...]:
    """The chapter; on a page of its own it can be taken out and pinned up."""
    ordered = sorted(lines, key=lambda one: (not one.emergency, one.order, one.name.casefold()))
    heading = Heading(_("Help lines"), new_page=new_page)
    if not ordered:
        return heading, Para(_("In danger, call 9-1-1, or the local police where there is no 9-1-1."), Look.LEAD)
    lead = Para(_("Anyone may call, for themselves or because they are worried about somebody."), Look.LEAD)
    caution, *others = (_(one) for one in CAUTIONS)
    columns = (Column(_("Who to call"), 0.42), Column(_("Number"), 0.28), Column(_("When, and how sure we are"), 0.3))
    table = Table(columns, tuple(_rows(ordered)))
    used = {one.certainty for one in ordered}
    known = [
        _("{letter}. {meaning}.").format(letter=one.key, meaning=_(one.label))
        for one in (*CERTAINTY, LOCAL)
        if one.key in used
    ]
    return heading, lead, Note(caution, tuple(others), tone=Tone.WARN), Para("\n".join(known), Look.SMALL), table


def _rows(lines: Sequence[HelpLine]) -> list[Row]:
    """Emergency lines under their own heading, when there are any."""
    urgent = [one for one in lines if one.emergency]
    rest = [one for one in lines if not one.emergency]
    rows: list[Row] = []
    for title, part in ((_("In danger now"), urgent), (_("To talk, to ask, to get help"), rest)):
        if part:
            rows.append(Row((Cell((Para(title, Look.GROUP),)),), level=1))
            rows.extend(Row((_who(one), _numbers(one), _facts(one))) for one in part)
    return rows


def _who(line: HelpLine) -> Cell:
    paras = [
        Para(line.name, Look.CELL_STRONG),
        Para(line.for_whom, Look.CELL),
        Para(line.note, Look.CELL_NOTE, above=2),
    ]
    for printed in line.printed:
        said = _("{number} ({where}): {note}")
        text = said.format(number=printed.number, where=printed.where, note=printed.note)
        paras.append(Para(text, Look.CELL_NOTE, above=2))
    return Cell(tuple(one for one in paras if one.text))


def _numbers(line: HelpLine) -> Cell:
    paras: list[Para] = []
    for display, ways in _by_display(line.numbers).items():
        look = Look.CELL_STRONG if "@" in display else Look.NUMBER
        paras.append(Para(display, look, above=5, link=link_of(display)))
        paras.append(Para(_ways(ways), Look.CELL_NOTE))
        paras.extend(Para(one, Look.CELL_NOTE) for one in dict.fromkeys(way.note for way in ways) if one)
    return Cell(tuple(paras))


def ways_in_words(numbers: Sequence[Number]) -> list[tuple[str, str]]:
    """Each number once, with what can be done with it, such as "Call or text"."""
    return [(display, _ways(ways)) for display, ways in _by_display(numbers).items()]


def _by_display(numbers: Sequence[Number]) -> dict[str, list[Number]]:
    """A number that takes calls and texts stands there once."""
    found: dict[str, list[Number]] = {}
    for one in numbers:
        found.setdefault(one.display, []).append(one)
    return found


def _ways(numbers: Sequence[Number]) -> str:
    """Such as "Call or text"."""
    plain = _(" or ").join(_label(WAYS, one.way) for one in numbers if not one.send).capitalize()
    return _("; ").join([*([plain] if plain else []), *(_way(one) for one in numbers if one.send)])


def _way(number: Number) -> str:
    return _("{way} the word {word} to it").format(way=_label(WAYS, number.way), word=number.send)


def _facts(line: HelpLine) -> Cell:
    sure = _label((*CERTAINTY, LOCAL), line.certainty).partition(":")[0].lower()
    checked = (
        _("Checked {day} ({letter}, {sure})") if line.checked is not None else _("Not checked yet ({letter}, {sure})")
    )
    day = short_day(line.checked) if line.checked is not None else ""
    looked_up = checked.format(day=day, letter=line.certainty, sure=sure)
    said = [*_times(line), looked_up, *([brought_words(line.pack)] if line.pack else [])]
    return Cell(tuple(Para(one, Look.CELL_NOTE) for one in said))


def _times(line: HelpLine) -> list[str]:
    """Hours and languages; what nobody knows of both is said once, and shortly."""
    if line.hours == UNKNOWN == line.languages:
        return [_("Hours and languages not known")]
    hours = _("Hours: {hours}").format(hours=line.hours) if line.hours != UNKNOWN else _("Hours not known")
    known = line.languages != UNKNOWN
    languages = _("Languages: {languages}").format(languages=line.languages) if known else _("Languages not known")
    return [hours, languages]


def _label(choices: Sequence[Choice], key: str) -> str:
    return next((_(one.label) for one in choices if one.key == key), key)
