"""Which column of a plan's sheet is which: by our own headings in any order, or as other people's action plans name them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _

from app.model.finding import folded
from app.model.item import Item
from app.model.plan_sheet import DATED, FIELDS, HEADINGS, KEY, KEY_HEADING, NUMBER, SENT, SENT_HEADING
from app.model.schema import specs
from app.model.sheet import Row

_KNOWN = {
    NUMBER: "no | nr | num | item no | outline number | wbs | ref | item number | step number",
    "level": "kind | sort | type | row type",
    "what": "action | actions | task | tasks | step | steps | action step | action item | activity | activities | to do | "
    "description | task name | action steps | item | title | what will be done | what needs to be done | subject | "
    "tache | name",
    "lead": "who | responsible | person responsible | owner | assigned | assigned to | assignee | lead person | by whom | "
    "led by | who will do it | who is responsible | responsibility | leads | qui",
    "helpers": "helper | with | helped by | partners | support | supported by | team | who else",
    "starts": "start | start date | starting | begin | begins | from | date started | start on",
    "by": "due | due date | deadline | date | when | by | finish | finish date | end | end date | target date | timeline | "
    "due by | complete by | completion date | finish by | quand",
    "status": "status | state | progress | done | how does it stand | stage | complete | etat",
    "waits_for": "waiting for | depends on | predecessors | predecessor | after | blocked by | dependency | dependencies",
    "needs": "need | resources | resources needed | needed | what is needed | support needed | resources required",
    "cost": "cost | budget | dollars | price | amount | estimated cost",
    "sign": "sign | success | measure | indicator | how we will know | evidence | outcome | measures | indicators | "
    "sign of success | evaluation",
    "has": "have | available | resources available | assets | we have",
    "barriers": "barrier | risks | risk | obstacles | challenges | potential barriers | potential barriers or resistance",
    "tell": "tell | communication | inform | who to tell | communicate to | who should know | communication plan",
    "safety": "safe | safety | safety plan",
    "repeats": "repeat | recurrence | how often | frequency",
    "review": "review date | review on | review | next review | check on",
    "notes": "note | comment | comments | remarks | remark",
}
_LOOKED_AT = 25


@dataclass(frozen=True, slots=True)
class Headings:
    """`columns` name each column's field (or NUMBER, KEY ...), empty where it is none; `at` is the heading's place in the rows.

    `sent` is what our own file says of itself after its name: how it was made, which part, and when; empty in others.
    """

    columns: tuple[str, ...]
    at: int
    sent: str = ""
    unknown: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there is anything that a step could be made of."""
        return "what" in self.columns or KEY in self.columns


def find_headings(rows: Sequence[Row]) -> Headings:
    """The headings in the first rows of a file: other people's plans have a title and a date above them."""
    best = Headings((), 0)
    most = 0
    words = _by_words()
    for place, row in enumerate(rows[:_LOOKED_AT]):
        found = _match(row.cells, place, words)
        known = sum(bool(one) for one in found.columns)
        filled = sum(bool(one.strip()) for one in row.cells)
        if found.found and known > most and (known * 3 >= filled):
            best, most = found, known
    return best


def _match(cells: Sequence[str], place: int, words: Mapping[str, str]) -> Headings:
    columns: list[str] = []
    sent = ""
    for cell in cells:
        target = _target(cell, words)
        if target == SENT:
            sent = cell.strip()[len(SENT_HEADING) :].strip()
        columns.append("" if target in columns else target)
    unknown = tuple(cell.strip() for cell, name in zip(cells, columns, strict=True) if cell.strip() and not name)
    return Headings(tuple(columns), place, sent, unknown)


def _target(cell: str, known: Mapping[str, str]) -> str:
    words = cell.strip()
    if words.casefold().startswith(SENT_HEADING.casefold()):
        return SENT
    if words.casefold() == KEY_HEADING.casefold():
        return KEY
    if words in ("#", "№"):
        return NUMBER
    return known.get(folded(re.sub(r"\(.*?\)|[_/-]", " ", words)), "") if len(words) < 60 else ""


def _by_words() -> dict[str, str]:
    """Other people's words first, so that ours win."""
    found = {folded(word): name for name, line in _KNOWN.items() for word in line.split("|")}
    declared = specs(Item)
    for name in FIELDS:
        found |= {folded(declared[name].label): name, folded(_(declared[name].label)): name}
    for name in (NUMBER, DATED):
        found |= {folded(HEADINGS[name]): name, folded(_(HEADINGS[name])): name}
    return found
