"""Which lines are in sight, and the steps from one list to the next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.model.item import Item
from app.model.plan import Outline
from app.ui.plan.dragging import Target, target_at
from app.ui.plan.lines import lay_lines, put_draft, steps_between

PLAN = Outline([
    Item(id="g", level="goal"),
    Item(id="o", parent="g", level="objective"),
    Item(id="a", parent="o"),
    Item(id="b", parent="o"),
    Item(id="h", level="goal"),
])  # fmt: skip


def test_below_a_folded_line_nothing_is_in_sight() -> None:
    assert lay_lines(PLAN, "", {"o"}, None).ids == ["g", "o", "h"]


def test_what_is_found_is_in_sight_with_what_it_stands_below() -> None:
    lines = lay_lines(PLAN, "", set(), {"b"})
    assert (lines.ids, lines.depths) == (["g", "o", "b"], [0, 1, 2])


def test_a_branch_begins_with_its_own_line() -> None:
    lines = lay_lines(PLAN, "o", set(), None)
    assert (lines.ids, lines.depths) == (["o", "a", "b"], [0, 1, 1])


def test_a_new_line_stands_behind_all_that_is_below_its_sibling() -> None:
    lines = lay_lines(PLAN, "", set(), None)
    assert put_draft(lines, "+", "", "g") == 4
    assert lines.depths[4] == 0
    again = lay_lines(PLAN, "", set(), None)
    assert put_draft(again, "+", "o", "") == 2
    assert again.depths[2] == 2


@given(st.lists(st.integers(0, 20), unique=True), st.lists(st.integers(0, 20), unique=True))
def test_the_steps_lead_from_one_list_to_the_other(old: list[int], new: list[int]) -> None:
    was, now = [str(one) for one in old], [str(one) for one in new]
    steps = steps_between(was, now)
    for first, last in steps.out:
        del was[first : last + 1]
    if steps.reorder:
        was.sort(key=now.index)
    for first, last in steps.into:
        was[first:first] = now[first : last + 1]
    assert was == now


def test_nothing_is_to_do_where_nothing_changed() -> None:
    assert steps_between(["a", "b"], ["a", "b"]).count == 0


def drop(row: int, part: float, depth: int) -> Target | None:
    lines = lay_lines(PLAN, "", set(), None)
    return target_at(PLAN, lines.ids.__getitem__, lines.depths.__getitem__, len(lines.ids), row, part, depth)


def test_a_drop_into_a_row_goes_behind_what_is_below_it() -> None:
    found = drop(1, 0.5, 0)
    assert found is not None
    assert (found.parent, found.after, found.inside) == ("o", "b", 1)


def test_a_drop_between_rows_is_as_deep_as_the_mouse_is_far_in() -> None:
    deep, out, top = drop(3, 0.9, 9), drop(3, 0.9, 1), drop(3, 0.9, 0)
    assert deep is not None and out is not None and top is not None
    assert [(one.parent, one.after) for one in (deep, out, top)] == [("o", "b"), ("g", "o"), ("", "g")]


def test_a_drop_above_an_open_branchs_first_line_is_inside_it() -> None:
    found = drop(2, 0.1, 0)
    assert found is not None
    assert (found.parent, found.after) == ("o", "")


def test_a_drop_below_everything_is_at_the_end() -> None:
    found = drop(5, 0.0, 0)
    assert found is not None
    assert (found.parent, found.after) == ("", "h")
