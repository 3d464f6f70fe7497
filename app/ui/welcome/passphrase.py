"""Choosing a passphrase: an honest meter, a generated one on offer, or none with the risk said in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.data.passphrase import make_passphrase, strength
from app.ui.theme import Look
from app.ui.widgets import Button, CheckBox, ProgressBar, Words

TONES = ("warn", "warn", "gold", "ok", "ok")


class PassphraseEntry(QWidget):
    """One hidden entry with a box that shows what is typed. Signals: `typed(str)`, `entered()` at Enter."""

    typed = Signal(str)
    entered = Signal()

    def __init__(self, look: Look, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = Words(label, "label")
        self.entry = QLineEdit()
        self.entry.setEchoMode(QLineEdit.EchoMode.Password)
        self.entry.setAccessibleName(label)
        self.entry.setMaxLength(1000)
        self.label.setBuddy(self.entry)
        self.setFocusProxy(self.entry)
        self.shown = CheckBox(look, _("Show what I type"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.tiny_gap)
        for one in (self.label, self.entry, self.shown):
            column.addWidget(one)
        self.entry.textChanged.connect(self.typed)
        self.entry.returnPressed.connect(self.entered)
        self.shown.toggled.connect(self.show_text)

    def text(self) -> str:
        """What is typed."""
        return self.entry.text()

    def set_text(self, text: str) -> None:
        """Put a passphrase in, readable."""
        self.shown.setChecked(True)
        self.entry.setText(text)

    def show_text(self, shown: bool) -> None:
        """Show or hide the letters."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.entry.setEchoMode(mode)

    def forget(self) -> None:
        """Empty it, and hide the next one again."""
        # Not `clear`, which the entry's own undo could take back.
        self.entry.setText("")
        self.shown.setChecked(False)


class PassphraseChoice(QWidget):
    """`chosen()` is the passphrase, or None for no protection; `problem()` says what is still missing."""

    def __init__(
        self,
        look: Look,
        known: Callable[[], list[str]],
        parent: QWidget | None = None,
        *,
        label: str = "",
        must: bool = False,
    ) -> None:
        super().__init__(parent)
        self._known, self._must = known, must
        self.entry = PassphraseEntry(look, label or _("Passphrase"))
        self.make = Button(look, _("Make one for me"), icon="sparkles", kind="plain")
        self.bar = ProgressBar(look)
        self.meter = Words("", "small", wrap=True)
        self.write_down = Words(
            _("Write it on paper and keep it in the office safe. Nobody can open the file without it, not even we."),
            "small",
            wrap=True,
        )
        self.without = CheckBox(look, _("No passphrase"))
        self.risk = Words(
            _("Anyone who uses this computer, or finds a copy of the file, can then read everything in it."),
            "small",
            wrap=True,
        )
        self.risk.set_tone("warn")
        self._lay(look)
        self.without.setHidden(must)
        self._join()
        self._judge()

    def chosen(self) -> str | None:
        """The passphrase, or None."""
        return None if self.without.isChecked() else self.entry.text() or None

    def problem(self) -> str:
        """A sentence when neither a passphrase nor "none" was chosen; else empty. With `must`, none is not offered."""
        if self.without.isChecked() or self.entry.text():
            return ""
        if self._must:
            return _("Type a passphrase, or let us make one.")
        return _("Type a passphrase, let us make one, or choose “No passphrase”.")

    def _lay(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.small_gap)
        row = QHBoxLayout()
        row.addWidget(self.make)
        row.addStretch(1)
        column.addWidget(self.entry)
        column.addWidget(self.bar)
        column.addWidget(self.meter)
        column.addLayout(row)
        column.addWidget(self.write_down)
        column.addWidget(self.without)
        column.addWidget(self.risk)

    def _join(self) -> None:
        self.entry.typed.connect(self._judge)
        self.make.clicked.connect(lambda: self.entry.set_text(make_passphrase()))
        self.without.toggled.connect(self._judge)

    def _judge(self) -> None:
        none = self.without.isChecked()
        found = strength(self.entry.text(), self._known())
        with_text = bool(self.entry.text()) and not none
        self.bar.set_progress((found.level + 1) / 5 if with_text else 0.0, _("How hard it is to guess"))
        self.meter.setText(found.sentence)
        self.meter.set_tone(TONES[found.level])
        for one in (self.bar, self.meter, self.write_down):
            one.setVisible(with_text)
        self.risk.setVisible(none)
        self.entry.setEnabled(not none)
        self.make.setEnabled(not none)
