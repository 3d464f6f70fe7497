"""Ways to begin: spans, days counted from the chosen one, and files that are not right."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.starts import Start, draft, fitting_day, length, read_start

GOAL = {"key": "goal", "level": "goal", "what": "Goal", "by": "2 months"}
STEP = {"key": "step", "under": "goal", "what": "Step", "starts": "-1 week", "by": "10 days", "needs": "A room"}


def start(*lines: dict[str, Any], **head: Any) -> Start:
    return read_start("one", {"title": "T", "about": "A", "order": 1, "line": [GOAL, STEP, *lines], **head})


def test_days_are_counted_from_the_chosen_one() -> None:
    goal, step = draft(start(), date(2026, 12, 31))
    assert (goal.by, goal.level) == (date(2027, 2, 28), "goal")
    assert (step.starts, step.by, step.needs) == (date(2026, 12, 24), date(2027, 1, 10), "A room")
    assert step.parent == goal.id


def test_a_page_becomes_the_origin() -> None:
    made = draft(start({"key": "a", "what": "A", "page": "get-organized/who"}), date(2026, 1, 1))
    assert made[-1].origin == "page:get-organized/who"


def test_its_length_reaches_from_the_first_to_the_last_day() -> None:
    assert length(start()).days == 7 + 59


def test_the_first_fitting_day_leaves_nothing_behind_today() -> None:
    today = date(2026, 11, 24)
    assert fitting_day(start(), today) == today
    ahead = start({"key": "early", "what": "Early", "by": "-3 weeks"}, counts="event")
    assert fitting_day(ahead, today) == date(2026, 12, 15)


@given(st.dates())
def test_any_day_can_be_chosen(day: date) -> None:
    assert len(draft(start(), day)) == 2


@pytest.mark.parametrize(
    "line",
    [
        {"key": "goal", "what": "Twice"},
        {"key": "a", "what": ""},
        {"key": "a", "what": "A", "under": "nobody"},
        {"key": "a", "what": "A", "level": "goal", "under": "goal"},
        {"key": "a", "what": "A", "waits_for": ["later"]},
        {"key": "a", "what": "A", "by": "soon"},
        {"key": "a", "what": "A", "repeats": "daily"},
        {"key": "a", "what": "A", "colour": "red"},
        {"what": "A"},
    ],
)
def test_a_line_that_is_not_right_is_refused(line: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"start one|line"):
        start(line)


def test_a_head_that_is_not_right_is_refused() -> None:
    with pytest.raises(ValueError, match="one"):
        start(colour="red")
    with pytest.raises(ValueError, match="counts"):
        start(counts="backwards")
