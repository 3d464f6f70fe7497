"""What can be undone and done again: read from the history's rows, so that it survives closing the program."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.data.sql import Sql
from app.data.steps import Step, from_text


@dataclass(slots=True)
class Undoable:
    """One entry: the label that Undo shows, and the rows of the history that it takes back together."""

    label: str
    rows: list[int] = field(default_factory=list[int])


class UndoStack:
    """Entries that can be undone, and entries undone that can be done again; the last of each list comes first."""

    def __init__(self, db: Sql) -> None:
        self._db = db
        self.done: list[Undoable] = []
        self.undone: list[Undoable] = []
        for seq, sort, label, joins in db.execute("SELECT seq, sort, label, joins FROM history ORDER BY seq"):
            self.note(seq, sort, label, joins=bool(joins))

    def note(self, seq: int, sort: str, label: str, *, joins: bool) -> None:
        """Follow one row of the history: an "edit", an "undo" or a "redo" (others change nothing here)."""
        match sort:
            case "edit" if joins and self.done:
                self.done[-1].rows.append(seq)
            case "edit":
                self.done.append(Undoable(label, [seq]))
                self.undone.clear()
            case "erase":  # what was before it cannot be taken back any more: its words are gone
                self.done.clear()
                self.undone.clear()
            case "undo" if self.done:
                self.undone.append(self.done.pop())
            case "redo" if self.undone:
                self.done.append(self.undone.pop())
            case _:  # also one whose edit is lost, in a damaged file
                pass

    def steps(self, entry: Undoable) -> list[Step]:
        """The entry's steps in the order in which they were done."""
        steps: list[Step] = []
        for seq in entry.rows:
            row = self._db.execute("SELECT steps FROM history WHERE seq = ?", [seq]).fetchone()
            steps += from_text(row[0])
        return steps
