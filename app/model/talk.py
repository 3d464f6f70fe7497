"""A talk with a partner: when it was, what was said about the work, and what comes next by when.

It is about the work alone, never a case: the form says so, and the words are for the office.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from app.model.phrases import N_
from app.model.schema import Audience, Record, day, flag, line, link, long

# A follow-up is named on Home this many days before its day.
SOON = 7
OFFICE = Audience.OFFICE


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Record):
    """`on` is the day of the talk; `by` the day of the follow-up, and `done` says that it was held."""

    kind: ClassVar[str] = "talk"
    noun: ClassVar[str] = N_("talk")
    title_field: ClassVar[str] = "next"

    partner: str = link(N_("With"), "partner", required=True, audience=OFFICE)
    on: date | None = day(N_("When"), audience=OFFICE)
    said: str = long(N_("What was said about the work"), limit=2_000, search=3, audience=OFFICE)
    next: str = line(N_("What comes next"), search=3, audience=OFFICE)
    by: date | None = day(N_("Follow up by"), audience=OFFICE)
    done: bool = flag(N_("Followed up"), audience=OFFICE)


def due(talks: Iterable[Talk], today: date) -> list[Talk]:
    """Follow-ups that are late or come soon, the earliest first."""
    limit = today + timedelta(days=SOON)
    waiting = [one for one in talks if one.by is not None and not one.done and one.by <= limit]
    return sorted(waiting, key=lambda one: (one.by or today, one.id))


def latest_first(talks: Iterable[Talk], partner_id: str) -> list[Talk]:
    """The talks with one partner."""
    mine = [one for one in talks if one.partner == partner_id]
    return sorted(mine, key=lambda one: (one.on or date.min, one.id), reverse=True)


def last_said(talks: Iterable[Talk]) -> dict[str, str]:
    """What was said in the latest talk with each partner in which something was noted, by partner id."""
    said = (one for one in talks if one.said)
    return {one.partner: one.said for one in sorted(said, key=lambda one: (one.on or date.min, one.id))}
