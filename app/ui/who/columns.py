"""Which columns the table shows."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.model.partner import Partner
from app.model.schema import specs
from app.ui.theme import Look
from app.ui.who.model import COLUMNS
from app.ui.widgets import IconButton
from app.ui.widgets.menu import Menu


class ColumnsButton(IconButton):
    """A menu with a tick for each column. Signal: `columns_chosen(tuple)` with the fields' names."""

    columns_chosen = Signal(object)

    def __init__(self, look: Look, shown: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(look, "columns-3", _("Choose columns"), parent=parent)
        self._menu = Menu(parent=self)
        self._actions: dict[str, QAction] = {}
        for name in COLUMNS[1:]:
            action = QAction(_(specs(Partner)[name].label), self)
            action.setCheckable(True)
            action.setChecked(name in shown)
            action.toggled.connect(self._tell)
            self._menu.addAction(action)
            self._actions[name] = action
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _tell(self) -> None:
        chosen = tuple(name for name, action in self._actions.items() if action.isChecked())
        self.columns_chosen.emit(("name", *chosen))
