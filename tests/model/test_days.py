"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from app.model.days import read_day, write_day

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("2026/12/1", date(2026, 12, 1)),
        ("1 Dec", date(2026, 12, 1)),
        ("1 december 2027", date(2027, 12, 1)),
        ("Dec 1, 2026", date(2026, 12, 1)),
        ("Sept 3rd", date(2026, 9, 3)),
        ("  3   Nov ", date(2026, 11, 3)),
        ("15 Jan", date(2027, 1, 15)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 24)),
        ("29 Feb", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_typed_is_no_day(typed: str) -> None:
    assert read_day(typed, TODAY) is None


@pytest.mark.parametrize("typed", ["someday", "32 Dec", "2026-02-30", "1/12", "12", "1 Foo 2026", "0000-01-01"])
def test_what_is_no_day_is_refused_in_words(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a day we can read"):
        read_day(typed, TODAY)


def test_a_written_day_can_be_read_again() -> None:
    days = [date(2026, month, 28) for month in range(1, 13)]
    assert [read_day(write_day(day), TODAY) for day in days] == days
