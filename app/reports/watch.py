"""How far a report is: told to whoever waits for it, who may stop it."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from app.model.trouble import Trouble

# Pages drawn, and pages in all: none of either while the text is set. Raises Cancelled to stop.
Watch = Callable[[int, int], None]


class Cancelled(Trouble):
    """Whoever asked for a report does not want it any more."""

    def __init__(self) -> None:
        super().__init__(_("Stopped. Nothing was made."))


def unwatched(_done: int, _all: int) -> None:
    """For whoever waits without looking."""
