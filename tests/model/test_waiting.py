"""Who waits for whom: no circle can be made link by link, and nothing hangs on one that two copies brought in."""

from __future__ import annotations

import itertools
import time

from hypothesis import given
from hypothesis import strategies as st

from app.model.circles import chain, waits_refusal
from app.model.item import STATUSES, Item
from app.model.plan import Outline
from app.model.waiting import Waiting

PICKS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=60)


@st.composite
def plans(draw: st.DrawFn) -> list[Item]:
    """Items that wait for any others, circles and lost ones too."""
    count = draw(st.integers(0, 14))
    ids = [str(n) for n in range(count)]
    links = st.lists(st.sampled_from([*ids, "gone"]), max_size=4, unique=True)
    return [
        Item(
            id=one,
            parent=draw(st.sampled_from(["", "gone", *ids[:n]])),
            waits_for=tuple(draw(links)),
            status=draw(st.sampled_from([each.key for each in STATUSES])),
        )
        for n, one in enumerate(ids)
    ]


def step(name: str, *waits_for: str, parent: str = "", status: str = "not-started") -> Item:
    return Item(id=name, what=name.upper(), waits_for=waits_for, parent=parent, status=status)


def refusal(items: list[Item], item: str, wanted: str) -> str:
    found = {one.id: one for one in items}
    return waits_refusal(found[item], [wanted], found.get)


@given(PICKS)
def test_no_run_of_allowed_links_makes_a_circle(picks: list[tuple[int, int]]) -> None:
    items = {str(n): Item(id=str(n), parent=str(n // 3) if n > 3 else "") for n in range(12)}
    for one, other in picks:
        item = items[str(one)]
        if not waits_refusal(item, [str(other)], items.get):
            items[item.id] = Item(id=item.id, parent=item.parent, waits_for=(*item.waits_for, str(other)))
    assert Waiting(items.values()).circles() == []


@given(PICKS)
def test_a_link_is_refused_only_where_it_makes_a_circle_or_joins_a_branch(picks: list[tuple[int, int]]) -> None:
    items = {str(n): Item(id=str(n)) for n in range(12)}
    for one, other in picks:
        item = items[str(one)]
        changed = Item(id=item.id, waits_for=(*item.waits_for, str(other)))
        makes_one = bool(Waiting([*(each for each in items.values() if each.id != item.id), changed]).circles())
        assert bool(waits_refusal(item, [str(other)], items.get)) == makes_one
        if not makes_one:
            items[item.id] = changed


@given(plans())
def test_a_chain_leads_from_the_wanted_step_to_the_waiting_one(items: list[Item]) -> None:
    found = {one.id: one for one in items}
    for item in items:
        for wanted in items:
            way = [one.id for one in chain(item.id, wanted.id, found.get)]
            assert not way or (way[0], way[-1]) == (wanted.id, item.id)
            assert all(after in found[before].waits_for for before, after in itertools.pairwise(way))


@given(plans())
def test_the_order_holds_every_item_once_and_each_behind_what_it_waits_for(items: list[Item]) -> None:
    waiting = Waiting(items)
    order = [one.id for one in waiting.order()]
    assert sorted(order) == sorted(one.id for one in items)
    in_circles = {one.id for circle in waiting.circles() for one in circle}
    held_up = set(in_circles)
    for _ in items:  # what waits for a circle may stand before it
        held_up |= {one.id for one in items if held_up & set(one.waits_for)}
    for one in items:
        if one.id not in held_up:
            assert all(order.index(other) < order.index(one.id) for other in one.waits_for if other in order)


@given(plans())
def test_circles_are_just_the_items_that_can_come_back_to_themselves(items: list[Item]) -> None:
    found = {one.id: one for one in items}
    back = {one.id for one in items if any(chain(one.id, other, found.get) for other in one.waits_for)}
    assert {one.id for circle in Waiting(items).circles() for one in circle} == back


def test_without_links_the_order_is_the_reading_order() -> None:
    items = [step("a"), step("b"), step("c", parent="a"), step("d", parent="b")]
    assert [one.id for one in Waiting(items).order()] == [one.id for one, _depth in Outline(items).walk()]


def test_the_sentence_names_both_steps() -> None:
    items = [step("a"), step("b", "a")]
    assert refusal(items, "a", "b") == "“B” already waits for “A”, so “A” cannot wait for it."


def test_the_sentence_names_the_steps_between() -> None:
    items = [step("a"), step("b", "a"), step("c", "b")]
    assert refusal(items, "a", "c") == "“C” already waits for “A” (by way of “B”), so “A” cannot wait for it."


def test_a_step_cannot_wait_for_itself() -> None:
    assert refusal([step("a")], "a", "a") == "“A” cannot wait for itself."


def test_a_step_cannot_wait_for_the_goal_that_it_is_a_part_of() -> None:
    items = [step("goal"), step("objective", parent="goal"), step("a", parent="objective")]
    assert "part of “GOAL”" in refusal(items, "a", "goal")
    assert "“A” is a part of “GOAL”" in refusal(items, "goal", "a")


def test_a_circle_of_parents_does_not_hang() -> None:
    items = [step("a", parent="b"), step("b", parent="a"), step("c")]
    assert not refusal(items, "c", "a")


def test_finished_steps_hold_nobody_up() -> None:
    waiting = Waiting([step("a", status="done"), step("b", status="dropped"), step("c"), step("d", "a", "b", "c")])
    assert [one.id for one in waiting.open_for("d")] == ["c"]
    assert [one.id for one in waiting.waiting_on("c")] == ["d"]


def test_five_thousand_steps_in_a_row_are_quick() -> None:
    items = [step(str(n), str(n - 1)) for n in range(5_000)]
    found = {one.id: one for one in items}
    begin = time.process_time()
    waiting = Waiting(items)
    assert len(waiting.order()) == 5_000
    assert waiting.circles() == []
    assert len(chain("0", "4999", found.get)) == 5_000
    assert time.process_time() - begin < 0.5
