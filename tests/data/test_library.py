"""The library: reading pages, refusing broken ones with their line, moving and searching."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.data.library import Library
from app.data.page_blocks import read_blocks
from app.data.resources import resources_folder
from app.model.page import Callout, Heading, LinkCard, ListBlock, Page, Paragraph, Question, Quote, Run, Section
from app.model.search import HIT_END, HIT_START
from app.model.trouble import Refused

FRONT = """+++
title = "{title}"
order = {order}
summary = "A page about {title}."
checked = 2026-11-23
certainty = "Sure."
sources = [{{ title = "The toolkit" }}]
+++
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load(resources_folder() / "toolkit" / "en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small toolkit of two sections, one of them without pages."""
    (tmp_path / "sections.toml").write_text('[[section]]\nid="a"\ntitle="A"\n[[section]]\nid="b"\ntitle="B"\n', "utf-8")
    (tmp_path / "glossary.toml").write_text('[[term]]\nid="cat"\nword="CAT"\nmeaning="A team."\n', "utf-8")
    write_page(tmp_path, "second", 2, "It is the second page.")
    write_page(tmp_path, "first", 1, "It is the first page, with a [team](term:cat).")
    return tmp_path


def write_page(folder: Path, name: str, order: int, text: str) -> None:
    (folder / "a").mkdir(exist_ok=True)
    (folder / "a" / f"{name}.md").write_text(FRONT.format(title=name, order=order) + text, "utf-8")


# -- reading ---------------------------------------------------------------------------------------------------


def test_pages_stand_in_their_order(folder: Path):
    assert [page.id for page in Library.load(folder).pages] == ["a/first", "a/second"]


def test_a_section_without_pages_is_named_and_not_shown(folder: Path):
    library = Library.load(folder)
    assert [one.id for one in library.sections] == ["a"]
    assert [one.id for one in library.others] == ["b"]


def test_previous_and_next_end_at_the_covers(folder: Path):
    library = Library.load(folder)
    assert library.previous("a/first") is None
    assert library.next("a/first") == library.page("a/second")
    assert library.previous("a/second") == library.page("a/first")
    assert library.next("a/second") is None


def test_a_page_that_is_not_there_is_a_key_error(folder: Path):
    library = Library.load(folder)
    assert not library.has("a/third")
    with pytest.raises(KeyError):
        library.page("a/third")


def test_words_keep_their_look_and_where_they_lead():
    blocks = read_blocks("See **who** and\n*why* in [that page](page:a/b) or [CAT](term:cat).", "a/x.md")
    expected = (
        Run("See "),
        Run("who", bold=True),
        Run(" and "),
        Run("why", italic=True),
        Run(" in "),
        Run("that page", page="a/b"),
        Run(" or "),
        Run("CAT", term="cat"),
        Run("."),
    )
    assert blocks == (Paragraph(expected),)


def test_headings_of_one_name_have_anchors_of_their_own():
    blocks = read_blocks("## Who cares\n\n### Who cares", "a/x.md")
    assert [(one.level, one.anchor) for one in blocks if isinstance(one, Heading)] == [
        (2, "who-cares"),
        (3, "who-cares-2"),
    ]


def test_lists_are_numbered_or_dotted():
    dotted, numbered = read_blocks("- one\n- two\n\n1. three", "a/x.md")
    assert dotted == ListBlock(ordered=False, items=((Run("one"),), (Run("two"),)))
    assert numbered == ListBlock(ordered=True, items=((Run("three"),),))


def test_a_web_address_alone_becomes_a_card_that_says_whether_it_was_printed():
    printed, other = read_blocks(
        '[A](https://example.org/a "printed: Old.")\n\n[B](https://example.org/b "Ours.")', "x"
    )
    assert printed == LinkCard("A", "https://example.org/a", "Old.", printed_in_toolkit=True)
    assert other == LinkCard("B", "https://example.org/b", "Ours.", printed_in_toolkit=False)


def test_quoted_blocks_are_questions_callouts_or_quotes():
    question, callout, quote = read_blocks(
        "> [!question 3] How?\n\n> [!care] Careful.\n>\n> - slow\n\n> Together.\n>\n> — Somebody, *A Book*", "a/x.md"
    )
    assert question == Question(3, "How?")
    assert callout == Callout("care", (Paragraph((Run("Careful."),)), ListBlock(False, ((Run("slow"),),))))
    assert quote == Quote((Run("Together."),), "Somebody, A Book")


# -- refusing --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "# Level one",
        "```\ncode\n```",
        "Look at [this](https://example.org) now.",
        "Look at [this](pages:wrong).",
        "![picture](a.png)",
        "- one\n  - inner",
        "> Nobody said this.",
        "> [!shout] Hey.",
        "> [!question] Which number?",
        "`code`",
        "---",
    ],
)
def test_what_a_page_cannot_show_is_refused_with_file_and_line(text: str):
    with pytest.raises(ValueError, match=r"a/x\.md, line 13: "):
        read_blocks("First.\n\n" + text, "a/x.md", before=10)


