"""Worksheets: good on paper, to be filled in by any PDF reader, heard whole, and without a name of anybody."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import pypdf
import pytest

from app.model.reflection import Meeting
from app.model.worksheet import SHEET_KEYS, place_of, sheet_code
from app.reports.content import Picked
from app.reports.document import Blank, Document, Heading, Para, Tick, Ticks
from app.reports.kinds import WEB, WORD, written
from app.reports.paper import A4, LETTER, PAPERS
from app.reports.worksheets import worksheet_document, worksheet_report
from tests.meetings import MEETING, MEETING_ID, OWN, blank_sheet, filled, meeting_content
from tests.reports.build import TODAY
from tests.reports.reading import FONTS, all_text, page_texts
from tests.reports.structure import tree_of


def fields(pdf: bytes) -> dict[str, dict[str, object]]:
    return {str(key): dict(value) for key, value in (pypdf.PdfReader(io.BytesIO(pdf)).get_fields() or {}).items()}


def test_every_question_has_a_field_of_several_lines_that_says_its_question() -> None:
    found = {name: one for name, one in fields(blank_sheet()).items() if name.endswith(":words")}
    assert [place_of(name).question for name in found] == ["1", "7", "8", "own1"]  # type: ignore[union-attr]
    assert all(one["/FT"] == "/Tx" and int(str(one["/Ff"])) & 1 << 12 for one in found.values())
    assert [one["/TU"] for one in found.values()][-1] == OWN.text


def test_boxes_to_tick_are_the_examples_of_a_question() -> None:
    found = {one["/TU"]: name for name, one in fields(blank_sheet()).items() if one["/FT"] == "/Btn"}
    assert place_of(found["I can drive"]).part == "tick1"  # type: ignore[union-attr]
    assert len(found) == 9


def test_a_poster_for_the_room_has_no_boxes() -> None:
    assert all(one["/FT"] == "/Tx" for one in fields(blank_sheet("room")).values())


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda one: one.key)
@pytest.mark.parametrize("sheet", ["large", "group", "room"])
def test_a_sheet_for_several_has_a_page_for_each_question(sheet: str, paper) -> None:
    every = Meeting(id="m", name="A meeting", asks=tuple("123456789"))
    pages = page_texts(worksheet_report(meeting_content(meeting=every, sheet=sheet), paper, FONTS).pdf)
    assert len(pages) == 9
    assert all("No names, and no story of anybody who was harmed." in one for one in pages)


@pytest.mark.parametrize("paper", [LETTER, A4], ids=lambda one: one.key)
@pytest.mark.parametrize("sheet", SHEET_KEYS)
def test_no_field_leaves_the_paper_or_lies_on_another(sheet: str, paper) -> None:
    every = Meeting(id="m", name="A meeting", asks=tuple("123456789"))
    pdf = worksheet_report(meeting_content(meeting=every, sheet=sheet), paper, FONTS).pdf
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        boxes = [[float(side) for side in one.get_object()["/Rect"]] for one in page.get("/Annots", [])]
        for left, bottom, right, top in boxes:
            assert 0 < left < right < paper.width
            assert 60 < bottom < top < paper.height - 60
        ordered = sorted(boxes, key=lambda one: (-one[3], one[0]))
        for one, other in pairwise(ordered):
            assert other[3] <= one[1] + 1 or other[0] >= one[2]


def test_the_sheet_names_the_meeting_its_code_and_nobody() -> None:
    text = all_text(blank_sheet())
    assert "First evening at the hall" in text
    assert "15 March 2027 · Friendship centre" in text
    assert f"Sheet {sheet_code(MEETING_ID)}" in text
    assert "Partner" not in text


def test_only_the_picked_questions_stand_on_it() -> None:
    content = replace(meeting_content(), picked=Picked(MEETING_ID, "person", ("8",)))
    text = all_text(worksheet_report(content, LETTER, FONTS).pdf)
    assert "Who else needs to be involved?" in text
    assert "What can I offer" not in text


def test_without_any_meeting_it_asks_all_nine_for_any() -> None:
    content = meeting_content()
    bare = replace(content, reflection=replace(content.reflection, meetings=()), picked=Picked())
    found = fields(worksheet_report(bare, LETTER, FONTS).pdf)
    assert {place_of(name).meeting for name in found} == {""}  # type: ignore[union-attr]
    assert len([name for name in found if name.endswith("words")]) == 9


def test_a_meeting_without_questions_says_so() -> None:
    empty = replace(MEETING, asks=())
    for sheet in SHEET_KEYS:
        assert "no questions yet" in all_text(blank_sheet(sheet, empty))


def test_a_screen_reader_gets_a_form_for_every_field_in_reading_order() -> None:
    tree = tree_of(blank_sheet())
    assert len(tree.all("Form")) == len(fields(blank_sheet()))
    assert [one.words() for one in tree.all("LBody")][:2] == ["Rides after dark", "Offers of work online"]


def test_what_is_typed_is_printed_in_our_own_letters_on_white() -> None:
    reader = pypdf.PdfReader(io.BytesIO(filled({"1": "Rides after dark"})))
    font = reader.trailer["/Root"]["/AcroForm"]["/DR"]["/Font"]["/BCSans"]
    assert font["/FontDescriptor"]["/FontFile2"].get_data()[:4] == b"\0\1\0\0"
    assert font["/Widths"][ord("W") - font["/FirstChar"]] > font["/Widths"][ord("i") - font["/FirstChar"]] > 0
    field = next(
        one.get_object()
        for one in reader.pages[0]["/Annots"]
        if str(one.get_object().get("/V", "")).startswith("Rides")
    )
    assert "/BCSans" in field["/DA"]
    assert field["/MK"]["/BG"] == [1, 1, 1]


def test_the_same_meeting_gives_the_same_bytes() -> None:
    assert blank_sheet("group") == blank_sheet("group")


@pytest.mark.parametrize("kind", [WORD, WEB], ids=lambda one: one.key)
def test_blanks_and_boxes_are_lines_and_a_list_where_no_field_can_be(kind) -> None:
    blocks = (Heading("Plan"), Para("Words."), Ticks((Tick("a", "The hall"),)), Blank("b", "What?", 3))
    document = Document("A title", "Cedar Inlet", "en-CA", TODAY, "head", "foot", None, blocks)
    assert written(document, kind, LETTER, FONTS).data
    assert "The hall" in document.text()


def test_the_sample_says_on_its_sheets_that_it_is_invented() -> None:
    for sheet in SHEET_KEYS:
        document = worksheet_document(meeting_content(sheet=sheet, sample=True))
        assert "invented sample" in document.text()
