"""What a name alone says: an office, a committee, or, when in doubt, a person."""

from __future__ import annotations

import pytest

from app.model.forms import form_of


@pytest.mark.parametrize(
    "name",
    [
        "Inlet Motel", "Harbour Taxi Ltd.", "Friendship Centre Society", "Cedar Inlet Secondary", "School District 52",
        "RCMP detachment", "Ministry of Children and Family Development", "St. Brendan's Church", "Anglican Church",
        "Cedar Transition House", "Band office",
    ],
)  # fmt: skip
def test_offices_are_known(name: str) -> None:
    assert form_of(name) == "organisation"


@pytest.mark.parametrize("name", ["VAWIR committee", "Community Action Team", "Parent council", "Youth Task Force"])
def test_committees_are_known(name: str) -> None:
    assert form_of(name) == "committee"


@pytest.mark.parametrize(
    "name",
    [
        "Alma Redfern", "Charlotte Church", "Stan Church", "Dana House", "Sam Hall", "Henry Lodge", "Health centre nurse",
        "School principal", "Committee", "", "Office", "Hélène", "Marguerite-Anne Featherstonehaugh-Whitaker",
    ],
)  # fmt: skip
def test_in_doubt_it_is_a_person(name: str) -> None:
    assert form_of(name) == "person"
