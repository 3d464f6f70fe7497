"""How a record and its fields stand outside the program: as texts, numbers, truths, lists of texts and maps of texts.

The history, the sheets and the files that a community takes with it all hold the same plain values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar, cast

from app.model.clean import harmless
from app.model.schema import FieldType, Record, Spec, specs

R = TypeVar("R", bound=Record)

LISTS = (FieldType.WORDS, FieldType.LINKS)
# From elsewhere more is taken than may be typed: copies that were joined, and programs with other limits.
MOST_LETTERS, MOST_IN_LINE, MOST_ENTRIES = 400_000, 4_000, 2_000
_ID = re.compile(r"[A-Za-z0-9_-]{1,100}")


class NotPlain(ValueError):
    """What was read is no record of the kind, whoever wrote it."""


class UnknownField(NotPlain):
    """A field that this program does not have: a newer one wrote it."""


def to_plain(spec: Spec, value: Any) -> Any:
    """A field's value as text, number, truth, list of texts or map of texts: what the history can hold."""
    if spec.type is FieldType.DATE:
        return value.isoformat() if value is not None else None
    if spec.type in LISTS:
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


def record_to_plain(record: Record) -> dict[str, Any]:
    """All of a record: its id, what it stands below in an outline, and every declared field."""
    kind = type(record)
    plain: dict[str, Any] = {"id": record.id}
    if kind.in_tree:
        plain["parent"] = record.parent
    return plain | {name: to_plain(spec, getattr(record, name)) for name, spec in specs(kind).items()}


def record_from_plain(kind: type[R], plain: object) -> R:
    """The record that `record_to_plain` made this of. What an older program did not know yet is empty.

    Raises NotPlain for what is of another type or beyond measure, UnknownField for what only a newer program has.
    """
    if not isinstance(plain, dict):
        raise NotPlain("no map")
    rest = dict(cast("dict[str, object]", plain))
    values: dict[str, Any] = {"id": _id(rest.pop("id", None))}
    if kind.in_tree:
        parent = rest.pop("parent", "")
        values["parent"] = _id(parent) if parent != "" else ""
    declared = specs(kind)
    for name, value in rest.items():
        if name not in declared:
            raise UnknownField(f"{kind.kind} has no field of this name")
        values[name] = _checked(declared[name], value)
    return kind(**values)


def is_id(text: object) -> bool:
    """Whether this can be a record's id: one of letters that mean nothing in a name of the history or of a file."""
    return isinstance(text, str) and _ID.fullmatch(text) is not None


def _id(plain: object) -> str:
    if not isinstance(plain, str) or not is_id(plain):
        raise NotPlain("no id")
    return plain


def _checked(spec: Spec, plain: object) -> Any:
    found = _CHECKS[spec.type](spec, plain)
    return from_plain(spec, found)


def _text(spec: Spec, plain: object) -> str:
    most = MOST_LETTERS if spec.type is FieldType.LONG else MOST_IN_LINE
    if not isinstance(plain, str) or len(plain) > max(most, spec.limit):
        raise NotPlain("no text")
    if spec.type is not FieldType.LONG and "\n" in plain:
        raise NotPlain("no line")
    try:
        plain.encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotPlain("half a letter") from error
    return harmless(plain)


def _texts(spec: Spec, plain: object) -> list[str]:
    if not isinstance(plain, list) or len(cast("list[object]", plain)) > MOST_ENTRIES:
        raise NotPlain("no list")
    return [_text(spec, one) for one in cast("list[object]", plain)]


def _pairs(spec: Spec, plain: object) -> dict[str, str]:
    if not isinstance(plain, dict) or len(cast("dict[str, object]", plain)) > MOST_ENTRIES:
        raise NotPlain("no map")
    pairs = cast("dict[str, object]", plain)
    return {_text(spec, key): _text(spec, value) for key, value in pairs.items()}


def _number(spec: Spec, plain: object) -> int | None:
    if plain is not None and (not isinstance(plain, int) or isinstance(plain, bool) or not 1 <= plain <= spec.limit):
        raise NotPlain("no number")
    return plain


def _truth(_spec: Spec, plain: object) -> bool:
    if not isinstance(plain, bool):
        raise NotPlain("no truth")
    return plain


def _day(_spec: Spec, plain: object) -> object:
    if plain is not None and _date(plain) is None:
        raise NotPlain("no day")
    return plain


_CHECKS: Mapping[FieldType, Callable[[Spec, object], Any]] = {
    FieldType.LINE: _text,
    FieldType.LONG: _text,
    FieldType.CHOICE: _text,
    FieldType.LINK: _text,
    FieldType.SCALE: _number,
    FieldType.DATE: _day,
    FieldType.FLAG: _truth,
    FieldType.WORDS: _texts,
    FieldType.LINKS: _texts,
    FieldType.MARKS: _pairs,
}
