"""What a backup's name tells, and which backups are kept as they grow old."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.model.backups import Backup, backup_name, newest_first, read_backup, superfluous

ZONE = timezone(timedelta(hours=-8))
NOW = datetime(2026, 11, 26, 14, 10, 5, tzinfo=ZONE)


def at(made: datetime, *, aside: bool = False, size: int = 1) -> Backup:
    return Backup(Path(backup_name("Cedar", made, (1, 1), before_going_back=aside)), made, 1, 1, size, aside)


def after(backups: Iterable[Backup], now: datetime, most: int | None = None) -> list[Backup]:
    gone = superfluous(backups, now, most)
    return [one for one in newest_first(backups) if one not in gone]


def test_the_name_tells_the_hour_and_what_is_inside() -> None:
    name = backup_name("Cedar Inlet", NOW, (12, 30))
    assert name == "Cedar Inlet 2026-11-26 141005-0800 (12 partners, 30 steps).groundwork"
    found = read_backup(Path(name), 7)
    assert found == Backup(Path(name), NOW, 12, 30, 7)


def test_the_name_tells_what_was_set_aside_and_what_nobody_could_look_into() -> None:
    name = backup_name("Cedar", NOW, None, before_going_back=True, number=3)
    found = read_backup(Path(name))
    assert found is not None
    assert (found.before_going_back, found.partners, found.steps) == (True, None, None)


def test_other_files_are_no_backups() -> None:
    for name in (
        "Cedar.groundwork",
        "Cedar 2026-11-26.groundwork",
        "x 2026-99-26 141005-0800 (1 partners, 1 steps).groundwork",
    ):
        assert read_backup(Path(name)) is None


@given(st.text(max_size=90), st.integers(0, 10**9), st.integers(0, 10**9), st.booleans())
def test_every_name_is_read_back(stem: str, partners: int, steps: int, aside: bool) -> None:
    name = backup_name(stem.replace("/", "").replace("\0", ""), NOW, (partners, steps), before_going_back=aside)
    found = read_backup(Path(name))
    assert found is not None
    assert (found.made, found.partners, found.steps, found.before_going_back) == (NOW, partners, steps, aside)


def test_the_hour_that_comes_twice_in_autumn_keeps_its_order() -> None:
    first = at(datetime(2026, 11, 1, 1, 50, tzinfo=timezone(timedelta(hours=-7))))
    second = at(datetime(2026, 11, 1, 1, 10, tzinfo=timezone(timedelta(hours=-8))))
    assert newest_first([first, second]) == [second, first]


def test_a_day_of_work_keeps_the_last_of_each_hour_and_all_of_the_last_three() -> None:
    made = [at(NOW - timedelta(minutes=30 * n)) for n in range(20)]
    kept = after(made, NOW)
    hours = [one.made.hour for one in kept]
    assert hours == [14, 13, 13, 12, 12, 11, 11, 10, 9, 8, 7, 6, 5, 4]


def test_years_of_work_come_down_to_a_month_each() -> None:
    made = [at(NOW - timedelta(days=n)) for n in range(800)]
    kept = after(made, NOW)
    assert len(kept) < 60
    assert {(one.made.year, one.made.month) for one in kept} == {(one.made.year, one.made.month) for one in made}


def test_what_was_set_aside_stays_for_two_months() -> None:
    made = [at(NOW - timedelta(days=10, minutes=n), aside=True) for n in range(5)]
    assert after(made, NOW) == newest_first(made)
    assert len(after(made, NOW + timedelta(days=70))) == 1


def test_too_much_for_the_disk_goes_where_others_stand_close() -> None:
    made = [at(NOW - timedelta(days=30 * n), size=100) for n in range(10)] + [at(NOW - timedelta(hours=2), size=100)]
    kept = after(made, NOW, 900)
    assert len(kept) == 9
    assert NOW - timedelta(hours=2) not in [one.made for one in kept]


hours = st.lists(st.integers(0, 60 * 24 * 500), min_size=1, max_size=60, unique=True)


@given(hours, st.integers(0, 5000))
def test_the_newest_always_stays(minutes: list[int], most: int) -> None:
    made = [at(NOW - timedelta(minutes=n), size=100) for n in minutes]
    assert newest_first(made)[0] in after(made, NOW, most)


@given(hours, st.lists(st.integers(0, 60 * 24 * 200), max_size=6))
def test_thinning_often_keeps_what_thinning_once_keeps(minutes: list[int], later: list[int]) -> None:
    """So a month that had a backup still has one, however often the program was opened meanwhile."""
    made = [at(NOW - timedelta(minutes=n)) for n in minutes]
    left, now = list(made), NOW
    for step in later:
        now += timedelta(minutes=step)
        left = after(left, now)
    assert after(left, now) == after(made, now)


@given(hours)
def test_a_clock_that_stood_in_the_future_loses_nothing(minutes: list[int]) -> None:
    made = [at(NOW + timedelta(minutes=n + 1)) for n in minutes]
    assert after(made, NOW) == newest_first(made)
