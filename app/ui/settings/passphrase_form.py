"""What is asked before a file's passphrase is set, changed, taken away or printed: the one of now, and a new one."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.welcome.passphrase import PassphraseChoice, PassphraseEntry
from app.ui.widgets import Button, Words

SET, CHANGE, REMOVE, PRINT = "set", "change", "remove", "print"


class PassphraseForm(QWidget):
    """Signals: `entered()` when it is to be done, `left()` when not."""

    entered = Signal()
    left = Signal()

    def __init__(self, look: Look, known: Callable[[], list[str]]) -> None:
        super().__init__()
        self.purpose = SET
        self.heading = Words("", "strong")
        self.now = PassphraseEntry(look, _("Current passphrase"))
        self.choice = PassphraseChoice(look, known, label=_("New passphrase"), must=True)
        self.note = Words("", "small", wrap=True)
        self.error = Words("", "error", wrap=True)
        self.state = Words("", "muted", wrap=True)
        self.do = Button(look, "", icon="lock", kind="primary")
        self.cancel = Button(look, _("Cancel"), kind="quiet")
        self._lay(look)
        self.now.entered.connect(self._enter_now)
        self.choice.entry.entered.connect(self.entered)
        self.do.clicked.connect(self.entered)
        self.cancel.clicked.connect(self.left)

    def ask(self, purpose: str) -> None:
        """Begin: SET, CHANGE, REMOVE, or PRINT."""
        self.purpose = purpose
        heading, note, do, icon = _words(purpose)
        self.heading.setText(heading)
        self.note.setText(note)
        self.note.set_tone("warn" if purpose == REMOVE else "")
        self.note.setVisible(bool(note))
        self.do.set_icon(icon)
        self.do.set_text(do)
        self.now.setVisible(purpose != SET)
        self.choice.setVisible(purpose in (SET, CHANGE))
        self.show_error("")
        self.set_busy("")
        self.show()
        (self.choice.entry if purpose == SET else self.now).setFocus()

    def old(self) -> str | None:
        """The passphrase of now as it was typed; None for a file that has none."""
        return None if self.purpose == SET else self.now.text()

    def problem(self) -> str:
        """What is still missing, in a sentence; else empty."""
        if self.purpose != SET and not self.now.text():
            return _("Type the passphrase that the file has now.")
        return self.choice.problem() if self.purpose in (SET, CHANGE) else ""

    def show_error(self, sentence: str) -> None:
        """Say why it was not done; what was typed stays."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def set_busy(self, sentence: str) -> None:
        """Say what is under way, or nothing; meanwhile nothing else can be asked."""
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))
        for one in (self.now, self.choice, self.do, self.cancel):
            one.setEnabled(not sentence)

    def forget(self) -> None:
        """Let go of what was typed."""
        self.now.forget()
        self.choice.entry.forget()
        self.show_error("")

    def _enter_now(self) -> None:
        if self.purpose == CHANGE:
            self.choice.entry.setFocus()
        else:
            self.entered.emit()

    def _lay(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.small_gap)
        row = QHBoxLayout()
        row.setSpacing(look.space.small_gap)
        row.addWidget(self.do)
        row.addWidget(self.cancel)
        row.addStretch(1)
        for one in (self.heading, self.now, self.choice, self.note, self.error, self.state):
            column.addWidget(one)
        column.addLayout(row)


def _words(purpose: str) -> tuple[str, str, str, str]:
    """The heading, what to know before, the button's words and its icon."""
    table = {
        SET: (
            _("Set a passphrase"),
            _("It protects this file from now on. Copies that you made before stay readable without it, and this disk may "
              "still hold traces of the file as it was."),
            _("Set the passphrase"),
            "lock",
        ),
        CHANGE: (
            _("Change the passphrase"),
            _("Copies that you made before go on opening with the current one."),
            _("Change the passphrase"),
            "lock",
        ),
        REMOVE: (
            _("Remove the passphrase"),
            _("Anyone who uses this computer, or finds a copy of the file, can then read everything in it."),
            _("Remove the passphrase"),
            "lock-open",
        ),
        PRINT: (_("Make a recovery sheet"), "", _("Go on"), "arrow-right"),
    }  # fmt: skip
    return table[purpose]
