"""The rules of the plan: its outline, what counts as a step, progress, what is late, and which level fits where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.model.item import Item

FINISHED = frozenset({"done", "dropped"})

_BELOW = {"": ("goal", "objective", "action"), "goal": ("objective", "action"), "objective": ("action",)}


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the steps count, and how many of those are done. Dropped steps do not count."""

    done: int
    total: int

    @property
    def share(self) -> float:
        """From 0.0 to 1.0; 0.0 when there is nothing to do."""
        return self.done / self.total if self.total else 0.0


class Outline:
    """The plan as a tree. `items` come with each parent's children in their order; a lost parent's children stand at the top."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = {one.id: one for one in items}
        self._children: dict[str, list[Item]] = {}
        parent, siblings = None, list[Item]()
        for one in self._items.values():
            if one.parent != parent:  # siblings come one after the other
                parent = one.parent
                siblings = self._children.setdefault(parent if parent in self._items else "", [])
            siblings.append(one)

    def __iter__(self) -> Iterator[Item]:
        """Every item, in no order that means anything."""
        return iter(self._items.values())

    def __len__(self) -> int:
        """How many there are."""
        return len(self._items)

    @property
    def tree(self) -> Mapping[str, Sequence[Item]]:
        """What is right below each item that has something below it, the top under an empty id; for going through all of it."""
        return self._children

    def get(self, item_id: str) -> Item | None:
        """The item, or None."""
        return self._items.get(item_id)

    def children(self, parent: str = "") -> Sequence[Item]:
        """The items right below `parent` in order; the top ones for an empty id."""
        return self._children.get(parent, ())

    def walk(self, parent: str = "", depth: int = 0) -> Iterator[tuple[Item, int]]:
        """Every item below `parent` in reading order, with its depth (0 at the top)."""
        stack = [(one, depth) for one in reversed(self.children(parent))]
        while stack:
            item, level = stack.pop()
            yield item, level
            stack.extend((one, level + 1) for one in reversed(self.children(item.id)))

    def below(self, item_id: str = "") -> list[Item]:
        """All descendants in reading order; the whole plan for an empty id."""
        # Every view of the plan asks for all after every edit, so this does not go through `walk`.
        found: list[Item] = []
        stack = list(self.children(item_id))[::-1]
        while stack:
            item = stack.pop()
            found.append(item)
            below = self._children.get(item.id)
            if below:
                stack += below[::-1]
        return found

    def path(self, item_id: str) -> list[Item]:
        """From the top down to the item's parent."""
        found: list[Item] = []
        item = self._items.get(item_id)
        while item is not None and item.parent in self._items and len(found) <= len(self._items):
            item = self._items[item.parent]
            found.append(item)
        return found[::-1]

    def steps(self, item_id: str = "") -> list[Item]:
        """The steps below an item, or all of them."""
        return [one for one in self.below(item_id) if one.level == "action"]

    def progress(self, item_id: str = "") -> Progress:
        """Progress of what lies below an item (of an item without steps below: its own)."""
        return progress(self.steps(item_id))


def progress(steps: Iterable[Item]) -> Progress:
    """Done and counted among these steps."""
    counted = [one for one in steps if one.status != "dropped"]
    return Progress(sum(one.status == "done" for one in counted), len(counted))


@dataclass(frozen=True, slots=True)
class Standing:
    """How many steps there are, dropped ones left out, and how many of them are done, late, or open without a lead."""

    steps: int
    done: int
    late: int
    without_lead: int


def standing(items: Iterable[Item], today: date) -> Standing:
    """Count in one go: it is asked after every edit."""
    steps = done = late = free = 0
    for one in items:
        if one.level != "action" or one.status == "dropped":
            continue
        steps += 1
        if one.status == "done":
            done += 1
            continue
        late += one.by is not None and one.by < today
        free += not one.lead
    return Standing(steps, done, late, free)


def days_late(item: Item, today: date) -> int:
    """How many days an unfinished item is past its day; 0 when it is not."""
    if item.by is None or item.status in FINISHED:
        return 0
    return max(0, (today - item.by).days)


def due_soon(item: Item, today: date, within: int = 7) -> bool:
    """Whether an unfinished item is due today or in the next `within` days."""
    return item.by is not None and item.status not in FINISHED and 0 <= (item.by - today).days <= within


def next_steps(items: Iterable[Item], today: date) -> list[Item]:
    """Open steps, the latest first, then by day, those without a day last."""
    open_steps = [one for one in items if one.level == "action" and one.status not in FINISHED]
    return sorted(open_steps, key=lambda one: (one.by is None, one.by or today))


def levels_below(parent_level: str) -> tuple[str, ...]:
    """The levels that may stand under a parent of this level (empty: at the top)."""
    return _BELOW.get(parent_level, ("action",))


def fitting_level(level: str, parent_level: str) -> str:
    """The level an item takes under a parent: its own where that may stand there, else the highest that may."""
    allowed = levels_below(parent_level)
    return level if level in allowed else allowed[0]
