"""Rings of objects that nobody needs any more are cleared on the window's thread, and on no other.

Python looks for such rings by itself, on whichever thread happens to make the next object. A ring with a widget in it would then
be taken apart beside the window's thread, which Qt forbids: it ends the program, seldom and without a word.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

# Short, so that little gathers; most looks find that nothing is due and cost nothing.
LOOK_MS = 250


class Leftovers(QObject):
    """From now on clears leftovers from the event loop of the thread that made this, as often as gc's own thresholds say."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(clear_due)
        self._timer.start()


def clear_due() -> int | None:
    """Clear what is due; answers with the oldest generation looked through, None where nothing was due."""
    counted = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [age for age, (count, limit) in enumerate(counted) if 0 < limit < count]
    if not due:
        return None
    gc.collect(max(due))
    return max(due)
