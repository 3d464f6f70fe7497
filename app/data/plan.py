"""Edits of the plan by name: add, change, move further in or out, up or down. Each is used inside one `workspace.edit`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.data.edit import Edit
from app.data.repeats import mark
from app.model.item import Item
from app.model.plan import Outline, fitting_level
from app.model.plan_place import new_place


def add_after(edit: Edit, outline: Outline, current: Item | None, *, level: str = "action", origin: str = "") -> Item:
    """A new item below the current one: beside a step, first inside a goal or objective; at the end without a current one."""
    place = new_place(outline, current, level)
    return edit.add(Item(level=level, parent=place.parent, origin=origin), after=place.after)


def change(edit: Edit, item_id: str, values: Mapping[str, object], today: date) -> None:
    """Set fields of an item; how it stands is set by `mark`, behind the others, so that the next one of its row has them."""
    others = {name: value for name, value in values.items() if name != "status"}
    if others:
        edit.change(Item, item_id, **others)
    if "status" in values:
        mark(edit, item_id, str(values["status"]), today)


def indent(edit: Edit, outline: Outline, item: Item) -> bool:
    """Put an item below the sibling above it, last; False when there is none."""
    siblings = [one.id for one in outline.children(item.parent)]
    at = siblings.index(item.id)
    if at == 0:
        return False
    place(edit, outline, item, siblings[at - 1], None)
    return True


def outdent(edit: Edit, outline: Outline, item: Item) -> bool:
    """Put an item beside the one that it stands below; False at the top."""
    parent = outline.get(item.parent)
    if parent is None:
        return False
    place(edit, outline, item, parent.parent, parent.id)
    return True


def move_by(edit: Edit, outline: Outline, item: Item, steps: int) -> bool:
    """Move an item up (-1) or down (1) among its siblings; False at either end."""
    siblings = [one.id for one in outline.children(item.parent)]
    target = siblings.index(item.id) + steps
    if not 0 <= target < len(siblings):
        return False
    others = [one for one in siblings if one != item.id]
    edit.move(Item, item.id, item.parent, others[target - 1] if target else "")
    return True


def place(edit: Edit, outline: Outline, item: Item, parent: str, after: str | None) -> None:
    """Put an item below `parent`, behind `after` (empty: first, None: last), at a level that may stand there."""
    edit.move(Item, item.id, parent, after)
    above = outline.get(parent)
    _relevel(edit, outline, item, above.level if above is not None else "")


def _relevel(edit: Edit, outline: Outline, item: Item, above: str) -> None:
    level = fitting_level(item.level, above)
    if level != item.level:
        edit.change(Item, item.id, level=level)
    for child in outline.children(item.id):
        _relevel(edit, outline, child, level)
