"""Phrases that several chapters use: days, audiences, who was left out."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import ngettext

from app.model.months import MONTHS
from app.model.schema import Audience

# As many as stay a reminder.
REMINDER_WORDS = 4


def long_day(day: date) -> str:
    """Such as 15 March 2027."""
    return _("{day} {month} {year}").format(day=day.day, month=_(MONTHS[day.month - 1][0]), year=day.year)


def short_day(day: date) -> str:
    """Such as 15 Mar 2027."""
    return _("{day} {month} {year}").format(day=day.day, month=_(MONTHS[day.month - 1][1]), year=day.year)


def first_words(title: str, most: int) -> str:
    """The first words of a title, for where it is repeated: a whole sentence that is repeated, and so not read out, would be
    taken for a lost one.
    """
    words = title.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


def made_for(audience: Audience) -> str:
    """Who may have the report, in a few words."""
    match audience:
        case Audience.PUBLIC:
            return _("For anyone")
        case Audience.COMMITTEE:
            return _("For the committee")
        case Audience.OFFICE:
            return _("For the office only")


def left_out(count: int, audience: Audience) -> str:
    """How many partners are not in the report, and why."""
    if not count:
        return _("No partner is left out.")
    if audience is Audience.PUBLIC:
        sentence = ngettext(
            "{count} partner is left out: they have not agreed to be shown to anyone outside.",
            "{count} partners are left out: they have not agreed to be shown to anyone outside.",
            count,
        )
    else:
        sentence = ngettext(
            "{count} partner is left out: they have not agreed to be shown to the committee.",
            "{count} partners are left out: they have not agreed to be shown to the committee.",
            count,
        )
    return sentence.format(count=count)


def done_of(done: int, total: int) -> str:
    """Such as "3 of 7 steps done"."""
    if not total:
        return _("No steps yet")
    return ngettext("{done} of {total} step done", "{done} of {total} steps done", total).format(done=done, total=total)


def listed(names: list[str]) -> str:
    """Names with commas between them."""
    return _(", ").join(names)
