"""Letters that BC Sans lacks: which typeface stands in, how their lines are broken and ordered, and what is said of them."""

from __future__ import annotations

import shutil
import unicodedata
from datetime import date
from pathlib import Path

import pytest
import uharfbuzz
from hypothesis import given, settings
from hypothesis import strategies as st

from app.reports.document import Document, Para
from app.reports.font_files import faces_in
from app.reports.fonts import LACKING, Cut, Fonts
from app.reports.lettering import Look
from app.reports.line import Line
from app.reports.lines import break_lines, shortened, spaced
from app.reports.other_fonts import OtherFonts
from app.reports.paper import LETTER
from app.reports.pen import Pen
from app.reports.render import render
from app.reports.stack import set_paras
from tests.reports.letters import STRANGE
from tests.reports.made_fonts import make_collection, make_font
from tests.reports.reading import FONTS, all_text, glyph_origins, letter_boxes, squeezed
from tests.reports.structure import tree_of

STYLE = Look.BODY.value
SHIPPED = FONTS / "other"
NAME = "علی محمدی"


def pdf_of(text: str, fonts: Fonts, width: float = 400) -> bytes:
    """A PDF with lines of text, beginning 100 points from the left and the top."""
    pen = Pen(LETTER, fonts, title="", author="", language="en", made_on=date(2027, 3, 15))
    set_paras([Para(text)], width, 1.0, fonts).draw(pen, 100, 100)
    pen.end_page()
    return pen.finish()


def lines_of(text: str, width: float, fonts: Fonts) -> list[str]:
    return ["".join(run.spelled or run.text for run in one.runs) for one in broken(text, width, fonts)]


def broken(text: str, width: float, fonts: Fonts) -> list[Line]:
    return break_lines(fonts.readable(text), STYLE, width, fonts)


# -- which typeface ----------------------------------------------------------------------------------------------------


def test_a_letter_is_found_in_any_typeface_of_the_computer(tmp_path: Path) -> None:
    make_font(tmp_path / "Whatever.ttf", "茶道")
    fonts = Fonts(FONTS, (tmp_path,))
    assert fonts.readable("Tea: 茶道") == "Tea: 茶道"
    assert fonts.warnings() == ()
    assert all_text(pdf_of("Tea: 茶道, 道", fonts)) == "Tea: 茶道, 道"


def test_folders_below_and_collections_are_looked_into(tmp_path: Path) -> None:
    parts = [make_font(tmp_path / "A.ttf", "x茶"), make_font(tmp_path / "B.ttf", "x道")]
    (tmp_path / "system" / "east").mkdir(parents=True)
    make_collection(tmp_path / "system" / "east" / "Both.ttc", parts)
    fonts = Fonts(FONTS, (tmp_path / "system",))
    assert all_text(pdf_of("茶 and 道", fonts)) == "茶 and 道"
    assert len(set(fonts.faces(fonts.readable("茶道"), Cut.REGULAR))) == 2


@pytest.mark.parametrize("rights", [0x0002, 0x0100, 0x0200])
def test_what_its_makers_keep_from_being_embedded_is_passed_over(rights: int, tmp_path: Path) -> None:
    path = make_font(tmp_path / "Closed.ttf", "茶", rights=rights)
    assert faces_in(path) == []
    assert Fonts(FONTS, (tmp_path,)).readable("茶") == LACKING


def test_a_typeface_that_may_be_embedded_for_printing_and_editing_is_taken(tmp_path: Path) -> None:
    assert len(faces_in(make_font(tmp_path / "Print.ttf", "茶", rights=0x0004))) == 1
    assert len(faces_in(make_font(tmp_path / "Edit.ttf", "茶", rights=0x0008))) == 1


def test_outlines_that_cannot_be_embedded_and_files_that_are_no_typefaces_are_passed_over(tmp_path: Path) -> None:
    make_font(tmp_path / "Curves.ttf", "茶", curves="CFF ")
    (tmp_path / "Broken.ttf").write_bytes(b"\x00\x01\x00\x00" + b"rubbish" * 40)
    (tmp_path / "Short.ttc").write_bytes(b"ttcf")
    (tmp_path / "Empty.ttf").write_bytes(b"")
    whole = (SHIPPED / "NotoSansTamil-Regular.ttf").read_bytes()
    (tmp_path / "Cut.ttf").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "Gone.ttf").symlink_to(tmp_path / "nowhere")
    assert Fonts(FONTS, (tmp_path,)).readable("茶") == LACKING
    assert Fonts(FONTS, (tmp_path / "nowhere",)).readable("茶") == LACKING


