"""Invented content of any size for trying reports; nobody in it is real."""

from __future__ import annotations

from datetime import date, timedelta

from app.model.audience import shown_to
from app.model.community import Community
from app.model.groups import GROUPS
from app.model.helplines import HelpLine, Number, PrintedNumber
from app.model.item import STATUSES, Item
from app.model.partner import INVOLVEMENT, Partner
from app.model.schema import Audience
from app.reports.content import CommunityContent

TODAY = date(2027, 3, 15)
NATIONS = ("hən̓q̓əmin̓əm̓", "SENĆOŦEN", "Sm'algya̱x", "Tŝilhqot'in", "nłeʔkepmxcín k̕ʷi", "X̱aayda Kil", "Kwak̓wala")
EMPTY_GROUPS = ("newcomer-services", "lived-experience", "businesses")
ROLES = ("Manager", "Constable", "Elder", "Counsellor", "Principal", "Outreach worker")
SKILLS = (
    "Trained to listen without judging; knows who to call at any hour.",
    "A meeting room with a kitchen, and a van that seats twelve.",
    "",
    "Speaks with families up and down the inlet, and is trusted by them.",
)


def make_partners(count: int) -> list[Partner]:
    """Partners over all groups but three, in every state of involvement and consent."""
    groups = [one.key for one in GROUPS if one.key not in EMPTY_GROUPS]
    return [
        Partner(
            id=f"p{number}",
            name=f"{NATIONS[number % len(NATIONS)]} Partner {number}",
            group=groups[number % len(groups)] if number % 17 != 16 else "",
            role=ROLES[number % len(ROLES)],
            organisation=("Inlet Health Centre", "Tidewater Society", "")[number % 3],
            involvement=INVOLVEMENT[number % len(INVOLVEMENT)].key,
            phone=f"250-555-{number:04d}",
            email=f"partner.number.{number}@example.org",
            languages=("English", NATIONS[number % len(NATIONS)]),
            skills=SKILLS[number % len(SKILLS)],
            ideas="Bring it to the feast in May." if number % 5 == 0 else "",
            consent_show=("public", "committee", "public", "office")[number % 4],
        )
        for number in range(count)
    ]


def make_items(goals: int, steps: int, partners: int) -> list[Item]:
    """Goals with an objective each and `steps` steps below; some directly under the goal, some below a step."""
    items: list[Item] = []
    for goal in range(goals):
        items.append(
            Item(id=f"g{goal}", level="goal", what=f"Young people in {NATIONS[goal % 7]} country know whom to ask")
        )
        items.append(
            Item(id=f"o{goal}", parent=f"g{goal}", level="objective", what="Every school has somebody who was trained")
        )
        items.extend(_step(goal, number, partners) for number in range(steps))
    return items


def make_content(
    partners: int = 45, goals: int = 4, steps: int = 7, audience: Audience = Audience.COMMITTEE
) -> CommunityContent:
    """The content of a whole report."""
    people, plan = make_partners(partners), make_items(goals, steps, partners)
    return CommunityContent(make_community(), shown_to(audience, people, plan), audience, make_helplines(), TODAY)


def make_community() -> Community:
    """An invented place on the coast."""
    return Community(
        id="community",
        name="Cedar Inlet",
        nations="Invented Nations of the Inlet (hən̓q̓əmin̓əm̓, Sm'algya̱x)",
        place="North coast, British Columbia",
        about="Since the autumn a small group has met every second Tuesday at the friendship centre.\n"
        "This report tells council and funders what has been agreed and what is still missing.",
        sample=True,
    )


def make_helplines() -> tuple[HelpLine, ...]:
    """An emergency line and three that do not exist."""
    return (
        _line("b", "Example Listening Line", Number("call", "1-800-555-0134", "18005550134"), order=2),
        _line("e", "Emergency", Number("call", "9-1-1", "911"), order=1, emergency=True),
        HelpLine(
            id="c",
            name="Example Line for People Who Prefer to Write",
            numbers=(
                Number("call", "1-800-555-0199", "18005550199"),
                Number("text", "1-800-555-0199", "18005550199"),
                Number("text", "555550", "555550", send="TALK", note="for young people"),
                Number("email", "someone.who.answers@example.org", "someone.who.answers@example.org"),
            ),
            hours="Day and night",
            languages="More than 100, through interpreters",
            for_whom="Anyone harmed by a crime, and those who worry about them",
            source="https://example.org/",
            certainty="B",
            checked=date(2026, 11, 20),
            order=3,
            note="Answered by staff who know the north coast.",
            printed=(
                PrintedNumber("1-800-555-0100", "an older leaflet", "This was another service. We could not check it."),
            ),
        ),
        _line("d", "Example Youth Line", Number("text", "555551", "555551", send="HELLO"), order=4),
    )


def _line(key: str, name: str, number: Number, *, order: int, emergency: bool = False) -> HelpLine:
    return HelpLine(
        id=key,
        name=name,
        numbers=(number,),
        hours="Day and night",
        languages="English and French",
        for_whom="Anyone in danger" if emergency else "Anyone",
        source="https://example.org/",
        certainty="A",
        checked=date(2026, 11, 20),
        order=order,
        emergency=emergency,
    )


def _step(goal: int, number: int, partners: int) -> Item:
    parent = f"g{goal}" if number % 5 == 0 else f"o{goal}"
    return Item(
        id=f"s{goal}-{number}",
        parent=f"s{goal}-1" if number == 3 else parent,
        what=(
            "Ask the school district for a day of training",
            "Print the pocket cards in SENĆOŦEN",
            "Meet the Elders’ circle",
        )[number % 3],
        lead=f"p{(goal * 7 + number) % partners}" if partners and number % 4 else "",
        helpers=(f"p{number % partners}",) if partners and number % 3 == 0 else (),
        by=TODAY + timedelta(days=number * 11 - 20) if number % 6 != 5 else None,
        status=STATUSES[number % len(STATUSES)].key,
        sign="Two teachers in each school say that they know whom to call." if number % 3 == 1 else "",
        repeats="monthly" if number == 2 else "none",
    )
