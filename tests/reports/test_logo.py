"""The community's logo stands on the first page of its report, with words for those who do not see it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from app.model.logo import logo_letters
from app.model.schema import Audience
from app.reports.community import community_document
from app.reports.content import CommunityContent
from app.reports.kinds import PDF, WEB, WORD, Kind, written
from app.reports.paper import A4, LETTER, Paper
from tests.reports.build import make_content
from tests.reports.reading import FONTS, all_text, page_texts

PNG = (Path(__file__).parents[2] / "resources" / "sample" / "logo.png").read_bytes()


def content(logo: str = logo_letters(PNG), audience: Audience = Audience.OFFICE) -> CommunityContent:
    made = make_content(audience=audience)
    return replace(made, community=replace(made.community, logo=logo))


def made(kind: Kind, logo: str = logo_letters(PNG)) -> bytes:
    return written(community_document(content(logo)), kind, LETTER, FONTS).data


@pytest.mark.parametrize("paper", [LETTER, A4])
def test_it_is_on_the_cover_alone(paper: Paper) -> None:
    pdf = written(community_document(content()), PDF, paper, FONTS).data
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert [len(page.images) for page in pages] == [1] + [0] * (len(pages) - 1)
    image = pages[0].images[0].image
    assert image is not None
    assert image.size == (200, 200)


def test_it_is_said_in_words() -> None:
    assert b"Logo of Cedar Inlet" in made(WEB)
    assert b"Logo of Cedar Inlet" in zipfile.ZipFile(io.BytesIO(made(WORD))).read("word/document.xml")
    found = pypdf.PdfReader(io.BytesIO(made(PDF)))
    assert "Logo of Cedar Inlet" in str([one.get("/Alt") for one in _elements(found)])


def test_the_words_of_the_report_are_the_same_without_it() -> None:
    assert page_texts(made(PDF)) == page_texts(made(PDF, ""))


def test_a_logo_that_does_not_count_is_left_out() -> None:
    assert all_text(made(PDF, "QUJD")) == all_text(made(PDF, ""))
    assert b"<img" not in made(WEB, "QUJD")


def test_the_same_content_gives_the_same_bytes() -> None:
    for kind in (PDF, WORD, WEB):
        assert made(kind) == made(kind)


def _elements(reader: pypdf.PdfReader) -> list[pypdf.generic.DictionaryObject]:
    found: list[pypdf.generic.DictionaryObject] = []
    waiting: list[pypdf.generic.PdfObject] = [reader.root_object["/StructTreeRoot"]]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, pypdf.generic.ArrayObject):
            waiting += one
        elif isinstance(one, pypdf.generic.DictionaryObject):
            found.append(one)
            waiting += [one["/K"]] if "/K" in one else []
    return [one for one in found if "/S" in one]
