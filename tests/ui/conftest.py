"""What the tests of the window share: a screen that nobody sees, and the look."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.theme import Look

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
RESOURCES = Path(__file__).parents[2] / "resources"


def pytest_configure(config: pytest.Config) -> None:
    """The unseen screen says what it cannot do; that is no trouble of ours."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(scope="session")
def session_look(qapp: QApplication) -> Look:
    return Look(qapp, RESOURCES)


@pytest.fixture
def look(session_look: Look) -> Look:
    """The light look at 100 %, whatever a test before has set."""
    if (session_look.wanted, session_look.scale) != ("light", 1.0) or not session_look.family:
        session_look.apply("light", 1.0)
    return session_look
