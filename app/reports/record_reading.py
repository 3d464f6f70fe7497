"""Records as Markdown (CommonMark 0.31), to be read as they are or in any program; people's words cannot act in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from gettext import gettext as _

from app.model.item import Item
from app.model.note import Note, notes_on
from app.model.plan import Outline
from app.model.plan_sheet import numbers_of
from app.model.schema import FieldType, Record
from app.reports.record_words import RecordWords

# Deeper than this, lines of an outline are no further set in: nobody could read them.
_DEEPEST = 12
_SIGNS = re.compile(r"([\\`*_\[\]<>&#|~])")
_AT_START = re.compile(r"^(\s*\d*)([-+=.)])")


def shown_as_is(text: str) -> str:
    """One line of people's words that no program takes for a sign of Markdown or HTML."""
    return _AT_START.sub(r"\1\\\2", _quiet(text))


def _quiet(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


def records_markdown(heading: str, records: Iterable[Record], words: RecordWords) -> str:
    """A chapter a record: what it is called, then each field that says something."""
    lines = [f"# {shown_as_is(heading)}", ""]
    for one in records:
        lines += [f"## {shown_as_is(_called(one))}", "", *_fields(one, words, ""), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def plan_markdown(heading: str, items: Sequence[Item], notes: Sequence[Note], words: RecordWords) -> str:
    """The plan as an outline: a line each with its number, below it its fields and the dated notes on it."""
    outline = Outline(items)
    numbers = numbers_of(outline)
    written = _by_item(notes)
    lines = [f"# {shown_as_is(heading)}", ""]
    for item, depth in outline.walk():
        edge = "  " * min(depth, _DEEPEST)
        lines.append(f"{edge}- **{numbers[item.id]} {shown_as_is(_called(item))}**")
        lines += [f"{edge}{line}" for line in _fields(item, words, "  ")]
        for note in notes_on(written.get(item.id, ()), item.id):
            day = note.on.isoformat() if note.on is not None else _("no day")
            lines += _text(f"{edge}  - {_('Note')}, {day}: ", note.words, f"{edge}    ")
    return "\n".join(lines).rstrip("\n") + "\n"


def _by_item(notes: Iterable[Note]) -> Mapping[str, list[Note]]:
    found: dict[str, list[Note]] = {}
    for one in notes:
        found.setdefault(one.item, []).append(one)
    return found


def _called(record: Record) -> str:
    first = next(iter(record.title.split("\n")), "")
    return first[:120] or _(type(record).noun)


def _fields(record: Record, words: RecordWords, edge: str) -> Iterator[str]:
    for spec, said in words.filled(record):
        if spec.name == type(record).title_field and spec.type is not FieldType.LONG:
            continue
        yield from _text(f"{edge}- {shown_as_is(_(spec.label))}: ", said, f"{edge}  ")


def _text(before: str, words: str, edge: str) -> Iterator[str]:
    """Words of several lines keep their lines: a backslash at the end of one is a line break."""
    first, *rest = words.split("\n")
    lines = [f"{before}{_quiet(first)}", *(f"{edge}{shown_as_is(one.strip())}" for one in rest)]
    yield from (f"{one}\\" if one.strip() and number < len(rest) else one for number, one in enumerate(lines))
