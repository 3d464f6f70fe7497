"""What makes a page of a report calm to look at: words on one line, nothing said twice, no line alone on a page."""

from __future__ import annotations

import pytest

from app.model.audience import shown_to
from app.model.helplines import UNKNOWN, HelpLine, Number
from app.model.partner import Partner
from app.model.schema import Audience
from app.reports.catalogue import REPORTS
from app.reports.chapters.help_lines import help_line_blocks
from app.reports.content import CommunityContent
from app.reports.document import Cell, Column, Document, Heading, Para, Row, Table
from app.reports.flow import readable
from app.reports.gaps import gaps_document
from app.reports.grid import Grid
from app.reports.lettering import Look
from app.reports.meeting_pack import meeting_pack_document
from app.reports.paper import A4, LETTER, Paper
from app.reports.partners import partners_document
from app.reports.person_page import person_document
from app.reports.plan import plan_document
from app.reports.render import render
from tests.reports.build import TODAY, make_community, make_content
from tests.reports.reading import FONTS, glyph_origins, letter_boxes, page_texts
from tests.reports.test_pages import grids, pages_of, row
from tests.reports.test_person_page import content, hall


def one_row(*columns: Column, room: float = 0.0) -> Grid:
    cells = (Cell((Para("Name", Look.SECTION),)), Cell((Para("5", Look.CELL_NOTE),)))
    return grids(pages_of(Table(columns, (Row(cells, room=room),))))[0]


def test_words_of_different_sizes_in_a_row_stand_on_one_line() -> None:
    table = Table(
        (Column("", 0.5), Column("", 0.5)),
        (Row((Cell((Para("Name", Look.SECTION),)), Cell((Para("5", Look.CELL_NOTE),)))),),
    )
    document = Document("T", "", "en", TODAY, "", "", None, (table,))
    pdf = render(document, LETTER, FONTS).pdf
    inside = [round(y, 2) for _x, y in glyph_origins(pdf, 0) if 60 < y < LETTER.height - LETTER.top]
    assert len(inside) == len("Name5")
    assert len(set(inside)) == 1


def test_numbers_of_a_column_end_at_its_right() -> None:
    left = one_row(Column("", 0.5), Column("", 0.5)).rows[0].cells[1]
    right = one_row(Column("", 0.5), Column("", 0.5, right=True)).rows[0].cells[1]
    assert not left.right
    assert right.right


def test_lines_to_write_on_are_parted_between_columns() -> None:
    blank = Row((Cell((Para("Welcome"),)), Cell((Para("All"),)), Cell(), Cell()), room=30)
    columns = (Column("", 0.25),) * 4
    made = grids(pages_of(Table(columns, (blank,))))[0].rows[0]
    starts = [round(begin) for begin, _end in made.lines()]
    assert starts == [0, round(LETTER.measure / 2), round(LETTER.measure * 0.75)]


def test_rows_on_the_next_page_stand_under_goal_and_objective_again() -> None:
    rows = (row("A goal", 1), row("An objective", 2), *(row(f"Step {n}") for n in range(60)))
    _first, *others = grids(pages_of(Table((Column("Step", 0.7), Column("Lead", 0.3)), rows)))
    assert [one.level for one in others[0].rows[:3]] == [1, 2, 0]
    assert all(one.repeated for one in others[0].rows[:2])


@pytest.mark.parametrize("key", ["plan", "partners", "gaps", "meeting-pack"])
def test_the_lines_along_the_pages_do_not_say_the_same_twice(key: str) -> None:
    first = page_texts(REPORTS[key].make(make_content(audience=Audience.OFFICE), LETTER, FONTS).pdf)[-1]
    title = {"plan": "Action plan", "partners": "Partners", "gaps": "Who is missing", "meeting-pack": "Meeting pack"}[
        key
    ]
    assert first.startswith(f"Cedar Inlet {title}")
    assert f"{title}: Cedar Inlet" not in first


@pytest.mark.parametrize("paper", [LETTER, A4], ids=lambda one: one.key)
@pytest.mark.parametrize("count", range(8, 60, 3))
def test_no_note_is_left_alone_on_a_last_page(paper: Paper, count: int) -> None:
    report = REPORTS["partners"].make(make_content(partners=count, audience=Audience.OFFICE), paper, FONTS)
    words = [box for box in letter_boxes(report.pdf, report.pages - 1) if 70 < box[1] < paper.height - paper.top]
    assert max(box[3] for box in words) - min(box[1] for box in words) > 30


def test_the_meeting_pack_is_three_sheets_on_every_paper() -> None:
    for paper in (LETTER, A4):
        assert render(meeting_pack_document(make_content()), paper, FONTS).pages == 3


def test_who_was_asked_is_asked_what_they_said() -> None:
    said = gaps_document(make_content(audience=Audience.OFFICE)).text()
    asked = said.partition("Asked, and no answer yet")[2]
    assert "What did they say?" in asked
    assert "Whom could we ask?" not in asked


def test_a_first_day_that_is_past_was_due() -> None:
    late, soon = content(hall(by=TODAY.replace(day=1))), content(hall(by=TODAY.replace(day=30)))
    assert "The first was due 1 March 2027." in person_document(late).text()
    assert "The first is due 30 March 2027." in person_document(soon).text()


def test_whoever_only_helps_is_told_with_how_many_steps() -> None:
    assert "You help with 1 step." in person_document(content(hall(lead="", helpers=("ann",)))).text()


def test_what_nobody_knows_of_a_line_is_said_once() -> None:
    line = HelpLine(
        id="x",
        name="Line",
        numbers=(Number("call", "1", "1"),),
        hours=UNKNOWN,
        languages=UNKNOWN,
        for_whom="",
        source="",
        certainty="A",
        checked=TODAY,
        order=1,
    )
    said = Document("", "", "en", TODAY, "", "", None, help_line_blocks([line])).text()
    assert "Hours and languages not known" in said
    assert UNKNOWN not in said


def test_a_report_of_its_own_is_called_what_the_list_calls_it() -> None:
    first, second, *_rest = plan_document(make_content()).blocks
    assert first == Heading("Action plan")
    assert isinstance(second, Para) and readable(second.text).startswith("Cedar Inlet")


def test_a_dash_is_explained_only_where_there_is_one() -> None:
    for involvement, said in (("active", False), ("not-asked", True)):
        partner = Partner(name="Ann", consent_show="public", involvement=involvement)
        shown = shown_to(Audience.COMMITTEE, [partner], [])
        made = CommunityContent(make_community(), shown, Audience.COMMITTEE, (), TODAY)
        assert ("A dash means" in partners_document(made).text()) is said
