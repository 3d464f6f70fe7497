"""What every view of the plan shows, worked out once for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.model.groups import Groups
from app.model.item import Item
from app.model.plan import Outline


@dataclass(frozen=True)
class Shown:
    """`names` are what partners are called on the screen, by id (roles while names are hidden).

    `found` are the items that the filter lets through; None while nothing is filtered.
    """

    outline: Outline
    names: Mapping[str, str]
    groups: Groups
    today: date
    found: frozenset[str] | None = field(default=None)

    def passes(self, item: Item) -> bool:
        """Whether the filter lets an item through."""
        return self.found is None or item.id in self.found

    def steps(self) -> list[Item]:
        """The steps that the filter lets through, in reading order."""
        return [one for one in self.outline.steps() if self.passes(one)]
