"""What Home reminds of: late, soon, and to be looked at again."""

from __future__ import annotations

from datetime import date, timedelta

from app.model.item import Item
from app.model.reminders import reminders

TODAY = date(2027, 3, 15)


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def test_late_and_soon_are_counted_among_open_steps_alone() -> None:
    items = [
        Item(id="1", by=day(-1)),
        Item(id="2", by=day(-1), status="done"),
        Item(id="3", by=day(0)),
        Item(id="4", by=day(7)),
        Item(id="5", by=day(8)),
        Item(id="6", by=day(-1), level="goal"),
    ]
    found = reminders(items, TODAY)
    assert (found.late, found.soon) == (1, 2)


def test_reviews_come_a_week_before_their_day_the_earliest_first_and_also_of_what_is_done() -> None:
    items = [
        Item(id="a", review=day(7)),
        Item(id="b", review=day(-30), status="done"),
        Item(id="c", review=day(8)),
        Item(id="d", review=day(0), status="dropped"),
    ]
    assert [one.id for one in reminders(items, TODAY).reviews] == ["b", "a"]
