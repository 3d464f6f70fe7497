"""The ways to begin a plan that come with the program, and putting one into a plan."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.data.edit import Edit
from app.model.item import Item
from app.model.schema import new_id
from app.model.starts import Start, draft, read_start


def load_starts(folder: Path) -> tuple[Start, ...]:
    """Read one language's folder, a file each way to begin, in their order. Raises ValueError naming what is not right."""
    found = (read_start(path.stem, tomllib.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.toml")))
    return tuple(sorted(found, key=lambda one: one.order))


def take(edit: Edit, start: Start, day: date) -> list[Item]:
    """Put its lines behind everything in the plan, their days counted from `day`; answers with them as they are stored."""
    ids: dict[str, str] = {}
    made: list[Item] = []
    for line in draft(start, day):
        ids[line.id] = new_id()
        waits_for = tuple(ids[one] for one in line.waits_for)
        parent = ids[line.parent] if line.parent else ""
        made.append(edit.add(replace(line, id=ids[line.id], parent=parent, waits_for=waits_for)))
    return made
