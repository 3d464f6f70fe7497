"""The place Reflect over an empty community, and over one with a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.data.helplines import load_helplines
from app.data.library import Library
from app.model.reflection import Answer, Meeting
from app.ui.names import Names
from app.ui.reflect.page import ReflectPage
from app.ui.session import Session
from app.ui.theme import Look

RESOURCES = Path(__file__).parents[3] / "resources"
TODAY = date(2026, 3, 12)


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
def page(look: Look, session: Session, library: Library, names: Names, qtbot: QtBot) -> Iterator[ReflectPage]:
    made = ReflectPage(
        look, session, names, library.find, load_helplines(RESOURCES / "helplines.toml"), today=lambda: TODAY
    )
    qtbot.addWidget(made)
    made.resize(1060, 640)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    yield made
    made.leave_wall()


@pytest.fixture
def led(page: ReflectPage) -> ReflectPage:
    """A meeting that stands at "Who else needs to be involved?"."""
    page.new_meeting()
    page.view.show_view("ask")
    page.leading.go_to("8")
    return page


def meeting(page: ReflectPage) -> Meeting:
    return page.leading.meeting


def answers(page: ReflectPage) -> list[Answer]:
    return page.leading.cards()


def write(page: ReflectPage, *cards: str) -> None:
    """Type cards into the entry, Enter after each."""
    entry = page.view.asking.entry
    entry.setFocus()
    for words in cards:
        QTest.keyClicks(entry, words)
        QTest.keyClick(entry, Qt.Key.Key_Return)


def focused(page: QWidget) -> QWidget:
    found = page.window().focusWidget()
    assert found is not None
    return found


def press(page: ReflectPage, *keys: Qt.Key | str, mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys where the focus is."""
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(focused(page), key, mods)
        else:
            QTest.keyClick(focused(page), key, mods)
