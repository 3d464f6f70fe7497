"""A whole number as people write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.ui.theme import Look
from app.ui.widgets import NumberField
from app.ui.widgets.number_field import read_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("", None),
        (" $ ", None),
        ("1200", 1200),
        ("1,200", 1200),
        ("$1 200.00", 1200),
        ("1,234,567", 1_234_567),
        ("12.5", "12.5"),
        ("1,20", "1,20"),
        ("-3", "-3"),
        ("about 5", "about 5"),
        ("٣", "٣"),
    ],
)
def test_what_is_typed_is_read_as_people_mean_it(typed: str, number: object) -> None:
    assert read_number(typed) == number


@given(st.integers(0, 10**9))
def test_a_number_is_read_as_it_is_shown(number: int) -> None:
    assert read_number(f"${number:,}") == number


def test_what_is_no_number_stays_typed_and_is_said_below(look: Look, qtbot: QtBot) -> None:
    field = NumberField(look, "Cost")
    qtbot.addWidget(field)
    field.set_value(1200)
    assert field.entry.text() == "1,200"
    field.entry.setText("much")
    field.commit()
    assert field.entry.text() == "much"
    assert field.error.text() == "“much” is not a whole number. Try 1200."
