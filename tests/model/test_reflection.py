"""Which meeting comes next, and which was held last."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.model.reflection import Meeting, last_held, next_coming

TODAY = date(2026, 3, 12)
DAYS = st.none() | st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))
MEETINGS = st.lists(st.builds(Meeting, id=st.uuids().map(str), on=DAYS, ended=st.booleans()), max_size=12)


def test_a_meeting_today_is_still_to_come() -> None:
    assert next_coming([Meeting(id="a", on=TODAY)], TODAY) == Meeting(id="a", on=TODAY)


def test_one_that_was_said_to_be_over_is_held_whatever_its_day() -> None:
    over = Meeting(id="a", on=TODAY + timedelta(days=1), ended=True)
    assert (next_coming([over], TODAY), last_held([over], TODAY)) == (None, over)


@given(MEETINGS)
def test_none_that_comes_is_before_the_next_and_none_held_after_the_last(meetings: list[Meeting]) -> None:
    coming = [one for one in meetings if not one.is_held(TODAY)]
    held = [one for one in meetings if one.is_held(TODAY)]
    first, last = next_coming(meetings, TODAY), last_held(meetings, TODAY)
    assert (first is None, last is None) == (not coming, not held)
    if first is not None:
        assert all(one.on is None or (first.on is not None and first.on <= one.on) for one in coming)
    if last is not None:
        assert all(one.on is None or (last.on is not None and last.on >= one.on) for one in held)
