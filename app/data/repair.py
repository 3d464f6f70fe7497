"""Makes a sound file out of a damaged one: a new file beside it, the damaged one left exactly as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

from app.data.connection import FORMAT, Connection, create, remove_part
from app.data.copies import carry_over
from app.data.filling_up import fill_up
from app.data.history import History
from app.data.migrations import MIGRATIONS
from app.data.salvage import COLUMNS, Reader, Salvaged, salvage
from app.data.shape import note_shape
from app.data.tables import Tables
from app.data.troubles import calmly
from app.model.kinds import KINDS
from app.model.schema import Record
from app.model.trouble import AlreadyThere, Damaged, NameTooLong, NotAllowed


@dataclass(frozen=True, slots=True)
class Repaired:
    """Where the new file is, how many edits were read, and how many could not be (0: nothing is lost); `copies`: PDFs lost.

    `endless`: the newest edits could not even be counted; they are one of those in `lost`.
    """

    path: Path
    edits: int
    lost: int
    copies: int = 0
    endless: bool = False

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
        if self.endless:
            text = _(
                "The newest changes could not be read, and it is not known how many they were. What the lists still show "
                "of them was kept: please look it through, also for something that you had removed. The repaired file is "
                "“{name}”."
            )
        else:
            text = _(
                "{lost} of {all} changes could not be read. What the lists still show of them was kept: please look it "
                "through, also for something that you had removed. The repaired file is “{name}”."
            )
        return text.format(lost=self.lost, all=self.edits + self.lost, name=self.path.name)


def repair(path: Path, passphrase: str | None = None, kinds: Sequence[type[Record]] = KINDS) -> Repaired:
    """Rebuild the tables from all of the history that can be read, in a new file named "… repaired.groundwork".

    Where edits are lost, what the damaged file's tables show is kept too.
    Raises AlreadyThere when the new file exists, Damaged when nothing can be read, and the Troubles of `connect`.
    """
    target = path.with_name(f"{path.stem} repaired{path.suffix}")
    with calmly(target):
        if target.exists():
            raise AlreadyThere(target.name)
    whole, part = (target.with_name(f".{target.name}.{one}") for one in ("whole", "part"))
    remove_part(part)
    try:
        damaged = _reader(path, passphrase, whole)
        try:
            found, copies = _rebuild(damaged, part, kinds)
        finally:
            damaged.close()
        with calmly(target):
            part.rename(target)
    except (NotAllowed, NameTooLong) as refused:
        raise type(refused)(target.name) from refused  # not by the name of the unfinished file
    finally:
        remove_part(part)
        remove_part(whole)
    return Repaired(target, len(found.rows), len(found.lost), copies, found.endless)


def _reader(path: Path, passphrase: str | None, whole: Path) -> Reader:
    """Of the file, or of a copy with an end at `whole` where its own was cut off."""
    try:
        return Reader(path, passphrase)
    except Damaged:
        if not fill_up(path, passphrase, whole):
            raise
        return Reader(whole, passphrase)


def _rebuild(damaged: Reader, part: Path, kinds: Sequence[type[Record]]) -> tuple[Salvaged, int]:
    found = salvage(damaged, kinds)
    if found is None:
        raise Damaged(damaged.path.name)
    rows = _rows_of_all(found) if found.lost else found.rows
    made = create(part, damaged.passphrase)
    with calmly(part):
        try:
            MIGRATIONS.apply(made.db.database)
            made.db.execute(f"PRAGMA user_version = {FORMAT}")
            tables = Tables(made.db, kinds)
            with made.db.atomic():
                holes = ", ".join("?" for _column in COLUMNS)
                for row in rows:
                    made.db.execute(f"INSERT INTO history ({', '.join(COLUMNS)}) VALUES ({holes})", row)
                whole = [rows[-1][0], found.history.version(), found.history.snapshot()]
                made.db.execute("INSERT INTO snapshot (seq, version, whole) VALUES (?, ?, ?)", whole)
                tables.rebuild(found.history)
                note_shape(made, tables)
                copies = carry_over(damaged.ask, made.db)
                _carry_notes(damaged, made)
        finally:
            made.close()
    return found, copies


def _carry_notes(damaged: Reader, made: Connection) -> None:
    """Which file it is, when it was backed up, and what is half typed: all but how its tables were made."""
    for key, value in damaged.ask("SELECT key, value FROM meta WHERE key <> 'tables'") or ():
        if isinstance(key, str) and isinstance(value, str):
            made.db.execute("INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)", [key, value])


def _rows_of_all(found: Salvaged) -> list[list[Any]]:
    """The rows that can be read, and in place of the first lost one all of the history in one piece.

    So they can still be read one by one; but what they could take back is no longer known, so nothing of it is undone.
    """
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    change = found.history.commit(History().version())
    whole = [found.lost[0], now, "repair", "", 0, "[]", found.history.version(), change]
    kept = [[*row[:2], "kept", *row[3:]] for row in found.rows]
    return sorted([whole, *kept], key=lambda row: row[0])
