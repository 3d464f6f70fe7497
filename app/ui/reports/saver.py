"""Saves a report where the person wants it: asks, makes it beside the window, and tells how it went."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.reports.kinds import PDF, WEB, WORD, Kind
from app.reports.report import Report
from app.ui.reports.making import Make, Making
from app.ui.welcome.new_page import file_name


def saved_as(kind: Kind) -> str:
    """The words over the dialog that asks where a file of this kind goes."""
    words = {PDF: _("Save as PDF"), WORD: _("Save for Word"), WEB: _("Save as a web page")}
    return words[kind]


def ask_where(window: QWidget, title: str, name: str, kind: Kind) -> Path | None:
    """Ask where a file goes, offering a name; None when the person thinks better of it."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    offered = Path(documents) / (file_name(name).removesuffix(".groundwork") + kind.suffix)
    kinds = f"{_(kind.label)} (*{kind.suffix})"
    chosen, _filter = QFileDialog.getSaveFileName(window, title, str(offered), kinds)
    return Path(chosen) if chosen else None


class ReportSaver(QObject):
    """Call `wait()` before the window goes. Signals: `message_requested(str, str, object)` with a sentence, its kind and
    perhaps a button's words with what it does; `begun(str)` with the file's name, `went_on(int, int)` with what is done and
    how much there is in all, `ended()`; `bug_met(Exception)`.

    Where a place shows how far it is by itself (`Going`), it `tells_progress`, and no message says that it is being made.
    """

    message_requested = Signal(str, str, object)
    begun = Signal(str)
    went_on = Signal(int, int)
    ended = Signal()
    bug_met = Signal(object)

    def __init__(self, window: QWidget, *, tells_progress: bool = False) -> None:
        super().__init__(window)
        self._window, self._tells_progress = window, tells_progress
        self._making: Making | None = None
        self._target = Path()

    def ask(self, name: str, make: Make, kind: Kind = PDF) -> None:
        """Ask where to save it, offering a name; `make` makes a file of this kind."""
        target = ask_where(self._window, saved_as(kind), name, kind)
        if target is not None:
            self.save(target, make)

    def save(self, target: Path, make: Make) -> None:
        """Make it and write it there; one at a time. What was there stays until it is made, and when it is stopped."""
        if self._making is not None and self._making.isRunning():
            return
        self._target = target
        self._tell_begun(target.name)
        self._making = Making(make, target, self)
        self._making.went_on.connect(self.went_on)
        self._making.made.connect(self._tell_made)
        self._making.stopped.connect(self._tell_stopped)
        self._making.finished.connect(self.ended)
        self._making.failed.connect(self._tell_trouble)
        self._making.broke.connect(self._tell_bug)
        self._making.start()

    def stop(self) -> None:
        """Stop one that is being made, as soon as it can be."""
        if self._making is not None:
            self._making.requestInterruption()

    def wait(self) -> None:
        """Wait for one that is being made."""
        if self._making is not None:
            self._making.wait()

    def _tell_made(self, report: Report) -> None:
        self.wait()  # it has said its last word; who saves again at once must not be passed over
        words = [_("Saved as “{name}”.").format(name=self._target.name), *report.warnings]
        self.message_requested.emit(" ".join(words), "ok", (_("Open it"), self._open))

    def _tell_begun(self, name: str) -> None:
        if self._tells_progress:
            self.message_requested.emit("", "info", None)
        else:
            stop = (_("Cancel"), self.stop)
            self.message_requested.emit(_("Making “{name}”…").format(name=name), "info", stop)
        self.begun.emit(name)

    def _tell_stopped(self) -> None:
        self.message_requested.emit(_("Stopped. No file was written or changed."), "ok", None)

    def _tell_trouble(self, sentence: str) -> None:
        self.message_requested.emit(sentence, "warn", None)

    def _tell_bug(self, bug: Exception) -> None:
        self._tell_trouble(_("It could not be made. Your file was not harmed; the log says where it failed."))
        self.bug_met.emit(bug)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target)))
