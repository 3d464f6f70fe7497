"""What a screen reader gets of a report: every word once, in order, as heading, paragraph, list, table or figure."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdf
import pytest

from app.data.library import Library
from app.model.schema import Audience
from app.model.worksheet import SHEET_KEYS
from app.reports.cards import pocket_cards
from app.reports.catalogue import REPORTS
from app.reports.circle import circle_report
from app.reports.community import community_report
from app.reports.content import Handed
from app.reports.document import Block, Cell, Column, Document, Entry, Heading, Note, Para, Row, Table, Tile, Tiles
from app.reports.influence_grid import grid_report
from app.reports.lettering import Look
from app.reports.minutes import minutes_report
from app.reports.paper import LETTER
from app.reports.reflection import reflection_report
from app.reports.render import render
from app.reports.tags import Role, heading, new_tree
from development.pdfua import check, missing
from development.places import Places
from tests.meetings import blank_sheet
from tests.reports import letters
from tests.reports.build import TODAY, make_content, make_helplines
from tests.reports.reading import FONTS, squeezed
from tests.reports.structure import Part, tree_of
from tests.reports.test_minutes import content as told


def tree(*blocks: Block) -> Part:
    document = Document("A title", "Cedar Inlet", "en-CA", TODAY, "head", "foot", None, blocks)
    return tree_of(render(document, LETTER, FONTS).pdf)


def table(rows: int, columns: int = 3, title: str = "Goal") -> Table:
    cells = tuple(Cell((Para(f"cell {n}", Look.CELL),)) for n in range(columns))
    head = Row((Cell((Para(title, Look.GROUP),)), Cell((Para("3 of 4", Look.CELL_NOTE),))), level=1)
    return Table(tuple(Column(f"column {n}", 1 / columns) for n in range(columns)), (head, *(Row(cells),) * rows))


def community(audience: Audience = Audience.OFFICE) -> bytes:
    return community_report(make_content(audience=audience), LETTER, FONTS).pdf


def test_headings_paragraphs_and_lists_are_what_they_are() -> None:
    found = tree(
        Heading("Plan"), Para("Words."), Entry("first"), Entry("second"), Heading("Part", level=2), Entry("x", "1.")
    )
    assert [one.role for one in found.kids] == ["H1", "P", "L", "H2", "L"]
    assert [one.words() for one in found.all("LBody")] == ["first", "second", "x"]
    assert [one.attributes["/ListNumbering"] for one in found.all("L")] == ["/Disc", "/Decimal"]


def test_no_level_of_headings_is_left_out() -> None:
    found = tree(Heading("Small first", level=2), Heading("Plan"), Heading("Part", level=2))
    assert [one.role for one in found.kids] == ["H1", "H1", "H2"]


def test_a_table_has_titles_and_rows_with_their_headings() -> None:
    found = tree(table(3)).all("Table")[0]
    assert [one.words() for one in found.all("THead")[0].all("TH")] == ["column 0", "column 1", "column 2"]
    group, *rows = found.all("TBody")[0].all("TR")
    assert [(one.role, one.words()) for one in group.kids] == [("TD", "Goal"), ("TD", "3 of 4")]
    assert group.kids[0].attributes["/ColSpan"] == 2
    assert [(one.role, one.words()) for one in rows[0].kids] == [("TH", "cell 0"), ("TD", "cell 1"), ("TD", "cell 2")]


def test_what_is_repeated_on_the_next_page_is_read_out_once() -> None:
    found = tree(table(200)).all("Table")
    assert len(found) == 1
    assert found[0].words().count("column 0") == 1
    assert found[0].words().count("Goal") == 1
    assert len(found[0].all("TR")) == 202


def test_a_row_parted_between_pages_stays_one_row() -> None:
    long = Row((Cell((Para("\n".join(f"line {n}" for n in range(90)), Look.CELL),)), Cell((Para("x", Look.CELL),))))
    rows = tree(Table((Column("a", 0.5), Column("b", 0.5)), (long,))).all("TR")
    assert len(rows) == 2
    assert "line 0 " in rows[1].words() and "line 89" in rows[1].words()


def test_a_cell_without_words_is_still_a_cell() -> None:
    row = Row((Cell((Para("a", Look.CELL),)), Cell(), Cell((Para("c", Look.CELL),))))
    found = tree(Table((Column("", 0.4), Column("", 0.3), Column("", 0.3)), (row,) * 3))
    assert all(len(one.kids) == 3 for one in found.all("TR"))


def test_words_stay_apart_at_the_ends_of_lines_and_between_a_number_and_its_words() -> None:
    found = tree(Para("seldom " * 60), Tiles((Tile("12", "partners"), Tile("3", "steps are late"))))
    assert set(found.kids[0].words().split()) == {"seldom"}
    assert [one.words() for one in found.kids[1:]] == ["12 partners", "3 steps are late"]


def test_a_note_reads_its_title_its_lines_and_its_list() -> None:
    found = tree(Note("Nobody yet", ("Who could speak for them?",), ("Schools", "Youth")))
    assert [one.words() for one in found.all("P")] == ["Nobody yet", "Who could speak for them?"]
    assert [one.words() for one in found.all("LBody")] == ["Schools", "Youth"]


def test_every_word_of_a_report_is_in_the_tree_but_what_runs_along_the_pages() -> None:
    content = make_content(audience=Audience.OFFICE)
    found = tree_of(community_report(content, LETTER, FONTS).pdf)
    said = squeezed(found.words())
    for name in (one.name for one in content.shown.partners):
        assert squeezed(name) in said
    for what in (one.what for one in content.shown.items):
        assert squeezed(what) in said
    assert "Page1of" not in said


def test_the_cover_has_the_title_a_list_that_leads_and_the_ring_in_words() -> None:
    found = tree_of(community())
    assert [one.words() for one in found.all("H1")] == ["Cedar Inlet"]
    assert [one.role for one in found.all("TOCI")[0].all("Reference", "Link")] == ["Reference", "Link"]
    ring = found.all("Figure")[0].alt
    assert "Filled:" in ring and "Businesses" in ring.partition("Empty:")[2]


@pytest.mark.parametrize("audience", [Audience.OFFICE, Audience.COMMITTEE])
def test_the_circle_is_a_figure_that_says_who_sits_where(audience: Audience) -> None:
    content = make_content(partners=30, audience=audience)
    figure = tree_of(circle_report(content, LETTER, FONTS).pdf).all("Figure")[0]
    for one in content.shown.partners:
        if one.involvement not in ("stepped-back", "said-no"):
            assert one.name in figure.alt
    assert "Businesses: no one" in figure.alt


def test_the_grid_is_a_figure_that_says_where_everybody_is() -> None:
    content = make_content(partners=3, audience=Audience.OFFICE)
    judged = [replace(one, interest=4, influence=2) for one in content.shown.partners]
    shown = replace(content.shown, partners=tuple(judged))
    figure = tree_of(grid_report(replace(content, shown=shown), LETTER, FONTS).pdf).all("Figure")[0]
    assert figure.alt.count("interest 4, influence 2.") == len(judged)


def test_eight_like_cards_are_read_out_once() -> None:
    pdf = pocket_cards(make_helplines(), "Cedar Inlet", TODAY, LETTER, FONTS).pdf
    found = tree_of(pdf)
    assert [one.words() for one in found.all("H1")] == ["Useful numbers"]
    assert len(found.all("LI")) == len(make_helplines())
    assert found.all("Figure")[0].alt.startswith("The same card")


def test_a_file_says_that_it_is_tagged_its_language_and_its_title() -> None:
    reader = pypdf.PdfReader(io.BytesIO(community()))
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en-CA"
    facts = catalog["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in facts
    assert "Community report: Cedar Inlet" in facts
    assert all(page["/Tabs"] == "/S" for page in reader.pages)


def test_a_title_from_people_is_no_markup_in_the_facts() -> None:
    document = Document("<b> & Co", "A & <b>", "en-CA", TODAY, "", "", None, (Heading("Plan"),))
    facts = pypdf.PdfReader(io.BytesIO(render(document, LETTER, FONTS).pdf)).trailer["/Root"]["/Metadata"].get_data()
    assert b"&lt;b&gt; &amp; Co" in facts


def test_a_heading_deeper_than_there_are_is_the_deepest() -> None:
    assert heading(9) is Role.H4
    assert new_tree().role is Role.DOCUMENT


@cache
def every_report() -> dict[str, bytes]:
    content = make_content(audience=Audience.OFFICE)
    found = {f"community-{one.name.lower()}": community(one) for one in Audience}
    library = Library.load(Path(__file__).parents[2] / "resources" / "toolkit" / "en")
    content = replace(content, handed=Handed("", library.chosen(["get-informed"]), library.terms))
    apart = ("community", "worksheet", "minutes", "reflection")
    found |= {key: kind.make(content, LETTER, FONTS).pdf for key, kind in REPORTS.items() if key not in apart}
    found |= {
        f"poster-{kind.key}": kind.make(content, kind.poster(LETTER, "2x2"), FONTS).pdf
        for kind in REPORTS.values()
        if kind.proportion
    }
    found |= {f"worksheet-{one}": blank_sheet(one) for one in SHEET_KEYS}
    return found | {
        "minutes": minutes_report(told(), LETTER, FONTS).pdf,
        "reflection": reflection_report(told(), LETTER, FONTS).pdf,
        "letters": render(letters.document(), LETTER, FONTS).pdf,
    }


def write_reports(folder: Path) -> list[Path]:
    files = [folder / f"{name}.pdf" for name in every_report()]
    for file, pdf in zip(files, every_report().values(), strict=True):
        file.write_bytes(pdf)
    return files


@pytest.mark.slow
def test_every_report_is_heard_whole(tmp_path: Path) -> None:
    checker = shutil.which("outloud", path=str(Path(sys.executable).parent))
    assert checker is not None
    files = [str(one) for one in write_reports(tmp_path)]
    done = subprocess.run([checker, *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("0 error(s)") == len(every_report())


@pytest.mark.slow
def test_every_report_keeps_pdf_ua_1(tmp_path: Path) -> None:
    places = Places(Path(__file__).parents[2])
    if lacking := missing(places):
        pytest.skip(f"veraPDF was not asked: {lacking}")
    sound, said = check(places, write_reports(tmp_path))
    assert sound, said
