"""What the tests of the window share: a screen that nobody sees, and the look."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.data.contents import Contents
from app.data.library import Library
from app.data.opening import create_workspace
from app.model.community import Community
from app.ui.leftovers import Leftovers
from app.ui.session import Session
from app.ui.theme import Look

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
RESOURCES = Path(__file__).parents[2] / "resources"


def pytest_configure(config: pytest.Config) -> None:
    """The unseen screen says what it cannot do; that is no trouble of ours."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(scope="session", autouse=True)
def _leftovers(qapp: QApplication) -> Leftovers:
    """As in the program: no other thread takes widgets apart."""
    return Leftovers(qapp)


@pytest.fixture(autouse=True)
def _no_window_stays(qapp: QApplication) -> Iterator[None]:
    """What a test opened and nobody holds any more goes with it: each that stays makes every later change of the look slower."""
    before = set(qapp.topLevelWidgets())
    yield
    for one in qapp.topLevelWidgets():
        if one not in before:
            one.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def session_look(qapp: QApplication) -> Look:
    return Look(qapp, RESOURCES)


@pytest.fixture
def look(session_look: Look) -> Look:
    """The light look at 100 %, whatever a test before has set."""
    if (session_look.wanted, session_look.scale) != ("light", 1.0) or not session_look.family:
        session_look.apply("light", 1.0)
    return session_look


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """An open, empty, unprotected community file as the window sees it."""
    made = Session(create_workspace(tmp_path / "Cedar Inlet.groundwork", Community(name="Cedar Inlet")))
    yield made
    made.close()


@pytest.fixture(scope="session")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """What comes with the program, without packs."""
    return Contents(RESOURCES, tmp_path_factory.mktemp("contents") / "packs", "1")


@pytest.fixture(scope="session")
def library(contents: Contents) -> Library:
    """The toolkit's pages."""
    return contents.library()
