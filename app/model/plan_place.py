"""Where a line of the plan goes: a new one, one further in or out, and several that are moved together.

Pure: it answers with moves, and `app.data.plan.place` makes them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.model.item import Item
from app.model.plan import Outline, fitting_level


@dataclass(frozen=True, slots=True)
class Place:
    """Below `parent` (empty: at the top), behind the sibling `after` (empty: first), as a line of `level`."""

    parent: str
    after: str
    level: str


@dataclass(frozen=True, slots=True)
class Move:
    """Put the item `id` below `parent`, behind `after` (empty: first). Moves are made one after the other."""

    id: str
    parent: str
    after: str


def new_place(outline: Outline, current: Item | None, level: str = "action") -> Place:
    """Where a new line goes: beside a step, first inside a goal or objective; at the end without a current one.

    A level that may not stand there goes behind whatever it may stand beside; a goal goes to the end.
    """
    if level == "goal" or current is None:
        return Place("", _last(outline, ""), level)
    parent, after = (current.parent, current.id) if current.level == "action" else (current.id, "")
    above = outline.get(parent)
    while above is not None and fitting_level(level, above.level) != level:
        parent, after = above.parent, above.id
        above = outline.get(parent)
    return Place(parent if above is not None else "", after, level)


def place_after(outline: Outline, item: Item) -> Place:
    """Right behind a line, at its level."""
    return Place(_parent(outline, item), item.id, item.level)


def place_in(outline: Outline, place: Place) -> Place | None:
    """One level further in: last below the line before it; None when there is none."""
    above = outline.get(place.after)
    return Place(above.id, _last(outline, above.id), fitting_level(place.level, above.level)) if above else None


def place_out(outline: Outline, place: Place) -> Place | None:
    """One level further out: right behind the line that it stood below; None at the top."""
    above = outline.get(place.parent)
    if above is None:
        return None
    over = outline.get(above.parent)
    return Place(over.id if over else "", above.id, fitting_level(place.level, over.level if over else ""))


def topmost(outline: Outline, ids: Collection[str]) -> list[Item]:
    """These items in reading order, without those that come along with another of them."""
    if len(ids) == 1:
        found = outline.get(next(iter(ids)))
        return [found] if found is not None else []
    wanted, kept, inside = set(ids), list[Item](), -1
    for item, depth in outline.walk():
        if 0 <= inside < depth:
            continue
        inside = -1
        if item.id in wanted:
            kept.append(item)
            inside = depth
    return kept


def moves_in(outline: Outline, ids: Collection[str]) -> list[Move]:
    """Each of these below the nearest sibling above it that stays, behind what is there. Those without one stay."""
    found: list[Move] = []
    last: dict[str, str] = {}
    for item in topmost(outline, ids):
        siblings = _siblings(outline, item)
        above = next((one for one in reversed(siblings[: siblings.index(item.id)]) if one not in ids), "")
        if above:
            found.append(Move(item.id, above, last.get(above, _last(outline, above))))
            last[above] = item.id
    return found


def moves_out(outline: Outline, ids: Collection[str]) -> list[Move]:
    """Each of these right behind the line that it stands below, in the order in which they stand."""
    found: list[Move] = []
    last: dict[str, str] = {}
    for item in topmost(outline, ids):
        parent = outline.get(item.parent)
        if parent is not None:
            found.append(Move(item.id, _parent(outline, parent), last.get(parent.id, parent.id)))
            last[parent.id] = item.id
    return found


def moves_by(outline: Outline, ids: Collection[str], steps: int) -> list[Move]:
    """Each of these one place up (-1) or down (1) among its siblings; those at the end stay, and so do those against them."""
    found: list[Move] = []
    done: set[str] = set()
    for item in topmost(outline, ids):
        parent = _parent(outline, item)
        if parent in done:
            continue
        done.add(parent)
        before = _siblings(outline, item)
        after = _shifted(before, ids, steps)
        if after != before:
            found += [
                Move(one, parent, after[at - 1] if at else "")
                for at, one in enumerate(after)
                if one in ids and one != before[at]
            ]
    return found


def moves_to(outline: Outline, ids: Collection[str], parent: str, after: str) -> list[Move]:
    """All of these below `parent`, behind `after`, in reading order; nothing when that lies inside one of them."""
    found: list[Move] = []
    above = {parent, *(one.id for one in outline.path(parent))}
    behind = _staying(outline, ids, parent, after)
    for item in topmost(outline, ids):
        if item.id in above:
            return []
        found.append(Move(item.id, parent, behind))
        behind = item.id
    return found


def _staying(outline: Outline, ids: Collection[str], parent: str, after: str) -> str:
    """The nearest sibling at or before `after` that is not moved itself."""
    siblings = [one.id for one in outline.children(parent)]
    if after not in siblings:
        return ""
    return next((one for one in reversed(siblings[: siblings.index(after) + 1]) if one not in ids), "")


def _shifted(order: Sequence[str], ids: Collection[str], steps: int) -> list[str]:
    found = list(order) if steps < 0 else list(reversed(order))
    for at in range(1, len(found)):
        if found[at] in ids and found[at - 1] not in ids:
            found[at - 1], found[at] = found[at], found[at - 1]
    return found if steps < 0 else found[::-1]


def _siblings(outline: Outline, item: Item) -> list[str]:
    return [one.id for one in outline.children(_parent(outline, item))]


def _parent(outline: Outline, item: Item) -> str:
    return item.parent if outline.get(item.parent) is not None else ""


def _last(outline: Outline, parent: str) -> str:
    children = outline.children(parent)
    return children[-1].id if children else ""
