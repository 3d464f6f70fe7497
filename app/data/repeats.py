"""Marking how a step stands, and the next one of its row that comes and goes with it (rules: `app.model.repeats`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.data.edit import Edit
from app.model.item import Item
from app.model.repeats import is_untouched, next_id, next_one


@dataclass(frozen=True, slots=True)
class Marked:
    """The item as it is now, the next one that was added, and the one that was taken away again."""

    item: Item
    added: Item | None = None
    removed: Item | None = None


def mark(edit: Edit, item_id: str, status: str, today: date) -> Marked:
    """Say how an item stands. Everything that sets a status goes through here.

    One that repeats and is done now gets its next one, right behind it, unless that is there already. When it is not done
    after all, a next one that nobody has touched goes away again. What is done already stays so, and nothing is added.
    Raises Refused for a status that is none and Gone for an item that is gone.
    """
    before = edit.get(Item, item_id)
    item = edit.change(Item, item_id, status=status)
    was_done = before is not None and before.status == "done"
    if item.status == "done" and not was_done:
        return Marked(item, added=_add_next(edit, item, today))
    if was_done and item.status != "done":
        return Marked(item, removed=_remove_next(edit, item))
    return Marked(item)


def _add_next(edit: Edit, item: Item, today: date) -> Item | None:
    if edit.get(Item, next_id(item.id)) is not None:
        return None
    named = (*item.waits_for, *(next_id(one) for one in item.waits_for))
    others = {one.id: one for one in (edit.get(Item, each) for each in named) if one is not None}
    made = next_one(item, today, others)
    return edit.add(made, after=item.id, computed=True) if made is not None else None


def _remove_next(edit: Edit, item: Item) -> Item | None:
    made = edit.get(Item, next_id(item.id))
    if made is None or not is_untouched(made, item) or not edit.is_alone(Item, made.id):
        return None
    edit.remove(Item, made.id)
    return made
