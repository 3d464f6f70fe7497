"""An edit as somebody sees it: from the change to the painted screen, in Who and Plan, with 5,000 of each."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.data.resources import resources_folder
from app.model.item import Item
from app.model.partner import Partner
from app.ui.names import Names
from app.ui.plan.page import PlanPage
from app.ui.session import Session
from app.ui.theme import make_look
from app.ui.who.page import WhoPage
from tests.bench.big import make_big
from tests.bench.figure import Figure

TIMES = 60
FILTER = "partner 49"


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def milliseconds(app: QApplication, do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    app.processEvents()
    return (time.perf_counter() - start) * 1000


def run() -> list[Figure]:
    """Measure offscreen with the real pages."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    look = make_look(app, resources_folder(), "light")
    with tempfile.TemporaryDirectory() as folder:
        session = Session(make_big(Path(folder) / "big.groundwork"))
        figures = [*who(app, look, session), *plan(app, look, session)]
        session.close()
    return figures


def who(app: QApplication, look: object, session: Session) -> list[Figure]:
    page = WhoPage(look, session, str, Names())  # type: ignore[arg-type]
    page.resize(1150, 800)
    page.show()
    partners = session.workspace.all(Partner)
    page.select(partners[100].id)
    edits: dict[str, list[float]] = {}
    for view in ("table", "circle"):
        page.show_view(view)
        app.processEvents()
        edits[view] = [
            milliseconds(
                app, lambda n=n, view=view: session.change(Partner, partners[n].id, "Rename", {"name": f"{view} {n}"})
            )
            for n in range(TIMES)
        ]
    keys: list[float] = []
    for _round in range(5):
        for end in [*range(1, len(FILTER) + 1), 0]:
            keys.append(milliseconds(app, lambda end=end: page.filter.entry.setText(FILTER[:end])))
    page.close()
    page.deleteLater()
    return [
        Figure("Who: an edit shown in the table, 5,000 partners, 95th percentile", p95(edits["table"]), "ms", 50),
        Figure("Who: an edit shown in the circle, 5,000 partners, 95th percentile", p95(edits["circle"]), "ms", 120),
        Figure("Who: a key press in the filter, 95th percentile", p95(keys), "ms"),
    ]


def plan(app: QApplication, look: object, session: Session) -> list[Figure]:
    page = PlanPage(look, session, str, Names())  # type: ignore[arg-type]
    page.resize(1150, 800)
    page.show()
    app.processEvents()
    steps = [one for one in session.workspace.all(Item) if one.level == "action"]
    page.select(steps[100].id)
    edits = [
        milliseconds(app, lambda n=n: session.change(Item, steps[n].id, "Rename", {"what": f"Other {n}"}))
        for n in range(TIMES)
    ]
    undos = [milliseconds(app, session.undo) for _ in range(TIMES)]
    page.close()
    page.deleteLater()
    return [
        Figure("Plan: an edit shown, 5,000 items, 95th percentile", p95(edits), "ms", 50),
        Figure("Plan: an undo shown, 5,000 items, 95th percentile", p95(undos), "ms", 50),
    ]
