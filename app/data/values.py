"""How a field's value stands in the history (plain values) and in a table's column."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from app.data.sql import unreadable
from app.model.schema import FieldType, Record, Spec, specs

_COLUMN_TYPES = {FieldType.SCALE: int, FieldType.FLAG: int}
_LISTS = (FieldType.WORDS, FieldType.LINKS)


def column_type(spec: Spec) -> type:
    """The type of the field's column, as sqlite-utils takes it."""
    return _COLUMN_TYPES.get(spec.type, str)


def to_plain(spec: Spec, value: Any) -> Any:
    """A field's value as text, number, truth, list of texts or map of texts: what the history can hold."""
    if spec.type is FieldType.DATE:
        return value.isoformat() if value is not None else None
    if spec.type in _LISTS:
        return list(value)
    if spec.type is FieldType.MARKS:
        return dict(sorted(value.items()))
    return value


def from_plain(spec: Spec, plain: Any) -> Any:
    """The field's value; what is not of the declared type (another program's) becomes the empty value, never an error."""
    match spec.type:
        case FieldType.DATE:
            return _date(plain)
        case FieldType.WORDS | FieldType.LINKS:
            return tuple(str(one) for one in cast("list[object]", plain)) if isinstance(plain, list) else ()
        case FieldType.MARKS:
            pairs = cast("dict[str, object]", plain) if isinstance(plain, dict) else {}
            return {key: str(value) for key, value in sorted(pairs.items())}
        case FieldType.SCALE:
            return int(plain) if isinstance(plain, (int, float)) and 1 <= plain <= spec.limit else None
        case FieldType.FLAG:
            return bool(plain)
        case _:
            return plain if isinstance(plain, str) else ""


def _date(plain: object) -> date | None:
    try:
        return date.fromisoformat(plain) if isinstance(plain, str) else None
    except ValueError:
        return None


def to_row(record: Record) -> dict[str, Any]:
    """The record's fields as columns of its table; lists and maps as JSON."""
    row: dict[str, Any] = {"id": record.id}
    for name, spec in specs(type(record)).items():
        plain = to_plain(spec, getattr(record, name))
        if spec.type in _LISTS or spec.type is FieldType.MARKS:
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
        if spec.type in _LISTS or spec.type is FieldType.MARKS:
            plain = json.loads(plain)
        values[name] = from_plain(spec, plain)
    return kind(**values)
