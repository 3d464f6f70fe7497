"""Where something came from is kept in one line and read back whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.origin import LONGEST, Origin

quotes = st.text("abc #:.\n", max_size=300)


@given(st.sampled_from(["about/start", "get-organized/who"]), quotes)
def test_a_passage_is_read_back_as_it_was_kept(page: str, quote: str):
    kept = Origin("page", page, quote).kept()
    assert "\n" not in kept
    assert Origin.read(kept) == Origin("page", page, " ".join(quote.split()))


@pytest.mark.parametrize("kept", ["question:3", "gap:school-district", "page:about/start"])
def test_what_older_files_hold_is_read_and_kept_as_it_is(kept: str):
    assert Origin.read(kept).kept() == kept


def test_what_is_not_known_is_kept_as_it_is():
    assert Origin.read("somewhere else").sort == ""
    assert Origin.read("meeting:4").kept() == "meeting:4"


def test_a_long_passage_is_cut_after_a_whole_word():
    kept = Origin("page", "about/start", "word " * 400).kept()
    assert len(kept) <= LONGEST
    assert kept.endswith(" word")
