"""The invented sample community, brought in through the same door as everything that people type."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from app.data.edit import Edit
from app.data.opening import create_workspace
from app.data.repeats import mark
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.groups import Group
from app.model.item import Item
from app.model.local_line import LocalLine
from app.model.logo import logo_letters
from app.model.mark import Mark
from app.model.note import Note
from app.model.partner import Partner
from app.model.reflection import Answer, Meeting, Question
from app.model.schema import FieldType, Record, Spec, new_id, specs
from app.model.talk import Talk
from app.model.tie import Tie

R = TypeVar("R", bound=Record)

# The sample's dates are counted from the day it is made, so that it always looks alive.
_DAYS = "_in_days"


def _utc_now() -> datetime:
    return datetime.now(UTC)


def create_sample(
    path: Path, source: Path, passphrase: str | None = None, clock: Callable[[], datetime] = _utc_now
) -> Workspace:
    """Make the sample community's file from `sample.toml` and open it. Raises as `create_workspace` does."""
    content = tomllib.loads(source.read_text("utf-8"))
    told: dict[str, Any] = {"sample": True, **content["community"]}
    picture = source.with_name("logo.png")
    if picture.is_file():
        told["logo"] = logo_letters(picture.read_bytes())
    community = Community(**told)
    workspace = create_workspace(path, community, passphrase, clock=clock)
    try:
        with workspace.edit("", undoable=False) as edit:
            _Sample(edit, clock().astimezone().date()).bring_in(content)
    except BaseException:
        workspace.close()
        path.unlink()
        raise
    return workspace


class _Sample:
    """Knows the ids that the sample's own keys were given."""

    def __init__(self, edit: Edit, today: date) -> None:
        self._edit = edit
        self._today = today
        self._ids: dict[str, str] = {}
        # A toolkit's group and a partner may share a key.
        self._own_groups: set[str] = set()

    def bring_in(self, content: Mapping[str, Any]) -> None:
        tables = ("group", "partner", "item", "question", "meeting")
        self._ids = {row["key"]: new_id() for table in tables for row in content[table]}
        # What nothing else names has no key, and gets its id when it is added.
        self._ids[""] = ""
        self._own_groups = {row["key"] for row in content["group"]}
        for kind in (Group, Partner):
            self._add_all(kind, content)
        self._bring_in_plan(content["item"])
        for row in content["tie"]:
            ends = {"from_partner": self._ids[row["from"]], "to_partner": self._ids[row["to"]]}
            self._edit.add(Tie(**ends, sort=row["sort"], note=row.get("note", "")))
        for kind in (Mark, LocalLine, Talk, Note, Question, Meeting, Answer):
            self._add_all(kind, content)

    def _add_all(self, kind: type[Record], content: Mapping[str, Any]) -> None:
        for row in content[kind.kind]:
            self._edit.add(self._record(kind, {"key": "", **row}))

    def _bring_in_plan(self, rows: Sequence[Mapping[str, Any]]) -> None:
        for row in rows:
            # First without what it waits for: that may come later in the list.
            self._edit.add(self._record(Item, {**row, "waits_for": []}))
        for row in rows:
            waits = tuple(self._ids[one] for one in row.get("waits_for", ()))
            if waits:
                self._edit.change(Item, self._ids[row["key"]], waits_for=waits)
            if row.get("brings_next"):
                # As if it had been marked done on its day: the next one of its row is there.
                mark(self._edit, self._ids[row["key"]], "done", self._today + timedelta(days=row["by_in_days"]))

    def _record(self, kind: type[R], row: Mapping[str, Any]) -> R:
        declared = specs(kind)
        values: dict[str, Any] = {}
        for key, value in row.items():
            name = key.removesuffix(_DAYS)
            if name in declared:
                values[name] = self._value(declared[name], value)
        parent = {"parent": self._ids[row["parent"]]} if row.get("parent") else {}
        return kind(id=self._ids[row["key"]], **parent, **values)

    def _value(self, spec: Spec, value: Any) -> Any:
        match spec.type:
            case FieldType.DATE:
                return self._today + timedelta(days=value)
            case FieldType.LINK:
                return self._ids[value] if value else ""
            case FieldType.LINKS:
                return tuple(self._ids[one] for one in value)
            case FieldType.WORDS:
                # A meeting asks questions of the community's own, too.
                return tuple(self._ids.get(one, one) for one in value)
            case FieldType.CHOICE if spec.to:
                return self._ids[value] if value in self._own_groups else value
            case _:
                return value
