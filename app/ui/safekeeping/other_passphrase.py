"""Asks for the passphrase that a backup had when it was made, where that was another one."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal

from app.model.backups import Backup
from app.ui.theme import Look
from app.ui.welcome.passphrase import PassphraseEntry
from app.ui.widgets import Button, Card, Words


class OtherPassphrase(Card):
    """Signal: `unlock_requested(Backup, str)`."""

    unlock_requested = Signal(object, str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("It has another passphrase"), "lock")
        self._backup: Backup | None = None
        line = _(
            "This backup was made with an earlier passphrase. Type that one to look inside; from there you can go back."
        )
        self.entry = PassphraseEntry(look, _("Passphrase of that time"))
        self.error = Words("", "error", wrap=True)
        self.open = Button(look, _("Look inside"), icon="lock-open")
        self.add(Words(line, wrap=True), self.entry, self.error, self.open)
        self.open.clicked.connect(self._unlock)
        self.entry.entered.connect(self._unlock)
        self.hide()

    def ask(self, backup: Backup) -> None:
        """Ask for this backup's."""
        self._backup = backup
        self.entry.forget()
        self.show_error("")
        self.show()
        self.entry.setFocus()

    def show_error(self, sentence: str) -> None:
        """Say why it did not open."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def forget(self) -> None:
        """Let go of what was typed."""
        self._backup = None
        self.entry.forget()
        self.hide()

    def _unlock(self) -> None:
        if self._backup is not None:
            self.unlock_requested.emit(self._backup, self.entry.text())
