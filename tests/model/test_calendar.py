"""Which lines of the plan stand in a calendar file, whatever they have been through."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.model.audience import shown_to
from app.model.calendar import CANCELLED, Plan
from app.model.item import STATUSES, Item
from app.model.partner import Partner
from app.model.schema import Audience
from app.model.trace import Trace

TODAY = date(2027, 3, 15)
PEOPLE = ("", "ann", "bo", "cy")
DAYS = st.none() | st.integers(-800, 800).map(lambda number: TODAY + timedelta(days=number))
ITEMS = st.builds(
    Item,
    what=st.just("x"),
    lead=st.sampled_from(PEOPLE),
    helpers=st.lists(st.sampled_from(PEOPLE[1:]), unique=True).map(tuple),
    by=DAYS,
    status=st.sampled_from([one.key for one in STATUSES]),
)
TRACES = st.builds(Trace, edits=st.integers(0, 9), had=st.frozensets(st.sampled_from(PEOPLE[1:])), day=DAYS)


@given(st.lists(st.tuples(ITEMS, TRACES, st.booleans()), max_size=8))
def test_each_line_stands_there_once_at_most_and_what_is_open_is_never_cancelled_for_who_has_it(
    made: list[tuple[Item, Trace, bool]],
) -> None:
    items = [Item(id=str(n), lead=one.lead, helpers=one.helpers, by=one.by, status=one.status)
             for n, (one, _t, gone) in enumerate(made) if not gone]  # fmt: skip
    traces = {str(n): Trace(t.edits, t.at, t.had, t.day, gone) for n, (_one, t, gone) in enumerate(made)}
    plan = Plan(shown_to(Audience.OFFICE, [Partner(id=one, name=one) for one in PEOPLE[1:]], items), traces, TODAY)
    for person in PEOPLE:
        entries = plan.entries(person)
        names = [one.uid for one in entries]
        assert len(names) == len(set(names))
        by_uid = {one.uid: one for one in entries}
        for item in items:
            name = f"{item.id}.{person}" if person else item.id
            mine = not person or person == item.lead or person in item.helpers
            if mine and item.by is not None and item.status not in ("done", "dropped"):
                assert by_uid[name].state == "open"
            elif name in by_uid and not mine:
                assert by_uid[name].state in CANCELLED
                assert person in traces[item.id].had
