"""Dealing tables and text out to pages."""

from __future__ import annotations

from itertools import pairwise

from app.reports.boxes import Box, TextBox
from app.reports.document import Block, Cell, Column, Cover, Document, Entry, Heading, Para, Row, Ruled, Table
from app.reports.fonts import Fonts
from app.reports.grid import Grid
from app.reports.layout import Layout
from app.reports.lettering import Look
from app.reports.list_boxes import EntryBox, RuledBox
from app.reports.paginate import Page, paginate
from app.reports.paper import LETTER
from app.reports.tags import new_tree
from tests.reports.build import TODAY
from tests.reports.reading import FONTS

ROOM = LETTER.bottom - LETTER.top
COLUMNS = (Column("Step", 0.7), Column("Lead", 0.3))


def pages_of(*blocks: Block) -> list[Page]:
    cover = Cover("", "", "", "", (), "", (), "", "", "")
    document = Document("", "", "en", TODAY, "", "", cover, blocks)
    return paginate(Layout(LETTER, Fonts(FONTS), new_tree()).boxes(document), ROOM)


def row(text: str, level: int = 0) -> Row:
    cells = (Cell((Para(text, Look.CELL),)), Cell((Para("Lead", Look.CELL),)))
    return Row(cells[:1] if level else cells, level)


def grids(pages: list[Page]) -> list[Grid]:
    return [placed.box for page in pages for placed in page.boxes if isinstance(placed.box, Grid)]


def first_words(grid: Grid, number: int) -> str:
    lines = grid.rows[number].cells[0].stack.lines
    return lines[0].line.runs[0].text if lines else ""


def assert_nothing_overlaps(pages: list[Page]) -> None:
    for page in pages:
        for above, below in pairwise(page.boxes):
            assert above.top + above.box.height <= below.top + 0.001
        last = page.boxes[-1]
        assert last.top + last.box.height <= ROOM + 0.001


def test_five_hundred_rows_go_over_pages_with_the_column_titles_on_each() -> None:
    pages = pages_of(Heading("Plan"), Table(COLUMNS, tuple(row(f"Step {n}") for n in range(500))))
    assert sum(len(one.rows) for one in grids(pages)) == 500
    assert all(one.header is not None for one in grids(pages))
    assert_nothing_overlaps(pages)


def test_a_heading_row_is_never_the_last_of_a_page() -> None:
    for rows in range(20, 40):
        before = tuple(row(f"Step {n}") for n in range(rows))
        pages = pages_of(Table(COLUMNS, (*before, row("A goal", 1), row("An objective", 2), row("A step"))))
        assert all(one.rows[-1].level == 0 for one in grids(pages))


def test_a_last_line_stands_closer_rather_than_alone_on_a_page() -> None:
    closest = 1.0
    for room in range(90, 140):
        boxes = Layout(LETTER, Fonts(FONTS), new_tree()).boxes(
            Document("", "", "en", TODAY, "", "", None, (Table(COLUMNS, (row("Step"),) * 2), Para("This is a sample.")))
        )
        pages = paginate(boxes, room)
        for one in pages:
            assert one.used <= room + 0.001
        if len(pages) == 1:
            above, below = pages[0].boxes
            closest = min(closest, (below.top - above.top - above.box.height) / below.box.above)
    assert 0.39 < closest < 1


def test_lines_to_write_on_never_take_a_page_of_their_own_for_want_of_a_few() -> None:
    for before in range(1, 45):
        text = Para("\n".join(["word"] * before))
        pages = pages_of(text, Heading("Notes", level=2), Ruled(5))
        lines = next(one.box for one in pages[-1].boxes if isinstance(one.box, RuledBox))
        assert_nothing_overlaps(pages)
        assert lines.count == 5 or (len(pages) == 1 and lines.count >= 2)


def test_no_single_row_goes_on_alone() -> None:
    for rows in range(20, 60):
        last = grids(pages_of(Table(COLUMNS, tuple(row(f"Step {n}") for n in range(rows)))))[-1]
        assert sum(one.level == 0 for one in last.rows) > 1


def test_rows_on_the_next_page_stand_under_their_heading_again() -> None:
    rows = (row("Young people", 1), *(row(f"Step {n}") for n in range(120)))
    found = grids(pages_of(Table(COLUMNS, rows)))
    assert len(found) > 3
    assert all(first_words(one, 0) == "Young people (continued)" for one in found[1:])


def test_a_chapter_heading_goes_with_the_first_rows_under_it() -> None:
    for lines in range(20, 44):
        text = Para("\n".join(["word"] * lines))
        pages = pages_of(text, Heading("Plan"), Para("Lead", Look.LEAD), Table(COLUMNS, (row("Step"), row("Step"))))
        chapter = next(page for page in pages for one in page.boxes if one.box.bookmarks())
        assert isinstance(chapter.boxes[-1].box, Grid)


