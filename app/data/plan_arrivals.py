"""Takes into the plan what a sheet proposes, as far as a person has ticked it. Used inside one `workspace.edit`."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from typing import Any

from app.data.edit import Edit
from app.model.item import Item
from app.model.sheet import Spoilt
from app.model.sheet_found import FieldChange, MissingStep, NewStep, Proposal
from app.model.trouble import Gone, Refused


def take_in(edit: Edit, proposals: Iterable[Proposal]) -> list[Spoilt]:
    """Make the changes; answers with those that the plan refuses, each with its sentence. The others are made.

    A new step whose line above was left out goes below the nearest one that is there.
    """
    chosen = list(proposals)
    refused: list[Spoilt] = []
    new = [one for one in chosen if isinstance(one, NewStep)]
    _add(edit, new, refused)
    _change(edit, [one for one in chosen if isinstance(one, FieldChange)], refused)
    _link(edit, new, refused)
    for one in chosen:
        if isinstance(one, MissingStep) and edit.get(Item, one.item_id) is not None:
            edit.remove(Item, one.item_id)
    return refused


def _add(edit: Edit, new: Sequence[NewStep], refused: list[Spoilt]) -> None:
    """First without what they wait for: it may be a row further down."""
    parents = {one.item_id: one.parent for one in new}
    for one in new:
        parent = one.parent
        while parent and edit.get(Item, parent) is None:
            parent = parents.get(parent, "")
        after = one.after if parent == one.parent else None
        beside = edit.get(Item, after) if after else None
        if after and (beside is None or beside.parent != parent):
            after = None
        values = {name: value for name, value in one.values.items() if name != "waits_for"}
        with _kept(refused, one):
            edit.add(Item(id=one.item_id, parent=parent, **values), after=after)


def _change(edit: Edit, changes: Sequence[FieldChange], refused: list[Spoilt]) -> None:
    """The fields of a step together, since they may only fit together; where that is refused, those that fit by themselves."""
    steps: dict[str, list[FieldChange]] = {}
    for one in changes:
        steps.setdefault(one.item_id, []).append(one)
    for item_id, fields in steps.items():
        try:
            edit.change(Item, item_id, **_known(edit, {one.field: one.value for one in fields}))
        except (Refused, Gone):
            for one in fields:
                with _kept(refused, one):
                    edit.change(Item, item_id, **_known(edit, {one.field: one.value}))


def _link(edit: Edit, new: Sequence[NewStep], refused: list[Spoilt]) -> None:
    for one in new:
        if one.values.get("waits_for") and edit.get(Item, one.item_id) is not None:
            values = _known(edit, {"waits_for": one.values["waits_for"]})
            with _kept(refused, one):
                edit.change(Item, one.item_id, **values)


def _known(edit: Edit, values: dict[str, Any]) -> dict[str, Any]:
    """Without steps to wait for that were left out."""
    if "waits_for" in values:
        values["waits_for"] = tuple(one for one in values["waits_for"] if edit.get(Item, one) is not None)
    return values


@contextmanager
def _kept(refused: list[Spoilt], one: FieldChange | NewStep) -> Generator[None, None, None]:
    """What the plan refuses is listed; it has not changed anything then."""
    try:
        yield
    except (Refused, Gone) as trouble:
        refused.append(Spoilt(one.line, one.title, str(trouble)))
