"""A copy that a service set aside is known by its name, whichever service it was."""

from __future__ import annotations

import pytest

from app.model.cloud_copies import original_of, twins

SET_ASIDE = [
    "Cedar Inlet (Rose's conflicted copy 2026-11-26)",
    "Cedar Inlet (Band Office’s conflicted copy 2026-11-26 (1))",
    "Cedar Inlet (conflicted copy 2026-11-26 141005)",
    "Cedar Inlet (Case Conflict)",
    "Cedar Inlet_conflict-20261126-141005",
    "Cedar Inlet.sync-conflict-20261126-141005-ABCDEFG",
    "Cedar Inlet-DESKTOP-4F7K2LM",
    "Cedar Inlet-LAPTOP-4F7K2LM-2",
]


@pytest.mark.parametrize("stem", SET_ASIDE)
def test_a_copy_set_aside_tells_of_which_file(stem: str) -> None:
    assert original_of(stem) == "Cedar Inlet"


@pytest.mark.parametrize(
    "stem", ["Cedar Inlet", "Cedar Inlet (2)", "Cedar-Inlet", "Conflict plan", "Cedar Inlet 2026-11-26"]
)
def test_another_name_tells_of_none(stem: str) -> None:
    assert original_of(stem) == ""


def test_those_of_one_file_find_each_other_and_no_others() -> None:
    folder = ["Cedar Inlet", *SET_ASIDE[:2], "Other", "Other (conflicted copy 1)"]
    assert twins("Cedar Inlet", folder) == sorted(SET_ASIDE[:2])
    assert twins(SET_ASIDE[0], folder) == sorted(["Cedar Inlet", SET_ASIDE[1]])
    assert twins("Other (conflicted copy 1)", folder) == ["Other"]
    assert twins("Alone", folder) == []