def test_a_row_longer_than_a_page_is_parted_between_lines() -> None:
    pages = pages_of(Table(COLUMNS, (row("First"), row("word " * 4000), row("Last"))))
    assert len(pages) > 3
    assert_nothing_overlaps(pages)
    lines = [line for one in grids(pages) for part in one.rows for line in part.cells[0].stack.lines]
    assert sum("".join(run.text for run in one.line.runs).count("word") for one in lines) == 4000


def test_a_long_text_leaves_no_single_line_on_a_page() -> None:
    for lines in range(40, 95):
        pages = pages_of(Para("\n".join(["word"] * lines)))
        assert all(len(_lines(placed.box)) > 1 for page in pages for placed in page.boxes)
        assert sum(len(_lines(placed.box)) for page in pages for placed in page.boxes) == lines


def test_a_chapter_with_a_page_of_its_own_begins_on_one() -> None:
    pages = pages_of(Para("Before"), Heading("Help lines", new_page=True), Para("Text"))
    assert len(pages) == 2


def _lines(box: Box) -> tuple[object, ...]:
    return getattr(box, "stack").lines  # noqa: B009


def test_the_last_row_of_a_table_is_never_alone_on_a_page() -> None:
    for rows in range(24, 80):
        made = grids(pages_of(Heading("Plan"), Table(COLUMNS, tuple(row(f"Step {n}") for n in range(rows)))))
        assert len(made[-1].rows) > 1
        assert sum(len(one.rows) for one in made) == rows


def test_a_small_table_stays_whole() -> None:
    for lines in range(20, 44):
        text = Para("\n".join(["word"] * lines))
        assert len(grids(pages_of(text, Table(COLUMNS, tuple(row(f"Step {n}") for n in range(5)))))) == 1


def test_spare_lines_take_what_room_is_left_and_never_a_page_of_their_own() -> None:
    counts: set[int] = set()
    for lines in range(20, 44):
        text = Para("\n".join(["word"] * lines))
        pages = pages_of(text, Heading("Notes", level=2), Ruled(5, spare=True))
        assert len(pages) == 1
        assert_nothing_overlaps(pages)
        counts.update(one.box.count for one in pages[0].boxes if isinstance(one.box, RuledBox))
        # Heading and lines are there together, or neither.
        assert len(pages[0].boxes) in (1, 3)
        last = pages[0].boxes[-1]
        # They go down to where not another one has room.
        assert len(pages[0].boxes) == 1 or ROOM - last.top - last.box.height < 24
    assert {2, 3, 4, 5} < counts


def section(title: str, *lines: str) -> tuple[Block, ...]:
    return (Heading(title, level=2), *(Entry(one) for one in lines))


def last_on_pages(pages: list[Page]) -> list[Box]:
    return [page.boxes[-1].box for page in pages[:-1]]


def test_no_entry_of_a_list_is_alone_at_either_end_of_a_page() -> None:
    for before in range(20, 44):
        pages = pages_of(*(Para("word") for _one in range(before)), *section("A list", *("An entry",) * 4))
        if len(pages) > 1:
            entries = [sum(isinstance(one.box, EntryBox) for one in page.boxes) for page in pages]
            assert 1 not in entries


def test_words_that_lead_to_a_list_are_never_the_last_of_a_page() -> None:
    for before in range(20, 44):
        pages = pages_of(*(Para("word"),) * before, Heading("Who", level=2), Para("These:"), *(Entry("One"),) * 6)
        assert all(not (isinstance(box, TextBox) and box.leads) for box in last_on_pages(pages))


def test_a_closing_note_stays_with_what_it_closes() -> None:
    for before in range(20, 44):
        closing = (Para("The end of it."), Para("Sources: none.", Look.SMALL), Heading("Another page"))
        pages = pages_of(*(Para("word"),) * before, *closing, Para("word"))
        assert all(said_first(page) != "Sources: none." for page in pages)


def said_first(page: Page) -> str:
    box = page.boxes[0].box
    return box.stack.lines[0].line.runs[0].text.strip() if isinstance(box, TextBox) else ""


def test_a_chapter_does_not_begin_at_the_foot_of_a_page() -> None:
    for before in range(1, 44):
        pages = pages_of(*(Para("word"),) * before, Heading("A chapter"), Para("Its words."))
        places = [one.top for page in pages for one in page.boxes if isinstance(one.box, TextBox) and one.box.rule]
        assert places[0] < ROOM * 0.8


def test_a_few_last_rows_are_drawn_in_rather_than_given_a_page() -> None:
    usual = grids(pages_of(plain_table(3)))[0].rows[0].pad
    most = next(n for n in range(10, 60) if len(pages_of(Heading("A"), plain_table(n))) > 1) - 1
    fitted = pages_of(Heading("A"), plain_table(most), Heading("B", new_page=True), plain_table(3))
    assert [len(one.rows) for one in grids(fitted)] == [most, 3]
    assert [one.rows[0].pad < usual for one in grids(fitted)] == [True, False]
    assert_nothing_overlaps(fitted)
    parted = pages_of(Heading("A"), plain_table(most + 1))
    assert all(one.rows[0].pad == usual for one in grids(parted))


def plain_table(rows: int) -> Table:
    return Table(COLUMNS, tuple(row(f"Step {number}") for number in range(rows)))
