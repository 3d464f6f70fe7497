"""The community report, read back from its PDF."""

from __future__ import annotations

import io
import re
import time
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pypdf
import pytest

from app.model.audience import Shown, shown_to
from app.model.community import Community
from app.model.item import Item
from app.model.partner import Partner
from app.model.schema import Audience
from app.reports.community import CommunityContent, community_document, community_report
from app.reports.document import Document, Table
from app.reports.paper import A4, LETTER, PAPERS, Paper
from tests.reports.build import TODAY, make_community, make_content, make_helplines
from tests.reports.reading import FONTS, all_text, letter_boxes, page_texts, squeezed

NASTY = "<b>&amp;</b> \ue123 \u202e\u05d0\u05d1 \x07\x00 ' \" %s {x} ](http)"


def content_of(*records: Partner | Item, audience: Audience = Audience.OFFICE, left_out: int = 0) -> CommunityContent:
    partners = tuple(one for one in records if isinstance(one, Partner))
    items = tuple(one for one in records if isinstance(one, Item))
    return CommunityContent(make_community(), Shown(partners, items, (), left_out), audience, make_helplines(), TODAY)


def pdf_of(content: CommunityContent, paper: Paper = LETTER) -> bytes:
    return community_report(content, paper, FONTS).pdf


def tables(document: Document) -> list[Table]:
    return [one for one in document.blocks if isinstance(one, Table)]


def test_every_word_of_the_document_is_on_the_pages() -> None:
    content = make_content(audience=Audience.OFFICE)
    printed = squeezed(all_text(pdf_of(content)))
    missing = [line for line in community_document(content).text().split("\n") if squeezed(line) not in printed]
    assert missing == []


@pytest.mark.parametrize("paper", PAPERS.values(), ids=list(PAPERS))
def test_no_letter_is_printed_outside_the_margins(paper: Paper) -> None:
    pdf = pdf_of(make_content(), paper)
    for number in range(1, len(page_texts(pdf))):
        boxes = letter_boxes(pdf, number)
        assert min(box[0] for box in boxes) >= paper.side - 2
        assert max(box[2] for box in boxes) <= paper.width - paper.side + 2
        assert min(box[1] for box in boxes) > 20


def test_pages_are_counted_and_the_name_runs_along_the_top() -> None:
    texts = page_texts(pdf_of(make_content()))
    for number, text in enumerate(texts[1:], start=2):
        assert f"Page {number} of {len(texts)}" in text
        assert text.startswith("Cedar Inlet ")


def test_a_page_says_which_chapter_goes_on_there() -> None:
    content = make_content(partners=60)
    texts = page_texts(pdf_of(content))[1:]
    assert texts[0].startswith("Cedar Inlet Community report")
    assert any(text.startswith("Cedar Inlet Who is in the …") for text in texts)


def test_the_cover_says_whose_it_is_for_whom_and_that_it_is_invented() -> None:
    cover = page_texts(pdf_of(make_content()))[0]
    for words in ("Cedar Inlet", "hən̓q̓əmin̓əm̓", "North coast", "15 March 2027", "For the committee", "invented sample"):
        assert words in cover


def test_a_real_community_is_not_called_invented() -> None:
    content = replace(make_content(), community=Community(id="community", name="Cedar Inlet"))
    assert "invented" not in all_text(pdf_of(content))


def test_the_contents_on_the_cover_lead_to_the_chapters() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_of(make_content())))
    links = [one.get_object() for one in reader.pages[0]["/Annots"]]
    assert len(links) == 5
    cover = reader.pages[0].extract_text()
    for title in ("How things stand", "Who is in the circle", "The plan", "Help lines", "About this report"):
        page = int(re.search(rf"{title}\s+(\d+)", cover)[1])
        assert title in reader.pages[page - 1].extract_text()


def test_bookmarks_name_chapters_groups_and_goals_and_point_to_their_pages() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_of(make_content())))
    top = [one for one in reader.outline if not isinstance(one, list)]
    assert [one.title for one in top][:3] == ["Cedar Inlet", "How things stand", "Who is in the circle"]
    below = [one for part in reader.outline if isinstance(part, list) for one in part]
    goal = next(one for one in below if "SENĆOŦEN" in one.title)
    assert "SENĆOŦEN country" in page_texts(pdf_of(make_content()))[reader.get_destination_page_number(goal)]


