"""How a kind of record is declared: its fields, their types, limits, who may see them and whether search finds them.

A declaration is a frozen dataclass whose fields are made by the functions here. Tables, projection, validation, search
and forms all follow from it; nothing else has to be written to add a kind (see ARCHITECTURE.md).
"""

from __future__ import annotations

import dataclasses
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum
from functools import cache
from typing import Any, ClassVar, Self, cast


class Audience(IntEnum):
    """Who a field or a page is for; each wider circle sees less."""

    PUBLIC = 0
    COMMITTEE = 1
    OFFICE = 2


class FieldType(Enum):
    """What a field holds. LINE and LONG are text; WORDS a list of short texts; LINK and LINKS name other records by id."""

    LINE = "line"
    LONG = "long"
    CHOICE = "choice"
    SCALE = "scale"
    DATE = "date"
    FLAG = "flag"
    WORDS = "words"
    LINK = "link"
    LINKS = "links"
    MARKS = "marks"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a CHOICE field: the stored `key` and the `label` that people read (translate it where it is shown)."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Spec:
    """One declared field. `limit` counts letters (or entries of a list); `search` is the weight in results, 0 for never."""

    type: FieldType
    label: str
    limit: int = 0
    choices: tuple[Choice, ...] = ()
    audience: Audience = Audience.COMMITTEE
    search: int = 0
    required: bool = False
    to: str = ""
    name: str = ""


LINE_LIMIT = 200
LONG_LIMIT = 20_000
LIST_LIMIT = 100


def line(
    label: str,
    *,
    limit: int = LINE_LIMIT,
    search: int = 0,
    required: bool = False,
    audience: Audience = Audience.COMMITTEE,
) -> str:
    """A text of one line, at most `limit` letters."""
    return _field("", Spec(FieldType.LINE, label, limit, audience=audience, search=search, required=required))


def long(label: str, *, limit: int = LONG_LIMIT, search: int = 0, audience: Audience = Audience.COMMITTEE) -> str:
    """A text of several lines; two people's changes to it are merged letter by letter."""
    return _field("", Spec(FieldType.LONG, label, limit, audience=audience, search=search))


def choice(
    label: str, choices: tuple[Choice, ...], default: str, *, more: str = "", audience: Audience = Audience.COMMITTEE
) -> str:
    """One of a few named values, or with `more` also the id of a record of that kind (a community's own group)."""
    return _field(default, Spec(FieldType.CHOICE, label, choices=choices, audience=audience, to=more))


def scale(label: str, *, audience: Audience = Audience.OFFICE) -> int | None:
    """A judgement from 1 (little) to 5 (much), or None when nobody has judged yet."""
    return cast("int | None", _field(None, Spec(FieldType.SCALE, label, 5, audience=audience)))


def count(label: str, limit: int, *, audience: Audience = Audience.COMMITTEE) -> int | None:
    """A whole number from 1 to `limit`, or None when it is not known."""
    return cast("int | None", _field(None, Spec(FieldType.SCALE, label, limit, audience=audience)))


def day(label: str, *, audience: Audience = Audience.COMMITTEE) -> date | None:
    """A calendar day without time or zone, or None."""
    return cast("date | None", _field(None, Spec(FieldType.DATE, label, audience=audience)))


def flag(label: str, *, audience: Audience = Audience.COMMITTEE) -> bool:
    """Yes or no."""
    return cast("bool", _field(False, Spec(FieldType.FLAG, label, audience=audience)))


def words(
    label: str, *, search: int = 0, audience: Audience = Audience.COMMITTEE, limit: int = LIST_LIMIT
) -> tuple[str, ...]:
    """A list of short texts, such as languages."""
    return cast("tuple[str, ...]", _field((), Spec(FieldType.WORDS, label, limit, audience=audience, search=search)))


def link(label: str, to: str, *, required: bool = False, audience: Audience = Audience.COMMITTEE) -> str:
    """The id of one record of the kind `to`, or empty."""
    return _field("", Spec(FieldType.LINK, label, audience=audience, required=required, to=to))


def links(label: str, to: str, *, audience: Audience = Audience.COMMITTEE) -> tuple[str, ...]:
    """Ids of several records of the kind `to`."""
    return cast("tuple[str, ...]", _field((), Spec(FieldType.LINKS, label, LIST_LIMIT, audience=audience, to=to)))


def marks(label: str, *, audience: Audience = Audience.OFFICE) -> Mapping[str, str]:
    """Short keys with a short value each, such as who may see which field."""
    spec = Spec(FieldType.MARKS, label, LIST_LIMIT, audience=audience)
    made: Any = dataclasses.field(default_factory=dict[str, str], metadata={"spec": spec})
    return cast("Mapping[str, str]", made)


def _field(default: object, spec: Spec) -> Any:
    return dataclasses.field(default=default, metadata={"spec": spec})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has. `kind` is its name in the file, `noun` its name for people, `title_field` what it is called by.

    A kind with `in_tree` also has a place in an outline: `parent` (an id or empty) and an order among its siblings, which
    the list it comes in shows.
    """

    kind: ClassVar[str] = ""
    noun: ClassVar[str] = ""
    title_field: ClassVar[str] = ""
    in_tree: ClassVar[bool] = False

    id: str = ""
    parent: str = ""

    @property
    def title(self) -> str:
        """What the record is called in lists, or an empty text."""
        return str(getattr(self, type(self).title_field, ""))

    def refusal(self) -> str:
        """A sentence when the fields do not go together, else an empty text. Kinds with such rules override it."""
        return ""

    def refusal_among(self, before: Record | None, get: Callable[[str], Any]) -> str:
        """A sentence when the record does not go together with others of its kind, else an empty text.

        `before` is how it was (None for a new one), `get` answers with a record of the kind as it stands within the edit.
        """
        return ""

    def settled(self, before: Record) -> Self:
        """The record with what follows from a change to it; `before` is how it was."""
        return self


@cache
def specs(kind: type[Record]) -> Mapping[str, Spec]:
    """The declared fields of a kind by name, in the order of their declaration."""
    found: dict[str, Spec] = {}
    for one in dataclasses.fields(kind):
        spec = one.metadata.get("spec")
        if isinstance(spec, Spec):
            found[one.name] = dataclasses.replace(spec, name=one.name)
    return found


def new_id() -> str:
    """A new id: UUID version 7 (RFC 9562) as 32 hexadecimal digits.

    Its 74 random bits are why two offices never make the same one; it begins with the time, so that records sort in the order
    in which they were made, and a newcomer to the circle takes nobody's seat.
    """
    now = time.time_ns() // 1_000_000
    random = secrets.randbits(74)
    number = (now & (2**48 - 1)) << 80 | 7 << 76 | (random >> 62) << 64 | 2 << 62 | random & (2**62 - 1)
    return f"{number:032x}"


def linked(spec: Spec, value: Any) -> tuple[str, ...]:
    """The ids of other records that a field's value names: they must be there. A declared choice is none."""
    if not spec.to or not value:
        return ()
    if spec.type is FieldType.LINKS:
        return tuple(value)
    return () if any(one.key == value for one in spec.choices) else (str(value),)


def label_of(spec: Spec, key: str) -> str:
    """The untranslated label of a choice's key, or the key itself when it is not known (a newer program's)."""
    return next((one.label for one in spec.choices if one.key == key), key)
