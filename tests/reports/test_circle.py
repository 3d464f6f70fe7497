"""The circle's sheet, read back from its PDF: the same seats as on the screen, every name once, nothing for the public."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import combinations

import pytest
from pypdf import PdfReader

from app.model.audience import shown_to
from app.model.circle import RINGS
from app.model.groups import GROUPS, Groups
from app.model.labels import touch
from app.model.partner import Partner
from app.model.schema import Audience, Choice
from app.model.trouble import Refused
from app.reports.circle import _Sheet, circle_report
from app.reports.fonts import Fonts
from app.reports.lettering import Look
from app.reports.paper import LETTER, PAPERS, Paper
from app.reports.pen import Pen
from tests.reports.build import TODAY, make_content
from tests.reports.reading import FONTS, all_text, letter_boxes, page_texts, squeezed


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
@pytest.mark.parametrize("audience", [Audience.OFFICE, Audience.COMMITTEE])
def test_it_is_one_sheet_with_every_seated_name_and_every_group(paper: Paper, audience: Audience) -> None:
    content = make_content(audience=audience)
    report = circle_report(content, paper, FONTS)
    assert report.pages == len(page_texts(report.pdf)) == 1
    text = squeezed(all_text(report.pdf))
    for group in GROUPS:
        assert squeezed(group.label) in text
    seated = [one for one in content.shown.partners if one.involvement in RINGS and one.group]
    numbers = {one.name.rsplit(" ", 1)[-1] for one in seated}
    assert seated
    assert [n for n in numbers if squeezed(f"Partner {n}") not in text] == []


def test_no_letter_leaves_the_sheet() -> None:
    report = circle_report(make_content(), LETTER, FONTS)
    for left, bottom, right, top in letter_boxes(report.pdf, 0):
        assert left > 14
        assert right < LETTER.width - 14
        assert bottom > 20
        assert top < LETTER.height - 20


def test_a_gap_is_said_carefully_when_somebody_is_left_out() -> None:
    whole = all_text(circle_report(make_content(audience=Audience.OFFICE), LETTER, FONTS).pdf)
    part = make_content(audience=Audience.COMMITTEE)
    assert "no one yet" in whole
    assert part.shown.left_out
    assert "no one yet" not in all_text(circle_report(part, LETTER, FONTS).pdf)


def test_it_is_not_made_for_the_public() -> None:
    with pytest.raises(Refused):
        circle_report(make_content(audience=Audience.PUBLIC), LETTER, FONTS)


def test_the_same_content_gives_the_same_bytes() -> None:
    assert circle_report(make_content(), LETTER, FONTS).pdf == circle_report(make_content(), LETTER, FONTS).pdf


def test_names_are_larger_where_there_is_room_and_on_larger_paper() -> None:
    shown = shown_to(Audience.OFFICE, [Partner(id="1", name="Xenia", group="elders")], ())

    def size(paper: Paper) -> float:
        sizes: list[float] = []
        report = circle_report(replace(make_content(), shown=shown), paper, FONTS)

        def note(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
            sizes.extend([size] if text.strip() == "Xenia" else [])

        PdfReader(BytesIO(report.pdf)).pages[0].extract_text(visitor_text=note)
        return sizes[0]

    assert size(LETTER) > Look.DOT.value.size
    assert size(PAPERS["tabloid"]) > size(LETTER)


@pytest.mark.parametrize("count", [1, 6, 16, 24])
def test_no_groups_name_is_over_another_or_off_the_sheet(count: int) -> None:
    labels = ("Fishing crews and their families", "Elders", "Search and rescue", "Women's programs")
    groups = Groups(tuple(Choice(f"g{n}", f"{labels[n % 4]} {n}") for n in range(count)))
    content = replace(make_content(partners=0, audience=Audience.OFFICE), groups=groups)
    pen = Pen(LETTER, Fonts(FONTS), title="", author="", language="en", made_on=TODAY)
    sheet = _Sheet(pen, content)
    sheet.arrange(100, 700)
    boxes = sheet._group_boxes()
    assert len(boxes) == count
    assert not any(touch(one, other) for one, other in combinations(boxes, 2))
    assert all(
        left > 14 and right < LETTER.width - 14 and top >= 100 and bottom <= 700 for left, top, right, bottom in boxes
    )


@pytest.mark.parametrize("partners", [200, 500])
def test_a_crowd_leaves_the_picture_its_room(partners: int) -> None:
    report = circle_report(make_content(partners=partners, audience=Audience.OFFICE), LETTER, FONTS)
    assert "names have no room in the picture" in all_text(report.pdf)
    boxes = letter_boxes(report.pdf, 0)
    assert sum(top < LETTER.height * 0.15 for _l, _b, _r, top in boxes) < len(boxes) * 0.5
