"""What happened since a day, told as somebody would tell it who had been there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from app.model.item import Item
from app.model.since import SORTS, Difference, counted, happenings, moved_by

NOW = datetime(2027, 3, 15, 9, 0, tzinfo=UTC)
HALL = Item(id="h", what="Book the hall", by=date(2027, 4, 1), lead="ann")


def told(before: Item | None, after: Item | None) -> list[str]:
    return [one.sort for one in happenings([Difference(before, after, NOW)])]


def changed(**values: object) -> Item:
    held = {name: getattr(HALL, name) for name in ("id", "what", "by", "lead")}
    return Item(**{**held, **values})  # type: ignore[arg-type]


def test_each_sort_is_told() -> None:
    assert told(None, HALL) == ["added"]
    assert told(HALL, None) == ["removed"]
    assert told(HALL, changed(status="done")) == ["done"]
    assert told(HALL, changed(status="dropped")) == ["dropped"]
    assert told(HALL, changed(status="waiting")) == ["begun"]
    assert told(HALL, changed(lead="bo")) == ["given"]
    assert told(HALL, changed(by=None)) == ["moved"]
    assert told(HALL, changed(what="Book a hall")) == ["renamed"]
    assert told(HALL, changed(needs="a kettle")) == ["written"]


def test_a_step_that_was_added_and_done_is_both() -> None:
    assert told(None, changed(status="done")) == ["done", "added"]


def test_what_the_program_keeps_for_itself_is_no_news() -> None:
    assert told(HALL, changed(origin="page:x", series="h", began=date(2027, 1, 1))) == []


def test_more_words_are_not_told_beside_something_larger() -> None:
    assert told(HALL, changed(status="done", needs="a kettle")) == ["done"]


def test_in_each_sort_the_newest_comes_first_and_sorts_keep_their_order() -> None:
    one, two = changed(id="1", status="done"), changed(id="2", status="done")
    found = happenings([
        Difference(None, changed(id="3"), NOW),
        Difference(changed(id="1"), one, NOW - timedelta(days=1)),
        Difference(changed(id="2"), two, NOW),
    ])  # fmt: skip
    assert [(happening.sort, happening.item.id) for happening in found] == [
        ("done", "2"),
        ("done", "1"),
        ("added", "3"),
    ]
    assert counted(found) == [("done", 2), ("added", 1)]


def test_how_far_a_day_was_moved() -> None:
    later, none = changed(by=date(2027, 4, 8)), changed(by=None)
    (one,), (other,) = (happenings([Difference(HALL, after, NOW)]) for after in (later, none))
    assert moved_by(one) == 7
    assert moved_by(other) is None


def test_what_is_gone_cannot_be_gone_to() -> None:
    (gone,) = happenings([Difference(HALL, None, NOW)])
    assert not gone.there
    assert len({one.key for one in SORTS}) == len(SORTS)
