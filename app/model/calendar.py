"""Which lines of the plan stand in a calendar file, and how: as something to do, as done, or as cancelled.

A calendar keeps what it was once given, so a file must also say what is over. Nothing is remembered of files that were
handed out; who had a step, and on which day it was, is read from the history (`app.model.trace`), so that a file made on
another computer says the same. A file may so cancel what somebody was never given: that does no harm, while a reminder
that nobody takes back does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.model.audience import Shown
from app.model.item import Item
from app.model.trace import Trace

# What is over and was due longer ago than this is no longer told.
KEPT = timedelta(days=366)

OPEN, DONE, DROPPED, GIVEN_AWAY, GONE = "open", "done", "dropped", "given-away", "gone"
CANCELLED = frozenset({DROPPED, GIVEN_AWAY, GONE})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `state` is one of the names above. `item` is None for GONE: its words may have been taken out for a reason.

    `uid` is the same on every computer and in every file for the same reader: the item's id in the plan's file, with the
    partner's in theirs. They differ, since what is cancelled for one who gave it away goes on for everybody else.
    """

    uid: str
    day: date
    state: str
    item: Item | None
    trace: Trace


@dataclass(frozen=True)
class Plan:
    """`shown` comes from `app.model.audience.shown_to`; `traces` from the history, by id."""

    shown: Shown
    traces: Mapping[str, Trace]
    today: date
    _none: Trace = field(default_factory=Trace)

    def entries(self, partner_id: str = "", item_id: str = "") -> list[Entry]:
        """The entries of the whole plan, or one partner's, or one step's (as that partner's where one is named), by day."""
        found = [*self._standing(partner_id), *self._gone(partner_id)]
        mine = [one for one in found if not item_id or one.uid == uid(item_id, partner_id)]
        told = [one for one in mine if one.state == OPEN or one.day >= self.today - KEPT]
        return sorted(told, key=lambda one: (one.day, one.uid))

    def _standing(self, partner_id: str) -> Iterator[Entry]:
        for item in self.shown.items:
            trace = self.traces.get(item.id, self._none)
            day = item.by or trace.day
            has = not partner_id or partner_id == item.lead or partner_id in item.helpers
            if day is not None and (has or partner_id in trace.had):
                yield Entry(uid(item.id, partner_id), day, _state(item) if has else GIVEN_AWAY, item, trace)

    def _gone(self, partner_id: str) -> Iterator[Entry]:
        for item_id, trace in self.traces.items():
            if trace.gone and trace.day is not None and (not partner_id or partner_id in trace.had):
                yield Entry(uid(item_id, partner_id), trace.day, GONE, None, trace)


def uid(item_id: str, partner_id: str = "") -> str:
    """The name by which calendars know an entry again (RFC 7986 5.3: nothing in it tells of a person or a computer)."""
    return f"{item_id}.{partner_id}" if partner_id else item_id


def _state(item: Item) -> str:
    if item.status == "done":
        return DONE
    return DROPPED if item.status == "dropped" or item.by is None else OPEN
