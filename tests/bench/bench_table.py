"""A key press in the table's own search, painted: 2,000 partners within a frame (16 ms), 5,000 within 40 ms.

Texts are as long and as varied as in a file that has been in use for years.
"""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.data.opening import create_workspace
from app.data.resources import resources_folder
from app.model.community import Community
from app.model.groups import GROUPS
from app.model.partner import FORMS, INVOLVEMENT, Partner
from app.ui.names import Names
from app.ui.session import Session
from app.ui.theme import Look, make_look
from app.ui.who.page import WhoPage
from tests.bench.figure import Figure

SIZES = ((2_000, 16.0), (5_000, 40.0))
TYPED = ("nurse", "knows the inlet", "partner 49", "hənqəminəm teacher", "school", "zzz")
ROUNDS = 3
SPOKEN = (
    "knows every family along the inlet and drives the school bus cooks for feasts teaches hən̓q̓əmin̓əm̓ "
    "nurse at the station on weekdays asks before calling speaks with youth workers about safe rides home"
)


def run() -> list[Figure]:
    """Every key of some words typed and taken back letter by letter, in the real page."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    look = make_look(app, resources_folder(), "light")
    return [one for count, limit in SIZES for one in measure(app, look, count, limit)]


def measure(app: QApplication, look: Look, count: int, limit: float) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        workspace = create_workspace(Path(folder) / "many.groundwork", Community(name="Many"))
        with workspace.edit("Fill", undoable=False) as edit:
            for one in partners(count):
                edit.add(one)
        session = Session(workspace)
        page = WhoPage(look, session, str, Names())
        page.show_view("table")
        page.resize(1150, 800)
        page.show()
        page.select(page.model.partners[100].id)
        app.processEvents()
        first = milliseconds(app, page, "n")
        times = sorted(
            milliseconds(app, page, words[:end])
            for words in TYPED * ROUNDS
            for end in [*range(1, len(words) + 1), *range(len(words) - 1, -1, -1)]
        )
        page.close()
        page.deleteLater()
        session.close()
    return [
        Figure(f"Table: the very first key, {count:,} partners, nothing made ready", first, "ms"),
        Figure(f"Table: a key, {count:,} partners, median", times[len(times) // 2], "ms"),
        Figure(f"Table: a key, {count:,} partners, 95th percentile", times[int(len(times) * 0.95)], "ms", limit),
        Figure(f"Table: a key, {count:,} partners, the slowest", times[-1], "ms"),
    ]


def partners(count: int) -> list[Partner]:
    dice, spoken = random.Random(7), SPOKEN.split()

    def text(words: int) -> str:
        return " ".join(dice.choice(spoken) for _word in range(words))

    return [
        Partner(
            name=f"Partner {n} {dice.choice(spoken)}",
            form=FORMS[n % 3].key,
            group=dice.choice(GROUPS).key,
            involvement=dice.choice(INVOLVEMENT).key,
            role=text(4),
            phone=f"250-555-{n:04d}",
            languages=("English", "hən̓q̓əmin̓əm̓"),
            skills=text(30),
            connections=text(20),
            notes=text(60),
        )
        for n in range(count)
    ]


def milliseconds(app: QApplication, page: WhoPage, words: str) -> float:
    """One key until it is on the screen."""
    start = time.perf_counter()
    page.filter.entry.setText(words)
    app.processEvents()
    return (time.perf_counter() - start) * 1000