def test_a_letter_that_a_typeface_only_claims_to_have_is_not_taken_from_it(tmp_path: Path) -> None:
    make_font(tmp_path / "Blank.ttf", "茶", width=100)
    assert Fonts(FONTS, (tmp_path,)).readable("茶") == LACKING


def test_private_and_unused_codes_are_never_looked_for(tmp_path: Path) -> None:
    make_font(tmp_path / "Icons.ttf", "\ue000\U000e0080")
    assert Fonts(FONTS, (tmp_path,)).readable("\ue000") == LACKING
    assert OtherFonts(SHIPPED, (tmp_path,)).font_for("\ud800") is None


def test_chinese_characters_of_a_japanese_text_are_those_of_a_japanese_typeface(tmp_path: Path) -> None:
    make_font(tmp_path / "msyh.ttc", "茶", width=900)
    make_font(tmp_path / "YuGothR.ttc", "茶の", width=800)
    fonts = Fonts(FONTS, (tmp_path,))
    assert {one.split("-")[0] for one in fonts.faces(fonts.readable("茶"), Cut.REGULAR)} == {"msyh"}
    assert {one.split("-")[0] for one in fonts.faces(fonts.readable("茶の"), Cut.REGULAR)} == {"YuGothR"}


def test_bold_is_bold_where_there_is_a_bold_typeface_and_regular_where_there_is_none(tmp_path: Path) -> None:
    make_font(tmp_path / "malgun.ttf", "한글")
    make_font(tmp_path / "malgunbd.ttf", "한")
    fonts = Fonts(FONTS, (tmp_path,))
    han, geul = fonts.faces(fonts.readable("한글"), Cut.BOLD)
    assert han.startswith("malgunbd-") and geul.startswith("malgun-")


@pytest.mark.parametrize("said", STRANGE.values(), ids=STRANGE.keys())
def test_what_is_shipped_needs_nothing_of_the_computer(said: str) -> None:
    fonts = Fonts(FONTS, ())
    assert fonts.readable(said) == unicodedata.normalize("NFC", said)
    assert all_text(pdf_of(said, fonts)) == unicodedata.normalize("NFC", said)


def test_a_text_in_bc_sans_stays_on_its_quick_way_when_another_was_not(tmp_path: Path) -> None:
    fonts = Fonts(FONTS, ())
    assert fonts.is_mixed(fonts.readable("ਪੰਜਾਬੀ"))
    assert not fonts.is_mixed(fonts.readable("hən̓q̓əmin̓əm̓ and SENĆOŦEN"))


def test_the_same_computer_gives_the_same_bytes(tmp_path: Path) -> None:
    make_font(tmp_path / "A.ttf", "茶")
    make_font(tmp_path / "B.ttf", "茶道")
    text = " ".join((*STRANGE.values(), "茶道"))
    first = pdf_of(text, Fonts(FONTS, (tmp_path,)))
    pdf_of("道茶" + text[::-1], Fonts(FONTS, (tmp_path,)))
    assert pdf_of(text, Fonts(FONTS, (tmp_path,))) == first


# -- what is said ------------------------------------------------------------------------------------------------------


def test_the_sentence_names_writing_and_letters_and_what_to_do(tmp_path: Path) -> None:
    shutil.copy(FONTS / "BCSans-Regular.ttf", tmp_path)
    shutil.copy(FONTS / "BCSans-Bold.ttf", tmp_path)
    fonts = Fonts(tmp_path, ())
    assert fonts.readable("ਪੰਜਾਬੀ, 한 글, አማርኛ") == "[?], [?] [?], [?]"
    (said,) = fonts.warnings()
    assert "Punjabi: ਪ ੰ ਜ" in said and "Korean: 한 글" in said and "Amharic or Tigrinya: አ ማ ር ኛ" in said
    assert "printed as [?]" in said and "add a font" in said


