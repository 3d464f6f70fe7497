"""The window before a community file is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QWidget

from app.model.backups import SUFFIX
from app.ui.frame.mark import mark_icon
from app.ui.theme import Look
from app.ui.welcome.start_page import StartPage

if TYPE_CHECKING:
    from app.model.helplines import HelpLine
    from app.ui.welcome.new_page import NewPage
    from app.ui.welcome.rescue_page import RescuePage
    from app.ui.welcome.unlock_page import UnlockPage


class WelcomeWindow(QMainWindow):
    """Start, new community, passphrase and help lines, one page at a time.

    Signals: `file_chosen(Path)` for a file to open, `sample_requested()`, `closed()`; the pages' own signals as well.
    """

    file_chosen = Signal(object)
    sample_requested = Signal()
    closed = Signal()

    def __init__(self, look: Look, folder: Path, make_help_lines: Callable[[], QWidget]) -> None:
        super().__init__()
        self._folder = folder
        self.start = StartPage(look)
        self._look, self._make_help_lines = look, make_help_lines
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.setCentralWidget(self.stack)
        self.setWindowTitle("Groundwork")
        self.setWindowIcon(mark_icon(look))
        self.setMinimumSize(720, 560)
        room = self.screen().availableSize()
        self.resize(min(look.px(916), room.width() - 40), min(look.px(740), room.height() - 60))
        self._join()

    # The pages behind the start are made when they are wanted first: the window shows sooner without.

    @cached_property
    def new(self) -> NewPage:
        """For a new community."""
        from app.ui.welcome.new_page import NewPage

        page = NewPage(self._look, self._folder)
        page.back_requested.connect(self.go_back)
        self.stack.addWidget(page)
        return page

    @cached_property
    def unlock(self) -> UnlockPage:
        """For the passphrase of a file."""
        from app.ui.welcome.unlock_page import UnlockPage

        page = UnlockPage(self._look)
        page.back_requested.connect(self.go_back)
        self.stack.addWidget(page)
        return page

    @cached_property
    def rescue(self) -> RescuePage:
        """For a damaged file."""
        from app.ui.welcome.rescue_page import RescuePage

        page = RescuePage(self._look)
        self.stack.addWidget(page)
        return page

    @cached_property
    def help_lines(self) -> QWidget:
        """The help lines."""
        page = self._make_help_lines()
        self.stack.addWidget(page)
        return page

    def forget_help_lines(self) -> None:
        """They are others now: read them anew when they are next asked for."""
        page = self.__dict__.pop("help_lines", None)
        if page is not None:
            self.stack.removeWidget(page)
            page.deleteLater()

    def show_start(self, recent: Sequence[Path], kept: Sequence[Path] = ()) -> None:
        """Show the start page with the files that were open before, and copies that are `kept` of files on sticks."""
        self.start.show_recent(recent, kept)
        self.go_back()

    def go_back(self) -> None:
        """Back to the start page; a passphrase that was typed is forgotten."""
        if "unlock" in self.__dict__:
            self.unlock.forget()
        self.stack.setCurrentWidget(self.start)

    def ask_passphrase(self, file: Path, *, read_only: bool = False) -> None:
        """Ask for a file's passphrase."""
        self.stack.setCurrentWidget(self.unlock)
        self.unlock.ask(file, read_only=read_only)

    def show_rescue(self) -> None:
        """Show what can be done about a damaged file."""
        self.stack.setCurrentWidget(self.rescue)
        self.show()

    def say(self, sentence: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show one calm sentence on the start page, with an action where there is one."""
        self.go_back()
        banner = self.start.banner
        banner.action_requested.disconnect()
        if do is not None:
            banner.action_requested.connect(do)
        banner.say(sentence, "warn", action, closes=False)

    def choose_file(self) -> None:
        """Let the person choose a file to open."""
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Open a community file"), str(self._folder), _("Community files") + f" (*{SUFFIX})"
        )
        if chosen:
            self.file_chosen.emit(Path(chosen))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes."""
        super().closeEvent(event)
        self.closed.emit()

    def _join(self) -> None:
        self.start.new_requested.connect(self._show_new)
        self.start.open_requested.connect(self.choose_file)
        self.start.sample_requested.connect(self.sample_requested)
        self.start.recent_requested.connect(self.file_chosen)
        self.start.help_lines_requested.connect(self._show_help_lines)
        self.start.banner.action_requested.connect(self.go_back)
        for keys, do in (("Ctrl+O", self.choose_file), ("F1", self._show_help_lines), ("Escape", self.go_back)):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _show_new(self) -> None:
        self.stack.setCurrentWidget(self.new)
        self.new.start()

    def _show_help_lines(self) -> None:
        self.stack.setCurrentWidget(self.help_lines)


def make_welcome(look: Look, lines: Callable[[], Sequence[HelpLine]]) -> WelcomeWindow:
    """The welcome with the help lines, and the folder where people keep their papers on this computer."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return WelcomeWindow(look, Path(documents), lambda: _help_lines(look, lines))


def _help_lines(look: Look, lines: Callable[[], Sequence[HelpLine]]) -> QWidget:
    from app.ui.helplines.page import HelpLinesPage

    return HelpLinesPage(look, lines())
