"""What every test runs inside: an empty home, no network, no leftover thread, and the same made-up data each time."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A default only: the journeys that need a real screen name theirs.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.guards import NetworkGuard, ThreadGuard, homes

settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("search", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

NETWORK = NetworkGuard()
ThreadGuard.watch_qt()


@pytest.fixture(autouse=True)
def _empty_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test has its own home, settings and data folders, so none reads or writes the person's."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in homes(home).items():
        monkeypatch.setenv(variable, folder)
    for variable in ("GROUNDWORK_PASSPHRASE", "LANGUAGE", "LC_ALL"):
        monkeypatch.delenv(variable, raising=False)
    return home


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """A test fails when it tried to use a network, even if the code it tried has swallowed the refusal."""
    NETWORK.tried.clear()
    yield
    if NETWORK.tried:
        pytest.fail(f"The test tried to use a network: {', '.join(NETWORK.tried)}")


@pytest.fixture(autouse=True)
def _no_thread_left_behind(_empty_home: Path) -> Iterator[None]:
    """A test fails when a thread that it started still runs after it."""
    guard = ThreadGuard()
    yield
    names = guard.left_behind()
    if names:
        pytest.fail(f"The test left threads running: {', '.join(names)}")


@pytest.fixture(autouse=True)
def _no_leftovers_gather() -> Iterator[None]:
    """Where a test of the window has taken the search for leftovers over (app/ui/leftovers.py), most tests turn no event loop."""
    yield
    if not gc.isenabled():
        from app.ui.leftovers import clear_due

        clear_due()
