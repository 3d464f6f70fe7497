"""Edits of the plan by name: add, change, move further in or out, up or down. Each is used inside one `workspace.edit`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.data.edit import Edit
from app.data.repeats import mark
from app.model.item import Item
from app.model.plan import Outline, fitting_level


def change(edit: Edit, item_id: str, values: Mapping[str, object], today: date) -> None:
    """Set fields of an item; how it stands is set by `mark`, behind the others, so that the next one of its row has them."""
    others = {name: value for name, value in values.items() if name != "status"}
    if others:
        edit.change(Item, item_id, **others)
    if "status" in values:
        mark(edit, item_id, str(values["status"]), today)


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
