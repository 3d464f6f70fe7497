"""Words are found as people type them: without accents, marks, apostrophes or the right case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.finding import fold, folded, snippet, wanted_words
from app.model.search import HIT_END, HIT_START


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("hən̓q̓əmin̓əm̓", "hənqəminəm"),
        ("SENĆOŦEN", "sencoŧen"),
        ("Sm’algya̱x", "smalgyax"),
        ("Tŝilhqot’in", "tsilhqotin"),
        ("Women’s", "women's"),
        ("Métis", "metis"),
    ],
)
def test_a_name_is_found_from_a_plain_keyboard(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


def test_punctuation_around_words_does_not_count() -> None:
    assert folded("“Who”, (else)?") == "who else"


def test_only_signs_are_no_words() -> None:
    assert wanted_words('"*(){}^- 🧡') == []


def test_a_snippet_marks_each_hit_and_keeps_the_writing() -> None:
    found = snippet("Speaks Sm’algya̱x and English", ["smal"])
    assert found == f"Speaks {HIT_START}Sm’algya̱x{HIT_END} and English"


def test_a_long_text_is_cut_around_its_first_hit() -> None:
    found = snippet("word " * 100 + "needle " + "word " * 100, ["needle"])
    assert f"{HIT_START}needle{HIT_END}" in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found) < 200


@given(st.text(), st.text(min_size=1))
def test_a_snippet_without_its_marks_holds_nothing_new(text: str, typed: str) -> None:
    found = snippet(text, wanted_words(typed))
    words = found.replace(HIT_START, "").replace(HIT_END, "").replace("… ", "").replace(" …", "").split()
    assert set(words) <= set(text.replace(HIT_START, "").replace(HIT_END, "").split())
