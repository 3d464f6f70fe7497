"""What a sheet that came back proposes: changed fields, new steps, steps that are not in it any more, and what cannot come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.model.sheet import Spoilt


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that somebody else has changed. `old` and `new` are its words; `title` is the step's number and words.

    `unsure` says why it should not come in unseen: the field was changed here as well, or nobody knows what was sent.
    """

    item_id: str
    title: str
    line: int
    field: str
    value: Any
    old: str
    new: str
    unsure: str = ""


@dataclass(frozen=True, slots=True)
class NewStep:
    """A row that is no step yet. `item_id` is what it will be called by; it goes below `parent`, behind `after`.

    `after` is empty for first and None for last. `where` says the place in words, `words` each value, and `unsure` why to look
    at it first.
    """

    item_id: str
    title: str
    line: int
    values: dict[str, Any]
    parent: str
    after: str | None
    where: str = ""
    unsure: str = ""
    words: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class MissingStep:
    """A step that was sent and has no row any more."""

    item_id: str
    title: str


Proposal = FieldChange | NewStep | MissingStep


@dataclass(frozen=True)
class Findings:
    """`rows` counts what was read; `ours` says that the sheet was sent from here, so it is known what was sent.

    `unknown` are headings of columns that say nothing to us: they are left out.
    """

    changes: tuple[FieldChange, ...] = ()
    new: tuple[NewStep, ...] = ()
    missing: tuple[MissingStep, ...] = ()
    unread: tuple[Spoilt, ...] = ()
    unknown: tuple[str, ...] = ()
    rows: int = 0
    ours: bool = False

    def proposals(self) -> list[Proposal]:
        """All of them in the order in which they are shown."""
        return [*self.changes, *self.new, *self.missing]


def safe(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Those that may come in unseen: no removals, and nothing that was changed here as well."""
    return [one for one in proposals if not isinstance(one, MissingStep) and not one.unsure]
