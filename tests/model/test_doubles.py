"""Partners who are likely the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.doubles import BOTH, RIGHT, differing, likely_pairs, merged
from app.model.partner import SHOW_TO, Partner


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


def test_an_address_that_everybody_shares_says_nothing() -> None:
    many = [
        Partner(id=str(n), name=f"Worker {n} of the office {chr(97 + n) * 4}", email="info@example.org")
        for n in range(9)
    ]
    assert likely_pairs(many) == []
