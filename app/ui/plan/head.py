"""The head of the plan: title and how it stands, its views, what else can be done, and the button that adds a step."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.ui.theme import Look
from app.ui.widgets import Button, PageHeader, Segmented

# The title and its line need no more than this beside views and buttons.
BESIDE = 1.28
# Below these, in pixels at 100 %, words of buttons and the line give way, so that lines of the plan have the room.
NARROW, LOW, LEAST = 760, 480, 400


class PlanHead(PageHeader):
    """`views` are key, words and icon of each view; `more` is the button of the menu."""

    def __init__(self, look: Look, views: Sequence[tuple[str, str, str]], more: QWidget, *, closed: bool) -> None:
        super().__init__(look, _("Action plan"), stack_below=BESIDE)
        self.views = Segmented(look, _("How to see the plan"), views)
        self.views.setToolTip(_("Ctrl+Page Down: the next · Ctrl+Page Up: the one before"))
        self.views.setVisible(len(views) > 1)
        self.add_button = Button(look, _("Add a step"), icon="plus", kind="primary")
        self.add_button.setToolTip(_("Add a step (Ctrl+N)"))
        self.add_button.setAccessibleName(_("Add a step"))
        self.add_button.setVisible(not closed)
        for one in (self.views, more, self.add_button):
            self.add_action(one)

    def minimumSizeHint(self) -> QSize:
        """As narrow as it can be made: what has words now has none in a narrow page."""
        return QSize(self._look.px(LEAST), super().minimumSizeHint().height())

    def fit(self, width: float, height: float) -> bool:
        """Take no more room than a page of this size, in pixels at 100 %, can spare; whether it is a low one."""
        narrow, low = width < NARROW, height < LOW
        self.views.set_compact(narrow)
        self.add_button.set_text("" if narrow else _("Add a step"))
        self.set_line_shown(not low)
        return low
