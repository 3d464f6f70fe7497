"""Posters: the tiles' geometry as laws, and the sheets read back from their PDF."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import pypdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.audience import shown_to
from app.model.groups import GROUPS
from app.model.labels import Box
from app.model.partner import Partner
from app.model.schema import Audience
from app.model.trouble import Refused
from app.reports.catalogue import REPORTS, ReportKind
from app.reports.paper import LETTER, PAPERS
from app.reports.poster import EDGE, FOOT, LAYOUTS, MARGIN, OVERLAP, Poster, Tile, poster_for, size_words, sizes_of
from app.reports.report import Report
from tests.reports.build import make_content
from tests.reports.reading import FONTS, page_texts, squeezed
from tests.reports.structure import tree_of

POSTERS = [one for one in REPORTS.values() if one.proportion]
posters = st.builds(
    poster_for,
    st.sampled_from(list(PAPERS.values())),
    st.sampled_from(list(LAYOUTS.values())),
    st.floats(0.3, 3),
)


def at(poster: Poster, row: int, column: int) -> Tile | None:
    return next((one for one in poster.tiles() if (one.row, one.column) == (row, column)), None)


# -- geometry -------------------------------------------------------------------------------------------------


@given(posters, st.floats(0, 1), st.floats(0, 1))
def test_every_point_of_the_picture_is_on_a_sheet(poster: Poster, across: float, down: float) -> None:
    x, y = across * poster.whole.width, down * poster.whole.height
    near = 1e-6
    assert any(
        left - near <= x <= right + near and top - near <= y <= bottom + near
        for left, top, right, bottom in (one.window for one in poster.tiles())
    )


@given(posters)
def test_no_sheet_shows_what_is_beyond_the_picture(poster: Poster) -> None:
    windows = [one.window for one in poster.tiles()]
    assert min(one[0] for one in windows) == min(one[1] for one in windows) == 0
    assert max(one[2] for one in windows) == pytest.approx(poster.whole.width)
    assert max(one[3] for one in windows) == pytest.approx(poster.whole.height)


@given(posters)
def test_neighbours_share_strips_of_one_width_and_know_it(poster: Poster) -> None:
    for one in poster.tiles():
        beside, below = at(poster, one.row, one.column + 1), at(poster, one.row + 1, one.column)
        assert (one.under_right, one.under_bottom) == (beside is not None, below is not None)
        if beside is not None:
            assert one.window[2] - beside.window[0] == pytest.approx(OVERLAP)
            assert beside.over_left
        if below is not None:
            assert one.window[3] - below.window[1] == pytest.approx(OVERLAP)
            assert below.over_top


@given(posters)
def test_the_parts_are_all_as_large_as_the_printable_room(poster: Poster) -> None:
    for left, top, right, bottom in (one.window for one in poster.tiles()):
        assert right - left == pytest.approx(poster.sheet.width - 2 * MARGIN)
        assert bottom - top == pytest.approx(poster.sheet.height - MARGIN - FOOT)
    assert min(MARGIN, FOOT) > EDGE


@given(st.sampled_from(list(PAPERS.values())), st.sampled_from(list(LAYOUTS.values())))
def test_a_wide_picture_gets_a_wide_poster(paper, layout: tuple[int, int]) -> None:
    wide, high = poster_for(paper, layout, 2.0).whole, poster_for(paper, layout, 0.5).whole
    assert wide.width > wide.height
    assert high.height > high.width
    assert poster_for(paper, layout, 1.0).count == layout[0] * layout[1]


def test_type_grows_with_the_poster_and_gives_way_step_by_step() -> None:
    scales = [poster_for(LETTER, one, 0.8).whole.scale for one in LAYOUTS.values()]
    assert 1 < scales[0] < scales[-1]
    tried = [one.whole.scale for one in poster_for(LETTER, (3, 2), 0.8).sizes()]
    assert max(tried) > 1.5 > min(tried) >= 1
    ways = {one.whole.width > one.whole.height for one in poster_for(LETTER, (2, 2), 0.8).sizes()}
    assert ways == {True, False}
    assert list(sizes_of(LETTER)) == [LETTER]


@given(posters)
def test_turned_twice_it_is_itself(poster: Poster) -> None:
    assert poster.turned().turned() == poster
    assert poster.turned().count == poster.count
    assert poster.turned().sheet.width == poster.sheet.height


def test_its_size_is_said_in_both_measures() -> None:
    assert size_words(poster_for(LETTER, (2, 2), 0.8)) == "37 × 48 cm (15 × 19 inches)"


def test_a_report_without_a_picture_is_no_poster() -> None:
    with pytest.raises(Refused, match="Action plan"):
        REPORTS["plan"].poster(LETTER, "2x2")


# -- the sheets -----------------------------------------------------------------------------------------------


@cache
def made(kind: ReportKind, layout: str = "2x2", paper: str = "letter", partners: int = 45) -> tuple[Poster, Report]:
    content = make_content(partners=partners, audience=Audience.OFFICE)
    judged = [
        replace(one, interest=number % 5 + 1, influence=number // 5 % 5 + 1)
        for number, one in enumerate(content.shown.partners)
    ]
    content = replace(content, shown=replace(content.shown, partners=tuple(judged)))
    poster = kind.poster(PAPERS[paper], layout)
    report = kind.make(content, poster, FONTS)
    wide, high = pypdf.PdfReader(io.BytesIO(report.pdf)).pages[0].mediabox[2:]
    # A plan's chart may be better off turned.
    lies = poster if (wide > high) == (poster.sheet.width > poster.sheet.height) else poster.turned()
    return lies, report


def on_tile(pdf: bytes, poster: Poster, page: int) -> str:
    """The text within the picture's part of a page, without spaces."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[page].get_textpage()
        left, bottom = MARGIN, FOOT
        return squeezed(
            text.get_text_bounded(left, bottom, left + poster.tile_width, bottom + poster.tile_height, "replace")
        )


