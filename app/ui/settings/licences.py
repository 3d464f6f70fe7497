"""What the program is made of, and under which licences: a list, and the text of the one that is chosen."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QPlainTextEdit

from app.data.licences import Licence, load_licences
from app.ui.form.room import Room
from app.ui.session import Session
from app.ui.theme import Look
from app.ui.widgets import Card, Columns, ListView, Words

# Heights at 100 %: of the list, and of what stands above the text.
_SHOWN, _TITLE = 500, 60


class LicencesRoom(Room):
    """Reads the list when it is first shown: nobody needs it at the start."""

    def __init__(self, look: Look, session: Session, source: Path) -> None:
        super().__init__(look, session, _("Licences"), 1080, back=_("Back to Settings"))
        self._source = source
        self._licences: tuple[Licence, ...] = ()
        self.header.set_line(
            _("Groundwork is free software. It is made with the work of others, and these are their conditions.")
        )
        self.list = ListView(look, _("Parts of the program"))
        self.rows = QStandardItemModel(self)
        self.list.setModel(self.rows)
        self.title = Words("", "heading", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("The licence’s text"))
        self.list.setMinimumHeight(look.px(_SHOWN))
        self.text.setMinimumHeight(look.px(_SHOWN - _TITLE))
        parts = Card(look, bare=True)
        parts.add(self.list)
        text = Card(look)
        text.add(self.title)
        text.add(self.text)
        columns = Columns(look)
        columns.add(parts, 2)
        columns.add(text, 3)
        self.add(columns)
        self.list.selectionModel().currentChanged.connect(self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list once."""
        if not self._licences:
            self._licences = load_licences(self._source)
            for one in self._licences:
                item = QStandardItem(one.title)
                item.setEditable(False)
                item.setData(f"{one.title}, {one.licence}", Qt.ItemDataRole.AccessibleTextRole)
                self.rows.appendRow(item)
            self.list.setCurrentIndex(self.rows.index(0, 0))
        super().showEvent(event)

    def take_focus(self) -> None:
        """Begin at the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, index: QModelIndex) -> None:
        one = self._licences[index.row()]
        self.title.setText(f"{one.title} · {one.licence}")
        self.text.setPlainText(one.text)
