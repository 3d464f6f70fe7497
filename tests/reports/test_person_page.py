"""The page that each person is handed: theirs alone, whole, with boxes to tick and room to write."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model.audience import shown_to
from app.model.handing import shares
from app.model.item import Item
from app.model.partner import Partner
from app.model.schema import Audience
from app.model.trouble import Refused
from app.reports.content import CommunityContent
from app.reports.document import Heading, Ruled, Sign, Table
from app.reports.paper import A4, LETTER, Paper
from app.reports.person_page import person_document, person_report
from tests.reports.build import TODAY, make_community, make_content, make_helplines
from tests.reports.reading import FONTS, all_text, letter_boxes, page_texts

ANN = Partner(id="ann", name="Ann Q.", consent_show="committee")
BO = Partner(id="bo", name="Bo of the Office")


def content(*items: Item, audience: Audience = Audience.OFFICE) -> CommunityContent:
    shown = shown_to(audience, [BO, ANN], items)
    return CommunityContent(make_community(), shown, audience, make_helplines(), TODAY)


def hall(**values: object) -> Item:
    return Item(**{"id": "hall", "what": "Book the hall", "lead": "ann", **values})  # type: ignore[arg-type]


def test_each_person_has_a_page_that_says_all_they_need() -> None:
    goal = Item(id="g", level="goal", what="Everyone knows whom to call")
    key = Item(id="k", what="Fetch the key", lead="bo")
    item = hall(
        parent="g", by=TODAY, helpers=("bo",), waits_for=("k",), needs="a kettle", has="a key", barriers="snow",
        tell="the Elders", sign="forty people came", safety="two doors", repeats="yearly", status="waiting",
    )  # fmt: skip
    text = person_document(content(goal, item, key), ["ann"]).text()
    for word in ("Everyone knows whom to call", "With: Bo of the Office", "Waits for: Fetch the key", "a kettle",
                 "a key", "snow", "the Elders", "forty people came", "two doors", "Every year", "Waiting",
                 "15 Mar 2027", "9-1-1"):  # fmt: skip
        assert word in text, word
    assert "You lead 1 step" in text


def test_everybody_begins_a_new_page_and_has_boxes_and_lines() -> None:
    document = person_document(content(hall(helpers=("bo",))))
    headings = [one for one in document.blocks if isinstance(one, Heading) and one.level == 1]
    assert [(one.text, one.new_page) for one in headings] == [("Ann Q.", True), ("Bo of the Office", True)]
    assert sum(isinstance(one, Ruled) for one in document.blocks) == 2
    signs = [row.cells[0].figure for one in document.blocks if isinstance(one, Table) for row in one.rows]
    assert [one for one in signs if one] == [Sign.BOX, Sign.BOX]


def test_one_persons_page_tells_nothing_of_anothers() -> None:
    document = person_document(content(hall(), Item(id="x", what="Another step", lead="bo")), ["ann"])
    assert "Another step" not in document.text()
    assert document.title.startswith("Steps of Ann Q.")


def test_what_is_done_is_told_shortly_and_what_is_dropped_not_at_all() -> None:
    items = (hall(status="done", needs="a kettle"), hall(id="d", what="Never mind", status="dropped"))
    text = person_document(content(*items)).text()
    assert "Book the hall" in text
    assert "All that you took on is done" in text
    assert "kettle" not in text
    assert "Never mind" not in text


def test_the_soonest_comes_first() -> None:
    items = (hall(id="1", by=None), hall(id="2", by=TODAY.replace(year=2028)), hall(id="3", by=TODAY))
    assert [one.id for one in shares(content(*items).shown)[0].leads] == ["3", "2", "1"]


def test_nobody_with_a_step_is_said_and_shown_how_to_change() -> None:
    assert "Nobody has taken on a step yet" in person_document(content(hall(lead=""))).text()


@pytest.mark.parametrize("audience", [Audience.COMMITTEE, Audience.OFFICE])
def test_no_word_and_no_name_leaves_that_is_not_for_these_readers(audience: Audience) -> None:
    item = hall(helpers=("bo",), notes="canary-notes", origin="page:canary")
    pdf = person_report(content(item, audience=audience), LETTER, FONTS).pdf
    text = all_text(pdf)
    assert "canary" not in text
    assert b"canary" not in pdf
    assert ("Bo of the Office" in text) == (audience is Audience.OFFICE)


def test_anyone_may_not_see_who_leads_what() -> None:
    with pytest.raises(Refused, match="committee or the office"):
        person_document(content(hall(), audience=Audience.PUBLIC))


@pytest.mark.parametrize("paper", [LETTER, A4])
def test_no_letter_stands_outside_the_paper_however_much_somebody_took_on(paper: Paper) -> None:
    made = make_content(partners=6, goals=6, steps=12, audience=Audience.OFFICE)
    pdf = person_report(replace(made), paper, FONTS).pdf
    for page in range(len(page_texts(pdf))):
        for left, bottom, right, top in letter_boxes(pdf, page):
            assert left >= paper.side - 1
            assert right <= paper.width - paper.side + 1
            assert bottom > 20
            assert top < paper.height - 20


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert person_report(content(hall()), LETTER, FONTS).pdf == person_report(content(hall()), LETTER, FONTS).pdf


def test_a_second_page_says_whose_it_is() -> None:
    many = [hall(id=f"step{number}", what=f"Step {number}") for number in range(40)]
    for steps in (many, [*many, hall(id="other", lead="bo")]):
        pages = page_texts(person_report(content(*steps), LETTER, FONTS).pdf)
        of_ann = [one for one in pages[1:] if "Step 2" in one or "Step 3" in one]
        assert of_ann
        assert all("Ann Q." in one for one in of_ann)
