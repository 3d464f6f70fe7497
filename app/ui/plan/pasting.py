"""What is pasted into the plan becomes lines of it. Each function is used inside one edit, and answers with the new ids."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from gettext import gettext as _
from typing import Any

from app.data.edit import Edit
from app.model.finding import folded
from app.model.item import LEVELS, STATUSES, Item
from app.model.partner import Partner
from app.model.plan import Outline, fitting_level
from app.model.plan_place import Place, new_place
from app.model.plan_text import Line
from app.model.schema import Choice, FieldType, specs
from app.ui.plan.clipboard import Branches
from app.ui.plan.columns import title
from app.ui.widgets import read_day
from app.ui.widgets.number_field import read_number

_LINKS = (FieldType.LINK, FieldType.LINKS)
_WHAT_LIMIT = specs(Item)["what"].limit


def place_for(outline: Outline, current: Item | None, level: str) -> Place:
    """Where pasted lines go: behind the current step, or last inside the current goal or objective."""
    place = new_place(outline, current, level)
    if current is not None and place.parent == current.id and not place.after:
        below = outline.children(current.id)
        return Place(current.id, below[-1].id if below else "", level)
    return place


def paste_branches(edit: Edit, outline: Outline, current: Item | None, found: Branches) -> list[str]:
    """Branches from this program, whole. Links to what this file does not have are left out."""
    rows = [(depth, str(fields.get("level", "action")), fields) for depth, fields in found.rows]
    made: dict[str, str] = {}
    new = _add_all(edit, outline, current, [(depth, level, _linked(edit, fields)) for depth, level, fields in rows])
    for (_depth, _level, fields), item_id in zip(rows, new, strict=True):
        made[str(fields.get("id", ""))] = item_id
    for (_depth, _level, fields), item_id in zip(rows, new, strict=True):
        awaited = [str(one) for one in fields.get("waits_for", ())]
        kept = [made.get(one, one) for one in awaited if one in made or edit.get(Item, one) is not None]
        if kept:
            edit.change(Item, item_id, waits_for=tuple(kept))
    return new


def without_people(found: Branches, here: Collection[str]) -> int:
    """How many of these branches' lines lose somebody who leads or helps, since only the partners of `here` can be named."""
    named = ((fields.get("lead"), *fields.get("helpers", ())) for _depth, fields in found.rows)
    return sum(any(one and one not in here for one in people) for people in named)


def paste_lines(
    edit: Edit, outline: Outline, current: Item | None, lines: Sequence[Line], people: Mapping[str, str], today: date
) -> list[str]:
    """Lines of a text. `people` are partners' ids by folded name; what cannot be read as its column says goes into the notes."""
    levels = levels_of(lines)
    rows = [(one.depth, level, values_of(one, people, today)) for one, level in zip(lines, levels, strict=True)]
    return _add_all(edit, outline, current, rows)


def levels_of(lines: Sequence[Line]) -> list[str]:
    """A line with nothing below it is a step, one with steps an objective, one with objectives a goal; or as it says."""
    heights = [0] * len(lines)
    for at in range(len(lines) - 2, -1, -1):
        below = 0
        for later in range(at + 1, len(lines)):
            if lines[later].depth <= lines[at].depth:
                break
            below = max(below, lines[later].depth - lines[at].depth)
        heights[at] = below
    named = [_choice(LEVELS, one.words.get("level", "")) for one in lines]
    return [name or ("action", "objective", "goal")[min(2, high)] for name, high in zip(named, heights, strict=True)]


def values_of(line: Line, people: Mapping[str, str], today: date) -> dict[str, Any]:
    """A line's fields."""
    found: dict[str, Any] = {}
    left: list[str] = []
    for name, words in line.words.items():
        if name == "level":
            continue
        value = _value(name, words, people, today)
        if value is None:
            label = title(name) if name in specs(Item) else name.removesuffix(":")
            left.append(_("{column}: {words}").format(column=label, words=words))
        else:
            found[name] = value
    what = str(found.get("what", ""))
    if len(what) > _WHAT_LIMIT:
        left.insert(0, what)
        found["what"] = what[: _WHAT_LIMIT - 2].rpartition(" ")[0] + " …"
    if left:
        found["notes"] = "\n".join([*([found["notes"]] if found.get("notes") else []), *left])
    return found


def known_people(partners: Sequence[Partner]) -> dict[str, str]:
    """Ids by folded name, of those whose name only one of them has."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for one in partners:
        name = folded(one.name)
        (twice.add(name) if name in found else found.setdefault(name, one.id))
    return {name: one for name, one in found.items() if name and name not in twice}


def _value(name: str, words: str, people: Mapping[str, str], today: date) -> object:
    """A cell as a field's value; None when it cannot be read."""
    spec = specs(Item).get(name)
    if spec is None:
        return None
    match spec.type:
        case FieldType.DATE:
            try:
                return read_day(words, today)
            except ValueError:
                return None
        case FieldType.CHOICE:
            return _choice(STATUSES, words) or None
        case FieldType.SCALE:
            number = read_number(words)
            return number if isinstance(number, int) and 1 <= number <= spec.limit else None
        case FieldType.LINK:
            return people.get(folded(words))
        case _:
            return words


def _choice(choices: Sequence[Choice], words: str) -> str:
    wanted = folded(words)
    names = ((one.key, {folded(one.key), folded(one.label), folded(_(one.label))}) for one in choices)
    return next((key for key, known in names if wanted and wanted in known), "")


def _linked(edit: Edit, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields without links to what is not here; what a step waits for is set when all are there."""
    kept = {name: value for name, value in fields.items() if name not in ("id", "waits_for", "level")}
    for name in [one for one in kept if specs(Item)[one].type in _LINKS]:
        if specs(Item)[name].type is FieldType.LINK:
            kept[name] = kept[name] if edit.get(Partner, str(kept[name])) is not None else ""
        else:
            kept[name] = tuple(one for one in kept[name] if edit.get(Partner, str(one)) is not None)
    return kept


def _add_all(
    edit: Edit, outline: Outline, current: Item | None, rows: Sequence[tuple[int, str, Mapping[str, Any]]]
) -> list[str]:
    """Add rows of depth, level and fields, from the top; no row is deeper than one below the row before it."""
    made: list[str] = []
    # What was added last at each depth, with its level.
    stack: list[tuple[str, str]] = []
    place = place_for(outline, current, rows[0][1] if rows else "action")
    above = outline.get(place.parent)
    for depth, level, fields in rows:
        depth = min(depth, len(stack))
        behind = stack[depth][0] if depth < len(stack) else place.after if depth == 0 else ""
        parent, over = stack[depth - 1] if depth else (place.parent, above.level if above is not None else "")
        fitting = fitting_level(level, over)
        item = edit.add(Item(level=fitting, parent=parent, **fields), after=behind)
        stack = [*stack[:depth], (item.id, fitting)]
        made.append(item.id)
    return made
