"""Everybody who has taken something on, with a tick for those who get their page now."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from app.model.handing import Share
from app.ui.theme import Look
from app.ui.widgets import CELL_ROLE, Cell, ListView

Index = QModelIndex | QPersistentModelIndex
# The picture of the tick, with the space around it.
TICK = 40
LINES = 9


class PeopleModel(QAbstractListModel):
    """Signal: `ticks_changed()`."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shares: Sequence[Share] = ()
        self._unticked: set[str] = set()

    def show(self, shares: Sequence[Share]) -> None:
        """Show these; who was unticked stays so."""
        self.beginResetModel()
        self.shares = shares
        self.endResetModel()
        self.ticks_changed.emit()

    def ticked(self) -> list[Share]:
        """Those with a tick."""
        return [one for one in self.shares if one.partner.id not in self._unticked]

    def tick_all(self, ticked: bool) -> None:
        """Give everybody a tick, or take it."""
        self._unticked = set() if ticked else {one.partner.id for one in self.shares}
        if self.shares:
            self.dataChanged.emit(self.index(0), self.index(len(self.shares) - 1))
        self.ticks_changed.emit()

    def turn(self, index: Index) -> None:
        """Give one a tick, or take it."""
        if index.isValid():
            self._unticked ^= {self.shares[index.row()].partner.id}
            self.dataChanged.emit(index, index)
            self.ticks_changed.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        """One a person."""
        return 0 if parent is not None and parent.isValid() else len(self.shares)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words and the tick."""
        if not index.isValid():
            return None
        share = self.shares[index.row()]
        ticked = share.partner.id not in self._unticked
        words = f"{share.partner.name} · {taken_on(share)}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("{words}, chosen").format(words=words) if ticked else _("{words}, not chosen").format(words=words)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == CELL_ROLE:
            return Cell(icon="circle-check" if ticked else "circle", icon_role="primary" if ticked else "muted")
        return None


class PeopleList(ListView):
    """Space or a press on the tick gives it or takes it. Signal: `person_selected(str)` with a partner's id."""

    person_selected = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Who has taken something on"))
        self.people = PeopleModel(self)
        self.setModel(self.people)
        self.selectionModel().currentChanged.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the tick."""
        if event.key() == Qt.Key.Key_Space:
            self.people.turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the tick turns it."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() < self.look.px(TICK):
            self.people.turn(self.indexAt(event.position().toPoint()))

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show these, and keep who is chosen."""
        chosen = self.chosen()
        self.people.show(shares)
        height = max(self.sizeHintForRow(0), self.look.px(30)) if shares else 0
        self.setFixedHeight(min(len(shares), LINES) * height + 8)
        row = next((n for n, one in enumerate(shares) if chosen is not None and one.partner.id == chosen.partner.id), 0)
        self.setCurrentIndex(self.people.index(row))

    def select(self, partner_id: str) -> None:
        """Choose a person; one who has nothing is passed over."""
        for row, one in enumerate(self.people.shares):
            if one.partner.id == partner_id:
                self.setCurrentIndex(self.people.index(row))

    def chosen(self) -> Share | None:
        """Whose things are shown."""
        index = self.currentIndex()
        return self.people.shares[index.row()] if index.isValid() else None

    def _tell(self) -> None:
        chosen = self.chosen()
        self.person_selected.emit(chosen.partner.id if chosen is not None else "")


def taken_on(share: Share) -> str:
    """Such as "leads 3, helps with 1"."""
    parts: list[str] = []
    if share.leads:
        count = len(share.leads)
        parts.append(ngettext("leads {count}", "leads {count}", count).format(count=count))
    if share.helps:
        count = len(share.helps)
        parts.append(ngettext("helps with {count}", "helps with {count}", count).format(count=count))
    if not parts:
        parts.append(_("all done"))
    return ", ".join(parts)
