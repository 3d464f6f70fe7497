"""The grid's sheet, read back from its PDF: for the office alone, every name once, nothing off the paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model.audience import Shown
from app.model.partner import Partner
from app.model.schema import Audience
from app.model.trouble import Refused
from app.reports.content import CommunityContent
from app.reports.influence_grid import grid_report
from app.reports.paper import LETTER, PAPERS, Paper
from tests.reports.build import make_content
from tests.reports.reading import FONTS, all_text, heights_of, letter_boxes, page_texts, squeezed


def with_partners(*partners: Partner) -> CommunityContent:
    return replace(make_content(audience=Audience.OFFICE), shown=Shown(partners, (), (), 0))


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_it_is_one_sheet_with_every_name(paper: Paper) -> None:
    many = [
        Partner(id=f"{n:03d}", name=f"Partner {n}", interest=n % 5 + 1, influence=n // 5 % 5 + 1 if n % 7 else None)
        for n in range(60)
    ]
    report = grid_report(with_partners(*many), paper, FONTS)
    assert report.pages == len(page_texts(report.pdf)) == 1
    text = squeezed(all_text(report.pdf))
    assert [one.name for one in many if squeezed(one.name) not in text] == []


@pytest.mark.parametrize("count", [0, 1, 40])
def test_nobody_one_and_all_on_one_square_stay_on_the_sheet(count: int) -> None:
    crowd = [
        Partner(id=f"{n:03d}", name=f"A partner with a long name {n}", interest=5, influence=5) for n in range(count)
    ]
    report = grid_report(with_partners(*crowd), LETTER, FONTS)
    for left, bottom, right, top in letter_boxes(report.pdf, 0):
        assert left > 14
        assert right < LETTER.width - 14
        assert bottom > 20
        assert top < LETTER.height - 20


def test_who_was_not_judged_is_named() -> None:
    text = all_text(grid_report(with_partners(Partner(id="1", name="Mae")), LETTER, FONTS).pdf)
    assert "Not judged yet: Mae." in text


def test_it_says_that_nobody_is_watched_over() -> None:
    assert squeezed("never to watch over them") in squeezed(
        all_text(grid_report(make_content(audience=Audience.OFFICE), LETTER, FONTS).pdf)
    )


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.COMMITTEE])
def test_it_is_for_the_office_alone(audience: Audience) -> None:
    with pytest.raises(Refused):
        grid_report(make_content(audience=audience), LETTER, FONTS)


def test_the_same_content_gives_the_same_bytes() -> None:
    assert (
        grid_report(make_content(audience=Audience.OFFICE), LETTER, FONTS).pdf
        == grid_report(make_content(audience=Audience.OFFICE), LETTER, FONTS).pdf
    )


def test_many_who_were_not_judged_are_counted_and_leave_the_picture_its_room() -> None:
    people = [Partner(id=str(n), name=f"A partner with a long name {n}") for n in range(400)]
    report = grid_report(with_partners(*people), LETTER, FONTS)
    assert "400 partners are not judged yet." in all_text(report.pdf)
    assert all(bottom > 20 and top < LETTER.height - 20 for _l, bottom, _r, top in letter_boxes(report.pdf, 0))


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
@pytest.mark.parametrize("count", range(20, 50, 5))
def test_the_names_without_room_stand_below_the_picture(paper: Paper, count: int) -> None:
    crowd = [
        Partner(id=f"{n:03d}", name=f"A partner with a rather long name {n}", interest=n % 3 + 3, influence=n % 4 + 1)
        for n in range(count)
    ]
    pdf = grid_report(with_partners(*crowd), paper, FONTS).pdf
    below, above = heights_of(pdf, 0, "Left to right: interest")[0], heights_of(pdf, 0, "Names in full")[1]
    assert above < below
