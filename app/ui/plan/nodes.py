"""The outline's rows as Qt's model needs them: each knows its item, its row above and its rows below."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.model.item import Item


@dataclass(slots=True, eq=False)
class Node:
    """One row; the root has no item and is never shown."""

    item: Item
    parent: Node | None = None
    children: list[Node] = field(default_factory=list["Node"])

    @property
    def row(self) -> int:
        """Its number among its siblings."""
        return self.parent.children.index(self) if self.parent is not None else 0

    def is_below(self, other: Node) -> bool:
        """Whether `other` stands somewhere above it."""
        above = self.parent
        while above is not None:
            if above is other:
                return True
            above = above.parent
        return False
