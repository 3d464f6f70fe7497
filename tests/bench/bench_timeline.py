"""The timeline with 5,000 steps against a frame (16 ms): moved, scrolled, enlarged; and an edit shown (two frames)."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.data.resources import resources_folder
from app.model.groups import groups_of
from app.model.item import STATUSES, Item
from app.model.plan import Outline
from app.ui.plan.shown import Shown
from app.ui.plan.timeline.card import TimelineCard
from app.ui.theme import make_look
from tests.bench.figure import Figure

GOALS, STEPS, FRAMES = 100, 50, 80
TODAY = date(2027, 3, 1)


def plan() -> list[Item]:
    """Goals with their steps one after the other, each waiting for the one before."""
    items: list[Item] = []
    for goal in range(GOALS):
        items.append(Item(id=f"g{goal}", level="goal", what=f"Goal {goal} of the inlet", by=TODAY + timedelta(300)))
        for n in range(STEPS):
            items.append(
                Item(
                    id=f"s{goal}-{n}",
                    parent=f"g{goal}",
                    what=f"Do thing {n} of {goal} for the families before the winter",
                    starts=TODAY + timedelta(n * 7 - 100),
                    by=TODAY + timedelta(n * 7 - 91),
                    status=STATUSES[n % 4].key,
                    waits_for=(f"s{goal}-{n - 1}",) if n else (),
                )
            )
    return items


def run() -> list[Figure]:
    """Offscreen, in a window of a usual size."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    look = make_look(app, resources_folder(), "light")
    items = plan()

    def shown() -> Shown:
        return Shown(Outline(items), {}, groups_of(), TODAY)

    card = TimelineCard(look, closed=False)
    card.resize(1150, 800)
    card.show()
    first = _milliseconds(lambda: card.show_plan(shown()))
    app.processEvents()
    view = card.view
    image = QImage(view.size(), QImage.Format.Format_RGB32)

    def frame(move: Callable[[], object]) -> float:
        return _milliseconds(lambda: (move(), view.render(image)))

    frame(view.fit)
    pans = [frame(lambda n=n: view.pan(-3 if n % 2 else 5, 0)) for n in range(FRAMES)]
    scrolls = [frame(lambda: view.pan(0, -260)) for _ in range(FRAMES)]
    zooms = [frame(lambda n=n: view.zoom(1 if n % 40 < 20 else -1)) for n in range(FRAMES)]

    def edit(n: int) -> None:
        place = n * 61 + 1
        items[place] = replace(items[place], by=TODAY + timedelta(n))
        card.show_plan(shown())
        app.processEvents()

    edits = [_milliseconds(lambda n=n: edit(n)) for n in range(FRAMES)]
    card.close()
    card.deleteLater()
    return [
        Figure("Timeline: shown first, 5,000 steps", first, "ms"),
        Figure("Timeline: moved sideways, 5,000 steps, 95th percentile", _p95(pans), "ms", 16),
        Figure("Timeline: scrolled, 5,000 steps, 95th percentile", _p95(scrolls), "ms", 16),
        Figure("Timeline: enlarged, 5,000 steps, 95th percentile", _p95(zooms), "ms", 16),
        Figure("Timeline: an edit shown, 5,000 steps, 95th percentile", _p95(edits), "ms", 32),
    ]


def _milliseconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]
