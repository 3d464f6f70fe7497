"""Every letter of British Columbia's languages, printed as its readers write it and copied as it was written."""

from __future__ import annotations

import io
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path

import pypdf
import pytest
import uharfbuzz

from app.reports.document import Document, Heading, Para
from app.reports.fonts import Cut, Fonts
from app.reports.lettering import Look, Style
from app.reports.lines import break_lines
from app.reports.paper import LETTER, TABLOID
from app.reports.pen import Pen
from app.reports.render import render
from app.reports.shaper import Shaper
from tests.reports.build import TODAY
from tests.reports.letters import LISTS, NAMES, STRANGE, document
from tests.reports.reading import FONTS, glyph_origins, page_texts, squeezed
from tests.reports.structure import tree_of

LOOKS = (Look.BODY, Look.CELL_STRONG, Look.POCKET, Look.WALL_TITLE, Look.NATIONS, Look.SECTION)
OWN = tuple(name for key in ("languages", "report", "nations") for name in LISTS[key])
LETTERS = tuple(letter for line in LISTS["letters"] for letter in line.split())


def lines_pdf(texts: tuple[str, ...], style: Style, width: float = 700) -> bytes:
    """A page for each text, with nothing else on it."""
    fonts = Fonts(FONTS, ())
    pen = Pen(TABLOID, fonts, title="", author="", language="en", made_on=date(2027, 3, 15))
    for text in texts:
        pen.lines(60, 60, break_lines(fonts.readable(text), style, width, fonts), style)
        pen.end_page()
    return pen.finish()


@cache
def font(cut: Cut) -> uharfbuzz.Font:
    path = FONTS / f"BCSans-{cut.value}.ttf"
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))


def expected(text: str, style: Style) -> list[tuple[float, float]]:
    """Where HarfBuzz puts each glyph of a text, word by word as the report shapes it."""
    x, found = 0.0, []
    for number, word in enumerate(unicodedata.normalize("NFC", text).split(" ")):
        for one in (" ", word) if number else (word,):
            buffer = uharfbuzz.Buffer()
            buffer.add_str(one)
            buffer.guess_segment_properties()
            uharfbuzz.shape(font(style.cut), buffer, {"kern": style.kern, "liga": False, "clig": False})
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
                aside = place.x_offset + strays(info.codepoint, style.cut)
                found.append(((x + aside) * style.size / 1000, place.y_offset * style.size / 1000))
                x += place.x_advance
    return found


@cache
def strays(glyph: int, cut: Cut) -> float:
    """How far a K with a mark must go left, to stand where the plain one does."""
    if glyph not in [font(cut).get_nominal_glyph(ord(one)) for one in "ĶǨḰḲḴ"]:
        return 0.0
    plain, marked = (font(cut).get_glyph_extents(one) for one in (font(cut).get_nominal_glyph(ord("K")), glyph))
    return plain.x_bearing + plain.width - marked.x_bearing - marked.width


@pytest.mark.parametrize("look", LOOKS)
def test_every_glyph_of_every_name_stands_where_harfbuzz_puts_it(look: Look) -> None:
    style, fonts = look.value, Fonts(FONTS, ())
    # Of the apostrophe that BC Sans Bold gives no room, see below.
    names = [name for name in OWN if style.cut is Cut.REGULAR or "\u0315" not in name]
    pen = Pen(TABLOID, fonts, title="", author="", language="en", made_on=date(2027, 3, 15))
    for number, name in enumerate(names):
        pen.lines(60, 9 * number, break_lines(fonts.readable(name), style, 700, fonts), style)
    pen.end_page()
    origins = iter(glyph_origins(pen.finish(), 0))
    for number, name in enumerate(names):
        base = TABLOID.height - 9 * number - style.leading / 2 - style.size * 0.357
        wanted = [pytest.approx((60 + x, base + y), abs=0.05) for x, y in expected(name, style)]
        assert [next(origins) for _one in wanted] == wanted, name
    assert next(origins, None) is None


@pytest.mark.parametrize("look", LOOKS)
def test_every_name_is_copied_as_it_was_written(look: Look) -> None:
    pdf = lines_pdf(NAMES, look.value)
    wanted = [unicodedata.normalize("NFC", name) for name in NAMES]
    assert page_texts(pdf) == wanted
    read = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert [squeezed(one) for one in read] == [squeezed(one) for one in wanted]


@pytest.mark.parametrize("width", [30, 55])
def test_a_name_broken_over_lines_loses_nothing(width: float) -> None:
    pdf = lines_pdf(NAMES, Look.CELL.value, width)
    # The reader of the page marks every hyphen at a line's end (U+FFFE), whether it was ours or the name's own.
    read = [squeezed(one.replace("\ufffe", "").replace("-", "")) for one in page_texts(pdf)]
    assert read == [squeezed(one.replace("-", "")) for one in NAMES]


