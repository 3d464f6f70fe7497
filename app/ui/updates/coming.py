"""Taking content packs in and out: the window is closed and made anew over the same file, since most of it shows pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.data.contents import Contents, Offer
from app.data.releases import Releases
from app.data.workspace import Workspace
from app.model.phrases import N_
from app.model.trouble import Trouble
from app.ui.frame.commands import FILE, Command
from app.ui.safekeeping.going_back import Doors as CommonDoors
from app.ui.safekeeping.going_back import GoingBack
from app.ui.updates.installing import Installing, can_start, start_installer
from app.ui.updates.room import UpdatesRoom

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow
    from app.ui.welcome.window import WelcomeWindow

UPDATES = Command("updates", N_("Updates"), "", "download", FILE)


class Doors(CommonDoors, Protocol):
    """What the program lets this do."""

    going_back: GoingBack
    welcome: WelcomeWindow

    def unfold(self, file: Path, passphrase: str | None, *, read_only: bool = False) -> Workspace:
        """Open a file without a window."""
        ...

    def is_kept(self, file: Path) -> bool:
        """Whether the file is one of those that are listed as opened lately."""
        ...


class Coming:
    """Makes the room for each window when it is first gone to."""

    def __init__(self, doors: Doors, contents: Contents, releases: Releases) -> None:
        self._doors, self._contents, self._releases = doors, contents, releases
        self.room: UpdatesRoom | None = None
        self.installing: Installing | None = None

    def join(self, main: MainWindow) -> None:
        """Hear what a window asks for."""
        # Not before there is a window: its places take long to load.
        from app.ui.main_window import CLOSE

        main.frame.commands.add(UPDATES, self.show, before=CLOSE.id)
        main.settings_page.updates_requested.connect(self.show)

    def forget(self) -> None:
        """The window goes: let nothing of it be held here."""
        if self.room is not None:
            self.room.wait()
        if self.installing is not None:
            self.installing.wait()
        self.room = self.installing = None

    def show(self) -> None:
        """Go to the room."""
        if self._doors.main is not None:
            self._show(self._doors.main)

    def take_in(self, offer: Offer, agreed: bool) -> None:
        """Show what a pack brings from now on."""
        count = len(offer.changes)
        words = ngettext("“{title}” is in: {count} change.", "“{title}” is in: {count} changes.", count)
        self._do(
            partial(self._contents.take_in, offer, agreed=agreed),
            words.format(title=offer.pack.facts.title, count=count),
        )

    def take_out(self, pack_id: str) -> None:
        """Show again what came with the program."""
        titles = [one.entry.title for one in self._contents.taken() if one.entry.id == pack_id]
        words = _("“{title}” is out. What came with the program is shown again.")
        self._do(partial(self._contents.take_out, pack_id), words.format(title="".join(titles)))

    # -- inside -------------------------------------------------------------------------------------------

    def _show(self, main: MainWindow) -> UpdatesRoom:
        if self.room is None:
            self.room = UpdatesRoom(main.settings_page.look, main.session, self._contents, self._releases)
            start = start_installer if can_start() else None
            self.installing = Installing(self._doors, self._releases, self.room.version, start)
            self.room.left.connect(partial(main.frame.show_page, main.settings_page))
            self.room.take_in_requested.connect(self.take_in)
            self.room.take_out_requested.connect(self.take_out)
        main.frame.show_page(self.room)
        self.room.refresh()
        return self.room

    def _do(self, deed: Callable[[], object], done: str) -> None:
        main = self._doors.main
        if main is None or self.room is None:
            return
        if self._doors.going_back.home is not None:
            self.room.banner.say(
                _("You are looking into a backup. Go back to your file first, then try again."), "warn"
            )
            return
        try:
            deed()
        except Trouble as trouble:
            self.room.banner.say(str(trouble), "warn")
            return
        self._doors.welcome.forget_help_lines()
        workspace = main.session.workspace
        open_again = partial(self._doors.unfold, workspace.path, workspace.passphrase, read_only=main.read_only)
        keep = self._doors.is_kept(workspace.path)
        self._doors.leave()
        try:
            main = self._doors.enter(open_again(), keep=keep)
        except Trouble as trouble:
            self._doors.say_start(str(trouble))
            return
        self._show(main).banner.say(done, "ok")
