"""Makes and opens community files: lock, layout, and the tables in line with what this program declares."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.data.connection import FORMAT, Connection, connect, create, left_beside, remove_part
from app.data.history import HistoryDamaged
from app.data.identity import ensure_identity
from app.data.loading import load_history
from app.data.lock import FileLock
from app.data.migrations import MIGRATIONS, bring_up_to_date
from app.data.protecting import unfinished_file
from app.data.shape import is_laid_out, is_of_today, note_shape, shape_of
from app.data.sitting import begin_sitting, set_aside_strange
from app.data.tables import Tables
from app.data.troubles import calmly
from app.data.workspace import Workspace
from app.model.community import COMMUNITY_ID, Community
from app.model.kinds import KINDS
from app.model.schema import Record
from app.model.trouble import AlreadyThere, Damaged, NameTooLong, NotAllowed, NotThere, OtherVersion

SUFFIX = ".groundwork"


def _utc_now() -> datetime:
    return datetime.now(UTC)


def create_workspace(
    path: Path,
    community: Community,
    passphrase: str | None = None,
    *,
    kinds: Sequence[type[Record]] = KINDS,
    clock: Callable[[], datetime] = _utc_now,
) -> Workspace:
    """Make a new community file and open it. It appears under its name only when it is whole.

    Raises AlreadyThere, Refused (the community's name), NotThere (no such folder), NotAllowed or NoSpace.
    """
    with calmly(path):
        in_the_way = path if path.exists() else left_beside(path)
        if in_the_way is not None:
            raise AlreadyThere(in_the_way.name)
        if not path.parent.is_dir():
            raise NotThere(path.parent.name)
    part = path.with_name(f".{path.name}.part")
    remove_part(part)
    try:
        _fill(create(part, passphrase), community, kinds, clock)
        with calmly(path):
            part.rename(path)
    except (NotAllowed, NameTooLong) as refused:
        raise type(refused)(path.name) from refused  # not by the name of the unfinished file
    finally:
        remove_part(part)
    return open_workspace(path, passphrase, kinds=kinds, clock=clock)


def _fill(made: Connection, community: Community, kinds: Sequence[type[Record]], clock: Callable[[], datetime]) -> None:
    try:
        with calmly(made.path):
            MIGRATIONS.apply(made.db.database)
            made.db.execute(f"PRAGMA user_version = {FORMAT}")
            tables = Tables(made.db, kinds)
            with made.db.atomic():
                tables.make()
                note_shape(made, tables)
        workspace = Workspace(made, kinds, None, clock)
        with workspace.edit("", undoable=False) as edit:
            edit.add(replace(community, id=COMMUNITY_ID))
        workspace.close()
    finally:
        made.close()


def open_workspace(
    path: Path,
    passphrase: str | None = None,
    *,
    read_only: bool = False,
    journal: str = "wal",
    kinds: Sequence[type[Record]] = KINDS,
    clock: Callable[[], datetime] = _utc_now,
) -> Workspace:
    """Open a community file; with `read_only` for looking only, which never touches it or its lock.

    Raises InUse (or OtherVersion for looking only), NotAllowed, and the Troubles of `connect`.
    """
    with calmly(path):
        path = true_path(path)
        if not path.is_file():
            raise NotThere(path.name)
    if read_only:
        with calmly(path):
            return Workspace(_looked_at(path, passphrase, kinds), kinds, None, clock)
    with calmly(path):
        lock = FileLock(path).take(clock().astimezone())
    try:
        remove_part(unfinished_file(path))
        strange = set_aside_strange(path, passphrase, lock.noted_before)
        opened = connect(path, passphrase, journal=journal)
        try:
            with calmly(path):
                bring_up_to_date(opened, clock().astimezone())
                _align(opened, kinds)
                ensure_identity(opened)
                begin_sitting(opened, lock)
                made = Workspace(opened, kinds, lock, clock)
                made.set_aside = strange
                return made
        except BaseException:
            opened.close()
            raise
    except BaseException:
        lock.give_back()
        raise


def true_path(path: Path) -> Path:
    """Where a file is: the lock must be the same for those who come by a link."""
    # Not on Windows: what resolves a link there also turns the letter of a shared folder into an address.
    return path.absolute() if sys.platform == "win32" else Path(os.path.realpath(path))


def _looked_at(path: Path, passphrase: str | None, kinds: Sequence[type[Record]]) -> Connection:
    opened = connect(path, passphrase, read_only=True)
    try:
        tables = Tables(opened.db, kinds)
        if not is_of_today(opened, tables):
            raise OtherVersion(path.name)
        if not is_laid_out(opened, tables):
            raise Damaged(path.name)
    except BaseException:
        opened.close()
        raise
    return opened


def _align(opened: Connection, kinds: Sequence[type[Record]]) -> None:
    """Make the tables anew when they were made from other declarations than this program's."""
    tables = Tables(opened.db, kinds)
    if shape_of(opened) == tables.shape():
        if not is_laid_out(opened, tables):
            raise Damaged(opened.path.name)
        return
    try:
        history = load_history(opened)
    except HistoryDamaged as error:
        raise Damaged(opened.path.name) from error
    with opened.db.atomic():
        tables.rebuild(history)
        note_shape(opened, tables)
