"""Where dragged lines would go: the place between two rows, as deep as the mouse is far in, or inside a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.model.item import Item
from app.model.plan import Outline


@dataclass(frozen=True, slots=True)
class Target:
    """Below `parent`, behind `after` (empty: first). `row` is where a line is drawn above, at `depth`; `inside` is the row that
    it goes into, or -1.
    """

    parent: str
    after: str
    row: int
    depth: int
    inside: int = -1


def target_at(
    outline: Outline,
    ids: Callable[[int], str],
    depths: Callable[[int], int],
    count: int,
    row: int,
    part: float,
    depth: int,
) -> Target | None:
    """For the mouse at a row (`count` below all), `part` of it from the top (0 to 1), as far in as `depth`."""
    if 0 <= row < count and 0.3 <= part <= 0.7:
        item = outline.get(ids(row))
        if item is None:
            return None
        below = outline.children(item.id)
        return Target(item.id, below[-1].id if below else "", row, depths(row) + 1, row)
    at = min(count, row if part < 0.3 else row + 1)
    if at == 0:
        return Target("", "", 0, 0)
    above = outline.get(ids(at - 1))
    if above is None:
        return None
    least = depths(at) if at < count else depths(0)
    if least > depths(at - 1):
        return Target(above.id, "", at, least)
    wanted = max(least, min(depth, depths(at - 1)))
    item = _up(outline, above, depths(at - 1) - wanted)
    return Target(item.parent if outline.get(item.parent) else "", item.id, at, wanted)


def _up(outline: Outline, item: Item, steps: int) -> Item:
    for _step in range(steps):
        item = outline.get(item.parent) or item
    return item
