"""A picture above a foot that names who found no room in it: each needs to know the other's size first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Arranged(Protocol):
    """The picture between two heights of a sheet."""

    def arrange(self, top: float, bottom: float) -> None:
        """Find its size."""
        ...

    def in_words(self) -> tuple[str, ...]:
        """Whose name found no room in it."""
        ...


def arrange(picture: Arranged, top: float, end: float, gap: float, foot: Callable[[tuple[str, ...]], float]) -> None:
    """Size the picture so that the foot, whose height `foot` tells for who is named in it, ends at `end` and `gap` below it.

    A smaller picture may leave out more names, which makes the foot higher: it is given more until it fits.
    """
    height, needed = 0.0, foot(())
    while needed > height:
        height = needed
        picture.arrange(top, end - height - gap)
        needed = foot(picture.in_words())
