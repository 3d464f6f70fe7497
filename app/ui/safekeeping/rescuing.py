"""What becomes of a damaged file: repaired in its place, or a backup taken instead; the damaged one is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.data.backups import backup_folder, backups_in
from app.data.going_back import go_back, newest_sound, put_repaired
from app.data.repair import Repaired
from app.data.settings import Settings
from app.model.backups import SUFFIX, Backup
from app.ui.form.work import Worker
from app.ui.safekeeping.going_back import Doors
from app.ui.safekeeping.keeper import PLACE
from app.ui.safekeeping.words import holds, when
from app.ui.welcome.window import WelcomeWindow


@dataclass(frozen=True, slots=True)
class _Sick:
    """The file, what opens it, and where its backups may lie; the first folder is the one on this computer."""

    file: Path
    passphrase: str | None
    folders: tuple[Path, ...]


def _now() -> datetime:
    return datetime.now().astimezone()


class Rescuing(QObject):
    """Call `rescue`. `above` is where backups of all files lie on this computer."""

    def __init__(
        self,
        doors: Doors,
        welcome: WelcomeWindow,
        settings: Settings,
        above: Path,
        parent: QObject,
        now: Callable[[], datetime] = _now,
    ) -> None:
        super().__init__(parent)
        self._doors, self._welcome, self._settings, self._above, self._now = doors, welcome, settings, above, now
        self._page = welcome.rescue
        self._sick: _Sick | None = None
        self._newest: Backup | None = None
        self._finder, self._doer = Worker(self), Worker(self)
        self._join()

    def rescue(self, file: Path, passphrase: str | None) -> None:
        """Close the file where it is open, show the ways, and look for the newest good backup."""
        self._doors.leave(backed_up=False)
        sick = self._sick = _Sick(file, passphrase, self._folders(file))
        self._newest = None
        self._page.show_file(file.name)
        self._welcome.show_rescue()

        def find() -> Backup | None:
            return newest_sound([one for folder in sick.folders for one in backups_in(folder)], passphrase)

        self._finder.start(find)

    def wait(self) -> None:
        """Wait for what is being done, and keep nothing of it."""
        self._finder.forget()
        self._doer.wait()
        self._sick = None

    # -- inside -------------------------------------------------------------------------------------------

    def _join(self) -> None:
        page = self._page
        page.repair_requested.connect(self._repair)
        page.backup_requested.connect(self._take_newest)
        page.elsewhere_requested.connect(self._choose)
        page.look_requested.connect(self._look)
        page.back_requested.connect(self._leave)
        self._finder.done.connect(self._found)
        self._finder.failed.connect(self._not_found)
        self._doer.done.connect(self._done)
        self._doer.failed.connect(page.say)

    def _folders(self, file: Path) -> tuple[Path, ...]:
        """By the number that was noted when the file was open here; a file that came from elsewhere has no backups here."""
        identity = self._settings.identities.get(str(file), "")
        if not identity:
            return (self._above / file.stem,)
        folders = [backup_folder(self._above, file.stem, identity)]
        place = self._settings.backup_places.get(identity, "")
        if place:
            folders.append(backup_folder(Path(place) / PLACE, file.stem, identity))
        return tuple(folders)

    def _found(self, newest: Backup | None) -> None:
        self._newest = newest
        if newest is None:
            self._page.show_backup("")
            return
        words = _("The newest good one is of {when}: {content}. What was done after that is missing from it.")
        self._page.show_backup(words.format(when=when(newest.made, self._now()), content=holds(newest)))

    def _not_found(self, _sentence: str) -> None:
        self._page.show_backup("")

    def _repair(self) -> None:
        sick, now = self._sick, self._now()
        if sick is not None and not self._doer.busy:
            self._page.set_busy(_("Reading all that can be read…"))
            self._doer.start(lambda: put_repaired(sick.file, sick.folders[0], now, sick.passphrase)[0])

    def _take_newest(self) -> None:
        if self._newest is not None:
            self._take(self._newest.path)

    def _choose(self) -> None:
        filters = _("Community files") + f" (*{SUFFIX})"
        chosen, _filter = QFileDialog.getOpenFileName(self._welcome, _("Choose a backup"), str(Path.home()), filters)
        if chosen:
            self._take(Path(chosen))

    def _take(self, backup: Path) -> None:
        sick, now = self._sick, self._now()
        if sick is not None and not self._doer.busy:
            self._page.set_busy(_("Checking the backup and putting it in place…"))
            self._doer.start(lambda: go_back(backup, sick.file, sick.folders[0], now, sick.passphrase))

    def _look(self) -> None:
        sick = self._sick
        if sick is not None:
            self._leave()
            self._doors.open_file(sick.file, sick.passphrase, read_only=True)

    def _leave(self) -> None:
        self._sick = self._newest = None
        self._finder.forget()
        self._welcome.go_back()

    def _done(self, outcome: object) -> None:
        sick = self._sick
        if sick is None:
            return
        self._leave()
        self._doors.open_file(sick.file, sick.passphrase)
        main = self._doors.main
        if main is not None:
            kept = _("The damaged file is kept among the backups.")
            said = repaired_words(outcome) if isinstance(outcome, Repaired) else _("The backup took the file’s place.")
            main.frame.show_message(f"{said} {kept}", "ok")


def repaired_words(repaired: Repaired) -> str:
    """What a repair in place came to."""
    if not repaired.lost and not repaired.copies:
        return _("The file is repaired. Nothing is lost.")
    if repaired.endless:
        return _(
            "The file is repaired. Its newest changes could not be read, and nobody can say how many there were; what the lists "
            "still showed of them was kept: please look it through, also for something that you had removed."
        )
    words = _(
        "The file is repaired. {lost} of {all} changes could not be read; what the lists still showed of them was kept: "
        "please look it through, also for something that you had removed."
    )
    return words.format(lost=repaired.lost + repaired.copies, all=repaired.edits + repaired.lost)
