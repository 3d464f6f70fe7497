"""Names in the languages of British Columbia, on paper as their writers mean them."""

from __future__ import annotations

from datetime import date

import pytest
import uharfbuzz

from app.reports.fonts import LACKING, Cut, Fonts
from app.reports.lettering import Look
from app.reports.lines import break_lines
from app.reports.paper import LETTER
from app.reports.pen import Pen
from tests.reports.reading import FONTS, all_text, glyph_origins

NAMES = (
    "hən̓q̓əmin̓əm̓",
    "SENĆOŦEN",
    "Sm'algya̱x",
    "Tŝilhqot'in",
    "St̓át̓imcets",
    "nłeʔkepmxcín",
    "k̕ʷi t̕ c̕ ƛ̕",
    "sq̓ʷx̌ʷ",
    "Ḵ̓wala",
    "G̱a̱lg̱a̱ s̲x̲ ł̣ į́",
    "Diitiidʔaaq̓tx̣",
    "Haíɫzaqv",
    "ᑕᐃᓐ ᑖᔆ",
)


def written(text: str, look: Look = Look.BODY) -> bytes:
    """A PDF with one line of text on it, beginning 100 points from the left."""
    fonts = Fonts(FONTS)
    pen = Pen(LETTER, fonts, title="", author="", language="en", made_on=date(2027, 3, 15))
    pen.lines(100, 100, break_lines(fonts.readable(text), look.value, 400, fonts), look.value)
    pen.end_page()
    return pen.finish()


def expected_origins(text: str, size: float) -> list[tuple[float, float]]:
    """Where HarfBuzz puts each glyph, from the start of the line."""
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / "BCSans-Regular.ttf"))))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"kern": False, "liga": False})
    x, found = 0.0, []
    for place in buffer.glyph_positions:
        found.append(((x + place.x_offset) * size / 1000, place.y_offset * size / 1000))
        x += place.x_advance
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("look", [Look.BODY, Look.TITLE, Look.CELL_STRONG])
def test_a_name_is_copied_from_the_page_as_it_was_written(name: str, look: Look) -> None:
    assert all_text(written(name, look)) == name


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_stands_where_harfbuzz_puts_it(name: str) -> None:
    origins = glyph_origins(written(name), 0)
    left, base = origins[0]
    got = [(x - left, y - base) for x, y in origins]
    wanted = expected_origins(name, Look.BODY.value.size)
    assert [pytest.approx(one, abs=0.02) for one in wanted] == got


def test_words_with_marks_and_without_stand_on_one_line_in_order() -> None:
    text = "The hən̓q̓əmin̓əm̓ and SENĆOŦEN words; k̕ʷi, and more"
    assert all_text(written(text)) == text


def test_a_letter_that_the_typeface_lacks_is_shown_and_named() -> None:
    fonts = Fonts(FONTS, ())
    assert fonts.readable("Tea 茶茶 here 😀 \ue000") == f"Tea {LACKING} here {LACKING} {LACKING}"
    (warning,) = fonts.warnings()
    assert "Chinese characters: 茶; signs and small pictures: 😀; other letters: U+E000" in warning


def test_nothing_is_said_when_every_letter_is_there() -> None:
    fonts = Fonts(FONTS)
    fonts.readable(" ".join(NAMES))
    assert fonts.warnings() == ()


def test_control_characters_and_direction_marks_leave_no_trace() -> None:
    fonts = Fonts(FONTS)
    assert fonts.readable("a\x00b\x07\u202ec\u200dd\ufe0f\u00ade\tf\ng") == "abcde f\ng"
    assert fonts.warnings() == ()


def test_a_private_code_from_a_text_cannot_pass_for_a_glyph_of_ours() -> None:
    first = Fonts(FONTS)
    assert first.piece("k̕", Cut.REGULAR).spelled == "k̕"
    assert Fonts(FONTS).readable("\U00100000") == LACKING


def test_what_was_printed_before_does_not_change_the_bytes() -> None:
    before = written("k̕ʷi t̕")
    written("ƛ̕ q̕ c̕ į́")
    assert written("k̕ʷi t̕") == before
