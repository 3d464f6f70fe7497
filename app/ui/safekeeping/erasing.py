"""Erasing at the last: the window is closed, since what it holds is out of reach, and opened again afterwards."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import TYPE_CHECKING

from app.data.erasing import Target, erase
from app.data.erasing_copies import ErasedBackups, erase_file, remove_backups
from app.data.settings import Settings
from app.model.backups import Backup
from app.model.trouble import Trouble
from app.ui.safekeeping.going_back import Doors

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


class Erasing:
    """Of somebody in the open file, or of the file itself."""

    def __init__(self, doors: Doors, settings: Settings) -> None:
        self._doors, self._settings = doors, settings

    def join(self, main: MainWindow) -> None:
        """Hear what a window asks for."""
        main.safe.erasing.erase_requested.connect(self.erase)
        main.settings_page.erasing.erase_file_requested.connect(self.erase_file)

    def erase(self, target: Target, backups: ErasedBackups) -> None:
        """Erase in the file; the backups are done. No backup is made before: it would hold what is to go."""
        main = self._doors.main
        if main is None:
            return
        workspace = main.session.workspace
        file, passphrase = workspace.path, workspace.passphrase
        self._doors.leave(backed_up=False)
        try:
            erased = erase(file, target, passphrase)
        except Trouble as trouble:
            self._reopen(file, passphrase)
            self._say(str(trouble), "warn")
            return
        self._reopen(file, passphrase)
        left = erased.left if erased is not None else 0
        self._say(_told(backups.count, left), "ok" if not left else "warn")
        if backups.closed:
            self._offer(backups.closed)

    def erase_file(self) -> None:
        """Erase the whole file with its backups."""
        main = self._doors.main
        if main is None:
            return
        keeper, file = main.safe.keeper, main.session.workspace.path
        identity, there = main.session.workspace.backups.identity, keeper.folder_there()
        folders = [keeper.folder, *([there] if there is not None else [])]
        self._doors.leave(backed_up=False)
        try:
            left = erase_file(file, folders)
        except Trouble as trouble:
            self._doors.say_start(str(trouble))
            return
        self._settings.forget_all(file, identity)
        self._settings.save()
        words = _("“{name}” and its backups are erased from this computer.").format(name=file.stem)
        if left:
            more = _("These could not be removed: {names}. Remove them yourself.")
            words += " " + more.format(names=", ".join(str(one) for one in left[:5]))
        self._doors.say_start(words)

    # -- inside -------------------------------------------------------------------------------------------

    def _reopen(self, file: Path, passphrase: str | None) -> None:
        self._doors.open_file(file, passphrase)
        main = self._doors.main
        if main is not None:
            main.frame.go_to("who")

    def _say(self, sentence: str, kind: str) -> None:
        if self._doors.main is not None:
            self._doors.main.frame.show_message(sentence, kind)

    def _offer(self, closed: tuple[Backup, ...]) -> None:
        main = self._doors.main
        if main is None:
            return
        line = ngettext(
            "Erased. {count} backup has another passphrase or is damaged, and may still hold the name.",
            "Erased. {count} backups have another passphrase or are damaged, and may still hold the name.",
            len(closed),
        )
        main.frame.show_message(
            line.format(count=len(closed)), "warn", (_("Remove those backups"), partial(self._remove, closed))
        )

    def _remove(self, closed: tuple[Backup, ...]) -> None:
        left = remove_backups(closed)
        if left:
            line = ngettext("{count} could not be removed.", "{count} could not be removed.", left)
            self._say(line.format(count=left), "warn")
        else:
            self._say(_("Those backups are removed."), "ok")


def _told(backups: int, left: int) -> str:
    words = _("Erased from the file.")
    if backups:
        line = ngettext(
            "Erased from the file and from {count} backup.", "Erased from the file and from {count} backups.", backups
        )
        words = line.format(count=backups)
    if left:
        line = ngettext(
            "A word that you ticked still stands in {count} place.",
            "Words that you ticked still stand in {count} places.",
            left,
        )
        words += " " + line.format(count=left)
    return words
