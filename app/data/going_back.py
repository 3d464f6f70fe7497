"""Takes a backup in place of a community file, keeps what stood there, and proves backups by opening them for real."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.data.backups import content_of, copy_whole, set_aside_name
from app.data.check import check_file, problems_in
from app.data.connection import beside, connect, remove_part
from app.data.lock import FileLock
from app.data.opening import open_workspace
from app.data.repair import Repaired, repair
from app.data.troubles import calmly
from app.model.backups import Backup, newest_first
from app.model.community import COMMUNITY_ID, Community
from app.model.kinds import KINDS
from app.model.schema import Record
from app.model.trouble import Damaged, NotThere, Trouble

_ASIDE = "set aside.part"


@dataclass(frozen=True, slots=True)
class WentBack:
    """`file` is the backup's content now; `kept` is where that lies which stood there before, or None for nothing."""

    file: Path
    kept: Path | None


def go_back(
    backup: Path, file: Path, keep_in: Path, now: datetime, passphrase: str | None = None, *, known: str | None = None
) -> WentBack:
    """Put a copy of `backup` in the place of `file`, which must be closed. What stands there is kept in `keep_in` first.

    `passphrase` opens the backup, and afterwards the file; `known` opens the file that stands there, where it is known.
    Raises Damaged for a backup that is not sound, InUse, and the Troubles of `connect` and `writing_safely`; then the
    file is as it was.
    """
    if check_file(backup, passphrase):
        raise Damaged(backup.name)
    with calmly(file):
        if not file.parent.is_dir():
            raise NotThere(file.parent.name)
        lock = FileLock(file).take(now)
    try:
        kept = _set_aside(file, keep_in, now, known) if file.exists() else None
        # The newest edits that SQLite left beside the old file must not be read into the new one.
        for one in (*beside(file), file.with_name(f"{file.name}-shm")):
            with calmly(file):
                one.unlink(missing_ok=True)
        copy_whole(backup, file)
    finally:
        lock.release()
    return WentBack(file, kept)


def _set_aside(file: Path, keep_in: Path, now: datetime, passphrase: str | None) -> Path:
    """Copy what stands there, in one file where it can be opened, and byte for byte where it cannot.

    Only copies are ever opened: SQLite takes away what it cannot read beside a damaged file.
    """
    with calmly(keep_in):
        keep_in.mkdir(mode=0o700, parents=True, exist_ok=True)
    trial = keep_in / f".{_ASIDE}"
    remove_part(trial)
    try:
        _copy_with_beside(file, trial)
        held = _folded_up(trial, passphrase)
        target = set_aside_name(keep_in, file.stem, now, held)
        if held is None:
            _copy_with_beside(file, target)
        else:
            with calmly(target):
                trial.replace(target)
        return target
    finally:
        remove_part(trial)


def _copy_with_beside(file: Path, target: Path) -> None:
    for one in beside(file):  # the newest edits lie there when its program was killed
        if one.is_file():
            copy_whole(one, target.with_name(target.name + one.name.removeprefix(file.name)))
    copy_whole(file, target)


def _folded_up(copy: Path, passphrase: str | None) -> tuple[int, int] | None:
    """Bring everything that lies beside the copy into it, and say what it holds; None where that cannot be done."""
    try:
        opened = connect(copy, passphrase)
    except Trouble:
        return None
    try:
        with calmly(copy):
            opened.db.execute("PRAGMA journal_mode = delete").fetchone()
            return None if problems_in(opened) else content_of(opened)
    except Trouble:
        return None
    finally:
        opened.close()


def prove(backup: Path, passphrase: str | None, folder: Path, kinds: Sequence[type[Record]] = KINDS) -> tuple[int, int]:
    """A drill: copy the backup into `folder`, open it to change, change it, undo that, check all; how many partners and steps.

    Nothing of the drill is left. Raises Damaged, and the Troubles of `connect` and `writing_safely`.
    """
    trial = folder / ".drill.groundwork"
    remove_part(trial)
    try:
        copy_whole(backup, trial)
        workspace = open_workspace(trial, passphrase, kinds=kinds)
        try:
            community = workspace.get(Community, COMMUNITY_ID) or Community()
            with workspace.edit("drill") as edit:
                edit.change(Community, COMMUNITY_ID, place=f"{community.place} .".strip())
            workspace.undo()
            if workspace.get(Community, COMMUNITY_ID) != community:
                raise Damaged(backup.name)
        finally:
            workspace.close()
        opened = connect(trial, passphrase, read_only=True)
        try:
            with calmly(backup):
                if problems_in(opened, kinds):
                    raise Damaged(backup.name)
                return content_of(opened)
        finally:
            opened.close()
    finally:
        _remove_with_lock(trial)


def _remove_with_lock(trial: Path) -> None:
    remove_part(trial)
    with suppress(OSError):
        trial.with_name(f".{trial.name}.lock").unlink()


def newest_sound(
    backups: Iterable[Backup], passphrase: str | None, kinds: Sequence[type[Record]] = KINDS
) -> Backup | None:
    """The newest that opens with the passphrase and is sound, or None. What was set aside is none of them."""
    for one in newest_first(backups):
        try:
            if not one.before_going_back and not check_file(one.path, passphrase, kinds):
                return one
        except Trouble:
            continue
    return None


def put_repaired(
    file: Path, keep_in: Path, now: datetime, passphrase: str | None = None
) -> tuple[Repaired, Path | None]:
    """Repair a damaged file and let the repaired one take its place; the damaged one is kept in `keep_in`.

    Answers with what was repaired and where the damaged one is. Raises as `repair` and `go_back` do; then it is as it was.
    """
    repaired = repair(file, passphrase)
    try:
        done = go_back(repaired.path, file, keep_in, now, passphrase, known=passphrase)
    finally:
        remove_part(repaired.path)
    return repaired, done.kept
