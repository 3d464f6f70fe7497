"""A dated note on a line of the plan: what happened, what was agreed. Words about the work alone, for the office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.model.phrases import N_
from app.model.schema import Audience, Record, day, link, long

OFFICE = Audience.OFFICE


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """`on` is the day that the note is about."""

    kind: ClassVar[str] = "note"
    noun: ClassVar[str] = N_("note")
    title_field: ClassVar[str] = "words"

    item: str = link(N_("About"), "item", required=True, audience=OFFICE)
    on: date | None = day(N_("When"), audience=OFFICE)
    words: str = long(N_("Note"), limit=4_000, search=3, audience=OFFICE)


def notes_on(notes: Iterable[Note], item_id: str) -> list[Note]:
    """The notes on one line of the plan, the latest first."""
    mine = [one for one in notes if one.item == item_id]
    return sorted(mine, key=lambda one: (one.on or date.min, one.id), reverse=True)