def test_bc_sans_has_every_letter_of_these_languages_in_both_cuts() -> None:
    fonts = Fonts(FONTS, ())
    text = " ".join((*OWN, *LETTERS))
    assert fonts.readable(text) == unicodedata.normalize("NFC", text)
    assert not fonts.is_mixed(text)
    assert fonts.warnings() == ()


@pytest.mark.parametrize("cut", list(Cut))
def test_a_mark_is_drawn_on_its_letter_and_never_beside_it(cut: Cut) -> None:
    """A mark's ink, but for an apostrophe at the right (U+0315), lies over its letter's ink or under it."""
    fonts = Fonts(FONTS, ())
    for letter in LETTERS:
        word = unicodedata.normalize("NFC", letter)
        marks = [one for one in word[1:] if unicodedata.category(one) == "Mn"]
        if not marks or "\u0315" in marks:
            continue
        letters = ink(fonts, word, cut)
        assert len(letters) >= 1, letter
        left, right = letters[0]
        for mark_left, mark_right in letters[1:]:
            middle = (mark_left + mark_right) / 2
            assert left - 60 <= middle <= right + 60, letter


def ink(fonts: Fonts, word: str, cut: Cut) -> list[tuple[float, float]]:
    """From where to where each glyph of a word has ink, in thousandths of the size."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font(cut), buffer, {"kern": False, "liga": False})
    assert fonts.piece(word, cut).width == pytest.approx(sum(one.x_advance for one in buffer.glyph_positions) / 1000)
    x, found = 0.0, []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        extents = font(cut).get_glyph_extents(info.codepoint)
        begin = x + place.x_offset + extents.x_bearing
        found.append((begin, begin + extents.width))
        x += place.x_advance
    return found


def test_a_bold_k_with_a_mark_stands_no_nearer_to_its_neighbour_than_a_plain_one() -> None:
    style = Look.WALL_TITLE.value
    pdf = lines_pdf(("EḰE", "EKE"), style)
    marked, plain = glyph_origins(pdf, 0), glyph_origins(pdf, 1)
    assert marked[1][0] - marked[0][0] < plain[1][0] - plain[0][0]
    assert marked[2][0] - marked[0][0] == pytest.approx(plain[2][0] - plain[0][0], abs=0.05)


@pytest.mark.parametrize("letter", ["t̕", "w̕", "k̕", "l̕", "ƛ̕", "c̕", "ḵ̕", "č̕", "m̕"])
@pytest.mark.parametrize("cut", list(Cut))
def test_an_apostrophe_at_the_right_stands_between_its_letter_and_the_next(letter: str, cut: Cut) -> None:
    pieces = Shaper(FONTS / f"BCSans-{cut.value}.ttf").glyphs(unicodedata.normalize("NFC", f"{letter}n"), kern=False)
    x, inks = 0.0, []
    for one in pieces:
        box = font(cut).get_glyph_extents(one.number)
        begin = x + one.aside + box.x_bearing
        inks.append((begin, begin + box.width, one.rise + box.y_bearing))
        x += one.across
    comma, after = inks[-2:]
    assert max(one[1] for one in inks[:-2]) < comma[0] + 25
    assert comma[1] < after[0]
    assert 690 < comma[2] < 830


def test_the_marks_of_bc_sans_regular_are_left_where_they_are() -> None:
    shaper = Shaper(FONTS / "BCSans-Regular.ttf")
    glyphs = shaper.glyphs("c̕ḰḴt̕", kern=False)
    assert [(one.aside, one.rise) for one in glyphs] == [(0, 0)] * len(glyphs)


@cache
def letters_pdf() -> bytes:
    return render(document(), LETTER, FONTS).pdf


def test_names_in_headings_and_cells_are_read_out_as_they_were_written() -> None:
    found = tree_of(letters_pdf())
    names = [squeezed(one) for one in NAMES]
    rows = found.all("Table")[0].all("TR")[1:]
    assert [squeezed(one.kids[0].words()) for one in rows] == names
    assert [squeezed(one.kids[1].words()) for one in rows] == names
    headings = [one.words() for one in found.all("H2")]
    assert headings[:4] == [unicodedata.normalize("NFC", one) for one in LISTS["report"][:4]]


def test_other_writings_are_read_out_in_the_order_of_reading() -> None:
    found = tree_of(letters_pdf())
    rows = found.all("Table")[1].all("TR")[1:]
    wanted = [unicodedata.normalize("NFC", one) for one in STRANGE.values()]
    assert [one.kids[1].words() for one in rows] == wanted
    assert [one.words() for one in found.all("LBody")] == [f"Name: {one} (Vancouver) 250-555-0134" for one in wanted]


def test_a_page_of_every_writing_says_which_folder_of_the_computer_nowhere() -> None:
    assert str(Path.home()).encode() not in letters_pdf()
    assert b"resources" not in letters_pdf()


def test_the_same_page_gives_the_same_bytes_whatever_was_printed_before() -> None:
    render(Document("", "", "en", TODAY, "", "", None, (Heading("Ж"), Para("ض क"))), LETTER, FONTS)
    assert render(document(), LETTER, FONTS).pdf == letters_pdf()
