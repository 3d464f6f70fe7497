"""Calendar files as two readers that are not ours understand them, and what stands in them for whom."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from app.model.audience import shown_to
from app.model.calendar import Plan, uid
from app.model.clean import tidy_line, tidy_long
from app.model.item import Item
from app.model.partner import Partner
from app.model.schema import Audience
from app.model.trace import Trace
from app.model.trouble import Refused
from app.reports.calendar import CalendarFile, calendar_bytes
from app.reports.content_lines import escaped, to_bytes

TODAY = date(2027, 3, 15)
NOW = datetime(2027, 3, 15, 20, 30, tzinfo=UTC)
ANN = Partner(id="ann", name="Ann Q.", consent_show="committee")
BO = Partner(id="bo", name="Bo of the Office", consent_show="office")
TEXT = st.text(st.characters(codec="utf-8"), max_size=300)


def step(item_id: str = "hall", **values: Any) -> Item:
    told: dict[str, Any] = {"what": "Book the hall", "by": TODAY + timedelta(10), "lead": "ann", **values}
    return Item(id=item_id, **told)


def written(
    *items: Item,
    audience: Audience = Audience.OFFICE,
    partner: str = "",
    only: str = "",
    before: int | None = 3,
    **traces: Trace,
) -> bytes:
    shown = shown_to(audience, [ANN, BO], items)
    file = CalendarFile("Cedar Inlet: plan", Plan(shown, traces, TODAY), audience, NOW, before)
    return calendar_bytes(file, partner, only)


def events(data: bytes) -> dict[str, Any]:
    return {str(one["UID"]): one for one in Calendar.from_ical(data).walk("VEVENT")}


def test_both_readers_find_the_day_the_words_and_a_reminder_before() -> None:
    data = written(step())
    (event,) = events(data).values()
    assert event.decoded("DTSTART") == TODAY + timedelta(10)
    assert event.decoded("DTEND") == TODAY + timedelta(11)
    assert (event["SUMMARY"], event["TRANSP"], event["STATUS"]) == ("Book the hall", "TRANSPARENT", "CONFIRMED")
    (alarm,) = event.walk("VALARM")
    # nine in the morning, three days before the midnight at which the day begins
    assert alarm.decoded("TRIGGER") == timedelta(hours=9) - timedelta(days=3)
    other = vobject.readOne(data.decode())
    assert other.vevent.dtstart.value == TODAY + timedelta(10)
    assert other.vevent.summary.value == "Book the hall"
    assert other.vevent.valarm.trigger.value == timedelta(hours=-63)
    other.validate(raiseException=True)


@pytest.mark.parametrize(("before", "hours"), [(0, 9), (1, -15), (7, -159)])
def test_the_reminder_comes_at_nine_that_many_days_before(before: int, hours: int) -> None:
    (event,) = events(written(step(), before=before)).values()
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=hours)


def test_without_a_reminder_there_is_no_alarm() -> None:
    assert b"VALARM" not in written(step(), before=None)


@settings(max_examples=50)
@given(what=TEXT, needs=TEXT, name=TEXT)
def test_any_words_come_back_from_two_foreign_readers_as_they_were_typed(what: str, needs: str, name: str) -> None:
    what, needs, name = tidy_line(what), tidy_long(needs), tidy_line(name) or "Ann"
    partner = Partner(id="ann", name=name)
    item = step(what=what, needs=needs)
    plan = Plan(shown_to(Audience.OFFICE, [partner], [item]), {}, TODAY)
    data = calendar_bytes(CalendarFile(name, plan, Audience.OFFICE, NOW))
    expected = what or "A step without words"
    about = f"Lead: {plain(name)}" + (f"\nWhat it needs: {plain(needs)}" if needs else "")
    event = next(iter(events(data).values()))
    assert str(event["SUMMARY"]) == plain(expected)
    assert str(event["DESCRIPTION"]) == about
    other = vobject.readOne(data.decode("utf-8"))
    assert other.vevent.summary.value == plain(expected)
    assert other.vevent.description.value == about


def plain(text: str) -> str:
    """Other programs' line ends are ours."""
    return text.replace("\u2028", "\n").replace("\u2029", "\n")


@given(TEXT)
def test_no_line_is_longer_than_75_bytes_and_none_ends_within_a_letter(text: str) -> None:
    data = to_bytes([f"SUMMARY:{escaped(text)}"])
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(one) <= 75 for one in lines)
    for one in lines:
        one.decode("utf-8")
    assert all(one.startswith(b" ") for one in lines[1:])
    assert b"\n" not in b"".join(lines)


