"""How far something is that is made beside the window, and the way to stop it."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import Look
from app.ui.widgets import Button, ProgressBar, Words


class Going(QWidget):
    """Seen only while something is under way. Signal: `cancel_requested()`."""

    cancel_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._stopping = "", False
        self.words = Words("", "small")
        self.bar = ProgressBar(look)
        self.cancel = Button(look, _("Cancel"), kind="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space.small_gap)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.cancel.clicked.connect(self._stop)
        self.hide()

    def begin(self, name: str) -> None:
        """Something of this name is being made."""
        self._name, self._stopping = name, False
        self._say(_("Making “{name}”…").format(name=name), 0.0)
        self.show()

    def go_on(self, done: int, whole: int) -> None:
        """So much of it is done."""
        if not self._stopping:
            part = done / whole if whole else 0.0
            words = _("Making “{name}”: {part} of 100").format(name=self._name, part=round(100 * part))
            self._say(words, part)

    def end(self) -> None:
        """It is made, or stopped."""
        self.hide()

    def _stop(self) -> None:
        # The button stays as it is: one that goes grey would pass the keyboard on to something else.
        self._stopping = True
        self.words.setText(_("Stopping…"))
        self.cancel_requested.emit()

    def _say(self, words: str, part: float) -> None:
        self.words.setText(words)
        self.bar.set_progress(part, words)
