"""How somebody has arranged a table: which columns, in which order, how wide, and by which one it is sorted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Self

NARROWEST, WIDEST, USUAL, STEP = 60, 900, 150, 40


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`order` names every column, `shown` those that are seen; widths are pixels at 100 %. It is never changed: each
    method answers with another.

    Each table has its own, with its columns in ALL, the one that is always there and always first in FIRST, and how it is at
    the start as the fields' defaults.
    """

    ALL: ClassVar[tuple[str, ...]] = ()
    FIRST: ClassVar[str] = ""
    WIDTHS: ClassVar[Mapping[str, int]] = {}

    order: tuple[str, ...] = ()
    shown: frozenset[str] = frozenset()
    widths: tuple[tuple[str, int], ...] = ()
    sorted_by: str = ""
    descending: bool = False

    @property
    def seen(self) -> tuple[str, ...]:
        """The columns that are shown, from left to right."""
        return tuple(one for one in self.order if one in self.shown)

    def width(self, name: str) -> int:
        """How wide a column is."""
        return dict(self.widths).get(name, self.WIDTHS.get(name, USUAL))

    def with_shown(self, name: str, shown: bool) -> Self:
        """With a column, or without it."""
        kept = self.shown | {name} if shown or name == self.FIRST else self.shown - {name}
        return replace(self, shown=kept)

    def with_width(self, name: str, width: int) -> Self:
        """With a column that wide, as far as that can be read."""
        kept = {**dict(self.widths), name: max(NARROWEST, min(WIDEST, width))}
        return replace(self, widths=tuple(kept.items()))

    def ordered(self, order: tuple[str, ...]) -> Self:
        """In another order."""
        return replace(self, order=order)

    def moved(self, name: str, by: int) -> Self:
        """With a column so many places further right among those that are shown; the first stays where it is."""
        seen = self.seen
        place = seen.index(name) + by if name in seen else 0
        if name == self.FIRST or not 1 <= place < len(seen):
            return self
        rest = [one for one in self.order if one != name]
        at = rest.index(seen[place]) + (by > 0)
        return replace(self, order=(*rest[:at], name, *rest[at:]))

    def sorted(self, name: str, *, descending: bool) -> Self:
        """Sorted by a column."""
        return replace(self, sorted_by=name, descending=descending)

    def kept(self) -> str:
        """As one short line: the columns from left to right, a minus before those that are not shown, and the sorting."""
        widths = dict(self.widths)
        columns = [_column(one, one in self.shown, widths.get(one)) for one in self.order]
        return f"{' '.join(columns)} | {'-' if self.descending else ''}{self.sorted_by}"

    @classmethod
    def read(cls, kept: str) -> Self:
        """From such a line. What cannot be read in it (another program's, a spoilt one) is as at the start."""
        columns, _bar, sorting = kept.partition("|")
        found: dict[str, tuple[bool, int | None]] = {}
        for word in columns.split():
            name, _colon, width = word.removeprefix("-").partition(":")
            if name in cls.ALL and name not in found:
                found[name] = (not word.startswith("-"), int(width) if width.isascii() and width.isdigit() else None)
        if len(found) < 2:
            return cls()
        first = cls.FIRST
        # A column that a newer program has added is not shown, and stands at the end.
        order = (first, *(one for one in found if one != first), *(one for one in cls.ALL[1:] if one not in found))
        made = cls(order, frozenset({first, *(one for one, (shown, _width) in found.items() if shown)}))
        for name, (_shown, wide) in found.items():
            made = made if wide is None else made.with_width(name, wide)
        by = sorting.strip()
        name = by.removeprefix("-")
        return made.sorted(name, descending=by.startswith("-")) if name in cls.ALL else made


def _column(name: str, shown: bool, width: int | None) -> str:
    return ("" if shown else "-") + name + ("" if width is None else f":{width}")
