"""Longer reports say at their beginning what is in them, each with its page, and lead there."""

from __future__ import annotations

import io

import pypdf

from app.model.schema import Audience
from app.reports.content import CommunityContent
from app.reports.document import Contents, Document, Heading, Para
from app.reports.flow import Listing, parts
from app.reports.paper import LETTER
from app.reports.partners import partners_document
from app.reports.person_page import person_document
from app.reports.plan import plan_document
from app.reports.render import render
from tests.reports.build import TODAY, make_content
from tests.reports.reading import FONTS, page_texts
from tests.reports.structure import tree_of


def chapters(count: int) -> Document:
    said = [block for n in range(count) for block in (Heading(f"Chapter {n}", new_page=True), Para("Words."))]
    blocks = (Heading("A title"), Contents("In this report"), *said)
    return Document("A title", "", "en-CA", TODAY, "", "", None, blocks)


def entries(document: Document) -> list[str]:
    return [one.words() for one in tree_of(render(document, LETTER, FONTS).pdf).all("TOCI")]


def test_each_chapter_stands_there_with_its_page() -> None:
    assert entries(chapters(4)) == [f"Chapter {n} {n + 2}" for n in range(4)]


def test_many_are_read_down_one_column_and_then_the_other() -> None:
    assert entries(chapters(75)) == [f"Chapter {n} {n + 3}" for n in range(75)]


def test_a_press_leads_to_the_page() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(chapters(5), LETTER, FONTS).pdf))
    marks = [one.get_object() for one in reader.pages[0]["/Annots"]]
    assert [one["/Contents"] for one in marks] == [f"Chapter {n}, page {n + 2}" for n in range(5)]
    for number, one in enumerate(marks, start=1):
        place = reader.named_destinations[one["/Dest"]] if isinstance(one["/Dest"], str) else one["/Dest"]
        assert place[0].get_object() == reader.pages[number].get_object()


def test_a_report_of_few_pages_has_none() -> None:
    assert "In this report" not in page_texts(render(chapters(2), LETTER, FONTS).pdf)[0]


def test_a_long_title_is_cut_to_its_line() -> None:
    long = Heading(
        "A chapter with very many words that would never fit beside the number of its page at all", new_page=True
    )
    document = Document(
        "T", "", "en", TODAY, "", "", None, (Heading("T"), Contents("In it"), *(long, Para("Words.")) * 8)
    )
    assert "…" in entries(document)[0]
    assert entries(document)[0].endswith(" 2")


def test_the_pages_of_many_people_begin_with_their_list() -> None:
    content = make_content(audience=Audience.OFFICE)
    found = entries(person_document(content))
    people = {one.lead for one in content.shown.items} | {x for one in content.shown.items for x in one.helpers}
    assert len(found) == len(people - {""})


def test_a_long_plan_lists_its_goals_and_long_partners_their_groups() -> None:
    content: CommunityContent = make_content(goals=6, audience=Audience.OFFICE)
    assert len(entries(plan_document(content))) == 6
    assert len(entries(partners_document(content))) >= len(content.groups.shown)


def test_without_pages_the_chapters_are_listed_by_name() -> None:
    listing = next(one for one in parts(chapters(3)) if isinstance(one, Listing))
    assert [one.text for one in listing.entries] == ["Chapter 0", "Chapter 1", "Chapter 2"]
