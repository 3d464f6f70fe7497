"""Help lines: emergency first, numbers to copy, how sure each is, and the printed number explained."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.data.helplines import load_helplines
from app.ui.helplines.page import HelpLinesPage
from app.ui.theme import Look
from app.ui.widgets import Button, Card, Words

LINES = load_helplines(Path(__file__).parents[3] / "resources" / "helplines.toml")


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> HelpLinesPage:
    made = HelpLinesPage(look, LINES)
    qtbot.addWidget(made)
    return made


def words(page: HelpLinesPage) -> str:
    return "\n".join(one.text().replace("\u200b", "") for one in page.findChildren(Words))


def test_emergency_comes_first(page: HelpLinesPage) -> None:
    first = page.findChildren(Card)[0]
    assert "9-1-1" in [one.text() for one in first.findChildren(Words)]


def test_every_number_stands_there_and_can_be_copied(page: HelpLinesPage) -> None:
    text = words(page)
    numbers = [number for line in LINES for number in line.numbers]
    assert all(number.display in text for number in numbers)
    copies = [one for one in page.findChildren(Button) if one.accessibleName().startswith("Copy ")]
    assert len(copies) == len(numbers)
    copies[0].click()
    assert QGuiApplication.clipboard().text() == numbers[0].dial


def test_date_and_certainty_stand_with_each(page: HelpLinesPage) -> None:
    assert words(page).count("Looked up Monday, 23 November 2026") == len(LINES)


def test_the_printed_number_is_explained_and_not_offered(page: HelpLinesPage) -> None:
    assert "1-888-712-7974" in words(page)
    assert not any("712-7974" in one.accessibleName() for one in page.findChildren(Button))


def test_it_warns_that_calls_leave_traces(page: HelpLinesPage) -> None:
    assert "phone bill" in words(page)
