"""PDF, Word and web page: one document, the same words in the same order, and no more for one than for another."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from app.model.audience import shown_to
from app.model.community import Community
from app.model.item import Item
from app.model.partner import Partner
from app.model.schema import Audience, FieldType, specs
from app.reports.community import CommunityContent, community_document, community_report
from app.reports.document import Address, Document, Entry, Heading, Note, Para
from app.reports.flow import has_own_title, readable
from app.reports.fonts import Cut
from app.reports.kinds import DRAWN, PDF, SET, WEB, WORD, NoSuchKind, kind_for, written
from app.reports.links import linkable
from app.reports.paper import LETTER
from app.reports.subset import subset
from tests.reports.build import TODAY, make_content, make_helplines
from tests.reports.flowing import Page, WordFile, documents, unpacked
from tests.reports.reading import FONTS

SHOWN = ("public", "committee", "office")
EVERYDAY = range(0x20, 0x7F)
MANY = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
FEW = settings(MANY, max_examples=15)


@pytest.fixture(scope="session")
def small_fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The typefaces with few letters: cutting the whole ones for each of many examples would take minutes."""
    folder = tmp_path_factory.mktemp("fonts")
    for cut in Cut:
        (folder / f"BCSans-{cut.value}.ttf").write_bytes(subset(FONTS, cut, EVERYDAY))
    return folder


def web(document: Document, fonts: Path = FONTS) -> Page:
    return Page(written(document, WEB, LETTER, fonts).data)


def word(document: Document, fonts: Path = FONTS) -> WordFile:
    data = written(document, WORD, LETTER, fonts).data
    covered = document.cover is not None
    return WordFile(data, covered=covered, titled=not covered and not has_own_title(document))


def said(document: Document) -> list[str]:
    return readable(document.text()).split()


def plain(*blocks: Heading | Para | Note | Entry | Address) -> Document:
    return Document("Title", "Community", "en-CA", date(2027, 3, 15), "Head", "Foot", None, blocks)


@given(document=documents)
@MANY
def test_a_web_page_says_what_the_document_says_in_the_same_order(small_fonts: Path, document: Document) -> None:
    page = web(document, small_fonts)
    assert page.main.split() == said(document)
    assert page.unclosed == []


@given(document=documents)
@FEW
def test_a_word_file_says_what_the_document_says_in_the_same_order(small_fonts: Path, document: Document) -> None:
    assert word(document, small_fonts).text.split() == said(document)


@given(document=documents)
@FEW
def test_headings_never_skip_a_level(small_fonts: Path, document: Document) -> None:
    for depths in (web(document, small_fonts).depths, word(document, small_fonts).depths):
        for before, after in itertools.pairwise([0, *depths]):
            assert after <= before + 1


@given(document=documents)
@MANY
def test_nothing_is_loaded_or_run_by_a_web_page(small_fonts: Path, document: Document) -> None:
    for tag, facts in web(document, small_fonts).tags:
        assert tag not in {"script", "link", "img", "iframe", "object", "embed", "base", "form", "image", "use"}
        assert not {"src", "srcset", "action", "xlink:href", "background"} & set(facts)
        assert not any(one.startswith("on") for one in facts)
        if "href" in facts:
            assert tag == "a"
            assert facts["href"].startswith(("#", "https://", "http://"))


@pytest.mark.parametrize("kind", SET, ids=lambda one: one.key)
def test_the_same_document_gives_the_same_bytes(kind: object) -> None:
    document = community_document(make_content(partners=9, goals=2))
    assert kind in (PDF, WORD, WEB)
    assert written(document, kind, LETTER, FONTS) == written(document, kind, LETTER, FONTS)


def test_the_style_of_a_web_page_reaches_for_nothing() -> None:
    data = written(community_document(make_content()), WEB, LETTER, FONTS).data.decode()
    style = data[data.index("<style>") : data.index("</style>")]
    assert style.count("url(") == style.count('url("data:font/ttf;base64,') == 2
    assert "@import" not in style
    assert "http" not in style


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("kind", [WORD, WEB], ids=lambda one: one.key)
def test_what_an_audience_may_not_see_is_in_no_byte(audience: Audience, kind: object) -> None:
    content, canaries = _content_of_canaries(audience)
    assert kind in (WORD, WEB)
    data = community_report(content, LETTER, FONTS, kind).data
    everything = unpacked(data) if kind == WORD else data
    told = {name for name, bird in canaries.items() if bird.encode() in everything}
    may = {name for name in canaries if _may_see(name, audience)}
    assert told <= may
    assert {name for name in told if name.startswith("public")}, "a report that tells nothing proves nothing"


def test_a_link_is_only_ever_a_web_address() -> None:
    assert linkable("https://www2.gov.bc.ca/gov/content/safety?keyword=a&b=c#d")
    for address in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        'https://a"b',
        "https://a b",
        "data:text/html,x",
    ):
        assert not linkable(address)


