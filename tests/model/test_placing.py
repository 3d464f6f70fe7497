"""Marked words are found again in a page that was edited since."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.model.finding import folded_words
from app.model.mark import LONGEST_QUOTE, Mark
from app.model.placing import Place, anchor, place

PAGE = (
    "Start with the people you know.\nAsk who else should be at the table, and who is missing.\n"
    "A committee may already exist. Ask the “Victim Services” worker about it.\nStart with the people you trust."
)
vocabulary = st.sampled_from([f"{a}{b}" for a in "abcdefgh" for b in "klmnopqr"])
texts = st.lists(vocabulary, min_size=1, max_size=60).map(" ".join)
distinct = st.lists(vocabulary, min_size=6, max_size=60, unique=True)


def marked(text: str, start: int, end: int) -> Mark:
    found = anchor(text, start, end)
    assert found is not None
    return Mark(page="about/start", quote=found.quote, before=found.before, after=found.after)


def shown(mark: Mark, text: str) -> str | None:
    found = place(mark, text)
    return None if found is None else text[found.start : found.end]


@given(texts, st.data())
def test_in_an_unchanged_page_the_same_words_are_found(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = anchor(text, start, end)
    assume(found is not None)
    assert shown(marked(text, start, end), text) == marked(text, start, end).quote


@given(distinct, st.data())
def test_words_that_stand_once_are_found_where_they_stood(words: list[str], data: st.DataObject):
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(anchor(text, start, end) is not None)
    mark = marked(text, start, end)
    assert place(mark, text) == Place(text.index(mark.quote), text.index(mark.quote) + len(mark.quote))


@given(distinct, st.data(), texts, texts)
def test_what_is_written_before_and_after_changes_nothing(words: list[str], data: st.DataObject, one: str, other: str):
    first = data.draw(st.integers(0, len(words) - 2))
    last = data.draw(st.integers(first + 1, len(words)))
    quote = " ".join(words[first:last])
    text = " ".join(words)
    mark = marked(text, text.index(quote), text.index(quote) + len(quote))
    edited = " ".join(["new", *words[:first], *words[first:last], *words[last:], "words"])
    assert shown(mark, edited) == quote
    assert folded_words(shown(mark, f"{one}. {edited}. {other}") or "") == folded_words(quote)


@given(distinct, st.data())
def test_one_other_word_in_a_passage_loses_nothing(words: list[str], data: st.DataObject):
    text = " ".join(words)
    mark = marked(text, 0, len(text))
    changed = data.draw(st.integers(0, len(words) - 1))
    edited = " ".join([*words[:changed], "other", *words[changed + 1 :]])
    found = place(mark, f"It was said: {edited}! So it was.")
    assert found is not None
    assert found.changed


@given(distinct)
def test_a_passage_that_was_taken_out_has_lost_its_place(words: list[str]):
    text = " ".join(words)
    assert place(marked(text, 0, len(text)), "Nothing here is what was once written on this page.") is None


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_text_whatever_is_too_strange(quote: str, text: str):
    found = place(Mark(page="about/start", quote=quote), text)
    assert found is None or 0 <= found.start < found.end <= len(text)


def test_half_words_become_whole_ones():
    start = PAGE.index("eople you")
    assert marked(PAGE, start, start + 8).quote == "people you"


def test_signs_at_the_ends_are_kept_where_they_were_chosen():
    start = PAGE.index("“Victim")
    mark = marked(PAGE, start, start + len("“Victim Services”"))
    assert mark.quote == shown(mark, PAGE) == "“Victim Services”"


def test_the_words_around_tell_two_like_passages_apart():
    second = PAGE.rindex("Start with the people")
    mark = marked(PAGE, second, second + len("Start with the people"))
    found = place(mark, PAGE)
    assert found is not None
    assert found.start == second


def test_another_case_comma_or_line_is_the_same_passage():
    start = PAGE.index("Ask who")
    mark = marked(PAGE, start, PAGE.index("missing") + len("missing"))
    assert shown(mark, "ask Who else should\nbe at the table and who is missing?") == (
        "ask Who else should\nbe at the table and who is missing"
    )


def test_where_there_is_no_word_there_is_nothing_to_mark():
    assert anchor("… !", 0, 3) is None
    assert anchor("one two", 3, 4) is None


def test_a_very_long_choice_is_marked_as_far_as_fits():
    found = anchor("word " * 2000, 0, 10_000)
    assert found is not None
    assert len(found.quote) <= LONGEST_QUOTE
    assert found.quote.endswith("word")


def test_a_mark_on_the_whole_page_has_no_place():
    assert place(Mark(page="about/start", note="Read at the next meeting"), PAGE) is None


@pytest.mark.parametrize("size", [2_000, 20_000])
def test_a_long_page_is_searched_at_once(size: int):
    text = " ".join(f"word{n % 997}" for n in range(size))
    mark = Mark(page="about/start", quote="word1 word2 nothing else word5 word6 word7 word8 word9")
    assert place(mark, text) is not None
