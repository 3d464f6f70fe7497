"""The Word file of a report: what Word, a screen reader and the next office need."""

from __future__ import annotations

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from docx.oxml.ns import qn

from app.model.schema import Audience
from app.reports.community import community_document
from app.reports.document import Document, Heading
from app.reports.handout import handout_document
from app.reports.kinds import WORD, written
from app.reports.paper import LETTER, PAPERS, Paper
from app.reports.ring import ring_words
from tests.office import office_with
from tests.reports.build import TODAY, make_content
from tests.reports.flowing import WordFile, unpacked
from tests.reports.reading import FONTS, all_text


def data_of(document: Document, paper: Paper = LETTER) -> bytes:
    return written(document, WORD, paper, FONTS).data


@pytest.fixture(scope="module")
def document() -> Document:
    return community_document(make_content(partners=12, goals=2, audience=Audience.OFFICE))


@pytest.fixture(scope="module")
def data(document: Document) -> bytes:
    return data_of(document)


@pytest.fixture
def file(data: bytes) -> WordFile:
    return WordFile(data, covered=True, titled=False)


def test_the_chapters_are_headings(file: WordFile, document: Document) -> None:
    chapters = [one.text for one in document.blocks if isinstance(one, Heading) and one.level == 1]
    assert [one.text for one in file.paragraphs if one.style.name == "Heading 1"] == chapters


def test_the_first_row_of_a_table_is_its_heading_and_no_row_is_torn(file: WordFile) -> None:
    for table in file.file.tables:
        rows = [one._tr for one in table.rows]
        marked = [one.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for one in rows]
        titled = table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
        assert marked == [titled] + [False] * (len(rows) - 1)
        assert all(one.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for one in rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None


def test_every_picture_is_said_in_words_or_marked_as_decoration(file: WordFile, document: Document) -> None:
    pictures = list(file.file.element.body.iter(qn("wp:docPr")))
    said = [one.get("descr") for one in pictures if one.get("descr")]
    assert document.cover is not None
    assert said == [ring_words(document.cover)]
    assert all("decorative" in one.xml for one in pictures if not one.get("descr"))
    assert len({one.get("id") for one in pictures}) == len(pictures) > 10


def test_the_file_names_its_language_title_and_community_and_nobody_else(data: bytes, file: WordFile) -> None:
    core = file.file.core_properties
    assert (core.title, core.author, core.language) == ("Community report: Cedar Inlet", "Cedar Inlet", "en-CA")
    assert (core.created.date(), core.modified.date(), core.last_modified_by) == (TODAY, TODAY, "")
    everything = unpacked(data)
    assert b'w:lang w:val="en-CA"' in everything
    for stranger in (b"python-docx", b"Microsoft Macintosh", b"thumbnail", b"customXml", b"rsid"):
        assert stranger not in everything


def test_pages_are_counted_at_the_foot_and_the_name_runs_along_the_top(file: WordFile) -> None:
    section = file.file.sections[0]
    (foot,) = section.footer.paragraphs
    assert foot.text.endswith("\tPage 1 of 1")
    codes = [one.text.strip() for one in foot._p.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert section.header.paragraphs[0].text == "Cedar Inlet\tCommunity report"
    assert section.different_first_page_header_footer


@pytest.mark.parametrize("paper", PAPERS.values(), ids=list(PAPERS))
def test_the_sheet_is_the_paper_that_was_chosen(paper: Paper) -> None:
    made = WordFile(data_of(community_document(make_content(1, 0)), paper), covered=True, titled=False)
    section = made.file.sections[0]
    assert section.page_width.pt == pytest.approx(paper.width, abs=0.1)
    assert section.page_height.pt == pytest.approx(paper.height, abs=0.1)
    assert section.left_margin.pt == pytest.approx(paper.side, abs=0.1)


def test_every_style_that_is_used_is_there(data: bytes, file: WordFile) -> None:
    known = {one.style_id for one in file.file.styles}
    used = {
        one.get(qn("w:val"))
        for name in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for one in file.file.element.iter(qn(name))
    }
    assert used <= known


def test_the_typeface_lies_in_the_file_and_can_be_unmixed(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        font = packed.read("word/fonts/font1.odttf")
        listed = packed.read("word/fontTable.xml").decode()
    key = bytes.fromhex(listed.partition('w:fontKey="{')[2].partition("}")[0].replace("-", ""))[::-1]
    start = bytes(one ^ key[at % 16] for at, one in enumerate(font[:32]))
    assert start[:4] == b"\x00\x01\x00\x00"
    assert 0 < int.from_bytes(start[4:6]) < 40


def test_a_handout_of_several_pages_has_a_title_and_chapters() -> None:
    from app.data.library import Library

    library = Library.load(Path(__file__).parents[2] / "resources" / "toolkit" / "en")
    pages = library.pages[:2]
    made = WordFile(data_of(handout_document("Two pages", pages, library.terms, TODAY)), covered=False, titled=False)
    assert (made.paragraphs[0].text, made.paragraphs[0].style.name) == ("Two pages", "Title Long")
    assert [one.text for one in made.paragraphs if one.style.name == "Heading 1"] == [one.title for one in pages]


def test_nothing_that_draws_is_loaded_before_a_report_is_wanted() -> None:
    import sys

    code = "import app.reports.kinds, sys; print([one for one in ('docx', 'lxml', 'PIL', 'reportlab') if one in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.slow
@pytest.mark.skipif(office_with("libswlo.so") is None, reason="LibreOffice with its writer is not installed")
def test_another_program_opens_it_and_finds_every_word(data: bytes, document: Document, tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "report.docx"),
    ]
    subprocess.run(run, check=True, capture_output=True, timeout=120)
    pdf = (tmp_path / "report.pdf").read_bytes()
    printed = set(all_text(pdf).split())
    letters = [one for one in document.text().split() if one.isascii()]
    assert [one for one in letters if one not in printed and len(one) < 12] == []
    with pypdfium2.PdfDocument(pdf) as pages:
        assert f"Page 2 of {len(pages)}" in all_text(pdf)
