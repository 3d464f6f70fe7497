"""Layers of a toolkit: what was checked later counts, what is only below stays, and the emergency line is our own."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.model.helplines import HelpLine, Number
from app.model.page import Page, PageSource, Paragraph, Run, Section, Term
from app.model.toolkit import Closed, Lines, Toolkit

FIRST = date(2026, 11, 1)
NAMES = ("a/one", "a/two", "b/three")


def page(name: str, day: int = 0, words: str = "Words.", order: int = 1) -> Page:
    return Page(
        id=name,
        section=name.split("/")[0],
        title=words,
        order=order,
        summary="In short.",
        blocks=(Paragraph((Run(words),)),),
        sources=(PageSource("The toolkit"),),
        checked=FIRST + timedelta(days=day),
        certainty="Sure.",
    )


def line(name: str, day: int = 0, note: str = "", emergency: bool = False, order: int = 5) -> HelpLine:
    return HelpLine(
        id=name,
        name=name,
        numbers=(Number("call", "2-1-1", "211"),),
        hours="Day and night",
        languages="English",
        for_whom="Anyone.",
        source="https://example.org",
        certainty="A",
        checked=FIRST + timedelta(days=day),
        order=order,
        note=note,
        emergency=emergency,
    )


PAGES = st.lists(
    st.builds(page, st.sampled_from(NAMES), st.integers(0, 3), st.text("abc", min_size=1)), unique_by=lambda one: one.id
)
LINES = st.lists(
    st.builds(line, st.sampled_from("xyz"), st.integers(0, 3), st.text("abc")), unique_by=lambda one: one.id
)


@given(below=PAGES, over=PAGES)
def test_of_two_pages_the_one_checked_later_counts_and_none_is_lost(below: list[Page], over: list[Page]):
    both = Toolkit(pages=tuple(below)).with_over(Toolkit(pages=tuple(over)))
    found = {one.id: one for one in both.pages}
    assert set(found) == {one.id for one in (*below, *over)}
    for one in (*below, *over):
        assert found[one.id].checked >= one.checked
    for one in over:
        assert found[one.id] == one or found[one.id].checked > one.checked


@given(below=LINES, over=LINES)
def test_of_two_lines_the_one_checked_later_counts_and_none_is_lost(below: list[HelpLine], over: list[HelpLine]):
    both = Lines(tuple(below)).with_over(Lines(tuple(over)))
    found = {one.id: one for one in both.lines}
    assert set(found) == {one.id for one in (*below, *over)}
    for one in over:
        assert found[one.id] == one or (found[one.id].checked or date.min) > (one.checked or date.min)


@given(over=PAGES)
def test_the_same_layer_twice_is_as_once(over: list[Page]):
    once = Toolkit(pages=(page("a/one"),)).with_over(Toolkit(pages=tuple(over)))
    assert once.with_over(Toolkit(pages=tuple(over))) == once


def test_sections_are_filled_in_order_and_new_ones_stand_last():
    own = Toolkit((Section("a", "A"),), (page("a/two", order=2), page("a/one", order=1)))
    both = own.with_over(Toolkit((Section("b", "B"), Section("a", "Ah")), (page("b/three"),)))
    assert [(one.title, [inner.id for inner in one.pages]) for one in both.filled()] == [
        ("Ah", ["a/one", "a/two"]),
        ("B", ["b/three"]),
    ]


def test_a_word_of_the_glossary_is_explained_anew():
    own = Toolkit(terms=(Term("cat", "CAT", "A team."), Term("ring", "ring", "A circle.")))
    both = own.with_over(Toolkit(terms=(Term("cat", "CAT", "A group."),)))
    assert [one.meaning for one in both.terms] == ["A group.", "A circle."]


def test_a_closed_line_goes_unless_it_was_checked_after_that():
    own = Lines((line("x", 1), line("y", 3)))
    gone = Lines(closed=(Closed("x", FIRST + timedelta(days=2)), Closed("y", FIRST + timedelta(days=2))))
    assert [one.id for one in own.with_over(gone).lines] == ["y"]


def test_no_layer_changes_the_emergency_line_or_brings_another():
    own = Lines((line("emergency", emergency=True),))
    over = Lines(
        (line("emergency", 9, "Ring us."), line("other", 9, emergency=True)), (Closed("emergency", date(2030, 1, 1)),)
    )
    assert own.with_over(over) == own


def test_the_emergency_line_stands_first_whatever_the_order():
    own = Lines((line("emergency", emergency=True, order=7),))
    both = own.with_over(Lines((line("x", order=1),)))
    assert [one.id for one in both.lines] == ["emergency", "x"]
