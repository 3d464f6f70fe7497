"""What a pack changes: every thing that is new, changed or gone, once, with the lines that differ."""

from __future__ import annotations

import time
from dataclasses import replace

from hypothesis import given

from app.model.pack_changes import CHANGED, GONE, NEW, PAGE, Content, changes, not_used
from app.model.page import Page, Paragraph, Run
from app.model.toolkit import Lines, Toolkit
from tests.model.test_toolkit import PAGES, page


def content(*pages: Page) -> Content:
    return Content(Toolkit(pages=pages), Lines())


@given(before=PAGES, after=PAGES)
def test_each_page_is_named_once_for_what_happens_to_it(before: list[Page], after: list[Page]) -> None:
    found = {(one.what, one.title, one.after or one.before) for one in changes(content(*before), content(*after))}
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    assert sum(what == NEW for what, *_rest in found) == len(new.keys() - old.keys())
    assert sum(what == GONE for what, *_rest in found) == len(old.keys() - new.keys())
    assert all(one.sort == PAGE for one in changes(content(*before), content(*after)))


@given(pages=PAGES)
def test_the_same_content_has_no_changes(pages: list[Page]) -> None:
    assert changes(content(*pages), content(*pages)) == ()


def test_a_changed_page_shows_only_the_lines_that_differ() -> None:
    one = page("a/one")
    blocks = (*one.blocks, Paragraph((Run("The number is 211."),)))
    other = (*one.blocks, Paragraph((Run("The number is 311."),)))
    (change,) = changes(content(replace(one, blocks=blocks)), content(replace(one, blocks=other)))
    assert (change.what, change.before, change.after) == (CHANGED, ("The number is 211.",), ("The number is 311.",))


def test_what_is_not_shown_is_counted() -> None:
    layer = content(page("a/one", day=1), page("a/two", day=3))
    assert not_used(layer, content(page("a/one", day=2), page("a/two", day=3))) == 1


def test_two_endless_pages_of_the_same_lines_do_not_hold_anybody_up() -> None:
    one = page("a/one")
    many = tuple(Paragraph((Run(f"Line {number % 3}"),)) for number in range(20_000))
    begin = time.process_time()
    (change,) = changes(content(replace(one, blocks=many)), content(replace(one, blocks=(*many[1:], many[1]))))
    assert time.process_time() - begin < 3
    assert change.what == CHANGED
