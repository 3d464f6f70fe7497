"""The smallest changes that an edit is made of, kept with it so that it can be undone and done again.

A step holds what was there and what is there now. Undo does the opposite of each, last first, and leaves alone what
somebody else has changed since.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from app.data.history import History
from app.data.sql import unreadable
from app.model.plain_values import from_plain, to_plain
from app.model.schema import Record, specs

Kinds = dict[str, type[Record]]
# Under which parent (empty: the top), behind which sibling (empty: first).
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SetField:
    """A field got another value (plain values, as in the history)."""

    kind: str
    id: str
    field: str
    old: Any
    new: Any

    def opposite(self) -> SetField:
        """The step that takes this one back."""
        return SetField(self.kind, self.id, self.field, self.new, self.old)

    def apply(self, history: History, kinds: Kinds) -> None:
        """Set the field, unless it no longer holds what this step found there."""
        kind = kinds.get(self.kind)
        spec = specs(kind).get(self.field) if kind is not None else None
        if kind is None or spec is None:
            return  # a newer program's: it stays in the history, untouched
        record = history.read(kind, self.id)
        if record is not None and to_plain(spec, getattr(record, self.field)) == self.old:
            history.put(kind, self.id, self.field, from_plain(spec, self.new))


@dataclass(frozen=True, slots=True)
class SetAlive:
    """A record came to be, or was removed."""

    kind: str
    id: str
    alive: bool

    def opposite(self) -> SetAlive:
        """The step that takes this one back."""
        return SetAlive(self.kind, self.id, not self.alive)

    def apply(self, history: History, kinds: Kinds) -> None:
        """Make it so."""
        if history.is_alive(self.kind, self.id) != self.alive:
            history.set_alive(self.kind, self.id, self.alive)


@dataclass(frozen=True, slots=True)
class Move:
    """A record got another place in its outline; `old` is None when it was placed for the first time."""

    kind: str
    id: str
    old: Place | None
    new: Place | None

    def opposite(self) -> Move:
        """The step that takes this one back."""
        return Move(self.kind, self.id, self.new, self.old)

    def apply(self, history: History, kinds: Kinds) -> None:
        """Move it there; a place that would make a circle (after a merge) is left alone."""
        if self.new is not None:
            history.place(self.kind, self.id, *self.new)


Step = SetField | SetAlive | Move

_NAMES: dict[str, type[SetField] | type[SetAlive] | type[Move]] = {
    "set": SetField,
    "alive": SetAlive,
    "move": Move,
}


def opposite(steps: Sequence[Step]) -> list[Step]:
    """The steps that take these back, in the order to do them in."""
    return [step.opposite() for step in reversed(steps)]


def to_text(steps: Sequence[Step]) -> str:
    """Steps as they are stored."""
    rows: list[list[Any]] = []
    for step in steps:
        match step:
            case SetField():
                rows.append(["set", step.kind, step.id, step.field, step.old, step.new])
            case SetAlive():
                rows.append(["alive", step.kind, step.id, step.alive])
            case Move():
                rows.append(["move", step.kind, step.id, step.old, step.new])
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> list[Step]:
    """Stored steps; raises the error of a damaged page for what nobody can have written."""
    try:
        return _from_text(text)
    except (KeyError, TypeError, ValueError) as error:
        raise unreadable("no steps") from error


def _from_text(text: str) -> list[Step]:
    steps: list[Step] = []
    for name, *values in cast("list[list[Any]]", json.loads(text)):
        if name == "move":
            kind, record_id, old, new = values
            steps.append(Move(kind, record_id, _place(old), _place(new)))
        else:
            steps.append(_NAMES[name](*values))
    return steps


def _place(value: Sequence[str] | None) -> Place | None:
    return (value[0], value[1]) if value is not None else None
