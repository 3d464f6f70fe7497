"""Words that read like a story or a suspicion are noticed, and the words of the work are not."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.caution import STORY, SUSPECT, caution

LIST = tomllib.loads(Path(__file__).with_name("caution.toml").read_text("utf-8"))
RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.mark.parametrize("text", LIST["caught"])
def test_a_story_or_a_suspicion_is_noticed(text: str) -> None:
    assert caution(text) is not None


@pytest.mark.parametrize("text", LIST["ordinary"])
def test_the_words_of_the_work_pass(text: str) -> None:
    assert caution(text) is None


def test_no_word_of_the_sample_community_is_noticed() -> None:
    for line in (RESOURCES / "sample" / "sample.toml").read_text("utf-8").splitlines():
        assert caution(line) is None, line


def test_pages_that_tell_no_story_are_hardly_noticed() -> None:
    pages = [one for one in (RESOURCES / "toolkit" / "en").rglob("*.md") if "stories" not in str(one)]
    lines = [line for page in pages for line in page.read_text("utf-8").splitlines() if line.strip()]
    noticed = [line for line in lines if caution(line) is not None]
    assert len(noticed) <= len(lines) * 0.01, noticed


def test_it_says_what_and_where() -> None:
    found = caution("Good with youth. She was trafficked once.")
    assert found is not None
    assert (found.kind, "Good with youth. She was trafficked once."[found.start : found.end]) == (
        STORY,
        "She was trafficked",
    )
    other = caution("I think he is a trafficker")
    assert other is not None
    assert other.kind == SUSPECT


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    found = caution(text)
    assert found is None or 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    "text", ["a girl " * 3_000, "she was " * 2_500, "the " * 5_000, "1" * 20_000, "plate " * 3_000]
)
def test_a_long_text_holds_nobody_up(text: str) -> None:
    started = time.monotonic()
    caution(text)
    assert time.monotonic() - started < 1
