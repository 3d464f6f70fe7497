"""What can be done to the chosen rows: set a field for all of them, copy them, remove them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.partner import Partner
from app.model.schema import specs
from app.ui.widgets import Menu

# What is set for several most often comes first.
FIELDS = ("group", "involvement", "consent_show", "form", "interest", "influence")


class RowsMenu(Menu):
    """`choices` are the values of a field, with their words.

    Signals: `set_requested(str, object)` with a field and its value, `panel_requested()`, `copy_requested()`,
    `remove_requested()`.
    """

    set_requested = Signal(str, object)
    panel_requested = Signal()
    copy_requested = Signal()
    remove_requested = Signal()

    def __init__(
        self,
        partners: Sequence[Partner],
        choices: Callable[[str], Sequence[tuple[object, str]]],
        parent: QWidget,
        *,
        closed: bool,
    ) -> None:
        super().__init__(_("What to do"), parent)
        self._partners, self._choices = partners, choices
        if len(partners) == 1:
            self.addAction(_("Everything about them (Enter)")).triggered.connect(self.panel_requested)
        if not closed:
            self._add_fields()
        self.addSeparator()
        self.addAction(_("Copy (Ctrl+C)")).triggered.connect(self.copy_requested)
        if not closed:
            self.addAction(_("Remove (Delete)")).triggered.connect(self.remove_requested)

    def _add_fields(self) -> None:
        count = len(self._partners)
        title = ngettext("Set for the {count} chosen", "Set for the {count} chosen", count).format(count=count)
        inside = self.add_menu(title) if count > 1 else self
        for field in FIELDS:
            menu = inside.add_menu(_(specs(Partner)[field].label))
            have = {getattr(one, field) for one in self._partners}
            for value, words in self._choices(field):
                action = menu.addAction(words.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(have == {value})
                action.triggered.connect(partial(self.set_requested.emit, field, value))