def test_the_metadata_says_no_more_than_the_cover() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_of(make_content())))
    said = {key: str(value) for key, value in reader.metadata.items()}
    assert said.pop("/Title") == "Community report: Cedar Inlet"
    assert said.pop("/Author") == "Cedar Inlet"
    assert said.pop("/CreationDate") == said.pop("/ModDate") == "D:20270315000000Z"
    assert set(said.values()) <= {"Groundwork", "", "/False"}
    assert reader.root_object["/Lang"] == "en-CA"


def test_the_same_content_gives_the_same_bytes() -> None:
    first = pdf_of(make_content())
    pdf_of(make_content(3, 1, 2), A4)
    assert pdf_of(make_content()) == first


def test_only_our_typeface_is_in_the_file_and_embedded() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_of(make_content())))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            found = font.get_object()
            assert "BCSans" in found["/BaseFont"]
            assert "/FontFile2" in found["/FontDescriptor"]


def test_groups_nobody_stands_for_are_named_in_words() -> None:
    text = all_text(pdf_of(content_of(Partner(id="p", name="Elder", group="elders", involvement="active"))))
    assert "Nobody stands for 14 groups yet" in text
    assert "Newcomer services Nobody yet" in text
    assert "Elders 1 partner" in text


def test_who_stepped_back_does_not_stand_for_a_group() -> None:
    text = all_text(pdf_of(content_of(Partner(id="p", name="Pat Example", group="youth", involvement="stepped-back"))))
    assert "Youth Nobody at present" in text


def test_a_partner_without_a_group_is_not_lost() -> None:
    text = all_text(pdf_of(content_of(Partner(id="p", name="Pat Example", group=""))))
    assert "No group yet" in text
    assert "Pat Example" in text


def test_a_late_step_says_so_in_words_and_a_finished_one_does_not() -> None:
    late = Item(id="a", what="Call the school", by=TODAY - timedelta(days=3), status="in-progress")
    done = Item(id="b", what="Book the hall", by=TODAY - timedelta(days=9), status="done")
    text = all_text(pdf_of(content_of(late, done)))
    assert text.count("Late by 3 days") == 2
    assert "Late by 9 days" not in text


def test_steps_stand_under_their_goal_and_objective() -> None:
    plan = (
        Item(id="g", level="goal", what="Goal one"),
        Item(id="o", parent="g", level="objective", what="Objective one"),
        Item(id="s", parent="o", what="Step of the objective"),
        Item(id="t", parent="g", what="Step of the goal"),
        Item(id="u", what="Step of nothing"),
    )
    (table,) = [one for one in tables(community_document(content_of(*plan))) if len(one.columns) == 4]
    said = [(row.cells[0].paras[0].text, row.level) for row in table.rows]
    assert said == [
        ("Goal one", 1),
        ("Step of the goal", 0),
        ("Objective one", 2),
        ("Step of the objective", 0),
        ("Not under a goal yet", 1),
        ("Step of nothing", 0),
    ]


def test_help_lines_begin_with_the_emergency_and_warn_about_the_phone_bill() -> None:
    texts = page_texts(pdf_of(make_content()))
    page = next(text for text in texts[1:] if "Who to call" in text)
    assert page.index("9-1-1 Call") < page.index("Example Listening Line")
    assert "phone bill" in page
    assert "Checked 20 Nov 2026 (A, sure)" in page
    assert "Call or text" in page
    assert "1-800-555-0100 (an older leaflet)" in page


def test_the_public_report_holds_nothing_of_those_who_did_not_agree() -> None:
    hidden = Partner(
        id="h",
        name="Zebulon Hiddenname",
        group="police",
        phone="250-555-9999",
        skills="Wintergreen",
        consent_show="office",
    )
    shown = Partner(
        id="s", name="Open Example", group="youth", phone="250-555-8888", notes="Marigold", consent_show="public"
    )
    step = Item(id="i", what="Meet", lead="h", helpers=("h",), notes="Foxglove", barriers="Larkspur")
    content = replace(
        make_content(), shown=shown_to(Audience.PUBLIC, [hidden, shown], [step]), audience=Audience.PUBLIC
    )
    pdf = pdf_of(content)
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    everything = all_text(pdf) + repr(reader.outline) + repr(reader.metadata)
    assert "Open Example" in everything
    for word in ("Zebulon", "Hiddenname", "9999", "8888", "Wintergreen", "Marigold", "Foxglove", "Larkspur"):
        assert word not in everything


