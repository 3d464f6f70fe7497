"""A partner: a person, an organisation or a committee who could help, does help, or has stepped back.

Source of the fields: toolkit, "Get Organized", Who, and reflecting question 7 ("What skills, abilities, passions,
connections, and ideas do I bring?"). Interest and influence follow Mendelow's grid (1981).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.model.groups import GROUPS, NO_GROUP
from app.model.origin import LONGEST as LONGEST_ORIGIN
from app.model.phrases import N_
from app.model.schema import Audience, Choice, Record, choice, day, line, links, long, marks, scale, words

FORMS = (
    Choice("person", N_("Person")),
    Choice("organisation", N_("Organisation")),
    Choice("committee", N_("Committee")),
)

INVOLVEMENT = (
    Choice("active", N_("Active")),
    Choice("committed", N_("Committed")),
    Choice("interested", N_("Interested")),
    Choice("asked", N_("Asked")),
    Choice("not-asked", N_("Not yet asked")),
    Choice("stepped-back", N_("Stepped back")),
    Choice("said-no", N_("Said no")),
)
INVOLVED = frozenset({"active", "committed", "interested", "asked", "not-asked"})

SHOW_TO = (
    Choice("office", N_("Office only")),
    Choice("committee", N_("Committee")),
    Choice("public", N_("Anyone")),
)

# Asked of committees alone.
TAKES_ON = (
    Choice("yes", N_("Yes")),
    Choice("perhaps", N_("Perhaps")),
    Choice("no", N_("No")),
    Choice("asked", N_("Asked, no answer yet")),
    Choice("", N_("Not asked yet")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner(Record):
    """`consent_show` is the widest audience the partner agreed to; `sees` narrows or widens single fields by audience name.

    `apart` are partners who look like this one and are somebody else.
    """

    kind: ClassVar[str] = "partner"
    noun: ClassVar[str] = N_("partner")
    title_field: ClassVar[str] = "name"

    name: str = line(N_("Name"), search=10, required=True, audience=Audience.PUBLIC)
    form: str = choice(N_("Kind"), FORMS, "person", audience=Audience.PUBLIC)
    group: str = choice(N_("Group"), (*GROUPS, NO_GROUP), "", more="group", audience=Audience.PUBLIC)
    role: str = line(N_("Role"), search=5, audience=Audience.PUBLIC)
    organisation: str = line(N_("Organisation"), search=5, audience=Audience.PUBLIC)
    involvement: str = choice(N_("How involved"), INVOLVEMENT, "not-asked")
    phone: str = line(N_("Phone"), search=2, audience=Audience.OFFICE)
    email: str = line(N_("Email"), search=2, audience=Audience.OFFICE)
    address: str = line(N_("Other way to reach them"), search=1, audience=Audience.OFFICE)
    languages: tuple[str, ...] = words(N_("Languages"), search=3)
    interest: int | None = scale(N_("Interest"))
    influence: int | None = scale(N_("Influence"))
    skills: str = long(N_("Skills"), search=3)
    abilities: str = long(N_("Abilities"), search=3)
    passions: str = long(N_("Passions"), search=3)
    connections: str = long(N_("Connections"), search=3)
    ideas: str = long(N_("Ideas"), search=3)
    consent_show: str = choice(N_("May be shown to"), SHOW_TO, "office", audience=Audience.OFFICE)
    consent_what: str = line(N_("What may be shown"), audience=Audience.OFFICE)
    consent_asked: date | None = day(N_("Asked on"), audience=Audience.OFFICE)
    consent_asked_by: str = line(N_("Asked by"), audience=Audience.OFFICE)
    consent_until: date | None = day(N_("Ask again by"), audience=Audience.OFFICE)
    takes_on: str = choice(N_("Would it take this on?"), TAKES_ON, "")
    sees: Mapping[str, str] = marks(N_("Who may see each field"))
    origin: str = line(N_("Where this came from"), limit=LONGEST_ORIGIN, audience=Audience.OFFICE)
    apart: tuple[str, ...] = links(N_("Known to be somebody else"), "partner", audience=Audience.OFFICE)
    notes: str = long(N_("Notes"), search=2, audience=Audience.OFFICE)
