"""Help lines: who can be called, when, how sure the facts are and when they were last checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.model.phrases import N_
from app.model.schema import Choice

WAYS = (
    Choice("call", N_("Call")),
    Choice("text", N_("Text")),
    Choice("email", N_("Email")),
)

CERTAINTY = (
    Choice("A", N_("Sure: read with the service or the government, and another source agrees")),
    Choice("B", N_("Fairly sure: read in one good source, or some years old")),
    Choice("C", N_("Not sure: second-hand")),
)

# What the file of help lines says where a fact is not known.
UNKNOWN = N_("We do not have this.")

# What a community adds is as sure as the office is.
LOCAL = Choice("L", N_("Added by your own office"))

# Shown wherever help lines are, on the screen and on paper.
CAUTIONS = (
    N_("A call or a text can show on a phone and on a phone bill. Use a phone that you know is safe."),
    N_("Short numbers such as 9-1-1, 9-8-8 and 2-1-1 may not work on a satellite phone or some internet phones."),
    N_("No number here was rung for this list. It was read from pages that the services and governments wrote."),
)


@dataclass(frozen=True, slots=True)
class Number:
    """One way to reach a line. `way` is a key of `WAYS`; `dial` is what a phone takes, `display` what people read.

    `send` is the word that a text must hold, `note` for whom or when this number is.
    """

    way: str
    display: str
    dial: str
    send: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number that stands in print and is not offered as help, with the reason."""

    number: str
    where: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """`hours` and `languages` say in words when we do not have them. `printed` explains numbers seen elsewhere.

    `certainty` is a key of `CERTAINTY`, or that of `LOCAL`; only a local line may have no day when it was checked.
    `pack` is the title of the content pack that brought it, empty for what came with the program.
    """

    id: str
    name: str
    numbers: tuple[Number, ...]
    hours: str
    languages: str
    for_whom: str
    source: str
    certainty: str
    checked: date | None
    order: int
    note: str = ""
    emergency: bool = False
    printed: tuple[PrintedNumber, ...] = ()
    pack: str = ""
