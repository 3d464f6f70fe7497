"""Which lines of the plan are in sight, one under the other: what is folded, filtered and looked at."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from app.model.plan import Outline
from app.model.plan_filter import with_context


@dataclass
class Lines:
    """Ids from top to bottom, and how deep each stands."""

    ids: list[str] = field(default_factory=list[str])
    depths: list[int] = field(default_factory=list[int])


def lay_lines(outline: Outline, branch: str, folded: Collection[str], found: Collection[str] | None) -> Lines:
    """The lines of a branch with its own first, or of the whole plan; below a folded one there is nothing.

    `found` leaves what is in it and what that stands below; None leaves everything.
    """
    seen = None if found is None else with_context(outline, found)
    made = Lines()
    root = outline.get(branch) if branch else None
    # A list a level that is being gone through: most lines have nothing below them and cost a step each.
    stack = [iter([root] if root is not None else outline.children())]
    ids, depths, children = made.ids, made.depths, outline.tree.get
    while stack:
        depth = len(stack) - 1
        for item in stack[-1]:
            key = item.id
            if seen is not None and key not in seen:
                continue
            ids.append(key)
            depths.append(depth)
            below = children(key)
            if below and key not in folded:
                stack.append(iter(below))
                break
        else:
            stack.pop()
    return made


def put_draft(lines: Lines, draft: str, parent: str, after: str) -> int:
    """Put the line that is being written below `parent`, behind `after` and all below that; answers with its row."""
    rows = {one: row for row, one in enumerate(lines.ids)}
    depth = lines.depths[rows[parent]] + 1 if parent in rows else 0
    row = rows.get(parent, -1) + 1
    if after in rows:
        row = rows[after] + 1
        depth = lines.depths[rows[after]]
        while row < len(lines.ids) and lines.depths[row] > depth:
            row += 1
    lines.ids.insert(row, draft)
    lines.depths.insert(row, depth)
    return row


@dataclass(frozen=True, slots=True)
class Steps:
    """How one list of ids becomes another: rows to take out (from, to; last first), whether the rest stands in another
    order, and rows to put in (from, to; first first).
    """

    out: tuple[tuple[int, int], ...]
    reorder: bool
    into: tuple[tuple[int, int], ...]

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self.out) + len(self.into) + self.reorder


def steps_between(old: Sequence[str], new: Sequence[str]) -> Steps:
    """The steps from one list to the other. No id stands in a list twice."""
    most = min(len(old), len(new))
    start = next((n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), most)
    ends = enumerate(zip(reversed(old), reversed(new), strict=False))
    end = min(most - start, next((n for n, (one, other) in ends if one != other), most))
    was, now = old[start : len(old) - end], new[start : len(new) - end]
    there, here = set(now), set(was)
    gone = [start + n for n, one in enumerate(was) if one not in there]
    come = [start + n for n, one in enumerate(now) if one not in here]
    reorder = [one for one in was if one in there] != [one for one in now if one in here]
    return Steps(tuple(reversed(_runs(gone))), reorder, tuple(_runs(come)))


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
