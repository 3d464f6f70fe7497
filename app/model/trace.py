"""What the history of the plan tells of one line of it, for those who take it away with them on paper or in a calendar."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

# What was so for a shorter time than this is a slip of the hand (or was undone at once): nothing was handed out by it.
SLIP = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Trace:
    """`edits` counts every edit that touched the line (undo and redo too), so it never becomes less; `at` is the newest one.

    `had` are the partners who once led it or helped, and do so no more; `day` is the last day that it once had and has no
    more; `gone` says that it was removed. What was so for less than SLIP is in neither.
    """

    edits: int = 0
    at: datetime | None = None
    had: frozenset[str] = field(default_factory=frozenset[str])
    day: date | None = None
    gone: bool = False
