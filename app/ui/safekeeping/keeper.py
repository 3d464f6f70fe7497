"""Makes backups by itself while the program works, and when it closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from app.data.backups import Backups, backup_folder, backups_in, carry, thin_out
from app.data.protecting_backups import protect_backups
from app.data.settings import Settings
from app.model.backups import Backup
from app.model.community import COMMUNITY_ID, Community
from app.model.trouble import Trouble
from app.ui.form.work import Worker
from app.ui.session import Session

# So long something may be changed and not be in a backup yet; what an earlier sitting left undone is made up for sooner.
EVERY_SECONDS = 30 * 60
SOON_SECONDS = 60
_LOOKS_MS = 20_000
REMIND_AFTER = timedelta(days=7)
PLACE = "Groundwork backups"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one round: the newest backup here, whether it is in the second place too, or why it is not.

    `newest_edit` is the last edit that is in it, or None where it is one of before.
    """

    made: Backup
    newest_edit: int | None
    at: datetime
    carried: bool = False
    trouble: str = ""


def _now() -> datetime:
    return datetime.now().astimezone()


class BackupKeeper(QObject):
    """Of one open file. `above` is where backups of all files lie on this computer.

    Signals: `kept(Outcome)`, `protected(int)` with how many backups keep an earlier passphrase, `failed(str)` with a
    sentence, `begun()` and `ended()`.
    """

    kept = Signal(object)
    protected = Signal(int)
    failed = Signal(str)
    begun = Signal()
    ended = Signal()

    def __init__(
        self, session: Session, settings: Settings, above: Path, parent: QObject, now: Callable[[], datetime] = _now
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._now = session, settings, now
        workspace = session.workspace
        self._backups: Backups = workspace.backups
        self.folder = backup_folder(above, workspace.path.stem, self._backups.identity)
        self._worker = Worker(self)
        self._worker.done.connect(self._done)
        self._worker.failed.connect(self.failed)
        self._worker.begun.connect(self.begun)
        self._worker.ended.connect(self.ended)
        self._protector = Worker(self)
        self._protector.done.connect(self._protected)
        self._protector.failed.connect(self.failed)
        self._key = workspace.passphrase
        self._clock = QTimer(self, interval=_LOOKS_MS)
        self._clock.timeout.connect(self.look)
        self._since: float | None = None
        if self.works_by_itself:
            if self._backups.due():
                self._since = monotonic() - EVERY_SECONDS + SOON_SECONDS
            session.changed.connect(self._changed)
            self._clock.start()

    # -- what is so -----------------------------------------------------------------------------------------

    @property
    def can(self) -> bool:
        """Whether backups can be made: not of a file that is open for looking only."""
        return not self._session.workspace.read_only and bool(self._backups.identity)

    @property
    def works_by_itself(self) -> bool:
        """Not for the invented sample, which is made anew every day."""
        community = self._session.workspace.get(Community, COMMUNITY_ID)
        return self.can and not (community is not None and community.sample)

    @property
    def busy(self) -> bool:
        """Whether a backup is being made."""
        return self._worker.busy

    @property
    def last(self) -> datetime | None:
        """When this file was backed up last."""
        return self._backups.last

    @property
    def place(self) -> Path | None:
        """The second folder that was chosen, there or not."""
        kept = self._settings.backup_places.get(self._backups.identity, "")
        return Path(kept) if kept else None

    @property
    def place_seen(self) -> datetime | None:
        """When a backup was last put there."""
        return self._settings.backups_seen(self._backups.identity)

    @property
    def place_missed(self) -> bool:
        """Whether there is a second place that got no backup for a week."""
        seen = self.place_seen
        return self.place is not None and (seen is None or self._now() - seen > REMIND_AFTER)

    def folder_there(self) -> Path | None:
        """Where this file's backups lie in the second place, or None when it is not connected."""
        place = self.place
        return _in_place(place, self._session.workspace.path.stem, self._backups.identity) if place else None

    # -- what is done ---------------------------------------------------------------------------------------

    def set_place(self, place: Path | None) -> None:
        """Choose the second folder, or none."""
        identity = self._backups.identity
        self._settings.backup_places.pop(identity, None)
        self._settings.backup_seen.pop(identity, None)
        if place is not None:
            self._settings.backup_places[identity] = str(place)
        self._settings.save()

    def back_up(self) -> None:
        """Make one now, beside the window."""
        if self.can and not self.busy:
            self._since = None
            self._worker.start(self._round())

    def protect(self) -> None:
        """Bring the backups under the passphrase that the file has now."""
        there, old, new = self.folder_there(), self._key, self._session.workspace.passphrase
        folders = [self.folder, *([there] if there is not None else [])]
        self._key = new
        if self.can and old != new:
            self._worker.wait()
            self._protector.start(lambda: protect_backups(folders, old, new))

    def look(self) -> None:
        """Make one when it is time, or carry the last one to a stick that has just been put in."""
        if self.busy or not self._session.is_open:
            return
        if self._since is not None and monotonic() - self._since >= EVERY_SECONDS:
            self.back_up()
        elif self._since is None and self._waits_for_place():
            self._worker.start(self._round(only_carry=True))

    def finish(self) -> None:
        """Before the file is closed: wait for the one at hand, and make one when anything was changed since."""
        self._clock.stop()
        self._worker.see_out()
        try:
            due = self.works_by_itself and self._backups.due()
            waits = self.works_by_itself and self._waits_for_place()
        except Trouble:
            return
        if due or waits:
            self._worker.start(self._round(only_carry=not due))
            self._worker.see_out()

    def wait(self) -> None:
        """Wait for what is being made, and start nothing more."""
        self._clock.stop()
        self._worker.wait()
        self._protector.wait()
        self._key = None

    # -- inside -------------------------------------------------------------------------------------------

    def _changed(self, _changes: object) -> None:
        if self._since is None:
            self._since = monotonic()

    def _waits_for_place(self) -> bool:
        """Whether the second place is there, and the newest backup is not in it yet."""
        last, seen = self.last, self.place_seen
        there = self.folder_there()
        return there is not None and last is not None and (seen is None or seen < last)

    def _round(self, *, only_carry: bool = False) -> Callable[[], Outcome]:
        backups, here, at = self._backups, self.folder, self._now()
        edit, place = backups.newest_edit(), self.place
        stem = self._session.workspace.path.stem

        def do() -> Outcome:
            known = [one for one in backups_in(here) if not one.before_going_back] if only_carry else []
            made, contained = (known[0], None) if known else (backups.make(here, at), edit)
            thin_out(here, at)
            there = _in_place(place, stem, backups.identity) if place is not None else None
            if there is None:
                return Outcome(made, contained, at)
            try:
                carry(made, there)
                thin_out(there, at)
            except Trouble as trouble:
                return Outcome(made, contained, at, trouble=str(trouble))
            return Outcome(made, contained, at, carried=True)

        return do

    def _protected(self, left: list[Backup]) -> None:
        self.protected.emit(len(left))

    def _done(self, outcome: Outcome) -> None:
        if outcome.carried:
            self._settings.backup_seen[self._backups.identity] = outcome.at.isoformat(timespec="seconds")
            self._settings.save()
        try:
            if outcome.newest_edit is not None:
                self._backups.note(outcome.made.made, outcome.newest_edit)
        except Trouble as trouble:
            self.failed.emit(str(trouble))
            return
        self.kept.emit(outcome)


def _in_place(place: Path, stem: str, identity: str) -> Path | None:
    try:
        return backup_folder(place / PLACE, stem, identity) if place.is_dir() else None
    except OSError:
        return None
