"""What each partner has taken on: what is handed to them on a page or as a calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.model.audience import Shown
from app.model.item import Item
from app.model.partner import Partner
from app.model.plan import FINISHED


@dataclass(frozen=True, slots=True)
class Share:
    """`leads` and `helps` are open, the earliest day first and those without one last; `done` is done, the newest first."""

    partner: Partner
    leads: tuple[Item, ...] = ()
    helps: tuple[Item, ...] = ()
    done: tuple[Item, ...] = ()

    @property
    def open(self) -> tuple[Item, ...]:
        """What is still to do."""
        return (*self.leads, *self.helps)

    @property
    def dated(self) -> bool:
        """Whether anything of it can stand in a calendar."""
        return any(one.by is not None for one in (*self.open, *self.done))


def shares(shown: Shown) -> list[Share]:
    """Everybody who has taken something on, by name; nobody for readers who may not see who leads what."""
    leading: dict[str, list[Item]] = {}
    helping: dict[str, list[Item]] = {}
    for item in shown.items:
        if item.lead:
            leading.setdefault(item.lead, []).append(item)
        for one in item.helpers:
            if one != item.lead:
                helping.setdefault(one, []).append(item)
    found = [_share(one, leading.get(one.id, []), helping.get(one.id, [])) for one in shown.partners]
    taken = [one for one in found if one.open or one.done]
    return sorted(taken, key=lambda one: (one.partner.name.casefold(), one.partner.id))


def _share(partner: Partner, leads: list[Item], helps: list[Item]) -> Share:
    done = [one for one in (*leads, *helps) if one.status == "done"]
    done.sort(key=lambda one: one.by or date.min, reverse=True)
    return Share(partner, _open(leads), _open(helps), tuple(done))


def _open(items: Iterable[Item]) -> tuple[Item, ...]:
    still = [one for one in items if one.status not in FINISHED]
    return tuple(sorted(still, key=lambda one: one.by or date.max))