def test_how_many_are_left_out_stands_on_the_cover_and_at_the_end() -> None:
    texts = page_texts(pdf_of(content_of(Item(id="i", what="Meet"), audience=Audience.COMMITTEE, left_out=4)))
    assert "4 partners are left out" in texts[0]
    assert "4 partners are left out" in texts[-1]


def test_nobody_is_not_claimed_when_somebody_was_left_out() -> None:
    step = Item(id="i", what="Meet")
    open_text = all_text(pdf_of(content_of(step)))
    partial = all_text(pdf_of(content_of(step, audience=Audience.COMMITTEE, left_out=1)))
    assert "Nobody yet" in open_text
    assert "Nobody yet" not in partial
    assert "Nobody stands for" not in partial


def test_a_hidden_involvement_is_not_printed_as_not_yet_asked() -> None:
    partner = Partner(id="p", name="Pat Example", group="youth", involvement="active", consent_show="public")
    for audience in (Audience.PUBLIC, Audience.COMMITTEE):
        private = replace(partner, sees={"involvement": "office"})
        shown = shown_to(audience, [private], [])
        assert "Not yet asked" not in all_text(pdf_of(replace(make_content(), shown=shown, audience=audience)))


def test_an_empty_community_gets_kind_words_and_few_pages() -> None:
    content = replace(make_content(0, 0, 0), community=Community(id="community"))
    report = community_report(content, LETTER, FONTS)
    text = all_text(report.pdf)
    assert report.pages <= 5
    assert "Our community" in text
    assert "Nobody has been added yet" in text
    assert "There is no plan yet" in text
    assert report.warnings == ()


@pytest.mark.parametrize("paper", [LETTER, A4], ids=["letter", "a4"])
def test_anything_people_write_is_printed_as_they_wrote_it(paper: Paper) -> None:
    partner = Partner(id="p", name=NASTY, role=NASTY, group="youth", skills=NASTY, email=NASTY, involvement="active")
    step = Item(id="i", what=NASTY, lead="p", sign=NASTY)
    content = replace(
        content_of(partner, Item(id="g", level="goal", what=NASTY), step),
        community=Community(id="community", name=NASTY, nations=NASTY, place=NASTY, about=NASTY),
    )
    report = community_report(content, paper, FONTS)
    assert all_text(report.pdf).count("<b>&amp;</b>") >= 9
    assert "U+E123" in report.warnings[0]


def test_the_longest_texts_are_all_printed() -> None:
    partner = Partner(id="p", name="W" * 200, role="ə" * 200, group="youth", skills="skill " * 3300)
    plan = (Item(id="g", level="goal", what="G" * 500), Item(id="i", parent="g", what="Q" * 500, sign="sign " * 4000))
    content = replace(
        content_of(partner, *plan),
        community=Community(
            id="community", name="N" * 200, nations="M" * 200, place="P" * 200, about="herring " * 2500
        ),
    )
    pdf = pdf_of(content)
    text = squeezed(all_text(pdf))
    assert (text.count("skill"), text.count("herring")) == (3300, 2500)
    assert text.count("Q") >= 500 * 2
    for number in range(1, len(page_texts(pdf))):
        boxes = letter_boxes(pdf, number)
        assert max(box[2] for box in boxes) <= LETTER.width - LETTER.side + 2
        assert min(box[1] for box in boxes) > 20


def test_on_the_cover_the_longest_names_keep_away_from_the_rest() -> None:
    community = Community(id="community", name="W" * 200, nations="M" * 200, place="W" * 200, sample=True)
    for paper in PAPERS.values():
        boxes = letter_boxes(pdf_of(replace(make_content(), community=community), paper), 0)
        assert not any(_overlap(one, other) for one, other in combinations(boxes, 2))


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two letters lie on each other by more than half a point both ways."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0.5 and down > 0.5


def test_a_plan_of_a_thousand_steps_takes_no_coffee_break() -> None:
    """0.7 seconds where it was written; the limit leaves room for a slow and busy computer."""
    content = make_content(45, 40, 25)
    begin = time.process_time()
    report = community_report(content, LETTER, FONTS)
    assert time.process_time() - begin < 5
    assert report.pages > 50
