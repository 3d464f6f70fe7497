"""A number that the office adds to the help lines: the nurse's station, the band's own after-hours phone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from typing import ClassVar

from app.model.helplines import LOCAL, UNKNOWN, HelpLine, Number
from app.model.phrases import N_
from app.model.schema import Audience, Record, day, line, long

PUBLIC = Audience.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalLine(Record):
    """All of it may be seen by anyone: it is made to be put up on a wall."""

    kind: ClassVar[str] = "helpline"
    noun: ClassVar[str] = N_("number of your own")
    title_field: ClassVar[str] = "name"

    name: str = line(N_("Who answers"), limit=80, search=10, required=True, audience=PUBLIC)
    number: str = line(N_("Phone number or email"), limit=60, search=5, audience=PUBLIC)
    hours: str = line(N_("When"), limit=80, audience=PUBLIC)
    languages: str = line(N_("Languages"), limit=80, audience=PUBLIC)
    for_whom: str = line(N_("What they help with"), search=3, audience=PUBLIC)
    note: str = long(N_("Good to know before calling"), limit=500, audience=PUBLIC)
    checked: date | None = day(N_("Checked on"), audience=PUBLIC)
    source: str = line(N_("Who told you"), audience=Audience.OFFICE)


def as_help_line(line: LocalLine) -> HelpLine:
    """The number as the help lines are shown and printed; it stands before the province's."""
    sort = "email" if "@" in line.number else "call"
    numbers = (Number(sort, line.number, line.number),) if line.number else ()
    unknown = _(UNKNOWN)
    return HelpLine(
        id=line.id,
        name=line.name,
        numbers=numbers,
        hours=line.hours or unknown,
        languages=line.languages or unknown,
        for_whom=line.for_whom,
        source="",
        certainty=LOCAL.key,
        checked=line.checked,
        order=0,
        note=line.note,
    )


def with_local(lines: Iterable[HelpLine], local: Iterable[LocalLine]) -> tuple[HelpLine, ...]:
    """Every line in the order in which it is shown: emergency, then the community's own that have a number, then all others."""
    own = sorted((as_help_line(one) for one in local if one.number), key=lambda one: one.name.casefold())
    known = sorted(lines, key=lambda one: (not one.emergency, one.order))
    urgent = [one for one in known if one.emergency]
    return (*urgent, *own, *(one for one in known if not one.emergency))
