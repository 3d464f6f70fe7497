"""What an answer may become, each with the one key that makes it so.

Source: toolkit, "Get Organized", Reflecting: each question has a part of the work that it leads to (`Asked.leads`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.model.phrases import N_

# A name is short: on a card it ends where the explaining begins.
_EXPLAINING = re.compile(r"\s*(?:[:;,](?:\s|$)|(?<=\w{4})[.!?](?:\s|$)|\s[-–—(]).*", re.DOTALL)
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Becoming:
    """`key` is the letter, `sort` what it becomes, `text` the button's words; `leads` are the questions it is offered for,
    empty for all.
    """

    key: str
    sort: str
    text: str
    icon: str
    leads: tuple[str, ...] = ()


BECOMINGS: tuple[Becoming, ...] = (
    Becoming("R", "page", N_("A page to read"), "book-open", ("learn",)),
    Becoming("L", "number", N_("A number of your own"), "phone", ("resource",)),
    Becoming("C", "join", N_("Ask this committee"), "gavel", ("committee",)),
    Becoming("N", "start", N_("Start a new committee"), "users-round", ("committee",)),
    Becoming("B", "brings", N_("What somebody brings"), "hand", ("offer",)),
    Becoming("S", "step", N_("A step"), "list-plus"),
    Becoming("P", "partner", N_("A partner"), "user-plus"),
    Becoming("A", "agreement", N_("We agree on it"), "handshake"),
)
# What needs a second choice, so that one key cannot do it alone.
ASKING = frozenset({"page", "brings"})


def becomings(leads: str) -> list[Becoming]:
    """What an answer to a question may become, what the question leads to first."""
    return [one for one in BECOMINGS if not one.leads or leads in one.leads]


def short_name(words: str) -> str:
    """A name out of an answer: "Fish plant" of "Fish plant: workers come every summer"."""
    name = _EXPLAINING.sub("", words).strip() or words.strip()
    if len(name) > LONGEST_NAME:
        name = name[:LONGEST_NAME].rpartition(" ")[0] or name[:LONGEST_NAME]
    return name
