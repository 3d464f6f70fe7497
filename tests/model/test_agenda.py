"""The agenda: every open step once, in the week and month it belongs to, over year ends and the ends of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.agenda import SECTIONS, agenda, later, section_of, week_end
from app.model.item import LEVELS, STATUSES, Item
from app.model.plan import FINISHED

TUESDAY = date(2026, 11, 24)
ITEMS = st.lists(
    st.builds(
        Item,
        id=st.uuids().map(str),
        level=st.sampled_from([one.key for one in LEVELS]),
        status=st.sampled_from([one.key for one in STATUSES]),
        by=st.none() | st.dates(),
        review=st.none() | st.dates(),
    ),
    max_size=20,
)


@pytest.mark.parametrize(
    ("day", "section"),
    [
        (None, "without"),
        (date(2026, 11, 23), "overdue"),
        (date(2026, 11, 24), "week"),
        (date(2026, 11, 29), "week"),
        (date(2026, 11, 30), "next-week"),
        (date(2026, 12, 6), "next-week"),
        (date(2026, 12, 7), "later"),
    ],
)
def test_a_week_ends_with_its_sunday(day: date | None, section: str) -> None:
    assert section_of(day, TUESDAY) == section


def test_the_rest_of_the_month_comes_after_next_week() -> None:
    assert section_of(date(2026, 11, 30), date(2026, 11, 3)) == "month"
    assert section_of(date(2026, 12, 1), date(2026, 11, 3)) == "later"
    assert section_of(date(2027, 11, 20), date(2026, 11, 3)) == "later"


def test_a_week_goes_on_over_the_year_end() -> None:
    thursday = date(2026, 12, 31)
    assert week_end(thursday) == date(2027, 1, 3)
    assert section_of(date(2027, 1, 3), thursday) == "week"
    assert section_of(date(2027, 1, 10), thursday) == "next-week"
    assert section_of(date(2027, 1, 11), thursday) == "later"


@given(ITEMS, st.dates())
def test_each_open_step_is_in_exactly_one_section(items: list[Item], today: date) -> None:
    due = [one.item.id for entries in agenda(items, today).values() for one in entries if not one.mark]
    assert sorted(due) == sorted(one.id for one in items if one.level == "action" and one.status not in FINISHED)


@given(ITEMS, st.dates())
def test_what_is_to_be_looked_at_again_is_there_once_unless_it_was_dropped(items: list[Item], today: date) -> None:
    found = [one for entries in agenda(items, today).values() for one in entries if one.mark]
    assert sorted(one.item.id for one in found) == sorted(
        one.id for one in items if one.review is not None and one.status != "dropped"
    )
    assert all(one.day == one.item.review for one in found)


@given(ITEMS, st.dates())
def test_days_follow_each_other_from_section_to_section(items: list[Item], today: date) -> None:
    found = agenda(items, today)
    assert tuple(found) == SECTIONS
    days = [one.day for section in SECTIONS for one in found[section] if one.day is not None]
    assert days == sorted(days)


@given(st.dates(), st.dates())
def test_this_week_is_the_week_of_iso_8601(day: date, today: date) -> None:
    same = day.isocalendar()[:2] == today.isocalendar()[:2]
    assert (section_of(day, today) == "week") == (same and day >= today)


@given(st.dates(), st.dates())
def test_only_days_before_today_are_overdue(day: date, today: date) -> None:
    assert (section_of(day, today) == "overdue") == (day < today)


@pytest.mark.parametrize("today", [date.min, date.max])
def test_the_calendar_ends_without_trouble(today: date) -> None:
    assert section_of(today, today) == "week"
    assert week_end(today) >= today


@given(st.dates(), st.integers(-400, 400))
def test_a_day_is_moved_within_the_calendar(day: date, days: int) -> None:
    moved = later(day, days)
    assert moved in (date.min, date.max) or moved - day == timedelta(days=days)
