"""Breaking text into lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.reports.fonts import Fonts
from app.reports.lettering import Look, Style
from app.reports.line import Line
from app.reports.lines import break_lines, shortened
from tests.reports.reading import FONTS, squeezed

STYLE = Look.CELL.value
# What a hyphen that is there for the end of the line alone is copied as.
HYPHEN = "\u00ad"


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(FONTS)


def said(lines: list[Line]) -> list[str]:
    return ["".join(run.spelled or run.text for run in line.runs) for line in lines]


def test_a_line_ends_with_the_space_that_parts_it_from_the_next(fonts: Fonts) -> None:
    assert said(break_lines("one two three", STYLE, 40, fonts)) == ["one two ", "three"]


def test_a_word_wider_than_the_line_is_broken_and_nothing_of_it_is_lost(fonts: Fonts) -> None:
    lines = break_lines("W" * 500, STYLE, 90, fonts)
    assert "".join(said(lines)).replace(HYPHEN, "") == "W" * 500
    assert max(line.width for line in lines) <= 90


def test_a_word_wider_than_the_line_parts_after_a_vowel_with_a_hyphen_that_is_not_copied(fonts: Fonts) -> None:
    lines = break_lines("telekomunikasyonikalisado", STYLE, 50, fonts)
    assert said(lines) == [f"telekomu{HYPHEN}", f"nikasyoni{HYPHEN}", "kalisado"]
    assert all(line.runs[-1].text == "-" for line in lines[:-1])
    assert max(line.width for line in lines) <= 50


def test_no_hyphen_is_put_into_an_address_or_between_signs(fonts: Fonts) -> None:
    for text in ("https://example.org/" + "a1" * 60, "ᐃ" * 80, "0" * 80):
        assert "".join(said(break_lines(text, STYLE, 90, fonts))) == text


def test_a_last_line_of_one_short_word_takes_another_along(fonts: Fonts) -> None:
    words = "A call or a text can show on a phone and on a phone bill, so use a phone that you know is safe"
    lengths = {len(said(break_lines(words, Look.BODY.value, width, fonts))[-1].split()) for width in range(300, 430)}
    assert 1 not in lengths


def test_a_mark_is_never_parted_from_its_letter(fonts: Fonts) -> None:
    lines = break_lines("q̓" * 200, STYLE, 90, fonts)
    assert all(one.startswith("q") for one in said(lines))


def test_a_mail_address_breaks_at_its_joints(fonts: Fonts) -> None:
    assert said(break_lines("somebody.with.a.name@example.org", STYLE, 110, fonts)) == [
        "somebody.with.a.",
        "name@example.org",
    ]


def test_words_joined_by_a_hyphen_may_part_there_and_phone_numbers_may_not(fonts: Fonts) -> None:
    assert said(break_lines("a train-the-trainer day", STYLE, 44, fonts)) == ["a train-", "the-", "trainer ", "day"]
    assert said(break_lines("the co-op", STYLE, 32, fonts)) == ["the ", "co-op"]
    assert said(break_lines("call 1-800-555-0134", STYLE, 75, fonts)) == ["call ", "1-800-555-0134"]


def test_line_breaks_and_empty_lines_stay(fonts: Fonts) -> None:
    assert said(break_lines("a\n\nb", STYLE, 100, fonts)) == ["a ", "", "b"]


def test_a_running_line_that_is_too_long_ends_in_an_ellipsis(fonts: Fonts) -> None:
    line = shortened("A community with a long name", STYLE, 60, fonts)
    assert said([line])[0].endswith("…")
    assert line.width <= 60


@given(st.text(st.sampled_from("aW ə q̓\u0331-/@.\n1é"), max_size=80), st.floats(20, 300))
@settings(max_examples=150, deadline=None)
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: float) -> None:
    fonts = Fonts(FONTS)
    style: Style = STYLE
    readable = fonts.readable(text)
    lines = break_lines(readable, style, width, fonts)
    assert squeezed("".join(said(lines)).replace(HYPHEN, "")) == squeezed(readable)
    assert all(line.width <= width + 0.001 for line in lines)