def test_a_page_without_front_matter_is_refused(folder: Path):
    (folder / "a" / "third.md").write_text("Only words.", "utf-8")
    with pytest.raises(ValueError, match=r"a/third\.md, line 1"):
        Library.load(folder)


@pytest.mark.parametrize("line", ['title = "', "order = ", "summary = ", "checked = ", "certainty = ", "sources = "])
def test_front_matter_that_lacks_a_line_is_refused(folder: Path, line: str):
    whole = FRONT.format(title="third", order=3).splitlines(keepends=True)
    kept = "".join(one for one in whole if not one.startswith(line))
    (folder / "a" / "third.md").write_text(kept + "Words.", "utf-8")
    with pytest.raises(ValueError, match=r"a/third\.md, line 2"):
        Library.load(folder)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('sources = [{ title = "The toolkit" }]', "sources = [{ title = 1 }]"),
        ('sources = [{ title = "The toolkit" }]', 'sources = [{ title = "It", address = 1 }]'),
        ("order = 3", "order = 3\nkeywords = [1]"),
        ("order = 3", 'order = 3\nkeywords = "all"'),
        ("order = 3", "order = true"),
        ("order = 3", "order = 3\nsurprise = 1"),
    ],
)
def test_front_matter_of_other_sorts_is_refused(folder: Path, right: str, wrong: str):
    whole = FRONT.format(title="third", order=3)
    assert right in whole
    (folder / "a" / "third.md").write_text(whole.replace(right, wrong) + "Words.", "utf-8")
    with pytest.raises(ValueError, match=r"a/third\.md, line 2"):
        Library.load(folder)


def test_two_pages_of_one_order_are_refused(folder: Path):
    write_page(folder, "third", 2, "It wants the same place.")
    with pytest.raises(ValueError, match="same order"):
        Library.load(folder)


@pytest.mark.parametrize("link", ["page:a/nowhere", "term:nothing"])
def test_a_link_to_nothing_is_refused(folder: Path, link: str):
    write_page(folder, "third", 3, f"Go [there]({link}).")
    with pytest.raises(ValueError, match=r"a/third: .* not "):
        Library.load(folder)


# -- searching -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("cat", "committees"),
        ("vawir", "committees"),
        ("nine questions", "reflecting"),
        ("sarah hunt", "honouring-circle"),
        ("who to involv", "who"),
        ("stop traf", "stop-the-traffik"),
        ("next st", "next-steps"),
        ("youth gang", "gangs-and-refugees"),
        ("refugees", "gangs-and-refugees"),
        ("six handouts", "exploitation-toolkits"),
        ("seven steps", "how"),
        ("1-888-712-7974", "purpose"),
    ],
)
def test_what_people_type_finds_the_page(library: Library, words: str, page: str):
    hits = library.find(words)
    assert hits
    assert hits[0].id == f"get-organized/{page}"


def test_a_hit_says_where_it_stands_and_marks_the_words(library: Library):
    hit = library.find("domestic viol")[0]
    assert (hit.kind, hit.id, hit.where) == ("page", "get-organized/committees", "Get Organized")
    assert f"{HIT_START}domestic{HIT_END} {HIT_START}violence{HIT_END}" in hit.snippet


@pytest.mark.parametrize("typed", ["", "   ", '"', "*", "😀", "\x00", "AND OR", "title:who", "a'b\"c(", "NEAR(", "-"])
def test_any_signs_can_be_typed_into_the_search(library: Library, typed: str):
    assert isinstance(library.find(typed), list)


def test_no_more_results_than_asked_for(library: Library):
    assert len(library.find("community", limit=3)) == 3


def test_a_page_that_is_called_so_comes_before_pages_that_only_use_the_words():
    def page(name: str, words: str, *keywords: str) -> Page:
        text = (Paragraph((Run(words),)),)
        return Page(
            id=f"a/{name}",
            section="a",
            title=name,
            order=len(name),
            summary="",
            blocks=text,
            sources=(),
            checked=date(2027, 3, 15),
            certainty="",
            keywords=keywords,
        )

    short = page("short", "action plan action plan")
    long = page("longer", "Something else. " * 300, "action plan")
    found = Library((Section("a", "A", pages=(short, long)),)).find("Action plan")
    assert [one.id for one in found] == ["a/longer", "a/short"]


def test_the_first_letter_of_the_next_word_changes_nothing_yet(library: Library):
    assert library.find("committee m") == library.find("committee")


def test_one_letter_alone_finds_pages_by_their_titles_and_keywords(library: Library):
    found = [library.page(one.id) for one in library.find("v")]
    assert found
    for page in found:
        words = " ".join([page.title, *page.keywords]).casefold().split()
        assert any(word.startswith("v") for word in words)


def test_pages_are_chosen_by_their_ids_or_by_their_sections(library: Library) -> None:
    section = library.sections[2]
    assert library.chosen([section.id]) == section.pages
    assert library.title_over(section.pages) == section.title
    first, last = library.pages[0], library.pages[-1]
    assert library.chosen([last.id, first.id]) == (first, last)
    assert library.title_over([first]) == first.title
    assert library.title_over([first, last]) == ""
    with pytest.raises(Refused, match="nowhere"):
        library.chosen(["nowhere"])