def test_of_many_letters_some_are_named_and_the_others_counted() -> None:
    fonts = Fonts(FONTS, ())
    fonts.readable("".join(map(chr, range(0x4E00, 0x4E40))))
    assert "and 44 more" in fonts.warnings()[0]


# -- lines -------------------------------------------------------------------------------------------------------------


def test_chinese_is_broken_between_characters_and_its_marks_stay_with_them(tmp_path: Path) -> None:
    make_font(tmp_path / "Tea.ttf", "茶道の、。（）")
    fonts = Fonts(FONTS, (tmp_path,))
    assert lines_of("茶道茶、道（茶道）茶。道", 40.5, fonts) == ["茶道茶、", "道（茶", "道）茶。", "道"]


def test_latin_words_within_chinese_stay_whole(tmp_path: Path) -> None:
    make_font(tmp_path / "Tea.ttf", "茶道")
    fonts = Fonts(FONTS, (tmp_path,))
    assert lines_of("茶茶茶Inlet茶茶", 60, fonts) == ["茶茶茶Inlet", "茶茶"]


def test_a_word_wider_than_a_line_is_broken_between_whole_letters() -> None:
    fonts = Fonts(FONTS, ())
    for said in STRANGE.values():
        word = unicodedata.normalize("NFC", said.replace(" ", ""))
        lines = broken(word * 3, 40, fonts)
        assert max(one.width for one in lines) <= 40
        assert len(lines) > 3
    assert not any(unicodedata.category(one[0]).startswith("M") for one in lines_of("क्षेत्रीय" * 5, 30, fonts))


def test_a_long_address_in_another_writing_is_broken_at_its_joints(tmp_path: Path) -> None:
    make_font(tmp_path / "Ge.ttf", "გამარჯობა")
    fonts = Fonts(FONTS, (tmp_path,))
    assert lines_of("გამარჯ@გამარჯ.გა", 90, fonts) == ["გამარჯ@", "გამარჯ.გა"]


def test_line_breaks_and_empty_lines_stay() -> None:
    fonts = Fonts(FONTS, ())
    assert lines_of("Так\n\nні", 100, fonts) == ["Так ", "", "ні"]


def test_two_paragraphs_of_one_element_stay_apart() -> None:
    fonts = Fonts(FONTS, ())
    (line,) = broken("Так", 100, fonts)
    assert spaced(line).runs[-1].text.endswith(" ")


@pytest.mark.parametrize("said", STRANGE.values(), ids=STRANGE.keys())
def test_nothing_is_lost_when_lines_are_broken(said: str) -> None:
    pdf = pdf_of(f"{said} {said}", Fonts(FONTS, ()), width=70)
    assert squeezed(all_text(pdf)) == squeezed(said + said)
    assert max(box[2] for box in letter_boxes(pdf, 0)) <= 172


@given(st.lists(st.sampled_from([*"aWЖїไทย\n.-/@1 ", "q̓", "क्षि", "ਨੂੰ"]), max_size=60).map("".join), st.floats(25, 300))
@settings(max_examples=120, deadline=None)
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: float) -> None:
    fonts = Fonts(FONTS, ())
    lines = broken(text, width, fonts)
    assert squeezed("".join(run.spelled or run.text for one in lines for run in one.runs)) == squeezed(text)
    assert max(one.width for one in lines) <= width + 0.001


@given(st.text(st.characters() | st.sampled_from("\u200c\u200d\u0651 аبव茶😀")))
@settings(max_examples=150, deadline=None)
def test_whatever_people_paste_is_printed_and_every_letter_of_it_has_a_typeface(text: str) -> None:
    fonts = Fonts(FONTS, ())
    readable = fonts.readable(text)
    for face, letter in zip(fonts.faces(readable, Cut.BOLD), readable, strict=True):
        assert letter == "\n" or fonts.part(letter, face, Cut.BOLD, leftwards=False, kern=False).width >= 0
    assert pdf_of(text, fonts).startswith(b"%PDF")


def test_a_joiner_after_a_letter_that_is_lacking_goes(tmp_path: Path) -> None:
    assert Fonts(FONTS, ()).readable("茶\u200c \u200d茶") == "[?] [?]"


