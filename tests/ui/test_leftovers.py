"""Widgets that hang together in a ring go on the window's thread, whoever makes the object that is one too many."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.form.work import Worker
from app.ui.leftovers import LOOK_MS, clear_due


class Ringed(QWidget):
    """A widget that holds itself, as one with a connected lambda does."""

    def __init__(self) -> None:
        super().__init__()
        self.again: Callable[[], QWidget] = lambda: self


@pytest.fixture(autouse=True)
def _soon() -> Iterator[None]:
    before = gc.get_threshold()
    gc.collect()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def leave_a_ring(gone_on: list[int]) -> None:
    """Make a ring with a widget in it and let go of it."""
    weakref.finalize(Ringed(), lambda: gone_on.append(threading.get_ident()))


def make_many() -> int:
    """Rings enough for Python to look for leftovers several times."""
    for _one in range(5_000):
        ring: list[object] = []
        ring.append(ring)
    return 5_000


def test_a_ring_is_not_taken_apart_by_work_beside_the_window(qtbot: QtBot) -> None:
    gone_on: list[int] = []
    parent = QObject()
    worker = Worker(parent)
    leave_a_ring(gone_on)
    with qtbot.waitSignal(worker.done):
        worker.start(make_many)
    qtbot.waitUntil(lambda: bool(gone_on), timeout=10 * LOOK_MS)
    assert gone_on == [threading.get_ident()]


def test_nothing_is_looked_through_before_it_is_due() -> None:
    gc.set_threshold(1_000_000, 20, 100)
    gc.collect()
    assert clear_due() is None


def test_older_objects_are_looked_through_less_often() -> None:
    looked = [clear_due() for _ in range(300) if make_many()]
    assert looked.count(0) > looked.count(1) > looked.count(2) >= 1
