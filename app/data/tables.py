"""The ordinary tables: a view of the history, one table a kind, made from the declarations alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypeVar, cast

from app.data.history import History
from app.data.index import index_record, make_index, unindex_record
from app.data.sql import Sql
from app.data.values import column_type, from_row, to_row
from app.model.schema import FieldType, Record, specs

R = TypeVar("R", bound=Record)

_LIST_TYPES = (FieldType.LINKS,)


class Tables:
    """Reads and writes the tables of the declared kinds."""

    def __init__(self, db: Sql, kinds: Sequence[type[Record]]) -> None:
        self.db = db
        self.kinds = {kind.kind: kind for kind in kinds}

    # -- shape --------------------------------------------------------------------------------------------

    def shape(self) -> str:
        """What the tables look like, as text: when it differs from what the file was written with, they are made anew."""
        columns = {name: self._columns(kind) for name, kind in self.kinds.items()}
        search = {name: [s.name for s in specs(k).values() if s.search] for name, k in self.kinds.items()}
        return json.dumps(
            {
                "columns": {n: {c: t.__name__ for c, t in cs.items()} for n, cs in columns.items()},
                "search": search,
            }
        )

    def make(self) -> None:
        """Drop the tables and make them empty."""
        for name, kind in self.kinds.items():
            # not sqlite-utils’ own drop(ignore=True): it knows only the exceptions of the standard sqlite3
            self.db.execute(f"DROP TABLE IF EXISTS [{name}]")
            self.db.table(name).create(self._columns(kind), pk="id", strict=True)
            if kind.in_tree:
                self.db.table(name).create_index(["parent", "place"], f"{name}_order", if_not_exists=True)
        make_index(self.db)

    def _columns(self, kind: type[Record]) -> dict[str, type]:
        columns: dict[str, type] = {"id": str}
        if kind.in_tree:
            columns |= {"parent": str, "place": str}
        return columns | {name: column_type(spec) for name, spec in specs(kind).items()}

    # -- from the history ---------------------------------------------------------------------------------

    def rebuild(self, history: History) -> None:
        """Make every table anew from the history."""
        self.make()
        for kind in self.kinds.values():
            for record_id in history.record_ids(kind):
                self.project(history, kind.kind, record_id)

    def project(self, history: History, kind_name: str, record_id: str) -> None:
        """Bring one record's row and its place in the search index to what the history says."""
        kind = self.kinds.get(kind_name)
        if kind is None:
            return  # a newer program's kind: it stays in the history, untouched
        row = projected_row(history, kind, record_id)
        if row is None:
            self.db.execute(f"DELETE FROM [{kind_name}] WHERE id = ?", [record_id])
            unindex_record(self.db, kind_name, record_id)
            return
        names = ", ".join(f"[{name}]" for name in row)
        holes = ", ".join("?" for _ in row)
        self.db.execute(f"INSERT OR REPLACE INTO [{kind_name}] ({names}) VALUES ({holes})", list(row.values()))
        index_record(self.db, from_row(kind, row))

    # -- reading ------------------------------------------------------------------------------------------

    def all(self, kind: type[R]) -> list[R]:
        """Every record of the kind; those in an outline with each parent's children in their order."""
        order = " ORDER BY parent, place, id" if kind.in_tree else " ORDER BY id"
        found = self.db.query(f"SELECT * FROM [{kind.kind}]{order}")
        return [cast("R", from_row(kind, row)) for row in found]

    def get(self, kind: type[R], record_id: str) -> R | None:
        """One record, or None."""
        row = self.row(kind, record_id)
        return cast("R", from_row(kind, row)) if row is not None else None

    def row(self, kind: type[Record], record_id: str) -> dict[str, Any] | None:
        """One record's row, or None."""
        return next(iter(self.db.query(f"SELECT * FROM [{kind.kind}] WHERE id = ?", [record_id])), None)

    def linking(self, target: str, target_id: str) -> list[tuple[Record, str]]:
        """Every record and field that links to the record `target_id` of the kind named `target`."""
        found: list[tuple[Record, str]] = []
        for kind in self.kinds.values():
            for name, spec in specs(kind).items():
                if spec.to != target:
                    continue
                many = spec.type in _LIST_TYPES
                test = "instr([{}], ?) > 0" if many else "[{}] = ?"
                rows = self.db.query(f"SELECT * FROM [{kind.kind}] WHERE {test.format(name)}", [target_id])
                found += [(from_row(kind, row), name) for row in rows]
        return found


def projected_row(history: History, kind: type[Record], record_id: str) -> dict[str, Any] | None:
    """The row that the history says a record has, or None when it does not exist."""
    record = history.read(kind, record_id)
    if record is None:
        return None
    row = to_row(record)
    if kind.in_tree:
        row["parent"] = history.parent_of(kind.kind, record_id)
        row["place"] = history.place_of(kind.kind, record_id)
    return row
