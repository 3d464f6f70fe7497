"""Who waits for whom in the plan: what a step still waits for, what becomes free, an order to do it in, and circles.

A circle is refused at the door (`app.model.circles`), but two copies that are joined can make one: nothing here hangs on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from app.model.item import Item
from app.model.plan import FINISHED, Outline


class Waiting:
    """Made once over the whole plan, in time that grows with its steps and links alone."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = {one.id: one for one in items}
        self._waiting_on: dict[str, list[Item]] = {}
        for one in self._items.values():
            for other in dict.fromkeys(one.waits_for):
                self._waiting_on.setdefault(other, []).append(one)

    def open_for(self, item_id: str) -> list[Item]:
        """What an item still waits for: those named that are neither done nor dropped, in the order in which they are named."""
        item = self._items.get(item_id)
        named = (self._items.get(one) for one in dict.fromkeys(item.waits_for)) if item is not None else ()
        return [one for one in named if one is not None and one.status not in FINISHED]

    def is_free(self, item_id: str) -> bool:
        """Whether nothing holds an item up."""
        return not self.open_for(item_id)

    def waiting_on(self, item_id: str) -> list[Item]:
        """The items that wait for this one, finished ones too."""
        return list(self._waiting_on.get(item_id, ()))

    def order(self) -> list[Item]:
        """Every item, each behind all that it waits for; as far as that leaves a choice, in reading order.

        Of a circle, the item that is read first comes first.
        """
        reading = [item for item, _depth in Outline(self._items.values()).walk()]
        # Items below a circle of parents are never walked; they come last.
        walked = {one.id for one in reading}
        reading += [one for one in self._items.values() if one.id not in walked]
        place = {one.id: n for n, one in enumerate(reading)}
        left = {one.id: self._known(one) for one in reading}
        ready = [place[one] for one, count in left.items() if not count]
        heapify(ready)
        done: list[Item] = []
        taken = [False] * len(reading)
        first_stuck = 0
        while len(done) < len(reading):
            while first_stuck < len(reading) and taken[first_stuck]:
                first_stuck += 1
            at = heappop(ready) if ready else first_stuck
            if taken[at]:
                continue
            taken[at] = True
            done.append(reading[at])
            for one in self._waiting_on.get(reading[at].id, ()):
                left[one.id] -= 1
                if not left[one.id]:
                    heappush(ready, place[one.id])
        return done

    def circles(self) -> list[list[Item]]:
        """Groups of items that wait for each other in a circle (or one that waits for itself), none for a sound plan.

        Tarjan's strongly connected components (1972), without recursion.
        """
        return _Circles(self._items).found

    def _known(self, item: Item) -> int:
        return sum(one in self._items for one in dict.fromkeys(item.waits_for))


class _Circles:
    def __init__(self, items: dict[str, Item]) -> None:
        self._items = items
        self._number: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._path: list[str] = []
        self._on_path: set[str] = set()
        self.found: list[list[Item]] = []
        for one in items:
            if one not in self._number:
                self._walk(one)

    def _walk(self, start: str) -> None:
        self._enter(start)
        stack = [(start, iter(self._links(start)))]
        while stack:
            here, links = stack[-1]
            for other in links:
                if other not in self._number:
                    self._enter(other)
                    stack.append((other, iter(self._links(other))))
                    break
                if other in self._on_path:
                    self._low[here] = min(self._low[here], self._number[other])
            else:
                stack.pop()
                if stack:
                    above = stack[-1][0]
                    self._low[above] = min(self._low[above], self._low[here])
                self._leave(here)

    def _enter(self, one: str) -> None:
        self._number[one] = self._low[one] = len(self._number)
        self._path.append(one)
        self._on_path.add(one)

    def _leave(self, one: str) -> None:
        if self._low[one] != self._number[one]:
            return
        group = [self._path.pop()]
        while group[-1] != one:
            group.append(self._path.pop())
        group.reverse()
        self._on_path.difference_update(group)
        if len(group) > 1 or one in self._links(one):
            self.found.append([self._items[each] for each in group])

    def _links(self, one: str) -> list[str]:
        return [other for other in self._items[one].waits_for if other in self._items]