@given(st.sets(st.text("0123456789abcdef", min_size=1, max_size=32), max_size=12))
def test_each_entry_has_a_name_of_its_own(ids: set[str]) -> None:
    items = [step(one) for one in sorted(ids)] or [step()]
    data = written(*items)
    names = [str(one["UID"]) for one in Calendar.from_ical(data).walk("VEVENT")]
    assert len(set(names)) == len(names) == len(items)
    mine = events(written(*items, partner="ann"))
    assert not mine.keys() & set(names)


def test_a_second_file_is_newer_than_the_first() -> None:
    first, second = (Trace(edits, NOW + timedelta(hours=edits)) for edits in (3, 4))
    old, new = (next(iter(events(written(step(), hall=one)).values())) for one in (first, second))
    assert old["UID"] == new["UID"]
    assert int(old["SEQUENCE"]) < int(new["SEQUENCE"])
    assert old.decoded("DTSTAMP") < new.decoded("DTSTAMP")
    assert new.decoded("LAST-MODIFIED") == new.decoded("DTSTAMP")


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert written(step(), hall=Trace(2, NOW)) == written(step(), hall=Trace(2, NOW))


def test_what_is_done_stays_without_a_reminder() -> None:
    (event,) = events(written(step(status="done"))).values()
    assert (event["SUMMARY"], event["STATUS"]) == ("Done: Book the hall", "CONFIRMED")
    assert not event.walk("VALARM")


def test_what_was_dropped_or_lost_its_day_is_cancelled() -> None:
    for item in (step(status="dropped"), step(by=None)):
        (event,) = events(written(item, hall=Trace(2, NOW, day=TODAY))).values()
        assert (event["SUMMARY"], event["STATUS"]) == ("Cancelled: Book the hall", "CANCELLED")
        assert not event.walk("VALARM")


def test_what_was_taken_out_is_cancelled_without_its_words() -> None:
    data = written(step(), secret=Trace(4, NOW, frozenset({"ann"}), TODAY, gone=True))
    event = events(data)["secret"]
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 4)
    assert event["SUMMARY"] == "Cancelled: a step that is no longer in the plan"


def test_what_was_given_to_another_is_cancelled_in_the_file_of_who_had_it_alone() -> None:
    moved = step(lead="bo")
    had = Trace(5, NOW, frozenset({"ann"}))
    (anns,) = events(written(moved, partner="ann", hall=had)).values()
    (bos,) = events(written(moved, partner="bo", hall=had)).values()
    (everybodys,) = events(written(moved, hall=had)).values()
    assert (anns["STATUS"], anns["SUMMARY"]) == ("CANCELLED", "No longer yours: Book the hall")
    assert bos["STATUS"] == everybodys["STATUS"] == "CONFIRMED"
    # Else the file of one would take the entry away in a calendar that holds both.
    assert len({str(one["UID"]) for one in (anns, bos, everybodys)}) == 3


def test_one_step_alone() -> None:
    data = written(step(), step("other"), partner="ann", only="hall")
    assert list(events(data)) == [uid("hall", "ann")]


def test_helping_puts_a_step_into_the_calendar_too() -> None:
    assert uid("hall", "bo") in events(written(step(helpers=("bo",)), partner="bo"))


def test_what_was_over_long_ago_is_not_told() -> None:
    old = TODAY - timedelta(days=400)
    assert list(events(written(step(), step("old", by=old, status="done"), step("late", by=old)))) == ["late", "hall"]


def test_a_step_that_repeats_is_one_entry() -> None:
    (event,) = events(written(step(repeats="monthly"))).values()
    assert "RRULE" not in event
    assert "Every month" in event["DESCRIPTION"]


def test_the_last_day_there_is_can_be_written() -> None:
    (event,) = events(written(step(by=date.max))).values()
    assert event.decoded("DTSTART") == date.max


def test_no_day_is_refused_in_a_sentence() -> None:
    with pytest.raises(Refused, match="No step here has a day"):
        written(step(by=None))


@pytest.mark.parametrize("audience", list(Audience))
def test_no_word_leaves_that_is_not_for_these_readers(audience: Audience) -> None:
    hidden = {name: f"canary-{name}" for name in ("notes", "origin", "safety", "tell", "barriers", "has")}
    goal = Item(id="g", level="goal", what="A goal", notes="canary-goal", safety="canary-goal")
    item = step(parent="g", helpers=("bo",), needs="needs-canary", sign="sign-canary", **hidden)
    data = written(goal, item, audience=audience).replace(b"\r\n ", b"")
    assert b"Part of: A goal" in data
    assert b"canary-" not in data
    assert b"sign-canary" in data
    assert (b"needs-canary" in data) == (audience > Audience.PUBLIC)
    assert (b"Ann Q" in data) == (audience > Audience.PUBLIC)
    assert (b"Bo of" in data) == (audience is Audience.OFFICE)
    assert (b"CLASS:PRIVATE" in data) == (audience > Audience.PUBLIC)
