"""Reads the one file of help lines, and refuses a file that would show a wrong or half a line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from app.data.toml_values import are_texts, table_of
from app.model.helplines import CERTAINTY, WAYS, HelpLine, Number, PrintedNumber
from app.model.toolkit import Closed, Lines, in_order

_DIAL = re.compile(r"[0-9]{3,11}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]+")
_WAYS = {one.key for one in WAYS}
_CERTAINTY = {one.key for one in CERTAINTY}


def load_helplines(path: Path) -> tuple[HelpLine, ...]:
    """The lines in their order, emergency first. Raises ValueError naming the line that is wrong: it is our file."""
    lines = read_lines(path.read_text("utf-8")).lines
    first = min(lines, key=lambda line: line.order, default=None)
    if first is None or not first.emergency or sum(line.emergency for line in lines) != 1:
        raise ValueError("help lines: the one emergency line must come first")
    return lines


def read_lines(text: str) -> Lines:
    """The help lines in a file's text, of a pack also those that are no more. Raises ValueError naming what is wrong."""
    try:
        content = table_of(text, "help lines")
        if unknown := set(content) - {"line", "printed", "closed"}:
            raise ValueError(f"help lines: nobody knows {', '.join(sorted(unknown))}")
        printed = content.get("printed", [])
        lines = [_line(row, printed) for row in content.get("line", [])]
        closed = tuple(_closed(row) for row in content.get("closed", []))
        ids = [line.id for line in lines]
        if len(set(ids)) != len(ids):
            raise ValueError(f"help lines: an id stands twice in {ids}")
        if lost := {one["line"] for one in printed} - set(ids):
            raise ValueError(f"help lines: a printed number belongs to no line: {lost}")
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"help lines: {error}") from error
    check_lines(lines)
    return Lines(in_order(lines), closed)


def check_lines(lines: Sequence[HelpLine]) -> None:
    """Raises ValueError where a number is explained as one that is not offered, and another line offers it."""
    offered = {number.dial for line in lines for number in line.numbers}
    for one in (printed for line in lines for printed in line.printed):
        if "".join(re.findall("[0-9]", one.number)) in offered:
            raise ValueError(f"help lines: {one.number} is only explained, and yet offered")


def _closed(row: Mapping[str, Any]) -> Closed:
    gone = Closed(**row)
    if type(gone.checked) is not date or not str(gone.id).strip():
        raise ValueError(f"help line {gone.id}: when it was found closed is not a date")
    return gone


def _line(row: Mapping[str, Any], printed: list[dict[str, str]]) -> HelpLine:
    line_id = str(row.get("id", "?"))
    try:
        known: dict[str, Any] = {**row, "numbers": _numbers(row), "printed": _printed(line_id, printed)}
        line = HelpLine(**known)
    except (TypeError, KeyError) as error:
        raise ValueError(f"help line {line_id}: {error}") from error
    for name in ("id", "name", "hours", "languages", "for_whom", "source"):
        _must(bool(getattr(line, name).strip()), line, f"{name} is empty")
    _must(type(line.order) is int and type(line.emergency) is bool, line, "order or emergency")
    _must(are_texts([line.note]), line, "note is no text")
    _must(bool(line.numbers), line, "no number")
    _must(line.certainty in _CERTAINTY, line, f"certainty {line.certainty!r}")
    _must(type(line.checked) is date, line, "checked is not a date")
    _must(line.source.startswith(("https://", "http://")), line, "source is not an address")
    for number in line.numbers:
        _must(_is_sound(number), line, f"number {number.display!r}")
    return line


def _numbers(row: Mapping[str, Any]) -> tuple[Number, ...]:
    return tuple(Number(**one) for one in row["numbers"])


def _printed(line_id: str, printed: list[dict[str, str]]) -> tuple[PrintedNumber, ...]:
    mine = [one for one in printed if one["line"] == line_id]
    return tuple(PrintedNumber(number=one["number"], where=one["where"], note=one["note"]) for one in mine)


def _is_sound(number: Number) -> bool:
    """The number that people read and the one that a phone dials must be the same."""
    if not are_texts([number.way, number.display, number.dial, number.send, number.note]):
        return False
    if number.way == "email":
        return number.display == number.dial and _EMAIL.fullmatch(number.dial) is not None
    same = "".join(re.findall("[0-9]", number.display)) == number.dial
    return number.way in _WAYS and same and _DIAL.fullmatch(number.dial) is not None


def _must(holds: bool, line: HelpLine, why: str) -> None:
    if not holds:
        raise ValueError(f"help line {line.id}: {why}")