def place_of(pdf: bytes, page: int, name: str, poster: Poster, tile: Tile) -> Box:
    """Where a name is in the whole picture, worked out from where it is on a page."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[page].get_textpage()
        start, count = text.search(name).get_next()
        boxes = [text.get_charbox(number) for number in range(start, start + count)]
    x, y = tile.window[0] - MARGIN, tile.window[1] - MARGIN + poster.sheet.height
    return boxes[0][0] + x, y - max(one[3] for one in boxes), boxes[-1][2] + x, y - min(one[1] for one in boxes)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", POSTERS, ids=lambda one: one.key)
def test_a_guide_and_every_sheet_as_large_as_the_paper(kind: ReportKind, layout: str, paper: str) -> None:
    poster, report = made(kind, layout, paper)
    pages = pypdf.PdfReader(io.BytesIO(report.pdf)).pages
    assert report.pages == len(pages) == poster.count + 1
    for page in pages:
        assert [float(one) for one in page.mediabox[2:]] == pytest.approx(
            [poster.sheet.width, poster.sheet.height], abs=0.1
        )
    texts = page_texts(report.pdf)
    assert "How to put it together" in texts[0]
    assert size_words(poster) in texts[0]
    for tile, text in zip(poster.tiles(), texts[1:], strict=True):
        assert f"Row {tile.row}, sheet {tile.number} of {poster.count}" in text
        assert "For the office only" in text


@pytest.mark.parametrize("kind", POSTERS, ids=lambda one: one.key)
def test_the_picture_is_in_the_file_once(kind: ReportKind) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made(kind)[1].pdf))
    forms = {
        page["/Resources"]["/XObject"].raw_get(key).idnum
        for page in reader.pages
        for key in page["/Resources"]["/XObject"]
    }
    assert len(forms) == 1
    small, large = len(made(kind)[1].pdf), len(made(kind, "3x3")[1].pdf)
    assert large - small < 20_000


def test_a_name_lies_at_one_place_of_the_picture_and_is_read_on_the_sheets_that_hold_it() -> None:
    names = [f"Zed{letter}" for letter in "abcdefghijklmnop"]
    people = [Partner(id=name, name=name, group=group.key) for name, group in zip(names, GROUPS, strict=False)]
    content = replace(make_content(audience=Audience.OFFICE), shown=shown_to(Audience.OFFICE, people, ()))
    poster = REPORTS["circle"].poster(LETTER, "2x2")
    pdf = REPORTS["circle"].make(content, poster, FONTS).pdf
    held = 0
    for name in names[: len(people)]:
        places: set[tuple[int, int]] = set()
        for tile in poster.tiles():
            left, top, right, bottom = place_of(pdf, tile.number, name, poster, tile)
            places.add((round(left), round(top)))
            near = 1.0
            inside = (
                left > tile.window[0] + near
                and right < tile.window[2] - near
                and top > tile.window[1] + near
                and bottom < tile.window[3] - near
            )
            held += inside
            if inside:
                assert on_tile(pdf, poster, tile.number).count(name) == 1
        assert len(places) == 1
    assert held >= len(people) * 0.8


@pytest.mark.parametrize("kind", POSTERS, ids=lambda one: one.key)
def test_each_sheet_is_a_figure_and_the_first_figure_says_all(kind: ReportKind) -> None:
    poster, report = made(kind)
    tree = tree_of(report.pdf)
    assert [one.words() for one in tree.all("H1")] == ["How to put it together"]
    first, *others = tree.all("Figure")
    assert len(first.alt) > 400
    assert "This is an invented sample." in first.alt
    assert [one.alt.split(" of the")[0] for one in others] == [f"Part {n} of {poster.count}" for n in range(1, 5)]


def test_nothing_is_marked_within_the_picture_that_is_put_on_several_sheets() -> None:
    reader = pypdf.PdfReader(io.BytesIO(made(REPORTS["circle"])[1].pdf))
    form = next(iter(reader.pages[1]["/Resources"]["/XObject"].values())).get_object()
    assert b"MCID" not in form.get_data()
    assert b"Artifact" not in form.get_data()


@pytest.mark.parametrize("kind", POSTERS, ids=lambda one: one.key)
def test_the_same_content_gives_the_same_bytes(kind: ReportKind) -> None:
    content = make_content(audience=Audience.OFFICE)
    poster = kind.poster(LETTER, "3x2")
    assert kind.make(content, poster, FONTS).pdf == kind.make(content, poster, FONTS).pdf


@pytest.mark.parametrize("kind", POSTERS, ids=lambda one: one.key)
def test_marks_and_words_keep_off_the_edge_that_no_printer_reaches(kind: ReportKind) -> None:
    with pypdfium2.PdfDocument(made(kind)[1].pdf) as document:
        for page in document:
            picture = page.render(scale=1).to_numpy()
            edge = int(EDGE)
            for side in (picture[:edge], picture[-edge:], picture[:, :edge], picture[:, -edge:]):
                assert (side == 255).all()


def test_a_long_plan_has_smaller_type_before_it_has_a_second_poster() -> None:
    def sizes(steps: int) -> tuple[int, float]:
        poster = REPORTS["timeline"].poster(LETTER, "2x2")
        report = REPORTS["timeline"].make(make_content(goals=2, steps=steps), poster, FONTS)
        found: list[float] = []

        def note(text: str, _cm: object, _tm: object, font: object, size: float) -> None:
            found.extend([size] if "Timeline" in text and font else [])

        form = next(iter(pypdf.PdfReader(io.BytesIO(report.pdf)).pages[1]["/Resources"]["/XObject"].values()))
        page = pypdf.PageObject.create_blank_page(width=10, height=10)
        page[pypdf.generic.NameObject("/Contents")] = form
        page[pypdf.generic.NameObject("/Resources")] = form["/Resources"]
        page.extract_text(visitor_text=note)
        return report.pages, max(found)

    few, more, many = sizes(3), sizes(14), sizes(120)
    assert few[0] == more[0] == 5
    assert few[1] > more[1]
    assert many[0] > 5
