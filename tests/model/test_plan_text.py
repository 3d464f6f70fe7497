"""Plans read from text as people have it, and written for it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.model.plan_text import MOST, Line, read_lines, write_lines


def shape(text: str) -> list[tuple[str, int]]:
    return [(one.what, one.depth) for one in read_lines(text).lines]


def test_plain_lines_are_steps_beside_each_other() -> None:
    assert shape("Book the hall\n\n  \nAsk the Elders") == [("Book the hall", 0), ("Ask the Elders", 0)]


def test_indentation_is_depth_by_spaces_or_tabs() -> None:
    assert shape("Goal\n  Objective\n      Step\n  Other") == [("Goal", 0), ("Objective", 1), ("Step", 2), ("Other", 1)]
    assert shape("Goal\n\tStep\n\t\tDeeper") == [("Goal", 0), ("Step", 1), ("Deeper", 2)]


def test_bullets_as_a_word_processor_copies_them() -> None:
    text = "•\tFirst\no\tInner\n▪\tInmost\n•\tSecond"
    assert shape(text) == [("First", 0), ("Inner", 1), ("Inmost", 2), ("Second", 0)]


def test_a_heading_with_bullets_below_it() -> None:
    assert shape("This week:\n- hall\n- food\nNext week:\n- bus") == [
        ("This week:", 0),
        ("hall", 1),
        ("food", 1),
        ("Next week:", 0),
        ("bus", 1),
    ]


def test_numbers_with_several_parts_are_depth() -> None:
    assert shape("1. One\n1.1 Inner\n1.2. Inner too\n2) Two") == [
        ("One", 0),
        ("Inner", 1),
        ("Inner too", 1),
        ("Two", 0),
    ]


def test_a_year_or_an_amount_at_the_start_is_no_number_of_a_list() -> None:
    assert shape("2027 report\n10,000 flyers") == [("2027 report", 0), ("10,000 flyers", 0)]


def test_a_ticked_box_is_done() -> None:
    lines = read_lines("- [x] Book the hall\n- [ ] Cook\n☑ Clean").lines
    assert [one.words.get("status", "") for one in lines] == ["done", "", "done"]
    assert lines[0].what == "Book the hall"


def test_a_sheet_with_headings_is_read_by_them() -> None:
    text = "Task\tWho\tDue\tRoom\nBook the hall\tBand manager\t2027-03-01\tBig one\nCook\t\t\t"
    lines = read_lines(text).lines
    assert lines[0] == Line(
        0, {"what": "Book the hall", "lead": "Band manager", "by": "2027-03-01", "Room:": "Big one"}
    )
    assert lines[1] == Line(0, {"what": "Cook"})


def test_a_sheet_without_headings_keeps_its_other_cells_as_notes() -> None:
    assert read_lines("Book the hall\tMonday\nCook\tTuesday").lines[0].words == {
        "what": "Book the hall",
        "notes": "Monday",
    }


def test_a_sheets_level_is_depth() -> None:
    text = "Level\tWhat\nGoal\tSafe rides\nObjective\tA list\nStep\tAsk the taxi"
    assert shape(text) == [("Safe rides", 0), ("A list", 1), ("Ask the taxi", 2)]


def test_quotes_and_guards_of_a_sheets_cells_are_taken_off() -> None:
    assert read_lines('Step\tNotes\n"Say ""hello"""\t\'=1+1').lines[0].words == {"what": 'Say "hello"', "notes": "=1+1"}


def test_more_lines_than_a_plan_has_are_counted() -> None:
    found = read_lines("\n".join(f"step {n}" for n in range(MOST + 3)))
    assert (len(found.lines), found.left_over) == (MOST, 3)


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).map(
    lambda text: " ".join(text.split())
)


@st.composite
def outlines(draw: st.DrawFn) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for what in draw(st.lists(words.filter(bool), max_size=12)):
        most = found[-1][1] + 1 if found else 0
        found.append((what, draw(st.integers(0, most))))
    return found


@given(outlines())
def test_what_is_written_is_read_again_as_it_was(lines: list[tuple[str, int]]) -> None:
    text = write_lines(lines)
    found = [(one.what, one.depth) for one in read_lines(text).lines]
    boxed = [(what, depth) for what, depth in lines if what.startswith(("[", "☐", "☑", "☒", "✓", "✔"))]
    assert boxed or found == lines


@given(st.text())
def test_no_text_can_do_harm(text: str) -> None:
    deep = -1
    for one in read_lines(text).lines:
        assert one.what
        assert 0 <= one.depth <= deep + 1
        deep = one.depth


def test_no_line_begins_as_a_formula() -> None:
    assert all(line.lstrip()[0] not in "=+-@" for line in write_lines([("=1+1", 0), ("-x", 1)]).split("\n"))
