"""The office's own numbers stand with the help lines."""

from __future__ import annotations

from datetime import date

from app.model.helplines import HelpLine, Number
from app.model.local_line import LocalLine, as_help_line, with_local

DAY = date(2027, 3, 15)


def line(name: str, order: int, *, emergency: bool = False) -> HelpLine:
    return HelpLine(
        id=name,
        name=name,
        numbers=(Number("call", "9-1-1", "911"),),
        hours="",
        languages="",
        for_whom="",
        source="",
        certainty="A",
        checked=DAY,
        order=order,
        emergency=emergency,
    )


def test_own_numbers_come_after_the_emergency_and_before_the_province():
    own = [LocalLine(id="b", name="nurse", number="1"), LocalLine(id="a", name="Band office", number="2")]
    found = with_local([line("Other", 2), line("Emergency", 5, emergency=True)], own)
    assert [one.name for one in found] == ["Emergency", "Band office", "nurse", "Other"]


def test_without_a_number_there_is_nothing_to_call():
    assert with_local([], [LocalLine(id="a", name="Nurse")]) == ()


def test_what_is_not_known_is_said():
    shown = as_help_line(LocalLine(id="a", name="Nurse", number="250-555-0144"))
    assert shown.hours == "We do not have this."
    assert shown.checked is None
    assert shown.certainty == "L"


def test_an_address_with_a_sign_is_an_email():
    assert as_help_line(LocalLine(id="a", name="N", number="nurse@example.org")).numbers[0].way == "email"