# -- from right to left ------------------------------------------------------------------------------------------------


def shaped(text: str, font: str, direction: str) -> list[tuple[float, float]]:
    """Where HarfBuzz puts the glyphs of a text, for type of the body's size."""
    made = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(SHIPPED / f"{font}.ttf"))))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = direction
    uharfbuzz.shape(made, buffer, {"kern": False, "liga": False})
    x, found = 0.0, []
    for place in buffer.glyph_positions:
        found.append((100 + (x + place.x_offset) * STYLE.size / 1000, place.y_offset * STYLE.size / 1000))
        x += place.x_advance
    return found


@pytest.mark.parametrize(
    ("text", "font", "direction"),
    [
        ("ਮੈਨੂੰ", "NotoSansGurmukhi-Regular", "ltr"),
        ("क्षेत्र", "NotoSansDevanagari-Regular", "ltr"),
        ("மொழி", "NotoSansTamil-Regular", "ltr"),
        ("ช่วยเหลือ", "NotoSansThai-Regular", "ltr"),
        ("می\u200cخواهم", "NotoSansArabic-Regular", "rtl"),
        ("المساعدة", "NotoSansArabic-Regular", "rtl"),
        ("שָׁלוֹם", "NotoSansHebrew-Regular", "rtl"),
    ],
)
def test_every_glyph_stands_where_harfbuzz_puts_it(text: str, font: str, direction: str) -> None:
    text = unicodedata.normalize("NFC", text)
    origins = glyph_origins(pdf_of(text, Fonts(FONTS, ())), 0)
    base = LETTER.height - 100 - STYLE.leading / 2 - STYLE.size * 0.357
    got = [(x, y - base) for x, y in origins]
    for one in shaped(text, font, direction):
        assert any(one == pytest.approx(other, abs=0.02) for other in got), one


def test_the_first_word_of_hebrew_stands_at_the_right() -> None:
    fonts = Fonts(FONTS, ())
    (line,) = broken("אא בב", 400, fonts)
    assert line.turned and line.leftwards
    assert "".join(run.text for run in line.runs) == "בב אא"


def test_a_name_from_right_to_left_within_a_sentence_keeps_the_sentence_in_order() -> None:
    (line,) = broken("Ask אב (Elder) 12", 400, Fonts(FONTS, ()))
    assert line.turned and not line.leftwards
    assert "".join(run.text for run in line.runs) == "Ask בא (Elder) 12"


def test_several_lines_end_at_the_right_and_a_single_one_stays_at_the_left() -> None:
    fonts = Fonts(FONTS, ())
    assert [one.indent for one in set_paras([Para(NAME)], 300, 1.0, fonts).lines] == [0.0]
    several = set_paras([Para(f"{NAME} " * 5)], 100, 1.0, fonts).lines
    assert len(several) > 1
    assert all(one.indent + one.line.width == pytest.approx(100) for one in several)


def test_a_cut_line_has_its_dots_where_reading_ends() -> None:
    fonts = Fonts(FONTS, ())
    line = shortened(fonts.readable(f"{NAME} " * 9), STYLE, 100, fonts)
    assert line.runs[0].text == "…"
    assert line.width <= 100
    other = shortened(fonts.readable("допомога " * 9), STYLE, 100, fonts)
    assert other.runs[-1].text == "…"


def test_the_joiners_of_persian_stay_and_those_of_others_go() -> None:
    fonts = Fonts(FONTS, ())
    assert fonts.readable("می\u200cخواهم") == "می\u200cخواهم"
    assert fonts.readable("a\u200cb\u200d") == "ab"


def test_a_persian_word_with_a_joiner_is_copied_with_it() -> None:
    assert all_text(pdf_of("می\u200cخواهم", Fonts(FONTS, ()))) == "می\u200cخواهم"


def test_vowel_marks_are_read_out_in_their_order() -> None:
    """Whoever copies the page by the places of its letters may get such marks elsewhere; the tag says them rightly."""
    words = unicodedata.normalize("NFC", "لطفاً שָׁלוֹם السَّلامُ")
    document = Document("", "", "en", date(2027, 3, 15), "", "", None, (Para(words),))
    assert tree_of(render(document, LETTER, FONTS).pdf).all("P")[0].words() == words
