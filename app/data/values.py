"""How a field's value stands in a table's column; in the history it is a plain value (`app.model.plain_values`)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from app.data.sql import unreadable
from app.model.plain_values import LISTS, from_plain, to_plain
from app.model.schema import FieldType, Record, Spec, specs

_COLUMN_TYPES = {FieldType.SCALE: int, FieldType.FLAG: int}


def column_type(spec: Spec) -> type:
    """The type of the field's column, as sqlite-utils takes it."""
    return _COLUMN_TYPES.get(spec.type, str)


def to_row(record: Record) -> dict[str, Any]:
    """The record's fields as columns of its table; lists and maps as JSON."""
    row: dict[str, Any] = {"id": record.id}
    for name, spec in specs(type(record)).items():
        plain = to_plain(spec, getattr(record, name))
        if spec.type in LISTS or spec.type is FieldType.MARKS:
            plain = json.dumps(plain, ensure_ascii=False)
        row[name] = int(plain) if spec.type is FieldType.FLAG else plain
    return row


def from_row(kind: type[Record], row: Mapping[str, Any]) -> Record:
    """The record that a row of its table stands for; raises the error of a damaged page for what nobody can have written."""
    try:
        return _from_row(kind, row)
    except (KeyError, TypeError, ValueError) as error:
        raise unreadable("no record") from error


def _from_row(kind: type[Record], row: Mapping[str, Any]) -> Record:
    values: dict[str, Any] = {"id": row["id"]}
    if kind.in_tree:
        values["parent"] = row["parent"]
    for name, spec in specs(kind).items():
        plain = row[name]
        if spec.type in LISTS or spec.type is FieldType.MARKS:
            plain = json.loads(plain)
        values[name] = from_plain(spec, plain)
    return kind(**values)
