"""Where the arrow keys lead in the timeline."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.ui.plan.timeline.scene import TimelineScene

UP, DOWN, PAGE_UP, PAGE_DOWN, FIRST, LAST = "up", "down", "page-up", "page-down", "first", "last"
ARROWS = {
    Qt.Key.Key_Up.value: UP,
    Qt.Key.Key_Down.value: DOWN,
    Qt.Key.Key_PageUp.value: PAGE_UP,
    Qt.Key.Key_PageDown.value: PAGE_DOWN,
    Qt.Key.Key_Home.value: FIRST,
    Qt.Key.Key_End.value: LAST,
}
# Left folds and leads up, right opens and leads in; held with other keys they are days.
FOLDS = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}


def next_row(scene: TimelineScene, stop: str | None, way: str, page: int) -> str | None:
    """The row that a key leads to, `page` rows further for a page; the first where none is chosen."""
    stops = scene.stops
    if not stops:
        return None
    here = scene.timeline.places.get(stop or "")
    if way in (FIRST, LAST) or here is None:
        return stops[-1 if way == LAST else 0]
    by = {UP: -1, DOWN: 1, PAGE_UP: -page, PAGE_DOWN: page}[way]
    return stops[min(max(here + by, 0), len(stops) - 1)]
