"""Cards for the wall and the pocket, read back from their PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.data.helplines import load_helplines
from app.model.local_line import LocalLine, with_local
from app.reports.cards import pocket_cards, wall_card
from app.reports.paper import A4, LETTER, PAPERS, Paper
from tests.reports.reading import FONTS, all_text, letter_boxes, page_texts

DAY = date(2027, 3, 15)
LINES = with_local(load_helplines(Path(__file__).parents[2] / "resources" / "helplines.toml"), [])
OWN = LocalLine(id="n", name="Nurse <on call> & co", number="250-555-0144", hours="Day and night")


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_wall_card_is_one_sheet_with_the_emergency_first(paper: Paper) -> None:
    report = wall_card(LINES, "Cedar Inlet", DAY, paper, FONTS)
    (text,) = page_texts(report.pdf)
    assert text.index("9-1-1") < text.index("1-800-563-0808") < text.index("1-833-900-1010")
    assert "show on a phone" in text
    assert "15 March 2027" in text


def test_own_numbers_are_on_both_cards_as_they_were_written() -> None:
    lines = with_local(LINES, [OWN])
    for make in (wall_card, pocket_cards):
        text = all_text(make(lines, "Cedar Inlet", DAY, LETTER, FONTS).pdf)
        assert "Nurse <on call> & co" in text
        assert "250-555-0144" in text


def test_without_a_number_of_our_own_there_is_a_line_to_write_one_on() -> None:
    assert "Our local police or nurse" in all_text(wall_card(LINES, "", DAY, LETTER, FONTS).pdf)
    assert "Our local police" not in all_text(wall_card(with_local(LINES, [OWN]), "", DAY, LETTER, FONTS).pdf)


@pytest.mark.parametrize("paper", [LETTER, A4])
def test_a_sheet_has_eight_pocket_cards_that_can_be_carried_unseen(paper: Paper) -> None:
    (text,) = page_texts(pocket_cards(LINES, "Cedar Inlet", DAY, paper, FONTS).pdf)
    assert text.count("Useful numbers") == text.count("9-1-1") == text.count("1-800-563-0808") == 8
    assert "Cedar Inlet" not in text


def test_every_letter_of_a_pocket_card_is_inside_its_card() -> None:
    many = with_local(
        LINES, [LocalLine(id=str(n), name=f"A very long name {n} " * 4, number="250-555-0144") for n in range(9)]
    )
    for lines in (LINES, many):
        pdf = pocket_cards(lines, "", DAY, LETTER, FONTS).pdf
        for left, bottom, right, top in letter_boxes(pdf, 0):
            across = (LETTER.width - 2 * 242.6) / 2
            down = (LETTER.height - 4 * 153.0) / 2
            assert int((left - across) // 242.6) == int((right - across) // 242.6)
            assert int((bottom - down) // 153.0) == int((top - down) // 153.0)


def test_lines_that_do_not_fit_are_counted() -> None:
    report = pocket_cards(LINES, "", DAY, LETTER, FONTS)
    text = all_text(report.pdf)
    shown = sum(any(number.display in text for number in one.numbers) for one in LINES)
    assert any(f"{len(LINES) - shown} are left out" in one for one in report.warnings)
