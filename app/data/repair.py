"""Makes a sound file out of a damaged one: a new file beside it, the damaged one left exactly as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Any

from app.data.connection import FORMAT, Connection, connect, create, remove_part
from app.data.copies import carry_over
from app.data.history import History, HistoryDamaged
from app.data.migrations import MIGRATIONS
from app.data.opening import note_shape
from app.data.sql import DatabaseError
from app.data.tables import Tables
from app.data.troubles import calmly
from app.model.kinds import KINDS
from app.model.schema import Record
from app.model.trouble import AlreadyThere, Damaged, NameTooLong, NotAllowed


@dataclass(frozen=True, slots=True)
class Repaired:
    """Where the new file is, how many edits were read, and how many could not be (0: nothing is lost); `copies`: PDFs lost."""

    path: Path
    edits: int
    lost: int
    copies: int = 0

    @property
    def sentence(self) -> str:
        """What happened, for the person who asked."""
        if self.copies:
            text = _(
                "{changes} changes and {copies} kept copies could not be read and are missing. The file is “{name}”."
            )
            return text.format(changes=self.lost, copies=self.copies, name=self.path.name)
        if not self.lost:
            return _("Nothing is lost. The repaired file is “{name}”.").format(name=self.path.name)
        text = _("{lost} of {all} changes could not be read and are missing. The repaired file is “{name}”.")
        return text.format(lost=self.lost, all=self.edits + self.lost, name=self.path.name)


def repair(path: Path, passphrase: str | None = None, kinds: Sequence[type[Record]] = KINDS) -> Repaired:
    """Rebuild the tables from all of the history that can be read, in a new file named "… repaired.groundwork".

    Raises AlreadyThere when that exists, Damaged when nothing of the history can be read, and the Troubles of `connect`.
    """
    target = path.with_name(f"{path.stem} repaired{path.suffix}")
    with calmly(target):
        if target.exists():
            raise AlreadyThere(target.name)
    damaged = connect(path, passphrase, read_only=True)
    part = target.with_name(f".{target.name}.part")
    remove_part(part)
    try:
        edits, lost, copies = _rebuild(damaged, part, kinds)
        with calmly(target):
            part.rename(target)
    except (NotAllowed, NameTooLong) as refused:
        raise type(refused)(target.name) from refused  # not by the name of the unfinished file
    finally:
        damaged.close()
        remove_part(part)
    return Repaired(target, edits, lost, copies)


def _rebuild(damaged: Connection, part: Path, kinds: Sequence[type[Record]]) -> tuple[int, int, int]:
    history, rows, lost = _salvage(damaged)
    made = create(part, damaged.passphrase)
    with calmly(part):
        try:
            MIGRATIONS.apply(made.db.database)
            made.db.execute(f"PRAGMA user_version = {FORMAT}")
            tables = Tables(made.db, kinds)
            with made.db.atomic():
                holes = ", ".join("?" for _column in _COLUMNS)
                for row in rows:
                    made.db.execute(f"INSERT INTO history ({', '.join(_COLUMNS)}) VALUES ({holes})", row)
                whole = [rows[-1][0] if rows else 0, history.version(), history.snapshot()]
                made.db.execute("INSERT INTO snapshot (seq, version, whole) VALUES (?, ?, ?)", whole)
                tables.rebuild(history)
                note_shape(made, tables)
                copies = carry_over(damaged.db, made.db)
        finally:
            made.close()
    return len(rows), lost, copies


_COLUMNS = ("seq", "at", "sort", "label", "joins", "steps", "version", "change")


def _salvage(damaged: Connection) -> tuple[History, list[list[Any]], int]:
    """The history from every snapshot and edit that can be read; the rows that could, and how many edits are missing."""
    history = History()
    whole = _try(damaged, "SELECT whole FROM snapshot ORDER BY seq DESC LIMIT 1")
    has_snapshot = whole is not None and _take(history, whole[0])
    numbers = _numbers(damaged)
    if not numbers and not has_snapshot:
        raise Damaged(damaged.path.name)
    rows: list[list[Any]] = []
    lost = 0
    for seq in numbers:
        row = _try(damaged, f"SELECT {', '.join(_COLUMNS)} FROM history WHERE seq = {seq}")
        if row is not None and _take(history, row[-1]):
            rows.append(list(row))
        else:
            lost += 1
    if not rows and not has_snapshot:
        raise Damaged(damaged.path.name)
    return history, rows, lost


def _numbers(damaged: Connection) -> range:
    row = _try(damaged, "SELECT min(seq), max(seq) FROM history")
    return range(row[0], row[1] + 1) if row is not None and row[0] is not None else range(0)


def _try(damaged: Connection, sql: str) -> tuple[Any, ...] | None:
    try:
        return damaged.db.execute(sql).fetchone()
    except DatabaseError:
        return None


def _take(history: History, blob: bytes) -> bool:
    try:
        history.take_in([blob])
    except (HistoryDamaged, TypeError):
        return False
    return True
