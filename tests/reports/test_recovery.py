"""The sheet for the office safe, read back from its PDF: the words, and the code as a phone reads it."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
import segno

from app.reports.paper import PAPERS, Paper
from app.reports.recovery import recovery_sheet
from app.reports.report import Report
from tests.reports.reading import FONTS, letter_boxes, page_texts

DAY = date(2027, 3, 15)
PASSPHRASE = "maple otter Seven lake drum"


def made(passphrase: str, paper: Paper = PAPERS["letter"]) -> Report:
    return recovery_sheet(passphrase, "Cedar Inlet.groundwork", DAY, paper, FONTS)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_it_is_one_sheet_with_every_word_and_what_it_is_for(paper: Paper) -> None:
    (text,) = page_texts(made(PASSPHRASE, paper).pdf)
    for word in PASSPHRASE.split():
        assert word in text
    assert "Cedar Inlet.groundwork" in text
    assert "15 March 2027" in text
    assert "Whoever holds this paper can open the file" in text


@pytest.mark.parametrize("passphrase", ["x", "w" * 300, "long words " * 60, "a b c d e f g h i j k l", "ʔəy̓ sčəy̓ kʷθə"])
def test_nothing_runs_off_the_sheet(passphrase: str) -> None:
    report = made(passphrase.strip())
    paper = PAPERS["letter"]
    assert report.pages == 1
    for left, bottom, right, top in letter_boxes(report.pdf, 0):
        assert left >= 0
        assert bottom >= 0
        assert right <= paper.width
        assert top <= paper.height


def test_a_space_that_paper_cannot_show_is_said() -> None:
    assert made(PASSPHRASE).warnings == ()
    assert any("space" in one for one in made(PASSPHRASE + " ").warnings)


def test_a_passphrase_too_long_for_a_code_stands_in_words_alone() -> None:
    assert any("too long" in one for one in made("ж" * 2000).warnings)


def test_the_passphrase_is_in_no_part_of_the_file_that_is_not_seen() -> None:
    pdf = made(PASSPHRASE).pdf
    for word in PASSPHRASE.split():
        assert word.encode() not in pdf


@pytest.mark.parametrize("passphrase", [PASSPHRASE, "ʔəy̓ sčəy̓ kʷθə"])
def test_every_square_of_the_code_is_where_it_belongs(passphrase: str) -> None:
    paper = PAPERS["letter"]
    with pypdfium2.PdfDocument(made(passphrase).pdf) as document:
        picture = document[0].render(scale=4.0).to_pil().convert("RGB")
    size = 190.0 * paper.scale
    left = round((paper.width - paper.side - size) * 4)
    dark = [[sum(picture.getpixel((x, y))) < 200 for x in range(left, picture.width)] for y in range(picture.height)]
    rows = [number for number, row in enumerate(dark) if any(row)]
    columns = [number for number, one in enumerate(dark[rows[0]]) if one]
    wanted = segno.make(passphrase, error="m", micro=False, encoding="utf-8").matrix
    square = size / (len(wanted) + 8) * 4
    drawn = [
        [dark[round(rows[0] + (y + 0.5) * square)][round(columns[0] + (x + 0.5) * square)] for x in range(len(wanted))]
        for y in range(len(wanted))
    ]
    assert drawn == [[bool(one) for one in row] for row in wanted]
