"""Sums over the outline, and what each person has taken on."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.item import LEVELS, STATUSES, Item
from app.model.plan import Outline, days_late, due_soon
from app.model.roll_up import FINE, MUCH, TOO_MUCH, Load, loads, roll_up

TODAY = date(2026, 11, 24)
DAYS = st.none() | st.dates(TODAY - timedelta(days=60), TODAY + timedelta(days=60))


@st.composite
def plans(draw: st.DrawFn) -> list[Item]:
    items: list[Item] = []
    for n in range(draw(st.integers(0, 20))):
        items.append(
            Item(
                id=str(n),
                parent=draw(st.sampled_from(["", "gone", *(one.id for one in items)])),
                level=draw(st.sampled_from([one.key for one in LEVELS])),
                status=draw(st.sampled_from([one.key for one in STATUSES])),
                lead=draw(st.sampled_from(["", "p", "q"])),
                helpers=tuple(draw(st.lists(st.sampled_from(["p", "q"]), max_size=2))),
                starts=draw(DAYS),
                by=draw(DAYS),
                cost=draw(st.none() | st.integers(1, 900)),
            )
        )
    return items


@given(plans())
def test_every_line_sums_up_what_lies_below_it(items: list[Item]) -> None:
    outline = Outline(items)
    sums = roll_up(outline, TODAY)
    assert set(sums) == {"", *(one.id for one in items)}
    for key, found in sums.items():
        branch = [*([outline.get(key)] if key else []), *outline.below(key)]
        counted = [one for one in branch if one is not None and one.status != "dropped"]
        steps = [one for one in counted if one.level == "action"]
        assert (found.done, found.total) == (sum(one.status == "done" for one in steps), len(steps))
        assert found.late == sum(days_late(one, TODAY) > 0 for one in steps)
        assert found.days_late == max((days_late(one, TODAY) for one in steps), default=0)
        assert found.due_soon == sum(due_soon(one, TODAY) for one in steps)
        assert found.without_lead == sum(not one.lead and one.status != "done" for one in steps)
        assert found.cost == sum(one.cost or 0 for one in counted)
        days = [day for one in counted for day in (one.starts, one.by) if day is not None]
        assert (found.starts, found.ends) == (min(days, default=None), max(days, default=None))


@given(plans())
def test_what_people_have_taken_on_adds_up_to_the_whole_plan(items: list[Item]) -> None:
    found, whole = loads(items, TODAY), roll_up(Outline(items), TODAY)[""]
    assert sum(one.leads for one in found.values()) == whole.open
    assert sum(one.done for one in found.values()) == whole.done
    assert sum(one.late for one in found.values()) == whole.late
    assert found.get("", Load("")).leads == whole.without_lead


@pytest.mark.parametrize(
    ("load", "kind"),
    [
        (Load("p", leads=2, near=2), FINE),
        (Load("p", leads=20, near=0), FINE),
        (Load("p", leads=3, near=3), MUCH),
        (Load("p", leads=2, near=2, late=2), MUCH),
        (Load("p", leads=5, near=5), TOO_MUCH),
        (Load("p", leads=3, near=3, late=3), TOO_MUCH),
    ],
)
def test_who_has_too_much(load: Load, kind: str) -> None:
    assert load.kind == kind


def test_steps_far_away_and_without_a_day_do_not_press() -> None:
    items = [Item(lead="p", by=TODAY + timedelta(days=29)), Item(lead="p"), Item(lead="p", by=TODAY)]
    assert loads(items, TODAY)["p"].near == 1


def test_five_thousand_lines_are_quick() -> None:
    items = [Item(id=str(n), parent=str(n // 10) if n else "", by=TODAY, lead="p") for n in range(5_000)]
    outline = Outline(items)
    begin = time.process_time()
    assert roll_up(outline, TODAY)[""].total == 5_000
    assert time.process_time() - begin < 0.5
