"""The plan's views with 5,000 steps against a frame or two: shown, one step changed, and scrolled, each until it is drawn."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QApplication

from app.data.resources import resources_folder
from app.model.plan import Outline
from app.ui.plan.agenda.card import AgendaCard
from app.ui.plan.board.card import BoardCard
from app.ui.plan.people.card import PeopleCard
from app.ui.plan.shown import Shown
from app.ui.plan.steps.card import StepsCard
from app.ui.plan.steps.sections import SectionsCard
from app.ui.plan.steps.view import StepsView
from app.ui.theme import make_look
from tests.bench.figure import Figure
from tests.bench.many_steps import invented

ROUNDS, FRAMES = 30, 80
FRAME, TWO_FRAMES = 16.0, 32.0
TODAY = date(2026, 11, 24)


def run() -> list[Figure]:
    """Offscreen, each view by itself."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    look = make_look(app, resources_folder(), "light")
    views: list[tuple[str, Callable[[], StepsCard]]] = [
        ("Board", lambda: BoardCard(look, closed=False)),
        ("By person", lambda: PeopleCard(look, closed=False)),
        ("Agenda", lambda: AgendaCard(look, closed=False)),
    ]
    return [figure for name, make in views for figure in measure(app, name, make())]


def measure(app: QApplication, name: str, card: StepsCard) -> list[Figure]:
    shown = invented(TODAY)
    card.resize(1100, 760)
    card.show()
    app.processEvents()
    first = milliseconds(lambda: (card.show_plan(shown), app.processEvents()))
    if isinstance(card, SectionsCard):
        card.fold_all(False)
    card.select("s1000")
    changed = [changed_at(app, card, shown, n) for n in range(ROUNDS)]
    card.show_plan(shown)
    app.processEvents()
    view = max(card.findChildren(StepsView), key=lambda one: one.verticalScrollBar().maximum())
    step = view.verticalScrollBar().maximum() // FRAMES
    scrolled = [
        milliseconds(lambda n=n: (view.verticalScrollBar().setValue(n * step), app.processEvents()))
        for n in range(FRAMES)
    ]
    card.close()
    card.deleteLater()
    return [
        Figure(f"{name}: 5,000 steps shown for the first time", first, "ms"),
        Figure(f"{name}: one of 5,000 steps changed, 95th percentile", p95(changed), "ms", TWO_FRAMES),
        Figure(f"{name}: scrolled and drawn, 95th percentile", p95(scrolled), "ms", FRAME),
    ]


def changed_at(app: QApplication, card: StepsCard, shown: Shown, n: int) -> float:
    """One step with another day and status; its outline is made by the page, for all views."""
    items = [one for one, _depth in shown.outline.walk()]
    at = next(place for place, one in enumerate(items) if one.id == f"s{100 * n + 7}")
    status = "waiting" if items[at].status != "waiting" else "in-progress"
    items[at] = replace(items[at], by=TODAY + timedelta(days=n), status=status)
    after = replace(shown, outline=Outline(items))
    return milliseconds(lambda: (card.show_plan(after), app.processEvents()))


def milliseconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]
