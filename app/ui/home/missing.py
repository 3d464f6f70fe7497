"""Who is missing: the groups that nobody stands for yet, in words, with the two ways to change that."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.schema import Choice
from app.ui.theme import Look
from app.ui.widgets import Button, Card, Chip, FlowLayout, Words, clear


class Missing(Card):
    """Signals: `partner_requested(str)` with the group's key, `step_requested(Choice)` with the group."""

    partner_requested = Signal(str)
    step_requested = Signal(object)

    def __init__(self, look: Look, *, closed: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Who is missing?"), "circle-dashed", "warn", parent)
        self._gaps: Sequence[Choice] = ()
        self.words = Words("", wrap=True)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self.someone = Button(look, "", icon="user-plus")
        self.step = Button(look, "", icon="list-plus")
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons)
        flow.addWidget(self.someone)
        flow.addWidget(self.step)
        self.add(self.words, self._chips, self._buttons)
        self._buttons.setVisible(not closed)
        self._closed = closed
        self.someone.clicked.connect(lambda: self.partner_requested.emit(self._gaps[0].key))
        self.step.clicked.connect(lambda: self.step_requested.emit(self._gaps[0]))

    def show_gaps(self, gaps: Sequence[Choice]) -> None:
        """Show the groups that have no one; the card says so, too, when there are none."""
        self._gaps = gaps
        clear(self._flow)
        for one in gaps:
            self._flow.addWidget(Chip(self.look, one.label, "warn", "circle-dashed"))
        self._chips.setVisible(bool(gaps))
        self._buttons.setVisible(bool(gaps) and not self._closed)
        if not gaps:
            self.words.setText(_("Every group of the circle has someone in the circle."))
            return
        self.words.setText(_("Nobody stands for these groups yet. Begin with one of them."))
        first = gaps[0].label
        self.someone.set_text(_("Add someone from: {group}").format(group=first))
        self.step.set_text(_("Make it a step"))
        self.step.setAccessibleName(_("Make a step: ask someone from {group}").format(group=first))
