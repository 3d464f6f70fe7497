"""Every report of the list: for whom, from nothing to much, on every paper, and never a word that its readers may not see."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pypdf
import pytest
from pypdf.generic import IndirectObject

from app.model.audience import reflection_shown_to, shown_to
from app.model.community import Community
from app.model.item import Item
from app.model.partner import Partner
from app.model.reflection import Answer, Meeting, Question
from app.model.schema import Audience, FieldType, specs
from app.model.trouble import Refused
from app.reports.catalogue import REPORTS, ReportKind
from app.reports.content import CommunityContent
from app.reports.paper import A4, LETTER, PAPERS, Paper
from app.reports.poster import Poster, Sheet
from tests.reports.build import TODAY, make_content, make_helplines
from tests.reports.reading import FONTS, all_text, page_texts
from tests.reports.structure import tree_of

EACH = [(kind, readers) for kind in REPORTS.values() for readers in kind.readers]
POSTERS = [(kind, readers, kind.poster(LETTER, "2x2")) for kind, readers in EACH if kind.proportion]
SHEETS = [*((kind, readers, LETTER) for kind, readers in EACH), *POSTERS]


def named(value: object) -> str:
    if isinstance(value, Poster):
        return "poster"
    return value.key if isinstance(value, ReportKind | Paper) else getattr(value, "name", str(value)).lower()


def nothing(readers: Audience) -> CommunityContent:
    return CommunityContent(Community(), shown_to(readers, (), ()), readers, make_helplines(), TODAY)


@pytest.mark.parametrize(("kind", "readers", "sheet"), SHEETS, ids=named)
def test_it_can_be_made_of_nothing(kind: ReportKind, readers: Audience, sheet: Sheet) -> None:
    report = kind.make(nothing(readers), sheet, FONTS)
    assert report.pages == len(page_texts(report.pdf))


@pytest.mark.parametrize(("kind", "readers"), EACH, ids=named)
def test_it_has_one_title_and_says_for_whom_it_is(kind: ReportKind, readers: Audience) -> None:
    pdf = kind.make(make_content(audience=readers), LETTER, FONTS).pdf
    tree = tree_of(pdf)
    assert tree.all("H1")
    if kind.people:
        words = {Audience.PUBLIC: "For anyone", Audience.COMMITTEE: "For the committee", Audience.OFFICE: "office only"}
        assert words[readers] in all_text(pdf)


@pytest.mark.parametrize("kind", REPORTS.values(), ids=named)
def test_readers_who_may_not_have_it_are_refused_in_a_sentence(kind: ReportKind) -> None:
    for readers in Audience:
        if readers not in kind.readers:
            with pytest.raises(Refused):
                kind.make(make_content(audience=readers), LETTER, FONTS)
            assert kind.why_not


@pytest.mark.parametrize("kind", [one for one in REPORTS.values() if one.proportion], ids=named)
def test_who_may_not_have_the_sheet_gets_no_poster(kind: ReportKind) -> None:
    for readers in Audience:
        if readers not in kind.readers:
            with pytest.raises(Refused):
                kind.make(make_content(audience=readers), kind.poster(LETTER, "2x2"), FONTS)


@pytest.mark.parametrize("kind", REPORTS.values(), ids=named)
def test_the_same_content_gives_the_same_bytes(kind: ReportKind) -> None:
    content = make_content(audience=Audience.OFFICE)
    assert kind.make(content, A4, FONTS).pdf == kind.make(content, A4, FONTS).pdf


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda one: one.key)
@pytest.mark.parametrize("kind", REPORTS.values(), ids=named)
def test_it_is_as_large_as_its_paper(kind: ReportKind, paper) -> None:
    pdf = kind.make(make_content(partners=3, goals=1, steps=2, audience=Audience.OFFICE), paper, FONTS).pdf
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        sides = sorted(float(one) for one in page.mediabox[2:])
        assert sides == pytest.approx(sorted((paper.width, paper.height)), abs=0.1)


# -- no word for fewer eyes -----------------------------------------------------------------------------------


def canaries() -> tuple[list[Partner], list[Item], dict[str, str]]:
    """A partner of each consent and a step, every text field of which holds a word of its own."""
    words: dict[str, str] = {}

    def word(owner: str, name: str) -> str:
        words[f"{owner}.{name}"] = f"zq{owner}{name.replace('_', '')}zq"
        return words[f"{owner}.{name}"]

    partners: list[Partner] = []
    for consent in ("public", "committee", "office"):
        texts = {n: word(consent, n) for n, s in specs(Partner).items() if s.type in (FieldType.LINE, FieldType.LONG)}
        lists = {"languages": (word(consent, "languages"),)}
        one = Partner(id=consent, group="elders", involvement="active", consent_show=consent, interest=3, influence=3)
        partners.append(replace(one, **texts, **lists))
    texts = {n: word("step", n) for n, s in specs(Item).items() if s.type in (FieldType.LINE, FieldType.LONG)}
    del words["step.series"]
    items = [replace(Item(id="s", lead="office", helpers=("committee",)), **texts | {"series": ""})]
    return partners, items, words


def may_see(owner: str, name: str, readers: Audience) -> bool:
    kind = Item if owner == "step" else Partner
    consent = Audience.PUBLIC if owner == "step" else Audience[owner.upper()]
    return readers >= consent and readers >= specs(kind)[name].audience


def every_word(pdf: bytes) -> Iterator[str]:
    """All strings and streams of the file, uncompressed, and its text as it is read."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    yield all_text(pdf)
    for number in range(1, len(reader.xref[0]) + 1):
        found = IndirectObject(number, 0, reader).get_object()
        yield str(found)
        if hasattr(found, "get_data"):
            yield found.get_data().decode("latin-1")
            yield found.get_data().decode("utf-8", "replace")


