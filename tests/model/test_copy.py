"""A kept copy names a PDF; every limit has its sentence."""

from __future__ import annotations

import pytest

from app.model.copy import Copy
from app.model.pdf import PageSize


@pytest.mark.parametrize("digest", ["", "abc", "A" * 64, "0" * 65])
def test_only_a_digest_names_a_pdf(digest: str) -> None:
    assert Copy(name="Guide", digest=digest).refusal().endswith(".")


def test_a_digest_is_taken() -> None:
    assert Copy(name="Guide", digest="0f" * 32).refusal() == ""


@pytest.mark.parametrize("sides", [(0, 0), (1e6, 1e6), (10, 1000), (-5, 700)])
def test_pages_that_nobody_prints_are_not_shown(sides: tuple[float, float]) -> None:
    assert not PageSize(*sides).shown


def test_a_letter_sheet_is_shown() -> None:
    assert PageSize(612, 792).shown
