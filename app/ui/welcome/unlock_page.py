"""Asking for a file's passphrase. It says nothing of what is inside."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from math import ceil
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.welcome.passphrase import PassphraseEntry
from app.ui.widgets import Button, Card, PageHeader, ScrollPage, Words

TICK_MS = 1000


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
        self.waiting = Words("", "muted", wrap=True)
        self.waiting.hide()
        self._left = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.open = Button(look, _("Open"), icon="lock-open", kind="primary")
        back = Button(look, _("Back"), icon="arrow-left", kind="quiet")
        card = Card(look)
        buttons = QHBoxLayout()
        for one in (self.open, back):
            buttons.addWidget(one)
        buttons.addStretch(1)
        card.add(self.entry, self.error, self.waiting, buttons)
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
        self.wait(0.0)
        self.entry.setFocus()

    def show_error(self, sentence: str) -> None:
        """Say why it did not open; the passphrase stays for mending."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        if sentence:
            self.entry.entry.setFocus()
            self.entry.entry.selectAll()

    def wait(self, seconds: float) -> None:
        """Take no passphrase for so many seconds, after wrong ones; 0 to go on at once."""
        self._left = seconds
        self.open.setEnabled(seconds <= 0)
        self.waiting.setVisible(seconds > 0)
        if seconds > 0:
            whole = ceil(seconds)
            self.waiting.setText(
                ngettext("Wait {count} second, then try again.", "Wait {count} seconds, then try again.", whole).format(
                    count=whole
                )
            )
            self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        self.wait(max(0.0, self._left - TICK_MS / 1000))

    def forget(self) -> None:
        """Let go of what was typed."""
        self.entry.forget()

    def _unlock(self) -> None:
        if self._left > 0:
            return
        self.unlock_requested.emit(self._file, self.entry.text(), self._read_only)
