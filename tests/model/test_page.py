"""A page as blocks: its plain words, contents, links and questions."""

from __future__ import annotations

from datetime import date

from app.model.page import (
    Block,
    Callout,
    Heading,
    LinkCard,
    ListBlock,
    Page,
    PageSource,
    Paragraph,
    Question,
    Quote,
    Run,
    headings,
    links,
    plain_text,
    questions,
    runs_of,
)

CARD = LinkCard("A list", "https://example.org/list", "Ask first.", printed_in_toolkit=True)
HEADING = Heading(2, (Run("Who"),), "who")


def page_with(*blocks: Block) -> Page:
    return Page(
        id="get-organized/who",
        section="get-organized",
        title="Who",
        order=1,
        summary="Who can help.",
        blocks=blocks,
        sources=(PageSource("The toolkit"),),
        checked=date(2026, 11, 23),
        certainty="Sure.",
    )


def test_plain_text_joins_the_runs_of_a_paragraph():
    page = page_with(Paragraph((Run("Ask the "), Run("Elders", bold=True), Run("."))))
    assert plain_text(page) == "Ask the Elders."


def test_plain_text_holds_every_block_one_a_line():
    listed = ListBlock(ordered=False, items=((Run("one"),), (Run("two"),)))
    page = page_with(HEADING, listed, Quote((Run("Together."),), "Somebody"), Question(3, "How?"))
    assert plain_text(page).splitlines() == ["Who", "one", "two", "Together.", "Somebody", "How?"]


def test_plain_text_reads_inside_a_callout():
    page = page_with(Callout("care", (Paragraph((Run("Careful."),)), CARD)))
    assert plain_text(page).splitlines() == ["Careful.", "A list", "Ask first.", "https://example.org/list"]


def test_headings_are_the_contents_of_the_page():
    assert headings(page_with(Paragraph((Run("First."),)), HEADING)) == (HEADING,)


def test_links_are_found_inside_callouts_too():
    assert links(page_with(CARD, Callout("note", (CARD,)))) == (CARD, CARD)


def test_a_question_and_a_page_tell_where_a_step_came_from():
    page = page_with(Question(8, "Who else?"))
    assert [one.origin for one in questions(page)] == ["question:8"]
    assert page.origin == "page:get-organized/who"


def test_runs_are_found_in_lists_quotes_and_headings():
    listed = ListBlock(ordered=True, items=((Run("step", term="action-plan"),),))
    page = page_with(HEADING, listed, Quote((Run("Together."),), "Somebody"))
    assert [run.text for run in runs_of(page)] == ["Who", "step", "Together."]
