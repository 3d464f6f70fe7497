"""Names beside dots on paper: whole where there is room, never over each other, and larger on what is read from afar."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.labels import Box, touch
from app.reports.dot_names import Dot, DotNames, missing_names
from app.reports.fonts import Fonts
from app.reports.paper import LETTER, Paper
from app.reports.pen import Pen
from app.reports.poster import poster_for
from tests.reports.build import TODAY
from tests.reports.reading import FONTS

ROOM = (40.0, 100.0, 570.0, 700.0)
LONG = "The regional association of families and everybody who cares"


class Seen(Pen):
    """Notes where lines are written and how large."""

    def __init__(self, paper: Paper = LETTER) -> None:
        super().__init__(paper, Fonts(FONTS), title="", author="", language="en", made_on=TODAY)
        self.seen: list[tuple[str, Box, float]] = []

    def lines(self, x, top, lines, style, *, right=None, tag=None) -> None:
        width = max(one.width for one in lines)
        left = x if right is None else right - width
        words = "".join(str(run.text) for one in lines for run in one.runs)
        self.seen.append((words.strip(), (left, top, left + width, top + style.leading * len(lines)), style.size))


def drawn(names: DotNames, pen: Seen) -> list[tuple[str, Box, float]]:
    names.draw()
    return pen.seen


places = st.tuples(
    st.floats(60, 550), st.floats(120, 680), st.sampled_from(["Mae", "Fish plant", LONG, "hən̓q̓əmin̓əm̓ school"])
)


@settings(max_examples=25, deadline=None)
@given(st.lists(places, max_size=30))
def test_no_name_touches_another_or_leaves_the_room(found: list[tuple[float, float, str]]) -> None:
    pen = Seen()
    dots = [Dot(str(n), name, x, y) for n, (x, y, name) in enumerate(found)]
    names = DotNames(pen, dots, 5.0, (), ROOM)
    boxes = [box for _words, box, _size in drawn(names, pen)]
    assert not any(touch(one, other) for one, other in combinations(boxes, 2))
    for left, top, right, bottom in boxes:
        assert left >= ROOM[0]
        assert top >= ROOM[1]
        assert right <= ROOM[2] + 1
        assert bottom <= ROOM[3] + 1
    assert len(names.missing) >= len(dots) - len(boxes)


def test_a_long_name_has_even_lines_and_is_whole() -> None:
    pen = Seen()
    names = DotNames(pen, [Dot("a", LONG, 300, 400)], 5.0, (), ROOM)
    ((words, (left, _top, right, _bottom), size),) = drawn(names, pen)
    assert words == LONG
    assert names.missing == frozenset()
    assert right - left < 92 * size / 7.4


def test_a_name_without_room_for_its_lines_is_cut_and_counted() -> None:
    pen = Seen()
    names = DotNames(pen, [Dot("a", LONG, 300, 400)], 5.0, [(0, 0, 612, 394), (0, 406, 612, 792)], ROOM)
    ((words, _box, _size),) = drawn(names, pen)
    assert words.endswith("…")
    assert names.missing == {"a"}


def test_a_name_at_the_left_of_its_dot_ends_there() -> None:
    pen = Seen()
    names = DotNames(pen, [Dot("a", "Fish plant", 540, 400)], 5.0, (), ROOM)
    ((_words, (_left, _top, right, _bottom), _size),) = drawn(names, pen)
    assert 525 < right < 540


def test_names_on_a_poster_can_be_read_from_two_steps_away() -> None:
    pen = Seen(poster_for(LETTER, (2, 2), 0.8).whole)
    dots = [Dot(str(n), "Fish plant", 200 + n % 15 * 30, 200 + n // 15 * 40) for n in range(150)]
    names = DotNames(pen, dots, 5.0, (), (0, 0, pen.paper.width, pen.paper.height))
    sizes = {size for _words, _box, size in drawn(names, pen)}
    assert min(sizes) >= 12
    assert names.missing


@pytest.mark.parametrize(("count", "words"), [(0, ""), (3, "Name 2"), (900, "900 names have no room in the picture.")])
def test_a_list_of_names_never_takes_the_room_of_the_picture(count: int, words: str) -> None:
    said = missing_names(Seen(), [f"Name {n}" for n in range(count)])
    assert len(said) == bool(count)
    assert words in "".join(one.text for one in said)
