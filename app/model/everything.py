"""What a community takes with it when it takes everything: which files there are, and what whoever writes them may ask for.

One zip in open formats. `manifest.json` and what it names are read back by the program; all else is for people and other
programs, and nothing is lost when it is thrown away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import Any, Protocol, TypeVar

from app.model.schema import Record
from app.model.trace import Trace
from app.model.trouble import Trouble

R = TypeVar("R", bound=Record)

FORMAT, VERSION = "groundwork everything", 1
README, MANIFEST = "README.txt", "manifest.json"
HISTORY, REMOVED = "history/history.jsonl", "history/removed.json"

Went = Callable[[int, int], None]
"""Told how much is done, and of how much; raises Stopped when no more is wanted."""


@dataclass(frozen=True, slots=True)
class PastEdit:
    """One line of the history. `at` is its hour (ISO 8601), `sort` what it was: edit, undo, redo, start, repair or kept.

    `changes` are plain values: kind and id of a record, and either `field` with `before` and `after`, or `added`, `removed`,
    or `moved`.
    """

    at: str
    sort: str
    label: str
    changes: Sequence[Mapping[str, Any]]


class Contents(Protocol):
    """All that is in a community file, as it was at one moment."""

    @property
    def kinds(self) -> Sequence[type[Record]]:
        """Every kind of record that the program has."""
        ...

    def all(self, kind: type[R]) -> list[R]:
        """Every record of a kind; those in an outline with each parent's children in their order."""
        ...

    def removed(self, kind: type[R]) -> list[R]:
        """Every record of a kind that was removed and not erased, as it was last."""
        ...

    def history(self) -> Iterator[PastEdit]:
        """Every edit, the oldest first."""
        ...

    def traces(self) -> Mapping[str, Trace]:
        """What the history tells of each line of the plan, by id."""
        ...

    def pdf(self, digest: str) -> Iterator[bytes] | None:
        """A kept PDF in pieces; None when it is not there or not whole."""
        ...

    def pdf_words(self, digest: str) -> list[str]:
        """What is written on each of its pages."""
        ...


class Stopped(Trouble):
    """The person thought better of it; nothing was saved."""

    def __init__(self) -> None:
        super().__init__(_("Stopped. Nothing was saved."))


def records_file(kind: type[Record], ending: str) -> str:
    """Where the records of a kind stand; `ending` is "json" or "csv"."""
    return f"records/{kind.kind}.{ending}"


def in_outline_order(records: Sequence[R]) -> list[R]:
    """Records of an outline in reading order, each behind what it stands below; siblings keep their order.

    What stands below nothing that is there, or below itself, is not among them.
    """
    children: dict[str, list[R]] = {}
    for one in records:
        children.setdefault(one.parent, []).append(one)
    found: list[R] = []
    stack = children.pop("", [])[::-1]
    while stack:
        one = stack.pop()
        found.append(one)
        stack += children.pop(one.id, [])[::-1]
    return found
