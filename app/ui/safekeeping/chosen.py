"""The chosen backup: what going back to it would mean, and the ways to look inside or do it."""

from __future__ import annotations

from datetime import datetime
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.backups import Backup
from app.ui.safekeeping.words import holds, when
from app.ui.theme import Look
from app.ui.widgets import Button, Card, Words


class ChosenBackup(Card):
    """Going back is asked twice, in words. Signals: `look_inside_requested(Backup)`, `go_back_requested(Backup)`."""

    look_inside_requested = Signal(object)
    go_back_requested = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("The chosen backup"), "history")
        self._backup: Backup | None = None
        self.said = Words("", wrap=True)
        self.since = Words("", "muted", wrap=True)
        self.inside = Button(look, _("Look inside"), icon="eye")
        self.back = Button(look, _("Go back to it"), icon="rotate-ccw")
        self.question = Words("", wrap=True)
        self.question.set_tone("warn")
        self.sure = Button(look, _("Yes, go back to it"), icon="rotate-ccw", kind="danger")
        self.cancel = Button(look, _("Leave everything as it is"))
        self._asks = _row(look, self.inside, self.back)
        self._answers = _row(look, self.sure, self.cancel)
        self.add(self.said, self.since, self._asks, self.question, self._answers)
        self.inside.clicked.connect(self._look)
        self.back.clicked.connect(self._ask)
        self.sure.clicked.connect(self._do)
        self.cancel.clicked.connect(self._withdraw)
        self.show_backup(None, 0, datetime.now().astimezone(), closed=True)

    def show_backup(self, backup: Backup | None, since: int, now: datetime, *, closed: bool) -> None:
        """Show one; `since`: how many changes were made after it. `closed`: the file may only be looked at."""
        self._backup = backup
        self.setVisible(backup is not None)
        self._turn(asking=False)
        if backup is None:
            return
        self.said.setText(_("{when}: {content}.").format(when=when(backup.made, now), content=holds(backup)))
        if backup.before_going_back:
            words = _("It is what was in your file when you went back to an older backup.")
        elif since:
            words = ngettext(
                "{count} change was made since.", "{count} changes were made since.", since
            ).format(count=since)  # fmt: skip
        else:
            words = _("Nothing was changed since.")
        self.since.setText(words)
        self.back.setEnabled(not closed)
        self.question.setText(
            _(
                "Go back to {when}? Your file will be as it was then. What is in it now is kept as a backup of its own, so "
                "you can come back to it."
            ).format(when=when(backup.made, now))
        )

    def _turn(self, *, asking: bool) -> None:
        self._asks.setVisible(not asking)
        self.question.setVisible(asking)
        self._answers.setVisible(asking)

    def _look(self) -> None:
        self.look_inside_requested.emit(self._backup)

    def _ask(self) -> None:
        self._turn(asking=True)
        self.cancel.setFocus()

    def _withdraw(self) -> None:
        self._turn(asking=False)
        self.back.setFocus()

    def _do(self) -> None:
        self._turn(asking=False)
        self.go_back_requested.emit(self._backup)


def _row(look: Look, *buttons: Button) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.space.small_gap)
    for one in buttons:
        row.addWidget(one)
    row.addStretch(1)
    return box
