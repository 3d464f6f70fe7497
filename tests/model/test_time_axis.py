"""The laws of the timeline's way across: days keep their order and their place, and labels never overlap."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.time_axis import (
    DAY,
    MONTH,
    STEPS,
    WEEK,
    YEAR,
    Axis,
    Label,
    Step,
    bands,
    fitted_axis,
    fitting_step,
    label_in,
    moved_day,
    next_of,
    step_above,
    tick_words,
    ticks,
)

usual = st.dates(date(1900, 1, 1), date(2200, 12, 31))
widths = st.floats(0.01, 80)
seen_widths = st.floats(1, 80)
steps = st.sampled_from(STEPS)
LETTER, PAD = 7.0, 4.0


def axes(day_widths: st.SearchStrategy[float] = widths) -> st.SearchStrategy[Axis]:
    return st.builds(Axis, day_widths, st.floats(690_000, 800_000))


def wide(words: str) -> float:
    return len(words) * LETTER


def room_for(step: Step) -> float:
    """What the widest of a step's shortest wordings takes."""
    return {"day": 2, "week": 2, "month": 3, "quarter": 7}.get(step.unit, 9) * LETTER + 2 * PAD


def labels(axis: Axis, width: float, step: Step) -> Iterator[Label | None]:
    for tick in ticks(axis, width, step):
        wordings = [(words, wide(words)) for words in tick_words(tick, alone=step_above(step) is None)]
        yield label_in(tick, width, wordings, PAD)


@given(axes(), usual, usual)
def test_a_later_day_lies_further_right(axis: Axis, one: date, other: date):
    assert (one < other) == (axis.x_of(one) < axis.x_of(other))
    assert axis.end_of(one) - axis.x_of(one) == pytest.approx(axis.day, rel=1e-3)


@given(axes(seen_widths), usual)
def test_where_a_day_can_be_seen_its_place_leads_back_to_it(axis: Axis, day: date):
    assert axis.date_at(axis.x_of(day)) == day
    assert axis.date_at(axis.x_of(day) + axis.day * 0.98) == day


@given(
    axes(seen_widths), st.sampled_from([date(2026, 12, 31), date(2027, 3, 14), date(2027, 11, 7), date(2028, 2, 28)])
)
def test_neither_a_years_end_nor_summer_time_shifts_a_day(axis: Axis, day: date):
    after = day + timedelta(1)
    assert axis.x_of(after) - axis.x_of(day) == pytest.approx(axis.day, rel=1e-3)
    assert axis.date_at(axis.x_of(after)) == after


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a program cannot be changed here")
def test_the_computers_zone_changes_nothing(monkeypatch: pytest.MonkeyPatch):
    axis, found = Axis(12.0, 740_000.25), set()
    for zone in ("America/Vancouver", "Pacific/Kiritimati", "UTC"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        found.add((axis.x_of(date(2027, 3, 14)), axis.date_at(500.0)))
    monkeypatch.undo()
    time.tzset()
    assert len(found) == 1


@given(axes(), st.floats(100, 2000), steps)
def test_ticks_follow_each_other_without_a_gap(axis: Axis, width: float, step: Step):
    # As far in as a picture could show with this step: more ticks than pixels are never asked for.
    if step.shortest * axis.day < 1:
        return
    found = list(ticks(axis, width, step))
    assert found
    assert found[0].left <= 1e-3
    assert found[-1].right >= width - 1e-3
    for one, other in pairwise(found):
        assert one.right == other.left
        assert one.first < other.first
        assert other.first.toordinal() - one.first.toordinal() >= step.shortest


@given(axes(), st.floats(60, 2000))
def test_labels_never_overlap_or_leave_their_room(axis: Axis, width: float):
    step = fitting_step(axis.day, room_for)
    for one in (step, step_above(step)):
        found = [label for label in labels(axis, width, one) if label is not None] if one is not None else []
        for label, other in pairwise(found):
            assert label.x + label.width < other.x
        assert all(label.x >= 0 and label.x + label.width <= width for label in found)


@given(axes(), st.floats(60, 2000))
def test_every_whole_tick_of_the_chosen_step_has_its_label(axis: Axis, width: float):
    step = fitting_step(axis.day, room_for)
    if step == STEPS[-1]:
        return
    for tick, label in zip(ticks(axis, width, step), labels(axis, width, step), strict=True):
        if tick.left >= 0 and tick.right <= width:
            assert label is not None


@given(axes(), st.floats(60, 2000))
def test_bands_lie_apart_and_in_order(axis: Axis, width: float):
    step = fitting_step(axis.day, room_for)
    found = bands(axis, width, step)
    assert all(left < right for left, right in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


def test_the_band_of_a_week_is_its_saturday_and_sunday():
    axis = Axis(10.0, float(date(2027, 3, 1).toordinal()))
    assert bands(axis, 70.0, DAY) == [(50.0, 70.0)]
    assert axis.date_at(50.0) == date(2027, 3, 6)


@given(usual, usual, st.floats(100, 2000))
def test_what_is_fitted_lies_within_the_width(one: date, other: date, width: float):
    first, last = sorted((one, other))
    axis = fitted_axis(first, last, width, 1e-6, 40.0)
    assert axis.x_of(first) >= -1e-3
    assert axis.end_of(last) <= width + 1e-2
    assert axis.day <= 40.0


@pytest.mark.parametrize(
    ("step", "day", "words"),
    [
        (DAY, date(2027, 3, 6), ("6",)),
        (WEEK, date(2027, 3, 6), ("1",)),
        (MONTH, date(2027, 3, 6), ("March", "Mar")),
        (STEPS[3], date(2027, 3, 6), ("Jan–Mar",)),
        (YEAR, date(2027, 3, 6), ("2027",)),
        (STEPS[6], date(2027, 3, 6), ("2025–2029", "2025")),
    ],
)
def test_ticks_are_called_as_people_say_them(step: Step, day: date, words: tuple[str, ...]):
    tick = next(ticks(Axis(10.0, float(day.toordinal())), 10.0, step))
    assert tick_words(tick, alone=step_above(step) is None) == words


@pytest.mark.parametrize("step", STEPS)
def test_the_calendar_ends_without_a_trouble(step: Step):
    near_end = Axis(20.0, float(date(9999, 12, 1).toordinal()))
    assert list(ticks(near_end, 4000.0, step))[-1].first <= date.max
    assert next(ticks(Axis(20.0, -100.0), 4000.0, step)).first == date.min
    assert next_of(step, date(9999, 12, 31)) is None
    assert moved_day(date(9999, 12, 30), 400) == date.max
