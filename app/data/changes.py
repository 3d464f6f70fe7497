"""What an edit changed, as it is announced to whoever shows the file."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.schema import Record


@dataclass(frozen=True, slots=True)
class Changed:
    """One record before and after: `before` is None for a new one, `after` None for a removed one, both for a move."""

    kind: str
    id: str
    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What an edit, an undo or a redo changed. `by` is whoever asked for it, so that they can ignore their echo."""

    label: str
    by: object
    records: tuple[Changed, ...]

    def of(self, kind: type[Record]) -> list[Changed]:
        """Those of one kind."""
        return [one for one in self.records if one.kind == kind.kind]
