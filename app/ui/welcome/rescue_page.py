"""A damaged file: it is left as it is, and here are the ways to go on."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.theme import Look
from app.ui.widgets import Banner, Button, Card, FlowLayout, PageHeader, ScrollPage, Words


class RescuePage(ScrollPage):
    """Signals: `repair_requested()`, `backup_requested()`, `elsewhere_requested()`, `look_requested()`, `back_requested()`."""

    repair_requested = Signal()
    backup_requested = Signal()
    elsewhere_requested = Signal()
    look_requested = Signal()
    back_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("A damaged file"), parent, widest=look.px(640))
        self.header = PageHeader(look, _("This file is damaged"))
        self.banner = Banner(look)
        self.repair = Button(look, _("Repair it"), icon="rotate-ccw", kind="primary")
        self.backup = Button(look, _("Go back to this backup"), icon="history")
        self.elsewhere = Button(look, _("Choose a backup"), icon="folder-open", kind="quiet")
        self.look_inside = Button(look, _("Look inside as it is"), icon="eye", kind="quiet")
        self.found = Words("", wrap=True)
        back = Button(look, _("Back"), icon="arrow-left", kind="quiet")
        self.add(self.header)
        self.add(self.banner)
        self.add(self._repairing())
        self.add(self._going_back())
        self.add(back)
        for button, signal in (
            (self.repair, self.repair_requested),
            (self.backup, self.backup_requested),
            (self.elsewhere, self.elsewhere_requested),
            (self.look_inside, self.look_requested),
            (back, self.back_requested),
        ):
            button.clicked.connect(signal)

    def show_file(self, name: str) -> None:
        """Say which file it is; what backups there are comes later, by `show_backup`."""
        line = _("“{name}” cannot be read whole: a disk or stick may be failing. It was left as it is.")
        self.header.set_line(line.format(name=name))
        self.banner.close_message()
        self.found.setText(_("Looking for the newest good backup…"))
        self.backup.hide()
        self.set_busy("")

    def show_backup(self, words: str) -> None:
        """Say which backup is the newest good one; empty for none."""
        self.backup.setVisible(bool(words))
        none = _("No good backup was found on this computer. Is there one on a stick?")
        self.found.setText(words or none)

    def set_busy(self, words: str) -> None:
        """Say what is being done, and let nothing else be begun; empty: nothing."""
        for one in (self.repair, self.backup, self.elsewhere, self.look_inside):
            one.setEnabled(not words)
        if words:
            self.banner.say(words, closes=False)

    def say(self, sentence: str) -> None:
        """Say why it did not work."""
        self.set_busy("")
        self.banner.say(sentence, "warn")

    def _repairing(self) -> Card:
        card = Card(self.look, _("Repair it from its history"), "rotate-ccw")
        line = _(
            "Every change was kept twice. A sound file is made of all that can be read, and takes this one’s place. The damaged "
            "file is kept. You are told what is missing, if anything."
        )
        card.add(Words(line, "muted", wrap=True), self._flow(self.repair, self.look_inside))
        return card

    def _going_back(self) -> Card:
        card = Card(self.look, _("Or go back to a backup"), "history")
        card.add(self.found, self._flow(self.backup, self.elsewhere))
        return card

    def _flow(self, *buttons: Button) -> FlowLayout:
        flow = FlowLayout()
        for one in buttons:
            flow.addWidget(one)
        return flow
