"""Erases somebody for good: out of lists, history, search and free pages of a file, and of its backups.

The file must be closed: what a window still holds is not in reach of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path

from app.data.check import problems_in
from app.data.connection import Connection, connect
from app.data.edit import Edit
from app.data.history import History, HistoryDamaged
from app.data.loading import load_history
from app.data.lock import FileLock
from app.data.migrations import bring_up_to_date
from app.data.redaction import Changes, Written
from app.data.shape import is_of_today, note_shape
from app.data.sql import DatabaseError, blob
from app.data.steps import SetField, Step, from_text, to_text
from app.data.tables import Tables
from app.data.troubles import calmly
from app.model.erasing import TELLING, Wanted, is_typed, telling_words
from app.model.kinds import KINDS
from app.model.phrases import N_
from app.model.plain_values import from_plain, to_plain
from app.model.schema import Record, linked, specs
from app.model.trouble import Damaged

LABEL = N_("Erase for good")
Key = tuple[str, str]
Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Target:
    """Who is erased; `words` (a name, a number) are taken out of everybody else's words too, where they stand as a whole."""

    kind: type[Record]
    id: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """What was done in one file: how many records, in how many other places a gap stands now, and where the words still do."""

    records: int
    gaps: int
    left: int


def erase(
    path: Path,
    target: Target,
    passphrase: str | None = None,
    kinds: Sequence[type[Record]] = KINDS,
    *,
    now: datetime | None = None,
) -> Erased | None:
    """Erase in one closed file, as a whole or not at all; None where the file has never known the record.

    Raises InUse, Damaged (a file that is not sound is left alone), and the Troubles of `connect` and of an edit.
    """
    at = now or datetime.now(UTC)
    with calmly(path):
        lock = FileLock(path).take(at.astimezone())
    try:
        opened = connect(path, passphrase)
        try:
            with calmly(path):
                bring_up_to_date(opened, at.astimezone())
                return _Erasing(opened, target, kinds, at).run()
        except HistoryDamaged as error:
            raise Damaged(path.name) from error
        finally:
            _fold_up(opened)
            opened.close()
    finally:
        lock.release()


def _fold_up(opened: Connection) -> None:
    with suppress(Exception):  # it is folded up at the next closing too
        opened.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        opened.db.execute("PRAGMA journal_mode = delete").fetchone()


