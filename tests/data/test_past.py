"""The history answers what changed since a day, how often a line was edited, and who had it before."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.data.opening import create_workspace
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.item import Item
from app.model.partner import Partner
from app.model.since import Difference
from app.model.trace import Trace
from app.model.trouble import Damaged

START = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def go(self, **more: float) -> datetime:
        self.now += timedelta(**more)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    made = create_workspace(tmp_path / "a.groundwork", Community(name="Cedar Inlet"), clock=clock)
    yield made
    made.close()


def add(workspace: Workspace, **values: object) -> Item:
    with workspace.edit("Add step") as edit:
        return edit.add(Item(**values))  # type: ignore[arg-type]


def change(workspace: Workspace, item: Item, **values: object) -> None:
    with workspace.edit("Change step") as edit:
        edit.change(Item, item.id, **values)


def partner(workspace: Workspace, name: str) -> Partner:
    with workspace.edit("Add partner") as edit:
        return edit.add(Partner(name=name))


def since(workspace: Workspace, clock: Clock, hour: datetime) -> list[Difference]:
    return workspace.past.since(hour, clock.now)


def test_nothing_has_changed_in_a_quiet_time(kept: Workspace, clock: Clock) -> None:
    add(kept, what="Book the hall")
    assert since(kept, clock, clock.go(days=1)) == []


def test_a_line_is_told_as_it_was_and_as_it_is(kept: Workspace, clock: Clock) -> None:
    item = add(kept, what="Book the hall", by=date(2027, 4, 1))
    hour = clock.go(days=1)
    change(kept, item, by=date(2027, 5, 1))
    change(kept, item, status="done", by=date(2027, 6, 1))
    (one,) = since(kept, clock, hour)
    assert one.before is not None
    assert one.after is not None
    assert (one.before.by, one.before.status) == (date(2027, 4, 1), "not-started")
    assert (one.after.by, one.after.status) == (date(2027, 6, 1), "done")


def test_what_was_undone_did_not_happen(kept: Workspace, clock: Clock) -> None:
    item = add(kept, what="Book the hall")
    hour = clock.go(days=1)
    change(kept, item, status="done")
    kept.undo()
    assert since(kept, clock, hour) == []
    kept.redo()
    assert len(since(kept, clock, hour)) == 1


def test_what_was_added_and_taken_out_again_did_not_happen(kept: Workspace, clock: Clock) -> None:
    hour = clock.go(days=1)
    item = add(kept, what="Book the hall")
    with kept.edit("Remove") as edit:
        edit.remove(Item, item.id)
    assert since(kept, clock, hour) == []


def test_a_removed_line_is_told_with_its_words(kept: Workspace, clock: Clock) -> None:
    item = add(kept, what="Book the hall", by=date(2027, 4, 1))
    hour = clock.go(days=1)
    with kept.edit("Remove") as edit:
        edit.remove(Item, item.id)
    (one,) = since(kept, clock, hour)
    assert one.after is None
    assert one.before is not None
    assert (one.before.what, one.before.by) == ("Book the hall", date(2027, 4, 1))


def test_a_clock_that_was_set_ahead_for_a_while_hides_and_invents_nothing(kept: Workspace, clock: Clock) -> None:
    item = add(kept, what="Book the hall")
    clock.go(days=4_000)
    change(kept, item, needs="a kettle")
    clock.go(days=-3_999)
    assert since(kept, clock, clock.go(days=1)) == []
    hour = clock.go(days=1)
    change(kept, item, status="done")
    (one,) = since(kept, clock, hour)
    assert one.before is not None
    assert one.before.needs == "a kettle"


def test_a_clock_that_was_set_back_hides_nothing(kept: Workspace, clock: Clock) -> None:
    item = add(kept, what="Book the hall")
    hour = clock.go(days=10)
    change(kept, item, needs="a kettle")
    clock.go(days=-9)
    change(kept, item, status="done")
    (one,) = since(kept, clock, hour)
    assert one.after is not None
    assert one.after.status == "done"
    assert one.before is not None
    assert one.before.status == "not-started"


def test_edits_are_counted_and_never_become_less(kept: Workspace, clock: Clock) -> None:
    item = add(kept, what="Book the hall")
    counts = [kept.past.traces()[item.id].edits]
    for do in (lambda: change(kept, item, what="Book a hall"), kept.undo, kept.redo, kept.undo):
        clock.go(hours=1)
        do()
        counts.append(kept.past.traces()[item.id].edits)
        assert kept.past.traces()[item.id].at == clock.now
    assert counts == sorted(set(counts))


def test_who_had_a_step_before_is_known(kept: Workspace, clock: Clock) -> None:
    ann, bo, cy = (partner(kept, name) for name in ("Ann", "Bo", "Cy"))
    item = add(kept, what="Book the hall", lead=ann.id, helpers=(bo.id, cy.id))
    assert kept.past.traces()[item.id].had == frozenset()
    clock.go(hours=1)
    change(kept, item, lead=bo.id, helpers=(cy.id,))
    assert kept.past.traces()[item.id].had == {ann.id, bo.id}


def test_a_slip_of_the_hand_gave_a_step_to_nobody(kept: Workspace, clock: Clock) -> None:
    ann, bo = (partner(kept, name) for name in ("Ann", "Bo"))
    item = add(kept, what="Book the hall", lead=ann.id, by=date(2027, 4, 1))
    clock.go(hours=1)
    change(kept, item, lead=bo.id, by=date(2028, 4, 1))
    clock.go(minutes=1)
    kept.undo()
    trace = kept.past.traces()[item.id]
    assert bo.id not in trace.had
    assert trace.day == date(2027, 4, 1)


def test_a_step_that_lost_its_day_remembers_it(kept: Workspace, clock: Clock) -> None:
    item = add(kept, what="Book the hall", by=date(2027, 4, 1))
    clock.go(hours=1)
    change(kept, item, by=None)
    assert kept.past.traces()[item.id].day == date(2027, 4, 1)


def test_a_step_that_was_taken_out_is_known_with_its_lead_and_day(kept: Workspace, clock: Clock) -> None:
    ann = partner(kept, "Ann")
    item = add(kept, what="Book the hall", lead=ann.id, by=date(2027, 4, 1))
    clock.go(hours=1)
    with kept.edit("Remove") as edit:
        edit.remove(Item, item.id)
    trace = kept.past.traces()[item.id]
    assert trace == Trace(2, clock.now, frozenset({ann.id}), date(2027, 4, 1), gone=True)


def test_damage_in_the_history_is_said_calmly(kept: Workspace, clock: Clock) -> None:
    add(kept, what="Book the hall")
    kept._connection.db.execute("UPDATE history SET at = 'x \"item\"' WHERE seq > 1")
    with pytest.raises(Damaged):
        kept.past.traces()


DOINGS = st.lists(st.sampled_from(["done", "day", "name", "undo", "redo", "remove", "add"]), max_size=25)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=DOINGS, after=DOINGS)
def test_what_is_told_is_what_two_looks_at_the_plan_would_tell(
    before: list[str], after: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Undo and redo too, across the day that is asked about."""
    clock = Clock()
    workspace = create_workspace(
        tmp_path_factory.mktemp("past") / "a.groundwork", Community(name="Cedar Inlet"), clock=clock
    )
    try:
        do_all(workspace, before)
        then = {one.id: one for one in workspace.all(Item)}
        hour = clock.go(days=1)
        do_all(workspace, after)
        now = {one.id: one for one in workspace.all(Item)}
        told = {(one.before or one.after).id: one for one in workspace.past.since(hour, clock.now)}  # type: ignore[union-attr]
    finally:
        workspace.close()
    assert set(told) == {one for one in then.keys() | now.keys() if then.get(one) != now.get(one)}
    for item_id, one in told.items():
        assert one.after == now.get(item_id)
        assert one.before == then.get(item_id)


