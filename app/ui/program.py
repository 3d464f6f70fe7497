"""The running program: which window is open, and what happens between opening a file and closing it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.data.connection import is_protected
from app.data.contents import Contents
from app.data.log import note_bug
from app.data.opening import open_workspace
from app.data.releases import Releases
from app.data.sample import create_sample
from app.data.settings import Settings
from app.data.tries import Tries
from app.data.work_copies import WorkCopies
from app.data.workspace import Workspace
from app.model.cloud_copies import twins
from app.model.packs import SUFFIX as PACK_SUFFIX
from app.model.trouble import Damaged, InUse, NotAllowed, NotThere, PassphraseNeeded, Trouble, WrongPassphrase
from app.ui.locking.hands import HandsWatch
from app.ui.locking.idle import IdleLock
from app.ui.locking.remains import Remains
from app.ui.locking.session import SystemWatch
from app.ui.locking.vanishing import clear_clipboard, hide_windows
from app.ui.safekeeping.away import words_of_away, words_of_left
from app.ui.safekeeping.erasing import Erasing
from app.ui.safekeeping.going_back import GoingBack
from app.ui.safekeeping.rescuing import Rescuing
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.updates.coming import Coming
from app.ui.welcome.new_page import NewCommunity
from app.ui.welcome.window import WelcomeWindow, make_welcome

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the program is given at its start, and hands on to the windows; the toolkit only when a file is opened."""

    look: Look
    settings: Settings
    log: logging.Logger
    resources: Path
    contents: Contents
    releases: Releases
    sample_folder: Path
    backups: Path
    work_copies: WorkCopies


