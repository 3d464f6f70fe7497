"""The web page of a report: what a screen reader, a dark screen and a printer need."""

from __future__ import annotations

import re

import pytest

from app.model.schema import Audience
from app.reports.community import community_document
from app.reports.document import Bar, Cell, Column, Document, Heading, Para, Row, Sign, Table
from app.reports.kinds import WEB, written
from app.reports.lettering import Tone
from app.reports.paper import A4, LETTER
from app.reports.ring import ring_words
from app.reports.web.file import body
from app.reports.web.typeface import DARK
from tests.reports.build import TODAY, make_content
from tests.reports.flowing import Page
from tests.reports.reading import FONTS

LIGHT = {one: one.value for one in Tone}
WORDS = (Tone.INK, Tone.MUTED, Tone.PRIMARY, Tone.WARN, Tone.OK)


def made() -> str:
    return written(community_document(make_content()), WEB, LETTER, FONTS).data.decode()


def of(*blocks: Heading | Para | Table) -> str:
    return body(Document("Title", "", "en-CA", TODAY, "", "", None, blocks))


def cell(text: str, figure: Sign | Bar | None = None) -> Cell:
    return Cell((Para(text),), figure)


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
def test_words_stand_out_from_their_ground(tones: dict[Tone, str]) -> None:
    for word in WORDS:
        for ground in (Tone.PAPER, Tone.SOFT, Tone.WARN_SOFT):
            assert contrast(tones[word], tones[ground]) >= 4.5, (word, ground)


def test_every_colour_has_one_for_a_dark_screen() -> None:
    assert set(DARK) == set(Tone)


def test_the_page_names_its_language_and_title() -> None:
    page = made()
    assert page.startswith('<!DOCTYPE html>\n<html lang="en-CA">')
    assert "<title>Community report: Cedar Inlet</title>" in page


def test_the_page_has_one_of_each_landmark() -> None:
    tags = [tag for tag, _facts in Page(made().encode()).tags]
    assert [tags.count(one) for one in ("header", "nav", "main", "footer", "h1")] == [1, 1, 1, 1, 1]


def test_the_first_link_leads_past_the_contents() -> None:
    first = next(facts for tag, facts in Page(made().encode()).tags if tag == "a")
    assert first == {"class": "skip", "href": "#text"}


def test_the_ring_is_said_in_words() -> None:
    cover = community_document(make_content(audience=Audience.OFFICE)).cover
    assert cover is not None
    page = written(community_document(make_content(audience=Audience.OFFICE)), WEB, LETTER, FONTS).data.decode()
    assert f'<desc id="ring-words">{ring_words(cover)}</desc>' in page
    assert page.count('class="filled"') == sum(one.filled for one in cover.ring)
    assert page.count('class="empty"') == sum(not one.filled for one in cover.ring)
    assert "Empty: Newcomer services" in Page(page.encode()).everything


def test_a_table_has_a_caption_and_headings_with_their_scope() -> None:
    rows = (Row((cell("Elders"), cell("2 partners")), 1), Row((cell("Auntie"), cell("Active"), cell("x"))))
    columns = (Column("Name", 0.4), Column("How", 0.3), Column("", 0.3))
    page = of(Heading("Title"), Heading("Who", 2), Table(columns, rows))
    assert '<caption class="unseen">Who</caption>' in page
    assert '<thead><tr><th scope="col">Name</th><th scope="col">How</th><td></td></tr></thead>' in page
    assert '<th scope="rowgroup" colspan="2">' in page
    assert page.count('<th scope="row">') == 1


def test_each_group_of_rows_is_a_body_of_its_own() -> None:
    rows = (Row((cell("a"),)), Row((cell("One"),), 1), Row((cell("b"),)), Row((cell("Two"),), 2), Row((cell("c"),)))
    page = of(Heading("Title"), Table((Column("", 1),), rows))
    assert page.count("<tbody>") == 3


def test_a_table_without_titles_has_no_heading_row() -> None:
    page = of(Heading("Title"), Table((Column("", 0.5), Column("", 0.5)), (Row((cell("a"), cell("b", Bar(0.5)))),)))
    assert "<thead>" not in page


@pytest.mark.parametrize("figure", [*Sign, Bar(0.4)])
def test_small_pictures_are_passed_over_by_screen_readers(figure: Sign | Bar) -> None:
    page = of(Heading("Title"), Table((Column("", 1),), (Row((cell("Done", figure),)),)))
    assert re.search(r'<svg class="(sign|bar)[^>]* aria-hidden="true"', page)


def test_a_page_is_printed_on_the_paper_that_was_chosen() -> None:
    page = written(community_document(make_content()), WEB, A4, FONTS).data.decode()
    assert "@page { size: 595.28pt 841.89pt;" in page


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, 1.4.3."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
