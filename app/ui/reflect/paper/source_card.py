"""Choosing filled worksheets: one PDF or a folder of them, and the meeting of sheets that were made for any."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.theme import Look
from app.ui.widgets import Button, Card, ChoiceField, FlowLayout, ProgressBar, Words


class SourceCard(Card):
    """Signals: `source_chosen(Path)`; `meeting_chosen(str)` with the id of a meeting; `stop_requested()` while it reads."""

    source_chosen = Signal(object)
    stop_requested = Signal()
    meeting_chosen = Signal(str)

    def __init__(self, look: Look, *, closed: bool) -> None:
        super().__init__(look, _("1. The sheets"), "file-text")
        self.file = Button(look, _("Choose a file"), icon="file-text")
        self.folder = Button(look, _("Choose a folder"), icon="folder-open")
        self.file.clicked.connect(self._ask_file)
        self.folder.clicked.connect(self._ask_folder)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for one in (self.file, self.folder):
            one.setEnabled(not closed)
            flow.addWidget(one)
        self.what = Words("", "muted", wrap=True)
        self.progress = ProgressBar(look)
        self.stop = Button(look, _("Stop"), icon="x", kind="quiet")
        self.stop.clicked.connect(self.stop_requested)
        self.meeting = ChoiceField(look, _("Sheets made for any meeting belong to"), ())
        self.meeting.edited.connect(self._choose_meeting)
        self.add(buttons, self.what, self.progress, self.stop, self.meeting)
        self.say("")

    def show_meetings(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these, given as id and words."""
        self.meeting.set_choices(choices)

    def ask_for_meeting(self, *, asked: bool) -> None:
        """Whether there are sheets that name no meeting."""
        self.meeting.setVisible(asked)

    def say(self, words: str) -> None:
        """Say what was chosen, or how to choose."""
        self.what.setText(words or _("Or drop a file or a folder here. Nothing comes in before you have seen it."))
        self._show_progress(shown=False)

    def show_progress(self, done: int, total: int) -> None:
        """How many files of a folder are read."""
        said = _("{done} of {total} read").format(done=done, total=total)
        self.progress.set_progress(done / max(total, 1), said)
        self._show_progress(shown=True)

    def _show_progress(self, *, shown: bool) -> None:
        self.progress.setVisible(shown)
        self.stop.setVisible(shown)

    def _choose_meeting(self, key: object) -> None:
        self.meeting_chosen.emit(str(key))

    def _ask_file(self) -> None:
        kinds = f"{_('PDF')} (*.pdf)"
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Choose a filled worksheet"), _downloads(), kinds)
        if chosen:
            self.source_chosen.emit(Path(chosen))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Choose the folder with the filled worksheets"), _downloads())
        if chosen:
            self.source_chosen.emit(Path(chosen))


def _downloads() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