def test_an_address_is_a_link_a_plain_line_and_a_code_with_words() -> None:
    document = plain(Heading("Title"), Address("The <toolkit>", "https://example.org/a", "Needs internet."))
    page = web(document)
    assert ("a", {"href": "https://example.org/a", "rel": "noreferrer"}) in page.tags
    assert "https://example.org/a" in page.main
    assert any(
        facts.get("aria-label") == "Square code with the address https://example.org/a" for _tag, facts in page.tags
    )
    file = word(document)
    (link,) = [one for paragraph in file.paragraphs for one in paragraph.hyperlinks]
    assert (link.address, link.text) == ("https://example.org/a", "The <toolkit>")
    assert 'descr="Square code with the address https://example.org/a"' in file.file.element.xml


def test_half_a_letter_and_an_override_of_direction_do_no_harm() -> None:
    document = plain(Heading("Title"), Para("a\ud800b \u202ec\u2066d \ufffee"))
    assert web(document).main.split() == word(document).text.split() == ["Title", "ab", "cd", "e"]


def test_each_list_of_numbers_begins_with_its_own_first() -> None:
    entries = [Entry("one", "1."), Entry("two", "2."), Entry("five", "5."), Entry("dot"), Entry("again", "1.")]
    document = plain(Heading("Title"), *entries)
    expected = ["Title", "1.", "one", "2.", "two", "5.", "five", "•", "dot", "1.", "again"]
    assert web(document).main.split() == word(document).text.split() == expected


def test_a_list_within_a_note_is_a_real_list() -> None:
    page = web(plain(Heading("Title"), Note("Try this", ("First:", "• ask", "• listen"))))
    assert [tag for tag, _facts in page.tags if tag in ("ul", "li")] == ["ul", "li", "li"]


def test_the_contents_lead_to_the_chapters() -> None:
    document = community_document(make_content(partners=9, goals=1))
    page = web(document)
    ids = {facts["id"] for _tag, facts in page.tags if "id" in facts}
    leads = [facts["href"][1:] for tag, facts in page.tags if tag == "a" and facts["href"].startswith("#")]
    chapters = [one for one in document.blocks if isinstance(one, Heading) and one.level == 1]
    assert len(leads) == len(chapters) + 1
    assert set(leads) <= ids
    xml = word(document).file.element.xml
    for anchor in (one for one in leads if one != "text"):
        assert f'w:anchor="{anchor.replace("-", "_")}"' in xml
        assert f'w:name="{anchor.replace("-", "_")}"' in xml


@pytest.mark.parametrize(
    ("name", "wanted", "kind"),
    [
        ("a.pdf", "", PDF),
        ("a.DOCX", "", WORD),
        ("a.htm", "", WEB),
        ("a.html", "", WEB),
        ("a", "", PDF),
        ("a.txt", "docx", WORD),
    ],
)
def test_the_ending_of_the_name_chooses_the_kind(name: str, wanted: str, kind: object) -> None:
    assert kind_for(Path(name), SET, wanted) == kind


@pytest.mark.parametrize(
    ("name", "wanted", "offered"), [("a.doc", "", SET), ("a.docx", "", DRAWN), ("a.pdf", "html", DRAWN)]
)
def test_a_kind_that_is_not_offered_is_said_with_those_that_are(name: str, wanted: str, offered: list) -> None:
    with pytest.raises(NoSuchKind) as told:
        kind_for(Path(name), offered, wanted)
    assert ".pdf" in str(told.value)
    assert (".docx" in str(told.value).partition("End the name")[2]) == (offered is SET)


def _content_of_canaries(audience: Audience) -> tuple[CommunityContent, dict[str, str]]:
    """Partners and steps with a word of its own in each field of text, shown to whoever it may be shown to."""
    canaries: dict[str, str] = {}
    partners = [
        _with_canaries(Partner, f"{show}-partner", canaries, consent_show=show)
        for show in ("public", "committee", "office")
    ]
    items = [_with_canaries(Item, "public-item", canaries, level="action")]
    shown = shown_to(audience, partners, items)
    community = Community(id="community", name="Cedar Inlet")
    return CommunityContent(community, shown, audience, make_helplines(), TODAY), canaries


def _with_canaries(kind: type, name: str, canaries: dict[str, str], **given: object) -> Partner | Item:
    values: dict[str, object] = {"id": name, **given}
    for field, spec in specs(kind).items():
        if spec.type in (FieldType.LINE, FieldType.LONG, FieldType.WORDS) and field not in values:
            bird = f"Canary{len(canaries):04}x"
            canaries[f"{name}.{field}"] = bird
            values[field] = (bird,) if spec.type is FieldType.WORDS else bird
    return kind(**values)


def _may_see(name: str, audience: Audience) -> bool:
    who, _dot, field = name.partition(".")
    consent = {"public": Audience.PUBLIC, "committee": Audience.COMMITTEE, "office": Audience.OFFICE}[who.split("-")[0]]
    kind = Partner if who.endswith("partner") else Item
    return audience >= max(consent, specs(kind)[field].audience)
