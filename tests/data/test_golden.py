"""Searches as people type them find the page they need; nothing of the toolkit's section is lost."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from app.data.library import Library
from app.data.resources import resources_folder
from app.model.page import plain_text

HERE = Path(__file__).parent
QUERIES: dict[str, str] = tomllib.loads((HERE / "golden.toml").read_text("utf-8"))["queries"]
FACTS: dict[str, list[str]] = tomllib.loads((HERE / "seed_facts.toml").read_text("utf-8"))["facts"]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load(resources_folder() / "toolkit" / "en")


def test_the_library_has_seven_sections_and_at_least_forty_five_pages(library: Library):
    assert len(library.sections) == 7
    assert len(library.pages) >= 45


def test_nine_of_ten_searches_find_their_page_first_and_nearly_all_among_three(library: Library):
    first = [words for words, page in QUERIES.items() if [hit.id for hit in library.find(words)][:1] != [page]]
    third = [words for words, page in QUERIES.items() if page not in [hit.id for hit in library.find(words)][:3]]
    assert len(QUERIES) >= 80
    assert len(first) <= len(QUERIES) * 0.10, first
    assert len(third) <= len(QUERIES) * 0.02, third


@pytest.mark.parametrize("typed", ["trafficing", "comittee", "vollunteer", "honuoring"])
def test_a_typing_error_still_finds_something(library: Library, typed: str):
    assert library.find(typed)


def test_words_that_no_page_knows_find_nothing(library: Library):
    assert library.find("xqzw") == []


@pytest.mark.parametrize("page", FACTS)
def test_every_fact_of_the_toolkit_section_stands_on_its_page(library: Library, page: str):
    whole = library.page(f"get-organized/{page}")
    addresses = " ".join(_addresses(whole.blocks))
    text = " ".join(f"{plain_text(whole)} {addresses}".casefold().split())
    assert [fact for fact in FACTS[page] if fact.casefold() not in text] == []


def _addresses(blocks: tuple[object, ...]) -> list[str]:
    return [str(block.address) for block in blocks if hasattr(block, "address")]
