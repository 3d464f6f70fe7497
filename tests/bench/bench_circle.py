"""The circle with 2,000 partners and 4,000 ties against a frame (16 ms): moved, enlarged, and laid out anew."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.data.resources import resources_folder
from app.model.circle import RINGS, seat_all
from app.model.groups import GROUPS, groups_of
from app.model.partner import FORMS, Partner
from app.model.tie import TIE_SORTS, Tie
from app.ui.theme import make_look
from app.ui.who.circle.view import CircleView
from tests.bench.figure import Figure

PARTNERS, TIES, FRAMES = 2_000, 4_000, 60


def run() -> list[Figure]:
    """Offscreen, with every tie drawn."""
    dice = random.Random(7)
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    look = make_look(app, resources_folder(), "light")
    partners = [
        Partner(
            id=f"{n:08d}",
            name=f"Partner {n} of the inlet",
            form=FORMS[n % 3].key,
            group=dice.choice(GROUPS).key,
            involvement=dice.choice(RINGS),
        )
        for n in range(PARTNERS)
    ]
    ids = [one.id for one in partners]
    ties = [
        Tie(id=f"t{n}", from_partner=dice.choice(ids), to_partner=dice.choice(ids), sort=TIE_SORTS[n % 5].key)
        for n in range(TIES)
    ]
    layout = min(_milliseconds(lambda: seat_all([one.key for one in GROUPS], partners)) for _turn in range(3))
    view = CircleView(look, lambda partner: partner.name, closed=False)
    view.resize(1000, 800)
    view.show_partners(partners, ties, groups_of())
    view.set_all_ties(True)
    view.show()
    app.processEvents()
    image = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    sharp = _milliseconds(lambda: (view.set_all_ties(True), _frame(view, image)))
    pans = [_milliseconds(lambda: (view.pan(5, 3), _frame(view, image))) for _turn in range(FRAMES)]
    zooms = [
        _milliseconds(lambda n=n: (view.zoom(0.3 if n % 2 else -0.3, QPointF(400, 300)), _frame(view, image)))
        for n in range(FRAMES)
    ]
    view.close()
    view.deleteLater()
    return [
        Figure("Circle: seats for 2,000 partners", layout, "ms", 200),
        Figure("Circle: moved, 4,000 ties, 95th percentile", _p95(pans), "ms", 16),
        Figure("Circle: enlarged, 4,000 ties, 95th percentile", _p95(zooms), "ms", 16),
        Figure("Circle: drawn sharp again when the hand rests", sharp, "ms"),
    ]


def _frame(view: CircleView, image: QImage) -> None:
    view.render(image)


def _milliseconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]
