"""A tie between two partners. The kinds follow Net-Map's coloured arrows (Schiffer), reworded for this setting."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import gettext as _
from typing import ClassVar

from app.model.phrases import N_
from app.model.schema import Choice, Record, choice, line, link

TIE_SORTS = (
    Choice("works-with", N_("works with")),
    Choice("refers-to", N_("refers people to")),
    Choice("funds", N_("funds")),
    Choice("sits-with", N_("sits on a committee with")),
    Choice("trusts", N_("trusts")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie(Record):
    """From one partner to another; never about who harms whom."""

    kind: ClassVar[str] = "tie"
    noun: ClassVar[str] = N_("tie")
    title_field: ClassVar[str] = "note"

    from_partner: str = link(N_("From"), "partner", required=True)
    to_partner: str = link(N_("To"), "partner", required=True)
    sort: str = choice(N_("Kind of tie"), TIE_SORTS, "works-with")
    note: str = line(N_("Note"))

    def refusal(self) -> str:
        """A tie joins two different partners."""
        return _("A tie joins two different partners.") if self.from_partner == self.to_partner else ""
