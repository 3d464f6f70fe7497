"""The plan's outline with 5,000 lines: opened, scrolled, filtered key by key, edited, moved, folded; each until it is painted.

A frame is 16 ms; each is to take no more than two.
"""

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
from app.ui.theme import Look, make_look
from tests.bench.big import make_big
from tests.bench.figure import Figure

TIMES = 60
TWO_FRAMES = 32.0
TYPED = ("do thing 49", "partner 12", "room", "zzz")


def run() -> list[Figure]:
    """Measure offscreen with the real page."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    look = make_look(app, resources_folder(), "light")
    with tempfile.TemporaryDirectory() as folder:
        session = Session(make_big(Path(folder) / "big.groundwork"))
        figures = measure(app, look, session)
        session.close()
    return figures


def measure(app: QApplication, look: Look, session: Session) -> list[Figure]:
    session.workspace.all(Item), session.workspace.all(Partner)  # read from the file once, when it is opened
    start = time.perf_counter()
    page = PlanPage(look, session, str, Names())
    page.resize(1150, 800)
    page.show()
    app.processEvents()
    figures = [Figure("Plan: the page made and shown, 5,000 lines", (time.perf_counter() - start) * 1000, "ms", 500)]
    figures += [
        two_frames("scrolled", scroll(app, page)),
        two_frames("another line chosen", walk(app, page)),
        two_frames("a key in the filter", keys(app, page)),
        two_frames("a cell edited", edits(app, page)),
        two_frames("a branch moved down", moves(app, page)),
        two_frames("a step added", adds(app, page)),
        two_frames("an undo", [milliseconds(app, session.undo) for _ in range(TIMES)]),
        two_frames("folded and opened", folds(app, page)),
    ]
    page.close()
    page.deleteLater()
    return figures


def milliseconds(app: QApplication, do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    app.processEvents()
    return (time.perf_counter() - start) * 1000


def two_frames(what: str, times: list[float]) -> Figure:
    late = sorted(times)[int(len(times) * 0.95)]
    return Figure(f"Plan: {what}, 5,000 lines, 95th percentile", late, "ms", TWO_FRAMES)


def scroll(app: QApplication, page: PlanPage) -> list[float]:
    bar = page.outline.verticalScrollBar()
    ends = range(0, bar.maximum(), max(1, bar.maximum() // TIMES))
    return [milliseconds(app, lambda at=at: bar.setValue(at)) for at in ends]


def walk(app: QApplication, page: PlanPage) -> list[float]:
    return [milliseconds(app, lambda n=n: page.outline.select(page.model.id_at(1000 + n))) for n in range(TIMES)]


def keys(app: QApplication, page: PlanPage) -> list[float]:
    entry = page.bar.words.entry
    entry.setText("n")  # the first key makes the texts ready where nobody has waited for them
    app.processEvents()
    return [
        milliseconds(app, lambda words=words, end=end: entry.setText(words[:end]))
        for words in TYPED
        for end in [*range(1, len(words) + 1), *range(len(words) - 1, -1, -1)]
    ]


def steps(page: PlanPage) -> list[Item]:
    return [one for one in page.model.outline if one.level == "action"]


def edits(app: QApplication, page: PlanPage) -> list[float]:
    found = steps(page)
    page.select(found[100].id)
    return [
        milliseconds(app, lambda n=n: page.model.setData(page.model.index_of(found[n].id), f"Other {n}"))
        for n in range(TIMES)
    ]


def moves(app: QApplication, page: PlanPage) -> list[float]:
    goals = [one.id for one in page.model.outline.children()]
    page.select(goals[3])
    return [milliseconds(app, lambda: page.card.wish("down")) for _ in range(TIMES)]


def adds(app: QApplication, page: PlanPage) -> list[float]:
    def add() -> None:
        page.card.begin("action")
        assert page.model.draft is not None
        page.model.setData(page.model.index_of(page.model.draft.id), "New")

    return [milliseconds(app, add) for _ in range(TIMES)]


def folds(app: QApplication, page: PlanPage) -> list[float]:
    goals = [one.id for one in page.model.outline.children()]
    return [
        milliseconds(app, lambda n=n, folded=folded: page.model.fold([goals[n]], folded))
        for n in range(TIMES // 2)
        for folded in (True, False)
    ]
