"""Days of a row over month ends, leap days and year ends; the next one and its computed id."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.item import REPEATS, Item
from app.model.repeats import is_untouched, next_day, next_id, next_one, nth_day, number_of, repeats, row_of

RHYTHMS = ["weekly", "monthly", "quarterly", "yearly"]
DAYS = st.dates(date(1990, 1, 1), date(2200, 12, 31))
LONGEST = {"weekly": 7, "monthly": 31, "quarterly": 92, "yearly": 366}


def days(began: date, rhythm: str, count: int) -> list[date | None]:
    return [nth_day(began, rhythm, n) for n in range(count)]


def test_the_31st_comes_back_after_a_short_month() -> None:
    assert days(date(2027, 1, 31), "monthly", 4) == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
    ]
    assert nth_day(date(2028, 1, 31), "monthly", 1) == date(2028, 2, 29)


def test_a_leap_day_comes_back_after_three_common_years() -> None:
    found = days(date(2028, 2, 29), "yearly", 5)
    assert found == [date(2028, 2, 29), *(date(year, 2, 28) for year in (2029, 2030, 2031)), date(2032, 2, 29)]
    assert nth_day(date(2096, 2, 29), "yearly", 4) == date(2100, 2, 28)


def test_rows_go_over_the_end_of_the_year() -> None:
    assert nth_day(date(2026, 12, 31), "weekly", 1) == date(2027, 1, 7)
    assert nth_day(date(2026, 12, 31), "monthly", 2) == date(2027, 2, 28)
    assert nth_day(date(2026, 11, 30), "quarterly", 1) == date(2027, 2, 28)


@pytest.mark.parametrize("rhythm", RHYTHMS)
def test_behind_the_last_day_there_is_no_next_one(rhythm: str) -> None:
    assert nth_day(date.max, rhythm, 1) is None
    assert next_day(Item(by=date.max, repeats=rhythm), date(2026, 1, 1)) is None
    assert next_one(Item(id="a", by=date.max, repeats=rhythm), date.max) is None


@given(DAYS, st.sampled_from(RHYTHMS), st.integers(0, 400))
def test_days_of_a_row_grow_by_no_more_than_its_longest_step(began: date, rhythm: str, number: int) -> None:
    one, following = nth_day(began, rhythm, number), nth_day(began, rhythm, number + 1)
    assert one is not None
    assert following is not None
    assert 1 <= (following - one).days <= LONGEST[rhythm]
    assert number_of(began, rhythm, one) == number


@given(DAYS, st.sampled_from(RHYTHMS), st.integers(0, 60), st.integers(-200, 4000))
def test_the_next_day_is_the_first_of_the_row_behind_it_and_not_before_today(
    began: date, rhythm: str, number: int, away: int
) -> None:
    by = nth_day(began, rhythm, number)
    assert by is not None
    today = by + timedelta(days=away)
    found = next_day(Item(by=by, began=began, repeats=rhythm), today)
    assert found is not None
    assert found > by
    assert found >= today
    at = number_of(began, rhythm, found)
    assert nth_day(began, rhythm, at) == found
    before = nth_day(began, rhythm, at - 1)
    assert before == by or (before is not None and before < today)


@given(DAYS, st.sampled_from(RHYTHMS), st.integers(0, 60), st.integers(-3, 3))
def test_a_day_put_off_a_little_does_not_move_the_row(began: date, rhythm: str, number: int, away: int) -> None:
    by, following = nth_day(began, rhythm, number), nth_day(began, rhythm, number + 1)
    assert by is not None
    put_off = by + timedelta(days=away)
    assert next_day(Item(by=put_off, began=began, repeats=rhythm), put_off) == following


@given(DAYS, DAYS, st.sampled_from(RHYTHMS), st.integers(1, 30))
def test_marking_one_done_after_another_walks_along_the_row(began: date, today: date, rhythm: str, count: int) -> None:
    item = Item(id="first", by=began, repeats=rhythm)
    seen = [item]
    for _ in range(count):
        following = next_one(seen[-1], today)
        assert following is not None
        assert following.by is not None
        seen.append(following)
    assert [one.by for one in seen] == sorted({one.by for one in seen if one.by is not None})
    assert len({one.id for one in seen}) == count + 1
    assert {one.series for one in seen[1:]} == {"first"}
    assert {one.began for one in seen[1:]} == {began}
    assert row_of(seen[-1], [*seen, Item(id="other")]) == seen


@given(st.lists(st.text(), unique=True, max_size=50))
def test_computed_ids_are_all_different_and_always_the_same(ids: list[str]) -> None:
    made = [next_id(one) for one in ids]
    assert len(set(made)) == len(ids)
    assert made == [next_id(one) for one in ids]
    assert all(len(one) == 32 and one[12] == "8" and one[16] in "89ab" for one in made)


def test_a_computed_id_stays_what_it_was() -> None:
    # Files hold it: another one would double the steps of whoever has an older program.
    assert next_id("0" * 32) == "b0fa5c20265f875cb5efbd7bbff6f6db"


@given(DAYS, DAYS, st.sampled_from(RHYTHMS))
def test_two_offices_make_the_same_next_one_whenever_they_do(one: date, other: date, rhythm: str) -> None:
    item = Item(id="a", what="Ring", by=date(2026, 1, 31), repeats=rhythm, lead="p", needs="a phone")
    first, second = next_one(item, one), next_one(item, other)
    assert first is not None
    assert second is not None
    assert first.id == second.id
    assert (first == second) == (first.by == second.by)


def test_the_next_one_has_the_words_and_people_and_not_the_notes() -> None:
    item = Item(
        id="a",
        what="Ring",
        lead="p",
        helpers=("q",),
        needs="a phone",
        cost=20,
        status="done",
        notes="went well",
        repeats="monthly",
        starts=date(2026, 1, 24),
        by=date(2026, 1, 31),
        review=date(2026, 2, 2),
    )
    made = next_one(item, date(2026, 1, 31))
    assert made is not None
    assert (made.what, made.lead, made.helpers, made.needs, made.cost) == ("Ring", "p", ("q",), "a phone", 20)
    assert (made.status, made.notes, made.repeats) == ("not-started", "", "monthly")
    assert (made.starts, made.by, made.review) == (date(2026, 2, 21), date(2026, 2, 28), date(2026, 3, 2))


def test_what_waits_for_another_row_waits_for_its_next_one() -> None:
    paper = Item(id="paper", by=date(2026, 1, 5), repeats="monthly")
    once = Item(id="once")
    item = Item(id="print", by=date(2026, 1, 6), repeats="monthly", waits_for=("paper", "once"))
    new_paper = next_one(paper, date(2026, 1, 5))
    assert new_paper is not None
    made = next_one(item, date(2026, 1, 6), {"paper": paper, "once": once, new_paper.id: new_paper})
    assert made is not None
    assert made.waits_for == (new_paper.id,)


def test_a_step_without_a_day_is_counted_from_the_day_it_was_done() -> None:
    made = next_one(Item(id="a", repeats="weekly"), date(2026, 12, 28))
    assert made is not None
    assert made.by == made.began == date(2027, 1, 4)


def test_a_new_rhythm_is_counted_from_the_step_that_got_it() -> None:
    item = Item(id="b", by=date(2026, 3, 31), repeats="monthly", series="a", began=date(2026, 1, 31))
    changed = Item(id="b", by=item.by, repeats="quarterly", series="a", began=item.began).settled(item)
    assert next_day(changed, date(2026, 3, 31)) == date(2026, 6, 30)


@given(DAYS, DAYS, st.sampled_from(RHYTHMS))
def test_what_was_just_made_is_untouched(by: date, today: date, rhythm: str) -> None:
    item = Item(id="a", what="Ring", by=by, repeats=rhythm, starts=by - timedelta(days=3))
    made = next_one(item, today)
    assert made is not None
    assert is_untouched(made, item)
    for name, value in {"what": "x", "status": "waiting", "lead": "p", "repeats": "none", "notes": "n"}.items():
        changed = {one: getattr(made, one) for one in Item.__slots__} | {name: value}
        changed |= {"id": made.id, "parent": made.parent}
        assert not is_untouched(Item(**changed), item)


def test_a_step_given_another_day_by_hand_is_touched() -> None:
    item = Item(id="a", by=date(2026, 1, 5), repeats="monthly")
    made = next_one(item, date(2026, 1, 5))
    assert made is not None
    moved = Item(id=made.id, by=date(2026, 2, 7), repeats="monthly", series="a", began=made.began)
    assert not is_untouched(moved, item)


@pytest.mark.parametrize("rhythm", ["none", "", "daily"])
def test_what_does_not_repeat_has_no_next_one(rhythm: str) -> None:
    item = Item(id="a", by=date(2026, 1, 5), repeats=rhythm)
    assert not repeats(item)
    assert next_one(item, date(2026, 1, 5)) is None


def test_every_rhythm_that_can_be_chosen_has_its_days() -> None:
    assert [one.key for one in REPEATS] == ["none", *RHYTHMS]
