"""Where lines of the plan go, alone and several together."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.model.item import Item
from app.model.plan import Outline
from app.model.plan_place import (
    Move,
    Place,
    moves_by,
    moves_in,
    moves_out,
    moves_to,
    new_place,
    place_in,
    place_out,
    topmost,
)


def item(key: str, parent: str = "", level: str = "action") -> Item:
    return Item(id=key, what=key, parent=parent, level=level)


PLAN = Outline([
    item("g", level="goal"),
    item("o", "g", "objective"),
    *(item(key, "o") for key in "abcd"),
    item("e", "d"),
    item("h", level="goal"),
])  # fmt: skip


def order(outline: Outline, parent: str, moves: Sequence[Move]) -> list[str]:
    """The children of a parent after the moves, made one after the other on plain lists."""
    lists = {"": [one.id for one in outline.children()]}
    for one in outline:
        lists[one.id] = [child.id for child in outline.children(one.id)]
    for move in moves:
        for children in lists.values():
            if move.id in children:
                children.remove(move.id)
        into = lists[move.parent]
        into.insert(into.index(move.after) + 1 if move.after else 0, move.id)
    return lists[parent]


def test_a_new_step_goes_behind_a_step_and_first_into_an_objective() -> None:
    assert new_place(PLAN, PLAN.get("b")) == Place("o", "b", "action")
    assert new_place(PLAN, PLAN.get("o")) == Place("o", "", "action")


def test_a_new_goal_goes_to_the_end() -> None:
    assert new_place(PLAN, PLAN.get("b"), "goal") == Place("", "h", "goal")


def test_a_new_line_goes_in_below_the_line_before_it_and_out_again() -> None:
    place = place_in(PLAN, Place("o", "d", "action"))
    assert place == Place("d", "e", "action")
    assert place_out(PLAN, place) == Place("o", "d", "action")
    assert place_in(PLAN, Place("o", "", "action")) is None
    assert place_out(PLAN, Place("", "h", "goal")) is None


def test_what_comes_along_is_not_moved_itself() -> None:
    assert [one.id for one in topmost(PLAN, {"e", "d", "h"})] == ["d", "h"]


def test_several_go_up_and_down_together_and_stop_at_the_end() -> None:
    assert order(PLAN, "o", moves_by(PLAN, ["b", "c"], -1)) == ["b", "c", "a", "d"]
    assert order(PLAN, "o", moves_by(PLAN, ["b", "c"], 1)) == ["a", "d", "b", "c"]
    assert moves_by(PLAN, ["a", "b"], -1) == []
    assert order(PLAN, "o", moves_by(PLAN, ["a", "c"], -1)) == ["a", "c", "b", "d"]


def test_several_go_in_below_the_one_above_them() -> None:
    moves = moves_in(PLAN, ["b", "c"])
    assert order(PLAN, "a", moves) == ["b", "c"]
    assert order(PLAN, "o", moves) == ["a", "d"]


def test_several_go_out_in_their_order() -> None:
    assert order(PLAN, "g", moves_out(PLAN, ["b", "c"])) == ["o", "b", "c"]


def test_several_are_dropped_behind_one_that_goes_along() -> None:
    assert order(PLAN, "o", moves_to(PLAN, ["a", "c"], "o", "c")) == ["b", "a", "c", "d"]


def test_nothing_is_dropped_into_itself() -> None:
    assert moves_to(PLAN, ["g"], "o", "") == []


@given(st.sets(st.sampled_from("abcd"), min_size=1), st.sampled_from([-1, 1]))
def test_no_line_is_lost_by_moving_and_the_chosen_keep_their_order(ids: set[str], steps: int) -> None:
    after = order(PLAN, "o", moves_by(PLAN, ids, steps))
    assert sorted(after) == list("abcd")
    assert [one for one in after if one in ids] == sorted(ids)
    assert [one for one in after if one not in ids] == sorted({*"abcd"} - ids)
