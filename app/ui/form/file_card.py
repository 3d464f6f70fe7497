"""Choosing a file to take something from: by a button or by dropping it, and in which letters it is written."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from app.data.sheet_file import MAC, WINDOWS
from app.ui.theme import Look
from app.ui.widgets import Button, Card, Segmented, Words


class FileCard(Card):
    """`asking` is the title of the window that asks, `filters` its files, and `hint` is said while there is none.

    Signals: `file_chosen(Path)`, and `letters_chosen(str)` with WINDOWS or MAC.
    """

    file_chosen = Signal(object)
    letters_chosen = Signal(str)

    def __init__(self, look: Look, title: str, *, asking: str, filters: str, hint: str, closed: bool) -> None:
        super().__init__(look, title, "file-text")
        self._asking, self._filters, self._hint = asking, filters, hint
        self.choose = Button(look, _("Choose a file"), icon="folder-open")
        self.choose.setEnabled(not closed)
        self.choose.clicked.connect(self.ask)
        self.what = Words(hint, "muted", wrap=True)
        self.letters = Segmented(look, _("Letters"), ((WINDOWS, _("Windows letters"), ""), (MAC, _("Mac letters"), "")))
        self.letters.view_chosen.connect(self.letters_chosen)
        self.letters_hint = Words(
            _("This file is of an older kind. If é or ’ look wrong below, choose the other."), "small", wrap=True
        )
        self.add(self.choose, self.what, self.letters_hint, self.letters)
        self.show_file("", "")

    def ask(self) -> None:
        """Let the person choose a file."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        chosen, _filter = QFileDialog.getOpenFileName(self, self._asking, folder, self._filters)
        if chosen:
            self.file_chosen.emit(Path(chosen))

    def show_file(self, said: str, old: str) -> None:
        """Say what was chosen, or nothing; `old` are the letters of an older file."""
        self.what.setText(said or self._hint)
        if old:
            self.letters.set_current(old)
        self.letters.setVisible(bool(old))
        self.letters_hint.setVisible(bool(old))
