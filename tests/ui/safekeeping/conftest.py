"""A file with a backup keeper, and its page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from app.data.settings import Settings
from app.model.partner import Partner
from app.ui.safekeeping.keeper import BackupKeeper
from app.ui.session import Session


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Of a computer that knows nothing yet."""
    return Settings.load(tmp_path / "settings")


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    """Whose keepers go with it, as they go with the window."""
    made = QObject()
    yield made
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def keeper(session: Session, settings: Settings, tmp_path: Path, owner: QObject) -> Iterator[BackupKeeper]:
    """Of a file with one partner."""
    session.edit("Add", lambda edit: edit.add(Partner(name="Victim services")))
    made = BackupKeeper(session, settings, tmp_path / "backups", owner)
    yield made
    made.wait()
