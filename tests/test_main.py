"""What the start settles for the whole program."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from app.__main__ import collect_seldom


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    before, enabled = gc.get_threshold(), gc.isenabled()
    gc.enable()
    yield
    gc.set_threshold(*before)
    if not enabled:
        gc.disable()


def test_a_plan_of_thousands_is_not_searched_for_leftovers_at_every_key() -> None:
    collect_seldom()
    assert gc.get_threshold()[0] >= 20_000
    assert gc.isenabled()
