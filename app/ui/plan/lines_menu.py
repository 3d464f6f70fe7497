"""What can be done to the chosen lines of the outline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.item import Item
from app.ui.plan.columns import title
from app.ui.widgets import Menu

FIELDS = ("status", "lead", "repeats")
MOST = 40


class LinesMenu(Menu):
    """`choices` are the values of a field. Signals: `wished(str)` as the outline's, `set_requested(str, object)`,
    `panel_requested()`, `paste_requested()`.
    """

    wished = Signal(str)
    set_requested = Signal(str, object)
    panel_requested = Signal()
    paste_requested = Signal()

    def __init__(
        self,
        items: Sequence[Item],
        choices: Callable[[str], Sequence[tuple[object, str]]],
        parent: QWidget,
        *,
        closed: bool,
    ) -> None:
        super().__init__(_("What to do"), parent)
        self._items, self._choices = items, choices
        if len(items) == 1:
            self.addAction(_("Everything about it (Escape)")).triggered.connect(self.panel_requested)
            self._wish(_("Look at this branch alone (Alt+Right)"), "look")
            self._wish(_("Fold all, or open all (Ctrl+Shift+.)"), "fold_all")
        if not closed:
            self._add_changes()
        self.addSeparator()
        self._wish(_("Copy (Ctrl+C)"), "copy")
        if not closed:
            self._wish(_("Cut (Ctrl+X)"), "cut")
            self.addAction(_("Paste (Ctrl+V)")).triggered.connect(self.paste_requested)
            self.addSeparator()
            self._wish(_("Remove (Delete)"), "remove")

    def _add_changes(self) -> None:
        self._wish(_("Done, or not (Space)"), "done")
        count = len(self._items)
        inside: Menu = self
        if count > 1:
            words = ngettext("Set for the {count} chosen", "Set for the {count} chosen", count).format(count=count)
            inside = self.add_menu(words)
        for field in FIELDS:
            offered = self._choices(field)
            if len(offered) > MOST:
                continue  # a list as long as this is chosen from in its cell, where letters find
            menu, have = inside.add_menu(title(field)), {getattr(one, field) for one in self._items}
            for value, words in offered:
                action = menu.addAction(words.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(have == {value})
                action.triggered.connect(partial(self.set_requested.emit, field, value))
        self.addSeparator()
        moves = (
            (_("Further in (Tab)"), "indent"),
            (_("Further out (Shift+Tab)"), "outdent"),
            (_("Up (Alt+Up)"), "up"),
            (_("Down (Alt+Down)"), "down"),
        )
        for words, wish in moves:
            self._wish(words, wish)

    def _wish(self, words: str, wish: str) -> None:
        self.addAction(words).triggered.connect(lambda: self.wished.emit(wish))
