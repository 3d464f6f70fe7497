"""Declarations hold together: names, labels, links and limits."""

from __future__ import annotations

import time
import uuid

import pytest

from app.model.kinds import KINDS
from app.model.schema import FieldType, Record, label_of, new_id, specs

NAMES = {kind.kind for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_label(kind: type[Record]) -> None:
    assert all(spec.label for spec in specs(kind).values())


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_leads_to_a_kind_that_exists(kind: type[Record]) -> None:
    links = [spec for spec in specs(kind).values() if spec.type in (FieldType.LINK, FieldType.LINKS)]
    assert all(spec.to in NAMES for spec in links)


@pytest.mark.parametrize("kind", KINDS)
def test_every_default_is_one_of_the_choices(kind: type[Record]) -> None:
    made = kind()
    for name, spec in specs(kind).items():
        if spec.choices:
            assert getattr(made, name) in {one.key for one in spec.choices}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_kind_is_called_by_is_a_field(kind: type[Record]) -> None:
    assert kind.title_field in specs(kind)


def test_ids_do_not_repeat() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000


def test_a_choice_of_a_newer_program_shows_as_it_is() -> None:
    spec = specs(KINDS[1])["involvement"]
    assert label_of(spec, "active") == "Active"
    assert label_of(spec, "enthusiastic") == "enthusiastic"


def test_ids_are_never_the_same_and_sort_by_the_time_they_were_made():
    many = [new_id() for _turn in range(2_000)]
    assert len(set(many)) == len(many)
    assert all(uuid.UUID(one).version == 7 and uuid.UUID(one).variant == uuid.RFC_4122 for one in many)
    first = new_id()
    time.sleep(0.005)
    assert first < new_id()
