"""How a community stands, in numbers that people can check by hand."""

from __future__ import annotations

from datetime import date

from app.model.groups import GROUPS, groups_of
from app.model.item import Item
from app.model.partner import Partner
from app.model.summary import by_group, gaps, summarise

TODAY = date(2026, 11, 24)


def test_every_group_is_a_gap_at_the_start() -> None:
    assert gaps([], groups_of()) == GROUPS


def test_who_said_no_does_not_fill_a_gap() -> None:
    said_no = Partner(name="A", group="police", involvement="said-no")
    not_asked = Partner(name="B", group="schools", involvement="not-asked")
    missing = {one.key for one in gaps([said_no, not_asked], groups_of())}
    assert "police" in missing
    assert "schools" not in missing


def test_steps_are_counted_done_late_and_without_a_lead() -> None:
    items = [
        Item(level="goal", what="Goal"),
        Item(what="done", status="done", by=date(2026, 1, 1)),
        Item(what="late", by=date(2026, 11, 20), lead="p"),
        Item(what="today", by=TODAY, lead="p"),
        Item(what="bare"),
        Item(what="dropped", status="dropped"),
    ]
    found = summarise([Partner(name="A", group="police")], items, groups_of(), TODAY)
    assert (found.goals, found.actions, found.done, found.overdue, found.without_lead) == (1, 4, 1, 1, 1)
    assert (found.partners, found.groups) == (1, 1)


def test_partners_stand_under_their_groups_by_name() -> None:
    partners = [Partner(name="b", group="police"), Partner(name="A", group="police")]
    found = {group.key: [one.name for one in members] for group, members in by_group(partners, groups_of())}
    assert found["police"] == ["A", "b"]
    assert found["schools"] == []
