"""Records that were read already, kept in their order, so that a screen may ask for all of them at every edit."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TypeVar, cast

from app.data.tables import Tables
from app.data.values import from_row
from app.model.schema import Record

R = TypeVar("R", bound=Record)

# (parent, place, id) in an outline, (id,) elsewhere: the order of `Tables.all`.
Key = tuple[str, ...]


class Shelf:
    """One list a kind, read when it is first asked for and then kept in line by `refresh`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._keys: dict[str, list[Key]] = {}
        self._records: dict[str, dict[str, tuple[Key, Record]]] = {}

    def all(self, kind: type[R]) -> list[R]:
        """Every record of the kind, as `Tables.all` answers."""
        if kind.kind not in self._keys:
            self._read(kind)
        records = self._records[kind.kind]
        return cast("list[R]", [records[key[-1]][1] for key in self._keys[kind.kind]])

    def refresh(self, kind_name: str, record_id: str) -> None:
        """Take over what the table says of a record now."""
        if kind_name not in self._keys:
            return
        kind = self._tables.kinds[kind_name]
        keys, records = self._keys[kind_name], self._records[kind_name]
        old = records.pop(record_id, None)
        row = self._tables.row(kind, record_id)
        key = _key(kind, row) if row is not None else None
        if old is not None and old[0] != key:
            del keys[bisect_left(keys, old[0])]
        if row is not None and key is not None:
            if old is None or old[0] != key:
                insort(keys, key)
            records[record_id] = (key, from_row(kind, row))

    def _read(self, kind: type[Record]) -> None:
        rows = self._tables.db.query(f"SELECT * FROM [{kind.kind}]")
        found = [(_key(kind, row), from_row(kind, row)) for row in rows]
        self._keys[kind.kind] = sorted(key for key, _record in found)
        self._records[kind.kind] = {record.id: (key, record) for key, record in found}


def _key(kind: type[Record], row: dict[str, str]) -> Key:
    return (row["parent"], row["place"], row["id"]) if kind.in_tree else (row["id"],)
