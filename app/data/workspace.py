"""A community file while it is open: everything in it is read here, and this is the only door through which it changes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from app.data.backups import Backups
from app.data.changes import Changed, Changes
from app.data.checking import Checking
from app.data.connection import Connection, close_untouched
from app.data.copies import Copies, drop_unnamed, found_pages, hit_in
from app.data.edit import Edit
from app.data.history import History, HistoryDamaged
from app.data.identity import file_number
from app.data.index import hit, ranked
from app.data.loading import load_history
from app.data.lock import FileLock
from app.data.outgoing import Outgoing
from app.data.past import Past
from app.data.protecting import Protecting, put_in_place
from app.data.shelf import Shelf
from app.data.snapshot import make_snapshot
from app.data.steps import Step, opposite, to_text
from app.data.tables import Tables
from app.data.troubles import calmly
from app.data.undo import UndoStack
from app.data.unfinished import Unfinished
from app.data.work_copy import WorkCopy
from app.model.copy import Copy
from app.model.schema import Record
from app.model.search import SearchHit
from app.model.trouble import Damaged, InUse, NotReopened, NotThere, ReadOnly

R = TypeVar("R", bound=Record)

# Typing into one field within this many seconds of the last change to it is one step of undo.
TYPING_SECONDS = 5.0


Listener = Callable[[Changes], None]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Workspace:
    """Made by `app.data.opening`. Not for several threads: long work elsewhere takes the model objects with it."""

    def __init__(
        self,
        connection: Connection,
        kinds: Sequence[type[Record]],
        lock: FileLock | None,
        clock: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._connection = connection
        self._tables = Tables(connection.db, kinds)
        self._shelf = Shelf(self._tables)
        self._lock = lock
        self._clock = clock
        self._history: History | None = None
        self._listeners: list[Listener] = []
        self._editing = False
        self._closed = False
        self.damaged = False  # then nothing is written to it any more
        self._identity = file_number(connection.path)
        self.work_copy: WorkCopy | None = None  # then the file came from elsewhere, and goes back there
        self._typing: tuple[object, datetime] | None = None
        self._undo = UndoStack(connection.db)
        self.saved_at: datetime | None = None
        self.set_aside: Path | None = None  # what lay beside the file, of another state of it
        self.copies = Copies(connection)
        self.past = Past(connection, self._shelf)
        self.outgoing = Outgoing(connection, kinds)
        self.protecting = Protecting(connection, self._put_in_place)
        self.unfinished = Unfinished(connection)
        self.backups = Backups(connection, kinds)
        self.checking = Checking(connection, kinds)

    # -- what it is ---------------------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        """Where the file is; where it came from, while a copy of it is worked on."""
        return self.work_copy.home if self.work_copy is not None else self._connection.path

    @property
    def changes(self) -> int:
        """A number that grows with everything that is written while the file is open."""
        return self._connection.db.raw.total_changes

    @property
    def protected(self) -> bool:
        """Whether it has a passphrase."""
        return self._connection.protected

    @property
    def passphrase(self) -> str | None:
        """What opens it, for opening its own copies; None where it has none."""
        return self._connection.passphrase

    @property
    def read_only(self) -> bool:
        """Whether it was opened for looking only."""
        return self._connection.read_only

    @property
    def newest_edit(self) -> datetime | None:
        """When something was saved last, in an earlier sitting too: a clock that stands before it is set wrong."""
        with calmly(self.path):
            row = self._connection.db.execute("SELECT at FROM history ORDER BY at DESC LIMIT 1").fetchone()
        try:
            return datetime.fromisoformat(row[0]) if row else None
        except ValueError:
            return None

    # -- reading ------------------------------------------------------------------------------------------

    def all(self, kind: type[R]) -> list[R]:
        """Every record of a kind; those in an outline with each parent's children in their order."""
        with self._calmly():
            return self._shelf.all(kind)

    def get(self, kind: type[R], record_id: str) -> R | None:
        """One record, or None."""
        with self._calmly():
            return self._tables.get(kind, record_id)

    def find(self, words: str, limit: int = 30) -> list[SearchHit]:
        """Records that hold every one of the words (the last as a beginning), best first."""
        with self._calmly():
            found = ranked(self._connection.db, words, limit)
            records = [self._get(kind, record_id) for kind, record_id in found if kind in self._tables.kinds]
            hits = [hit(record, words) for record in records if record is not None]
            return [*hits, *self._found_in_copies(words, {one.id for one in hits}, limit - len(hits))]

    # -- the door -----------------------------------------------------------------------------------------

    @contextmanager
    def edit(
        self, label: str, *, by: object = None, typing: object = None, undoable: bool = True
    ) -> Generator[Edit, None, None]:
        """Change something, as a whole or not at all: `with workspace.edit(_("Rename partner"), by=self) as edit: ...`.

        `label` is what Undo shows. Edits with an equal `typing` key shortly after each other are undone together. What
        comes before all a person did (the community itself) is not `undoable`.
        When the block ends, it is on the disk. Raises ReadOnly, Refused, NoSpace, DiskTrouble or NotAllowed, and then
        nothing has changed.
        """
        with self._changing() as history:
            since = history.version()
            edit = Edit(history, self._tables)
            yield edit
            joins = self._joins(typing)
            sort = "edit" if undoable else "start"
            records = self._write(history, since, sort, label, edit.steps, joins=joins)
            if records or typing is None:  # what changed nothing is no edit that the next one could join
                self._typing = (typing, self._clock()) if typing is not None else None
        self._announce(Changes(label, by, records))

    @property
    def undo_label(self) -> str | None:
        """What Undo would take back, or None."""
        return self._undo.done[-1].label if self._undo.done else None

    @property
    def redo_label(self) -> str | None:
        """What Redo would do again, or None."""
        return self._undo.undone[-1].label if self._undo.undone else None

    def undo(self, by: object = None) -> bool:
        """Take the last edit back; False when there is none. Raises as `edit` does."""
        if not self._undo.done:
            return False
        entry = self._undo.done[-1]
        with self._calmly():
            steps = self._undo.steps(entry)
        return self._again("undo", entry.label, opposite(steps), by)

    def redo(self, by: object = None) -> bool:
        """Do again what was undone last; False when there is nothing. Raises as `edit` does."""
        if not self._undo.undone:
            return False
        entry = self._undo.undone[-1]
        with self._calmly():
            steps = self._undo.steps(entry)
        return self._again("redo", entry.label, steps, by)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told of every change once it is on the disk; answers with the way to stop it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def meet_damage(self) -> None:
        """Take no more edits, and leave the file at closing exactly as it is."""
        self.damaged = True

    def close(self, *, tidy: bool = True) -> None:
        """Put everything into the one file and let go of it; harmless when closed already.

        Without `tidy` what only makes the next opening quicker is left for another day: somebody is in a hurry.
        """
        if self._closed:
            return
        self._closed = True
        changes, passphrase = self.changes, self.passphrase
        try:
            if self.damaged and not self.read_only:
                close_untouched(self._connection)
            elif not self.read_only:
                with calmly(self.path):
                    self._find_again()
                    if tidy:
                        self._tidy()
                    else:
                        self._fold_up()
        finally:
            self._let_go()
            if self.work_copy is not None:
                self.work_copy.end(changes, passphrase, at_once=not tidy, sound=not self.damaged)

    # -- inside -------------------------------------------------------------------------------------------

    @contextmanager
    def _calmly(self) -> Generator[None, None, None]:
        try:
            with calmly(self.path):
                yield
        except Damaged:
            self.meet_damage()
            raise

    @contextmanager
    def _changing(self) -> Generator[History, None, None]:
        """The history, for one change. What fails inside leaves file and memory as they were."""
        if self.read_only:
            raise ReadOnly
        if self._closed:
            raise NotThere(self.path.name)
        if self.damaged:
            raise Damaged(self.path.name)
        if self._editing:
            raise RuntimeError("an edit inside an edit")
        self._editing = True
        try:
            with self._calmly():
                self._find_again()
                yield self._loaded()
        except HistoryDamaged as error:
            self._history = None
            self.meet_damage()
            raise Damaged(self.path.name) from error
        except BaseException:
            self._history = None  # it may hold half a change; the next edit reads it from the file again
            raise
        finally:
            self._editing = False

    def _find_again(self) -> None:
        """Edits of a file that was removed, moved or replaced meanwhile would be written where nobody finds them."""
        if file_number(self._connection.path) != self._identity:
            with suppress(InUse), calmly(self.path):
                # SQLite itself would leave what was saved before under the old name, away from the file that was moved.
                self._connection.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            raise NotThere(self.path.name)

    def _put_in_place(self, part: Path, passphrase: str | None) -> None:
        """The same contents under another passphrase; whoever reads and edits here goes on as before."""
        if self._closed or self._editing:
            raise RuntimeError("the file is closed, or in the middle of an edit")
        with calmly(self.path):
            self._find_again()
            self._fold_up()
        try:
            put_in_place(self._connection, part, passphrase)
        except NotReopened:
            self._closed = True
            self._let_go()
            raise
        finally:
            self._identity = file_number(self._connection.path)
            if self.work_copy is not None:
                self.work_copy.fall_behind()

    def _again(self, sort: str, label: str, steps: Sequence[Step], by: object) -> bool:
        with self._changing() as history:
            since = history.version()
            for step in steps:
                step.apply(history, self._tables.kinds)
            records = self._write(history, since, sort, label, steps, joins=False)
            self._typing = None
        self._announce(Changes(label, by, records))
        return True

    def _write(
        self, history: History, since: bytes, sort: str, label: str, steps: Sequence[Step], *, joins: bool
    ) -> tuple[Changed, ...]:
        if not steps:
            return ()
        change = history.commit(since)
        # A newer program's kinds stay in the history; this one has no lists of them.
        touched = sorted(one for one in history.touched() if one[0] in self._tables.kinds)
        db = self._connection.db
        now = self._clock()
        kept = () if sort == "start" else steps  # what cannot be undone needs no way back
        with db.atomic():
            before = [self._get(kind, record_id) for kind, record_id in touched]
            row = [
                now.isoformat(timespec="milliseconds"),
                sort,
                label,
                int(joins),
                to_text(kept),
                history.version(),
            ]
            db.execute(
                "INSERT INTO history (at, sort, label, joins, steps, version, change) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [*row, change],
            )
            seq = int(db.execute("SELECT last_insert_rowid()").fetchone()[0])
            for kind, record_id in touched:
                self._tables.project(history, kind, record_id)
            after = [self._get(kind, record_id) for kind, record_id in touched]
        for kind, record_id in touched:
            self._shelf.refresh(kind, record_id)
        self._undo.note(seq, sort, label, joins=joins)
        self.saved_at = now
        return tuple(Changed(*key, old, new) for key, old, new in zip(touched, before, after, strict=True))

    def _get(self, kind: str, record_id: str) -> Record | None:
        return self._tables.get(self._tables.kinds[kind], record_id)

    def _found_in_copies(self, words: str, named: set[str], limit: int) -> list[SearchHit]:
        """Kept PDFs that hold the words, without those found by their title already."""
        pages = found_pages(self._connection.db, words, limit) if limit > 0 and "copy" in self._tables.kinds else []
        copies = self._shelf.all(Copy) if pages else []
        return [
            hit_in(copy, page, words)
            for page in pages
            for copy in copies
            if copy.digest == page.digest and copy.id not in named
        ][:limit]

    def _joins(self, typing: object) -> bool:
        if typing is None or self._typing is None or self._undo.undone:
            return False
        last, at = self._typing
        return last == typing and 0 <= (self._clock() - at).total_seconds() <= TYPING_SECONDS

    def _announce(self, changes: Changes) -> None:
        if changes.records:
            for listener in list(self._listeners):
                listener(changes)

    def _loaded(self) -> History:
        if self._history is None:
            history = load_history(self._connection)
            history.watch()
            self._history = history
        return self._history

    def _let_go(self) -> None:
        self._connection.close()
        self._connection.passphrase = None
        self._history = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _tidy(self) -> None:
        try:
            make_snapshot(self._connection, self._loaded)
            if "copy" in self._tables.kinds:
                drop_unnamed(self._connection.db)
        except HistoryDamaged as error:
            raise Damaged(self.path.name) from error
        finally:
            self._fold_up()

    def _fold_up(self) -> None:
        # One file with nothing beside it: that is what people copy to a stick. Somebody who looks at it keeps SQLite from
        # taking the rest away, but every word is in the one file first.
        for pragma in ("wal_checkpoint(TRUNCATE)", "journal_mode = delete"):
            with suppress(InUse), calmly(self.path):
                self._connection.db.execute(f"PRAGMA {pragma}").fetchone()
