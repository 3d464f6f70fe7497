"""Opens the window: the one place where everything is made and handed on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path
from types import TracebackType

from platformdirs import user_config_path, user_data_path, user_log_path
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from app.data.helplines import load_helplines
from app.data.library import Library
from app.data.log import open_log
from app.data.resources import resources_folder
from app.data.settings import Settings
from app.ui.locking.remains import keep_one_heap
from app.ui.program import Program, Surroundings
from app.ui.reports.printers import speak_locally
from app.ui.theme import make_look
from app.ui.who.access import make_readable

NAME = "groundwork"


def run_window(arguments: Sequence[str]) -> int:
    """Open the window, with a community file where one is named; answers with the exit status."""
    parser = argparse.ArgumentParser(prog=NAME)
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=_("a community file to open"))
    try:
        asked = parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    keep_one_heap()
    app = make_application()
    program = Program(surroundings(app))
    _watch_for_bugs(program)
    program.start(asked.file)
    return app.exec()


def make_application() -> QApplication:
    """Qt's application under the program's neutral name."""
    # The system's own windows for choosing a file take all keys: with those, Hide would not reach from everywhere.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    speak_locally()
    app = QApplication([NAME])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("Groundwork")
    app.setQuitOnLastWindowClosed(False)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.Canada))
    make_readable()
    return app


def surroundings(app: QApplication) -> Surroundings:
    """What the program needs, from this computer's usual folders."""
    resources = resources_folder()
    settings = Settings.load(user_config_path(NAME, appauthor=False))
    return Surroundings(
        look=make_look(app, resources, settings.theme, settings.text_scale),
        settings=settings,
        log=open_log(user_log_path(NAME, appauthor=False)),
        resources=resources,
        library=Library.load(resources / "toolkit" / "en"),
        lines=load_helplines(resources / "helplines.toml"),
        sample_folder=user_data_path(NAME, appauthor=False) / "sample",
        backups=user_data_path(NAME, appauthor=False) / "backups",
    )


def _watch_for_bugs(program: Program) -> None:
    def met(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        else:
            program.meet_bug(error)

    sys.excepthook = met
