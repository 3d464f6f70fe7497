"""The timeline's sheets, read back from their PDF: every step once, by day or in a list, and nothing off the paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.model.audience import shown_to
from app.model.item import Item
from app.model.partner import Partner
from app.model.schema import Audience
from app.reports.content import CommunityContent
from app.reports.paper import LETTER, PAPERS, Paper
from app.reports.timeline import timeline_report
from tests.reports.build import TODAY, make_content
from tests.reports.reading import FONTS, all_text, letter_boxes, page_texts, squeezed


def with_items(*items: Item, audience: Audience = Audience.OFFICE) -> CommunityContent:
    lead = Partner(id="p", name="Mae of the clinic", consent_show="committee")
    return replace(make_content(audience=audience), shown=shown_to(audience, [lead], items))


def many(count: int) -> list[Item]:
    goal = Item(id="g", level="goal", what="Everyone knows a number to call", by=TODAY + timedelta(300))
    return [
        goal,
        *(
            Item(
                id=f"s{n}",
                parent="g",
                what=f"Ask the school district number {n} for a contact who can come in the evening",
                starts=TODAY + timedelta(n * 5 - 60) if n % 3 else None,
                by=TODAY + timedelta(n * 5 - 40) if n % 4 else None,
                waits_for=(f"s{n - 1}",) if n % 5 == 2 else (),
            )
            for n in range(count)
        ),
    ]


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_every_step_is_there_and_nothing_leaves_the_paper(paper: Paper) -> None:
    items = many(40)
    report = timeline_report(with_items(*items), paper, FONTS)
    assert report.pages == len(page_texts(report.pdf)) > 1
    text = squeezed(all_text(report.pdf))
    assert [one.what for one in items if squeezed(one.what) not in text] == []
    wide, high = max(paper.width, paper.height), min(paper.width, paper.height)
    for page in range(report.pages):
        for left, bottom, right, top in letter_boxes(report.pdf, page):
            assert left > 14
            assert right < wide - 14
            assert bottom > 14
            assert top < high - 14


def test_a_short_plan_is_one_sheet() -> None:
    assert timeline_report(with_items(*many(6)), LETTER, FONTS).pages == 1


def test_a_plan_without_days_says_so_and_lists_its_steps() -> None:
    report = timeline_report(with_items(Item(id="a", what="Book the hall")), LETTER, FONTS)
    text = all_text(report.pdf)
    assert "No step has a day yet." in text
    assert "No day yet, 1 step: Book the hall." in text


def test_an_empty_plan_is_one_calm_sheet() -> None:
    report = timeline_report(with_items(), LETTER, FONTS)
    assert report.pages == 1
    assert "No step has a day yet." in all_text(report.pdf)


@pytest.mark.parametrize("years", [0, 5, 60])
def test_days_far_apart_stay_on_the_sheet(years: int) -> None:
    items = [
        Item(id="a", what="Ask the Elders", by=TODAY),
        Item(id="b", what="Look back", by=date(TODAY.year + years, 3, 20)),
        Item(id="c", what="Long ago", starts=date(TODAY.year - years, 1, 1)),
    ]
    report = timeline_report(with_items(*items), LETTER, FONTS)
    assert all(left > 0 and right < LETTER.height for left, _b, right, _t in letter_boxes(report.pdf, 0))
    assert squeezed("Look back") in squeezed(all_text(report.pdf))


def test_what_is_late_and_what_waits_in_vain_is_said_in_words() -> None:
    items = [
        Item(id="a", what="Print cards", starts=TODAY - timedelta(20), by=TODAY - timedelta(4)),
        Item(id="b", what="Hand them out", by=TODAY - timedelta(9), status="waiting", waits_for=("a",)),
    ]
    text = all_text(timeline_report(with_items(*items), LETTER, FONTS).pdf)
    assert "4 days late" in text
    assert "“Hand them out” begins before “Print cards” ends, and waits for it." in text
    assert "Waiting" in text


def test_a_lead_is_named_only_to_those_who_may_know() -> None:
    step = Item(id="a", what="Book the hall", by=TODAY, lead="p")
    assert "Mae" in all_text(timeline_report(with_items(step), LETTER, FONTS).pdf)
    anyone = with_items(step, audience=Audience.PUBLIC)
    assert "Mae" not in all_text(timeline_report(anyone, LETTER, FONTS).pdf)


def test_one_very_long_step_does_not_break_the_sheet() -> None:
    step = Item(id="a", what="word " * 99 + "end", by=TODAY)
    report = timeline_report(with_items(step), LETTER, FONTS)
    assert report.pages == 1
    assert all(bottom > 14 for _l, bottom, _r, _t in letter_boxes(report.pdf, 0))


def test_the_same_content_gives_the_same_bytes() -> None:
    content = with_items(*many(12))
    assert timeline_report(content, LETTER, FONTS).pdf == timeline_report(content, LETTER, FONTS).pdf