def do_all(workspace: Workspace, doings: list[str]) -> None:
    for number, one in enumerate(doings):
        items = workspace.all(Item)
        if one == "undo":
            workspace.undo()
        elif one == "redo":
            workspace.redo()
        elif one == "add" or not items:
            add(workspace, what=f"Step {number}")
        elif one == "remove":
            with workspace.edit("Remove") as edit:
                edit.remove(Item, items[number % len(items)].id)
        else:
            values = {"done": {"status": "done"}, "day": {"by": START.date() + timedelta(number)}}
            change(workspace, items[number % len(items)], **values.get(one, {"what": f"Named {number}"}))


@pytest.mark.slow
def test_ten_thousand_edits_are_gone_through_in_a_blink(kept: Workspace, clock: Clock) -> None:
    with kept.edit("Add") as edit:
        items = [edit.add(Item(what=f"Step {number}")) for number in range(50)]
    hour = clock.go(days=1)
    rows = kept._connection.db.execute("SELECT version, change FROM history ORDER BY seq DESC LIMIT 1").fetchone()
    with kept._connection.db.atomic():
        for number in range(10_000):
            steps = f'[["set","item","{items[number % 50].id}","by",null,"2027-04-01"]]'
            values = [(hour + timedelta(seconds=number)).isoformat(timespec="milliseconds"), "edit", "Change day", 0]
            kept._connection.db.execute(
                "INSERT INTO history (at, sort, label, joins, steps, version, change) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [*values, steps, rows[0], b"\0" * 200],
            )
    best = {"since": 9.0, "traces": 9.0}
    for _again in range(3):
        for name, ask in (
            ("since", lambda: kept.past.since(hour, hour + timedelta(days=2))),
            ("traces", kept.past.traces),
        ):
            began = time.process_time()
            ask()
            best[name] = min(best[name], time.process_time() - began)
    assert max(best.values()) < 0.5, best  # 0.1 s on a quiet computer
