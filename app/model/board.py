"""The board: the steps in columns, one for each way a step can stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from app.model.item import STATUSES, Item
from app.model.plan import FINISHED

COLUMNS = tuple(one.key for one in STATUSES)


def columns(steps: Iterable[Item]) -> Mapping[str, list[Item]]:
    """Every column with its steps: by day, so that late ones come first; finished ones the latest first.

    Those without a day come last; steps of one day keep their order.
    """
    found: dict[str, list[Item]] = {one: [] for one in COLUMNS}
    for step in steps:
        found[step.status if step.status in found else COLUMNS[0]].append(step)
    for status, inside in found.items():
        if status in FINISHED:
            inside.sort(key=lambda one: one.by or date.min, reverse=True)
        else:
            inside.sort(key=lambda one: one.by or date.max)
    return found


def beside(status: str, ways: int) -> str:
    """The column some places to the right (left when negative); at the edge, the last one there is."""
    at = COLUMNS.index(status) if status in COLUMNS else 0
    return COLUMNS[min(max(at + ways, 0), len(COLUMNS) - 1)]
