"""The rows of a plan's sheet that came back, and which step each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.model.clean import tidy_line
from app.model.finding import folded
from app.model.item import Item
from app.model.plan import Outline
from app.model.plan_sheet import DATED, KEY, NUMBER, SENT, mark, numbers_of
from app.model.schema import new_id
from app.model.sheet import Row
from app.model.sheet_headings import Headings


@dataclass(eq=False)
class Line:
    """One row. `sent` are the marks of what was sent by field, None where that is not known; `item` is its step, if it has one.

    `id` is the step's, or for a new row what its step will be called by.
    """

    row: Row
    cells: dict[str, str]
    key: str
    sent: dict[str, str] | None
    item: Item | None = None
    id: str = field(default_factory=new_id)

    @property
    def number(self) -> str:
        """Its outline number, if it has one."""
        return tidy_line(self.cells.get(NUMBER, "")).rstrip(".")

    @property
    def what(self) -> str:
        """Its words."""
        return tidy_line(self.cells.get("what", ""))

    @property
    def is_blank(self) -> bool:
        """Whether somebody has emptied it."""
        return not any(cell.strip() for name, cell in self.cells.items() if name != NUMBER)


def lines_of(rows: Sequence[Row], headings: Headings) -> list[Line]:
    """The rows below the headings that hold anything."""
    return [line for line in (_line(row, headings) for row in rows[headings.at + 1 :]) if line is not None]


def _line(row: Row, headings: Headings) -> Line | None:
    cells = {name: cell for name, cell in zip(headings.columns, row.cells, strict=False) if name}
    key = cells.pop(KEY, "").strip().removeprefix("k")
    sent = cells.pop(SENT, "").strip()
    line = Line(row, cells, key, _marks(sent) if key and sent else None)
    return None if line.is_blank else line


def _marks(sent: str) -> dict[str, str]:
    pairs = (one.partition("=") for one in sent.split())
    own = {"number": NUMBER, "dated": DATED}
    return {own.get(name, name): value for name, sign, value in pairs if sign}


def match_lines(lines: Sequence[Line], outline: Outline) -> None:
    """Say of each line which step it is: by its key, else by number and words, else by words that only one has."""
    taken: set[str] = set()
    by_key: dict[str, list[Line]] = {}
    for line in lines:
        if line.key:
            by_key.setdefault(line.key, []).append(line)
    for key, same in by_key.items():
        item = outline.get(key)
        if item is not None:
            _give(_original(same, item), item, taken)
    numbers = numbers_of(outline)
    by_words: dict[str, list[Item]] = {}
    for item, _depth in outline.walk():
        by_words.setdefault(folded(item.what) or item.what, []).append(item)
    for line in lines:
        if line.item is None and line.what and not line.key:
            same_words = by_words.get(folded(line.what) or line.what, [])
            free = [one for one in same_words if one.id not in taken]
            numbered = [one for one in free if numbers[one.id] == line.number]
            if numbered or len(free) == 1:
                _give(line, (numbered or free)[0], taken)


def _give(line: Line, item: Item, taken: set[str]) -> None:
    line.item, line.id = item, item.id
    taken.add(item.id)


def _original(same: Sequence[Line], item: Item) -> Line:
    """Of rows with one key, copied to begin new ones, that which still has the words that were sent."""

    def as_sent(line: Line) -> Iterator[bool]:
        yield mark(item.id, "what", line.what) == (line.sent or {}).get("what", "")
        yield mark(item.id, NUMBER, line.number) == (line.sent or {}).get(NUMBER, "")

    return max(same, key=lambda line: tuple(as_sent(line)))
