"""Minutes, and what was said over time: what belongs in them, for whom, from nothing to forty long answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.model.audience import reflection_shown_to, shown_to
from app.model.community import Community
from app.model.item import Item
from app.model.naming import for_paper
from app.model.partner import Partner
from app.model.reflection import Answer, Meeting, Question
from app.model.schema import Audience
from app.reports.content import CommunityContent, Picked
from app.reports.minutes import minutes_document, minutes_report
from app.reports.paper import LETTER
from app.reports.reflection import reflection_document, reflection_report
from tests.reports.build import TODAY
from tests.reports.reading import FONTS, all_text, squeezed

PEOPLE = (
    Partner(id="rose", name="Rose Canary", consent_show="office"),
    Partner(id="centre", name="Friendship Centre", form="organisation", consent_show="committee"),
    Partner(id="peer", name="Peer Canary", group="lived-experience", role="Peer mentor", consent_show="office"),
)
STEPS = (Item(id="s1", level="action", what="Ask the school", lead="centre", by=date(2027, 4, 1)),)
MARCH = Meeting(
    id="m2",
    name="March evening",
    on=date(2027, 3, 15),
    place="The hall",
    came=("rose", "centre"),
    others=3,
    asks=("1", "8", "own"),
    notes="Office canary",
)
AUTUMN = Meeting(id="m1", name="Autumn talk", on=date(2026, 10, 2), asks=("1",))
OWN = Question(id="own", text="Our own question?")


def card(words: str, question: str = "1", meeting: str = "m2", **more: object) -> Answer:
    return Answer(id=words, meeting=meeting, question=question, words=words, **more)  # type: ignore[arg-type]


CARDS = (
    card("Rides after dark", pile="On the road", dots=3),
    card("The bus stopped", pile="On the road", dots=1),
    card("Offers online"),
    card("Anyone may pass", "8", agreed=True),
    card("Ask the school for an evening", "8", items=("s1",)),
    card("Rosie from the store", "8", partners=("rose",)),
    card("The peer canary", "8", partners=("peer",)),
    card("Rides", meeting="m1"),
)


def content(
    audience: Audience = Audience.OFFICE,
    meetings: tuple[Meeting, ...] = (MARCH, AUTUMN),
    cards: tuple[Answer, ...] = CARDS,
    picked: str = "",
) -> CommunityContent:
    shown = shown_to(audience, PEOPLE, STEPS)
    on_paper = for_paper(shown)
    return CommunityContent(
        Community(name="Cedar Inlet"),
        on_paper,
        audience,
        (),
        TODAY,
        reflection=reflection_shown_to(audience, shown, on_paper, meetings, (OWN,), cards),
        picked=Picked(picked),
    )


def minutes(audience: Audience = Audience.OFFICE, **more: object) -> str:
    return minutes_document(content(audience, **more)).text()  # type: ignore[arg-type]


def test_minutes_say_what_was_agreed_which_steps_came_and_every_answer() -> None:
    text = minutes()
    for said in ("March evening", "15 March 2027 · The hall", "Anyone may pass", "Ask the school", "1 Apr 2027"):
        assert said in text
    assert "Rides after dark (3 dots)" in text
    assert "On the road (4 dots)" in text
    assert text.index("On the road") < text.index("Other answers") < text.index("Offers online")
    assert "Our own question?\nNothing was written down." in text
    assert "Rides\n" not in text


def test_who_was_there_stands_in_the_copy_of_the_office_alone() -> None:
    assert "Friendship Centre, Rose Canary" in minutes()
    assert "3 people more" in minutes()
    inside = minutes(Audience.COMMITTEE)
    assert "Who was there" not in inside
    assert "Office canary" not in inside


def test_a_card_that_led_to_somebody_who_is_not_shown_does_not_name_them() -> None:
    assert "Rosie from the store" in minutes()
    inside = minutes(Audience.COMMITTEE)
    assert "Rosie" not in inside
    assert "Left out" in inside


def test_nor_does_one_that_led_to_somebody_who_goes_by_a_role_on_paper() -> None:
    assert "peer canary" not in minutes()
    assert "Peer Canary" not in minutes()


def test_the_picked_meeting_is_told_or_the_newest() -> None:
    assert minutes(picked="m1").startswith("Autumn talk")
    assert minutes().startswith("March evening")


def test_what_was_said_stands_side_by_side_the_earliest_first() -> None:
    text = reflection_document(content()).text()
    assert text.index("Autumn talk · 2 Oct 2026") < text.index("March evening · 15 Mar 2027")
    assert "Rosie from the store" in text
    assert "Rosie" not in reflection_document(content(Audience.COMMITTEE)).text()
    assert "What we agreed, all together" in text


def test_more_than_three_meetings_are_counted() -> None:
    meetings = tuple(replace(AUTUMN, id=f"m{n}", name=f"Talk {n}", on=date(2026, n, 1)) for n in range(1, 6))
    cards = tuple(card(f"word {n}", meeting=f"m{n}") for n in range(1, 6))
    text = reflection_document(content(meetings=meetings, cards=cards)).text()
    assert "2 earlier meetings are not shown" in text
    assert "Talk 3" in text
    assert "Talk 2" not in text


@pytest.mark.parametrize("make", [minutes_report, reflection_report])
def test_forty_long_answers_lose_no_word(make) -> None:
    long = " ".join(f"word{n}" for n in range(60))
    cards = tuple(card(f"{number} {long} end{number}", dots=number or None) for number in range(40))
    text = squeezed(all_text(make(content(cards=cards), LETTER, FONTS).pdf))
    assert all(f"end{number}" in text for number in range(40))
    assert make(content(cards=cards), LETTER, FONTS).pages > 3


@pytest.mark.parametrize("make", [minutes_document, reflection_document])
def test_nothing_yet_is_said_kindly(make) -> None:
    assert "yet" in make(content(meetings=(), cards=())).text()


def test_minutes_are_of_the_last_meeting_that_was_held_unless_another_is_picked() -> None:
    coming = Meeting(id="m3", name="Summer feast", on=date(2027, 6, 1), asks=("1",))
    told = content()
    reflection = replace(told.reflection, meetings=(*told.reflection.meetings, coming))
    assert "March evening" in minutes_document(replace(told, reflection=reflection)).text()
    picked = replace(told, reflection=reflection, picked=Picked("m3"))
    assert "Summer feast" in minutes_document(picked).text()
