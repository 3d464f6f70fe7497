"""How far a report is: told to whoever waits for it, who may stop it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from gettext import gettext as _

from app.model.trouble import Trouble

# Pages drawn (or parts of a text written, where nothing is drawn) and how many there are in all: none of either while that
# is not known. Raises Cancelled to stop.
Watch = Callable[[int, int], None]


class Cancelled(Trouble):
    """Whoever asked for a report does not want it any more."""

    def __init__(self) -> None:
        super().__init__(_("Stopped. Nothing was made."))


def watched(parts: Iterable[str], count: int, watch: Watch) -> Iterator[str]:
    """Parts of a text as they are written, `count` in all, with whoever waits for them told."""
    for number, one in enumerate(parts, 1):
        yield one
        watch(min(number, count), count)


def unwatched(_done: int, _all: int) -> None:
    """For whoever waits without looking."""
