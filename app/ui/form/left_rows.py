"""The rows of a file that cannot come in: each with its line and why, to be copied so that nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.sheet import Spoilt
from app.ui.theme import Look
from app.ui.widgets import Button, Words, clear

SHOWN, LONGEST = 40, 120


class LeftRows(QWidget):
    """Nothing of it is seen while there are none. Signal: `message_requested(str, str, object)`."""

    message_requested = Signal(str, str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Spoilt] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space.small_gap)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.space.tiny_gap)
        column.addLayout(self._lines)
        self.copy = Button(look, _("Copy these rows"), icon="copy")
        self.copy.clicked.connect(self._copy)
        column.addWidget(self.copy)

    def show_rows(self, rows: Sequence[Spoilt]) -> None:
        """Show these; beyond the first forty only how many more there are."""
        self._rows = rows
        clear(self._lines)
        for one in rows[:SHOWN]:
            line = _("Line {line}: {text}").format(line=one.line, text=one.text[:LONGEST])
            self._lines.addWidget(Words(f"{line} — {one.why}", "small", wrap=True))
        more = len(rows) - SHOWN
        if more > 0:
            words = ngettext("And {count} more.", "And {count} more.", more).format(count=more)
            self._lines.addWidget(Words(words, "small"))
        self.setVisible(bool(rows))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(one.text for one in self._rows))
        sentence = _("The rows that cannot come in are copied; paste them wherever you like.")
        self.message_requested.emit(sentence, "ok", None)
