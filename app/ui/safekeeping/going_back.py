"""Looking into a backup, and going back to one: the file at hand is closed, and what comes after is opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.data.going_back import go_back
from app.data.opening import open_workspace
from app.data.workspace import Workspace
from app.model.backups import Backup
from app.model.trouble import PassphraseNeeded, Trouble, WrongPassphrase
from app.ui.safekeeping.words import when

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


class Doors(Protocol):
    """What the program lets this do."""

    main: MainWindow | None

    def enter(self, workspace: Workspace, *, keep: bool) -> MainWindow:
        """Close what is open, and show this."""
        ...

    def leave(self, *, backed_up: bool = True) -> Path | None:
        """Close what is open."""
        ...

    def open_file(self, file: Path, passphrase: str | None = None, *, read_only: bool = False) -> None:
        """Open a community file."""
        ...

    def say_start(self, sentence: str) -> None:
        """Show the start with a sentence."""
        ...


def _now() -> datetime:
    return datetime.now().astimezone()


class GoingBack:
    """`home` is the file that somebody came from who looks into a backup of it, or None."""

    def __init__(self, doors: Doors, now: Callable[[], datetime] = _now) -> None:
        self._doors, self._now = doors, now
        self.home: Path | None = None
        self._key: str | None = None

    def join(self, main: MainWindow) -> None:
        """Hear what a window asks for."""
        main.safe.look_inside_requested.connect(self.look_inside)
        main.safe.unlock_requested.connect(self.look_inside_with)
        main.safe.go_back_requested.connect(self.go_back)

    def forget(self) -> None:
        """Nobody looks into a backup any more."""
        self.home = self._key = None

    def look_inside(self, backup: Backup) -> None:
        """Open the backup to look only, with the way back to the file."""
        main = self._doors.main
        if main is None:
            return
        workspace = main.session.workspace
        try:
            opened = open_workspace(backup.path, workspace.passphrase, read_only=True)
        except (WrongPassphrase, PassphraseNeeded):
            main.safe.page.ask_passphrase(backup)
            return
        except Trouble as trouble:
            main.safe.page.banner.say(str(trouble), "warn")
            return
        self._show(opened, backup, workspace)

    def look_inside_with(self, backup: Backup, passphrase: str) -> None:
        """The same with a passphrase of before."""
        main = self._doors.main
        if main is None:
            return
        try:
            opened = open_workspace(backup.path, passphrase, read_only=True)
        except Trouble as trouble:
            main.safe.page.say_wrong(str(trouble))
            return
        self._show(opened, backup, main.session.workspace)

    def go_back(self, backup: Backup) -> None:
        """Take the backup in place of the file, keep what stood there, and open it."""
        main = self._doors.main
        if main is None:
            return
        workspace = main.session.workspace
        file, known = (self.home, self._key) if self.home is not None else (workspace.path, workspace.passphrase)
        passphrase, keep_in = workspace.passphrase, main.safe.keeper.folder
        self._doors.leave(backed_up=False)
        self.forget()
        try:
            go_back(backup.path, file, keep_in, self._now(), passphrase, known=known)
        except (WrongPassphrase, PassphraseNeeded):
            self._reopen(file, known)
            self._ask(backup)
        except Trouble as trouble:
            self._reopen(file, known)
            self._say(str(trouble), "warn")
        else:
            self._reopen(file, passphrase)
            line = _("Your file is as it was: {when}. What was in it before is among the backups.")
            self._say(line.format(when=when(backup.made, self._now())), "ok")

    # -- inside -------------------------------------------------------------------------------------------

    def _show(self, opened: Workspace, backup: Backup, left: Workspace) -> None:
        home, key = (self.home, self._key) if self.home is not None else (left.path, left.passphrase)
        main = self._doors.enter(opened, keep=False)
        self.home, self._key = home, key
        line = _("You are looking into a backup: {when}. Nothing can be changed here.")
        words = line.format(when=when(backup.made, self._now()))
        main.safe.page.set_looking(backup, words, self._return)
        main.frame.show_message(words, "info", (_("Back to my file"), self._return))

    def _return(self) -> None:
        home, key = self.home, self._key
        if home is not None:
            self._doors.leave()
            self.forget()
            self._reopen(home, key)

    def _reopen(self, file: Path, passphrase: str | None) -> None:
        self._doors.open_file(file, passphrase)
        main = self._doors.main
        if main is not None:
            main.safe.show()

    def _ask(self, backup: Backup) -> None:
        main = self._doors.main
        if main is not None:
            main.safe.page.ask_passphrase(backup)

    def _say(self, sentence: str, kind: str) -> None:
        main = self._doors.main
        if main is not None:
            main.safe.page.banner.say(sentence, kind)