class _Erasing:
    def __init__(self, opened: Connection, target: Target, kinds: Sequence[type[Record]], at: datetime) -> None:
        self._opened, self._db, self._target, self._kinds = opened, opened.db, target, kinds
        self._tables = Tables(opened.db, kinds)
        self._by_name = {one.kind: one for one in kinds}
        self._at = at
        self._wanted = Wanted(target.words)

    def run(self) -> Erased | None:
        history = load_history(self._opened)
        written = list(Changes(history).written())
        gone = self._with_it(written)
        if not any((one.kind, one.id) in gone for one in written):
            return None
        if problems_in(self._opened, self._kinds):
            raise Damaged(self._opened.path.name)
        with self._db.atomic():
            erased = self._erase(history, gone)
            if problems_in(self._opened, self._kinds):
                raise Damaged(self._opened.path.name)
        # What was freed is overwritten already (secure_delete); this makes the file as small as it should be, if it can.
        with suppress(DatabaseError):
            self._db.execute("VACUUM")
        return erased

    @property
    def _key(self) -> Key:
        return self._target.kind.kind, self._target.id

    def _with_it(self, written: Iterable[Written]) -> set[Key]:
        """The record, and all that cannot be without it and ever named it: ties and talks, removed ones too."""
        found = {self._key}
        for one in written:
            kind = self._by_name.get(one.kind)
            spec = specs(kind).get(one.field) if kind is not None else None
            if spec is not None and spec.required and spec.to == self._key[0] and one.value == self._key[1]:
                found.add((one.kind, one.id))
        return found

    # -- one transaction ----------------------------------------------------------------------------------

    def _erase(self, history: History, gone: set[Key]) -> Erased:
        versions = self._versions()
        since = history.version()
        steps = self._remove(history, gone)
        history.commit(since)
        changes = Changes(history)
        places = self._places(changes.written(), gone)
        changes.redact(lambda one: (one.kind, one.id) in gone or (one.kind, one.id, one.field) in places)
        clean = changes.history()
        gaps = sum(self._put_back(history, clean, place) for place in sorted(places))
        for kind in sorted({kind for kind, _id in gone}):
            clean.note_erased(kind, sorted(one for of, one in gone if of == kind), f"{self._at:%Y-%m-%d}")
        clean.commit(since)
        self._rewrite_rows(clean, versions, gone)
        self._add_row(clean, since, [one for one in steps if self._may_stay(one, gone)])
        self._db.execute("DELETE FROM snapshot")
        self._tables.rebuild(clean)
        note_shape(self._opened, self._tables)
        self._forget_unfinished()
        return Erased(len(gone), gaps, self._left(clean))

    def _remove(self, history: History, gone: set[Key]) -> list[Step]:
        """As anybody would remove it: links are freed, ties and talks go along."""
        if not is_of_today(self._opened, self._tables):
            self._tables.rebuild(history)
        edit = Edit(history, self._tables)
        if edit.get(self._target.kind, self._target.id) is not None:
            edit.remove(self._target.kind, self._target.id)
        for kind, record_id in sorted(gone):
            if history.is_alive(kind, record_id):
                history.set_alive(kind, record_id, alive=False)
        return edit.steps

    def _places(self, written: Iterable[Written], gone: set[Key]) -> set[Place]:
        """Fields of other records in which the words ever stood."""
        stand_in = self._wanted.stand_in
        found = {(one.kind, one.id, one.field) for one in written if stand_in(one.value)}
        for (text,) in self._db.execute("SELECT steps FROM history").fetchall():
            for step in from_text(text):
                if isinstance(step, SetField) and stand_in([step.old, step.new]):
                    found.add((step.kind, step.id, step.field))
        for kind in self._kinds:
            for record in self._tables.all(kind):
                for name, spec in specs(kind).items():
                    if stand_in(to_plain(spec, getattr(record, name))):
                        found.add((kind.kind, record.id, name))
        return {one for one in found if one[:2] not in gone and is_typed(self._by_name.get(one[0]), one[2])}

    def _put_back(self, before: History, clean: History, place: Place) -> bool:
        """Write a field of somebody else's anew, as it stands today, with a gap for the name; whether there is one."""
        kind = self._by_name[place[0]]
        spec = specs(kind)[place[2]]
        record = before.read(kind, place[1])
        if record is None:
            return False  # removed as well: nothing of it is shown any more
        plain = to_plain(spec, getattr(record, place[2]))
        clean.put(kind, place[1], place[2], from_plain(spec, self._wanted.taken_out_of(plain)))
        return self._wanted.stand_in(plain)

    # -- the history's rows -------------------------------------------------------------------------------

    def _versions(self) -> list[tuple[int, bytes]]:
        rows = self._db.execute("SELECT seq, version FROM history ORDER BY seq").fetchall()
        return [(int(seq), blob(version)) for seq, version in rows]

    def _rewrite_rows(self, clean: History, versions: list[tuple[int, bytes]], gone: set[Key]) -> None:
        held = History().version()
        for seq, version in versions:
            until = History.joined(held, version)
            change, held = clean.part(held, until), until
            label, text = self._db.execute("SELECT label, steps FROM history WHERE seq = ?", [seq]).fetchone()
            steps = [one for one in from_text(text) if self._may_stay(one, gone)]
            kept = "" if self._wanted.stand_in(label) else label
            sql = "UPDATE history SET label = ?, steps = ?, change = ? WHERE seq = ?"
            self._db.execute(sql, [kept, to_text(steps), change, seq])

    def _may_stay(self, step: Step, gone: set[Key]) -> bool:
        if (step.kind, step.id) in gone:
            return False
        if not isinstance(step, SetField) or not is_typed(self._by_name.get(step.kind), step.field):
            return True
        return not self._wanted.stand_in([step.old, step.new])

    def _add_row(self, clean: History, since: bytes, steps: Sequence[Step]) -> None:
        version = clean.version()
        row = [self._at.astimezone(UTC).isoformat(timespec="milliseconds"), "erase", _(LABEL), 0, to_text(steps)]
        self._db.execute(
            "INSERT INTO history (at, sort, label, joins, steps, version, change) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [*row, version, clean.part(since, version)],
        )

    def _forget_unfinished(self) -> None:
        for key, value in self._db.execute("SELECT key, value FROM meta WHERE key LIKE 'unfinished:%'").fetchall():
            if self._wanted.stand_in(value) or self._target.id in key:
                self._db.execute("DELETE FROM meta WHERE key = ?", [key])

    # -- what is left -------------------------------------------------------------------------------------

    def _left(self, clean: History) -> int:
        """In how many places the words still stand: by choice, or because we cannot take them out."""
        found = {
            (one.kind, one.id, one.field)
            for one in Changes(clean).written()
            if is_typed(self._by_name.get(one.kind), one.field) and self._wanted.stand_in(one.value)
        }
        return len(found)


def mentions(records: Iterable[Record], target: Record, words: Iterable[str]) -> list[Record]:
    """Other records whose words have one of these in them today; not those that cannot be without the target and go with it."""
    wanted = Wanted(words)
    return [
        one
        for one in records
        if one.id != target.id
        and not _goes_with(one, target)
        and any(
            is_typed(type(one), name) and wanted.stand_in(to_plain(spec, getattr(one, name)))
            for name, spec in specs(type(one)).items()
        )
    ]


def _goes_with(one: Record, target: Record) -> bool:
    return any(
        spec.required and target.id in linked(spec, getattr(one, name)) for name, spec in specs(type(one)).items()
    )


def words_of(history: Iterable[Written], target: Target) -> list[str]:
    """The names, numbers and addresses that the record ever had."""
    key = target.kind.kind, target.id
    return telling_words(one.value for one in history if (one.kind, one.id) == key and one.field in TELLING)