class Program(QObject):
    """Shows the welcome window or the main window, one at a time."""

    def __init__(self, given: Surroundings, welcome: WelcomeWindow | None = None) -> None:
        super().__init__()
        self._given = given
        self.main: MainWindow | None = None
        self.going_back = GoingBack(self)
        self._erasing = Erasing(self, given.settings)
        self.coming = Coming(self, given.contents, given.releases)
        self.tries = Tries(given.settings)
        self._remains = Remains(self)
        self._left_here = ""
        self.idle = IdleLock(self._idle_minutes, self._wall_stands, self)
        self.system = SystemWatch(self)
        self.hands = HandsWatch(app_of_windows(), self)
        self.welcome = welcome or make_welcome(given.look, given.contents.lines)
        self.rescuing = Rescuing(self, self.welcome, given.settings, given.backups, self)
        self._join()

    def start(self, file: Path | None) -> None:
        """Open the window: with a file where one was asked for, else the welcome."""
        self._show_welcome()
        if file is not None:
            self.open_file(file)

    def open_file(self, file: Path, passphrase: str | None = None, *, read_only: bool = False) -> None:
        """Open a community file, asking for its passphrase where it has one; a trouble is said in the welcome window."""
        if file.suffix == PACK_SUFFIX:
            self._refuse(_("That is a content pack. Open your community file, then choose Updates in its menu."))
            return
        try:
            if is_protected(file) and self._is_held_up(file, passphrase, read_only=read_only):
                return
            self.enter(self.unfold(file, passphrase, read_only=read_only), keep=True)
            self.tries.note_right(file)
        except PassphraseNeeded as needed:
            self.welcome.unlock.show_error(str(needed))
        except WrongPassphrase as wrong:
            self.welcome.unlock.show_error(str(wrong))
            self.welcome.unlock.wait(self.tries.note_wrong(file, _now()))
        except (InUse, NotAllowed) as taken:
            look = None if read_only else lambda: self.open_file(file, passphrase, read_only=True)
            self._refuse(str(taken), _("Open to look only") if look else "", look)
        except Damaged:
            self.rescuing.rescue(file, passphrase)
        except Trouble as trouble:
            if isinstance(trouble, NotThere):
                self._given.settings.forget(file)
                self._given.settings.save()
                if self.main is None:
                    self._show_welcome()  # what was kept here of a file on a stick is listed there
            self._refuse(str(trouble))

    def unfold(self, file: Path, passphrase: str | None, *, read_only: bool = False) -> Workspace:
        """Open a file without a window; raises as `open_workspace` does."""
        return self._given.work_copies.open(file, passphrase, read_only=read_only)

    def create(self, wanted: NewCommunity) -> None:
        """Make a community file and open it; a trouble is said on the form, where everything typed stays."""
        try:
            wanted.path.parent.mkdir(parents=True, exist_ok=True)
            made = self._given.work_copies.create(wanted.path, wanted.community, wanted.passphrase)
            self.enter(made, keep=True)
        except Trouble as trouble:
            self.welcome.new.show_error(str(trouble))
        except OSError:
            self.welcome.new.show_error(str(NotAllowed(wanted.path.parent.name)))

    def open_sample(self) -> None:
        """Open today's sample community, making it when it is not there yet."""
        folder = self._given.sample_folder
        file = folder / f"Cedar Inlet (invented) {date.today():%Y-%m-%d}.groundwork"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            source = self._given.resources / "sample" / "sample.toml"
            self.enter(open_workspace(file) if file.exists() else create_sample(file, source), keep=False)
        except Trouble as trouble:
            self._refuse(str(trouble))
        except OSError:
            self._refuse(str(NotAllowed(folder.name)))

    def hide_away(self) -> None:
        """Take everything off the screen at once and close the file."""
        if self.main is None:
            hide_windows()
            self.welcome.unlock.forget()
        else:
            self._lock_up()
        self.welcome.showMinimized()

    def lock(self) -> None:
        """The same when nobody is there: the window asks for the passphrase of the file. What is being written is left to end."""
        main = self.main
        if main is None or main.print.take_along.busy or not self._locks(main):
            return
        minimized = main.frame.isMinimized()
        self._lock_up()
        # Whoever works in another program keeps the keys.
        self.welcome.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if minimized:
            self.welcome.showMinimized()
        else:
            self.welcome.showNormal()
        self.welcome.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)

    def say_start(self, sentence: str) -> None:
        """Show the start with a sentence, after the file was closed."""
        self._show_welcome()
        self.welcome.say(sentence)

    def meet_bug(self, error: BaseException) -> None:
        """Note a fault of ours, and say calmly that something went wrong; a damaged file is no fault of ours."""
        if isinstance(error, Damaged) and self.main is not None:
            self.main.safe.watch.meet()
            return
        note_bug(self._given.log, error)
        sentence = _("Something went wrong inside the program. What you had saved is safe; the log says where.")
        if self.main is not None:
            self.main.frame.show_message(sentence, "warn")
        elif self.welcome.isVisible():
            self.welcome.say(sentence)

    def is_kept(self, file: Path) -> bool:
        """Whether the file is one of those that are listed as opened lately: all but the sample."""
        return file.parent != self._given.sample_folder

    @property
    def log(self) -> logging.Logger:
        """The program's own log."""
        return self._given.log

    # -- inside -------------------------------------------------------------------------------------------

    def _join(self) -> None:
        welcome = self.welcome
        welcome.file_chosen.connect(self.open_file)
        welcome.sample_requested.connect(self.open_sample)
        welcome.new.create_requested.connect(self.create)
        welcome.unlock.unlock_requested.connect(self._unlock)
        welcome.closed.connect(self._quit_without_windows)
        self.hands.used.connect(self.idle.note_use)
        self.hands.hide_pressed.connect(self.hide_away)
        self.idle.lock_requested.connect(self.lock)
        self.system.leaving.connect(self.lock)
        self.system.watch(welcome)

    def _unlock(self, file: Path, passphrase: str, read_only: bool) -> None:
        self.open_file(file, passphrase, read_only=read_only)

    def enter(self, workspace: Workspace, *, keep: bool) -> MainWindow:
        """Close what is open and show this; `keep`: it is one of the files that are listed as opened lately."""
        self.leave()
        self.going_back.forget()
        if keep:
            self._given.settings.opened(workspace.path)
            self._given.settings.know(workspace.path, workspace.backups.identity)
            self._given.settings.save()
        # Not before it is needed: all the places take longer to load than the welcome to show.
        from app.ui.main_window import MainWindow

        given, contents = self._given, self._given.contents
        session = Session(workspace)
        self.main = MainWindow(
            given.look, session, contents.library(), contents.lines(), given.settings, given.resources, given.backups
        )
        self.going_back.join(self.main)
        self._erasing.join(self.main)
        self.coming.join(self.main)
        self.main.safe.watch.damage_found.connect(self._offer_rescue)
        self.main.welcome_requested.connect(self._back_to_welcome)
        self.main.hide_requested.connect(self.hide_away)
        self.main.file_requested.connect(self.open_file)
        self.main.bug_met.connect(self.meet_bug)
        self.main.closed.connect(self._main_closed)
        self.main.file_lost.connect(self._lose_file)
        self.main.frame.show()
        self.idle.start()
        self._remains.stop()
        self.welcome.hide()
        self.welcome.go_back()
        if keep:
            self._tell_twins(self.main, workspace.path)
            if line := words_of_away(workspace, self._given.work_copies):
                self.main.frame.show_message(line, "info")
        return self.main

    def leave(self, *, at_once: bool = False, backed_up: bool = True) -> Path | None:
        """Close the main window and its file, backed up where it was changed; answers with the file it had."""
        main, self.main = self.main, None
        if main is None:
            return None
        self.idle.stop()
        self.coming.forget()
        file = main.leave(at_once=at_once, backed_up=backed_up)
        self._left_here = words_of_left(main.session.workspace)
        clear_clipboard()
        self._remains.clear()
        return file

    def _offer_rescue(self) -> None:
        main = self.main
        if main is None:
            return
        workspace = main.session.workspace
        line = _(
            "Part of this file is damaged, so nothing more is written to it. What you see can still be read and printed."
        )
        do = partial(self.rescuing.rescue, workspace.path, workspace.passphrase)
        main.frame.show_message(line, "warn", (_("What can be done"), do))

    def _lock_up(self) -> None:
        """Close the file at once, and have the welcome ask for its passphrase where it has one."""
        main, home = self.main, self.going_back.home
        if main is None:
            return
        protected, read_only = main.session.workspace.protected, main.read_only and home is None
        # There is no time for a backup now: the next start makes up for it.
        left = self.leave(at_once=True)
        file = home or left
        self.going_back.forget()
        if file is not None and protected:
            self._ask_passphrase(file, read_only=read_only)
        else:
            self.welcome.show_start([])

    def _locks(self, main: MainWindow) -> bool:
        return main.session.workspace.protected or self._given.settings.lock_plain

    def _idle_minutes(self) -> int:
        return self._given.settings.lock_minutes

    def _wall_stands(self) -> bool:
        return self.main is not None and self.main.reflect.wall is not None

    def _ask_passphrase(self, file: Path, *, read_only: bool) -> None:
        self.welcome.ask_passphrase(file, read_only=read_only)
        self.welcome.unlock.wait(self.tries.wait(file, _now()))

    def _is_held_up(self, file: Path, passphrase: str | None, *, read_only: bool) -> bool:
        if passphrase is None:
            self._show_welcome()
            self._ask_passphrase(file, read_only=read_only)
            return True
        return self._must_wait(file)

    def _must_wait(self, file: Path) -> bool:
        seconds = self.tries.wait(file, _now())
        if seconds > 0:
            self.welcome.unlock.wait(seconds)
        return seconds > 0

    def _main_closed(self) -> None:
        self.leave()
        if self._left_here:
            self.say_start(self._left_here)
        self._quit_without_windows()

    def _back_to_welcome(self) -> None:
        self.leave()
        self._show_welcome()
        if self._left_here:
            self.welcome.say(self._left_here)

    def _lose_file(self, sentence: str) -> None:
        self.leave()
        self._show_welcome()
        self.welcome.say(sentence)

    def _show_welcome(self) -> None:
        self.welcome.show_start(self._given.settings.still_there(), self._given.work_copies.waiting())
        self.welcome.show()

    def _refuse(self, sentence: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        if self.main is None:
            self.welcome.show()
            self.welcome.say(sentence, action, do)
        else:
            self.main.frame.show_message(sentence, "warn", (action, do) if do is not None else None)

    def _tell_twins(self, main: MainWindow, file: Path) -> None:
        """A service that keeps a folder the same leaves two files where two computers worked in one: each lacks something."""
        try:
            found = twins(file.stem, (one.stem for one in file.parent.iterdir() if one.suffix == file.suffix))
        except OSError:
            return
        if found:
            line = _(
                "Beside this file lies “{name}”: two computers seem to have changed it at the same time. Look into both "
                "before you go on, since each may hold what the other lacks."
            )
            main.frame.show_message(line.format(name=found[0]), "warn")

    def _quit_without_windows(self) -> None:
        if self.main is None and not self.welcome.isVisible():
            QApplication.quit()


def app_of_windows() -> QGuiApplication:
    """Qt's application, which there is whenever there is a window."""
    app = QApplication.instance()
    if not isinstance(app, QGuiApplication):
        raise TypeError("a window without an application")
    return app


def _now() -> datetime:
    return datetime.now(UTC)
