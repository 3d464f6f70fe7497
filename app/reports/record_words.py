"""Any record in words: its fields by their labels, and what it names by what that is called. For every kind there is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from gettext import gettext as _
from typing import Any

from app.model.arrivals import marked
from app.model.schema import Choice, FieldType, Record, Spec, label_of, linked, specs
from app.reports.people_sheet import BOM

_BETWEEN = "; "
_ONE_LINE = (FieldType.LINK, FieldType.LINKS)


class RecordWords:
    """`records` are all there are, by kind: what one names is called as that is called."""

    def __init__(self, records: Mapping[type[Record], Sequence[Record]]) -> None:
        self._titles = {(kind.kind, one.id): one.title for kind, many in records.items() for one in many}

    def title(self, kind: str, record_id: str) -> str:
        """What a record is called, in one line; empty when it is called nothing or is not there."""
        return " ".join(self._titles.get((kind, record_id), "").split())

    def field(self, record: Record, spec: Spec) -> str:
        """What a field holds, in words; empty when it holds nothing."""
        value: Any = getattr(record, spec.name)
        match spec.type:
            case FieldType.LINK | FieldType.LINKS:
                return _BETWEEN.join(self.title(spec.to, one) or one for one in linked(spec, value))
            case FieldType.CHOICE:
                return self._choice(spec, value)
            case FieldType.FLAG:
                return _("yes") if value else _("no")
            case FieldType.WORDS:
                return _BETWEEN.join(value)
            case FieldType.MARKS:
                return _BETWEEN.join(f"{key}={said}" for key, said in sorted(value.items()))
            case _:
                return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)

    def filled(self, record: Record) -> Iterator[tuple[Spec, str]]:
        """The fields that say something, with their words; of choices those too that nobody has made yet."""
        empty = type(record)()
        for name, spec in specs(type(record)).items():
            words = self.field(record, spec)
            if words and (spec.type is not FieldType.FLAG or getattr(record, name) != getattr(empty, name)):
                yield spec, words

    def _choice(self, spec: Spec, key: str) -> str:
        own = self.title(spec.to, key) if spec.to else ""
        return own or (_(label_of(spec, key)) if Choice(key, label_of(spec, key)) in spec.choices else key)


def records_csv(kind: type[Record], records: Iterable[Record], words: RecordWords) -> bytes:
    """A row a record, a column a field, and behind each field that names others one with their keys (RFC 4180).

    Cells that a spreadsheet would take for a formula begin with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    heads = [_("Key")]
    if kind.in_tree:
        heads += [_("Stands below"), _("Stands below (key)")]
    for spec in specs(kind).values():
        heads += [_(spec.label), _("{field} (key)").format(field=_(spec.label))] if _names(spec) else [_(spec.label)]
    writer.writerow(heads)
    for one in records:
        writer.writerow([marked(cell) for cell in _cells(one, words)])
    return (BOM + out.getvalue()).encode("utf-8")


def _cells(record: Record, words: RecordWords) -> Iterator[str]:
    kind = type(record)
    yield record.id
    if kind.in_tree:
        yield from (words.title(kind.kind, record.parent), record.parent)
    for name, spec in specs(kind).items():
        yield words.field(record, spec)
        if _names(spec):
            yield _BETWEEN.join(linked(spec, getattr(record, name)))


def _names(spec: Spec) -> bool:
    return spec.type in _ONE_LINE
