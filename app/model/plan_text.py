"""Lines of a plan as text: read from an e-mail, a document or a sheet, and written for one.

Depth comes from indentation, from a change of bullets, or from numbers such as 1.2; a sheet's columns are known by its first row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.model.finding import folded
from app.model.item import Item
from app.model.plan import Outline

# More than this is a whole archive, and was hardly meant.
MOST = 1_000
TAB, INDENT = 4, "    "
BULLET = "• "
_SIGN = re.compile(r"(?:[-*+•◦▪■□●○‣·–—§]|o(?=[\t ]))[\t ]+")
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)[.)]?[\t ]+|([a-zA-Z]|[ivxIVX]{1,5})[.)][\t ]+")
_BOX = re.compile(r"\[([ xX✓]?)\][\t ]+|([☐☑☒✓✔])[\t ]*")
_KNOWN = {
    "what": "what | step | steps | task | tasks | action | actions | activity | what will be done | title | name | item",
    "level": "level | kind | type",
    "lead": "lead | who | responsible | person responsible | owner | assigned to | led by | by whom",
    "by": "by when | by | due | due date | deadline | when | date | end | finish",
    "starts": "starts | start | start date | begin | begins | from",
    "status": "status | how it stands | state | progress",
    "needs": "needs | what it needs | resources | resources needed",
    "has": "has | what we have | resources available",
    "barriers": "barriers | what could get in the way | risks | barrier",
    "tell": "who must be told | tell | communication | who should know",
    "sign": "sign | sign that it worked | measure | indicator | evidence",
    "safety": "safety | safety check",
    "cost": "cost | cost in dollars | budget | amount",
    "notes": "notes | note | comments | comment | remarks",
}
_HEADINGS = {words.strip(): name for name, line in _KNOWN.items() for words in line.split("|")}
_LEVEL_DEPTH = {"goal": 0, "objective": 1, "action": 2, "step": 2, "task": 2}


@dataclass(frozen=True, slots=True)
class Line:
    """One line that was read: how deep it stands (0 at the top) and its words by field. "what" is always among them.

    Words of a column that nobody knows are under its own heading, with a colon behind it.
    """

    depth: int
    words: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def what(self) -> str:
        """What is to be done."""
        return self.words.get("what", "")


@dataclass(frozen=True, slots=True)
class Pasted:
    """`left_over` is how many lines came after the most that are taken."""

    lines: tuple[Line, ...]
    left_over: int = 0


def read_lines(text: str) -> Pasted:
    """The lines of a text. No line stands more than one level deeper than the one before it."""
    rows = [one for one in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if one.strip()]
    lines = _read_sheet(rows) if _is_sheet(rows) else _read_outline(rows)
    return Pasted(tuple(_stepwise(lines[:MOST])), max(0, len(lines) - MOST))


def write_lines(lines: Iterable[tuple[str, int]]) -> str:
    """Words with their depth as indented text. A bullet stands before each, so that a sheet reckons with none of them."""
    return "\n".join(f"{INDENT * depth}{BULLET}{' '.join(what.split())}" for what, depth in lines)


def branch_lines(outline: Outline, tops: Sequence[Item]) -> list[tuple[Item, int]]:
    """These items and all that stands below them, with their depth."""
    found: list[tuple[Item, int]] = []
    for one in tops:
        found.append((one, 0))
        found += list(outline.walk(one.id, 1))
    return found


# -- an outline -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    indent: int
    kind: str
    rank: int
    words: str
    done: bool = False


def _read_outline(rows: Sequence[str]) -> list[Line]:
    found: list[Line] = []
    stack: list[_Row] = []
    for text in rows:
        row = _row(text)
        if not row.words:
            continue
        while stack and stack[-1].indent > row.indent:
            stack.pop()
        at = next((n for n, one in enumerate(stack) if _alike(one, row)), -1)
        stack = [*stack[:at], row] if at >= 0 else [*stack, row]
        words = {"what": row.words, "status": "done"} if row.done else {"what": row.words}
        found.append(Line(len(stack) - 1, words))
    return found


def _alike(one: _Row, other: _Row) -> bool:
    """Lines of one list: as far in, with the same bullet, numbers of as many parts."""
    return (one.indent, one.kind, one.rank) == (other.indent, other.kind, other.rank)


def _row(text: str) -> _Row:
    rest = text.lstrip()
    indent = len(text[: len(text) - len(rest)].expandtabs(TAB))
    kind, rank, done = "", 0, False
    if sign := _SIGN.match(rest):
        kind, rest = sign.group()[0], rest[sign.end() :]
    elif number := _NUMBER.match(rest):
        kind, rank = ("1", number.group(1).count(".")) if number.group(1) else ("a", 0)
        rest = rest[number.end() :]
    if box := _BOX.match(rest):
        done = (box.group(1) or box.group(2) or "").strip() in ("x", "X", "✓", "✔", "☑", "☒")
        kind, rest = kind or "[", rest[box.end() :]
    return _Row(indent, kind, rank, " ".join(rest.split()), done)


# -- a sheet --------------------------------------------------------------------------------------------------


def _is_sheet(rows: Sequence[str]) -> bool:
    """Cells are parted by tabs; a tab behind a bullet or a number is none of those."""
    inside = [one for one in rows if "\t" in _bare(one).strip("\t ")]
    return bool(inside) and (len(inside) * 2 >= len(rows) or bool(_headings(rows[0])))


def _bare(row: str) -> str:
    rest = row.lstrip()
    found = _SIGN.match(rest) or _NUMBER.match(rest)
    return rest[found.end() :] if found else rest


def _headings(row: str) -> list[str]:
    """The fields that the first row's cells name, the cell itself for one that is not known; empty when it names none."""
    cells = [one.strip().strip('"') for one in row.split("\t")]
    known = [_HEADINGS.get(folded(one), "") for one in cells]
    if "what" not in known and "level" not in known and sum(map(bool, known)) < 2:
        return []
    named: list[str] = []
    for cell, name in zip(cells, known, strict=True):
        named.append(name if name and name not in named else f"{cell}:" if cell else "")
    if "what" not in named:
        free = next((n for n, one in enumerate(named) if one.endswith(":")), 0)
        named[free] = "what"
    return named


