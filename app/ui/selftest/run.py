"""Runs a self-test in a folder of its own, which is gone afterwards; nobody's files or settings are touched."""

from __future__ import annotations

import argparse
import faulthandler
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app import __version__
from app.data.helplines import load_helplines
from app.data.library import Library
from app.data.own_folders import own_folders
from app.data.resources import resources_folder
from app.ui.selftest.file_steps import FileSteps
from app.ui.selftest.told import Told, must, newest_change
from app.ui.selftest.window_steps import WindowSteps
from app.ui.start import make_application
from app.ui.theme import make_look

# Whatever hangs must not hang for ever on a computer where nobody looks.
_PATIENCE = 180.0
_TRIES = 20


def main(arguments: Sequence[str]) -> int:
    """`selftest [--log F]`. 0: all is well; 1: something is not, or the log cannot be written; 2: wrong use."""
    parser = argparse.ArgumentParser(
        prog="groundwork selftest", description=_("Try out that all of the program works.")
    )
    parser.add_argument("--log", type=Path, metavar="F", help=_("a file for what was found"))
    try:
        asked = parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    with ExitStack() as stack:
        log: TextIO | None = None
        if asked.log is not None:
            try:
                log = stack.enter_context(asked.log.open("w", encoding="utf-8"))
            except OSError:
                Told(None).say(_("FAILED  the log “{name}” cannot be written").format(name=asked.log))
                return 1
            faulthandler.dump_traceback_later(_PATIENCE, exit=True, file=log)
            stack.callback(faulthandler.cancel_dump_traceback_later)
        return _run(Told(log))


def _run(told: Told) -> int:
    qInstallMessageHandler(lambda kind, where, text: _note(told, kind, where, text))
    try:
        app = make_application()
        told.say(_("Groundwork {version}, {system}").format(version=__version__, system=platform.platform()))
        told.note(f"{sys.executable}\nPython {platform.python_version()}, Qt {QLibraryInfo.version().toString()}")
        own = own_folders().all
        before = newest_change(own)
        with tempfile.TemporaryDirectory(prefix="groundwork-selftest-") as place:
            _try_all(told, app, Path(place))
        told.attempt(_("leave nothing behind"), lambda: _left_nothing(Path(place), before, own))
    except Exception as error:
        told.attempt(_("begin and end"), partial(_again, error))
    finally:
        qInstallMessageHandler(None)
    if told.failed:
        told.say(_("{count} failed, in {seconds:.1f} s").format(count=told.failed, seconds=told.seconds()))
    else:
        told.say(_("All is well, in {seconds:.1f} s").format(seconds=told.seconds()))
    return 1 if told.failed else 0


def _try_all(told: Told, app: QApplication, place: Path) -> None:
    resources = resources_folder()
    look = make_look(app, resources, "light", 1.0)
    library = Library.load(resources / "toolkit" / "en")
    lines = load_helplines(resources / "helplines.toml")
    file = FileSteps(place, resources, library, lines)
    window = WindowSteps(look, place, resources, library, lines, lambda: file.workspace)
    try:
        for name, do in (*file.steps(), *window.steps()):
            told.attempt(name, do)
    finally:
        told.attempt(_("close"), lambda: _closed(window.close, file.close))


def _closed(*closings: Callable[[], None]) -> str:
    for close in closings:
        close()
    for _number in range(_TRIES):
        QApplication.processEvents()
    return _("window and file")


def _left_nothing(place: Path, before: list[tuple[str, int, int]], own: Sequence[Path]) -> str:
    must(not place.exists(), _("the folder {name} is still there").format(name=place))
    must(newest_change(own) == before, _("the settings of this person were changed"))
    return _("files and settings are as they were")


def _again(error: Exception) -> str:
    raise error


def _note(told: Told, kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    told.note(f"Qt {kind.name}: {text}")
