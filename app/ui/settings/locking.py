"""When a file is locked by itself, and what Hide does and does not do."""

from __future__ import annotations

import sys
from gettext import gettext as _

from PySide6.QtWidgets import QHBoxLayout

from app.data.settings import LOCK_MINUTES, Settings
from app.ui.theme import Look
from app.ui.widgets import Card, CheckBox, Segmented, Words


class LockingCard(Card):
    """Counts at once, and is kept for the next start."""

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__(look, _("Lock by itself"), "history")
        self._settings = settings
        times = [(str(one), _minutes(one), "") for one in (*LOCK_MINUTES[1:], LOCK_MINUTES[0])]
        self.after = Segmented(look, _("Lock after so many minutes"), times)
        self.after.set_current(str(settings.lock_minutes))
        self.plain = CheckBox(look, _("Also close a file that has no passphrase"))
        self.plain.setChecked(settings.lock_plain)
        row = QHBoxLayout()
        row.setSpacing(look.space.small_gap)
        row.addWidget(Words(_("After minutes:"), "muted"))
        row.addWidget(self.after)
        row.addStretch(1)
        self.add(Words(_("When nobody presses a key or moves the mouse in the program for so long, a protected file is closed, "
                         "and the window asks for its passphrase. What is half typed is saved first."), wrap=True))  # fmt: skip
        self.add(row)
        self.add(Words(_slept(), "small", wrap=True), self.plain)
        self.after.view_chosen.connect(self._choose)
        self.plain.toggled.connect(self._choose_plain)

    def _choose(self, minutes: str) -> None:
        self._settings.lock_minutes = int(minutes)
        self._settings.save()

    def _choose_plain(self, chosen: bool) -> None:
        self._settings.lock_plain = chosen
        self._settings.save()


def hide_card(look: Look) -> Card:
    """What the one key does, and what it does not hide."""
    card = Card(look, _("Hide (F9)"), "eye-off")
    for words in (
        _("F9 takes every window of the program off the screen at once, closes the file, and empties the clipboard of what "
          "you copied here. It works from menus, dialogs and the wall too."),
        _("It does not hide that the program is on this computer, the names of files opened lately, papers you printed, files "
          "you saved elsewhere, or what a clipboard history of the computer has kept."),
        _("While the computer’s own print window is open, that takes all keys: close it with Escape, then press F9."),
    ):  # fmt: skip
        card.add(Words(words, wrap=True))
    return card


def _minutes(count: int) -> str:
    return str(count) if count else _("Never")


def _slept() -> str:
    wall = _("A meeting on the wall stays up to two hours without a key.")
    if sys.platform == "darwin":  # the system tells only programs that bring Apple's own libraries
        return _("A protected file is also closed when the computer sleeps.") + " " + wall
    return _("A protected file is also closed when the computer sleeps or its screen is locked.") + " " + wall
