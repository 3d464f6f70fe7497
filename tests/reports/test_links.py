"""Mail and web addresses lead where they say; nothing else that somebody wrote ever does."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest

from app.model.audience import shown_to
from app.model.community import Community
from app.model.partner import Partner
from app.model.schema import Audience
from app.reports.catalogue import REPORTS
from app.reports.content import CommunityContent
from app.reports.document import Address, Cell, Column, Document, Heading, Para, Row, Table
from app.reports.kinds import WEB
from app.reports.links import link_of
from app.reports.paper import LETTER
from app.reports.render import render
from tests.reports.build import TODAY, make_helplines
from tests.reports.reading import FONTS
from tests.reports.structure import tree_of

ANN = Partner(name="Ann", email="ann@example.org", phone="250-555-0100", consent_show="public", group="elders")


def presses(pdf: bytes) -> list[dict[str, Any]]:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [one.get_object() for page in pages for one in page.get("/Annots", []) if "/A" in one.get_object()]


def content(*partners: Partner) -> CommunityContent:
    shown = shown_to(Audience.OFFICE, partners, [])
    return CommunityContent(Community(name="C"), shown, Audience.OFFICE, make_helplines(), TODAY)


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("ann@example.org", "mailto:ann@example.org"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("ann@example.org?bcc=spy@example.org", ""),
        ("ann@example.org, bo@example.org", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("250-555-0100", ""),
        ("", ""),
    ],
)
def test_only_a_mail_or_web_address_leads_anywhere(address: str, leads: str) -> None:
    assert link_of(address) == leads


@pytest.mark.parametrize("key", ["community", "partners", "contact-cards"])
def test_a_partners_mail_can_be_pressed(key: str) -> None:
    found = presses(REPORTS[key].make(content(ANN), LETTER, FONTS).pdf)
    mine = [one for one in found if "ann@" in one["/A"]["/URI"]]
    assert [one["/Contents"] for one in mine] == ["Write to ann@example.org"]
    left, bottom, right, top = (float(one) for one in mine[0]["/Rect"])
    assert right - left > 40
    assert 8 < top - bottom < 20


def test_it_is_a_link_for_a_screen_reader_too() -> None:
    pdf = REPORTS["partners"].make(content(ANN), LETTER, FONTS).pdf
    assert "ann@example.org" in [one.words() for one in tree_of(pdf).all("Link")]


def test_an_address_on_two_lines_is_one_link_with_two_places() -> None:
    long = f"https://example.org/{'very-long-path/' * 12}"
    table = Table((Column("", 0.5), Column("", 0.5)), (Row((Cell((Para(long, link=link_of(long)),)), Cell())),))
    pdf = render(Document("T", "", "en", TODAY, "", "", None, (Heading("T"), table)), LETTER, FONTS).pdf
    assert len(presses(pdf)) > 1
    assert len(tree_of(pdf).all("Link")) == 1


def test_the_address_beside_a_code_can_be_pressed() -> None:
    document = Document("T", "", "en", TODAY, "", "", None, (Heading("T"), Address("Toolkit", "https://example.org/t")))
    assert [one["/A"]["/URI"] for one in presses(render(document, LETTER, FONTS).pdf)] == ["https://example.org/t"]


def test_a_web_page_has_the_same_links() -> None:
    page = REPORTS["partners"].make(content(ANN), LETTER, FONTS, WEB).data.decode()
    assert '<a href="mailto:ann@example.org" rel="noreferrer">ann@example.org</a>' in page
