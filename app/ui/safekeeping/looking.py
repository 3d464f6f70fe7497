"""While somebody looks into a backup: what it is, the way back to the file, and the way to take it."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.backups import Backup
from app.ui.theme import Look
from app.ui.widgets import Button, Card, Words


class LookingCard(Card):
    """Signal: `go_back_requested(Backup)`, once somebody has said twice that it should be."""

    go_back_requested = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("You are looking into a backup"), "eye")
        self._backup: Backup | None = None
        self._leave: Callable[[], object] = lambda: None
        self.said = Words("", wrap=True)
        self.leave = Button(look, _("Back to my file"), icon="arrow-left", kind="primary")
        self.take = Button(look, _("Go back to this backup"), icon="rotate-ccw")
        line = _(
            "Your file will be as it was then. What is in it now is kept as a backup of its own. Press once more to do it."
        )
        self.question = Words(line, wrap=True)
        self.question.set_tone("warn")
        self.question.hide()
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space.small_gap)
        row.addWidget(self.leave)
        row.addWidget(self.take)
        row.addStretch(1)
        self.add(self.said, self.question, buttons)
        self.leave.clicked.connect(lambda: self._leave())
        self.take.clicked.connect(self._take)
        self.hide()

    def show_backup(self, backup: Backup, words: str, leave: Callable[[], object]) -> None:
        """Say which, and lead back by `leave`."""
        self._backup, self._leave = backup, leave
        self.said.setText(words)
        self.show()

    def _take(self) -> None:
        if self.question.isHidden():
            self.question.show()
            self.take.set_text(_("Yes, go back to it"))
        else:
            self.go_back_requested.emit(self._backup)
