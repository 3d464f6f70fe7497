"""Partners who are likely the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.audience import shown_to
from app.model.doubles import BOTH, LEFT, RIGHT, differing, likely_pairs, merged
from app.model.partner import SHOW_TO, Partner
from app.model.schema import Audience


def pairs(*partners: Partner) -> list[tuple[str, str]]:
    return [(one.one.id, one.other.id) for one in likely_pairs(partners)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mae Sample", "mae sample"),
        ("Mae Sample", "Sample, Mae"),
        ("Jon Sampleson", "John Sampleson"),
        ("Zoe Muster", "Zoë Muster"),
    ],
)
def test_a_name_typed_twice_is_found(one: str, other: str) -> None:
    assert pairs(Partner(id="1", name=one), Partner(id="2", name=other)) == [("1", "2")]


@pytest.mark.parametrize(("one", "other"), [("Ana", "Ann"), ("Mae Sample", "Mia Muster"), ("Elder A", "Elder B")])
def test_other_names_are_left_alone(one: str, other: str) -> None:
    assert pairs(Partner(id="1", name=one), Partner(id="2", name=other)) == []


def test_the_same_email_is_a_reason() -> None:
    one = Partner(id="1", name="Band manager", email="M@example.org")
    assert pairs(one, Partner(id="2", name="Mae Sample", email="m@example.org")) == [("1", "2")]


def test_a_telephone_alone_is_an_offices() -> None:
    one = Partner(id="1", name="Mae Sample", phone="250-555-0101")
    assert pairs(one, Partner(id="2", name="Robin Muster", phone="(250) 555 0101")) == []
    assert pairs(one, Partner(id="3", name="M. Sample", phone="1 250 555 0101")) == [("1", "3")]


def test_who_was_said_to_be_somebody_else_is_not_asked_about_again() -> None:
    assert pairs(Partner(id="1", name="Mae", apart=("2",)), Partner(id="2", name="Mae")) == []


def test_a_person_and_an_office_are_not_the_same() -> None:
    assert pairs(Partner(id="1", name="Mae"), Partner(id="2", name="Mae", form="organisation")) == []


def test_what_only_one_says_is_kept_and_what_both_say_is_chosen() -> None:
    one = Partner(id="1", name="Mae", role="Nurse", phone="1", languages=("English",), notes="Tuesdays")
    other = Partner(id="2", name="Mae S.", email="m@example.org", languages=("French",), notes="Has a van")
    assert differing(one, other) == ["name", "languages", "notes"]
    values = merged(one, other, {"name": RIGHT, "notes": BOTH})
    assert (values["name"], values["role"], values["phone"], values["email"]) == (
        "Mae S.",
        "Nurse",
        "1",
        "m@example.org",
    )
    assert values["languages"] == ("English", "French")
    assert values["notes"] == "Tuesdays\nHas a van"


SHOW = st.sampled_from([one.key for one in SHOW_TO])
WIDTH = {one.key: n for n, one in enumerate(SHOW_TO)}


@given(SHOW, SHOW)
def test_nobody_sees_more_than_both_agreed_to(one: str, other: str) -> None:
    a, b = Partner(id="1", name="M", consent_show=one), Partner(id="2", name="M", consent_show=other)
    assert WIDTH[merged(a, b, {})["consent_show"]] == min(WIDTH[one], WIDTH[other])


WORDS = st.sampled_from(["", "tea", "bread"])
SEES = st.dictionaries(st.sampled_from(["phone", "role", "skills"]), SHOW)
UNTIL = st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 9))
anybody = st.builds(
    Partner,
    id=st.just("1"),
    name=st.just("Mae"),
    role=WORDS,
    phone=WORDS,
    skills=WORDS,
    notes=WORDS,
    languages=st.lists(st.sampled_from(["English", "French"]), unique=True).map(tuple),
    interest=st.none() | st.integers(1, 5),
    consent_show=SHOW,
    consent_until=UNTIL,
    sees=SEES,
)
TODAY = date(2026, 1, 5)


def fields_for(audience: Audience, partner: Partner) -> set[str]:
    """The fields that an audience sees something in."""
    seen = shown_to(audience, [partner], (), today=TODAY).partners
    return {name for one in seen for name in ("role", "phone", "skills") if getattr(one, name)}


@given(anybody, anybody, st.sampled_from([Audience.PUBLIC, Audience.COMMITTEE]))
def test_no_field_is_seen_by_more_than_both_wanted(one: Partner, other: Partner, audience: Audience) -> None:
    other = replace(other, id="2")
    left = Partner(**merged(one, other, {}), id="1")
    for before in (one, other):
        said = {name for name in ("role", "phone", "skills") if getattr(before, name)}
        assert fields_for(audience, left) & said <= fields_for(audience, before)


@given(anybody, anybody, st.dictionaries(st.sampled_from(["role", "phone", "notes"]), st.sampled_from([LEFT, RIGHT])))
def test_what_only_one_of_them_says_is_never_lost(one: Partner, other: Partner, chosen: dict[str, str]) -> None:
    other = replace(other, id="2")
    values, empty = merged(one, other, chosen), Partner()
    for name in ("role", "phone", "skills", "notes", "languages", "interest"):
        said = [getattr(each, name) for each in (one, other) if getattr(each, name) != getattr(empty, name)]
        if len(said) == 1:
            assert values[name] == said[0]
        elif said and name in ("skills", "languages"):
            assert all(word in values[name] for each in said for word in ([each] if isinstance(each, str) else each))


@given(anybody)
def test_a_partner_made_one_with_a_copy_of_itself_stays_as_it_was(one: Partner) -> None:
    assert Partner(**merged(one, replace(one, id="2"), {}), id="1") == one


def test_an_address_that_everybody_shares_says_nothing() -> None:
    many = [
        Partner(id=str(n), name=f"Worker {n} of the office {chr(97 + n) * 4}", email="info@example.org")
        for n in range(9)
    ]
    assert likely_pairs(many) == []
