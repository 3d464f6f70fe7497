"""Follow-ups come up in time, and talks are listed the newest first."""

from __future__ import annotations

from datetime import date, timedelta

from app.model.schema import Audience, specs
from app.model.talk import SOON, Talk, due, last_said, latest_first

TODAY = date(2027, 12, 29)


def talk(name: str, days: int | None, *, done: bool = False) -> Talk:
    return Talk(id=name, partner="p", by=None if days is None else TODAY + timedelta(days=days), done=done)


def test_late_ones_come_first_then_those_of_the_week_also_over_the_new_year():
    talks = [talk("soon", SOON), talk("late", -40), talk("today", 0), talk("far", SOON + 1)]
    assert [one.id for one in due(talks, TODAY)] == ["late", "today", "soon"]


def test_what_was_followed_up_or_has_no_day_is_not_due():
    assert due([talk("done", -1, done=True), talk("open", None)], TODAY) == []


def test_the_newest_talk_comes_first():
    talks = [Talk(id=str(n), partner="p" if n else "q", on=TODAY + timedelta(days=n)) for n in range(3)]
    assert [one.id for one in latest_first(talks, "p")] == ["2", "1"]


def test_what_was_said_is_for_the_office_alone():
    assert all(spec.audience is Audience.OFFICE for spec in specs(Talk).values())


def test_what_was_said_last_is_of_the_latest_talk_in_which_anything_was():
    talks = [
        Talk(id="1", partner="p", on=TODAY, said="Yes, gladly"),
        Talk(id="2", partner="p", on=TODAY - timedelta(days=9), said="Perhaps"),
        Talk(id="3", partner="p", on=TODAY + timedelta(days=1)),
        Talk(id="4", partner="q", said="Call again"),
    ]
    assert last_said(talks) == {"p": "Yes, gladly", "q": "Call again"}
