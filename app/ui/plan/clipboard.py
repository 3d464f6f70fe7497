"""Branches of the plan on the clipboard: whole for this program, in this window and another, and as text for everybody else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QMimeData

from app.model.item import Item
from app.model.plan import Outline
from app.model.plan_text import MOST, branch_lines, write_lines
from app.model.schema import FieldType, specs

MIME = "application/x-groundwork-branch"
# A copy begins anew in these.
_OWN = frozenset({"series", "began"})


@dataclass(frozen=True, slots=True)
class Branches:
    """`file` says which open file it comes from; `cut` are the ids that move there. `rows` are a depth and fields each."""

    file: str
    cut: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, Any]], ...]


def put_branches(outline: Outline, tops: Sequence[Item], file: str, *, cut: bool) -> QMimeData:
    """These items with all below them, ready for the clipboard."""
    lines = branch_lines(outline, tops)
    rows = [[depth, _fields(item)] for item, depth in lines]
    whole = {"file": file, "cut": [one.id for one in tops] if cut else [], "rows": rows}
    data = QMimeData()
    data.setData(MIME, json.dumps(whole, ensure_ascii=False).encode())
    data.setText(write_lines((item.what, depth) for item, depth in lines))
    return data


def take_branches(data: QMimeData) -> Branches | None:
    """What this program has put there; None for anything else, and for what nobody can have put there."""
    if not data.hasFormat(MIME):
        return None
    try:
        whole = cast("dict[str, Any]", json.loads(bytes(data.data(MIME).data()).decode()))
        rows = tuple((max(0, int(depth)), _known(fields)) for depth, fields in whole["rows"][:MOST])
        return Branches(str(whole["file"]), tuple(str(one) for one in whole["cut"]), rows)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _fields(item: Item) -> dict[str, Any]:
    found: dict[str, Any] = {"id": item.id}
    for name, spec in specs(Item).items():
        value = getattr(item, name)
        if name not in _OWN and value not in ("", None, ()):
            found[name] = value.isoformat() if spec.type is FieldType.DATE else value
    return found


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name == "id" or (name in specs(Item) and name not in _OWN)}
