"""What the plan's page shows before there is a line: the first step, or a way to begin."""

from __future__ import annotations

from gettext import gettext as _

from app.ui.theme import Look
from app.ui.widgets import Button, Card, EmptyState


class NoPlan(Card):
    """`add` is the button that begins a step, `begin` leads to the ways to begin; neither while the file is `closed`."""

    def __init__(self, look: Look, *, starts: bool, closed: bool) -> None:
        super().__init__(look, bare=True)
        sentence = _(
            "Begin with one step that can be done this month, or with a goal. "
            "A list from an e-mail or a sheet can be pasted (Ctrl+V)."
        )
        looking = _("This file is open to look only.")
        self.state = EmptyState(
            look,
            "list-checks",
            _("There is no plan yet"),
            looking if closed else sentence,
            "" if closed else _("Add a step"),
        )
        self.add_button = self.state.button
        self.begin = Button(look, _("Ways to begin"), icon="list-plus")
        self.begin.setVisible(starts and not closed)
        self.state.add_action(self.begin)
        self.add(self.state)
