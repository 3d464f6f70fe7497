"""Opens community files, and those that come and go in a copy on this computer; see `work_copy`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from app.data.connection import is_protected, left_beside
from app.data.drives import is_away
from app.data.lock import FileLock
from app.data.opening import create_workspace, open_workspace, true_path
from app.data.troubles import calmly
from app.data.work_copy import KeptCopy, WorkCopy, digest_of, kept_copies, make_place, remove_place, write_note
from app.data.workspace import Workspace
from app.model.community import Community
from app.model.trouble import Damaged, InUse, NotThere, Trouble

Opened = tuple[Workspace, WorkCopy]


class WorkCopies:
    """Opens community files: those that come and go in a copy under `folder`, all others where they are."""

    def __init__(self, folder: Path, is_away: Callable[[Path, Path], bool] = is_away) -> None:
        self._folder, self._is_away = folder, is_away
        self._last: WorkCopy | None = None

    def open(self, file: Path, passphrase: str | None = None, *, read_only: bool = False) -> Workspace:
        """Open a file; raises as `open_workspace` does."""
        self.wait()
        if read_only or not file.is_file() or not self.is_away(file) or not _is_ours(file):
            return open_workspace(file, passphrase, read_only=read_only)
        with calmly(file):
            home = true_path(file)
        strange = self._fold_up(home, passphrase)
        with calmly(home):
            lock = FileLock(home).take(datetime.now(UTC).astimezone())
        try:
            workspace, copy = self._open(home, passphrase, lock)
        except _NoRoom:
            lock.give_back()
            return open_workspace(home, passphrase)
        except BaseException:
            lock.give_back()
            raise
        workspace.work_copy = copy
        workspace.set_aside = workspace.set_aside or strange
        self._last = copy
        return workspace

    def create(self, file: Path, community: Community, passphrase: str | None) -> Workspace:
        """Make a new file and open it; raises as `create_workspace` does."""
        made = create_workspace(file, community, passphrase)
        if not made.protected or not self.is_away(file):
            return made
        made.close()
        return self.open(file, passphrase)

    def is_away(self, file: Path) -> bool:
        """Whether it lies on another drive than this computer's own, one that comes and goes."""
        return self._is_away(file, self._folder)

    def waiting(self) -> list[Path]:
        """Copies that hold what is nowhere else that can be reached now."""
        return [one.file for one in kept_copies(self._folder) if one.is_alone]

    def wait(self) -> None:
        """Wait for what is being brought back."""
        if self._last is not None:
            self._last.wait()

    # -- inside -------------------------------------------------------------------------------------------

    def _fold_up(self, home: Path, passphrase: str | None) -> Path | None:
        """A program that was killed may have worked on it there: its newest edits are put into the one file first.

        Answers with where those are that belong to another state of the file.
        """
        if left_beside(home) is None:
            return None
        opened = open_workspace(home, passphrase)
        opened.close()
        return opened.set_aside

    def _open(self, home: Path, passphrase: str | None, lock: FileLock) -> Opened:
        with calmly(home):
            now = digest_of(home)
        kept = kept_copies(self._folder)
        for before in (one for one in kept if now in one.known):
            try:
                return self._go_on(home, passphrase, lock, before)
            except InUse:
                continue  # of a copy of this file that is open too
            except (Damaged, NotThere):
                before.set_aside()
        try:
            place = make_place(self._folder, home, now)
        except Trouble as trouble:
            raise _NoRoom from trouble
        copy = WorkCopy(home, place, (now,), lock)
        try:
            workspace = open_workspace(copy.file, passphrase)
        except BaseException:
            remove_place(place)
            raise
        copy.left = next((one.file for one in kept if one.home == home or now in one.known), None)
        copy.begin(workspace.changes)
        return workspace, copy

    def _go_on(self, home: Path, passphrase: str | None, lock: FileLock, before: KeptCopy) -> Opened:
        copy = WorkCopy(home, before.place, before.known, lock)
        workspace = open_workspace(before.file, passphrase)
        with suppress(Trouble, OSError):
            write_note(before.place, home, before.known)  # it may have another letter today
        return workspace, copy


class _NoRoom(Exception):
    """No copy can be made on this computer; the file is worked on where it lies."""


def _is_ours(file: Path) -> bool:
    try:
        return is_protected(file)
    except Trouble:
        return False  # whoever opens it says what it is