def _read_sheet(rows: Sequence[str]) -> list[Line]:
    named = _headings(rows[0])
    found: list[Line] = []
    deep = 0
    for text in rows[1:] if named else rows:
        indent = len(text) - len(text.lstrip("\t")) if not named else 0
        cells = [_cell(one) for one in text[indent:].split("\t")]
        words = _by_heading(named, cells) if named else _without_headings(cells)
        if not words.get("what"):
            continue
        deep = _LEVEL_DEPTH.get(folded(words.get("level", "")), indent)
        found.append(Line(deep, words))
    least = min((one.depth for one in found), default=0)
    return [Line(one.depth - least, one.words) for one in found]


def _cell(text: str) -> str:
    """Sheets put quotes around a cell that has some inside, and people an apostrophe before what is no formula."""
    words = text.strip()
    if len(words) > 1 and words[0] == words[-1] == '"':
        words = words[1:-1].replace('""', '"')
    if len(words) > 1 and words[0] == "'" and words[1] in "=+-@":
        words = words[1:]
    return " ".join(words.split())


def _by_heading(named: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    found = {name: cell for name, cell in zip(named, cells, strict=False) if name and cell}
    if found.get("what"):
        found["what"] = _row(found["what"]).words
    return found


def _without_headings(cells: Sequence[str]) -> dict[str, str]:
    """The first cell with words is what; the rest is kept in the notes."""
    filled = [one for one in cells if one]
    if not filled:
        return {}
    found = {"what": _row(filled[0]).words or filled[0]}
    if filled[1:]:
        found["notes"] = "; ".join(filled[1:])
    return found


def _stepwise(lines: Iterable[Line]) -> list[Line]:
    found: list[Line] = []
    for one in lines:
        most = found[-1].depth + 1 if found else 0
        found.append(Line(min(one.depth, most), one.words))
    return found
