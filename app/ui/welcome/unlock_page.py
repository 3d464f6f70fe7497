"""Asking for a file's passphrase. It says nothing of what is inside."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.welcome.passphrase import PassphraseEntry
from app.ui.widgets import Button, Card, PageHeader, ScrollPage, Words


class UnlockPage(ScrollPage):
    """Signals: `unlock_requested(Path, str, bool)` with the file, the passphrase and whether only to look; `back_requested()`."""

    unlock_requested = Signal(object, str, bool)
    back_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Open a protected file"), parent, widest=look.px(520))
        self._file = Path()
        self._read_only = False
        self.header = PageHeader(look, _("Open a protected file"))
        self.entry = PassphraseEntry(look, _("Passphrase"))
        self.error = Words("", "error", wrap=True)
        self.error.hide()
        self.open = Button(look, _("Open"), icon="lock-open", kind="primary")
        back = Button(look, _("Back"), icon="arrow-left", kind="quiet")
        card = Card(look)
        buttons = QHBoxLayout()
        for one in (self.open, back):
            buttons.addWidget(one)
        buttons.addStretch(1)
        card.add(self.entry, self.error, buttons)
        self.add(self.header)
        self.add(card)
        self.open.clicked.connect(self._unlock)
        self.entry.entered.connect(self._unlock)
        back.clicked.connect(self.back_requested)

    def ask(self, file: Path, *, read_only: bool = False) -> None:
        """Ask for this file's passphrase."""
        self._file, self._read_only = file, read_only
        self.header.set_line(file.name)
        self.entry.forget()
        self.show_error("")
        self.entry.setFocus()

    def show_error(self, sentence: str) -> None:
        """Say why it did not open; the passphrase stays for mending."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        if sentence:
            self.entry.entry.setFocus()
            self.entry.entry.selectAll()

    def forget(self) -> None:
        """Let go of what was typed."""
        self.entry.forget()

    def _unlock(self) -> None:
        self.unlock_requested.emit(self._file, self.entry.text(), self._read_only)
