"""Who is called by name, and who by role."""

from __future__ import annotations

import pytest

from app.model.audience import shown_to
from app.model.naming import for_paper, goes_by
from app.model.partner import Partner
from app.model.schema import Audience


def lived(**values: object) -> Partner:
    return Partner(**{"name": "Wren Canary", "group": "lived-experience", **values})  # type: ignore[arg-type]


def test_lived_experience_stays_a_role_without_a_name() -> None:
    assert goes_by(lived(role="Peer adviser")) == "Peer adviser"
    assert goes_by(lived()) == "Somebody with lived experience"
    assert goes_by(lived(), hidden=True) == "Somebody with lived experience"


@pytest.mark.parametrize("audience", ["committee", "public"])
def test_unless_that_person_wants_otherwise(audience: str) -> None:
    assert goes_by(lived(consent_show=audience)) == "Wren Canary"
    assert goes_by(lived(consent_show=audience), hidden=True) == "W. C."


def test_a_network_for_lived_experience_keeps_its_name() -> None:
    assert goes_by(lived(name="Advisory network", form="organisation")) == "Advisory network"


def test_everybody_else_goes_by_name_until_names_are_hidden() -> None:
    assert goes_by(Partner(name="Rowan Tree", role="Nurse")) == "Rowan Tree"
    assert goes_by(Partner(name="Rowan Tree", role="Nurse"), hidden=True) == "Nurse"


def test_on_paper_too_and_where_they_work_is_gone_with_the_name() -> None:
    nurse = Partner(id="1", name="Rowan Tree", organisation="Health centre")
    shown = shown_to(Audience.OFFICE, [nurse, lived(id="2")], ())
    assert [one.name for one in for_paper(shown).partners] == ["Rowan Tree", "Somebody with lived experience"]
    hidden = for_paper(shown, hidden=True).partners[0]
    assert (hidden.name, hidden.organisation) == ("R. T.", "")
