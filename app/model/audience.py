"""What an audience may see. Whoever makes something to hand out passes records through here first.

Rules (design section 6): a partner is shown no wider than they agreed to; a field no wider than it was declared, or than
this partner's own choice for it. Nothing is shown by default that was not agreed to, nor
longer than that.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.model.item import Item
from app.model.partner import Partner
from app.model.reflection import Answer, Meeting, Question
from app.model.schema import Audience, Record, specs
from app.model.tie import Tie

R = TypeVar("R", bound=Record)
# What the program keeps for itself: consent and where things came from. No report prints it for anybody.
NEVER_PRINTED = frozenset(
    {
        "consent_show",
        "consent_what",
        "consent_asked",
        "consent_asked_by",
        "consent_until",
        "sees",
        "origin",
        "apart",
        "series",
        "began",
    }
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What an audience may see, and how many partners were left out of it."""

    partners: tuple[Partner, ...]
    items: tuple[Item, ...]
    ties: tuple[Tie, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class ShownReflection:
    """What an audience may see of meetings. `left_out` counts cards whose words are gone: they led to somebody not shown."""

    meetings: tuple[Meeting, ...] = ()
    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    left_out: int = 0


def audience_named(key: str) -> Audience:
    """The names "public", "committee" or "office" as an Audience; raises KeyError for anything else."""
    return Audience[key.upper()]


def shown_to(
    audience: Audience,
    partners: Iterable[Partner],
    items: Iterable[Item],
    ties: Iterable[Tie] = (),
    today: date | None = None,
) -> Shown:
    """The partners who agreed, their open fields, and plan and ties without a trace of the others. `today` is for tests."""
    everybody, today = list(partners), today or date.today()
    agreed = [one for one in everybody if may_show(one, audience, today)]
    known = {one.id for one in agreed}
    return Shown(
        partners=tuple(_open_fields(one, audience, one.sees) for one in agreed),
        items=tuple(_open_item(one, audience, known) for one in items),
        ties=tuple(one for one in ties if one.from_partner in known and one.to_partner in known),
        left_out=len(everybody) - len(agreed),
    )


def reflection_shown_to(
    audience: Audience,
    shown: Shown,
    on_paper: Shown,
    meetings: Iterable[Meeting],
    questions: Iterable[Question],
    answers: Iterable[Answer],
) -> ShownReflection:
    """Meetings, questions and cards with the fields that are open to this audience; `shown` is what else it sees, and
    `on_paper` the same as it is printed (`app.model.naming.for_paper`).

    A card that became a partner who is not shown, or not by name, may hold that name: its words stay away. Links name only
    who is shown.
    """
    known = {one.id for one in shown.partners}
    printed = {one.id: one.name for one in on_paper.partners}
    named = {one.id for one in shown.partners if printed.get(one.id) == one.name}
    hidden = 0
    cards: list[Answer] = []
    for one in answers:
        seen = _open_fields(one, audience, {})
        if not named.issuperset(one.partners):
            hidden += 1
            seen = dataclasses.replace(seen, words="", pile="")
        cards.append(dataclasses.replace(seen, partners=tuple(each for each in seen.partners if each in known)))
    met = (_open_fields(one, audience, {}) for one in meetings)
    return ShownReflection(
        meetings=tuple(dataclasses.replace(one, came=tuple(each for each in one.came if each in known)) for one in met),
        questions=tuple(_open_fields(one, audience, {}) for one in questions),
        answers=tuple(cards),
        left_out=hidden,
    )


def may_show(partner: Partner, audience: Audience, today: date) -> bool:
    """Whether the partner may be shown to this audience at all."""
    return audience >= audience_named(agreed_to(partner, today))


def agreed_to(partner: Partner, today: date) -> str:
    """The name of the widest audience that a partner agrees to now: the office's alone again, once the day to ask again is
    past.
    """
    return "office" if has_lapsed(partner, today) else partner.consent_show


def has_lapsed(partner: Partner, today: date) -> bool:
    """Whether a partner agreed to be shown to more than the office, and only until a day that is past."""
    until = partner.consent_until
    return partner.consent_show != "office" and until is not None and until < today


def withheld(kind: type[R], records: Iterable[R], shown: Iterable[R]) -> tuple[str, ...]:
    """The names of the fields of which something was left out of those that are shown, in the order of their declaration.

    `shown` are what `shown_to` made of some of the `records`. Fields that no report prints are passed over.
    """
    whole = {one.id: one for one in records}
    pairs = [(whole[one.id], one) for one in shown]
    names = (name for name in specs(kind) if name not in NEVER_PRINTED)
    return tuple(name for name in names if any(getattr(one, name) != getattr(other, name) for one, other in pairs))


def _open_item(item: Item, audience: Audience, known: set[str]) -> Item:
    seen = _open_fields(item, audience, {})
    return dataclasses.replace(
        seen,
        lead=seen.lead if seen.lead in known else "",
        helpers=tuple(one for one in seen.helpers if one in known),
    )


def _open_fields(record: R, audience: Audience, chosen: Mapping[str, str]) -> R:
    hidden: dict[str, object] = {}
    empty = type(record)()
    for name, spec in specs(type(record)).items():
        limit = audience_named(chosen[name]) if name in chosen else spec.audience
        if audience < limit:
            hidden[name] = getattr(empty, name)
    return dataclasses.replace(record, **hidden)