def meeting_canaries() -> tuple[list[Meeting], list[Question], list[Answer], dict[str, str]]:
    """A meeting, a question and two cards, every text of which is a word of its own; one led to somebody of the office."""
    words = {
        f"{kind.kind}.{name}": f"zq{kind.kind}{name}zq"
        for kind in (Meeting, Question, Answer)
        for name, spec in specs(kind).items()
        if spec.type in (FieldType.LINE, FieldType.LONG) and name != "question"
    }

    def texts(kind: str) -> dict[str, str]:
        return {key.partition(".")[2]: word for key, word in words.items() if key.startswith(f"{kind}.")}

    meeting = replace(Meeting(id="m", asks=("1", "q"), came=("office",)), **texts("meeting"))
    question = replace(Question(id="q"), **texts("question"))
    answer = replace(Answer(id="a", meeting="m", question="1"), **texts("answer"))
    words["partner.linked"] = "zqrosiezq"
    linked = Answer(id="b", meeting="m", question="q", words="zqrosiezq", pile="zqrosiezq", partners=("office",))
    return [meeting], [question], [answer, linked], words


def may_read(key: str, readers: Audience) -> bool:
    kind, _dot, name = key.partition(".")
    if kind == "partner":
        return readers is Audience.OFFICE
    return readers >= specs({"meeting": Meeting, "question": Question, "answer": Answer}[kind])[name].audience


@pytest.mark.parametrize(("kind", "readers"), EACH, ids=named)
def test_no_byte_holds_what_was_said_for_fewer_ears(kind: ReportKind, readers: Audience) -> None:
    partners, items, _words = canaries()
    meetings, questions, answers, words = meeting_canaries()
    shown = shown_to(readers, partners, items)
    reflection = reflection_shown_to(readers, shown, shown, meetings, questions, answers)
    content = CommunityContent(Community(name="C"), shown, readers, make_helplines(), TODAY, reflection=reflection)
    held = "\n".join(every_word(kind.make(content, LETTER, FONTS).pdf))
    assert [key for key, word in words.items() if word in held and not may_read(key, readers)] == []
    if kind.key in ("minutes", "reflection"):
        assert words["answer.words"] in held
        assert (words["partner.linked"] in held) == (readers is Audience.OFFICE)
    if kind.key not in ("minutes", "reflection", "worksheet"):
        assert not any(word in held for word in words.values())


@pytest.mark.parametrize(("kind", "readers", "sheet"), SHEETS, ids=named)
def test_no_byte_holds_what_its_readers_may_not_see(kind: ReportKind, readers: Audience, sheet: Sheet) -> None:
    partners, items, words = canaries()
    content = CommunityContent(
        Community(name="C"), shown_to(readers, partners, items), readers, make_helplines(), TODAY
    )
    held = "\n".join(every_word(kind.make(content, sheet, FONTS).pdf))
    leaked = [key for key, word in words.items() if word in held and not may_see(*key.split("."), readers)]
    assert leaked == []
    if kind.people and readers is Audience.OFFICE and kind.key in ("community", "partners"):
        assert words["office.name"] in held
