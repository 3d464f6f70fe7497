"""Opens the window: the one place where everything is made and handed on.

The welcome needs little and shows at once. What opens files is loaded after that, and the places of a file beside the window,
so that they are there when somebody has found the file to open.
"""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Callable, Sequence
from gettext import gettext as _
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from app.data.contents import Contents, own_contents
from app.data.own_folders import NAME, OwnFolders, own_folders, work_copies_folder
from app.data.resources import resources_folder
from app.data.settings import Settings
from app.model.phrases import N_
from app.ui.leftovers import Leftovers
from app.ui.locking.remains import keep_one_heap
from app.ui.reports.printers import speak_locally
from app.ui.theme import Look, make_look
from app.ui.theme.look import DRESSED
from app.ui.welcome.window import make_welcome

if TYPE_CHECKING:
    from app.data.library import Library
    from app.ui.program import Program, Surroundings

# Marked, and not only said: with its module comes a look for catalogues that leaves the disk alone (app/model/phrases.py).
_FILE = N_("a community file to open")


def run_window(arguments: Sequence[str]) -> int:
    """Open the window, with a community file where one is named; answers with the exit status."""
    parser = argparse.ArgumentParser(prog=NAME)
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=_(_FILE))
    try:
        asked = parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    keep_one_heap()
    app = make_application()
    resources, own = resources_folder(), own_folders()
    settings = Settings.load(own.config)
    look = make_look(app, resources, settings.theme, settings.text_scale, slanted=False)
    contents = own_contents(own)
    welcome = make_welcome(look, contents.lines)
    welcome.show_start(settings.still_there())
    welcome.show()
    # Painted before anything else is loaded; whoever presses a button meanwhile is answered in a moment.
    app.sendPostedEvents()
    app.processEvents()
    from app.ui.program import Program
    from app.ui.who.access import make_readable

    make_readable()
    look.load_slanted()
    given = _surroundings(look, settings, own, contents)
    program = Program(given, welcome)
    _watch_for_bugs(program)
    opener = FileOpener(program.open_file, app)
    app.installEventFilter(opener)
    program.start(asked.file)
    threading.Thread(target=load_places, args=(contents.library,), name="places").start()
    return app.exec()


def load_places(library: Callable[[], Library]) -> None:
    """Load the places of a file, so that opening one need not."""
    import app.ui.main_window as places

    del places
    library()


class FileOpener(QObject):
    """On macOS a file that is to be opened comes as an event, not on the command line."""

    def __init__(self, open_file: Callable[[Path], object], parent: QObject) -> None:
        super().__init__(parent)
        self._open_file = open_file

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open it."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._open_file(Path(event.file()))
            return True
        return super().eventFilter(watched, event)


def make_application() -> QApplication:
    """Qt's application under the program's neutral name."""
    # The system's own windows for choosing a file take all keys: with those, Hide would not reach from everywhere.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    speak_locally()
    app = QApplication([NAME, "-style", "fusion"])
    app.setProperty(DRESSED, True)
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("Groundwork")
    app.setDesktopFileName(NAME)
    app.setQuitOnLastWindowClosed(False)
    Leftovers(app)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.Canada))
    return app


def surroundings(app: QApplication) -> Surroundings:
    """What the program needs, from this computer's usual folders."""
    own = own_folders()
    settings = Settings.load(own.config)
    look = make_look(app, resources_folder(), settings.theme, settings.text_scale)
    return _surroundings(look, settings, own, own_contents(own))


def _surroundings(look: Look, settings: Settings, own: OwnFolders, contents: Contents) -> Surroundings:
    from app.data.log import open_log
    from app.data.releases import Releases
    from app.data.work_copies import WorkCopies
    from app.ui.program import Surroundings

    resources = resources_folder()
    return Surroundings(
        look=look,
        settings=settings,
        log=open_log(own.log),
        resources=resources,
        contents=contents,
        releases=Releases(lambda: contents.packs.keys, own.data / "updates"),
        sample_folder=own.data / "sample",
        backups=own.data / "backups",
        work_copies=WorkCopies(work_copies_folder()),
    )


def _watch_for_bugs(program: Program) -> None:
    def met(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        else:
            program.meet_bug(error)

    sys.excepthook = met
