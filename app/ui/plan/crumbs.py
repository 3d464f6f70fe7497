"""Where the outline is while only one branch of the plan is looked at, and the way back."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.plan import Outline
from app.ui.theme import Look
from app.ui.widgets import Button, FlowLayout, Words, clear

LONGEST = 40


class Crumbs(QWidget):
    """Hidden while the whole plan is looked at. Signal: `branch_requested(str)`, empty for the whole plan."""

    branch_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._flow = FlowLayout(self, gap=4)
        self._flow.setContentsMargins(10, 4, 10, 4)
        self.setAccessibleName(_("Where you are in the plan"))
        self.hide()

    def show_branch(self, outline: Outline, branch: str) -> None:
        """Show the way from the whole plan to a branch."""
        item = outline.get(branch)
        self.setVisible(item is not None)
        clear(self._flow)
        if item is None:
            return
        for key, words in [("", _("Whole plan")), *((one.id, one.what) for one in outline.path(branch))]:
            button = Button(self._look, _cut(words).replace("&", "&&"), icon="" if key else "list-tree", kind="quiet")
            button.setToolTip(_("Alt+Left: one level back"))
            button.clicked.connect(partial(self._ask, key))
            self._flow.addWidget(button)
            between = Words("›", "muted")
            between.setMinimumHeight(self._look.text.control)
            self._flow.addWidget(between)
        here = Words(_cut(item.what), "strong")
        here.setMinimumHeight(self._look.text.control)
        self._flow.addWidget(here)

    def _ask(self, key: str, _checked: bool = False) -> None:
        self.branch_requested.emit(key)


def _cut(words: str) -> str:
    words = words or _("Without words")
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
