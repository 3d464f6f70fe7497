"""Installing a newer version: its package is copied and checked, the file is backed up and closed, then the installer starts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QProcess

from app.data.own_folders import is_portable
from app.data.releases import Lying, Releases
from app.model.trouble import Trouble
from app.ui.form.work import Worker
from app.ui.safekeeping.going_back import Doors
from app.ui.updates.version_card import VersionCard

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

# Answers whether it could be started.
Start = Callable[[Path], bool]


def start_installer(package: Path) -> bool:
    """Windows starts the installer itself; macOS opens the disk image."""
    program, arguments = ("open", [str(package)]) if sys.platform == "darwin" else (str(package), [])
    started, _process = QProcess.startDetached(program, arguments)
    return started


def can_start() -> bool:
    """On Linux, and for a copy on a stick, the package is an archive, to be unpacked by hand."""
    return sys.platform in ("win32", "darwin") and not is_portable()


class Installing:
    """One installation at a time, asked for in the card of one window."""

    def __init__(
        self, doors: Doors, releases: Releases, card: VersionCard, start: Start | None = start_installer
    ) -> None:
        self._doors, self._releases, self._card, self._start = doors, releases, card, start
        self._worker = Worker(card)
        self._worker.done.connect(self._copied)
        self._worker.failed.connect(self._refused)
        card.install_requested.connect(self.install)

    def install(self, lying: Lying) -> None:
        """Copy and check the package beside the window."""
        self._card.set_busy(True)
        self._card.say(_("Copying and checking it. Leave the stick where it is…"), "")
        self._worker.start(partial(self._releases.take_over, lying))

    def wait(self) -> None:
        """Want nothing any more of what is being copied."""
        self._worker.forget()

    # -- inside -------------------------------------------------------------------------------------------

    def _refused(self, sentence: str) -> None:
        self._card.set_busy(False)
        self._card.say(sentence)

    def _copied(self, package: Path) -> None:
        main = self._doors.main
        if main is None:
            return
        if self._start is None:
            self._card.set_busy(False)
            self._card.say(_by_hand(package), "ok")
            return
        try:
            self._back_up(main)
        except Trouble as trouble:
            self._refused(str(trouble))
            return
        if not self._start(package):
            words = _("The installer could not be started. It lies in “{folder}”: open that folder and start it there.")
            self._refused(words.format(folder=package.parent))
            return
        self._doors.leave()
        QCoreApplication.quit()

    def _back_up(self, main: MainWindow) -> None:
        """Before anything of the program changes, whether anything was edited or not."""
        main.frame.settle()
        workspace = main.session.workspace
        if not workspace.read_only:
            workspace.backups.make(main.safe.keeper.folder, datetime.now().astimezone())


def _by_hand(package: Path) -> str:
    if package.suffix == ".zip":
        words = _(
            "It is whole, and lies in “{folder}”. Close Groundwork, and unpack it over the folder you start it from."
        )
    else:
        words = _("It is whole, and lies in “{folder}”. Unpack it there and start “install.sh” in it.")
    return words.format(folder=package.parent)
