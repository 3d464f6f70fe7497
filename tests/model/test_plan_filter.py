"""What the plan's filter lets through."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.model.item import STATUSES, Item
from app.model.plan import Outline
from app.model.plan_filter import NOBODY, STANDS, WHEN, Finder, PlanFilter, with_context

TODAY = date(2027, 3, 3)  # a Wednesday


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


PLAN = Outline([
    Item(id="goal", what="Safe rides", level="goal", by=days(-9)),
    Item(id="late", what="Ask the hən̓q̓əmin̓əm̓ teacher", parent="goal", by=days(-1), lead="anna"),
    Item(id="soon", what="Book the hall", parent="goal", by=days(3), status="in-progress", helpers=("anna",)),
    Item(id="month", what="Cook", parent="goal", by=days(20), lead="ben"),
    Item(id="next", what="Report", parent="goal", by=days(40), lead="ben", status="waiting"),
    Item(id="free", what="Clean", parent="goal"),
    Item(id="done", what="Call", parent="goal", by=days(-5), status="done"),
])  # fmt: skip


def find(**wanted: str) -> set[str] | None:
    finder = Finder(lambda item: item.what, {"anna": "youth", "ben": "elders"}.__getitem__)
    found = finder.find(PlanFilter(**wanted), PLAN, TODAY)
    return None if found is None else set(found)


def test_without_a_wish_everything_is_shown() -> None:
    assert find() is None


def test_words_find_whatever_keyboard_they_are_typed_on() -> None:
    assert find(words="henq teach") == set()
    assert find(words="hənq teach") == {"late"}
    assert find(words="book HALL") == {"soon"}


def test_a_lead_is_who_leads_or_helps() -> None:
    assert find(lead="anna") == {"late", "soon"}
    assert find(lead=NOBODY) == {"soon", "free", "done"}


def test_what_is_late_is_found_whatever_its_level() -> None:
    assert find(when="late") == {"goal", "late"}


def test_a_week_ends_on_sunday_and_what_is_late_is_no_part_of_it() -> None:
    assert find(when="week") == {"soon"}
    assert find(when="month") == {"soon", "month"}
    assert find(when="none") == {"free"}


def test_how_it_stands_is_asked_of_steps() -> None:
    assert find(status="open") == {"late", "soon", "month", "next", "free"}
    assert find(status="done") == {"done"}


def test_the_leads_group() -> None:
    assert find(group="elders") == {"month", "next"}


def test_wishes_add_up() -> None:
    assert find(group="elders", status="waiting") == {"next"}


def test_a_branch_is_its_own_line_and_all_below() -> None:
    assert find(branch="goal") == {one.id for one in PLAN}
    assert find(branch="free") == {"free"}


def test_what_stands_above_a_find_is_its_context() -> None:
    assert with_context(PLAN, {"free"}) == {"free", "goal"}


filters = st.builds(
    PlanFilter,
    words=st.sampled_from(["", "c", "book", "zzz"]),
    lead=st.sampled_from(["", NOBODY, "anna"]),
    status=st.sampled_from(["", *(one.key for one in STANDS)]),
    when=st.sampled_from(["", *(one.key for one in WHEN)]),
    group=st.sampled_from(["", "youth"]),
    branch=st.sampled_from(["", "goal", "free"]),
)


@given(filters)
def test_taking_a_wish_away_never_hides_a_line(wanted: PlanFilter) -> None:
    finder = Finder(lambda item: item.what, {"anna": "youth", "ben": "elders"}.__getitem__)
    everything = frozenset(one.id for one in PLAN)
    found = finder.find(wanted, PLAN, TODAY)
    for part in (*wanted.parts, "branch"):
        wider = finder.find(wanted.without(part), PLAN, TODAY)
        assert (found if found is not None else everything) <= (wider if wider is not None else everything)


@given(st.sampled_from([one.key for one in STATUSES]))
def test_a_changed_line_is_found_as_it_is_now(status: str) -> None:
    finder = Finder(lambda item: item.what, lambda _lead: "")
    first = PLAN.get("free")
    assert first is not None
    assert finder.fits(PlanFilter(words="clean"), first, TODAY)
    changed = replace(first, what="Wash", status=status)
    finder.forget([changed.id])
    assert finder.fits(PlanFilter(words="wash", status=status), changed, TODAY)
