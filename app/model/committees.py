"""Committees: those that the toolkit says may be there already, and the steps to join one or to start one.

Source: toolkit, "Get Organized", How ("Contacting and joining an existing committee", "Starting a new committee or Community
Action Team") and What, 1 ("Existing Committees in Your Community").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from gettext import gettext as _

from app.model.partner import Partner
from app.model.phrases import N_
from app.model.tie import Tie

PAGE = "get-organized/committees"
SITS = "sits-with"


@dataclass(frozen=True, slots=True)
class Known:
    """A committee that may exist nearby. `group` is where it usually sits in the circle."""

    name: str
    about: str
    group: str


KNOWN = (
    Known(
        N_("Community Action Team (CAT)"),
        N_("Service providers who meet about the sexual exploitation of young people."),
        "youth-services",
    ),
    Known(
        N_("VAWIR committee"),
        N_("Violence Against Women in Relationships: joins up the work on violence at home."),
        "womens-shelter",
    ),
)


@dataclass(frozen=True, slots=True)
class Steps:
    """A goal and the steps below it, in words that can be changed afterwards."""

    goal: str
    steps: tuple[str, ...]


def joining(name: str) -> Steps:
    """The steps to ask a committee that exists to take this work on."""
    return Steps(
        _("{name} takes this work on").format(name=name),
        (
            _("Find out who leads {name}, and when it meets next").format(name=name),
            _("Send the toolkit’s first pages ahead, with one paragraph on why we ask"),
            _("Go to a meeting of {name} and ask whether it would take this on").format(name=name),
            _("Agree who of us sits on {name}, and who brings the news back").format(name=name),
        ),
    )


def starting() -> Steps:
    """The steps to start a committee where none would take this on."""
    return Steps(
        _("A committee of our own is at work"),
        (
            _("Ask five to eight people from different groups of the circle to sit on it"),
            _("Choose a day and a safe place for the first meeting, with food and child care"),
            _("Write half a page: what the committee is for, who leads it, how often it meets"),
            _("Agree how people’s safety and privacy are kept in meetings and notes"),
            _("Tell Chief and Council, the other committees and the service providers that it exists"),
        ),
    )


def members(committee_id: str, ties: Iterable[Tie]) -> dict[str, str]:
    """Who sits on a committee: tie ids by partner id."""
    found: dict[str, str] = {}
    for tie in ties:
        ends = (tie.from_partner, tie.to_partner)
        if tie.sort == SITS and committee_id in ends:
            found[ends[0] if ends[1] == committee_id else ends[1]] = tie.id
    return found


def committees(partners: Iterable[Partner]) -> list[Partner]:
    """The committees of the circle, by name."""
    return sorted((one for one in partners if one.form == "committee"), key=lambda one: one.name.casefold())
