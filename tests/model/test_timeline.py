"""The timeline's laws: bars lie in their rows, roll-ups cover what lies below, and moving a bar moves its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.model.item import STATUSES, Item
from app.model.plan import Outline, Progress
from app.model.time_axis import Axis
from app.model.timeline import Part, Shape, make_timeline, moved
from app.model.timeline_boxes import Box, bar_box, meets, way
from app.model.timeline_changes import renewed

DAY = date(2027, 3, 1)
days = st.none() | st.dates(date(2020, 1, 1), date(2035, 12, 31))
states = st.sampled_from([one.key for one in STATUSES])
LEVELS = ("goal", "objective", "action")


@st.composite
def plans(draw: st.DrawFn) -> list[Item]:
    """Items in reading order, each below one that came before it or at the top."""
    items: list[Item] = []
    for number in range(draw(st.integers(0, 14))):
        parent = draw(st.sampled_from(["", *(one.id for one in items)]))
        others = [f"i{n}" for n in range(number + 3) if n != number]
        items.append(
            Item(
                id=f"i{number}",
                parent=parent,
                level=draw(st.sampled_from(LEVELS)),
                starts=draw(days),
                by=draw(days),
                status=draw(states),
                waits_for=tuple(draw(st.lists(st.sampled_from(others), max_size=2, unique=True))),
            )
        )
    return items


steps = st.builds(lambda starts, by: Item(id="s", starts=starts, by=by), days, days)


@given(plans())
def test_a_roll_up_covers_everything_below_it(items: list[Item]):
    outline = Outline(items)
    spans = make_timeline(outline).spans
    for one in items:
        if spans[one.id].shape is Shape.ROLL_UP:
            below = [spans[child.id] for child in outline.below(one.id)]
            assert spans[one.id].first == min(child.first for child in below if child.first is not None)
            assert spans[one.id].last == max(child.last for child in below if child.last is not None)


@given(plans())
def test_every_span_runs_forwards_and_its_progress_is_the_plans_own(items: list[Item]):
    outline = Outline(items)
    for key, span in make_timeline(outline).spans.items():
        assert (span.first is None) == (span.last is None) == (span.shape is Shape.NONE)
        assert span.first is None or span.last is None or span.first <= span.last
        assert span.progress == outline.progress(key)


@given(plans(), st.floats(0.02, 60), st.floats(14, 90))
def test_bars_lie_within_their_rows_and_begin_on_their_day(items: list[Item], day: float, height: float):
    axis = Axis(day, DAY.toordinal())
    for number, row in enumerate(make_timeline(Outline(items)).rows):
        top = number * height
        box = bar_box(row, top, top + height, axis)
        if row.first is None:
            assert box is None
            continue
        assert box is not None
        assert top < box.top < box.bottom < top + height
        assert box.left < box.right
        if row.shape in (Shape.BAR, Shape.ROLL_UP, Shape.OPEN):
            assert box.left == axis.x_of(row.first)
            assert row.last is None or box.right >= axis.end_of(row.last) or row.shape is Shape.OPEN


@given(plans(), st.sets(st.integers(0, 13)))
def test_what_is_folded_keeps_its_own_row_and_hides_all_below(items: list[Item], chosen: set[int]):
    folded = {f"i{n}" for n in chosen}
    outline = Outline(items)
    timeline = make_timeline(outline, folded=folded)
    shown = set(timeline.places)
    for one in items:
        hidden = any(above.id in folded for above in outline.path(one.id))
        assert (one.id in shown) == (not hidden)


@given(plans(), st.sets(st.integers(0, 13)))
def test_a_filter_shows_what_it_found_and_the_way_there(items: list[Item], chosen: set[int]):
    outline = Outline(items)
    found = {f"i{n}" for n in chosen if n < len(items)}
    paths = {above.id for key in found for above in outline.path(key)}
    assert set(make_timeline(outline, found).places) == found | paths


@given(plans())
def test_lines_join_rows_that_have_days(items: list[Item]):
    timeline = make_timeline(Outline(items))
    for one in timeline.waits:
        waiter, awaited = timeline.rows[one.waiter], timeline.rows[one.awaited]
        assert awaited.item.id in waiter.item.waits_for
        assert waiter.first is not None
        assert awaited.last is not None
        if one.backwards:
            assert waiter.first < awaited.last


@given(steps, st.integers(-400, 400))
def test_a_moved_bar_keeps_its_length(step: Item, by: int):
    changed = replace(step, **moved(step, by))
    shift = timedelta(by)
    assert changed.starts == (step.starts and step.starts + shift)
    assert changed.by == (step.by and step.by + shift)


@given(steps, st.integers(-400, 400), st.sampled_from([Part.START, Part.END]))
def test_an_end_never_passes_the_other(step: Item, by: int, part: Part):
    changed = replace(step, **moved(step, by, part))
    other = "by" if part is Part.START else "starts"
    assert getattr(changed, other) == getattr(step, other)
    touched = moved(step, by, part)
    if touched and changed.starts and changed.by:
        assert changed.starts <= changed.by


def test_a_step_that_was_moved_back_again_is_as_before():
    step = Item(id="s", starts=DAY, by=DAY + timedelta(9))
    there = replace(step, **moved(step, 7))
    assert replace(there, **moved(there, -7)) == step
    assert moved(step, 0) == {}


def test_a_single_day_becomes_a_bar_when_its_start_is_pulled():
    step = Item(id="s", by=DAY)
    assert moved(step, -3, Part.START) == {"starts": DAY - timedelta(3)}
    assert moved(step, 3, Part.START) == {"starts": DAY}


def test_a_step_without_days_is_not_moved_but_listed():
    steps = [Item(id="a"), Item(id="b", by=DAY), Item(id="c", status="done"), Item(id="g", level="goal")]
    timeline = make_timeline(Outline(steps))
    assert timeline.undated == ("a",)
    assert moved(steps[0], 5) == {}


def test_progress_of_a_goal_counts_the_steps_below():
    items = [
        Item(id="g", level="goal", by=DAY),
        Item(id="o", parent="g", level="objective"),
        Item(id="a", parent="o", status="done", by=DAY - timedelta(30)),
        Item(id="b", parent="o", by=DAY - timedelta(10)),
        Item(id="c", parent="o", status="dropped", by=DAY),
    ]
    row = make_timeline(Outline(items)).rows[0]
    assert (row.shape, row.progress, row.mark) == (Shape.ROLL_UP, Progress(1, 2), DAY)


def test_a_wait_that_runs_backwards_is_known_until_one_is_done():
    first = Item(id="a", starts=DAY, by=DAY + timedelta(9))
    second = Item(id="b", starts=DAY + timedelta(5), by=DAY + timedelta(20), waits_for=("a",))
    assert [one.backwards for one in make_timeline(Outline([first, second])).waits] == [True]
    assert [one.backwards for one in make_timeline(Outline([replace(first, status="done"), second])).waits] == [False]
    on_time = replace(second, starts=DAY + timedelta(9))
    assert [one.backwards for one in make_timeline(Outline([first, on_time])).waits] == [False]


@given(plans(), st.data())
def test_after_a_change_it_is_the_same_as_if_it_were_made_anew(items: list[Item], data: st.DataObject):
    found = data.draw(st.none() | st.frozensets(st.sampled_from([f"i{n}" for n in range(14)])))
    found = None if found is None else found & {one.id for one in items}
    folded = data.draw(st.frozensets(st.sampled_from([f"i{n}" for n in range(14)])))
    before = make_timeline(Outline(items), found, folded)
    changed = list(items)
    for place in data.draw(st.lists(st.sampled_from(range(len(items))), max_size=3) if items else st.just([])):
        changed[place] = replace(
            changed[place],
            starts=data.draw(days),
            by=data.draw(days),
            status=data.draw(states),
            level=data.draw(st.sampled_from(LEVELS)),
            waits_for=tuple(data.draw(st.lists(st.sampled_from([one.id for one in items]), max_size=2, unique=True))),
        )
    if data.draw(st.booleans()) and changed:
        changed.pop(data.draw(st.sampled_from(range(len(changed)))))
    outline = Outline(changed)
    found = None if found is None else found & {one.id for one in changed}
    assert renewed(before, outline, found, folded) == make_timeline(outline, found, folded)


# -- the way of a line -------------------------------------------------------------------------------------------

HEIGHT, GAP = 40.0, 8.0
rows = st.integers(0, 6)
places = st.floats(0, 800)
lengths = st.floats(6, 300)


@given(rows, rows, st.lists(st.tuples(places, lengths), min_size=7, max_size=7))
def test_a_line_leaves_an_end_reaches_a_start_and_turns_by_right_angles(one: int, other: int, bars: list):
    if one == other:
        return
    boxes = [Box(x, n * HEIGHT + 10, x + wide, n * HEIGHT + 30) for n, (x, wide) in enumerate(bars)]
    down = other > one
    gutters = (other * HEIGHT + (0 if down else HEIGHT), one * HEIGHT + (HEIGHT if down else 0))
    low, high = sorted((one, other))
    between = boxes[low + 1 : high]
    points = way(boxes[one], boxes[other], gutters, between, GAP)
    assert points[0] == (boxes[one].right, boxes[one].middle)
    assert points[-1] == (boxes[other].left, boxes[other].middle)
    assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points))
    # It comes to a start from the left, and never runs through the two bars that it joins.
    assert points[-2][0] <= points[-1][0]
    assert meets(points, [boxes[one], boxes[other]]) == 0


def test_a_line_goes_around_a_bar_that_is_in_its_way():
    start, end = Box(0, 10, 100, 30), Box(400, 90, 500, 110)
    blocking = Box(380, 50, 460, 70)
    points = way(start, end, (80, 40), [blocking], GAP)
    assert meets(points, [blocking]) == 0
