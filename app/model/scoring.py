"""Several people judge a partner together: how many hands were raised for each mark from 1 to 5, and what comes of it.

Only the outcome is kept, never who raised a hand for what. The middle of all hands is taken, not their average: one
person far out cannot pull it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MARKS = 5
# With marks as far apart as this, two people have seen different things: it is worth a word before going on.
FAR_APART = 3


@dataclass(frozen=True, slots=True)
class Hands:
    """`counts` are the hands for 1, 2, 3, 4 and 5."""

    counts: tuple[int, ...] = (0,) * MARKS

    def raised(self, mark: int) -> Hands:
        """With one hand more for a mark from 1 to 5."""
        return Hands(tuple(count + (n == mark - 1) for n, count in enumerate(self.counts)))

    def lowered(self, mark: int) -> Hands:
        """With one hand less for a mark, if there is one."""
        return Hands(tuple(max(0, count - (n == mark - 1)) for n, count in enumerate(self.counts)))

    @property
    def total(self) -> int:
        """How many hands there are."""
        return sum(self.counts)

    @property
    def middle(self) -> int | None:
        """The mark that as many hands are below as above; between two marks the higher; None without hands."""
        if not self.total:
            return None
        marks = self._marks()
        low, high = marks[(len(marks) - 1) // 2], marks[len(marks) // 2]
        return (low + high + 1) // 2

    @property
    def far_apart(self) -> bool:
        """Whether the people see it very differently."""
        marks = self._marks()
        return bool(marks) and marks[-1] - marks[0] >= FAR_APART

    def _marks(self) -> Sequence[int]:
        return [n + 1 for n, count in enumerate(self.counts) for _hand in range(count)]
