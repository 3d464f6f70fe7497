"""What a step may wait for: nothing that waits for it, and no line that it stands below or that stands below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from gettext import gettext as _
from typing import Protocol, TypeVar


class Waiter(Protocol):
    """What the rules ask of a line of the plan."""

    @property
    def id(self) -> str: ...
    @property
    def parent(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def waits_for(self) -> tuple[str, ...]: ...


W = TypeVar("W", bound=Waiter)


def chain(item_id: str, wanted: str, get: Callable[[str], W | None]) -> list[W]:
    """What would close a circle if `item_id` waited for `wanted`: from `wanted` to it, each waiting for the next.

    Empty when there is no circle. Circles that are there already (two copies were joined) are gone through once.
    """
    came_from: dict[str, str] = {wanted: ""}
    stack = [wanted]
    while stack and item_id not in came_from:
        one = get(stack.pop())
        for further in one.waits_for if one is not None else ():
            if further not in came_from:
                came_from[further] = one.id if one is not None else ""
                stack.append(further)
    if item_id not in came_from:
        return []
    ids = [item_id]
    while came_from[ids[-1]]:
        ids.append(came_from[ids[-1]])
    found = (get(one) for one in reversed(ids))
    return [one for one in found if one is not None]


def is_above(upper: str, lower: str, get: Callable[[str], W | None]) -> bool:
    """Whether `lower` stands below `upper` in the outline."""
    seen: set[str] = set()
    one = get(lower)
    while one is not None and one.id not in seen:
        seen.add(one.id)
        if one.parent == upper:
            return True
        one = get(one.parent) if one.parent else None
    return False


def waits_refusal(item: W, wanted: Iterable[str], get: Callable[[str], W | None], *, is_new: bool = False) -> str:
    """Why `item` cannot wait for one of `wanted`, in a sentence that names the steps; empty when it can.

    Nothing can wait for a new one yet, so that a long plan is not gone through for each step that is brought in.
    """
    for other in wanted:
        sentence = _why_not(item, other, get) or ("" if is_new else _round(item, chain(item.id, other, get)))
        if sentence:
            return sentence
    return ""


def _why_not(item: W, other: str, get: Callable[[str], W | None]) -> str:
    name, found = _called(item), get(other)
    if other == item.id:
        return _("“{step}” cannot wait for itself.").format(step=name)
    if found is None:
        return ""
    if is_above(other, item.id, get):
        sentence = _("“{step}” is a part of “{other}”, so it cannot wait for it.")
        return sentence.format(step=name, other=_called(found))
    if is_above(item.id, other, get):
        sentence = _("“{other}” is a part of “{step}”, which is done when its parts are: it need not wait for it.")
        return sentence.format(step=name, other=_called(found))
    return ""


def _round(item: Waiter, found: Sequence[Waiter]) -> str:
    if not found:
        return ""
    first, between = found[0], found[1:-1]
    named = {"step": _called(item), "other": _called(first)}
    if not between:
        return _("“{other}” already waits for “{step}”, so “{step}” cannot wait for it.").format(**named)
    # Long chains are told by their ends: the middle would not fit a line.
    by = ", ".join(f"“{_called(one)}”" for one in between[:3]) + (" …" if len(between) > 3 else "")
    sentence = _("“{other}” already waits for “{step}” (by way of {steps}), so “{step}” cannot wait for it.")
    return sentence.format(**named, steps=by)


def _called(item: Waiter) -> str:
    return item.what or _("A step without words")
