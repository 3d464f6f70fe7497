"""Toolkit pages on paper: nothing of them is lost, addresses can be scanned, and long sections part well."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.data.library import Library
from app.model.page import Page, PageSource, Paragraph, Run, Term, plain_text
from app.reports.handout import handout, handout_document
from app.reports.paper import A4, LETTER, Paper
from tests.reports.reading import FONTS, all_text, letter_boxes, page_texts, squeezed

DAY = date(2027, 3, 15)
TOOLKIT = Path(__file__).parents[2] / "resources" / "toolkit" / "en"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load(TOOLKIT)


def printed(library: Library, section: int, paper: Paper = LETTER) -> bytes:
    chosen = library.sections[section]
    return handout(chosen.title, chosen.pages, library.terms, DAY, paper, FONTS).pdf


def bare(text: str) -> str:
    """Without spaces and hyphens: who copies text out of a PDF gets none where a line ends with one."""
    return squeezed(text).replace("-", "").replace("\ufffe", "").replace("\x02", "")


@pytest.mark.parametrize("paper", [LETTER, A4])
def test_every_word_of_a_section_is_on_its_paper(library: Library, paper: Paper) -> None:
    for number, section in enumerate(library.sections):
        text = bare(all_text(printed(library, number, paper)))
        for page in section.pages:
            assert bare(page.title) in text
            for line in plain_text(page).splitlines():
                # A line may be parted by a page's end, with its running lines between.
                for word in line.split():
                    assert bare(word) in text


def test_no_letter_stands_outside_the_margins(library: Library) -> None:
    pdf = printed(library, 2)
    for page in range(len(page_texts(pdf))):
        for left, bottom, right, top in letter_boxes(pdf, page):
            assert left >= LETTER.side - 1
            assert right <= LETTER.width - LETTER.side + 1
            assert bottom > 20
            assert top < LETTER.height - 20


def test_one_page_is_not_named_twice(library: Library) -> None:
    page = library.pages[3]
    blocks = handout_document(page.title, [page], library.terms, DAY).text().splitlines()
    assert blocks.count(page.title) == 1


def test_a_section_begins_with_the_list_of_its_pages(library: Library) -> None:
    section = library.sections[1]
    first = page_texts(printed(library, 1))[0]
    assert section.title in first
    assert sum(page.title in first for page in section.pages) > len(section.pages) / 2


def test_words_of_the_glossary_are_explained_at_the_end() -> None:
    page = Page(
        id="a/b",
        section="a",
        title="One",
        order=1,
        summary="",
        blocks=(Paragraph((Run("A "), Run("CAT", term="cat"), Run(" may exist."))),),
        sources=(PageSource("Ours"),),
        checked=DAY,
        certainty="All of it is sure.",
    )
    terms = {"cat": Term("cat", "CAT", "A Community Action Team."), "other": Term("other", "Other", "Not here.")}
    text = handout_document("One", [page], terms, DAY).text()
    assert "CAT: A Community Action Team." in text
    assert "Not here." not in text
    assert "Sources: Ours." in text


def test_the_same_pages_give_the_same_bytes(library: Library) -> None:
    assert printed(library, 0) == printed(library, 0)


def test_a_page_of_a_content_pack_says_so_on_paper(library: Library) -> None:
    page = replace(library.pages[3], pack="Autumn pages")
    text = handout_document("Two pages", [page, library.pages[4]], library.terms, DAY).text()
    assert text.count("From the content pack “Autumn pages”.") == 1
